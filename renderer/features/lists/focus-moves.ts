import type { ListRow } from '../../../shared/domain/four-lists.ts'
import type { Focus } from '../../state/list-view.ts'
import { anchorRow, spanOf } from './cell-span.ts'

/** The list as keys walk over it; rows are null for a problem that has not been read, which counts as `count` plain ones. */
export interface GridShape {
  readonly ids: readonly string[]
  readonly columns: number
  readonly rowsOf: (problemId: string) => readonly ListRow[] | null
}

export type Move = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous' | 'first' | 'last' | 'pageUp' | 'pageDown'

/** How many problems a page key skips. */
const PAGE = 8

/** The cell one step away; the same one at an edge. */
export const moved = (shape: GridShape, focus: Focus, move: Move): Focus => {
  const { ids, columns } = shape
  const index = ids.indexOf(focus.problemId)
  if (index < 0) return focus
  const rows = shape.rowsOf(focus.problemId)
  const at = (i: number, row: number, column: number): Focus => {
    const problemId = ids[Math.max(0, Math.min(ids.length - 1, i))] ?? focus.problemId
    const its = shape.rowsOf(problemId)
    return { problemId, row: its === null ? 0 : anchorRow(its, row, column), column }
  }
  const { row, column } = focus
  switch (move) {
    case 'left':
      return at(index, row, Math.max(0, column - 1))
    case 'right':
      return at(index, row, Math.min(columns - 1, column + 1))
    case 'next':
      return column < columns - 1 ? at(index, row, column + 1) : moved(shape, { ...focus, column: 0 }, 'down')
    case 'previous':
      return column > 0 ? at(index, row, column - 1) : moved(shape, { ...focus, column: columns - 1 }, 'up')
    case 'up':
      if (rows !== null && row > 0) return at(index, row - 1, column)
      return index === 0 ? focus : at(index - 1, (shape.rowsOf(ids[index - 1] ?? '')?.length ?? 1) - 1, column)
    case 'down': {
      const below = rows === null ? 1 : row + spanOf(rows, row, column)
      if (rows !== null && below < rows.length) return at(index, below, column)
      return index === ids.length - 1 ? focus : at(index + 1, 0, column)
    }
    case 'first':
      return at(0, 0, column)
    case 'last':
      return at(ids.length - 1, 0, column)
    case 'pageUp':
      return at(index - PAGE, 0, column)
    case 'pageDown':
      return at(index + PAGE, 0, column)
  }
}

const KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

/** The move a key means in the list, or null. */
export const moveOfKey = (key: string, held: { readonly shift: boolean; readonly ctrl: boolean }): Move | null => {
  if (key === 'Tab') return held.shift ? 'previous' : 'next'
  if (held.ctrl) return key === 'Home' ? 'first' : key === 'End' ? 'last' : null
  return KEYS[key] ?? null
}
