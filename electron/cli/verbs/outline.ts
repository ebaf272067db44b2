import type { z } from 'zod'
import { type NumberedLine, numberedOutline } from '../../../shared/domain/display-numbers.ts'
import { outlineOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, refused, type Verb } from '../verb.ts'

export const outlineVerb: Verb = {
  name: 'outline',
  usage: 'outline LEDGER',
  summary: 'prints the outline with its problems, each with the number it stands under',
  positionals: 1,
  options: {},
  required: [],
  output: outlineOutput,
  run: async ({ positionals: [path = ''] }, ports) => {
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const output: z.infer<typeof outlineOutput> = { outline: numberedOutline(opened.value.ledger).map(printed) }
    return done(output)
  },
}

const printed = (line: NumberedLine): z.infer<typeof outlineOutput>['outline'][number] => {
  const { type, id, mark, sourceNumber } = line
  return type === 'node'
    ? { type, id, mark, sourceNumber, text: line.heading, number: null, children: line.children.map(printed) }
    : { type, id, mark, sourceNumber, text: line.statement, number: line.number, children: [] }
}
