import { type PlainDate, printChineseDate } from '../base/plain-date.ts'
import { cellPrint } from '../domain/cell-words.ts'
import { fourLists, type ListColumn, type ListKey, type ListView } from '../domain/four-lists.ts'
import { printHomeHead, printHomeRow } from '../domain/home-column.ts'
import type { Ledger } from '../domain/ledger.ts'
import { STATUSES, statusLabel } from '../domain/status.ts'
import { mendPunctuation } from '../notice/punctuation.ts'
import { cutToRows, heightOfLines, linesIn, MAX_LINES } from './cell-text.ts'
import type { CellRange, SheetColumn, SheetModel, WorkbookModel } from './workbook-model.ts'

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

const STATUS_OPTIONS = '状态选项'
const STATUS_CHOICES = [
  ...STATUSES.map((status) => statusLabel(status, false)),
  ...(['inProgress', 'basicallyDone', 'done', 'closed'] as const).map((status) => statusLabel(status, true)),
]

const STATUS_COLOURS: SheetColumn['colours'] = [
  { begins: '已销号', colour: 'green' },
  { begins: '已完成', colour: 'green' },
  { begins: '基本完成', colour: 'blue' },
  { begins: '整改中', colour: 'yellow' },
  { begins: '未启动', colour: 'grey' },
]
const WARNING_COLOURS: SheetColumn['colours'] = [
  { begins: '逾期', colour: 'red' },
  { begins: '临期', colour: 'yellow' },
  { begins: '正常', colour: 'green' },
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
const OTHER_WIDTH = 14
const EMPTY_WIDTH = 10

const listSheet = (list: ListView, ledger: Ledger, date: PlainDate): SheetModel => {
  const cells = list.rows.map((row) => row.cells.map((cell) => (cell === null ? null : mendPunctuation(cell))))
  const columns = sheetColumns(list.columns, (i) => cells.some((row) => (row[i] ?? '') !== ''))
  const rows: LaidRow[] = []
  const merges: CellRange[] = []
  const hidden: string[] = []
  for (const { group, of } of groupsOf(list, cells)) {
    const laid = layOutGroup(group, columns, (i) => list.columns[i]?.joinsEqual === true)
    merges.push(...laid.merges.map((merge) => ({ ...merge, top: merge.top + rows.length, bottom: merge.bottom + rows.length })))
    rows.push(...laid.rows)
    hidden.push(...laid.rows.map((row, i) => homeRow(list, of, laid.rows, row, i)))
  }
  const joined = equalNeighbours(rows, list.columns)
  for (const range of joined) makeRoom(rows, range, columns[range.left]?.width ?? OTHER_WIDTH)
  return {
    name: list.title,
    title: `${ledger.ledger.title.replace(/台账$/, '')}${list.title}`,
    subtitle: `整改单位：${ledger.inspection.rectifyingParty ?? ''}　　截至：${printChineseDate(date)}`,
    columns,
    rows: rows.map(({ cells, lines }) => ({
      cells: cells.map((cell, i) => typedCell(cell ?? '', list.columns[i])),
      height: heightOfLines(Math.min(lines, MAX_LINES)),
    })),
    merges: [
      ...merges.filter(({ left }) => !list.columns[left]?.joinsEqual),
      ...joined.filter(({ top, bottom }) => bottom > top),
    ],
    hidden: { head: printHomeHead({ list: list.key, ledgerId: ledger.ledger.id, date }), cells: hidden },
  }
}

/** What the hidden column says of one laid row of a problem ([Note: Tables come home]). */
const homeRow = (
  list: ListView,
  of: readonly ListView['rows'][number][],
  laid: readonly LaidRow[],
  { source }: LaidRow,
  i: number,
): string => {
  const row = of[source]
  const piece = laid.slice(0, i).filter((above) => above.source === source).length
  const prints = list.columns.flatMap(({ key }, c): readonly [string, string][] => {
    const cell = row?.cells[c] ?? null
    return piece > 0 || cell === null ? [] : [[key, cellPrint(key, cell)]]
  })
  return printHomeRow({ problemId: row?.problemId ?? '', measureId: row?.measureId ?? null, piece, prints: new Map(prints) })
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

type ListCells = readonly (string | null)[]

/** A row on the sheet: its cells, null where one above reaches down, and the lines of text it has room for. */
interface LaidRow {
  readonly cells: (string | null)[]
  lines: number
  /** Which row of its problem it shows, or goes on with. */
  readonly source: number
}

/** The rows of one problem stand together. */
const groupsOf = (list: ListView, cells: readonly ListCells[]) => {
  const byProblem = new Map<string, { readonly group: ListCells[]; readonly of: ListView['rows'][number][] }>()
  list.rows.forEach((row, i) => {
    const own = byProblem.get(row.problemId) ?? { group: [], of: [] }
    own.group.push(cells[i] ?? [])
    own.of.push(row)
    byProblem.set(row.problemId, own)
  })
  return [...byProblem.values()]
}

/**
 * One problem on as many rows as its text needs. A cell of one row that is taller than a row may be goes on in the next (续行); a cell
 * that reaches over several rows makes them taller, and adds rows when even the greatest heights do not do.
 */
const layOutGroup = (
  group: readonly ListCells[],
  columns: readonly SheetColumn[],
  joinsEqual: (i: number) => boolean,
): { readonly rows: readonly LaidRow[]; readonly merges: readonly CellRange[] } => {
  const width = (i: number): number => columns[i]?.width ?? OTHER_WIDTH
  const reachesDown = (r: number, i: number): boolean => r + 1 < group.length && group[r + 1]?.[i] === null
  const rows: LaidRow[] = []
  group.forEach((cells, r) => {
    const isWhole = (i: number): boolean => cells[i] === null || reachesDown(r, i) || joinsEqual(i)
    const pieces = cells.map((cell, i) => (isWhole(i) ? [cell] : cutToRows(cell ?? '', width(i))))
    const count = Math.max(...pieces.map((piece) => piece.length))
    for (let k = 0; k < count; k++) {
      const own = pieces.map((piece) => piece[k] ?? null)
      rows.push({
        cells: own,
        lines: Math.max(1, ...own.map((cell, i) => (isWhole(i) ? 1 : linesIn(cell ?? '', width(i))))),
        source: r,
      })
    }
  })
  const tallest = group.flatMap((cells, r) => cells.map((cell, i) => (reachesDown(r, i) ? linesIn(cell ?? '', width(i)) : 1)))
  stretchTo(rows, Math.max(...tallest), columns.length)
  return { rows, merges: reachingCells(rows) }
}

/** Makes the rows of a problem tall enough for the cells that reach over them; adds rows when the greatest heights do not do. */
const stretchTo = (rows: LaidRow[], needed: number, columnCount: number): void => {
  let missing = needed - rows.reduce((sum, row) => sum + row.lines, 0)
  for (const row of [...rows].reverse()) {
    const more = Math.max(0, Math.min(missing, MAX_LINES - row.lines))
    row.lines += more
    missing -= more
  }
  for (; missing > 0; missing -= MAX_LINES)
    rows.push({ cells: Array(columnCount).fill(null), lines: Math.min(missing, MAX_LINES), source: rows.at(-1)?.source ?? 0 })
}

/** Every cell with the nulls below it, as one. */
const reachingCells = (rows: readonly LaidRow[]): readonly CellRange[] =>
  (rows[0]?.cells ?? []).flatMap((_, i) => {
    const starts = rows.flatMap((row, r) => (row.cells[i] === null ? [] : [r]))
    return starts.flatMap((top, k) => {
      const bottom = (starts[k + 1] ?? rows.length) - 1
      return bottom > top ? [{ top, bottom, left: i, right: i }] : []
    })
  })

/** A joined cell needs its lines over all its rows together; the last one grows by what is missing. */
const makeRoom = (rows: readonly LaidRow[], { top, bottom, left }: CellRange, width: number): void => {
  const own = rows.slice(top, bottom + 1)
  const missing = linesIn(rows[top]?.cells[left] ?? '', width) - own.reduce((sum, row) => sum + row.lines, 0)
  const last = rows[bottom]
  if (last && missing > 0) last.lines = Math.min(MAX_LINES, last.lines + missing)
}

/** 类别 and 方面: runs of rows with the same words beside the same words to the left, runs of one row among them. */
const equalNeighbours = (rows: readonly LaidRow[], columns: readonly ListColumn[]): readonly CellRange[] =>
  columns.flatMap((column, i) => {
    if (!column.joinsEqual) return []
    const keys: string[] = []
    for (const row of rows) {
      const own = columns.map((c, k) => (c.joinsEqual && k <= i ? row.cells[k] : '')).join('\u0000')
      keys.push(row.cells[i] === null ? (keys.at(-1) ?? own) : own)
    }
    const starts = keys.flatMap((key, r) => (r === 0 || key !== keys[r - 1] ? [r] : []))
    return starts.flatMap((top, k) => {
      const bottom = (starts[k + 1] ?? rows.length) - 1
      return rows[top]?.cells[i] === '' ? [] : [{ top, bottom, left: i, right: i }]
    })
  })

/** Running numbers and days are numbers in the sheet; everything else stays text. */
const typedCell = (cell: string, column: ListColumn | undefined): string | number =>
  (column?.key === 'number' || column?.key === 'daysLeft') && /^-?\d+$/.test(cell) ? Number(cell) : cell
