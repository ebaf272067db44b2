import { closureState } from '../closing.ts'
import type { Closure } from '../records/record-kinds.ts'
import { isDone, isOpen } from '../status.ts'
import { type IntegrityIssue, issue } from './integrity-issue.ts'
import { twins } from './outline.ts'
import { placeOfFile, type Survey } from './survey.ts'

/** The status says what the closures say. */
export const statusAgainstClosures = ({ files }: Survey): readonly IntegrityIssue[] =>
  files.flatMap((file) => {
    const { problem, closures } = file
    const standing = closures.filter(standsClosed)
    if (problem.status === 'closed' && standing.length === 0)
      return [issue('integrity.closed-without-closure', placeOfFile(file), [problem])]
    const last = closures.at(-1)
    return problem.status !== 'closed' && last && standsClosed(last)
      ? [issue('integrity.closure-stands-open', placeOfFile(file), [problem, last], { stated: last.closedOn ?? '' })]
      : []
  })

/** 已完成 without a day cannot be counted by day: one hint for all of them, because a text seldom tells. */
export const doneUndated = ({ files }: Survey): readonly IntegrityIssue[] => {
  const undated = files.filter(({ problem }) => isDone(problem.status) && problem.completedOn === null)
  const [first] = undated
  if (!first) return []
  const problems = undated.map(({ problem }) => problem)
  const numbers = undated.slice(0, 10).map(({ number }) => String(number))
  const place = undated.length === 1 ? placeOfFile(first) : ({ area: 'ledger' } as const)
  return [issue('integrity.done-undated', place, problems, { count: undated.length, names: numbers })]
}

export const doneWithOpenMeasures = ({ files }: Survey): readonly IntegrityIssue[] =>
  files.flatMap((file) => {
    const open = file.measures.filter(({ status }) => isOpen(status))
    return isDone(file.problem.status) && open.length > 0
      ? [issue('integrity.done-with-open-measures', placeOfFile(file), [file.problem, ...open], { count: open.length })]
      : []
  })

/** One application at a time; cycles run 1, 2, 3 without a number twice or left out. */
export const closureCycles = ({ files }: Survey): readonly IntegrityIssue[] =>
  files.flatMap((file) => {
    const { closures } = file
    const place = placeOfFile(file)
    const waiting = closures.filter((closure) => closureState(closure) === 'applied')
    // After 退回 the same cycle is applied for again: only what was not returned stands twice.
    const kept = closures.filter((closure) => closureState(closure) !== 'returned')
    const numbers = [...new Set(closures.map(({ cycle }) => cycle ?? 1))].sort((a, b) => a - b)
    const gap = numbers.findIndex((cycle, i) => cycle !== i + 1)
    return [
      ...(waiting.length > 1 ? [issue('integrity.two-applications', place, waiting, { count: waiting.length })] : []),
      ...twins(kept, ({ cycle }) => String(cycle ?? 1)).map((same) =>
        issue('integrity.cycle-doubled', place, same, { text: String(same[0]?.cycle ?? 1), count: same.length }),
      ),
      ...(gap >= 0 ? [issue('integrity.cycle-gap', place, closures, { text: String(gap + 1) })] : []),
    ]
  })

const standsClosed = ({ closedOn, reopenedOn }: Closure): boolean => closedOn !== null && reopenedOn === null
