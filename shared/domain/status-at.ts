import type { PlainDate } from '../base/plain-date.ts'
import { standingClosure } from './closing.ts'
import type { ProblemFile } from './ledger.ts'
import type { Closure } from './records/record-kinds.ts'
import { isDone, type Status } from './status.ts'

/**
 * The status of a problem as of a day: one that was finished later was still open, one that was closed later was what it was before. A day
 * before a return or a reopening belongs to the application that ended so, which keeps the dates it had: what was counted then stays
 * counted, whatever came after.
 */
export const statusAt = (file: ProblemFile, cutoff: PlainDate): Status => {
  const { status, completedOn } = file.problem
  const past = file.closures.find((closure, i) => {
    const next = file.closures[i + 1]
    // A closing that was left by hand ended on no day that is known: at the latest when the next cycle began.
    const left = closure.closedOn === null ? null : (next?.appliedOn ?? next?.closedOn ?? null)
    const end = closure.reopenedOn ?? closure.returnedOn ?? left
    return end !== null && cutoff < end
  })
  if (past) return statusIn(past, past.completedOn, cutoff)
  const standing = status === 'closed' ? standingClosure(file) : null
  return standing ? statusIn(standing, completedOn, cutoff) : unlessLater(status, completedOn, cutoff)
}

/** The status on a day of one application's life. */
const statusIn = ({ closedOn, statusBefore }: Closure, completedOn: PlainDate | null, cutoff: PlainDate): Status => {
  if (closedOn !== null && closedOn <= cutoff) return unlessLater('closed', completedOn, cutoff)
  return unlessLater(statusBefore ?? 'done', completedOn, cutoff)
}

const unlessLater = (status: Status, completedOn: PlainDate | null, cutoff: PlainDate): Status =>
  isDone(status) && completedOn !== null && completedOn > cutoff ? 'inProgress' : status
