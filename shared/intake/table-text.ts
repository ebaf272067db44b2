import { HOME_MARK } from '../domain/home-column.ts'
import type { IncomingTable } from './incoming.ts'
import { isBesideLedger } from './options-sheet.ts'

/** Rows as lines, cells parted by tabs; a line feed inside a cell is a space. What our own export hides is no text. */
export const tableText = (tables: readonly IncomingTable[]): string =>
  tables
    .filter((table) => !(table.isHidden && isBesideLedger(table)))
    .flatMap((table) => {
      const home = homeColumnOf(table)?.column
      return table.rows.map((row) =>
        row
          .filter((_, c) => c !== home)
          .map((cell) => cell.replace(/[\t\n]+/g, ' '))
          .join('\t')
          .trimEnd(),
      )
    })
    .join('\n')

/** Where our own export keeps the ids of its rows: the column, and the row of its head. */
export const homeColumnOf = ({ rows }: IncomingTable): { readonly row: number; readonly column: number } | null => {
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex((cell) => cell.startsWith(HOME_MARK))
    if (column >= 0) return { row, column }
  }
  return null
}
