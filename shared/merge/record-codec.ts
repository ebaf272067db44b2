import {
  isRecordKind,
  noRecords,
  type RecordKind,
  type RecordOf,
  recordSchemas,
  type TaggedRecord,
} from '../domain/records/record-kinds.ts'
import type { RawFields } from '../migrations/record-upgrade.ts'
import { upgradeRecord } from '../migrations/record-upgrades.ts'
import type { FieldEdit } from './engine.ts'
import { type EntityKey, entityKey, type FieldKey, type FlatMap, fieldKey, parseFieldKey, type Scalar } from './flat-map.ts'

/** A field that a document holds and this program cannot use as it stands: a value of a newer program, or foreign data. */
export interface CodecIssue {
  readonly key: FieldKey
  readonly reason: string
}

/**
 * The fields of a record as flat entries. Null fields are not written, because null is what a missing field reads as; of a record that
 * knows nothing yet one is, because a record without any field would not be there.
 */
export const recordToFields = ({ kind, record }: TaggedRecord): readonly (readonly [FieldKey, Scalar])[] => {
  const entity = entityKey(kind, record.id)
  const all = Object.entries(record)
    .filter(([field]) => field !== 'id')
    .map(([field, value]) => [fieldKey(entity, field), value as Scalar] as const)
  const told = all.filter(([, value]) => value !== null)
  return told.length > 0 ? told : all.slice(0, 1)
}

/** The edits that write some fields of one record. Null is written, never deleted ([Note: Flat records]). */
export const fieldEdits = <K extends RecordKind>(kind: K, id: string, fields: Partial<RecordOf<K>>): readonly FieldEdit[] =>
  Object.entries(fields)
    .filter(([field]) => field !== 'id')
    .map(([field, value]) => ({ type: 'set', key: fieldKey(entityKey(kind, id), field), value: value as Scalar }))

/**
 * The records of a flat map, in today's shape ([Note: Record upgrades]). Kinds and fields this program does not know are left alone (they
 * stay in the document); a value it cannot use is reported and the field reads as its default, so that one bad field never hides a record.
 */
export const fieldsToRecords = (
  fields: FlatMap,
): { readonly records: readonly TaggedRecord[]; readonly issues: readonly CodecIssue[] } => {
  const issues: CodecIssue[] = []
  const records = [...rawRecords(fields)].flatMap(([entity, raw]): TaggedRecord[] => {
    const kind = entity.slice(0, entity.indexOf(':')) as RecordKind
    const draft: Record<string, Scalar> = {}
    for (const [field, value] of Object.entries(upgradeRecord(kind, raw).fields)) {
      const parsed = field === 'id' ? null : fieldSchema(kind, field)?.safeParse(value)
      if (parsed === null || parsed?.success) draft[field] = value
      else if (parsed) issues.push({ key: fieldKey(entity, field), reason: reasonOf(parsed.error) })
    }
    const parsed = recordSchemas[kind].safeParse(draft)
    if (parsed.success) return [{ kind, record: parsed.data } as unknown as TaggedRecord]
    // Without the reference that says where it belongs a record cannot be shown; it stays in the document.
    issues.push({
      key: fieldKey(entity, String(parsed.error.issues[0]?.path[0] ?? 'id')),
      reason: reasonOf(parsed.error),
    })
    return []
  })
  return { records, issues }
}

/** The fields of each record of a known kind as they stand. */
export const rawRecords = (fields: FlatMap): ReadonlyMap<EntityKey, RawFields> => {
  const raw = new Map<EntityKey, Record<string, Scalar>>()
  for (const [key, value] of fields) {
    const parts = parseFieldKey(key)
    if (!parts || !isRecordKind(parts.kind)) continue
    const own = raw.get(parts.entity) ?? { id: parts.id }
    raw.set(parts.entity, own)
    if (parts.field !== 'id') own[parts.field] = value
  }
  return raw
}

const reasonOf = (error: { readonly issues: readonly { readonly message: string }[] }): string =>
  error.issues.map((issue) => issue.message).join('; ')

/** Sorts tagged records into one list per kind. */
export const byKind = (records: readonly TaggedRecord[]): ReturnType<typeof noRecords> => {
  const lists = noRecords()
  for (const { kind, record } of records) (lists[kind] as unknown[]).push(record)
  return lists
}

const fieldSchema = (kind: RecordKind, field: string) => {
  const shape: Readonly<
    Record<string, { safeParse: (value: unknown) => ReturnType<typeof recordSchemas.ledger.shape.title.safeParse> }>
  > = recordSchemas[kind].shape as never
  return Object.hasOwn(shape, field) && field !== 'id' ? shape[field] : undefined
}
