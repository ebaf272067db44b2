import type { ListRow } from '../../../shared/domain/four-lists.ts'

/** The row whose cell reaches down to here: a null cell continues the one above. */
export const anchorRow = (rows: readonly ListRow[], row: number, column: number): number => {
  let anchor = Math.min(row, rows.length - 1)
  while (anchor > 0 && rows[anchor]?.cells[column] === null) anchor -= 1
  return Math.max(0, anchor)
}

/** How many rows a cell reaches over. */
export const spanOf = (rows: readonly ListRow[], row: number, column: number): number => {
  let end = row + 1
  while (end < rows.length && rows[end]?.cells[column] === null) end += 1
  return end - row
}

/** A row as text for the clipboard: cells between tabs; what a tab or line break would tear is quoted as spreadsheets do. */
export const rowAsTsv = (cells: readonly (string | null)[]): string => cells.map((cell) => quoted(cell ?? '')).join('\t')

const quoted = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
