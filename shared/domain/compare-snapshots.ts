import type { Decimal } from '../base/decimal.ts'
import type { FrozenProblem, Snapshot } from './snapshot.ts'
import { isDone } from './status.ts'

/** A problem that is in both, as it stood in each. */
export interface ProblemChange {
  readonly before: FrozenProblem
  readonly after: FrozenProblem
}

/** A problem that is no longer there: joined to another (合并), or removed. */
export interface GoneProblem {
  readonly problem: FrozenProblem
  /** The problem that has its measures now; null where it was removed, or joined without any measure to tell it by. */
  readonly joinedIntoId: string | null
}

/** A figure in both; null where that side has none. */
export interface FigureChange {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly before: Decimal | null
  readonly after: Decimal | null
}

/** What happened between two periods. A problem may stand in several lists: closed means finished too where it was not before. */
export interface SnapshotComparison {
  readonly added: readonly FrozenProblem[]
  readonly gone: readonly GoneProblem[]
  readonly finished: readonly ProblemChange[]
  readonly closed: readonly ProblemChange[]
  /** A new cycle has begun, or what was done is done no longer. */
  readonly reopened: readonly ProblemChange[]
  readonly newlyOverdue: readonly ProblemChange[]
  readonly extended: readonly ProblemChange[]
  /** Every change of 状态 or of 长期坚持. */
  readonly statusChanged: readonly ProblemChange[]
  /** Only those that differ, in the order of the later period. */
  readonly figures: readonly FigureChange[]
}

/** Compares an earlier period with a later one of the same ledger. */
export const compareSnapshots = (before: Snapshot, after: Snapshot): SnapshotComparison => {
  const earlier = new Map(before.problems.map((problem) => [problem.id, problem]))
  const later = new Set(after.problems.map(({ id }) => id))
  const both = after.problems.flatMap((problem): ProblemChange[] => {
    const old = earlier.get(problem.id)
    return old ? [{ before: old, after: problem }] : []
  })
  const where = (test: (before: FrozenProblem, after: FrozenProblem) => boolean) => both.filter((c) => test(c.before, c.after))
  return {
    added: after.problems.filter(({ id }) => !earlier.has(id)),
    gone: before.problems
      .filter(({ id }) => !later.has(id))
      .map((problem) => ({ problem, joinedIntoId: inheritorOf(problem, after.problems) })),
    finished: where((a, b) => isDone(b.status) && (!isDone(a.status) || b.cycle > a.cycle)),
    closed: where((a, b) => b.status === 'closed' && (a.status !== 'closed' || b.cycle > a.cycle)),
    reopened: where((a, b) => b.cycle > a.cycle || (isDone(a.status) && !isDone(b.status))),
    newlyOverdue: where((a, b) => b.warning === 'red' && a.warning !== 'red'),
    extended: where((a, b) => b.extensions > a.extensions),
    statusChanged: where((a, b) => a.status !== b.status || a.sustained !== b.sustained),
    figures: figureChanges(before, after),
  }
}

const inheritorOf = ({ measures }: FrozenProblem, problems: readonly FrozenProblem[]): string | null =>
  problems.find(({ measureOrigins }) => measureOrigins.some((origin) => measures.includes(origin)))?.id ?? null

const figureChanges = (before: Snapshot, after: Snapshot): readonly FigureChange[] => {
  const earlier = new Map(before.figures.map((figure) => [figure.id, figure]))
  const later = new Set(after.figures.map(({ id }) => id))
  const changes: readonly FigureChange[] = [
    ...after.figures.map(({ id, label, unit, value }) => ({
      id,
      label,
      unit,
      before: earlier.get(id)?.value ?? null,
      after: value,
    })),
    ...before.figures
      .filter(({ id }) => !later.has(id))
      .map(({ id, label, unit, value }) => ({ id, label, unit, before: value, after: null })),
  ]
  return changes.filter((change) => change.before !== change.after)
}
