import type { Ledger } from '../domain/ledger.ts'
import { type FoundMark, findMarks, publicLedger, type WithheldPlace } from './withheld.ts'

/** One line of 拟不公开事项表. */
export interface WithheldLine {
  /** 序号, from 1. */
  readonly number: number
  readonly kind: 'problem' | 'record' | 'sentence'
  /** 事项: where it stands. */
  readonly matter: string
  /** 内容: what leaves the public edition, as it stands now. */
  readonly content: string
  readonly reason: string
  /**
   * `standing`: found as it was marked · `changed`: its words were edited since, and what they were taken for stays out · `lost`: nothing like
   * it stands there any more, so that nothing stays out for it · `gone`: neither does the record it was made on.
   */
  readonly state: 'standing' | 'changed' | 'lost' | 'gone'
  /** The problem it belongs to, or null. */
  readonly problemId: string | null
  /** The mark (`withheldText`); null for a problem that is 拟不公开 whole. */
  readonly markId: string | null
}

/**
 * 拟不公开事项表: every problem marked 拟不公开, then every marked record and sentence, in the order of the problems; those of headings and of
 * a notice's own text at the end. A problem that is not shown because its whole answer is marked stands with its marks.
 */
export const withheldTable = (ledger: Ledger): readonly WithheldLine[] => {
  const marked = findMarks(ledger)
  const numberOf = new Map(ledger.problems.map(({ problem, number }) => [problem.id, number]))
  const whole = ledger.problems
    .filter(({ office }) => office?.withheld === true)
    .map(({ problem, number, office }) => ({
      kind: 'problem' as const,
      matter: `第${number}个问题`,
      content: problem.statement,
      reason: office?.withheldReason ?? '',
      state: 'standing' as const,
      problemId: problem.id,
      markId: null,
    }))
  const marks = marked.map((found) => {
    const { mark, places } = found
    const number = mark.problemId === null ? undefined : numberOf.get(mark.problemId)
    return {
      kind: mark.sentence === '' ? ('record' as const) : ('sentence' as const),
      matter: number === undefined ? (mark.noticeId === null ? '类别（方面）说明' : '通报正文') : `第${number}个问题`,
      content: contentOf(places) || mark.sentence,
      reason: mark.reason ?? '',
      state: stateOf(found),
      problemId: mark.problemId,
      markId: mark.id,
    }
  })
  const placeOf = ({ problemId }: { readonly problemId: string | null }): number =>
    (problemId === null ? undefined : numberOf.get(problemId)) ?? Number.MAX_SAFE_INTEGER
  return [...whole, ...marks]
    .map((line, i) => ({ line, i }))
    .sort((a, b) => placeOf(a.line) - placeOf(b.line) || a.i - b.i)
    .map(({ line }, i) => ({ number: i + 1, ...line }))
}

const stateOf = ({ places, ownerStands }: FoundMark): WithheldLine['state'] => {
  if (places.length === 0) return ownerStands ? 'lost' : 'gone'
  return places.every(({ isSure }) => isSure) ? 'standing' : 'changed'
}

/** The words that stay out, each once. */
const contentOf = (places: readonly WithheldPlace[]): string => [...new Set(places.map(({ text }) => text.trim()))].join('\n')

/** Problems the public edition does not show: marked so, or with nothing left of their answer. */
export const unshownProblems = (ledger: Ledger): readonly string[] => {
  const { ledger: open, shows } = publicLedger(ledger)
  return open.problems.filter((file) => !shows(file)).map(({ problem }) => problem.id)
}
