import type { RecordKind } from '../domain/records/record-kinds.ts'

/** The fields of one record as a document holds them, unchecked: of any age, and its id. */
export type RawFields = Readonly<Record<string, string | number | boolean | null>>

/**
 * [Note: Record upgrades] A record of an older shape is brought to today's each time it is read; the document keeps its bytes, so that
 * programs of both ages read one ledger and merging stays what it was. An upgrade is pure, looks at its own record alone, and finds nothing
 * to do on its own result. Once released it is frozen. docs/format-zgtz.md tells how to add one.
 */
export interface RecordUpgrade {
  /** What is true after it; unique. */
  readonly name: string
  readonly kind: RecordKind
  readonly isNeeded: (fields: RawFields) => boolean
  readonly upgrade: (fields: RawFields) => RawFields
}
