import type { z } from 'zod'
import { unshownProblems, withheldTable } from '../../../shared/notice/withheld-table.ts'
import { withheldOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, refused, type Verb } from '../verb.ts'

export const withheldVerb: Verb = {
  name: 'withheld',
  usage: 'withheld LEDGER',
  summary: 'lists what leaves the public edition (拟不公开事项表), with the reasons',
  positionals: 1,
  options: {},
  required: [],
  output: withheldOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const { ledger } = opened.value
    const output: z.infer<typeof withheldOutput> = {
      withheld: withheldTable(ledger).map((line) => ({ ...line })),
      notShown: [...unshownProblems(ledger)],
    }
    return done(output)
  },
}
