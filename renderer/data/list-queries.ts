import { type PlacedProblem, storedOf } from './queries.ts'

/** The fields of these problems that two people wrote differently (`measure:…/text`); only those that say they have any are read. */
export const fieldsInConflict = async (placed: readonly PlacedProblem[]): Promise<ReadonlySet<string>> => {
  const stored = await storedOf(placed.filter(({ row }) => row.conflicts > 0).map(({ row }) => row.id))
  return new Set([...stored.values()].flat().flatMap(({ conflicts }) => conflicts.map(({ key }) => key)))
}
