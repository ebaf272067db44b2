import ExcelJS from 'exceljs'
import type { PlainDate } from '../../base/plain-date.ts'
import { printableText } from '../../base/text.ts'
import { heightOfLines, linesIn } from '../cell-text.ts'
import { CELL_FILLS, HEADER_ROWS, isFormula, type SheetColumn, type SheetModel, type WorkbookModel } from '../workbook-model.ts'
import { repackStably } from './stable-zip.ts'

const HEADER_ROW = HEADER_ROWS

const FONT = { title: '方正小标宋简体', header: '黑体', body: '仿宋_GB2312' } as const

/** The largest cell Excel takes; builders cut long before it. */
const LONGEST_CELL = 32_767

/** Writes a workbook: A4 landscape, header repeated on every page, page numbers, drop-downs, colours. Text is text: never a formula.
 * The same model gives the same bytes. */
export const renderWorkbookXlsx = async (model: WorkbookModel, on: PlainDate): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = printableText(model.creator)
  workbook.title = printableText(model.title)
  const [year = 2000, month = 1, day = 1] = on.split('-').map(Number)
  // biome-ignore lint/style/noRestrictedGlobals: exceljs takes a Date; it is made of the given day, not of the clock
  workbook.created = new Date(Date.UTC(year, month - 1, day))
  workbook.modified = workbook.created
  for (const sheet of model.sheets) writeSheet(workbook, sheet, model)
  for (const sheet of model.isProtected ? workbook.worksheets : []) await sheet.protect('', UNLOCKED)
  writeOptions(workbook, model)
  // It is packed once, by us: the library need not press what is unpacked again.
  const bytes = await workbook.xlsx.writeBuffer(STORED)
  return repackStably(new Uint8Array(bytes))
}

/** What its typings do not tell: options of its zip. */
const STORED = { zip: { compression: 'STORE' } } as Partial<ExcelJS.XlsxWriteOptions>

/** Protected sheets may still be read, filtered and set wider. */
const UNLOCKED: Partial<ExcelJS.WorksheetProtection> = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
}

const PAPERS = { A4: 9, A3: 8 } as const

