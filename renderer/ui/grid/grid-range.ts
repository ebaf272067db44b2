import { anchorRow, spanOf } from './cell-span.ts'
import type { GridCell, GridRange, RowPlace } from './grid-items.ts'
import { cellAt, type GridShape, moved } from './grid-moves.ts'

/** What is selected: everything between two cells. The keys act on the first of them until Enter or Tab moves inside. */
export interface Selection {
  readonly anchor: GridCell
  readonly head: GridCell
}

/** The cells between the two, made wider until no cell that reaches over rows is cut. Null: one of them is not here any more. */
export const rangeOf = (shape: GridShape, { anchor, head }: Selection): GridRange | null => {
  const [a, b] = [placeOf(shape, anchor), placeOf(shape, head)]
  if (a === null || b === null) return null
  const [from, last] = isBefore(b, a) ? [b, a] : [a, b]
  const [left, right] = [Math.min(anchor.column, head.column), Math.max(anchor.column, head.column)]
  return {
    from: { ...from, row: topOf(shape, from, left, right) },
    to: { ...last, row: bottomOf(shape, last, left, right) },
    left,
    right,
  }
}

/** Is this row of an item in the range? */
export const holdsRow = ({ from, to }: GridRange, place: RowPlace): boolean => !isBefore(place, from) && !isBefore(to, place)

/** One cell and nothing else, however many rows it reaches over. */
export const isSingle = (shape: GridShape, range: GridRange): boolean => {
  const { from, to, left, right } = range
  if (left !== right || from.item !== to.item) return false
  const rows = shape.rowsOf(shape.keys[from.item] ?? '')
  return from.row + spanOf(rows, from.row, left) > to.row
}

/** Is the first cell of the other range in it? */
export const holdsCell = (range: GridRange, { from, left }: GridRange): boolean =>
  holdsRow(range, from) && range.left <= left && left <= range.right

/** The last cell of a range, where its fill handle is. */
export const cornerOf = (shape: GridShape, { to, right }: GridRange): GridCell => {
  const key = shape.keys[to.item] ?? ''
  const rows = shape.rowsOf(key)
  let row = Math.min(to.row, rows.length - 1)
  while (row > 0 && rows[row]?.[right] === null) row -= 1
  return { key, row, column: right }
}

/** The keys of the items the range touches. */
export const keysIn = (shape: GridShape, { from, to }: GridRange): readonly string[] => shape.keys.slice(from.item, to.item + 1)

/** Every row of the range from top to bottom. */
export const rowsIn = function* (shape: GridShape, { from, to }: GridRange): Generator<RowPlace> {
  for (let item = from.item; item <= to.item; item++) {
    const last = item === to.item ? to.row : shape.rowsOf(shape.keys[item] ?? '').length - 1
    for (let row = item === from.item ? from.row : 0; row <= last; row++) yield { item, row }
  }
}

/** The range as texts, row by row; a cell that reaches over rows stands in its first and is empty in the others. */
export const textsIn = (shape: GridShape, range: GridRange): readonly (readonly string[])[] =>
  [...rowsIn(shape, range)].map(({ item, row }) =>
    Array.from(
      { length: range.right - range.left + 1 },
      (_, i) => shape.rowsOf(shape.keys[item] ?? '')[row]?.[range.left + i] ?? '',
    ),
  )

/** Every cell of the range, each once, row by row. */
export const cellsIn = function* (shape: GridShape, range: GridRange): Generator<GridCell> {
  for (const { item, row } of rowsIn(shape, range)) {
    const key = shape.keys[item] ?? ''
    const cells = shape.rowsOf(key)[row] ?? []
    for (let column = range.left; column <= range.right; column++) {
      if (row === 0 || cells[column] !== null) yield { key, row, column }
    }
  }
}

/** Enter (down the columns) and Tab (along the rows) inside a range: to its next cell, and from the last one to the first. */
export const movedInside = (
  shape: GridShape,
  range: GridRange,
  from: GridCell,
  move: 'up' | 'down' | 'next' | 'previous',
): GridCell => {
  const cells = [...cellsIn(shape, range)]
  const isDown = move === 'down' || move === 'up'
  const order = isDown ? cells.sort((a, b) => a.column - b.column) : cells
  const at = order.findIndex(({ key, row, column }) => key === from.key && row === from.row && column === from.column)
  const step = move === 'down' || move === 'next' ? 1 : -1
  return order[(at + step + order.length) % order.length] ?? from
}

/** Whole rows from the one cell to the other. */
export const wholeRows = (shape: GridShape, { anchor, head }: Selection): Selection => ({
  anchor: cellAt(shape, shape.indexOf(anchor.key), anchor.row, 0),
  head: { ...cellAt(shape, shape.indexOf(head.key), head.row, shape.columns - 1) },
})

/** Whole columns from the one cell to the other. */
export const wholeColumns = (shape: GridShape, { anchor, head }: Selection): Selection => ({
  anchor: moved(shape, anchor, 'top'),
  head: moved(shape, head, 'bottom'),
})

export const everything = (shape: GridShape): Selection => ({
  anchor: cellAt(shape, 0, 0, 0),
  head: moved(shape, cellAt(shape, 0, 0, 0), 'last'),
})

const placeOf = (shape: GridShape, { key, row }: GridCell): RowPlace | null => {
  const item = shape.indexOf(key)
  return item < 0 ? null : { item, row }
}

const isBefore = (a: RowPlace, b: RowPlace): boolean => (a.item === b.item ? a.row < b.row : a.item < b.item)

/** Cells of other columns may reach up beyond the row: all of them are in. */
const topOf = (shape: GridShape, { item, row }: RowPlace, left: number, right: number): number => {
  const rows = shape.rowsOf(shape.keys[item] ?? '')
  let top = Math.min(row, rows.length - 1)
  for (let column = left; column <= right; column++) {
    const anchor = anchorRow(rows, top, column)
    if (anchor < top) {
      top = anchor
      column = left - 1
    }
  }
  return top
}

const bottomOf = (shape: GridShape, { item, row }: RowPlace, left: number, right: number): number => {
  const rows = shape.rowsOf(shape.keys[item] ?? '')
  let bottom = Math.min(row, rows.length - 1)
  for (let column = left; column <= right; column++) {
    const anchor = anchorRow(rows, bottom, column)
    const end = anchor + spanOf(rows, anchor, column) - 1
    if (end > bottom) {
      bottom = end
      column = left - 1
    }
  }
  return bottom
}
