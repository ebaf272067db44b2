import { ok, type Result } from '../base/result.ts'
import type { DocumentKey } from '../merge/document-boundaries.ts'
import type { Conflict, ForeignChange, MergeEngine, Stamp } from '../merge/engine.ts'
import { saysNothing } from './related-branches.ts'

/** What a ledger typed apart brings to one document of ours: branches that know nothing of it. */
export interface RelatedDocument {
  readonly key: DocumentKey
  readonly branches: readonly (readonly ForeignChange[])[]
}

/**
 * Joins branches of a ledger typed apart to a document of ours, or to none ([Note: Related ledgers]). They begin where every document does, so
 * that whatever both sides wrote differently is in conflict; where at most one side says anything, that stands, and nobody is asked. The
 * document is spent.
 */
export const relatedJoiner = <Doc>(engine: MergeEngine<Doc>, stamp: Stamp) => {
  const bare = engine.create(new Map(), stamp)
  const beginning = engine.heads(bare)
  engine.release(bare)
  return (standing: Doc | undefined, branches: RelatedDocument['branches']): Result<Doc, { readonly type: 'heads-unknown' }> => {
    const before = standing === undefined ? new Map() : engine.read(standing)
    const known = new Map((standing === undefined ? [] : engine.conflicts(standing)).map((own) => [own.key, own.values.length]))
    let doc = standing ?? engine.create(new Map(), stamp)
    for (const branch of branches) {
      const joined = engine.graft(doc, beginning, branch)
      if (!joined.ok) return joined
      doc = joined.value
    }
    for (const conflict of engine.conflicts(doc)) {
      const { type, key, values } = conflict
      const told = toldValues(conflict)
      if (type !== 'field' || told.length > 1 || known.get(key) === values.length) continue
      doc = engine.resolve(doc, key, told.length === 1 ? (told[0] ?? null) : (before.get(key) ?? null), stamp)
    }
    return ok(doc)
  }
}

const toldValues = ({ values }: Conflict): readonly Conflict['values'][number]['value'][] => [
  ...new Set(values.map(({ value }) => value).filter((value) => !saysNothing(value))),
]
