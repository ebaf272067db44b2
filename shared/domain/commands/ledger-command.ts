import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, type Result } from '../../base/result.ts'
import type { Ledger } from '../ledger.ts'
import { tooMany } from '../limits.ts'
import { addProblemSchema, decideAddProblem } from './add-problem.ts'
import type { CommandContext, Decision } from './decision.ts'
import { decideDirectoryCommand, directoryCommandSchemas } from './directory-commands.ts'
import { decideJoinProblems, joinProblemsSchema } from './join-problems.ts'
import { decideOutlineCommand, outlineCommandSchemas } from './outline-commands.ts'
import { decideProblemCommand, problemCommandSchemas } from './problem-commands.ts'
import { decideRecordCommand, recordCommandSchemas } from './record-commands.ts'
import { decideSplitProblem, splitProblemSchema } from './split-problem.ts'
import { decideSupervisionCommand, supervisionCommandSchemas } from './supervision-commands.ts'

/** Every act of a person on a ledger, as data: what the window sends to the store, and what a script writes. */
export const ledgerCommandSchema = z.discriminatedUnion('type', [
  ...problemCommandSchemas,
  addProblemSchema,
  splitProblemSchema,
  joinProblemsSchema,
  ...outlineCommandSchemas,
  ...directoryCommandSchemas,
  ...recordCommandSchemas,
  ...supervisionCommandSchemas,
])
export type LedgerCommand = Readonly<z.infer<typeof ledgerCommandSchema>>

/**
 * The problems an act reads: each with its office part. Outline, directories, registers and notices are always at hand, and so is the place
 * (id, nodeId, order) of every problem. An act may write the place of problems it does not read.
 */
export const problemsOf = (command: LedgerCommand): readonly string[] => {
  switch (command.type) {
    case 'add-problem':
    case 'move-problems':
    case 'add-node':
    case 'move-node':
    case 'remove-node':
    case 'join-entries':
    case 'issue-notice':
    case 'renumber-notice':
    case 'print-notice':
    case 'give-block':
      return []
    case 'join-problems':
      return [command.intoId, ...command.ids]
    case 'match-responsibilities':
      return command.problemIds
    case 'add-record':
    case 'set-record-field':
    case 'remove-record':
      return command.problemId === null ? [] : [command.problemId]
    default:
      return [command.problemId]
  }
}

/** What an act means. `ledger` need hold whole only the problems the command speaks of (`problemsOf`). */
export const decideCommand = (ledger: Ledger, command: LedgerCommand, context: CommandContext): Result<Decision, Refusal> => {
  const decision = decide(ledger, command, context)
  const crowded = decision.ok ? tooMany(ledger.records, decision.value.edits) : null
  return crowded ? err(crowded) : decision
}

const decide = (ledger: Ledger, command: LedgerCommand, context: CommandContext): Result<Decision, Refusal> => {
  switch (command.type) {
    case 'add-problem':
      return decideAddProblem(ledger.records, command, context)
    case 'join-problems':
      return decideJoinProblems(ledger, command, context)
    case 'move-problems':
    case 'add-node':
    case 'move-node':
    case 'remove-node':
      return decideOutlineCommand(ledger, command, context)
    case 'join-entries':
    case 'match-responsibilities':
      return decideDirectoryCommand(ledger, command)
    case 'add-record':
    case 'set-record-field':
    case 'remove-record':
      return decideRecordCommand(ledger, command, context)
    case 'issue-notice':
    case 'renumber-notice':
    case 'print-notice':
    case 'give-block':
      return decideSupervisionCommand(ledger, command, context)
    default: {
      const file = ledger.problems.find(({ problem }) => problem.id === command.problemId)
      if (!file) return err({ type: 'entity-removed', entity: `problem:${command.problemId}` })
      return command.type === 'split-problem'
        ? decideSplitProblem(ledger, file, command, context)
        : decideProblemCommand(file, command, context)
    }
  }
}
