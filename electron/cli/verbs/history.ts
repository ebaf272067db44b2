import type { z } from 'zod'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { documentKey } from '../../../shared/merge/document-boundaries.ts'
import { toldChanges, writtenFields } from '../../../shared/merge/told-changes.ts'
import { historyOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { done, misused, option, refused, type Verb } from '../verb.ts'

const USUAL_LIMIT = 100

export const historyVerb: Verb = {
  name: 'history',
  usage: 'history LEDGER [--problem NUMBER] [--limit N]',
  summary: 'prints who changed what, newest first, and who wrote each field of a problem',
  positionals: 1,
  options: { problem: { type: 'string' }, limit: { type: 'string' } },
  required: [],
  output: historyOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const limit = option(given, 'limit') ?? String(USUAL_LIMIT)
    if (!/^[1-9]\d{0,6}$/.test(limit)) return misused(`--limit 应为正整数，读不懂“${limit}”`)
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const { documents, ledger } = opened.value
    const number = option(given, 'problem')
    const file = ledger.problems.find((candidate) => String(candidate.number) === number)
    if (number !== null && !file) return refused({ type: 'no-such-problem', number, last: ledger.problems.length })
    const keys = file && [documentKey('problem', file.problem.id), documentKey('office', file.problem.id)]
    const docs = [...documents].flatMap(([key, doc]) => (keys === undefined || keys.includes(key) ? [doc] : []))
    const engine = automergeEngine(ports.ids)
    const output: z.infer<typeof historyOutput> = {
      changes: toldChanges(engine, docs, Number(limit)).map(({ records, ...change }) => ({
        ...change,
        records: records.map(({ fields, ...record }) => ({
          ...record,
          fields: fields.map((field) => ({ ...field, from: [...field.from] })),
        })),
      })),
      written:
        keys === undefined
          ? []
          : writtenFields(engine, docs).map(({ writers, ...field }) => ({
              ...field,
              writers: writers.map(({ author, at, intent }) => ({ author, at, intent })),
            })),
    }
    return done(output)
  },
}
