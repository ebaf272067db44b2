import type { z } from 'zod'
import { toldConflict } from '../../../shared/exchange/told-plan.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { documentParts } from '../../../shared/merge/document-boundaries.ts'
import { titlesOf } from '../../../shared/merge/told-changes.ts'
import { conflictsOutput } from '../contract.ts'
import { readLedgerFile } from '../ledger-file.ts'
import { numbersOf } from '../planned-merge.ts'
import { done, refused, type Verb } from '../verb.ts'

export const conflictsVerb: Verb = {
  name: 'conflicts',
  usage: 'conflicts LEDGER',
  summary: 'lists the fields that two people wrote differently, every text with who wrote it and when',
  positionals: 1,
  options: {},
  required: [],
  output: conflictsOutput,
  run: async ({ positionals: [path = ''] }, ports) => {
    const opened = await readLedgerFile(path, ports)
    if (!opened.ok) return refused(opened.error)
    const engine = automergeEngine(ports.ids)
    const { documents } = opened.value
    const numbers = numbersOf(engine, documents)
    const output: z.infer<typeof conflictsOutput> = {
      conflicts: [...documents].flatMap(([document, doc]) => {
        const { kind, id } = documentParts(document)
        const problem = kind === 'problem' || kind === 'office' ? { id, number: numbers.get(id) ?? 0 } : null
        const found = engine.conflicts(doc)
        const titles = found.length === 0 ? new Map() : titlesOf(engine.read(doc))
        return found.map((conflict) => {
          const told = toldConflict(conflict, titles)
          return { document, problem, ...told, values: [...told.values] }
        })
      }),
    }
    return done(output)
  },
}
