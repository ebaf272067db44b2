import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, type Result } from '../../base/result.ts'
import type { Ledger } from '../ledger.ts'
import { addProblemSchema, decideAddProblem } from './add-problem.ts'
import type { CommandContext, Decision } from './decision.ts'
import { decideProblemCommand, problemCommandSchemas } from './problem-commands.ts'
import { decideSupervisionCommand, isSupervisionCommand, supervisionCommandSchemas } from './supervision-commands.ts'

/** Every act of a person on a ledger, as data: what the window sends to the store, and what a script writes. */
export const ledgerCommandSchema = z.discriminatedUnion('type', [
  ...problemCommandSchemas,
  addProblemSchema,
  ...supervisionCommandSchemas,
])
export type LedgerCommand = Readonly<z.infer<typeof ledgerCommandSchema>>

/**
 * What an act means. `ledger` need hold only what the command speaks of (`problemsOf`), beside the ledger's own outline, directories and
 * registers.
 */
export const decideCommand = (ledger: Ledger, command: LedgerCommand, context: CommandContext): Result<Decision, Refusal> => {
  if (command.type === 'add-problem') return decideAddProblem(command, context)
  if (isSupervisionCommand(command)) return decideSupervisionCommand(ledger, command, context)
  const file = ledger.problems.find(({ problem }) => problem.id === command.problemId)
  if (!file) return err({ type: 'entity-removed', entity: `problem:${command.problemId}` })
  return decideProblemCommand(file, command, context)
}
