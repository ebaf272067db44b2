import { inOrder } from './arrangement.ts'
import { type Deadline, deadlineOf } from './deadline.ts'
import type { ProblemFile } from './ledger.ts'
import type { Extension, Measure, Problem } from './records/record-kinds.ts'

/** 延期 of a problem or measure, first to last. */
export const extensionsOf = (file: Pick<ProblemFile, 'extensions'>, ownerId: string): readonly Extension[] =>
  inOrder(file.extensions.filter((extension) => extension.ownerId === ownerId))

/** 原定时限: the deadline before any extension. */
export const originalDeadline = (file: Pick<ProblemFile, 'extensions'>, of: Problem | Measure): Deadline => {
  const [first] = extensionsOf(file, of.id)
  return first ? { on: first.fromOn, words: first.fromWords } : deadlineOf(of)
}
