import { arrange, type Branch, isBranch } from '../../../shared/domain/arrangement.ts'
import type { OutlineNode } from '../../../shared/domain/records/record-kinds.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'

/** A heading of the outline as it stands in its tree. */
export interface OutlineRow {
  readonly node: OutlineNode
  /** 0 for a 类别. */
  readonly depth: number
  readonly parentId: string | null
  /** Problems under it, at any depth. */
  readonly problems: number
  /** Headings right under it. */
  readonly nodes: number
}

/** The headings from top to bottom, with what stands under each. */
export const outlineRows = (nodes: readonly OutlineNode[], placed: readonly PlacedProblem[]): readonly OutlineRow[] => {
  const counts = new Map<string, number>()
  for (const { path } of placed) for (const { id } of path) counts.set(id, (counts.get(id) ?? 0) + 1)
  const under = (branch: Branch<object>, depth: number): readonly OutlineRow[] =>
    branch.children.flatMap((child) => {
      if (!isBranch(child) || !child.node) return []
      const { node } = child
      const parentId = branch.node?.id ?? null
      const own = { node, depth, parentId, problems: counts.get(node.id) ?? 0, nodes: child.children.length }
      return [own, ...under(child, depth + 1)]
    })
  return under(arrange(nodes, [], () => ({})).outline, 0)
}

/** Where a problem can stand, to choose from: '' is the top. */
export const nodeChoices = (rows: readonly OutlineRow[]): readonly { readonly value: string; readonly label: string }[] => [
  { value: '', label: WORDS.top },
  ...rows.map(({ node, depth }) => ({ value: node.id, label: `${'　'.repeat(depth)}${node.heading || WORDS.untitled}` })),
]
