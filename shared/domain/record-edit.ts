import type { RecordKind, RecordOf, TaggedRecord } from './records/record-kinds.ts'

/**
 * One act on one record. `change` writes only the fields it names. What was removed stands in the 回收站, unless it goes on elsewhere
 * under another id: `movedTo`.
 */
export type RecordEdit =
  | { readonly type: 'create'; readonly tagged: TaggedRecord }
  | {
      readonly [K in RecordKind]: {
        readonly type: 'change'
        readonly kind: K
        readonly id: string
        readonly fields: Partial<RecordOf<K>>
      }
    }[RecordKind]
  | { readonly type: 'remove'; readonly kind: RecordKind; readonly id: string; readonly movedTo?: string }

/** A record with its kind. */
export const tag = <K extends RecordKind>(kind: K, record: RecordOf<K>): TaggedRecord =>
  ({ kind, record }) as unknown as TaggedRecord
