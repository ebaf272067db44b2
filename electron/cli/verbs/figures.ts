import type { z } from 'zod'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { figuresOutput } from '../contract.ts'
import { openLedgerAtDate } from '../ledger-at-date.ts'
import { done, type Verb } from '../verb.ts'

export const figuresVerb: Verb = {
  name: 'figures',
  usage: 'figures LEDGER [--date YYYY-MM-DD]',
  summary: 'prints every figure of the ledger at a cut-off date, with its formula and the records it counts',
  positionals: 1,
  options: { date: { type: 'string' } },
  required: [],
  output: figuresOutput,
  run: async (given, ports) => {
    const opened = await openLedgerAtDate(given, ports)
    if (!opened.ok) return opened.error
    const { ledger, date: cutoff } = opened.value
    const figures = figuresOf(ledger, cutoff).map(({ id, label, value, unit, formula, counts }) => {
      return { id, label, value: Number(value), unit, formula, counts: [...counts] }
    })
    const output: z.infer<typeof figuresOutput> = { cutoff, figures }
    return done(output)
  },
}
