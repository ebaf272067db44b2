import type { z } from 'zod'
import { TABLE_KEYS, type TableKey, tableName } from '../../../shared/documents/tables/table-keys.ts'
import { tablesWorkbook } from '../../../shared/documents/tables/tables-workbook.ts'
import { writeFileAtomically } from '../../files/atomic-write.ts'
import { tablesOutput } from '../contract.ts'
import { openLedgerAtDate } from '../ledger-at-date.ts'
import { done, misused, option, refused, type Verb } from '../verb.ts'

const ENCODINGS = ['utf-8', 'gb18030'] as const

export const tablesVerb: Verb = {
  name: 'tables',
  usage:
    'tables LEDGER --out X.xlsx|X.csv [--table ID]… [--date YYYY-MM-DD] [--secrecy 密级] [--protect] [--encoding utf-8|gb18030]',
  summary: 'writes the 四张清单 and every other table that is printed, as an Excel workbook or one of them as CSV',
  positionals: 1,
  options: {
    out: { type: 'string' },
    table: { type: 'string', multiple: true },
    date: { type: 'string' },
    secrecy: { type: 'string' },
    protect: { type: 'boolean' },
    encoding: { type: 'string' },
  },
  required: ['out'],
  output: tablesOutput,
  run: async (given, ports) => {
    const out = option(given, 'out') ?? ''
    const wanted = given.options['table'] ?? ['lists']
    const unknown = wanted.find((id) => id !== 'all' && !TABLE_KEYS.some((key) => key === id))
    if (unknown !== undefined) return misused(`没有表“${unknown}”，可用的有：${TABLE_KEYS.join('、')}，全部用 all`)
    const keys: readonly TableKey[] = wanted.includes('all') ? TABLE_KEYS : TABLE_KEYS.filter((key) => wanted.includes(key))
    const isCsv = /\.csv$/i.test(out)
    const encoding = ENCODINGS.find((known) => known === (option(given, 'encoding') ?? 'utf-8'))
    if (!encoding) return misused(`没有编码“${option(given, 'encoding') ?? ''}”，可用的有：${ENCODINGS.join('、')}`)
    if (!isCsv && option(given, 'encoding') !== null) return misused('--encoding 只用于 CSV（--out 以 .csv 结尾）')

    const opened = await openLedgerAtDate(given, ports)
    if (!opened.ok) return opened.error
    const { ledger, date } = opened.value
    const secrecy = option(given, 'secrecy') ?? ''
    const workbook = tablesWorkbook(ledger, date, keys, { secrecy, isProtected: option(given, 'protect') !== null })
    const [first, ...others] = workbook.sheets
    if (isCsv && (first === undefined || others.length > 0))
      return misused('CSV 一次写一张表：请用 --table 选一张只有一页的表，如 master、late、leads')
    const bytes = isCsv && first ? await csvOf(first, encoding) : await xlsxOf(workbook, date)
    const written = await writeFileAtomically(out, bytes)
    if (!written.ok) return refused(written.error)
    const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length }))
    const output: z.infer<typeof tablesOutput> = { out: written.value, date, sheets }
    return done(output, [`${keys.map(tableName).join('、')}已写入：${written.value}`])
  },
}

const csvOf = async (...[sheet, encoding]: Parameters<typeof import('../../../shared/documents/render/table-csv.ts').tableCsv>) =>
  (await import('../../../shared/documents/render/table-csv.ts')).tableCsv(sheet, encoding)

// The Excel library is loaded only when it is needed: it is most of the start-up time.
const xlsxOf = async (
  ...[workbook, date]: Parameters<typeof import('../../../shared/documents/render/workbook-xlsx.ts').renderWorkbookXlsx>
) => (await import('../../../shared/documents/render/workbook-xlsx.ts')).renderWorkbookXlsx(workbook, date)
