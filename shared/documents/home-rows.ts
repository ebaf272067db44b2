import { cellPrint } from '../domain/cell-words.ts'
import { LIST_COLUMNS, type ListRow } from '../domain/four-lists.ts'
import { type HomeHead, printHomeHead, printHomeRow } from '../domain/home-column.ts'
import type { LaidRow } from './lay-out-rows.ts'
import type { SheetModel } from './workbook-model.ts'

/**
 * The hidden column of a sheet that holds the rows of a list, group by group as they are laid ([Note: Tables come home]). Beside the list's
 * own columns the sheet may have others: those are not read back.
 */
export const homeColumn = (
  head: HomeHead,
  groups: readonly (readonly ListRow[])[],
  laid: readonly (readonly LaidRow[])[],
): NonNullable<SheetModel['hidden']> => ({
  head: printHomeHead(head),
  cells: laid.flatMap((rows, g) => rows.map((row, i) => homeRow(head, groups[g] ?? [], rows, row, i))),
})

const homeRow = (
  { list }: HomeHead,
  of: readonly ListRow[],
  laid: readonly LaidRow[],
  { source }: LaidRow,
  i: number,
): string => {
  const row = of[source]
  const piece = laid.slice(0, i).filter((above) => above.source === source).length
  const prints = LIST_COLUMNS[list].flatMap(({ key }, c): readonly [string, string][] => {
    const cell = row?.cells[c] ?? null
    return piece > 0 || cell === null ? [] : [[key, cellPrint(key, cell)]]
  })
  return printHomeRow({ problemId: row?.problemId ?? '', measureId: row?.measureId ?? null, piece, prints: new Map(prints) })
}
