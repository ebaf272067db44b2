import type { Refusal } from '../base/refusal.ts'
import { defect, err, ok, type Result } from '../base/result.ts'
import type { DocumentKey } from '../merge/document-boundaries.ts'
import type { ChangeEntry, Conflict, MergeEngine, Stamp } from '../merge/engine.ts'
import { ALIVE, type EntityKey, type FieldKey, fieldKey, isKeptBeside, parseFieldKey, type Scalar } from '../merge/flat-map.ts'
import type { LedgerDocuments } from '../merge/ledger-documents.ts'
import { type RelatedDocument, relatedJoiner } from './join-related.ts'
import { foreignChanges, type Reply } from './reply.ts'

/**
 * What came in: a copy of the ledger with its documents, what a unit answers, or what relate.ts made of a ledger typed apart; of that
 * `ledgerId` is ours, and `stamp` is of the person who joins it.
 */
export type Incoming<Doc> =
  | { readonly type: 'ledger'; readonly ledgerId: string; readonly documents: LedgerDocuments<Doc> }
  | { readonly type: 'reply'; readonly reply: Reply }
  | { readonly type: 'related'; readonly ledgerId: string; readonly documents: readonly RelatedDocument[]; readonly stamp: Stamp }

/** One field as it is here and as it would be; undefined where the record is not there. */
export interface PlannedField {
  readonly key: FieldKey
  readonly before: Scalar | undefined
  readonly after: Scalar | undefined
  /** Who wrote what would stand; null where nobody is known (the record goes). */
  readonly by: ChangeEntry | null
}

/**
 * What taking in would do to one document. `added`: it is not here · `changed`: fields differ afterwards · `conflict`: both sides wrote one
 * field without knowing of each other (there may be plain changes too) · `seen`: nothing differs, but history does · `same`: nothing at all.
 */
export interface DocumentPlan<Doc> {
  readonly key: DocumentKey
  readonly verdict: 'added' | 'changed' | 'conflict' | 'seen' | 'same'
  readonly fields: readonly PlannedField[]
  /** Only those the merge brings; what was in conflict before stays so. */
  readonly conflicts: readonly Conflict[]
  /** The document as it would be; null where it stays as it is. */
  readonly merged: Doc | null
}

/** What one package holds against what is here. `same`: the very state · `older`: all of it is known here · `news`: something is not. */
export type PackageState = 'same' | 'older' | 'news'

export interface MergePlan<Doc> {
  /** One for each package, held against what stands once those before it are taken in. */
  readonly packages: readonly PackageState[]
  /** Every document of any package, those of this ledger first, in their order. */
  readonly documents: readonly DocumentPlan<Doc>[]
}

/**
 * What would happen if these packages were taken in, without doing it: nothing given is changed. A package of another ledger is refused
 * (`other-ledger`), so is an answer to a state nobody here has seen (`cut-unknown`) and what cannot be joined (`documents-cannot-merge`).
 */
export const planMerge = <Doc>(
  engine: MergeEngine<Doc>,
  ledgerId: string,
  mine: LedgerDocuments<Doc>,
  incoming: readonly Incoming<Doc>[],
): Result<MergePlan<Doc>, Refusal> => {
  const other = incoming.find((own) => (own.type === 'reply' ? own.reply.ledgerId : own.ledgerId) !== ledgerId)
  if (other) return err({ type: 'other-ledger' })
  const merged = new Map<DocumentKey, Doc>()
  const touched = new Set<DocumentKey>()
  const packages: PackageState[] = []
  const standingCopy = (key: DocumentKey): Doc | undefined => {
    const doc = mine.get(key)
    return merged.get(key) ?? (doc === undefined ? undefined : copyOf(engine, doc))
  }
  for (const own of incoming) {
    let [isSame, isNews] = [true, false]
    const took = (key: DocumentKey, before: readonly string[], now: Doc): void => {
      merged.set(key, now)
      isSame = false
      if (!sameHeads(before, engine.heads(now))) isNews = true
    }
    if (own.type === 'ledger') {
      for (const [key, theirs] of own.documents) {
        touched.add(key)
        const standing = merged.get(key) ?? mine.get(key)
        if (standing === undefined) {
          took(key, [], copyOf(engine, theirs))
          continue
        }
        const before = engine.heads(standing)
        if (sameHeads(before, engine.heads(theirs))) continue
        const joined = engine.merge(standingCopy(key) ?? standing, theirs)
        if (!joined.ok) return err({ type: 'documents-cannot-merge', document: key })
        took(key, before, joined.value)
      }
    } else if (own.type === 'related') {
      const join = relatedJoiner(engine, own.stamp)
      for (const { key, branches } of own.documents) {
        touched.add(key)
        const standing = standingCopy(key)
        const before = standing === undefined ? [] : engine.heads(standing)
        const joined = join(standing, branches)
        if (!joined.ok) return err({ type: 'documents-cannot-merge', document: key })
        if (!sameHeads(before, engine.heads(joined.value))) took(key, before, joined.value)
        // Many documents open at once slow each other down.
        else if (!merged.has(key)) engine.release(joined.value)
      }
    } else {
      for (const { key, heads, changes } of own.reply.documents) {
        touched.add(key)
        const standing = standingCopy(key)
        const before = standing === undefined ? [] : engine.heads(standing)
        const joined = standing === undefined ? null : engine.graft(standing, heads, foreignChanges(changes))
        if (joined === null || !joined.ok) return err({ type: 'cut-unknown' })
        // An answer that was read before is the very same.
        if (!sameHeads(before, engine.heads(joined.value))) took(key, before, joined.value)
      }
    }
    packages.push(isNews ? 'news' : isSame ? 'same' : 'older')
  }
  const keys = [...mine.keys(), ...[...merged.keys()].filter((key) => !mine.has(key))].filter((key) => touched.has(key))
  return ok({ packages, documents: keys.map((key) => planOf(engine, key, mine.get(key), merged.get(key))) })
}

