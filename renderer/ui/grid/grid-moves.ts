import { anchorRow, spanOf } from './cell-span.ts'
import type { GridCell, GridRow } from './grid-items.ts'

/** The grid as keys walk over it: the items that have cells, in order. */
export interface GridShape {
  readonly keys: readonly string[]
  /** −1 for an item that is not here. */
  readonly indexOf: (key: string) => number
  readonly columns: number
  readonly rowsOf: (key: string) => readonly GridRow[]
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'previous'
  | 'rowStart'
  | 'rowEnd'
  | 'top'
  | 'bottom'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'

/** The cell of a place; what lies outside is brought to the nearest edge. */
export const cellAt = (shape: GridShape, item: number, row: number, column: number): GridCell => {
  const key = shape.keys[clamp(item, shape.keys.length)] ?? ''
  const at = clamp(column, shape.columns)
  return { key, row: anchorRow(shape.rowsOf(key), Math.max(0, row), at), column: at }
}

/** The cell one step away; the same one at an edge. `page` is how many items a page key skips. */
export const moved = (shape: GridShape, from: GridCell, move: Move, page = 8): GridCell => {
  const { keys, columns } = shape
  const index = shape.indexOf(from.key)
  if (index < 0) return from
  const { row, column } = from
  const at = (item: number, r: number, c: number) => cellAt(shape, item, r, c)
  const lastOf = (item: number) => shape.rowsOf(keys[item] ?? '').length - 1
  switch (move) {
    case 'left':
      return at(index, row, column - 1)
    case 'right':
      return at(index, row, column + 1)
    case 'next':
      return column < columns - 1 ? at(index, row, column + 1) : onFirst(moved(shape, { ...from, column: 0 }, 'down'), from)
    case 'previous':
      return column > 0 ? at(index, row, column - 1) : onFirst(moved(shape, { ...from, column: columns - 1 }, 'up'), from)
    case 'up':
      if (row > 0) return at(index, row - 1, column)
      return index === 0 ? from : at(index - 1, lastOf(index - 1), column)
    case 'down': {
      const rows = shape.rowsOf(from.key)
      const below = row + spanOf(rows, row, column)
      if (below < rows.length) return at(index, below, column)
      return index === keys.length - 1 ? from : at(index + 1, 0, column)
    }
    case 'rowStart':
      return at(index, row, 0)
    case 'rowEnd':
      return at(index, row, columns - 1)
    case 'top':
      return at(0, 0, column)
    case 'bottom':
      return at(keys.length - 1, lastOf(keys.length - 1), column)
    case 'first':
      return at(0, 0, 0)
    case 'last':
      return at(keys.length - 1, lastOf(keys.length - 1), columns - 1)
    case 'pageUp':
      return at(index - page, 0, column)
    case 'pageDown':
      return at(index + page, 0, column)
  }
}

/** Tab at the last cell stays there: it would otherwise go back to the row's other end. */
const onFirst = (to: GridCell, from: GridCell): GridCell => (to.key === from.key && to.row === from.row ? from : to)

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

interface Held {
  readonly shift: boolean
  readonly ctrl: boolean
}

/** What a key means in a grid in which nothing is being typed. */
export type GridAct =
  | { readonly type: 'move' | 'extend'; readonly move: Move }
  | { readonly type: 'all' | 'columns' | 'rows' | 'clear' | 'fill' | 'single' | 'menu' }

const PLAIN: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'rowStart',
  End: 'rowEnd',
}
const WITH_CTRL: Readonly<Record<string, Move>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'rowStart',
  ArrowRight: 'rowEnd',
  Home: 'first',
  End: 'last',
}

/** The act a key means, or null: the keys of Excel and WPS. */
export const actOfKey = (key: string, { shift, ctrl }: Held): GridAct | null => {
  if (key === 'Tab') return ctrl ? null : { type: 'move', move: shift ? 'previous' : 'next' }
  const move = (ctrl ? WITH_CTRL : PLAIN)[key]
  if (move !== undefined) return { type: shift ? 'extend' : 'move', move }
  if (key === 'Escape') return { type: 'single' }
  if (key === 'ContextMenu' || (key === 'F10' && shift)) return { type: 'menu' }
  if (key === ' ' && (shift || ctrl)) return { type: shift && ctrl ? 'all' : shift ? 'rows' : 'columns' }
  if (ctrl && !shift && key.toLowerCase() === 'a') return { type: 'all' }
  if (ctrl && !shift && key.toLowerCase() === 'd') return { type: 'fill' }
  if (!ctrl && !shift && key === 'Delete') return { type: 'clear' }
  return null
}
