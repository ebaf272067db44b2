import type { TextMatrix } from '../../../shared/base/tsv.ts'
import { spanOf } from './cell-span.ts'
import type { GridCell, GridWrite } from './grid-items.ts'
import type { GridShape } from './grid-moves.ts'

export interface PasteTargets {
  readonly writes: readonly GridWrite[]
  /** Texts for which there is no cell: they fall on a cell that reaches over rows, or beyond the last column. */
  readonly lost: number
  /** Rows of the block beyond the last row of the grid. */
  readonly below: TextMatrix
}

/** Where each text of a block goes that is pasted with its first one at `start`. */
export const pasteTargets = (shape: GridShape, start: GridCell, matrix: TextMatrix): PasteTargets => {
  const writes: GridWrite[] = []
  let lost = 0
  let item = shape.indexOf(start.key)
  let row = start.row
  for (const [i, texts] of matrix.entries()) {
    const key = shape.keys[item]
    if (key === undefined) return { writes, lost, below: matrix.slice(i) }
    const rows = shape.rowsOf(key)
    for (const [c, text] of texts.entries()) {
      const column = start.column + c
      if (column < shape.columns && typeof rows[row]?.[column] === 'string') writes.push({ cell: { key, row, column }, text })
      else if (text !== '') lost += 1
    }
    // One row of texts beside cells that all reach over several rows goes on below them.
    const spans = texts.map((_, c) => spanOf(rows, row, Math.min(start.column + c, shape.columns - 1)))
    row += Math.min(...spans)
    if (row >= rows.length) {
      item += 1
      row = 0
    }
  }
  return { writes, lost, below: [] }
}
