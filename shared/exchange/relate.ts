import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Ledger } from '../domain/ledger.ts'
import { type DocumentKey, documentKey, documentParts } from '../merge/document-boundaries.ts'
import type { MergeEngine } from '../merge/engine.ts'
import type { RelatedDocument } from './join-related.ts'
import { leftOutOf, type RelatedLeftOut } from './left-out-related.ts'
import { type PlacedProblems, placeProblems, type RelatedChoice } from './place-problems.ts'
import { placeDirectories, placeRegisters } from './place-registers.ts'
import { relatedBranches } from './related-branches.ts'
import { placeHeadings } from './related-headings.ts'
import { newPlaces, type Places, type RelatedSide } from './related-places.ts'

/** What is said of a 关联 before it is taken in. Problems that were related before are among `pairs` and `added`. */
export interface RelatedReport extends PlacedProblems {
  /** What comes in beside the problems and was not here. */
  readonly units: number
  readonly leaders: number
  readonly registers: number
  readonly leftOut: RelatedLeftOut
}

export interface Related {
  /** What planMerge takes as `related`. */
  readonly documents: readonly RelatedDocument[]
  readonly report: RelatedReport
}

/**
 * [Note: Related ledgers] 关联: two ledgers typed apart from one feedback become one; the other is not needed any more. Their history is
 * written on our documents from where every document begins: neither side has seen the other, so that what both wrote differently is a
 * conflict with both texts and who wrote them, and what is the same is none. A text beside nothing stands. The places of records are ours.
 * Records without a like of ours come in under ids that follow from theirs. A record of ours that is one of theirs says so in a field
 * (`_is_…`), so that a second time finds the same records, whatever was edited since, and writes the very changes that are there already.
 *
 * Copies and parts of this ledger are refused (`same-ledger`): they are merged, for they know what they have in common. Nothing given is
 * changed; the documents of theirs are not needed for the plan, and may be released before it.
 */
export const relatedChanges = <Doc>(
  engine: MergeEngine<Doc>,
  mine: RelatedSide<Doc>,
  theirs: RelatedSide<Doc>,
  choice: RelatedChoice,
): Result<Related, Refusal> => {
  if (isOneLedger(mine.ledger, theirs.ledger)) return err({ type: 'same-ledger' })
  const places = newPlaces(engine, mine, theirs)
  const problems = placeProblems(mine.ledger, theirs.ledger, choice, places)
  const directories = placeDirectories(mine.ledger.records, theirs.ledger.records, places)
  const registers = placeRegisters(mine.ledger.records, theirs.ledger.records, places)
  const added = new Set(problems.added.map((pair) => pair.theirs))
  const coming = theirs.ledger.problems.filter(({ problem }) => added.has(problem.id))
  const headings = placeHeadings(engine, mine, theirs, coming, places)
  const documents = [...theirs.documents].flatMap(([key, doc]): readonly RelatedDocument[] => {
    const { kind } = documentParts(key)
    const home = homeOf(key, mine.ledger, places)
    if (home === null) return []
    const branches = [...relatedBranches(engine, doc, places.of(kind)), ...(kind === 'outline' ? headings : [])]
    return branches.length === 0 ? [] : [{ key: home, branches }]
  })
  return ok({ documents, report: { ...problems, ...directories, registers, leftOut: leftOutOf(mine, theirs, problems) } })
}

const isOneLedger = (mine: Ledger, theirs: Ledger): boolean => {
  const names = ({ ledger, records }: Ledger): readonly string[] => [ledger.id, ...records.slice.map(({ ledgerId }) => ledgerId)]
  return names(mine).some((name) => names(theirs).includes(name))
}

/** The document of ours that takes in one of theirs; null for what does not come in. */
const homeOf = (key: DocumentKey, mine: Ledger, places: Places): DocumentKey | null => {
  const { kind, id } = documentParts(key)
  if (kind === 'outline' || kind === 'directories' || kind === 'registers') return documentKey(kind, mine.ledger.id)
  const problem = kind === 'problem' || kind === 'office' ? places.placed('problem', id) : null
  return problem === null ? null : documentKey(kind, problem.id)
}
