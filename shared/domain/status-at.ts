import type { PlainDate } from '../base/plain-date.ts'
import type { ProblemFile } from './ledger.ts'
import { isDone, type Status } from './status.ts'

/** The status of a problem as of a day: one that was finished later was still open, one that was closed later was finished. */
export const statusAt = (file: ProblemFile, cutoff: PlainDate): Status => {
  const { completedOn } = file.problem
  const closedOn = file.closures.at(-1)?.closedOn ?? null
  const status = file.problem.status === 'closed' && closedOn !== null && closedOn > cutoff ? 'done' : file.problem.status
  return isDone(status) && completedOn !== null && completedOn > cutoff ? 'inProgress' : status
}
