import type { PlainDate } from '../../base/plain-date.ts'
import { inOrder } from '../arrangement.ts'
import type { LedgerRecords } from '../records/record-kinds.ts'
import { accountabilityFigures } from './accountability-figures.ts'
import { activityFigures } from './activity-figures.ts'
import type { Figure } from './figure.ts'
import { leadFigures } from './lead-figures.ts'
import { outcomeFigures } from './outcome-figures.ts'

export type RegisterRecords = Pick<
  LedgerRecords,
  'lead' | 'accountability' | 'outcome' | 'meeting' | 'supervision' | 'supervisionNotice'
>

/** Which problems stand, and which outcomes hang on something that does: what hangs on a removed problem counts nowhere. */
export interface Living {
  readonly problems: ReadonlySet<string>
  readonly outcomes: ReadonlySet<string>
}

/** Every figure of the registers at the end of `cutoff`, in their order, so that every PC prints the same. */
export const registerFigures = (records: RegisterRecords, living: Living, cutoff: PlainDate): readonly Figure[] => [
  ...leadFigures(inOrder(records.lead), cutoff),
  ...accountabilityFigures(
    inOrder(records.accountability).filter(({ problemId }) => problemId === null || living.problems.has(problemId)),
    cutoff,
  ),
  ...outcomeFigures(
    inOrder(records.outcome).filter(({ id, ownerId }) => ownerId === null || living.outcomes.has(id)),
    cutoff,
  ),
  ...activityFigures(records, cutoff),
]
