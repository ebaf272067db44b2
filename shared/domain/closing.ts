import type { Closure, Problem } from './records/record-kinds.ts'

/**
 * Where one application stands. What two PCs did at once shows as a conflict of the problem's status; until a person decides, a closing
 * goes before a return.
 */
export type ClosureState = 'applied' | 'returned' | 'closed' | 'reopened'

export const closureState = (closure: Closure): ClosureState => {
  if (closure.reopenedOn !== null) return 'reopened'
  if (closure.closedOn !== null) return 'closed'
  return closure.returnedOn === null ? 'applied' : 'returned'
}

/** By cycle, and in a cycle as they were applied for. */
export const inCycles = (closures: readonly Closure[]): readonly Closure[] =>
  [...closures].sort((a, b) => (a.cycle ?? 1) - (b.cycle ?? 1) || (a.attempt ?? 1) - (b.attempt ?? 1) || (a.id < b.id ? -1 : 1))

/** The applications of a problem, in their order: its 问题档案 has them so. */
interface Closings {
  readonly closures: readonly Closure[]
}

/** The application that waits for its reviews and its end; null when there is none. */
export const openApplication = (file: Closings): Closure | null => lastIn(file, 'applied')

/** The closing that stands: nothing was reopened or applied for since. */
export const standingClosure = (file: Closings): Closure | null => lastIn(file, 'closed')

const lastIn = ({ closures }: Closings, state: ClosureState): Closure | null => {
  const last = closures.at(-1)
  return last && closureState(last) === state ? last : null
}

/** The name, cycle and attempt of the next application: after a return the same cycle is tried again, after a closing the next begins. */
export const nextApplication = (
  file: Closings & { readonly problem: Problem },
): { readonly id: string; readonly cycle: number; readonly attempt: number } => {
  const last = file.closures.at(-1)
  const sameCycle = last !== undefined && (closureState(last) === 'returned' || closureState(last) === 'applied')
  const cycle = last === undefined ? 1 : (last.cycle ?? 1) + (sameCycle ? 0 : 1)
  const attempt = sameCycle ? (last.attempt ?? 1) + 1 : 1
  return { id: closureId(file.problem.id, cycle, attempt), cycle, attempt }
}

/**
 * The id follows from problem, cycle and attempt: two PCs that apply at once make one record, and what they wrote differently shows as
 * conflicts. A problem's id is 24 characters long; one of a foreign program that leaves no room for the rest is shortened to its two ends.
 */
const closureId = (problemId: string, cycle: number, attempt: number): string => {
  const end = attempt === 1 ? `-c${cycle}` : `-c${cycle}-${attempt}`
  const room = LONGEST_ID - end.length
  const half = Math.floor(room / 2)
  const stem = problemId.length <= room ? problemId : problemId.slice(0, half) + problemId.slice(problemId.length - (room - half))
  return stem + end
}

const LONGEST_ID = 64
