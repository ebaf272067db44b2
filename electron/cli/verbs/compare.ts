import type { z } from 'zod'
import { compareDocument } from '../../../shared/intake/table-comparison.ts'
import { compareOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { readIncomingFile } from '../read-incoming-file.ts'
import { done, refused, type Verb } from '../verb.ts'

export const compareVerb: Verb = {
  name: 'compare',
  usage: 'compare LEDGER FILE',
  summary:
    'prints what a table (.xlsx .xls .et .ods .csv, or in Word) says that the ledger does not, and the other way round; writes nothing',
  positionals: 2,
  options: {},
  required: [],
  output: compareOutput,
  run: async ({ positionals: [path = '', tablePath = ''] }, ports) => {
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const document = await readIncomingFile(tablePath)
    if (!document.ok) return refused(document.error)
    const compared = compareDocument(opened.value.ledger, document.value, ports.clock.today())
    if (!compared.ok) return refused(compared.error)
    const { difference, isOwnExport, isSameLedger, exportedOn } = compared.value
    const output: z.infer<typeof compareOutput> = {
      isOwnExport,
      isSameLedger,
      exportedOn,
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
