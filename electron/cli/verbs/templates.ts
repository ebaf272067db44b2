import type { z } from 'zod'
import { inOrder } from '../../../shared/domain/arrangement.ts'
import { templatesOf } from '../../../shared/domain/notices/find-template.ts'
import { templateFaults } from '../../../shared/domain/notices/template-faults.ts'
import { templateFaultText } from '../../../shared/messages/template-faults.ts'
import { templatesOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, refused, type Verb } from '../verb.ts'

export const templatesVerb: Verb = {
  name: 'templates',
  usage: 'templates LEDGER',
  summary: 'lists the templates a 通报 of the ledger can be composed with, and what is wrong with its own',
  positionals: 1,
  options: {},
  required: [],
  output: templatesOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const { records } = opened.value.ledger
    const own = new Map(inOrder(records.noticeTemplate).map((template) => [template.id, template]))
    const output: z.infer<typeof templatesOutput> = {
      templates: templatesOf(records).map(({ id, title, genre, edition }) => {
        const record = own.get(id)
        const faults = record ? templateFaults(record) : []
        return {
          ...{ id, title, genre, edition, own: record !== undefined },
          faults: faults.map((fault) => ({ ...fault, message: templateFaultText(fault) })),
        }
      }),
    }
    return done(
      output,
      output.templates.flatMap(({ title, faults }) => faults.map(({ message }) => `模板“${title}”：${message}`)),
    )
  },
}
