import { CONTINUED } from '../domain/cell-words.ts'
import { cutToRows, heightOfLines, linesIn, MAX_LINES } from './cell-text.ts'
import type { CellRange, CellValue, SheetColumn, SheetRow } from './workbook-model.ts'

/** The cells of a row; null says that the one above reaches down to here (a problem beside its second measure). */
export type TableCells = readonly (string | null)[]

/** A row on the sheet: its cells, null where one above reaches down, and the lines of text it has room for. */
export interface LaidRow {
  readonly cells: (string | null)[]
  lines: number
  /** Which row of its group it shows, or goes on with. */
  readonly source: number
}

/** How the rows of a sheet are laid out. */
export interface RowLayout {
  readonly columns: readonly SheetColumn[]
  /** Equal neighbours down the sheet are shown as one cell. */
  readonly joinsEqual: (column: number) => boolean
}

/** Rows laid out, group by group; `groups` has the laid rows of each. */
export interface LaidTable {
  readonly rows: readonly LaidRow[]
  readonly groups: readonly (readonly LaidRow[])[]
  readonly merges: readonly CellRange[]
}

/** Groups of rows that stand together, each on as many rows as its words need, with the cells that are one. */
export const layOutRows = (groups: readonly (readonly TableCells[])[], { columns, joinsEqual }: RowLayout): LaidTable => {
  const rows: LaidRow[] = []
  const merges: CellRange[] = []
  const laidGroups = groups.map((group) => {
    const laid = layOutGroup(group, columns, joinsEqual)
    merges.push(...laid.merges.map((merge) => ({ ...merge, top: merge.top + rows.length, bottom: merge.bottom + rows.length })))
    rows.push(...laid.rows)
    return laid.rows
  })
  const joined = equalNeighbours(rows, columns, joinsEqual)
  for (const range of joined) makeRoom(rows, range, columns[range.left]?.width ?? OTHER_WIDTH)
  return {
    rows,
    groups: laidGroups,
    merges: [...merges.filter(({ left }) => !joinsEqual(left)), ...joined.filter(({ top, bottom }) => bottom > top)],
  }
}

/** Laid rows as the sheet has them. */
export const sheetRows = (rows: readonly LaidRow[], typed: (cell: string, column: number) => CellValue): readonly SheetRow[] =>
  rows.map(({ cells, lines }) => ({
    cells: cells.map((cell, i) => typed(cell ?? '', i)),
    height: heightOfLines(Math.min(lines, MAX_LINES)),
  }))

/** A column nobody has given a width. */
export const OTHER_WIDTH = 14

/**
 * One problem on as many rows as its text needs. A cell of one row that is taller than a row may be goes on in the next (续行); a cell
 * that reaches over several rows makes them taller, and adds rows when even the greatest heights do not do.
 */
const layOutGroup = (
  group: readonly TableCells[],
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
      const own = pieces.map((piece) => (k > 0 && piece[k] ? CONTINUED + piece[k] : (piece[k] ?? null)))
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
const equalNeighbours = (
  rows: readonly LaidRow[],
  columns: readonly SheetColumn[],
  joinsEqual: (column: number) => boolean,
): readonly CellRange[] =>
  columns.flatMap((_, i) => {
    if (!joinsEqual(i)) return []
    const keys: string[] = []
    for (const row of rows) {
      const own = columns.map((_c, k) => (joinsEqual(k) && k <= i ? row.cells[k] : '')).join('\u0000')
      keys.push(row.cells[i] === null ? (keys.at(-1) ?? own) : own)
    }
    const starts = keys.flatMap((key, r) => (r === 0 || key !== keys[r - 1] ? [r] : []))
    return starts.flatMap((top, k) => {
      const bottom = (starts[k + 1] ?? rows.length) - 1
      return rows[top]?.cells[i] === '' ? [] : [{ top, bottom, left: i, right: i }]
    })
  })
