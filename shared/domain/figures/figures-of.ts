import type { PlainDate } from '../../base/plain-date.ts'
import { inOrder } from '../arrangement.ts'
import { directoryOf } from '../directory.ts'
import type { Ledger } from '../ledger.ts'
import { thresholdsOf } from '../warning.ts'
import { accountabilityFigures } from './accountability-figures.ts'
import { activityFigures } from './activity-figures.ts'
import type { Figure } from './figure.ts'
import { groupFigures } from './group-figures.ts'
import { leadFigures } from './lead-figures.ts'
import { outcomeFigures } from './outcome-figures.ts'
import { closureFigures, extensionFigures, problemFigures } from './problem-figures.ts'
import { standingsAt } from './standing.ts'

/**
 * Every figure the ledger can prove at the end of `cutoff`. A register that nobody has filled gives none. What happened later does not
 * count; what bears no date does, and the formula says so. What hangs on a removed problem counts nowhere.
 */
export const figuresOf = (ledger: Ledger, cutoff: PlainDate): readonly Figure[] => {
  const problems = standingsAt(ledger, cutoff)
  const thresholds = thresholdsOf(ledger.ledger)
  const { records } = ledger
  // In the order of the registers, so that every PC prints the same.
  const accountability = inOrder(records.accountability)
  const standing = new Set(problems.map(({ id }) => id))
  const proven = new Set(problems.flatMap(({ file }) => file.outcomes.map(({ id }) => id)))
  return [
    ...problemFigures(problems, thresholds),
    ...extensionFigures(problems, cutoff),
    ...closureFigures(problems, cutoff),
    ...leadFigures(inOrder(records.lead), cutoff),
    ...accountabilityFigures(
      accountability.filter(({ problemId }) => problemId === null || standing.has(problemId)),
      cutoff,
    ),
    ...outcomeFigures(
      inOrder(records.outcome).filter(({ id, ownerId }) => ownerId === null || proven.has(id)),
      cutoff,
    ),
    ...activityFigures(records, cutoff),
    ...groupFigures(problems, directoryOf(records), thresholds),
  ]
}
