import { defect } from '../../../shared/base/result.ts'
import {
  type LedgerRecords,
  noRecords,
  type RecordKind,
  type RecordOf,
  recordOf,
  recordSchemas,
} from '../../../shared/domain/records/record-kinds.ts'

/**
 * Collects records. The schema's defaults are asked for once per kind and not once per record: half a million records are made in
 * seconds, and a field that a schema gains has its default here too. That every record passes its schema is a test's business.
 */
export const recordWriter = () => {
  const records = noRecords()
  const blanks = new Map<RecordKind, object>()
  const blankOf = (kind: RecordKind): object => {
    const known = blanks.get(kind)
    if (known !== undefined) return known
    const needed = Object.entries(recordSchemas[kind].shape).filter(([, field]) => !field.safeParse(undefined).success)
    const blank = recordOf(kind, Object.fromEntries(needed.map(([name]) => [name, 'x'])) as never)
    blanks.set(kind, blank)
    return blank
  }
  const add = <K extends RecordKind>(kind: K, fields: Partial<RecordOf<K>> & { readonly id: string }): RecordOf<K> => {
    const record = { ...blankOf(kind), ...fields } as RecordOf<K>
    ;(records[kind] as unknown[]).push(record)
    return record
  }
  return { add, records: records as LedgerRecords }
}

export type RecordWriter = ReturnType<typeof recordWriter>

/** The n-th of places made for a row. */
export const placeIn = (places: readonly string[], n: number): string =>
  places[n] ?? defect(`the row was made with too few places: ${n}`)
