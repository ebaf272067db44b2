import type { PlainDate } from '../../base/plain-date.ts'
import { type Deadline, deadlineOf } from '../deadline.ts'
import { fileAt } from '../file-at.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import type { Measure, Problem } from '../records/record-kinds.ts'
import type { Status } from '../status.ts'
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
  const then = fileAt(file, cutoff)
  const standing = (of: Problem | Measure): Standing => {
    const deadline = deadlineOf(of)
    const { id, status, sustained } = of
    return { id, status, sustained, deadline, warning: warningAt(deadline, status, cutoff, thresholds) }
  }
  const own = standing(then.problem)
  const measures = then.measures.map(standing)
  const ownAccount = new Set(file.measures.filter(isItem).map(({ id }) => id))
  const items = measures.filter(({ id }) => ownAccount.has(id))
  return { ...own, file, measures, items: items.length > 0 ? items : [own] }
}

/** A measure with an account of its own is an Item: a notice prints it under a number, and under its title where it has one. */
export const isItem = (measure: Measure): boolean => measure.account !== ''