const writeSheet = (workbook: ExcelJS.Workbook, model: SheetModel, { secrecy = '' }: WorkbookModel): void => {
  const last = model.columns.length
  const sheet = workbook.addWorksheet(model.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW, zoomScale: 100 }],
    pageSetup: {
      paperSize: PAPERS[model.paper ?? 'A4'] as ExcelJS.PaperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `1:${HEADER_ROW}`,
    },
    headerFooter: {
      oddFooter: '&C第 &P 页，共 &N 页',
      // & begins a code there: one of the text is doubled.
      ...(secrecy === '' ? {} : { oddHeader: `&L&"黑体"&12${printableText(secrecy).replaceAll('&', '&&')}` }),
    },
  })
  sheet.columns = model.columns.map(({ width }) => ({ width }))
  writeHead(sheet, model, last)
  const styles = model.columns.map(cellStyles)
  model.rows.forEach(({ cells, height }, r) => {
    const row = sheet.getRow(HEADER_ROW + 1 + r)
    row.height = height
    model.columns.forEach((column, c) => {
      const cell = row.getCell(c + 1)
      const value = cells[c] ?? ''
      cell.value = isFormula(value)
        ? { formula: value.formula, result: value.value }
        : typeof value === 'string'
          ? printableText(value).slice(0, LONGEST_CELL)
          : value
      // One object for all cells alike: the library looks a style up by the object it is.
      const { text, number } = styles[c] ?? cellStyles(column)
      cell.style = typeof value === 'string' ? text : number
    })
  })
  for (const { top, left, bottom, right } of model.merges) {
    sheet.mergeCells(HEADER_ROW + 1 + top, left + 1, HEADER_ROW + 1 + bottom, right + 1)
  }
  const bottom = HEADER_ROW + Math.max(1, model.rows.length)
  const end = bottom + (model.foot === undefined ? 0 : 1)
  if (model.foot !== undefined) writeFoot(sheet, model.foot, end, last)
  for (const link of model.links ?? []) {
    const cell = sheet.getCell(HEADER_ROW + 1 + link.row, link.column + 1)
    const text = String(cell.value ?? '')
    cell.value = { text, hyperlink: `#'${link.sheet.replaceAll("'", "''")}'!A1` }
    cell.style = { ...cell.style, font: { ...cell.font, color: { argb: 'FF0563C1' }, underline: true } }
  }
  if (model.hidden) writeHidden(sheet, model.hidden, last + 1)
  // Sorting takes the columns of the filter along: the hidden one is among them.
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: bottom, column: model.hidden ? last + 1 : last } }
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(last).letter}${end}`
  model.columns.forEach((column, c) => {
    const letter = sheet.getColumn(c + 1).letter
    const range = `${letter}${HEADER_ROW + 1}:${letter}${bottom}`
    if (column.options) addDropDown(sheet, column.options, model.rows.length, c + 1)
    if (column.colours) addColours(sheet, range, `$${letter}${HEADER_ROW + 1}`, column.colours)
  })
}

const writeFoot = (sheet: ExcelJS.Worksheet, words: string, row: number, last: number): void => {
  sheet.mergeCells(row, 1, row, last)
  const cell = sheet.getCell(row, 1)
  cell.value = printableText(words)
  cell.font = { name: FONT.body, size: 12 }
  cell.alignment = { horizontal: 'left', vertical: 'middle' }
  sheet.getRow(row).height = 28
}

const writeHidden = (sheet: ExcelJS.Worksheet, { head, cells }: NonNullable<SheetModel['hidden']>, column: number): void => {
  sheet.getCell(HEADER_ROW, column).value = head
  cells.forEach((text, r) => {
    sheet.getCell(HEADER_ROW + 1 + r, column).value = text
  })
  sheet.getColumn(column).hidden = true
}

const writeHead = (sheet: ExcelJS.Worksheet, model: SheetModel, last: number): void => {
  sheet.mergeCells(1, 1, 1, last)
  sheet.mergeCells(2, 1, 2, last)
  const title = sheet.getCell(1, 1)
  title.value = printableText(model.title)
  title.font = { name: FONT.title, size: 18 }
  title.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 34
  const subtitle = sheet.getCell(2, 1)
  subtitle.value = printableText(model.subtitle)
  subtitle.font = { name: FONT.body, size: 12 }
  subtitle.alignment = { horizontal: 'left', vertical: 'middle' }
  sheet.getRow(2).height = 22
  const header = sheet.getRow(HEADER_ROW)
  const lines = Math.max(...model.columns.map(({ title: words, width }) => linesIn(words, width)))
  header.height = Math.max(26, heightOfLines(lines))
  model.columns.forEach(({ title: words }, c) => {
    const cell = header.getCell(c + 1)
    cell.value = words
    cell.font = { name: FONT.header, size: 11 }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = THIN
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } }
  })
}

const THIN: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  bottom: { style: 'thin' },
  left: { style: 'thin' },
  right: { style: 'thin' },
}

/** "@" keeps 007 and =A1 as they were typed when a clerk edits the cell. */
const cellStyles = ({ align }: SheetColumn): Readonly<Record<'text' | 'number', Partial<ExcelJS.Style>>> => {
  const number: Partial<ExcelJS.Style> = {
    font: { name: FONT.body, size: 11 },
    border: THIN,
    alignment: { wrapText: true, vertical: align === 'center' ? 'middle' : 'top', horizontal: align },
  }
  return { number, text: { ...number, numFmt: '@' } }
}

const addDropDown = (sheet: ExcelJS.Worksheet, name: string, rows: number, column: number): void => {
  for (let r = 0; r < rows; r++) {
    sheet.getCell(HEADER_ROW + 1 + r, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [name],
      showErrorMessage: true,
      errorTitle: '请从列表中选择',
      error: '状态只能取下拉列表中的一项。',
    }
  }
}

const addColours = (
  sheet: ExcelJS.Worksheet,
  range: string,
  firstCell: string,
  colours: NonNullable<SheetColumn['colours']>,
): void => {
  sheet.addConditionalFormatting({
    ref: range,
    rules: colours.map(({ begins, colour }, i) => ({
      type: 'expression',
      priority: i + 1,
      formulae: [`LEFT(${firstCell},${begins.length})="${begins}"`],
      style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${CELL_FILLS[colour]}` } } },
    })),
  })
}

/** Lists for drop-downs stand on a hidden sheet under a name: a list inside the rule breaks past 255 characters. */
const writeOptions = (workbook: ExcelJS.Workbook, model: WorkbookModel): void => {
  const sheet = workbook.addWorksheet('选项', { state: 'veryHidden' })
  Object.entries(model.options).forEach(([name, words], c) => {
    words.forEach((word, r) => {
      sheet.getCell(r + 1, c + 1).value = word
    })
    const letter = sheet.getColumn(c + 1).letter
    workbook.definedNames.add(`选项!$${letter}$1:$${letter}$${words.length}`, name)
  })
}
