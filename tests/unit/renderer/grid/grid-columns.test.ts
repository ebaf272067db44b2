import { describe, expect, test } from 'vitest'
import { copiedCells, pastedMatrix } from '../../../../renderer/ui/grid/clipboard.ts'
import type { GridColumn } from '../../../../renderer/ui/grid/grid-items.ts'
import { inOrder } from '../../../../renderer/ui/grid/grid-layout.ts'
import { frozenCount, frozenLefts, tracksOf, withWidth } from '../../../../renderer/ui/grid/grid-tracks.ts'
import { pasteTargets } from '../../../../renderer/ui/grid/paste-targets.ts'

const aColumn = (key: string, fields: Partial<GridColumn> = {}): GridColumn => ({
  key,
  title: key,
  width: 100,
  holds: 'words',
  ...fields,
})

describe('the widths of columns', () => {
  const columns = [aColumn('a'), aColumn('b', { grow: 1 }), aColumn('c', { grow: 3 })]

  test('what the window has left is shared among those that grow', () => {
    expect(tracksOf(columns, {}, 700)).toEqual([100, 200, 400])
  })

  test('a width that was dragged stays, and a narrow window makes nothing narrower', () => {
    expect(tracksOf(columns, { c: 150 }, 700)).toEqual([100, 450, 150])
    expect(tracksOf(columns, {}, 100)).toEqual([100, 100, 100])
  })

  test('no column can be dragged away', () => {
    expect(withWidth({}, 'a', -50)).toEqual({ a: 36 })
  })

  test('frozen columns leave a third of the window to the others', () => {
    expect(frozenCount([100, 200, 400], 3, 480)).toBe(2)
    expect(frozenLefts([100, 200, 400], 2)).toEqual([0, 100, 300])
  })

  test('a column that is new since the order was chosen stands behind the one it followed', () => {
    expect(inOrder(columns, ['c', 'a']).map(({ key }) => key)).toEqual(['c', 'a', 'b'])
  })
})

describe('cells on the clipboard', () => {
  test('one cell is its text alone', () => {
    expect(copiedCells([['甲\n乙']], [aColumn('a')]).plain).toBe('甲\n乙')
  })

  test('words stay words in a spreadsheet, amounts are numbers', () => {
    const { html } = copiedCells([['0790', '12.5']], [aColumn('a'), aColumn('b', { holds: 'amount' })])
    expect(html).toContain(`<td style="mso-number-format:'\\@'">0790</td><td>12.5</td>`)
  })

  test('what looks like HTML is text', () => {
    expect(copiedCells([['<b>&']], [aColumn('a')]).html).toContain('&lt;b&gt;&amp;')
  })

  test.each([
    [
      'one value fills the range',
      '甲',
      { rows: 2, columns: 2 },
      [
        ['甲', '甲'],
        ['甲', '甲'],
      ],
    ],
    [
      'a block is repeated where the range is a multiple',
      '甲\t乙\n',
      { rows: 2, columns: 2 },
      [
        ['甲', '乙'],
        ['甲', '乙'],
      ],
    ],
    ['a block that does not fit is pasted as it is', '甲\t乙', { rows: 1, columns: 3 }, [['甲', '乙']]],
  ])('%s', (_, text, selected, expected) => {
    expect(pastedMatrix(text, selected)).toEqual(expected)
  })

  test('a paste goes over rows and items, and tells what has no cell', () => {
    const rows = {
      p: [
        ['1', '甲'],
        [null, '乙'],
      ],
      q: [['2', '丙']],
    } as const
    const shape = {
      keys: ['p', 'q'],
      indexOf: (key: string) => ['p', 'q'].indexOf(key),
      columns: 2,
      rowsOf: (key: string) => rows[key as 'p' | 'q'],
    }
    const { writes, lost, below } = pasteTargets(shape, { key: 'p', row: 0, column: 0 }, [
      ['a', 'b'],
      ['x', 'c'],
      ['d', 'e', 'y'],
      ['f'],
    ])
    expect(writes.map(({ cell, text }) => `${cell.key}${cell.row}${cell.column}${text}`)).toEqual([
      'p00a',
      'p01b',
      'p11c',
      'q00d',
      'q01e',
    ])
    expect(lost).toBe(2)
    expect(below).toEqual([['f']])
  })

  test('one column beside cells over several rows goes from cell to cell', () => {
    const rows = {
      p: [
        ['1', '甲'],
        [null, '乙'],
      ],
      q: [['2', '丙']],
    } as const
    const shape = {
      keys: ['p', 'q'],
      indexOf: (key: string) => ['p', 'q'].indexOf(key),
      columns: 2,
      rowsOf: (key: string) => rows[key as 'p' | 'q'],
    }
    const { writes } = pasteTargets(shape, { key: 'p', row: 0, column: 0 }, [['a'], ['b']])
    expect(writes.map(({ cell }) => cell.key)).toEqual(['p', 'q'])
  })
})
