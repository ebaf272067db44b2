import { addDays, daysBetween, type PlainDate } from '../../base/plain-date.ts'
import { deadlineOf } from '../deadline.ts'
import { fileAt } from '../file-at.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import { isDone } from '../status.ts'
import { statusAt } from '../status-at.ts'
import { counted, type Figure } from './figure.ts'

/** One point of 整改进度: at the end of `on`, how many problems were to be done by then, and how many were. */
export interface BurnUpPoint {
  readonly on: PlainDate
  readonly planned: Figure
  /** Null after the cut-off date: nobody knows yet. */
  readonly done: Figure | null
}

/**
 * 整改进度 week by week since 反馈, with a point at the cut-off date itself and the plan up to the last deadline. The last `done` is the figure
 * `problems.done` of the cut-off date. Empty where no day is known to begin with.
 */
export const burnUp = (ledger: Ledger, cutoff: PlainDate): readonly BurnUpPoint[] => {
  const plan = ledger.problems.map((file) => ({ id: file.problem.id, on: deadlineOf(fileAt(file, cutoff).problem).on }))
  const start = firstDay(ledger, cutoff)
  if (start === null) return []
  const lastPlanned = plan.reduce<PlainDate | null>(
    (last, { on }) => (on !== null && (last === null || on > last) ? on : last),
    null,
  )
  return daysOf(start, cutoff, lastPlanned).map((on) => ({
    on,
    planned: counted(
      { id: `burnUp.planned.${on}`, label: `${on}应完成问题数`, unit: '个', formula: `按统计日期的时限，时限不晚于${on}的问题` },
      plan.flatMap((problem) => (problem.on !== null && problem.on <= on ? [problem.id] : [])),
    ),
    done: on > cutoff ? null : doneOn(ledger.problems, on),
  }))
}

const doneOn = (problems: readonly ProblemFile[], on: PlainDate): Figure =>
  counted(
    {
      id: `burnUp.done.${on}`,
      label: `${on}已完成问题数`,
      unit: '个',
      formula: `截至${on}状态为“已完成”“已销号”的问题（没有完成日期、销号日期的按现在的状态计）`,
    },
    problems.flatMap((file) => (isDone(statusAt(file, on)) ? [file.problem.id] : [])),
  )

/** 反馈; without it the first day anything was finished or due. A ledger looked at before that day begins at the cut-off date. */
const firstDay = ({ inspection, problems }: Ledger, cutoff: PlainDate): PlainDate | null => {
  const known =
    inspection.feedbackOn ?? earliest(problems.flatMap(({ problem }) => [problem.completedOn, deadlineOf(problem).on]))
  if (known === null || known >= cutoff) return known === null ? null : cutoff
  const cut = addDays(cutoff, -MOST_WEEKS * 7)
  return cut !== null && known < cut ? cut : known
}

const earliest = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.reduce<PlainDate | null>((first, on) => (on !== null && (first === null || on < first) ? on : first), null)

/** Before the cut-off date three years, after it two: further off nothing can be seen in a chart. */
const MOST_WEEKS = 156
const MOST_WEEKS_AHEAD = 104

const daysOf = (start: PlainDate, cutoff: PlainDate, last: PlainDate | null): readonly PlainDate[] => {
  const weeks = Math.ceil(Math.max(0, daysBetween(start, cutoff)) / 7)
  const past = Array.from({ length: weeks }, (_, i) => addDays(start, i * 7)).filter((on) => on !== null)
  const ahead = last === null ? 0 : Math.min(MOST_WEEKS_AHEAD, Math.ceil(Math.max(0, daysBetween(cutoff, last)) / 7))
  const coming = Array.from({ length: ahead }, (_, i) => addDays(cutoff, (i + 1) * 7)).filter((on) => on !== null)
  return [...past, cutoff, ...coming]
}