const planOf = <Doc>(
  engine: MergeEngine<Doc>,
  key: DocumentKey,
  mine: Doc | undefined,
  merged: Doc | undefined,
): DocumentPlan<Doc> => {
  const same: DocumentPlan<Doc> = { key, verdict: 'same', fields: [], conflicts: [], merged: null }
  if (merged === undefined || (mine !== undefined && sameHeads(engine.heads(mine), engine.heads(merged)))) return same
  const before = mine === undefined ? new Map<FieldKey, Scalar>() : engine.read(mine)
  const after = engine.read(merged)
  const writers = engine.writers(merged)
  const fields = [...new Set([...before.keys(), ...after.keys()])].flatMap((field): readonly PlannedField[] => {
    const [old, now] = [before.get(field), after.get(field)]
    // A field that was never written reads as null.
    if ((old ?? null) === (now ?? null) || isKeptBeside(field)) return []
    return [{ key: field, before: old, after: now, by: writers.get(now === undefined ? lifeOf(field) : field)?.at(-1) ?? null }]
  })
  const known = new Map((mine === undefined ? [] : engine.conflicts(mine)).map((own) => [own.key, valuesOf(own)]))
  const conflicts = engine.conflicts(merged).filter((own) => known.get(own.key) !== valuesOf(own))
  const verdict = mine === undefined ? 'added' : conflicts.length > 0 ? 'conflict' : fields.length > 0 ? 'changed' : 'seen'
  return { key, verdict, fields, conflicts, merged }
}

const lifeOf = (field: FieldKey): FieldKey =>
  fieldKey(parseFieldKey(field)?.entity ?? defect(`the engine reads keys of ours: ${field}`), ALIVE)

const valuesOf = ({ values }: Conflict): string => JSON.stringify(values.map(({ value }) => value).sort())

/** A handle is spent by merging: what is given stays usable. */
const copyOf = <Doc>(engine: MergeEngine<Doc>, doc: Doc): Doc => {
  const copy = engine.load(engine.save(doc))
  return copy.ok ? copy.value : defect('what was saved a moment ago is read')
}

const sameHeads = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((head) => b.includes(head))

/** The records a plan would bring or take away, by their entity. */
export const livesChanged = (fields: readonly PlannedField[]): ReadonlyMap<EntityKey, 'added' | 'removed'> => {
  const lives = new Map<EntityKey, { before: boolean; after: boolean }>()
  for (const { key, before, after } of fields) {
    const entity = parseFieldKey(key)?.entity
    if (entity === undefined) continue
    const life = lives.get(entity) ?? { before: false, after: false }
    lives.set(entity, { before: life.before || before !== undefined, after: life.after || after !== undefined })
  }
  return new Map(
    [...lives].flatMap(([entity, { before, after }]): readonly (readonly [EntityKey, 'added' | 'removed'])[] =>
      before === after ? [] : [[entity, after ? 'added' : 'removed']],
    ),
  )
}
