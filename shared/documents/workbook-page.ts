import { printableText } from '../base/text.ts'
import {
  CELL_FILLS,
  type CellRange,
  type CellValue,
  isFormula,
  MAX_ROW_HEIGHT,
  type SheetColumn,
  type SheetModel,
  type WorkbookModel,
} from './workbook-model.ts'

/** Something to be printed: what stands between <body> and </body>, and how it looks. */
export interface PrintedPage {
  readonly title: string
  readonly css: string
  readonly body: string
}

/**
 * The sheets of a workbook for paper: the same titles, columns, cells and joined cells as the Excel of them, because both are made from one
 * model. The head stands on every page; a row goes to the next page whole.
 */
export const workbookPage = (model: WorkbookModel): PrintedPage => ({
  title: model.title,
  css: CSS,
  body: model.sheets.map(sheetTable).join('\n'),
})

/** About how many pages of A4 it takes, from the heights the sheets have; good enough to refuse what nobody prints. */
export const roughPageCount = (model: WorkbookModel): number =>
  model.sheets.reduce((pages, { rows }) => {
    const height = rows.reduce((sum, row) => sum + row.height, 0)
    return pages + Math.max(1, Math.ceil(height / MAX_ROW_HEIGHT))
  }, 0)

/** Text of a page: signs of HTML mean themselves, lines stay lines. */
export const escapeHtml = (text: string): string =>
  printableText(text)
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('\n', '<br>')

const sheetTable = (sheet: SheetModel): string => {
  const total = sheet.columns.reduce((sum, { width }) => sum + width, 0)
  const widths = sheet.columns.map(({ width }) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`)
  const titles = sheet.columns.map(({ title }) => `<th>${escapeHtml(title)}</th>`)
  const span = sheet.columns.length
  const spans = spansOf(sheet.merges)
  const rows = sheet.rows.map(({ cells }, r) => {
    const own = sheet.columns.map((column, i) => cellOf(column, cells[i] ?? '', spans.get(`${r}/${i}`)))
    return `<tr${reachesFar(sheet, r) ? ' class="far"' : ''}>${own.join('')}</tr>`
  })
  return [
    '<table class="sheet">',
    `<colgroup>${widths.join('')}</colgroup>`,
    '<thead>',
    `<tr class="sheet-title"><td colspan="${span}">${escapeHtml(sheet.title)}</td></tr>`,
    `<tr class="sheet-subtitle"><td colspan="${span}">${escapeHtml(sheet.subtitle)}</td></tr>`,
    `<tr>${titles.join('')}</tr>`,
    '</thead>',
    `<tbody>${rows.join('\n')}</tbody>`,
    ...(sheet.foot === undefined
      ? []
      : [`<tbody><tr class="sheet-foot"><td colspan="${span}">${escapeHtml(sheet.foot)}</td></tr></tbody>`]),
    '</table>',
  ].join('\n')
}

/**
 * Does a cell of this row reach down over half a page (a 类别 over its problems)? A row that may not be cut would take all of them along to
 * the next page and leave this one empty.
 */
const reachesFar = ({ merges, rows }: SheetModel, r: number): boolean =>
  merges.some(({ top, bottom }) => {
    if (top !== r) return false
    const height = rows.slice(top, bottom + 1).reduce((sum, row) => sum + row.height, 0)
    return height > MAX_ROW_HEIGHT / 2
  })

/** A cell that others are joined to says over how many rows and columns; 'covered' is drawn by the one it is joined to. */
type Span = { readonly rows: number; readonly columns: number } | 'covered'

const spansOf = (merges: readonly CellRange[]): ReadonlyMap<string, Span> => {
  const spans = new Map<string, Span>()
  for (const { top, bottom, left, right } of merges)
    for (let r = top; r <= bottom; r++)
      for (let c = left; c <= right; c++)
        spans.set(`${r}/${c}`, r === top && c === left ? { rows: bottom - top + 1, columns: right - left + 1 } : 'covered')
  return spans
}

const cellOf = (column: SheetColumn, cell: CellValue, span: Span | undefined): string => {
  if (span === 'covered') return ''
  const text = String(isFormula(cell) ? cell.value : cell)
  const reach = span === undefined ? '' : ` rowspan="${span.rows}" colspan="${span.columns}"`
  const colour = column.colours?.find(({ begins }) => text.startsWith(begins))?.colour
  const fill = colour === undefined ? '' : ` style="background:#${CELL_FILLS[colour]}"`
  return `<td class="${column.align}"${reach}${fill}>${escapeHtml(text)}</td>`
}

/** Fonts of official documents where they are installed; 方正小标宋 for titles, 仿宋 for the text, 黑体 for heads. */
const CSS = `
body { margin: 0; color: #000; font: 10pt/1.45 "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", serif; }
table.sheet { width: 100%; border-collapse: collapse; table-layout: fixed; }
table.sheet + table.sheet { break-before: page; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr.far { break-inside: auto; }
th, tbody td { border: 0.5pt solid #000; padding: 2pt 3pt; overflow-wrap: anywhere; vertical-align: middle; }
th { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; font-weight: normal; text-align: center; background: #eef1f6; }
td.left { vertical-align: top; }
td.center { text-align: center; }
.sheet-title td { border: 0; padding: 0 0 2pt; text-align: center; font: 18pt/1.3 "FZXiaoBiaoSong-B05S", "方正小标宋简体", "SimSun", "Noto Serif CJK SC", serif; }
.sheet-subtitle td { border: 0; padding: 0 0 4pt; }
tbody tr.sheet-foot td { border: 0; padding: 8pt 0 0; }
`
