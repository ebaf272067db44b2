import type { IncomingTable } from './incoming.ts'

/** The very hidden sheet our own export keeps the ids of its rows in. */
export const HIDDEN_SHEET = '_zgtz'

/** Rows as lines, cells parted by tabs; a line feed inside a cell is a space. What our own export hides is no text. */
export const tableText = (tables: readonly IncomingTable[]): string =>
  tables
    .filter((table) => table.name !== HIDDEN_SHEET)
    .flatMap((table) =>
      table.rows.map((row) =>
        row
          .map((cell) => cell.replace(/[\t\n]+/g, ' '))
          .join('\t')
          .trimEnd(),
      ),
    )
    .join('\n')
