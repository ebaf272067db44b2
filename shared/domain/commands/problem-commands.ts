import { z } from 'zod'
import { orderBetween, orderKeys } from '../../base/order.ts'
import type { Refusal } from '../../base/refusal.ts'
import { assertNever, defect, err, ok, type Result } from '../../base/result.ts'
import { trimmedOrNull } from '../../base/text.ts'
import { inOrder } from '../arrangement.ts'
import { editableFields, setField } from '../edit-field.ts'
import { fitting, fittingRecord, unfit } from '../field-limits.ts'
import type { ProblemFile } from '../ledger.ts'
import { placeAt } from '../placement.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { id, plainDate } from '../records/fields.ts'
import { recordOf } from '../records/record-kinds.ts'
import type { CommandContext, Decision } from './decision.ts'
import { adviceOnStatusEdits } from './status-advice.ts'
import { typedFields } from './typed-fields.ts'

/** 进展 as a table tells it: with the day its words began with, or none. */
export const toldProgressSchema = z.object({ on: plainDate().nullable(), text: z.string() })

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
  /** Behind the others, with the 进展 it comes with. */
  z.object({
    type: z.literal('add-measure'),
    problemId: id(),
    text: z.string(),
    progress: z.array(toldProgressSchema).max(100).optional(),
  }),
  /** Behind another measure of the problem; `afterId` null: first. */
  z.object({ type: z.literal('move-measure'), problemId: id(), measureId: id(), afterId: id().nullable() }),
  z.object({ type: z.literal('remove-measure'), problemId: id(), measureId: id() }),
  /** Under the problem (`measureId` null) or one of its measures. `outcomes` are its 成效, each with fields as they are typed. */
  z.object({
    type: z.literal('add-progress'),
    problemId: id(),
    measureId: id().nullable(),
    on: plainDate().nullable(),
    unit: z.string().nullable().optional(),
    text: z.string(),
    outcomes: z.array(z.record(z.string(), z.string())).max(100).optional(),
  }),
  /** `on` and `unit` that are not told stay. */
  z.object({
    type: z.literal('change-progress'),
    problemId: id(),
    progressId: id(),
    on: plainDate().nullable().optional(),
    unit: z.string().nullable().optional(),
    text: z.string(),
  }),
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
      const places = orderKeys(command.progress?.length ?? 0)
      const progress: RecordEdit[] = []
      for (const [i, entry] of (command.progress ?? []).entries()) {
        const told = fittingRecord('progress', {
          id: context.ids.id(),
          ownerId: record.id,
          order: places[i] ?? 'a0',
          on: entry.on,
          text: entry.text.trimEnd(),
        })
        if (!told.ok) return told
        progress.push({ type: 'create', tagged: tag('progress', told.value) })
      }
      return withText('measure', command.text, (text) => ({
        intent: '添加措施',
        edits: [{ type: 'create', tagged: tag('measure', { ...record, text }) }, ...progress],
      }))
    }
    case 'move-measure':
      return moveMeasure(file, command.measureId, command.afterId)
    case 'remove-measure':
      return ok({ intent: '删除措施', edits: [{ type: 'remove', kind: 'measure', id: command.measureId }] })
    case 'add-progress':
      return addProgress(file, command, context)
    case 'change-progress':
      return changeProgress(file, command)
    case 'remove-progress':
      return ok({ intent: '删除进展', edits: [{ type: 'remove', kind: 'progress', id: command.progressId }] })
    case 'remove-problem':
      return ok({ intent: '删除问题', edits: [{ type: 'remove', kind: 'problem', id: problem.id }] })
    default:
      return assertNever(command)
  }
}

type Act<T extends ProblemCommand['type']> = Extract<ProblemCommand, { readonly type: T }>

const addProgress = (
  file: ProblemFile,
  { measureId, on, unit, text, outcomes = [] }: Act<'add-progress'>,
  { ids }: CommandContext,
): Result<Decision, Refusal> => {
  const ownerId = measureId ?? file.problem.id
  const last = inOrder(file.progress.filter((entry) => entry.ownerId === ownerId)).at(-1)
  const entry = fittingRecord('progress', {
    id: ids.id(),
    ownerId,
    order: orderBetween(last?.order ?? null, null),
    on,
    unit: trimmedOrNull(unit ?? null),
    text: text.trimEnd(),
  })
  if (!entry.ok) return entry
  const places = orderKeys(outcomes.length)
  const edits: RecordEdit[] = [{ type: 'create', tagged: tag('progress', entry.value) }]
  for (const [i, fields] of outcomes.entries()) {
    const typed = typedFields('outcome', fields)
    if (!typed.ok) return typed
    const outcome = recordOf('outcome', { ...typed.value, id: ids.id(), ownerId: entry.value.id, order: places[i] ?? 'a0' })
    edits.push({ type: 'create', tagged: tag('outcome', outcome) })
  }
  return ok({ intent: '添加进展', edits })
}

const changeProgress = (file: ProblemFile, command: Act<'change-progress'>): Result<Decision, Refusal> => {
  const before = file.progress.find(({ id }) => id === command.progressId) ?? defect('missingTarget was asked first')
  const fields = {
    text: command.text.trimEnd(),
    on: command.on === undefined ? before.on : command.on,
    unit: command.unit === undefined ? before.unit : trimmedOrNull(command.unit),
  }
  const isSame = fields.text === before.text && fields.on === before.on && fields.unit === before.unit
  return (
    unfit('progress', fields) ??
    ok({ intent: '修改进展', edits: isSame ? [] : [{ type: 'change', kind: 'progress', id: before.id, fields }] })
  )
}

const moveMeasure = (file: ProblemFile, measureId: string, afterId: string | null): Result<Decision, Refusal> => {
  const rest = file.measures.filter(({ id }) => id !== measureId)
  const index = afterId === null ? 0 : rest.findIndex(({ id }) => id === afterId) + 1
  if (afterId !== null && index === 0) return err({ type: 'no-such-place' })
  const stood = file.measures.findIndex(({ id }) => id === measureId)
  const { order, moved } = placeAt(rest, index)
  const places = [...moved.map((place) => ({ id: place.sibling.id, order: place.order })), { id: measureId, order }]
  const edits = places.map((place): RecordEdit => {
    return { type: 'change', kind: 'measure', id: place.id, fields: { order: place.order } }
  })
  return ok({ intent: '调整措施次序', edits: stood === index ? [] : edits })
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
const withText = <T>(kind: 'measure', typed: string, decide: (text: string) => T): Result<T, Refusal> => {
  const text = typed.trimEnd()
  return fitting(kind, 'text', [text]) ?? ok(decide(text))
}
