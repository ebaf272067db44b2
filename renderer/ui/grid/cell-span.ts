import type { GridRow } from './grid-items.ts'

/** The row whose cell reaches down to here: a null cell continues the one above. */
export const anchorRow = (rows: readonly GridRow[], row: number, column: number): number => {
  let anchor = Math.min(row, rows.length - 1)
  while (anchor > 0 && rows[anchor]?.[column] === null) anchor -= 1
  return Math.max(0, anchor)
}

/** How many rows a cell reaches over. */
export const spanOf = (rows: readonly GridRow[], row: number, column: number): number => {
  let end = row + 1
  while (end < rows.length && rows[end]?.[column] === null) end += 1
  return end - row
}
