import ExcelJS from 'exceljs'
import { findTables, type TableReading } from '../../shared/intake/find-table.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import { readRows } from '../../shared/intake/read-rows.ts'
import { readWorkbook, workbookFormatOf } from '../../shared/intake/readers/read-workbook.ts'
import type { TableRows } from '../../shared/intake/table-rows.ts'
import { TABLE_VOCABULARY } from '../../shared/intake/table-vocabulary.ts'
import { unwrapped } from './expect-ok.ts'

export interface SheetMade {
  readonly name?: string
  readonly rows: readonly (readonly ExcelJS.CellValue[])[]
  readonly merges?: readonly string[]
  readonly touch?: (sheet: ExcelJS.Worksheet) => void
}

/** An .xlsx as Excel would hold these sheets. */
export const workbookBytes = async (
  sheets: readonly SheetMade[],
  touch: ((book: ExcelJS.Workbook) => void) | null = null,
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  touch?.(book)
  sheets.forEach(({ name, rows, merges = [], touch: touchSheet }, i) => {
    const sheet = book.addWorksheet(name ?? `Sheet${i + 1}`)
    sheet.addRows(rows.map((row) => [...row]))
    for (const merge of merges) sheet.mergeCells(merge)
    touchSheet?.(sheet)
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export const opened = (bytes: Uint8Array, name = '台账.xlsx'): IncomingDocument => {
  const format = workbookFormatOf(bytes, name)
  if (format === null) throw new Error('no workbook')
  return unwrapped(readWorkbook(bytes, format))
}

export const workbook = async (sheets: readonly SheetMade[]): Promise<IncomingDocument> => opened(await workbookBytes(sheets))

export const tablesOf = (document: IncomingDocument): readonly TableReading[] => findTables(document, TABLE_VOCABULARY)

export const rowsOf = (document: IncomingDocument): TableRows => readRows(document, tablesOf(document))

export const fieldsOf = (reading: TableReading | undefined): readonly (string | null)[] =>
  reading?.columns.map(({ field }) => field) ?? []
