import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { inOrder } from '../arrangement.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import type { RecordEdit } from '../record-edit.ts'
import { type FieldShape, fieldShapes } from '../records/field-shape.ts'
import { id } from '../records/fields.ts'
import type { RecordKind } from '../records/record-kinds.ts'
import { readTyped } from '../typed-value.ts'
import type { Decision } from './decision.ts'
import { adviceOnStatusEdits } from './status-advice.ts'

/** What of one problem may be set back, its office part included. */
export const RESTORABLE_KINDS = [
  'problem',
  'measure',
  'progress',
  'outcome',
  'extension',
  'closure',
  'review',
  'officePart',
  'accountability',
  'attachment',
] as const satisfies readonly RecordKind[]

/**
 * Fields of one record as they once stood, out of 修改记录: by name, each as it is printed there. Nothing is computed from them but the
 * end of an extension, which is the deadline.
 */
export const restoreFieldsSchema = z.object({
  type: z.literal('restore-fields'),
  problemId: id(),
  kind: z.enum(RESTORABLE_KINDS),
  id: id(),
  fields: z.record(z.string(), z.string()),
})
export type RestoreFields = Readonly<z.infer<typeof restoreFieldsSchema>>

export const decideRestoreFields = (ledger: Ledger, command: RestoreFields): Result<Decision, Refusal> => {
  const file = ledger.problems.find(({ problem }) => problem.id === command.problemId)
  const records = ledger.records[command.kind] as readonly Readonly<Record<string, unknown>>[]
  const record = records.find(({ id: own }) => own === command.id)
  if (!file || !record) return err({ type: 'entity-removed', entity: `${command.kind}:${command.id}` })
  const shapes = fieldShapes(command.kind).filter(({ type }) => !PLACES.includes(type))
  const changed: Record<string, unknown> = {}
  const titles: string[] = []
  for (const [name, printed] of Object.entries(command.fields)) {
    const shape = shapes.find((known) => known.name === name)
    if (!shape) return err({ type: 'no-such-field', field: name, known: shapes.map((known) => `${known.name}/${known.title}`) })
    const value = readPrinted(shape, printed)
    if (!value.ok) return value
    if (value.value === record[name]) continue
    changed[name] = value.value
    titles.push(shape.title)
  }
  const intent = `恢复${titles.join('、')}的旧内容`
  if (titles.length === 0) return ok({ intent: '恢复旧内容', edits: [] })
  const edit = { type: 'change', kind: command.kind, id: command.id, fields: changed } as RecordEdit
  const edits = [edit, ...extensionEnds(file, command, { ...record, ...changed })]
  return ok({ intent, edits, advice: adviceOnStatusEdits(file, edits, null) })
}

const PLACES: readonly string[] = ['id', 'order', 'sha256', 'reference']

/** What nobody had written stood as the schema begins it. */
const readPrinted = (shape: FieldShape, printed: string) =>
  printed === '' && shape.type !== 'text' && !shape.nullable ? ok(shape.initial ?? null) : readTyped(shape, printed)

/**
 * The last extension ends where the deadline stands. One that put off just this deadline has been taken back with it.
 */
const extensionEnds = (
  file: ProblemFile,
  { kind, id: ownerId, fields }: RestoreFields,
  after: Readonly<Record<string, unknown>>,
): readonly RecordEdit[] => {
  if (kind !== 'problem' && kind !== 'measure') return []
  if (!('deadlineOn' in fields) && !('deadlineWords' in fields)) return []
  const last = inOrder(file.extensions.filter((extension) => extension.ownerId === ownerId)).at(-1)
  if (!last) return []
  const { deadlineOn, deadlineWords } = after as { deadlineOn: typeof last.toOn; deadlineWords: string }
  return last.fromOn === deadlineOn && last.fromWords === deadlineWords
    ? [{ type: 'remove', kind: 'extension', id: last.id }]
    : [{ type: 'change', kind: 'extension', id: last.id, fields: { toOn: deadlineOn, toWords: deadlineWords } }]
}
