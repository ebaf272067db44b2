import { isDone } from '../../shared/domain/status.ts'
import { type ProblemSince, problemSince } from '../../shared/merge/changes-since.ts'
import { documentParts } from '../../shared/merge/document-boundaries.ts'
import type { Author, MergeEngine } from '../../shared/merge/engine.ts'
import { parseFieldKey } from '../../shared/merge/flat-map.ts'
import type { LedgerDocuments } from '../../shared/merge/ledger-documents.ts'
import type { LedgerDatabase, StoredAct } from './database.ts'

/** When a screen was last looked at: the last change there was then, and the time (seconds since 1970). */
export interface Visit {
  readonly sequence: number
  readonly at: number
}

/** What was done since a visit. The ids are of problems; one that was made and removed again stands nowhere. */
export interface SinceVisit {
  readonly acts: number
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly finished: readonly string[]
  readonly closed: readonly string[]
  readonly reopened: readonly string[]
  /** The busiest first. */
  readonly by: readonly { readonly author: Author; readonly acts: number; readonly changed: readonly string[] }[]
}

/** What this PC did after the visit, by the order of its journal, and what came from elsewhere, by the time it bears. */
export const actsSince = async (db: LedgerDatabase, ledgerId: string, { sequence, at }: Visit): Promise<readonly StoredAct[]> => {
  const own = db.acts.where('[ledgerId+sequence]').between([ledgerId, sequence + 1], [ledgerId, Number.MAX_SAFE_INTEGER])
  const foreign = db.acts.where('[ledgerId+sequence]').equals([ledgerId, 0])
  const [here, elsewhere] = await Promise.all([own.toArray(), foreign.filter((act) => act.at > at).toArray()])
  return [...here, ...elsewhere.filter(({ type }) => type !== 'whole')]
}

/** The problems these acts wrote in, in their own or in their office part. */
export const changedProblems = (acts: readonly StoredAct[]): readonly string[] => [...new Set(acts.flatMap(problemsOfAct))]

const problemsOfAct = ({ documents }: StoredAct): readonly string[] =>
  documents.flatMap(({ key }) => {
    const { kind, id } = documentParts(key)
    return kind === 'problem' || kind === 'office' ? id : []
  })

export const problemsSince = <Doc>(
  engine: MergeEngine<Doc>,
  documents: LedgerDocuments<Doc>,
  acts: readonly StoredAct[],
): readonly ProblemSince[] => {
  const since = new Set(acts.map(({ id }) => id))
  return [...documents].flatMap(
    ([key, doc]) =>
      problemSince(documentParts(key).id, engine.changes(doc), ({ act }) => act !== null && since.has(act.id)) ?? [],
  )
}

export const sinceVisit = (acts: readonly StoredAct[], problems: readonly ProblemSince[]): SinceVisit => {
  const living = problems.filter(({ life }) => life !== 'removed')
  const standing = new Set(living.map(({ id }) => id))
  const idsOf = (test: (problem: ProblemSince) => boolean, of: readonly ProblemSince[] = living) =>
    of.filter(test).map(({ id }) => id)
  const authors = new Map<string, { readonly author: Author; readonly acts: StoredAct[] }>()
  for (const act of acts) {
    const { clerk, unit, pc } = act.author
    const name = JSON.stringify([clerk, unit, pc])
    const known = authors.get(name) ?? { author: act.author, acts: [] }
    authors.set(name, known)
    known.acts.push(act)
  }
  const by = [...authors.values()].map(({ author, acts: own }) => {
    return { author, acts: own.length, changed: changedProblems(own).filter((id) => standing.has(id)) }
  })
  return {
    acts: acts.length,
    changed: [...standing],
    added: idsOf(({ life }) => life === 'created' || life === 'restored'),
    removed: idsOf(({ life }) => life === 'removed', problems),
    finished: idsOf(({ status }) => status !== null && isDone(status.after) && !isDone(status.before)),
    closed: idsOf(({ status }) => status?.after === 'closed'),
    reopened: idsOf(({ status }) => status !== null && isDone(status.before) && !isDone(status.after)),
    by: by.sort((a, b) => b.acts - a.acts),
  }
}

/** Who froze each period: the hash is written once, when it is frozen. */
export const periodAuthors = <Doc>(engine: MergeEngine<Doc>, docs: readonly Doc[]): ReadonlyMap<string, Author> =>
  new Map(
    docs.flatMap((doc) =>
      [...engine.writers(doc)].flatMap(([key, [first]]): readonly [string, Author][] => {
        const parts = parseFieldKey(key)
        return parts?.kind === 'snapshot' && parts.field === 'sha256' && first?.author ? [[parts.id, first.author]] : []
      }),
    ),
  )
