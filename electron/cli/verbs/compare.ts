import type { z } from 'zod'
import { compareWithLedger } from '../../../shared/intake/compare-with-ledger.ts'
import { findTables } from '../../../shared/intake/find-table.ts'
import { readHomeTables } from '../../../shared/intake/read-home-tables.ts'
import { readRows } from '../../../shared/intake/read-rows.ts'
import { LARGEST_WORKBOOK_MEGABYTES, readWorkbook, workbookFormatOf } from '../../../shared/intake/readers/read-workbook.ts'
import { TABLE_VOCABULARY } from '../../../shared/intake/table-vocabulary.ts'
import { readWholeFile } from '../../files/read-file.ts'
import { compareOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, refused, type Verb } from '../verb.ts'

export const compareVerb: Verb = {
  name: 'compare',
  usage: 'compare LEDGER FILE',
  summary: 'prints what a table (.xlsx .xls .et .ods) says that the ledger does not, and the other way round; writes nothing',
  positionals: 2,
  options: {},
  required: [],
  output: compareOutput,
  run: async ({ positionals: [path = '', tablePath = ''] }, ports) => {
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const bytes = await readWholeFile(tablePath, LARGEST_WORKBOOK_MEGABYTES)
    if (!bytes.ok) return refused(bytes.error)
    const format = workbookFormatOf(bytes.value, tablePath)
    if (format === null) return refused({ type: 'no-table', sheets: [] })
    const document = readWorkbook(bytes.value, format)
    if (!document.ok) return refused(document.error)
    const { ledger } = opened.value
    const home = readHomeTables(document.value)
    const readings = home ? [] : findTables(document.value, TABLE_VOCABULARY)
    if (!home && readings.length === 0)
      return refused({ type: 'no-table', sheets: document.value.tables.map(({ name }) => name).slice(0, 10) })
    const rows = home?.rows ?? readRows(document.value, readings)
    const difference = compareWithLedger(ledger, rows, ports.clock.today(), home?.base)
    const output: z.infer<typeof compareOutput> = {
      isOwnExport: home !== null,
      isSameLedger: home === null ? null : home.heads.every(({ ledgerId }) => ledgerId === ledger.ledger.id),
      exportedOn: home?.heads[0]?.date ?? null,
      changed: difference.changed.map(({ changes, newMeasures, ...problem }) => ({
        ...problem,
        changes: changes.map(({ id, measureId, field, title, ledger, table, exported, verdict, asks }) => {
          return { id, measureId, field, title, ledger, table, exported, verdict, asks }
        }),
        newMeasures: newMeasures.map(({ id, text }) => ({ id, text })),
      })),
      unchanged: [...difference.unchanged],
      newProblems: difference.newProblems.map(({ id, number, cells }) => ({ id, number, cells: { ...cells } })),
      ambiguous: difference.ambiguous.map(({ row, candidates }) => ({
        number: row.number,
        statement: row.cells['statement'] ?? '',
        candidates: candidates.map(({ file, certainty }) => ({ problemId: file.problem.id, number: file.number, certainty })),
      })),
      notFound: [...difference.notFound],
      rejected: difference.rejected.map(({ reason, text }) => ({ reason, text })),
    }
    return done(output)
  },
}
