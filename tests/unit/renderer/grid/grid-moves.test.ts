import { describe, expect, test } from 'vitest'
import { anchorRow, spanOf } from '../../../../renderer/ui/grid/cell-span.ts'
import type { GridRow } from '../../../../renderer/ui/grid/grid-items.ts'
import { actOfKey, type GridShape, moved } from '../../../../renderer/ui/grid/grid-moves.ts'
import { isSingle, movedInside, rangeOf, textsIn, wholeRows } from '../../../../renderer/ui/grid/grid-range.ts'

const three: readonly GridRow[] = [
  ['1', '甲', 'a'],
  [null, '乙', null],
  [null, null, 'b'],
]
const one: readonly GridRow[] = [['2', '丙', 'c']]

const shape: GridShape = {
  keys: ['p', 'q'],
  indexOf: (key) => ['p', 'q'].indexOf(key),
  columns: 3,
  rowsOf: (key) => (key === 'p' ? three : one),
}
const at = (key: string, row: number, column: number) => ({ key, row, column })

describe('cells that reach over rows', () => {
  test('an empty continuation belongs to the cell above it', () => {
    expect(anchorRow(three, 2, 0)).toBe(0)
    expect(spanOf(three, 0, 0)).toBe(3)
    expect(spanOf(three, 1, 1)).toBe(2)
  })

  test('the keys walk over cells, not over the rows they cover', () => {
    expect(moved(shape, at('p', 0, 0), 'down')).toEqual(at('q', 0, 0))
    expect(moved(shape, at('q', 0, 1), 'up')).toEqual(at('p', 1, 1))
    expect(moved(shape, at('p', 1, 1), 'left')).toEqual(at('p', 0, 0))
    expect(moved(shape, at('q', 0, 2), 'next')).toEqual(at('q', 0, 2))
    expect(moved(shape, at('p', 0, 2), 'next')).toEqual(at('q', 0, 0))
  })

  test('Ctrl goes to the edges of the grid', () => {
    expect(moved(shape, at('p', 1, 1), 'last')).toEqual(at('q', 0, 2))
    expect(moved(shape, at('q', 0, 2), 'first')).toEqual(at('p', 0, 0))
    expect(moved(shape, at('q', 0, 2), 'top')).toEqual(at('p', 0, 2))
  })
})

describe('a range', () => {
  test('grows until it cuts no cell', () => {
    expect(rangeOf(shape, { anchor: at('p', 1, 1), head: at('p', 1, 0) })).toEqual({
      from: { item: 0, row: 0 },
      to: { item: 0, row: 2 },
      left: 0,
      right: 1,
    })
    expect(rangeOf(shape, { anchor: at('p', 0, 1), head: at('p', 0, 1) })?.to).toEqual({ item: 0, row: 0 })
  })

  test('from the lower to the upper cell is the same range', () => {
    const [a, b] = [at('p', 1, 1), at('q', 0, 2)]
    expect(rangeOf(shape, { anchor: a, head: b })).toEqual(rangeOf(shape, { anchor: b, head: a }))
  })

  test('of one cell is one cell, however many rows it reaches over', () => {
    const range = (key: string, row: number, column: number) =>
      rangeOf(shape, { anchor: at(key, row, column), head: at(key, row, column) }) ?? expect.fail()
    expect(isSingle(shape, range('p', 0, 0))).toBe(true)
    expect(isSingle(shape, rangeOf(shape, { anchor: at('p', 0, 1), head: at('p', 1, 1) }) ?? expect.fail())).toBe(false)
  })

  test('is gone with a problem that is gone', () => {
    expect(rangeOf(shape, { anchor: at('gone', 0, 0), head: at('p', 0, 0) })).toBeNull()
  })

  test('is copied row by row, a cell over several rows standing in its first', () => {
    const range = rangeOf(shape, wholeRows(shape, { anchor: at('p', 0, 0), head: at('q', 0, 0) })) ?? expect.fail()
    expect(textsIn(shape, range)).toEqual([
      ['1', '甲', 'a'],
      ['', '乙', ''],
      ['', '', 'b'],
      ['2', '丙', 'c'],
    ])
  })

  test('Enter and Tab stay inside it and begin again at its first cell', () => {
    const range = rangeOf(shape, { anchor: at('p', 0, 1), head: at('q', 0, 2) }) ?? expect.fail()
    expect(movedInside(shape, range, at('q', 0, 1), 'down')).toEqual(at('p', 0, 2))
    expect(movedInside(shape, range, at('q', 0, 2), 'down')).toEqual(at('p', 0, 1))
    expect(movedInside(shape, range, at('q', 0, 2), 'next')).toEqual(at('p', 0, 1))
    expect(movedInside(shape, range, at('p', 0, 1), 'up')).toEqual(at('q', 0, 2))
    expect(movedInside(shape, range, at('p', 0, 2), 'next')).toEqual(at('p', 1, 1))
  })
})

test.each([
  ['Tab', { shift: true, ctrl: false }, { type: 'move', move: 'previous' }],
  ['ArrowDown', { shift: true, ctrl: true }, { type: 'extend', move: 'bottom' }],
  ['Home', { shift: false, ctrl: true }, { type: 'move', move: 'first' }],
  [' ', { shift: true, ctrl: false }, { type: 'rows' }],
  [' ', { shift: false, ctrl: true }, { type: 'columns' }],
  ['a', { shift: false, ctrl: true }, { type: 'all' }],
  ['d', { shift: false, ctrl: true }, { type: 'fill' }],
  ['Delete', { shift: false, ctrl: false }, { type: 'clear' }],
  ['a', { shift: false, ctrl: false }, null],
  [' ', { shift: false, ctrl: false }, null],
] as const)('the key %s with %o means %o', (key, held, act) => {
  expect(actOfKey(key, held)).toEqual(act)
})
