import type { OutlineNode } from '../../../shared/domain/records/record-kinds.ts'
import { rowUnder } from '../../../shared/domain/siblings.ts'
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

/** Where a new problem goes that is to stand right above another, under the same heading. */
export const addedBefore = (
  placed: readonly PlacedProblem[],
  nodes: readonly OutlineNode[],
  below: PlacedProblem,
): { readonly nodeId: string | null; readonly afterId: string | null } => {
  const nodeId = below.path.at(-1)?.id ?? null
  const row = rowUnder(
    nodeId,
    nodes,
    placed.map((problem) => problem.row),
  )
  const at = row?.findIndex(({ id }) => id === below.row.id) ?? 0
  return { nodeId, afterId: row?.[at - 1]?.id ?? null }
}
