import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { fileAfter } from '../file-after.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import { tooMany } from '../limits.ts'
import type { RecordEdit } from '../record-edit.ts'
import { rowUnder } from '../siblings.ts'
import { addProblemSchema, decideAddProblem } from './add-problem.ts'
import { changeRecordsSchema, decideChangeRecords } from './change-records.ts'
import { closureCommandSchemas, decideClosureCommand } from './closure-commands.ts'
import {
  deadlineCommandSchemas,
  decideDeadlineCommand,
  decideSetConcentratedUntil,
  setConcentratedUntilSchema,
} from './deadline-commands.ts'
import type { CommandContext, Decision } from './decision.ts'
import { decideDirectoryCommand, directoryCommandSchemas } from './directory-commands.ts'
import { decideDuplicateProblems, duplicateProblemsSchema } from './duplicate-problems.ts'
import { decideJoinProblems, joinProblemsSchema } from './join-problems.ts'
import { decideNoticeCommand, noticeCommandSchemas } from './notice-commands.ts'
import { decideOutlineCommand, outlineCommandSchemas } from './outline-commands.ts'
import { decidePasteProblems, pastedProblemSchema, pasteProblemsSchema } from './paste-problems.ts'
import { decideProblemCommand, missingTarget, problemCommandSchemas } from './problem-commands.ts'
import { decideRecordCommand, recordCommandSchemas, setsConcentratedUntil } from './record-commands.ts'
import { decideRestoreFields, restoreFieldsSchema } from './restore-commands.ts'
import { decideSplitProblem, splitProblemSchema } from './split-problem.ts'
import { decideSetStatus, setStatusSchema } from './status-commands.ts'
import { decideSupervisionCommand, supervisionCommandSchemas } from './supervision-commands.ts'

const oneProblemCommandSchema = z.discriminatedUnion('type', [
  ...problemCommandSchemas,
  ...closureCommandSchemas,
  ...deadlineCommandSchemas,
])
/** Every act on one problem: what it means follows from the 问题档案 alone. */
export type OneProblemCommand = Readonly<z.infer<typeof oneProblemCommandSchema>>

const ON_ONE_PROBLEM: ReadonlySet<string> = new Set(oneProblemCommandSchema.options.map(({ shape }) => shape.type.value))

/** Does it follow from the 问题档案 of its problem alone, without the ledger around it? */
export const isOnOneProblem = (command: LedgerCommand): command is OneProblemCommand => ON_ONE_PROBLEM.has(command.type)

/**
 * Several acts as one: all or none, one change, one step of 撤销. Each sees what the one before it left. `problems` come new as a pasted
 * table brings them: under their headings, those without any behind everything. As many cells as a table may paste.
 */
const batchSchema = z.object({
  type: z.literal('batch'),
  commands: z.array(oneProblemCommandSchema).max(50_000),
  problems: z.array(pastedProblemSchema).max(5_000).optional(),
})
type Batch = Readonly<z.infer<typeof batchSchema>>

/** Every act of a person on a ledger, as data: what the window sends to the store, and what a script writes. */
export const ledgerCommandSchema = z.discriminatedUnion('type', [
  ...oneProblemCommandSchema.options,
  addProblemSchema,
  splitProblemSchema,
  joinProblemsSchema,
  pasteProblemsSchema,
  duplicateProblemsSchema,
  ...outlineCommandSchemas,
  ...directoryCommandSchemas,
  ...recordCommandSchemas,
  restoreFieldsSchema,
  changeRecordsSchema,
  ...supervisionCommandSchemas,
  ...noticeCommandSchemas,
  setStatusSchema,
  setConcentratedUntilSchema,
  batchSchema,
])
export type LedgerCommand = Readonly<z.infer<typeof ledgerCommandSchema>>

/**
 * The problems an act reads: each with its office part. Outline, directories, registers and notices are always at hand, and so is the place
 * (id, nodeId, order) of every problem. An act may write the place of problems it does not read.
 */
