import { strToU8 } from 'fflate'
import type { MergeEngine } from '../merge/engine.ts'
import { type EntityKey, entityKey, type FieldKey, fieldKey, parseFieldKey, SAME_AS } from '../merge/flat-map.ts'
import type { LedgerDocuments } from '../merge/ledger-documents.ts'
import { digestOf } from './digest.ts'

/** The id a record of another ledger goes by in this one: the same on every PC, however often it is asked for. */
export const relatedId = (ledgerId: string, id: string): string => `r${digestOf(strToU8(`${ledgerId}/${id}`)).slice(0, 31)}`

/** The field of a record of ours that says it is the one of theirs that would go by this id. */
export const sameAsKey = (entity: EntityKey, related: string): FieldKey => fieldKey(entity, SAME_AS + related)

/** What documents of ours tell of ledgers they were related to before. */
export interface RelatedBefore {
  /** Our record that is the one of theirs which would go by this name here; the part of a problem may have the problem's id. */
  readonly same: ReadonlyMap<EntityKey, string>
  /** Every record there is or was, removed ones too. */
  readonly entities: ReadonlySet<EntityKey>
}

export const relatedBefore = <Doc>(engine: MergeEngine<Doc>, documents: LedgerDocuments<Doc>): RelatedBefore => {
  const same = new Map<EntityKey, string>()
  const entities = new Set<EntityKey>()
  const meet = (key: FieldKey): void => {
    const parts = parseFieldKey(key)
    if (!parts) return
    entities.add(parts.entity)
    if (parts.field.startsWith(SAME_AS)) same.set(entityKey(parts.kind, parts.field.slice(SAME_AS.length)), parts.id)
  }
  for (const doc of documents.values()) {
    for (const key of engine.read(doc).keys()) meet(key)
    if (engine.removed(doc).length === 0) continue
    for (const { entity, fields } of engine.removals(doc)) {
      entities.add(entity)
      for (const key of fields.keys()) meet(key)
    }
  }
  return { same, entities }
}
