import type { DeadlineChoice } from '../../../shared/intake/acts-of-difference.ts'
import type { CellChange, TableDifference } from '../../../shared/intake/compare-with-ledger.ts'

/** What a changed 时限 is, and of a 延期 why and by whom. */
export type DeadlineAnswer = Exclude<DeadlineChoice, string>

/** What a person has chosen of a difference so far. */
export interface UpdateChoices {
  readonly ids: ReadonlySet<string>
  readonly deadlines: ReadonlyMap<string, DeadlineAnswer>
}

/** What the ledger has of itself is never taken from the table. */
export const canBeTaken = ({ verdict }: CellChange): boolean => verdict !== 'ledger'

/**
 * What is chosen before a person has looked: what only the unit changed, and what fills an empty cell. A 时限 waits for the word whether it
 * is a 更正 or a 延期; new problems wait for a look.
 */
export const firstChoices = (difference: TableDifference): UpdateChoices => ({
  ids: new Set(
    difference.changed.flatMap(({ changes, newMeasures }) => [
      ...changes
        .filter((change) => change.asks === null && (change.verdict === 'table' || (canBeTaken(change) && change.ledger === '')))
        .map(({ id }) => id),
      ...newMeasures.map(({ id }) => id),
    ]),
  ),
  deadlines: new Map(),
})

/** Everything the table has to offer. */
export const allIds = (difference: TableDifference): ReadonlySet<string> =>
  new Set([
    ...difference.changed.flatMap(({ changes, newMeasures }) => [
      ...changes.filter(canBeTaken).map(({ id }) => id),
      ...newMeasures.map(({ id }) => id),
    ]),
    ...difference.newProblems.map(({ id }) => id),
  ])

/** Chosen 时限 of which nobody has said what they are. */
export const undecidedDeadlines = (difference: TableDifference, { ids, deadlines }: UpdateChoices): number =>
  difference.changed
    .flatMap(({ changes }) => changes)
    .filter(({ id, asks }) => asks === 'deadline' && ids.has(id) && !deadlines.has(id)).length
