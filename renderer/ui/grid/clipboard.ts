import { parseTsv, printTsv, type TextMatrix } from '../../../shared/base/tsv.ts'
import type { GridColumn, GridRange } from './grid-items.ts'

/** Cells as the two texts a clipboard holds: Excel and WPS take the table, an editor the lines. */
export interface CopiedCells {
  readonly plain: string
  readonly html: string
}

/** `columns` are those of the copied cells. A single cell is copied as its text alone. */
export const copiedCells = (matrix: TextMatrix, columns: readonly GridColumn[]): CopiedCells => {
  const only = matrix.length === 1 && matrix[0]?.length === 1 ? matrix[0][0] : undefined
  return { plain: only ?? printTsv(matrix), html: tableOf(matrix, columns) }
}

/** Words stay words in a spreadsheet: a telephone number keeps its first zero. Line feeds stay inside their cell. */
const tableOf = (matrix: TextMatrix, columns: readonly GridColumn[]): string => {
  const cell = (text: string, i: number) =>
    `<td${columns[i]?.holds === 'amount' ? '' : ` style="mso-number-format:'\\@'"`}>${escaped(text)}</td>`
  const rows = matrix.map((row) => `<tr>${row.map(cell).join('')}</tr>`)
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">')

/**
 * What a paste over `range` (rows × columns selected) puts where: one cell fills the whole range, a block is repeated where the range is a
 * multiple of it, anything else is pasted once as it is.
 */
export const pastedMatrix = (clipboard: string, selected: { readonly rows: number; readonly columns: number }): TextMatrix => {
  const matrix = parseTsv(clipboard)
  const width = Math.max(...matrix.map((row) => row.length))
  const isMultiple = selected.rows % matrix.length === 0 && selected.columns % width === 0
  if (!isMultiple) return matrix
  return Array.from({ length: selected.rows }, (_, r) =>
    Array.from({ length: selected.columns }, (_, c) => matrix[r % matrix.length]?.[c % width] ?? ''),
  )
}

export const columnsOf = (columns: readonly GridColumn[], { left, right }: GridRange): readonly GridColumn[] =>
  columns.slice(left, right + 1)
