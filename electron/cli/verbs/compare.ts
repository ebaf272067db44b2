import type { z } from 'zod'
import { compareOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { readDifference } from '../read-difference.ts'
import { done, refused, type Verb } from '../verb.ts'

export const compareVerb: Verb = {
  name: 'compare',
  usage: 'compare LEDGER FILE',
  summary: 'prints what the tables of a file say that the ledger does not, and the other way round; writes nothing',
  positionals: 2,
  options: {},
  required: [],
  output: compareOutput,
  run: async ({ positionals: [path = '', tablePath = ''] }, ports) => {
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const read = await readDifference(opened.value.ledger, tablePath, ports.clock.today())
    if (!read.ok) return refused(read.error)
    const { difference, isOwnExport, isSameLedger, exportedOn } = read.value
    const output: z.infer<typeof compareOutput> = {
      isOwnExport,
      isSameLedger,
      exportedOn,
      changed: difference.changed.map(({ changes, newMeasures, ...problem }) => ({
        ...problem,
        changes: changes.map(({ id, measureId, field, title, ledger, table, exported, verdict, asks }) => {
          return { id, measureId, field, title, ledger, table, exported, verdict, asks }
        }),
        newMeasures: newMeasures.map(({ id, text, progress }) => ({ id, text, progress })),
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
