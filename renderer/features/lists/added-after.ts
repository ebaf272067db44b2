import type { PlacedProblem } from '../../data/queries.ts'

/** Where a new problem goes: behind the given one, under the same heading; without one, behind the last of the ledger. */
export const addedAfter = (
  placed: readonly PlacedProblem[],
  focused: PlacedProblem | undefined,
): { readonly nodeId: string | null; readonly after: string | null; readonly before: string | null } => {
  const above = focused ?? placed.at(-1)
  if (!above) return { nodeId: null, after: null, before: null }
  const { nodeId, order } = above.row
  const below = placed
    .filter(({ row }) => row.nodeId === nodeId && row.order > order)
    .reduce<string | null>((least, { row }) => (least === null || row.order < least ? row.order : least), null)
  return { nodeId, after: order, before: below }
}
