import { describe, expect, test } from 'vitest'
import type { PlacedProblem } from '../../../renderer/data/queries.ts'
import { addedBefore } from '../../../renderer/features/lists/added-after.ts'
import { withView } from '../../../renderer/features/lists/list-views.ts'
import { stepped } from '../../../renderer/features/lists/moved-problems.ts'
import { nodeChoices, outlineRows } from '../../../renderer/features/lists/outline-rows.ts'
import { groupedItems, groupedProblems } from '../../../renderer/features/lists/shown-problems.ts'
import { problemRow } from '../../../shared/domain/problem-row.ts'
import { aLedger, type ProblemSketch } from '../../support/a-ledger.ts'

const placedIn = (problems: readonly ProblemSketch[]) => {
  const { records, problems: files } = aLedger({
    nodes: [
      { id: 'n1', heading: '甲类' },
      { id: 'n2', heading: '乙类' },
    ],
    problems,
  })
  const placed = files.map((file): PlacedProblem => {
    const responsibility = file.responsibilities
    const row = problemRow({ ...records, problem: [file.problem], responsibility })
    return { row: row as PlacedProblem['row'], path: file.path, number: file.number }
  })
  return { placed, nodes: records.outlineNode }
}
const { placed, nodes } = placedIn([
  { nodeId: 'n1', status: 'done', responsibilities: [{ role: 'unit', name: '县财政局' }] },
  {
    nodeId: 'n1',
    status: 'inProgress',
    responsibilities: [
      { role: 'unit', name: '县财政局' },
      { role: 'leadUnit', name: '县水利局' },
    ],
  },
  { nodeId: 'n2', status: 'done' },
])
const titles = (grouping: Parameters<typeof groupedProblems>[1]) =>
  groupedProblems(placed, grouping).map(({ title, problems }) => `${title}${problems.map(({ number }) => number).join()}`)

describe('groups of problems', () => {
  test('hold each problem once, under its 牵头单位 before its 责任单位, and what tells none last', () => {
    expect(titles('unit')).toEqual(['县财政局1', '县水利局2', '3'])
  })

  test('of statuses stand in the order of the statuses, of 类别 as in the outline', () => {
    expect(titles('status')).toEqual(['整改中2', '已完成1,3'])
    expect(titles('category')).toEqual(['甲类1,2', '乙类3'])
  })

  test('that are closed show their heading and count alone', () => {
    const groups = groupedProblems(placed, 'status')
    const items = groupedItems(groups, 'problems', { closed: ['group:done'], untold: '' })
    expect(items.map(({ type, key }) => (type === 'heading' ? key : 'row'))).toEqual(['group:inProgress', 'row', 'group:done'])
    expect(items.at(-1)).toMatchObject({ count: 2, isOpen: false })
  })
})

describe('a step up or down', () => {
  test('goes past one neighbour of the same heading, and not out of it', () => {
    expect(stepped(placed, nodes, ['p2'], 'up')).toEqual({ ids: ['p2'], nodeId: 'n1', afterId: null })
    expect(stepped(placed, nodes, ['p1'], 'down')).toEqual({ ids: ['p1'], nodeId: 'n1', afterId: 'p2' })
    expect(stepped(placed, nodes, ['p3'], 'up')).toBe('at-end')
    expect(stepped(placed, nodes, ['p2', 'p3'], 'up')).toBe('not-together')
  })

  test('a problem added above stands behind the one before it', () => {
    const [first, second] = placed as [PlacedProblem, PlacedProblem]
    expect(addedBefore(placed, nodes, first)).toEqual({ nodeId: 'n1', afterId: null })
    expect(addedBefore(placed, nodes, second)).toEqual({ nodeId: 'n1', afterId: 'p1' })
  })
})

test('the outline tells depth and counts, and the top can be chosen', () => {
  const rows = outlineRows(nodes, placed)
  expect(rows.map(({ node, depth, problems }) => [node.heading, depth, problems])).toEqual([
    ['甲类', 0, 2],
    ['乙类', 0, 1],
  ])
  expect(nodeChoices(rows).map(({ value }) => value)).toEqual(['', 'n1', 'n2'])
})

test('a view of a name that is taken replaces the other', () => {
  const view = { name: '例会', list: 'problems' } as unknown as Parameters<typeof withView>[1]
  expect(withView([{ ...view, list: 'times' }], view)).toEqual([view])
})
