import type { PlainDate } from '../../base/plain-date.ts'
import { directoryOf } from '../directory.ts'
import type { Ledger } from '../ledger.ts'
import { thresholdsOf } from '../warning.ts'
import type { Figure } from './figure.ts'
import { groupFigures } from './group-figures.ts'
import { closureFigures, extensionFigures, problemFigures } from './problem-figures.ts'
import { registerFigures } from './register-figures.ts'
import { standingsAt } from './standing.ts'

/**
 * Every figure the ledger can prove at the end of `cutoff`. A register that nobody has filled gives none. What happened later does not
 * count; what bears no date does, and the formula says so. What hangs on a removed problem counts nowhere.
 */
export const figuresOf = (ledger: Ledger, cutoff: PlainDate): readonly Figure[] => {
  const problems = standingsAt(ledger, cutoff)
  const thresholds = thresholdsOf(ledger.ledger)
  const { records } = ledger
  const living = {
    problems: new Set(problems.map(({ id }) => id)),
    outcomes: new Set(problems.flatMap(({ file }) => file.outcomes.map(({ id }) => id))),
  }
  return [
    ...problemFigures(problems, thresholds),
    ...extensionFigures(problems, cutoff),
    ...closureFigures(problems, cutoff),
    ...registerFigures(records, living, cutoff),
    ...groupFigures(problems, directoryOf(records), thresholds),
  ]
}
