import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { ok, type Result } from '../../base/result.ts'
import type { Advice } from '../advice.ts'
import { recordsAfter } from '../file-after.ts'
import type { Ledger } from '../ledger.ts'
import type { RecordEdit } from '../record-edit.ts'
import type { CommandContext, Decision } from './decision.ts'
import { decideRecordCommand, type RecordCommand, recordCommandSchemas } from './record-commands.ts'

/**
 * Several acts on records as one: rows pasted from a table, a column filled down, lines removed together. All or none, one change, one step
 * of 撤销. Each sees what the one before it left. Registers and directories only: what deadlines are read by is set by itself.
 */
export const changeRecordsSchema = z.object({
  type: z.literal('change-records'),
  commands: z
    .array(z.discriminatedUnion('type', recordCommandSchemas))
    .min(1)
    .max(2_000)
    .refine((commands) => commands.every((command) => !NOT_HERE.includes(command.kind)), {
      message: 'of a register or directory',
    }),
})
type ChangeRecords = Readonly<z.infer<typeof changeRecordsSchema>>

const NOT_HERE: readonly RecordCommand['kind'][] = ['ledger', 'inspection', 'outlineNode']

export const decideChangeRecords = (
  ledger: Ledger,
  { commands }: ChangeRecords,
  context: CommandContext,
): Result<Decision, Refusal> => {
  const edits: RecordEdit[] = []
  const advice: Advice[] = []
  const intents = new Set<string>()
  const replaced = new Map<string, string>()
  let records = ledger.records
  for (const command of commands) {
    const decided = decideRecordCommand({ ...ledger, records }, following(command, replaced), context)
    if (!decided.ok) return decided
    const own = decided.value.edits
    edits.push(...own)
    advice.push(...(decided.value.advice ?? []))
    intents.add(decided.value.intent)
    records = recordsAfter(records, own)
    if (command.type === 'set-record-field') noteReplaced(command.id, own, replaced)
  }
  const what = intents.size === 1 ? [...intents].join('') : '修改登记'
  return ok({ intent: commands.length === 1 ? what : `${what}（${commands.length}处）`, edits, advice })
}

/** A line that was given to another problem goes on under another id: what is said of it next means that one. */
const following = (command: RecordCommand, replaced: ReadonlyMap<string, string>): RecordCommand =>
  command.type === 'add-record' ? command : { ...command, id: replaced.get(command.id) ?? command.id }

const noteReplaced = (id: string, edits: readonly RecordEdit[], replaced: Map<string, string>): void => {
  const standing = replaced.get(id) ?? id
  const isGone = edits.some((edit) => edit.type === 'remove' && edit.id === standing)
  const created = edits.find((edit) => edit.type === 'create')
  if (isGone && created?.type === 'create') replaced.set(id, created.tagged.record.id)
}
