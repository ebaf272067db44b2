import type { PlainDate } from '../base/plain-date.ts'
import { type Deadline, deadlineOf } from './deadline.ts'
import { extensionsOf } from './extensions.ts'
import type { ProblemFile } from './ledger.ts'
import type { Measure, Problem } from './records/record-kinds.ts'
import { isDone, type Status } from './status.ts'
import { statusAt } from './status-at.ts'

/**
 * A 问题档案 with the status and the deadline its problem and its measures had at the end of a day, and the 延期 and 销号 there were. At a day
 * no earlier than any of its dates it is the 问题档案 itself. Everything else is as it stands today.
 */
export const fileAt = (file: ProblemFile, cutoff: PlainDate): ProblemFile => {
  const at = <T extends Problem | Measure>(of: T, status: Status): T => {
    const { on, words } = deadlineAt(file, of, cutoff)
    const completedOn = of.completedOn !== null && of.completedOn > cutoff ? null : of.completedOn
    return { ...of, status, completedOn, deadlineOn: on, deadlineWords: words }
  }
  const later = file.extensions.filter(({ approvedOn }) => isAfter(approvedOn, cutoff))
  return {
    ...file,
    problem: at(file.problem, statusAt(file, cutoff)),
    measures: file.measures.map((measure) => at(measure, measureStatusAt(measure, cutoff))),
    // What follows on an extension that was not there yet was not there either.
    extensions: file.extensions.filter(
      (own) => !later.some(({ ownerId, order }) => ownerId === own.ownerId && order <= own.order),
    ),
    closures: file.closures.filter(({ appliedOn, closedOn }) => !isAfter(appliedOn, cutoff) && !isAfter(closedOn, cutoff)),
  }
}

/** The status of a measure as of a day: one that was finished later was still open. */
const measureStatusAt = (measure: Measure, cutoff: PlainDate): Status =>
  isDone(measure.status) && isAfter(measure.completedOn, cutoff) ? 'inProgress' : measure.status

/** The deadline that held on a day: an extension that was approved later had not moved it yet. */
const deadlineAt = (file: ProblemFile, of: Problem | Measure, cutoff: PlainDate): Deadline => {
  const later = extensionsOf(file, of.id).find(({ approvedOn }) => isAfter(approvedOn, cutoff))
  return later ? { on: later.fromOn, words: later.fromWords } : deadlineOf(of)
}

const isAfter = (on: PlainDate | null, cutoff: PlainDate): boolean => on !== null && on > cutoff
