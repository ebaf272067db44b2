import type { PlainDate } from '../../base/plain-date.ts'
import { type Deadline, deadlineOf } from '../deadline.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import type { Extension, Measure } from '../records/record-kinds.ts'
import { isDone, type Status } from '../status.ts'
import { statusAt } from '../status-at.ts'
import { thresholdsOf, type Warning, type WarningThresholds, warningAt } from '../warning.ts'

/** How a problem, an item or a measure stood at the end of a cut-off date. */
export interface Standing {
  readonly id: string
  readonly status: Status
  readonly sustained: boolean
  readonly deadline: Deadline
  readonly warning: Warning
}

export interface ProblemStanding extends Standing {
  readonly file: ProblemFile
  /** Of its measures, in their order. */
  readonly measures: readonly Standing[]
  /** 整改事项 of the problem: its measures that carry an account of their own, or the problem itself as one. */
  readonly items: readonly Standing[]
}

/** Every problem as it stood, in display order. */
export const standingsAt = (ledger: Ledger, cutoff: PlainDate): readonly ProblemStanding[] =>
  ledger.problems.map((file) => problemStanding(file, cutoff, thresholdsOf(ledger.ledger)))

const problemStanding = (file: ProblemFile, cutoff: PlainDate, thresholds: WarningThresholds): ProblemStanding => {
  const standing = (of: Pick<Measure, 'id' | 'sustained' | 'deadlineOn' | 'deadlineWords'>, status: Status): Standing => {
    const deadline = deadlineAt(of, file.extensions, cutoff)
    return { id: of.id, status, sustained: of.sustained, deadline, warning: warningAt(deadline, status, cutoff, thresholds) }
  }
  const own = standing(file.problem, statusAt(file, cutoff))
  const measures = file.measures.map((measure) => standing(measure, measureStatusAt(measure, cutoff)))
  const ownAccount = new Set(file.measures.filter(isItem).map(({ id }) => id))
  const items = measures.filter(({ id }) => ownAccount.has(id))
  return { ...own, file, measures, items: items.length > 0 ? items : [own] }
}

/** A measure with an account of its own is an Item: a notice prints it under a number, and under its title where it has one. */
export const isItem = (measure: Measure): boolean => measure.account !== ''

/** The status of a measure as of a day: one that was finished later was still open. */
const measureStatusAt = (measure: Measure, cutoff: PlainDate): Status =>
  isDone(measure.status) && measure.completedOn !== null && measure.completedOn > cutoff ? 'inProgress' : measure.status

/** The deadline that held on a day: an extension that was approved later had not moved it yet. */
const deadlineAt = (
  owner: { readonly id: string; readonly deadlineOn: PlainDate | null; readonly deadlineWords: string },
  extensions: readonly Extension[],
  cutoff: PlainDate,
): Deadline => {
  const later = extensions.find(({ ownerId, approvedOn }) => ownerId === owner.id && approvedOn !== null && approvedOn > cutoff)
  return later ? { on: later.fromOn, words: later.fromWords } : deadlineOf(owner)
}
