import type { PlainDate } from '../../base/plain-date.ts'
import { figuresOf } from '../../domain/figures/figures-of.ts'
import type { Ledger } from '../../domain/ledger.ts'
import { registerColumns } from '../../domain/registers/register-columns.ts'
import type { RegisterKey } from '../../domain/registers/register-keys.ts'
import { registerRows } from '../../domain/registers/register-rows.ts'
import { sumLines } from '../../domain/registers/sum-lines.ts'
import { TABLE_WORDS } from '../../messages/tables.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { withheldTable } from '../../notice/withheld-table.ts'
import type { SheetColumn, SheetModel } from '../workbook-model.ts'
import { partySubtitle, tableSheet } from './plain-table.ts'
import { mark, words } from './table-columns.ts'

/** Registers that are printed as they stand, and the columns of each. */
const PRINTED = {
  regulations: ['title', 'documentNumber', 'regulation', 'on', 'ownerId'],
  leads: ['kind', 'number', 'title', 'receivedOn', 'handledBy', 'replyDue', 'state', 'closedOn', 'result', 'note'],
  supervisions: ['on', 'title', 'team', 'units', 'findings', 'notices'],
} as const satisfies Partial<Record<RegisterKey, readonly string[]>>

/** 制度清单, 信访件线索办理表 and 督查情况表: what lies after the date does not stand in them. */
export const registerTable = (ledger: Ledger, register: keyof typeof PRINTED, date: PlainDate): SheetModel => {
  const keys: readonly string[] = PRINTED[register]
  const columns = registerColumns(register).filter(({ key }) => keys.includes(key))
  const rows = registerRows(register, sourceOf(ledger), date).filter(({ counts }) => counts)
  return tableSheet(ledger, {
    name: TABLE_WORDS[register],
    subtitle: partySubtitle(ledger, date),
    columns: [mark('序号', 6), ...columns.map(({ title, width, type }): SheetColumn => sheetColumn(title, width, type))],
    groups: rows.map(({ cells }, i) => [[String(i + 1), ...columns.map(({ key }) => mendPunctuation(cells[key] ?? ''))]]),
    numbers: new Set([0, ...columns.flatMap(({ type }, i) => (type === 'number' ? [i + 1] : []))]),
  })
}

/** Pixels of the screen as characters of the sheet. */
const sheetColumn = (title: string, width: number, type: string): SheetColumn =>
  type === 'date' || type === 'choice' || type === 'number'
    ? mark(title, Math.max(10, Math.round(width / 7.5)))
    : words(title, Math.max(12, Math.round(width / 6.5)))

/** 问责处理统计表: each kind with what is known of it, in 人 and in 人次 apart, and the single cases below. */
export const accountabilityTable = (ledger: Ledger, date: PlainDate): SheetModel => {
  const lines = sumLines('accountability', figuresOf(ledger, date))
  return tableSheet(ledger, {
    name: TABLE_WORDS.accountability,
    subtitle: partySubtitle(ledger, date),
    columns: [mark('序号', 8), words('类别', 40), words('其中', 60), mark('数量', 14), mark('计量', 12)],
    groups: lines.map(({ total, parts }, i) =>
      (parts.length === 0 ? [null] : parts).map((part, k) => [
        k === 0 ? String(i + 1) : null,
        k === 0 ? `${total.label}：${total.value}${total.unit}` : null,
        part === null ? '' : part.label,
        part === null ? total.value : String(part.value),
        total.unit,
      ]),
    ),
    numbers: new Set([0, 3]),
  })
}

/** 拟不公开事项表. */
export const withheldSheet = (ledger: Ledger, date: PlainDate): SheetModel => {
  const { withheldColumns: titles, withheldStates } = TABLE_WORDS
  return tableSheet(ledger, {
    name: TABLE_WORDS.withheld,
    subtitle: partySubtitle(ledger, date),
    columns: [
      mark(titles.number, 7),
      mark(titles.matter, 18),
      words(titles.content, 60),
      words(titles.reason, 34),
      mark(titles.state, 20),
    ],
    groups: withheldTable(ledger).map(({ number, matter, content, reason, state }) => [
      [String(number), matter, mendPunctuation(content), mendPunctuation(reason), withheldStates[state]],
    ]),
    numbers: new Set([0]),
  })
}

const sourceOf = (ledger: Ledger): Parameters<typeof registerRows>[1] => ({
  records: ledger.records,
  living: {
    problems: new Set(ledger.problems.map(({ problem }) => problem.id)),
    outcomes: new Set(ledger.problems.flatMap(({ outcomes }) => outcomes.map(({ id }) => id))),
  },
  problems: ledger.problems.map(({ problem: { id, statement }, number }) => ({ id, number, statement })),
  problemOfOutcome: new Map(
    ledger.problems.flatMap(({ problem, outcomes }) => outcomes.map(({ id }) => [id, problem.id] as const)),
  ),
})