export const problemsOf = (command: LedgerCommand): readonly string[] | 'all' => {
  switch (command.type) {
    case 'add-problem':
    case 'move-problems':
    case 'add-node':
    case 'move-node':
    case 'remove-node':
    case 'issue-notice':
    case 'renumber-notice':
    case 'print-notice':
    case 'give-block':
    case 'create-notice':
    case 'copy-template':
    case 'apply-template':
      return []
    case 'withhold-text':
      return command.problemId === null ? [] : [command.problemId]
    case 'join-entries':
    case 'rename-entry':
      return command.problemIds ?? []
    case 'change-records':
      return [...new Set(command.commands.flatMap(({ problemId }) => problemId ?? []))]
    case 'join-problems':
      return [command.intoId, ...command.ids]
    case 'duplicate-problems':
      return command.ids
    case 'paste-problems':
      return [...new Set(command.changes.map(({ problemId }) => problemId))]
    case 'match-responsibilities':
      return command.problemIds
    case 'set-status':
      return [...new Set(command.targets.map(({ problemId }) => problemId))]
    case 'batch':
      return [...new Set(command.commands.map(({ problemId }) => problemId))]
    case 'set-concentrated-until':
      return 'all'
    case 'add-record':
    case 'set-record-field':
    case 'change-record':
    case 'remove-record':
      if (setsConcentratedUntil(command)) return 'all'
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
    case 'set-status':
      return decideSetStatus(ledger, command)
    case 'set-concentrated-until':
      return ok(decideSetConcentratedUntil(ledger, command))
    case 'batch':
      return decideBatch(ledger, command, context)
    case 'join-problems':
      return decideJoinProblems(ledger, command, context)
    case 'paste-problems':
      return decidePasteProblems(ledger, command, context)
    case 'duplicate-problems':
      return decideDuplicateProblems(ledger, command, context)
    case 'move-problems':
    case 'add-node':
    case 'move-node':
    case 'remove-node':
      return decideOutlineCommand(ledger, command, context)
    case 'join-entries':
    case 'rename-entry':
    case 'match-responsibilities':
      return decideDirectoryCommand(ledger, command)
    case 'add-record':
    case 'set-record-field':
    case 'change-record':
    case 'remove-record':
      return decideRecordCommand(ledger, command, context)
    case 'restore-fields':
      return decideRestoreFields(ledger, command)
    case 'change-records':
      return decideChangeRecords(ledger, command, context)
    case 'issue-notice':
    case 'renumber-notice':
    case 'print-notice':
    case 'give-block':
      return decideSupervisionCommand(ledger, command, context)
    case 'create-notice':
    case 'copy-template':
    case 'apply-template':
    case 'withhold-text':
      return decideNoticeCommand(ledger, command, context)
    default: {
      const file = ledger.problems.find(({ problem }) => problem.id === command.problemId)
      if (!file) return err(problemGone(command.problemId))
      return command.type === 'split-problem'
        ? decideSplitProblem(ledger, file, command, context)
        : decideOnProblem(file, command, context)
    }
  }
}

/** What an act on one problem means for its records. */
export const decideOnProblem = (
  file: ProblemFile,
  command: OneProblemCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  const missing = missingTarget(file, command)
  if (missing !== null) return err({ type: 'entity-removed', entity: missing })
  switch (command.type) {
    case 'apply-closure':
    case 'review-closure':
    case 'close':
    case 'return-closure':
    case 'reopen':
      return decideClosureCommand(file, command, context)
    case 'extend-deadline':
    case 'correct-deadline':
      return decideDeadlineCommand(file, command, context)
    default:
      return decideProblemCommand(file, command, context)
  }
}

const decideBatch = (ledger: Ledger, { commands, problems = [] }: Batch, context: CommandContext): Result<Decision, Refusal> => {
  const files = new Map<string, ProblemFile | null>(ledger.problems.map((file) => [file.problem.id, file]))
  const edits: RecordEdit[] = []
  const decisions: Decision[] = []
  for (const command of commands) {
    const file = files.get(command.problemId)
    if (!file) return err(problemGone(command.problemId))
    const decided = decideOnProblem(file, command, context)
    if (!decided.ok) return decided
    decisions.push(decided.value)
    edits.push(...decided.value.edits)
    files.set(command.problemId, fileAfter(file, decided.value.edits))
  }
  if (problems.length > 0) {
    const { outlineNode, problem } = ledger.records
    const afterId = rowUnder(null, outlineNode, problem)?.at(-1)?.id ?? null
    const added = decidePasteProblems(ledger, { type: 'paste-problems', nodeId: null, afterId, changes: [], problems }, context)
    if (!added.ok) return added
    const words = [`新增${problems.length}个问题`, ...(commands.length > 0 ? [`其他${commands.length}项`] : [])]
    return ok({
      intent: `批量更新（${words.join('，')}）`,
      edits: [...edits, ...added.value.edits],
      advice: [...decisions, added.value].flatMap(({ advice = [] }) => advice),
    })
  }
  const intents = new Set(decisions.map(({ intent }) => intent))
  const what = intents.size === 1 ? [...intents].join('') : '修改'
  return ok({
    intent: commands.length === 1 ? what : `批量${what}（${commands.length}项）`,
    edits,
    advice: decisions.flatMap(({ advice = [] }) => advice),
  })
}

const problemGone = (problemId: string): Refusal => ({ type: 'entity-removed', entity: `problem:${problemId}` })
