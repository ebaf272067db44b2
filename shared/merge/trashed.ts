import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { isKeptInTrash } from '../domain/trash.ts'
import { type DocumentKey, documentKey, documentParts } from './document-boundaries.ts'
import type { Author, FieldEdit, MergeEngine, RemovedEntity } from './engine.ts'
import { type EntityKey, entityKey, MOVED, parseFieldKey, type Scalar } from './flat-map.ts'
import type { LedgerDocuments } from './ledger-documents.ts'
import { recordTitle, recordWord } from './told-changes.ts'

/** One record of the 回收站: what it was, and who took it out, when and in which act. */
export interface TrashedRecord {
  readonly document: DocumentKey
  readonly entity: EntityKey
  readonly what: string
  readonly title: string
  readonly author: Author | null
  readonly at: number
  readonly intent: string
}

/** Newest first. */
export const trashedIn = <Doc>(engine: MergeEngine<Doc>, documents: LedgerDocuments<Doc>): readonly TrashedRecord[] =>
  [...documents]
    .flatMap(([document, doc]) =>
      engine.removals(doc).flatMap((removed): readonly TrashedRecord[] => {
        const { entity, by } = removed
        if (!isKeptInTrash(entity.slice(0, entity.indexOf(':'))) || goesOnElsewhere(removed)) return []
        const { author, at, intent } = by
        return [{ document, entity, ...namesOf(removed), author, at, intent }]
      }),
    )
    .sort((a, b) => b.at - a.at)

/**
 * What brings a removed record back into its document: it and, touched, what it belongs to. `documents` are its own and those of what it
 * may belong to. Refused when it is not there or goes on elsewhere, and when it belongs to something that is removed itself.
 */
export const restoration = <Doc>(
  engine: MergeEngine<Doc>,
  documents: LedgerDocuments<Doc>,
  { document, entity }: Pick<TrashedRecord, 'document' | 'entity'>,
): Result<{ readonly edits: readonly FieldEdit[]; readonly intent: string }, Refusal> => {
  const own = documents.get(document)
  const removals = new Map(
    [...documents.values()].flatMap((doc) => engine.removals(doc)).map((removed) => [removed.entity, removed]),
  )
  const wanted = removals.get(entity)
  if (own === undefined || !wanted || goesOnElsewhere(wanted)) return err({ type: 'nothing-to-restore' })
  const living = new Set([...engine.read(own).keys()].flatMap((key) => parseFieldKey(key)?.entity ?? []))
  const owners = OWNING.flatMap(([field, kinds]): readonly EntityKey[] => {
    const id = toldIn(wanted, field)
    return typeof id === 'string' ? kinds.map((kind) => entityKey(kind, id)) : []
  })
  const removed = owners.map((owner) => removals.get(owner)).find((owner) => owner !== undefined)
  if (removed) return err({ type: 'owner-removed', ...namesOf(removed) })
  const touched = owners.filter((owner) => living.has(owner) && owner !== entity)
  return ok({
    edits: [{ type: 'restore', entity }, ...touched.map((owner) => ({ type: 'touch', entity: owner }) as const)],
    intent: `恢复${recordWord(entity)}`,
  })
}

/** The documents `restoration` needs beside a record's own: an office part belongs to a problem that is a document of its own. */
export const documentsForRestoration = (document: DocumentKey): readonly DocumentKey[] => {
  const { kind, id } = documentParts(document)
  return kind === 'office' ? [document, documentKey('problem', id)] : [document]
}

/** A split or a join wrote it anew: bringing it back would double it. Such an act is taken back by 撤销. */
const goesOnElsewhere = (removed: RemovedEntity): boolean => typeof toldIn(removed, MOVED) === 'string'

/** The fields that say what a record belongs to, and the kinds they may name. */
const OWNING: readonly (readonly [field: string, kinds: readonly string[]])[] = [
  ['problemId', ['problem', 'officePart']],
  ['ownerId', ['problem', 'measure', 'progress', 'closure', 'meeting', 'supervision', 'supervisionNotice']],
  ['closureId', ['closure']],
  ['noticeId', ['notice']],
]

const fieldsOf = ({ fields }: RemovedEntity): ReadonlyMap<string, Scalar> =>
  new Map([...fields].flatMap(([key, value]) => [[parseFieldKey(key)?.field ?? key, value] as const]))

const toldIn = (removed: RemovedEntity, field: string): unknown => fieldsOf(removed).get(field)

const namesOf = (removed: RemovedEntity) => ({
  what: recordWord(removed.entity),
  title: recordTitle(fieldsOf(removed)),
})
