import { groupBy } from '../base/list.ts'
import type { Operation, Operations } from './automerge-operations.ts'
import type { ChangedField, ChangedLife, ChangeEntry, DocumentChange, RemovedEntity } from './engine.ts'
import { ALIVE, type EntityKey, type FieldKey, fieldKey, parseFieldKey, type Scalar } from './flat-map.ts'

/** 修改记录: every change with what it wrote, oldest first. */
export const changesIn = ({ all, byId }: Operations): readonly DocumentChange[] =>
  [...groupBy(all, ({ entry }) => entry)].map(([entry, operations]) => changeOf(entry, operations, byId))

const changeOf = (entry: ChangeEntry, operations: readonly Operation[], byId: ReadonlyMap<string, Operation>): DocumentChange => {
  const fields: ChangedField[] = []
  const lives: ChangedLife[] = []
  const touched: EntityKey[] = []
  for (const { key, value, over } of operations) {
    const parts = parseFieldKey(key)
    if (!parts) continue
    const from = distinct(over.map((id) => byId.get(id)?.value ?? null))
    if (parts.field !== ALIVE) fields.push({ key, from, to: value })
    else {
      const what = lifeOf(from, value)
      if (what === null) touched.push(parts.entity)
      else lives.push({ entity: parts.entity, what })
    }
  }
  return { ...entry, fields, lives, touched }
}

/** What a write of `_alive` over these values did; null for an edit of a record that lived and lives on. */
export const lifeOf = (from: readonly Scalar[], to: Scalar): ChangedLife['what'] | null => {
  if (from.length === 0) return 'created'
  const wasRemoved = from.includes(null)
  if (wasRemoved && from.some((value) => value !== null)) return 'settled'
  if (to === null) return 'removed'
  return wasRemoved ? 'restored' : null
}

/** Two tokens of ordinary edits say the same: the record lived. */
const distinct = (values: readonly Scalar[]): readonly Scalar[] => [...new Set(values)]

/** What removed records held when they went, and who removed them. */
export const removalsIn = ({ standing }: Operations, removed: readonly EntityKey[]): readonly RemovedEntity[] => {
  const fields = new Map<EntityKey, Map<FieldKey, Scalar>>(removed.map((entity) => [entity, new Map()]))
  for (const [key, [operation]] of standing) {
    const parts = parseFieldKey(key)
    if (operation && parts && parts.field !== ALIVE) fields.get(parts.entity)?.set(key, operation.value)
  }
  return removed.flatMap((entity) => {
    const by = standing.get(fieldKey(entity, ALIVE))?.[0]?.entry
    return by ? [{ entity, fields: fields.get(entity) ?? new Map(), by }] : []
  })
}
