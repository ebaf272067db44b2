import type { z } from 'zod'
import { fourListsWorkbook } from '../../../shared/documents/four-lists-workbook.ts'
import { writeFileAtomically } from '../../files/atomic-write.ts'
import { tablesOutput } from '../contract.ts'
import { openLedgerAtDate } from '../ledger-at-date.ts'
import { done, option, refused, type Verb } from '../verb.ts'

export const tablesVerb: Verb = {
  name: 'tables',
  usage: 'tables LEDGER --out X.xlsx [--date YYYY-MM-DD]',
  summary: 'writes the 四张清单 as an Excel workbook, one sheet each',
  positionals: 1,
  options: { out: { type: 'string' }, date: { type: 'string' } },
  required: ['out'],
  output: tablesOutput,
  run: async (given, ports) => {
    const opened = await openLedgerAtDate(given, ports)
    if (!opened.ok) return opened.error
    const { ledger, date } = opened.value
    const workbook = fourListsWorkbook(ledger, date)
    const { renderWorkbookXlsx } = await import('../../../shared/documents/render/workbook-xlsx.ts')
    const written = await writeFileAtomically(option(given, 'out') ?? '', await renderWorkbookXlsx(workbook, date))
    if (!written.ok) return refused(written.error)
    const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length }))
    const output: z.infer<typeof tablesOutput> = { out: written.value, date, sheets }
    return done(output, [`四张清单已写入：${written.value}`])
  },
}
