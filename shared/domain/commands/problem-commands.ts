import { z } from 'zod'
import { orderBetween } from '../../base/order.ts'
import type { Refusal } from '../../base/refusal.ts'
import { assertNever, err, ok, type Result } from '../../base/result.ts'
import { inOrder } from '../arrangement.ts'
import { editableFields, setField } from '../edit-field.ts'
import { fitting } from '../field-limits.ts'
import type { ProblemFile } from '../ledger.ts'
import { tag } from '../record-edit.ts'
import { id, plainDate } from '../records/fields.ts'
import { recordOf } from '../records/record-kinds.ts'
import type { CommandContext, Decision } from './decision.ts'
import { adviceOnStatusEdits } from './status-advice.ts'

/** One act of a person on one problem. What it means is decided by `decideProblemCommand`; the store carries it out as one change. */
export const problemCommandSchemas = [
  /** `measureId` null: the problem itself. */
  z.object({
    type: z.literal('set-field'),
    problemId: id(),
    measureId: id().nullable(),
    field: z.string(),
    value: z.string(),
  }),
  z.object({ type: z.literal('add-measure'), problemId: id(), text: z.string() }),
  z.object({ type: z.literal('remove-measure'), problemId: id(), measureId: id() }),
  /** Under the problem (`measureId` null) or one of its measures. */
  z.object({
    type: z.literal('add-progress'),
    problemId: id(),
    measureId: id().nullable(),
    on: plainDate().nullable(),
    text: z.string(),
  }),
  z.object({ type: z.literal('change-progress'), problemId: id(), progressId: id(), text: z.string() }),
  z.object({ type: z.literal('remove-progress'), problemId: id(), progressId: id() }),
  z.object({ type: z.literal('remove-problem'), problemId: id() }),
] as const
export type ProblemCommand = Readonly<z.infer<(typeof problemCommandSchemas)[number]>>

export const decideProblemCommand = (
  file: ProblemFile,
  command: ProblemCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  const { problem } = file
  const missing = missingTarget(file, command)
  if (missing !== null) return err({ type: 'entity-removed', entity: missing })
  switch (command.type) {
    case 'set-field': {
      const fields = editableFields(file, command.measureId, context)
      const set = setField(fields, command.field, command.value)
      if (!set.ok) return set
      const title = fields.find(({ names }) => names.includes(command.field))?.names[1] ?? command.field
      const edits = set.value.from === command.value ? [] : set.value.edits
      return ok({ intent: `修改${title}`, edits, advice: adviceOnStatusEdits(file, edits, null) })
    }
    case 'add-measure': {
      const order = orderBetween(file.measures.at(-1)?.order ?? null, null)
      const record = recordOf('measure', { id: context.ids.id(), problemId: problem.id, order })
      return withText('measure', command.text, (text) => ({
        intent: '添加措施',
        edits: [{ type: 'create', tagged: tag('measure', { ...record, text }) }],
      }))
    }
    case 'remove-measure':
      return ok({ intent: '删除措施', edits: [{ type: 'remove', kind: 'measure', id: command.measureId }] })
    case 'add-progress': {
      const ownerId = command.measureId ?? problem.id
      const last = inOrder(file.progress.filter((entry) => entry.ownerId === ownerId)).at(-1)
      const record = recordOf('progress', {
        id: context.ids.id(),
        ownerId,
        order: orderBetween(last?.order ?? null, null),
        on: command.on,
      })
      return withText('progress', command.text, (text) => ({
        intent: '添加进展',
        edits: [{ type: 'create', tagged: tag('progress', { ...record, text }) }],
      }))
    }
    case 'change-progress':
      return withText('progress', command.text, (text) => ({
        intent: '修改进展',
        edits: [{ type: 'change', kind: 'progress', id: command.progressId, fields: { text } }],
      }))
    case 'remove-progress':
      return ok({ intent: '删除进展', edits: [{ type: 'remove', kind: 'progress', id: command.progressId }] })
    case 'remove-problem':
      return ok({ intent: '删除问题', edits: [{ type: 'remove', kind: 'problem', id: problem.id }] })
    default:
      return assertNever(command)
  }
}

/** The measure or entry a command speaks of, when it is not there (any more): a second press, or a screen that is behind. */
export const missingTarget = (
  file: ProblemFile,
  command: { readonly problemId: string; readonly measureId?: string | null; readonly progressId?: string },
): string | null => {
  const { measureId = null, progressId } = command
  if (measureId !== null && !file.measures.some(({ id }) => id === measureId)) return `measure:${measureId}`
  if (progressId !== undefined && !file.progress.some(({ id }) => id === progressId)) return `progress:${progressId}`
  return null
}

/** A text its field can hold, trimmed at the end. */
const withText = <T>(kind: 'measure' | 'progress', typed: string, decide: (text: string) => T): Result<T, Refusal> => {
  const text = typed.trimEnd()
  return fitting(kind, 'text', [text]) ?? ok(decide(text))
}
