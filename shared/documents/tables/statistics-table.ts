import type { PlainDate } from '../../base/plain-date.ts'
import type { Figure } from '../../domain/figures/figure.ts'
import { figuresOf } from '../../domain/figures/figures-of.ts'
import { groupOf } from '../../domain/figures/group-figures.ts'
import type { Ledger } from '../../domain/ledger.ts'
import { TABLE_WORDS } from '../../messages/tables.ts'
import { type CellValue, columnLetter, type FormulaCell, type SheetModel, sheetRowOf } from '../workbook-model.ts'
import { partySubtitle, tableSheet } from './plain-table.ts'
import { mark, words } from './table-columns.ts'

/** What a statistics table counts by; a problem has one 类别 and one 来源, and may have several units and leaders. */
const GROUPINGS = [
  { by: 'byCategory', title: TABLE_WORDS.statisticsBy.category, adds: true },
  { by: 'bySource', title: TABLE_WORDS.statisticsBy.source, adds: true },
  { by: 'byUnit', title: TABLE_WORDS.statisticsBy.unit, adds: false },
  { by: 'byLeader', title: TABLE_WORDS.statisticsBy.leader, adds: false },
] as const

const PARTS = ['total', 'done', 'basicallyDone', 'open', 'unstated'] as const

/**
 * 统计表 by 类别, 来源, 责任单位 and 责任领导, a sheet each. The numbers are the ledger's figures; totals and rates are formulas that come to the
 * same. Where a problem may stand in several rows no total is made: it would count it twice.
 */
export const statisticsTables = (ledger: Ledger, date: PlainDate): readonly SheetModel[] => {
  const figures = figuresOf(ledger, date)
  return GROUPINGS.map(({ by, title, adds }) => statisticsSheet(ledger, date, figures, by, title, adds))
}

const statisticsSheet = (
  ledger: Ledger,
  date: PlainDate,
  figures: readonly Figure[],
  by: string,
  title: string,
  adds: boolean,
): SheetModel => {
  const groups = new Map<string, { readonly name: string; readonly values: Map<string, number> }>()
  for (const figure of figures) {
    const group = groupOf(figure)
    if (group?.by !== by) continue
    const own = groups.get(group.key) ?? { name: group.name, values: new Map<string, number>() }
    groups.set(group.key, own)
    own.values.set(group.part, Number(figure.value))
  }
  const rows = [...groups.values()]
  const value = (row: (typeof rows)[number], part: string): number => row.values.get(part) ?? 0
  const name = `${TABLE_WORDS.statistics}（按${title}）`
  const { statisticsParts: parts } = TABLE_WORDS
  const columns = [
    mark('序号', 8),
    words(title, 36),
    ...PARTS.map((part) => mark(parts[part], 12)),
    mark(parts.rate, 14),
    mark(parts.overdue, 10),
  ]
  const sheet = tableSheet(ledger, {
    name,
    subtitle: adds ? partySubtitle(ledger, date) : `${partySubtitle(ledger, date)}　　${TABLE_WORDS.severalNote}`,
    columns,
    groups: rows.map((row, i) => [
      [String(i + 1), row.name, ...PARTS.map((part) => String(value(row, part))), '', String(value(row, 'overdue'))],
    ]),
    numbers: new Set([0, 2, 3, 4, 5, 6, 8]),
    ...(adds && rows.length > 0 ? { totals: [totalRow(rows.map((row) => row.values))] } : {}),
  })
  // The rate of each row is worked out from its own cells.
  const rated = sheet.rows.map((row, r) => {
    const own = rows[r]
    if (own === undefined) return row
    const cells = row.cells.map(
      (cell, c): CellValue => (c === RATE ? rateCell(r, value(own, 'done'), value(own, 'total')) : cell),
    )
    return { ...row, cells }
  })
  return { ...sheet, rows: rated }
}

const [TOTAL, DONE, RATE] = [2, 3, 7]

const rateCell = (row: number, done: number, total: number): FormulaCell => {
  const [whole, part] = [`${columnLetter(TOTAL)}${sheetRowOf(row)}`, `${columnLetter(DONE)}${sheetRowOf(row)}`]
  return { formula: `IF(${whole}=0,0,ROUND(${part}/${whole}*100,2))`, value: rateOf(done, total) }
}

/** 四舍五入 to two places, as ROUND does. */
const rateOf = (done: number, total: number): number =>
  total === 0 ? 0 : Math.floor((done * 20_000 + total) / (total * 2)) / 100

const totalRow = (rows: readonly ReadonlyMap<string, number>[]): readonly CellValue[] => {
  const sum = (part: string): number => rows.reduce((all, row) => all + (row.get(part) ?? 0), 0)
  const [first, last] = [sheetRowOf(0), sheetRowOf(rows.length - 1)]
  const summed = (column: number, part: string): FormulaCell => ({
    formula: `SUM(${columnLetter(column)}${first}:${columnLetter(column)}${last})`,
    value: sum(part),
  })
  return [
    '',
    TABLE_WORDS.total,
    ...PARTS.map((part, i) => summed(TOTAL + i, part)),
    rateCell(rows.length, sum('done'), sum('total')),
    summed(RATE + 1, 'overdue'),
  ]
}
