import type { PlainDate } from '../../base/plain-date.ts'
import { printChineseDate } from '../../base/plain-date.ts'
import type { ListRow } from '../../domain/four-lists.ts'
import type { HomeHead } from '../../domain/home-column.ts'
import type { Ledger } from '../../domain/ledger.ts'
import { TABLE_WORDS } from '../../messages/tables.ts'
import { homeColumn } from '../home-rows.ts'
import { layOutRows, sheetRows, type TableCells } from '../lay-out-rows.ts'
import { ledgerTitled } from '../ledger-titled.ts'
import type { CellValue, SheetColumn, SheetModel } from '../workbook-model.ts'

/** A table before its rows are laid out. */
export interface PlainTable {
  /** Name of the sheet, and of the table in its title. */
  readonly name: string
  readonly subtitle: string
  readonly columns: readonly SheetColumn[]
  /** Rows that stand together, such as those of one problem. */
  readonly groups: readonly (readonly TableCells[])[]
  /** Columns in which equal neighbours are one cell. */
  readonly joined?: ReadonlySet<number>
  /** Columns that hold numbers. */
  readonly numbers?: ReadonlySet<number>
  readonly paper?: SheetModel['paper']
  /** Its rows are those of a list as well, group by group: what is filled in is read back. */
  readonly home?: { readonly head: HomeHead; readonly groups: readonly (readonly ListRow[])[] }
  /** Rows behind the others, as they are: a total. */
  readonly totals?: readonly (readonly CellValue[])[]
}

/** A table of a ledger as a sheet: the ledger's name in its title, who filled it in below it; an empty table says so. */
export const tableSheet = (ledger: Ledger, table: PlainTable): SheetModel => {
  const { columns, groups, joined = new Set(), numbers = new Set() } = table
  const empty: readonly TableCells[] = [columns.map((_, i) => (i === Math.min(1, columns.length - 1) ? TABLE_WORDS.none : ''))]
  const laid = layOutRows(groups.length === 0 && table.totals === undefined ? [empty] : groups, {
    columns,
    joinsEqual: (i) => joined.has(i),
  })
  const typed = (cell: string, i: number): CellValue => (numbers.has(i) && /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell)
  return {
    name: sheetName(table.name),
    title: ledgerTitled(ledger.ledger.title, table.name),
    subtitle: table.subtitle,
    columns,
    rows: [...sheetRows(laid.rows, typed), ...(table.totals ?? []).map((cells) => ({ cells, height: TOTAL_HEIGHT }))],
    merges: laid.merges,
    foot: TABLE_WORDS.foot,
    ...(table.paper ? { paper: table.paper } : {}),
    ...(table.home && groups.length > 0 ? { hidden: homeColumn(table.home.head, table.home.groups, laid.groups) } : {}),
  }
}

const TOTAL_HEIGHT = 24

/** What stands below the title of most tables. */
export const partySubtitle = (ledger: Ledger, date: PlainDate): string =>
  TABLE_WORDS.subtitle(ledger.inspection.rectifyingParty ?? '', printChineseDate(date))

/** Excel allows 31 characters and none of these in a sheet's name, and no two names alike (upper and lower case are). */
export const sheetName = (words: string): string =>
  words
    .replace(/[\\/?*[\]:]/g, '_')
    .replace(/^'+|'+$/g, '')
    .slice(0, LONGEST_NAME)
    .trim() || '表'

const LONGEST_NAME = 31

/** Names of sheets that differ, in their order. */
export const distinctNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const own = sheetName(name)
    let distinct = own
    for (let n = 2; taken.has(distinct.toLowerCase()); n += 1) distinct = `${own.slice(0, LONGEST_NAME - 4)}（${n}）`
    taken.add(distinct.toLowerCase())
    return distinct
  })
}
