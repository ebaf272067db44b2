import type { Ids } from '../base/ports.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { type EditableField, schemaField } from './editable-field.ts'
import { type RecordEdit, tag } from './record-edit.ts'
import { type FieldShape, fieldShapes } from './records/field-shape.ts'
import { type LedgerRecords, type RecordKind, type RecordOf, recordOf } from './records/record-kinds.ts'

export interface RecordContext {
  readonly ids: Ids
  /** What references may point to. */
  readonly records: LedgerRecords
}

/**
 * Everything that can be typed into a record as its schema stands, in the order of the schema: what a screen of a register shows as columns.
 * Places, hashes and sizes are written by the program; where a record belongs is changed only where that is a matter of choice.
 */
export const recordFields = <K extends RecordKind>(
  kind: K,
  record: RecordOf<K>,
  context: RecordContext,
): readonly EditableField[] =>
  typedShapes(kind).map(({ name, title, type }) => {
    const now = (record as Readonly<Record<string, string | number | boolean | null>>)[name] ?? null
    return schemaField(kind, name, now, (value): Result<readonly RecordEdit[], Refusal> => {
      if (value === now) return ok([])
      const dangling =
        type === 'reference' && typeof value === 'string' && !refersTo(kind, record.id, name, value, context.records)
      if (dangling) return noSuchRecord(title, String(value))
      if (!isHome(kind, name)) return ok([{ type: 'change', kind, id: record.id, fields: { [name]: value } } as RecordEdit])
      // It lives in the document of what it belongs to ([Note: Moving between problems]).
      const moved = recordOf(kind, { ...record, id: context.ids.id(), [name]: value } as never)
      return ok([
        { type: 'create', tagged: tag(kind, moved) },
        { type: 'remove', kind, id: record.id },
      ])
    })
  })

/** The shapes of the fields `recordFields` gives. */
export const typedShapes = (kind: RecordKind): readonly FieldShape[] =>
  fieldShapes(kind).filter(({ name, type }) => {
    if (type === 'id' || type === 'order' || type === 'sha256' || name === 'originId') return false
    if (kind === 'attachment' && name === 'size') return false
    if (kind === 'outlineNode' && name === 'parentId') return false
    // What is frozen is named by its day and its hash: only what people call it may change.
    if ((kind === 'snapshot' || kind === 'noticeDraft') && name !== 'title' && name !== 'note') return false
    return !isHome(kind, name) || MOVABLE.includes(kind)
  })

/** Is there a record that this reference may point to? None points to itself. */
export const refersTo = (kind: RecordKind, ownId: string, name: string, targetId: string, records: LedgerRecords): boolean =>
  targetId !== ownId &&
  targetsOf(kind, name).some((target) =>
    (records[target] as readonly { readonly id: string }[]).some(({ id }) => id === targetId),
  )

export const noSuchRecord = (field: string, value: string): Result<never, Refusal> =>
  err({ type: 'value-not-understood', field, value: value.slice(0, 100), expected: '台账中已有的一条' })

/** Does the field say in which document the record lives? Registers name a problem without living in it. */
export const isHome = (kind: RecordKind, name: string): boolean =>
  ['ownerId', 'problemId', 'closureId', 'noticeId'].includes(name) && kind !== 'lead' && kind !== 'supervisionNotice'

/** Kinds that may be given to another owner, or to none; nothing hangs on them. */
const MOVABLE: readonly RecordKind[] = ['accountability', 'outcome', 'attachment']

const targetsOf = (kind: RecordKind, name: string): readonly RecordKind[] => {
  if (name === 'ownerId') {
    if (kind === 'attachment')
      return ['problem', 'measure', 'progress', 'closure', 'lead', 'meeting', 'supervision', 'supervisionNotice']
    if (kind === 'withheldText') return WITHHELD_OWNERS
    return kind === 'outcome' ? ['problem', 'measure', 'progress'] : ['problem', 'measure']
  }
  return TARGETS[name] ?? [kind]
}

/** Whose words may be marked 拟不公开. */
const WITHHELD_OWNERS: readonly RecordKind[] = ['problem', 'measure', 'progress', 'outlineNode', 'noticeBlock', 'noticeEntry']

const TARGETS: Readonly<Record<string, readonly RecordKind[]>> = {
  parentId: ['outlineNode'],
  nodeId: ['outlineNode'],
  directoryId: ['unit', 'leader'],
  problemId: ['problem'],
  closureId: ['closure'],
  noticeId: ['notice'],
  supervisionId: ['supervision'],
}
