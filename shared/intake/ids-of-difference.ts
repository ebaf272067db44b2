import type { TableDifference } from './compare-with-ledger.ts'

/** What of a difference can be accepted: `known` is everything, `all` what a table says and the ledger lacks, conflicts left out. */
export const idsOfDifference = (
  difference: TableDifference,
): { readonly known: ReadonlySet<string>; readonly all: readonly string[]; readonly newProblems: ReadonlySet<string> } => {
  const changes = difference.changed.flatMap((problem) => problem.changes)
  const measures = difference.changed.flatMap((problem) => problem.newMeasures.map(({ id }) => id))
  const problems = difference.newProblems.map(({ id }) => id)
  const all = [
    ...changes.filter(({ verdict }) => verdict === 'table' || verdict === 'differs').map(({ id }) => id),
    ...measures,
    ...problems,
  ]
  return { known: new Set([...changes.map(({ id }) => id), ...all]), all, newProblems: new Set(problems) }
}
