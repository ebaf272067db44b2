import { type PlainDate, printChineseDate } from '../base/plain-date.ts'
import { fourLists, type ListColumn, type ListKey, type ListView } from '../domain/four-lists.ts'
import type { Ledger } from '../domain/ledger.ts'
import { STATUSES, statusLabel } from '../domain/status.ts'
import { mendPunctuation } from '../notice/punctuation.ts'
import { homeColumn } from './home-rows.ts'
import { layOutRows, OTHER_WIDTH, sheetRows, type TableCells } from './lay-out-rows.ts'
import { STATUS_COLOURS, STATUS_OPTIONS, WARNING_COLOURS } from './tables/table-columns.ts'
import type { SheetColumn, SheetModel, WorkbookModel } from './workbook-model.ts'

/** Some of the lists, or of the problems in them; null: all. Numbers stay those of the whole ledger. */
export interface ChosenRows {
  readonly lists: readonly ListKey[] | null
  readonly problemIds: ReadonlySet<string> | null
}

/** The 四张清单 of a ledger as four sheets, as of a date. */
export const fourListsWorkbook = (
  ledger: Ledger,
  date: PlainDate,
  { lists, problemIds }: ChosenRows = { lists: null, problemIds: null },
): WorkbookModel => ({
  title: ledger.ledger.title,
  creator: ledger.inspection.rectifyingParty ?? '',
  options: { [STATUS_OPTIONS]: STATUS_CHOICES },
  sheets: fourLists(ledger, date)
    .filter(({ key }) => lists === null || lists.includes(key))
    .map((list) => (problemIds === null ? list : { ...list, rows: list.rows.filter((row) => problemIds.has(row.problemId)) }))
    .map((list) => listSheet(list, ledger, date)),
})

const STATUS_CHOICES = [
  ...STATUSES.map((status) => statusLabel(status, false)),
  ...(['inProgress', 'basicallyDone', 'done', 'closed'] as const).map((status) => statusLabel(status, true)),
]

/** Widths in characters; a column in which nothing stands yet is kept narrow. */
const WIDTHS: Readonly<Record<string, number>> = {
  number: 6,
  category: 14,
  aspect: 16,
  statement: 30,
  details: 24,
  source: 10,
  kind: 10,
  status: 11,
  target: 16,
  measure: 30,
  progress: 36,
  result: 24,
  subject: 44,
  daysLeft: 9,
  warning: 8,
  leader: 10,
  unit: 26,
  leadUnit: 18,
  supportUnit: 16,
}
const EMPTY_WIDTH = 10

const listSheet = (list: ListView, ledger: Ledger, date: PlainDate): SheetModel => {
  const cells = list.rows.map((row) => row.cells.map((cell) => (cell === null ? null : mendPunctuation(cell))))
  const columns = sheetColumns(list.columns, (i) => cells.some((row) => (row[i] ?? '') !== ''))
  const groups = groupsOf(list, cells)
  const laid = layOutRows(
    groups.map(({ group }) => group),
    { columns, joinsEqual: (i) => list.columns[i]?.joinsEqual === true },
  )
  return {
    name: list.title,
    title: `${ledger.ledger.title.replace(/台账$/, '')}${list.title}`,
    subtitle: `整改单位：${ledger.inspection.rectifyingParty ?? ''}　　截至：${printChineseDate(date)}`,
    columns,
    rows: sheetRows(laid.rows, (cell, i) => typedCell(cell, list.columns[i])),
    merges: laid.merges,
    hidden: homeColumn(
      { list: list.key, ledgerId: ledger.ledger.id, date },
      groups.map(({ of }) => of),
      laid.groups,
    ),
  }
}

/** What A4 landscape holds at a readable scale. */
const PAGE_WIDTH = 140

/** Room that empty columns leave goes to the filled columns of words, by their widths. */
const sheetColumns = (columns: readonly ListColumn[], isFilled: (i: number) => boolean): readonly SheetColumn[] => {
  const usual = columns.map((column, i) =>
    isFilled(i) || column.holds === 'mark' ? (WIDTHS[column.key] ?? OTHER_WIDTH) : EMPTY_WIDTH,
  )
  const isWords = (i: number): boolean => columns[i]?.holds === 'words' && isFilled(i)
  const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0)
  const left = Math.max(0, PAGE_WIDTH - sum(usual))
  const words = sum(usual.filter((_, i) => isWords(i)))
  return columns.map((column, i) =>
    sheetColumn(column, isWords(i) ? Math.round((usual[i] ?? 0) * (1 + left / words)) : (usual[i] ?? OTHER_WIDTH)),
  )
}

const sheetColumn = (column: ListColumn, width: number): SheetColumn => ({
  title: column.title,
  width,
  align: column.holds === 'mark' ? 'center' : 'left',
  ...(column.key === 'status' ? { options: STATUS_OPTIONS, colours: STATUS_COLOURS } : {}),
  ...(column.key === 'warning' ? { colours: WARNING_COLOURS } : {}),
})

/** The rows of one problem stand together. */
const groupsOf = (list: ListView, cells: readonly TableCells[]) => {
  const byProblem = new Map<string, { readonly group: TableCells[]; readonly of: ListView['rows'][number][] }>()
  list.rows.forEach((row, i) => {
    const own = byProblem.get(row.problemId) ?? { group: [], of: [] }
    own.group.push(cells[i] ?? [])
    own.of.push(row)
    byProblem.set(row.problemId, own)
  })
  return [...byProblem.values()]
}

/** Running numbers and days are numbers in the sheet; everything else stays text. */
const typedCell = (cell: string, column: ListColumn | undefined): string | number =>
  (column?.key === 'number' || column?.key === 'daysLeft') && /^-?\d+$/.test(cell) ? Number(cell) : cell
