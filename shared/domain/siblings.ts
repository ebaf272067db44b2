import { arrange, type Branch, isBranch, type Placed } from './arrangement.ts'
import type { RecordEdit } from './record-edit.ts'
import type { OutlineNode } from './records/record-kinds.ts'

/** What stands under one node of the outline: problems and nodes share one row. */
export interface Sibling {
  readonly kind: 'problem' | 'outlineNode'
  readonly id: string
  readonly order: string
}

/** The row under a node as it is shown (null: at the top, where everything stands whose parent is gone); null for a node that is not there. */
export const rowUnder = (
  nodeId: string | null,
  nodes: readonly OutlineNode[],
  problems: readonly Placed[],
): readonly Sibling[] | null => {
  const { outline } = arrange(nodes, problems, (problem) => ({ placed: problem }))
  const branch = branchOf(outline, nodeId)
  return (
    branch?.children.map((child) =>
      isBranch(child)
        ? { kind: 'outlineNode', id: child.node?.id ?? '', order: child.node?.order ?? 'a0' }
        : { kind: 'problem', id: child.placed.id, order: child.placed.order },
    ) ?? null
  )
}

/** Where in the row stands what comes behind `afterId` (null: first); null when that is not in the row. */
export const indexBehind = (row: readonly Sibling[], afterId: string | null): number | null => {
  if (afterId === null) return 0
  const at = row.findIndex(({ id }) => id === afterId)
  return at === -1 ? null : at + 1
}

/** Gives siblings another place in their row. */
export const placeEdits = (moved: readonly { readonly sibling: Sibling; readonly order: string }[]): readonly RecordEdit[] =>
  moved.map(({ sibling, order }): RecordEdit => ({ type: 'change', kind: sibling.kind, id: sibling.id, fields: { order } }))

type Shown = { readonly placed: Placed }

const branchOf = (branch: Branch<Shown>, nodeId: string | null): Branch<Shown> | null => {
  if ((branch.node?.id ?? null) === nodeId) return branch
  for (const child of branch.children) {
    const found = isBranch(child) ? branchOf(child, nodeId) : null
    if (found) return found
  }
  return null
}
