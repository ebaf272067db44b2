import { likeness } from '../../base/likeness.ts'
import { foldWidth } from '../../base/text.ts'
import { rankOf } from '../../domain/numbering.ts'
import type { Reading } from '../reading.ts'
import type { LedgerFacts, LedgerProblem } from './ledger-facts.ts'

/** Where a text tells of a problem of the ledger. */
export interface CoveredProblem {
  readonly problem: LedgerProblem
  /** same: in the ledger's words; alike: in other words; missing: nowhere. */
  readonly state: 'same' | 'alike' | 'missing'
  /** Indexes of the paragraphs that tell of it, its answer among them; empty where it is missing. */
  readonly paragraphs: readonly number[]
}

/** The matrix 反馈事项 ↔ 问题 ↔ 段落. */
export interface Coverage {
  readonly problems: readonly CoveredProblem[]
  /** Paragraphs that name a problem (关于…问题的整改情况) the ledger does not hold. */
  readonly strangers: readonly number[]
}

/** Told by the composition itself: which paragraph is about which problem. */
export type KnownPlaces = ReadonlyMap<string, readonly number[]>

/** Finds each problem of the ledger in a text: by the composition where there is one, else by its words. */
export const coverageOf = (reading: Reading, facts: LedgerFacts, known: KnownPlaces | null): Coverage => {
  if (known !== null)
    return {
      problems: facts.problems.map((problem) => {
        const paragraphs = known.get(problem.id) ?? []
        return { problem, paragraphs, state: paragraphs.length > 0 ? 'same' : 'missing' }
      }),
      strangers: [],
    }
  const keys = reading.paragraphs.map(({ reading: { text } }) => keyOf(text))
  const taken = new Map<number, string>()
  const same = new Map<string, number>()
  for (const { id, statement } of facts.problems) {
    const key = keyOf(statement).slice(0, LONGEST)
    if (key.length < SHORTEST) continue
    const at = keys.findIndex((words, i) => words.includes(key) && !taken.has(i))
    const found = at === -1 ? keys.findIndex((words) => words.includes(key)) : at
    if (found === -1) continue
    same.set(id, found)
    if (!taken.has(found)) taken.set(found, id)
  }
  const alike = likeOnes(
    facts.problems.filter(({ id }) => !same.has(id)),
    keys,
    taken,
  )
  for (const [id, at] of alike) taken.set(at, id)
  return {
    problems: facts.problems.map((problem) => {
      const at = same.get(problem.id) ?? alike.get(problem.id)
      if (at === undefined) return { problem, state: 'missing', paragraphs: [] }
      return { problem, state: same.has(problem.id) ? 'same' : 'alike', paragraphs: answerFrom(reading, at, taken) }
    }),
    strangers: reading.paragraphs.flatMap(({ reading: { folded } }, i) =>
      NAMES_A_PROBLEM.test(folded.trim()) && !taken.has(i) ? [i] : [],
    ),
  }
}

/** As much of a statement as must be found; the end of a long one is often shortened. */
const LONGEST = 40
const SHORTEST = 4
const ALIKE = 0.6
/** Beyond this many comparisons a text is only searched for the ledger's own words. */
const MOST = 400_000

const NAMES_A_PROBLEM =
  /^(?:\(?[一二三四五六七八九十]+\)?[、.]?|\d+[.、)]|\(\d+\))\s*(?:关于|针对).{4,60}问题(?:的?整改(?:落实|进展)?(?:情况)?)?[。:]?$/

/** Without marks, 关于…问题的整改情况 and everything that is not a word. */
const keyOf = (text: string): string =>
  foldWidth(text)
    .replace(/^\s*(?:\(?[一二三四五六七八九十]+[、).]|\(?\d+[.、)])\s*/, '')
    .replace(/^(?:关于|针对)/, '')
    .replace(/(?:的)?问题(?:的)?(?:整改(?:落实|进展|完成)?(?:工作)?(?:情况)?)?[。;:]?$/, '')
    .replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '')

const likeOnes = (
  problems: readonly LedgerProblem[],
  keys: readonly string[],
  taken: ReadonlyMap<number, string>,
): ReadonlyMap<string, number> => {
  const free = keys.flatMap((words, i) => (taken.has(i) || words.length < SHORTEST || words.length > 160 ? [] : [i]))
  const found = new Map<string, number>()
  if (problems.length * free.length > MOST) return found
  const used = new Set<number>()
  for (const { id, statement } of problems) {
    const key = keyOf(statement)
    const [best] = free
      .filter((i) => !used.has(i))
      .map((i) => ({ i, certainty: likeness(key, keys[i] ?? '') }))
      .sort((a, b) => b.certainty - a.certainty)
    if (!best || best.certainty < ALIKE) continue
    used.add(best.i)
    found.set(id, best.i)
  }
  return found
}

/** The paragraph that names a problem, and those behind it up to the next problem or a heading of the same rank or a higher one. */
const answerFrom = ({ paragraphs }: Reading, at: number, taken: ReadonlyMap<number, string>): readonly number[] => {
  const mark = paragraphs[at]?.reading.mark ?? null
  const found = [at]
  for (let i = at + 1; i < paragraphs.length && !taken.has(i); i += 1) {
    const next = paragraphs[i]?.reading.mark ?? null
    if (next !== null && (mark === null || rankOf(next.style) <= rankOf(mark.style))) break
    found.push(i)
  }
  return found
}
