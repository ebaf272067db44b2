import { mostCommon } from '../base/list.ts'
import { orderKeys } from '../base/order.ts'
import type { Problem } from '../domain/records/record-kinds.ts'
import type { Draft } from './draft.ts'
import type { OutlineItem } from './outline.ts'
import type { Build } from './read-build.ts'
import type { Home } from './suggest-problems.ts'

/** Adds a problem for an item at its place. */
export type AddProblem = (item: OutlineItem, home: Home) => Problem

/**
 * Puts the items that hold problems into the outline of the ledger: problems as problems, what stands above them as nodes, in the
 * order of the text. An item without an answer that stands where problems stand is a problem too.
 */
export const addOutline = (draft: Draft, build: Build, addProblem: AddProblem): readonly Problem[] => {
  const found = [...build.problems]
  const usual = mostCommon(found.map(placeOf))
  const isProblem = (item: OutlineItem): boolean =>
    build.problems.has(item) || (found.length > 0 && build.childrenOf(item).length === 0 && placeOf(item) === usual)

  const place = (siblings: readonly OutlineItem[], parentId: string | null): readonly Problem[] => {
    const places = orderKeys(siblings.length)
    return siblings.flatMap((item, i) => {
      const order = places[i] ?? 'a0'
      if (isProblem(item)) return [addProblem(item, { nodeId: parentId, order })]
      const node = draft.add('outlineNode', {
        parentId,
        order,
        heading: item.line.text,
        text: item.body.map((line) => line.text).join('\n'),
        sourceNumber: item.printedMark,
      })
      return place(item.children, node.id)
    })
  }
  return place(build.top, null)
}

/** Depth and style: problems of one text mostly stand at one place. */
const placeOf = (item: OutlineItem): string => `${item.depth} ${item.mark.style}`
