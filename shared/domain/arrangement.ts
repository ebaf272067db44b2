import { groupBy } from '../base/list.ts'
import type { OutlineNode } from './records/record-kinds.ts'

/** What the outline needs to know of a problem to give it its place. */
export interface Placed {
  readonly id: string
  readonly nodeId: string | null
  readonly order: string
}

/** One node of the outline with what stands under it, nodes and problems side by side as they are ordered; the root has no node. */
export interface Branch<T> {
  readonly node: OutlineNode | null
  readonly children: readonly (Branch<T> | T)[]
}

/** Every problem in display order, and the tree they stand in. */
export interface Arrangement<T> {
  readonly outline: Branch<T>
  readonly problems: readonly T[]
}

export const isBranch = <T extends object>(child: Branch<T> | T): child is Branch<T> => 'children' in child

/** Siblings in their order; equal places fall back to the id, so that every PC shows the same. */
export const inOrder = <T extends { readonly order: string; readonly id: string }>(records: readonly T[]): readonly T[] =>
  [...records].sort((a, b) => compareText(a.order, b.order) || compareText(a.id, b.id))

/**
 * Puts problems in display order under their outline and numbers them from 1. A problem or node whose parent is missing, and nodes that
 * a merge has put under each other, stand at the top: nothing is hidden because a reference is broken. `place` makes what is wanted of a
 * problem from the outline nodes above it (from 类别 down) and its 序号.
 */
export const arrange = <P extends Placed, T extends object>(
  nodes: readonly OutlineNode[],
  problems: readonly P[],
  place: (problem: P, path: readonly OutlineNode[], number: number) => T,
): Arrangement<T> => {
  const parents = shownParents(nodes)
  const children = groupBy<OutlineNode | P, string | null>([...nodes, ...problems], (child) =>
    isNode(child) ? (parents.get(child.id) ?? null) : child.nodeId !== null && parents.has(child.nodeId) ? child.nodeId : null,
  )
  const placed: T[] = []

  const branchOf = (node: OutlineNode | null, path: readonly OutlineNode[]): Branch<T> => ({
    node,
    children: inOrder(children.get(node?.id ?? null) ?? []).map((child) => {
      if (isNode(child)) return branchOf(child, [...path, child])
      const made = place(child, path, placed.length + 1)
      placed.push(made)
      return made
    }),
  })

  return { outline: branchOf(null, []), problems: placed }
}

const isNode = (child: OutlineNode | Placed): child is OutlineNode => 'heading' in child

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * [Note: Place] Where a problem stands, as one text: the order and the id of each outline node above it and its own, ended by a character
 * below all others. Comparing places by code unit gives the order of `arrange`; everything under a node begins with the node's place.
 */
export const placesOf = (nodes: readonly OutlineNode[]) => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = shownParents(nodes)
  const known = new Map<string, string>()
  const ofNode = (id: string | null | undefined): string => {
    const node = id === null || id === undefined ? undefined : byId.get(id)
    if (!node) return ''
    const place = known.get(node.id) ?? ofNode(parents.get(node.id)) + placeAmongSiblings(node)
    known.set(node.id, place)
    return place
  }
  return { ofNode, ofProblem: (problem: Placed): string => ofNode(problem.nodeId) + placeAmongSiblings(problem) }
}

const placeAmongSiblings = ({ order, id }: { readonly order: string; readonly id: string }): string =>
  `${order}${BELOW_ALL}${id}${BELOW_ALL}`

const BELOW_ALL = '\u0000'

/** Above every place that begins with this one. */
export const endOfPlace = (place: string): string => `${place}\uffff`

/** The outline nodes above each node, from 类别 down, itself among them. */
export const pathsOf = (nodes: readonly OutlineNode[]): ReadonlyMap<string, readonly OutlineNode[]> => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = shownParents(nodes)
  const pathOf = (node: OutlineNode): readonly OutlineNode[] => {
    const parent = byId.get(parents.get(node.id) ?? '')
    return parent ? [...pathOf(parent), node] : [node]
  }
  return new Map(nodes.map((node) => [node.id, pathOf(node)]))
}

/** The parent each node is shown under: null when it is missing, or when following parents comes back to the node itself. */
const shownParents = (nodes: readonly OutlineNode[]): ReadonlyMap<string, string | null> => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const isItsOwnAncestor = (node: OutlineNode): boolean => {
    const seen = new Set<string>()
    let parent = node.parentId
    while (parent !== null && parent !== node.id && !seen.has(parent)) {
      seen.add(parent)
      parent = byId.get(parent)?.parentId ?? null
    }
    return parent === node.id
  }
  const shown = (node: OutlineNode): string | null => {
    const hasParent = node.parentId !== null && byId.has(node.parentId)
    return hasParent && !isItsOwnAncestor(node) ? node.parentId : null
  }
  return new Map(nodes.map((node) => [node.id, shown(node)]))
}
