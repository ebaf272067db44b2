import type { ProblemFile } from './ledger.ts'
import { isDone, type Status } from './status.ts'

/** What the measures of a problem say of its status, and how many of them say it. */
export interface SuggestedStatus {
  readonly status: Status
  readonly measures: number
  /** Finished ones. */
  readonly done: number
  readonly basicallyDone: number
}

/**
 * The status the measures speak for, where it is another than the problem's. It is never set by itself: a problem may be done in ways its
 * measures do not tell. Null when they agree, when a measure does not say where it stands and the others do not settle it, and for a
 * problem that is closed.
 */
export const suggestedStatus = ({ problem, measures }: Pick<ProblemFile, 'problem' | 'measures'>): SuggestedStatus | null => {
  const statuses = measures.map(({ status }) => status)
  const status = problem.status === 'closed' ? null : spokenFor(statuses)
  if (status === null || status === problem.status) return null
  return {
    status,
    measures: statuses.length,
    done: statuses.filter(isDone).length,
    basicallyDone: statuses.filter((s) => s === 'basicallyDone').length,
  }
}

const spokenFor = (statuses: readonly Status[]): Status | null => {
  if (statuses.length === 0) return null
  if (statuses.includes('inProgress')) return 'inProgress'
  if (statuses.every(isDone)) return 'done'
  if (statuses.every((status) => isDone(status) || status === 'basicallyDone')) return 'basicallyDone'
  if (statuses.every((status) => status === 'notStarted')) return 'notStarted'
  // Some have begun and some have not: the whole is under way.
  const hasBegun = statuses.some((status) => isDone(status) || status === 'basicallyDone')
  return hasBegun && statuses.includes('notStarted') ? 'inProgress' : null
}
