import { likeness, pairsOf } from '../base/likeness.ts'
import { plainCell } from '../domain/cell-words.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import type { TableProblem } from './table-rows.ts'

export interface Candidate {
  readonly file: ProblemFile
  /** 0 to 1: how alike the statements are. */
  readonly certainty: number
}

export type Match =
  | { readonly type: 'matched'; readonly by: 'id' | 'words'; readonly file: ProblemFile; readonly certainty: number }
  /** Several may be meant, or the number says one thing and the words another: a person decides. */
  | { readonly type: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly type: 'new' }

/** Statements as alike as this are one, where the number agrees; without it they must be more alike, and alone in that. */
const ALIKE_WITH_NUMBER = 0.5
const ALIKE = 0.75
const LEAD = 0.1
/** Ids beside words that have nothing in common with their problem were sorted apart from them. */
const STRANGE = 0.2
/** A pair of characters that stands in more problems than this tells nothing, and would make the search quadratic. */
const MOST_POSTINGS = 300

/** Finds the problem a row speaks of: by its hidden id, else by number and words. */
export const problemMatcher = (ledger: Ledger): ((problem: TableProblem) => Match) => {
  const byId = new Map<string, ProblemFile>(ledger.problems.map((file) => [file.problem.id, file]))
  const words = ledger.problems.map((file) => plainCell('statement', file.problem.statement))
  const exact = new Map<string, number[]>()
  const postings = new Map<string, number[]>()
  words.forEach((text, i) => {
    exact.set(text, [...(exact.get(text) ?? []), i])
    for (const pair of pairsOf(text)) {
      const list = postings.get(pair)
      if (list) list.push(i)
      else postings.set(pair, [i])
    }
  })
  const candidatesOf = (text: string, number: string | null): readonly Candidate[] => {
    const near = new Set<number>(exact.get(text) ?? [])
    if (near.size === 0)
      for (const pair of pairsOf(text)) {
        const list = postings.get(pair) ?? []
        if (list.length <= MOST_POSTINGS) for (const i of list) near.add(i)
      }
    const numbered = ledger.problems.findIndex((file) => String(file.number) === number)
    if (numbered >= 0) near.add(numbered)
    return [...near]
      .flatMap((i) => {
        const file = ledger.problems[i]
        return file ? [{ file, certainty: likeness(text, words[i] ?? '') }] : []
      })
      .sort((a, b) => b.certainty - a.certainty)
  }
  return (problem) => {
    const text = plainCell('statement', problem.cells['statement'] ?? problem.cells['subject'] ?? '')
    const number = problem.number?.trim() ?? null
    const known = problem.hiddenId === null ? undefined : byId.get(problem.hiddenId)
    if (known) {
      const certainty = likeness(text, plainCell('statement', known.problem.statement))
      const isMoved = certainty < STRANGE && (exact.get(text)?.length ?? 0) === 1
      if (!isMoved) return { type: 'matched', by: 'id', file: known, certainty: 1 }
    }
    const candidates = candidatesOf(text, number)
    const [best, second] = candidates
    if (!best) return { type: 'new' }
    const numbered = candidates.find(({ file }) => String(file.number) === number)
    const isAlone = best.certainty - (second?.certainty ?? 0) >= LEAD
    if (numbered && numbered.certainty >= ALIKE_WITH_NUMBER && numbered.certainty >= best.certainty)
      return { type: 'matched', by: 'words', ...numbered }
    if (best.certainty >= ALIKE && isAlone) return { type: 'matched', by: 'words', ...best }
    const likely = candidates.filter(({ certainty }) => certainty >= ALIKE_WITH_NUMBER).slice(0, 5)
    return likely.length > 0 ? { type: 'ambiguous', candidates: likely } : { type: 'new' }
  }
}
