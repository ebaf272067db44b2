import { expect, test } from 'vitest'
import {
  arrangedEntries,
  type EntryColumn,
  type EntryRow,
  type EntryView,
  entriesOfTable,
} from '../../../../renderer/ui/entries/entry-rows.ts'

const column = (key: string, title: string, more: Partial<EntryColumn> = {}): EntryColumn => ({
  ...{ key, title, width: 80, holds: 'words', input: 'line', choices: [] },
  ...more,
})
const COLUMNS = [
  column('number', '序号', { input: null }),
  column('kind', '类别', { choices: ['党纪', '政务', '诫勉'] }),
  column('count', '数量', { holds: 'amount' }),
  column('state', '状态', { input: null }),
]
const row = (key: string, kind: string, count: string): EntryRow => ({ key, cells: { kind, count } })
const ROWS = [row('a', '诫勉', '9'), row('b', '党纪', '10'), row('c', '', ''), row('d', '党纪', '2')]
const VIEW: EntryView = { words: '', sort: null, groupBy: null, closed: new Set(), only: null }
const keysOf = (view: Partial<EntryView>) =>
  arrangedEntries(ROWS, COLUMNS, { ...VIEW, ...view }, (value, own) => `${value} ${own.length}`)

test('numbers are sorted as numbers, choices in their own order, and what is not told stands last both ways', () => {
  const sorted = (key: string, descending: boolean) =>
    keysOf({ sort: { column: key, descending } })
      .rows.map(({ key: id }) => id)
      .join('')
  expect([sorted('count', false), sorted('count', true)]).toEqual(['dabc', 'badc'])
  expect([sorted('kind', false), sorted('kind', true)]).toEqual(['bdac', 'abdc'])
})

test('every word must stand somewhere in a row, and a figure shows exactly its own', () => {
  expect(keysOf({ words: '党纪 10' }).rows.map(({ key }) => key)).toEqual(['b'])
  expect(keysOf({ only: new Set(['a', 'c']) }).rows.map(({ key }) => key)).toEqual(['a', 'c'])
})

test('groups stand in the order of their values with all their rows counted, also when they are closed', () => {
  const { items, rows } = keysOf({ groupBy: 'kind', closed: new Set(['heading/党纪']) })
  expect(items).toMatchObject([
    { type: 'heading', title: '党纪 2', count: 2, isOpen: false },
    { type: 'heading', title: '诫勉 1', isOpen: true },
    { type: 'rows', key: 'a' },
    { type: 'heading', title: ' 1', isOpen: true },
    { type: 'rows', key: 'c' },
  ])
  expect(rows).toHaveLength(4)
})

test('a pasted table is read by its headings in any order, and without headings from the first column that is typed', () => {
  const named = entriesOfTable(
    [
      ['数量', '状态', '类 别'],
      ['3', '办结', '党纪'],
      ['', '', ''],
    ],
    COLUMNS,
  )
  expect(named).toMatchObject({ hasHeadings: true, entries: [{ count: '3', kind: '党纪' }] })
  const bare = entriesOfTable([['政务', '4', '多出来的'], ['诫勉']], COLUMNS)
  expect(bare).toMatchObject({ hasHeadings: false, entries: [{ kind: '政务', count: '4' }, { kind: '诫勉' }] })
})
