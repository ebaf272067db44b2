import type { PlacedProblem } from '../../data/queries.ts'

/** Where a new problem goes: behind the given one, under the same heading; without one, behind the last of the ledger. */
export const addedAfter = (
  placed: readonly PlacedProblem[],
  focused: PlacedProblem | undefined,
): { readonly nodeId: string | null; readonly afterId: string | null } => {
  const above = focused ?? placed.at(-1)
  // The heading it is shown under: one that was removed elsewhere is still named by the row.
  return { nodeId: above?.path.at(-1)?.id ?? null, afterId: above?.row.id ?? null }
}
