import { defect } from '../base/result.ts'
import type { DocumentKey } from '../merge/document-boundaries.ts'
import type { FieldEdit, MergeEngine, Stamp } from '../merge/engine.ts'
import { ALIVE, type EntityKey, type FieldKey, type FlatMap, fieldKey, parseFieldKey } from '../merge/flat-map.ts'
import type { LedgerDocuments } from '../merge/ledger-documents.ts'
import type { DocumentPlan, MergePlan } from './merge-plan.ts'

/** What is not taken of one document: all its news and conflicts, or some items of them (`item` of told-plan.ts, `key` of a conflict). */
export interface Rejection {
  /** Travels back with the counter-change. */
  readonly reason: string
  readonly items: 'all' | ReadonlySet<FieldKey>
}
export type Rejections = ReadonlyMap<DocumentKey, Rejection>

/**
 * The ledger after a plan was taken in. What is rejected is merged as well and then written back to what stood here, as a change with its
 * reason: there is no way to take part of a history, and the sender must learn of it. Conflicts that are not rejected stay, with all values.
 */
export const takeIn = <Doc>(
  engine: MergeEngine<Doc>,
  mine: LedgerDocuments<Doc>,
  plan: MergePlan<Doc>,
  rejections: Rejections,
  stampFor: (reason: string) => Stamp,
): LedgerDocuments<Doc> => {
  const next = new Map(mine)
  for (const document of plan.documents) {
    if (document.merged === null) continue
    const rejection = rejections.get(document.key)
    next.set(
      document.key,
      rejection === undefined
        ? document.merged
        : turnedBack(engine, mine.get(document.key), document, document.merged, rejection.items, stampFor(rejection.reason)),
    )
  }
  return next
}

/** Every rejected field as it was here; what came with the merge goes, what it took away comes back. */
const turnedBack = <Doc>(
  engine: MergeEngine<Doc>,
  here: Doc | undefined,
  plan: DocumentPlan<Doc>,
  merged: Doc,
  items: Rejection['items'],
  stamp: Stamp,
): Doc => {
  const before: FlatMap = here === undefined ? new Map() : engine.read(here)
  const stood = new Set([...before.keys()].map(entityOf))
  const isOut = (key: FieldKey): boolean => items === 'all' || items.has(key)
  const isLifeOut = (entity: EntityKey): boolean => isOut(fieldKey(entity, ALIVE))
  const fields = [...new Set([...before.keys(), ...engine.read(merged).keys()])]
  const written = new Set(fields.filter((key) => isOut(key) && stood.has(entityOf(key))).map(entityOf))
  let doc = merged
  for (const { key, type } of plan.conflicts) {
    const entity = entityOf(key)
    // A record whose text is kept as it stood here stays itself.
    if (!isOut(key) && !(type === 'removed-while-edited' && written.has(entity))) continue
    doc = engine.resolve(doc, key, type === 'field' ? (before.get(key) ?? null) : stood.has(entity) ? true : null, stamp)
  }
  const now = engine.read(doc)
  const stands = new Set([...now.keys()].map(entityOf))
  const edits: readonly FieldEdit[] = [
    ...[...stands].flatMap((entity): readonly FieldEdit[] =>
      stood.has(entity) || !isLifeOut(entity) ? [] : [{ type: 'remove', entity }],
    ),
    ...[...stood].flatMap((entity): readonly FieldEdit[] =>
      stands.has(entity) || !isLifeOut(entity) ? [] : [{ type: 'restore', entity }],
    ),
    ...[...new Set([...before.keys(), ...now.keys()])].flatMap((key): readonly FieldEdit[] => {
      const entity = entityOf(key)
      const [old, own] = [before.get(key) ?? null, now.get(key) ?? null]
      const isTurned = stands.has(entity) ? isOut(key) : isLifeOut(entity)
      return !stood.has(entity) || !isTurned || old === own ? [] : [{ type: 'set', key, value: old }]
    }),
  ]
  if (edits.length === 0) return doc
  const turned = engine.edit(doc, edits, stamp)
  return turned.ok ? turned.value : defect(`what was in conflict is settled, and takes every edit: ${turned.error.type}`)
}

const entityOf = (key: FieldKey): EntityKey => parseFieldKey(key)?.entity ?? defect(`the engine reads keys of ours: ${key}`)
