import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Advice } from '../advice.ts'
import { inOrder } from '../arrangement.ts'
import { withConcentratedUntil } from '../concentrated-until.ts'
import { otherEntryNamed } from '../directory.ts'
import { isPrinted, printDocumentNumber } from '../document-numbers.ts'
import { setField } from '../edit-field.ts'
import type { EditableField } from '../editable-field.ts'
import { recordsAfter } from '../file-after.ts'
import type { Ledger } from '../ledger.ts'
import { LIMITS } from '../limits.ts'
import { placeAt } from '../placement.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { isHome, noSuchRecord, recordFields, refersTo } from '../record-fields.ts'
import { fieldShape, fieldShapes } from '../records/field-shape.ts'
import { id } from '../records/fields.ts'
import { type RecordKind, type RecordOf, recordOf } from '../records/record-kinds.ts'
import { RECORD_WORDS } from '../records/record-words.ts'
import { splitNames } from '../unit-names.ts'
import type { CommandContext, Decision } from './decision.ts'
import { adviceOnPrinting } from './supervision-commands.ts'
import { toldShapes, typedFields } from './typed-fields.ts'

/** Kinds kept as they are typed: registers, directories, and what hangs on problems without rules of its own. */
const TYPED_KINDS = [
  'unit',
  'leader',
  'progress',
  'outcome',
  'extension',
  'closure',
  'review',
  'lead',
  'accountability',
  'meeting',
  'supervision',
  'supervisionNotice',
  'numberBlock',
  'attachment',
  'snapshot',
  'notice',
  'noticeBlock',
  'noticeEntry',
  'noticeTemplate',
  'noticeDraft',
  'noticeAttachment',
  'proofDecision',
  'withheldText',
] as const satisfies readonly RecordKind[]

/** The problem a record hangs on, or null: what the store must have at hand. It may be left out where the whole ledger is. */
const ofProblem = () => id().nullable().default(null)

export const recordCommandSchemas = [
  /**
   * Fields by their name or Chinese title, each as typed text. What is not named is as the schema begins it. It stands behind the record
   * `afterId` of its row; without one, or behind one that is gone, at the end.
   */
  z.object({
    type: z.literal('add-record'),
    kind: z.enum(TYPED_KINDS),
    problemId: ofProblem(),
    afterId: id().optional(),
    fields: z.record(z.string(), z.string()),
  }),
  z.object({
    type: z.literal('set-record-field'),
    kind: z.enum([...TYPED_KINDS, 'ledger', 'inspection', 'outlineNode']),
    problemId: ofProblem(),
    id: id(),
    field: z.string(),
    value: z.string(),
  }),
  /** Several fields of one record as one act; where it belongs is not among them. */
  z.object({
    type: z.literal('change-record'),
    kind: z.enum(TYPED_KINDS),
    problemId: ofProblem(),
    id: id(),
    fields: z.record(z.string(), z.string()),
  }),
  z.object({ type: z.literal('remove-record'), kind: z.enum(TYPED_KINDS), problemId: ofProblem(), id: id() }),
] as const
export type RecordCommand = Readonly<z.infer<(typeof recordCommandSchemas)[number]>>

/** Does it set the last day of 集中整改期, by which deadlines of every problem are read? */
export const setsConcentratedUntil = (command: RecordCommand): boolean =>
  command.type === 'set-record-field' &&
  command.kind === 'ledger' &&
  ['concentratedUntil', fieldShape('ledger', 'concentratedUntil').title].includes(command.field)

export const decideRecordCommand = (
  ledger: Ledger,
  command: RecordCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  if (command.type === 'add-record') return addRecord(ledger, command, context)
  const record = findRecord(ledger, command.kind, command.id)
  if (!record) return err({ type: 'entity-removed', entity: `${command.kind}:${command.id}` })
  const word = RECORD_WORDS[command.kind]
  const onPaper = printedNumber(ledger, command)
  if (onPaper !== null) return err({ type: 'number-printed', number: onPaper })
  if (command.type === 'remove-record')
    return ok({
      intent: `删除${word}`,
      edits: [...released(ledger, command.kind, command.id), { type: 'remove', kind: command.kind, id: command.id }],
    })
  const fields = recordFields(command.kind, record, { ids: context.ids, records: ledger.records })
  if (command.type === 'change-record') return changeRecord(ledger, command, fields)
  const set = setField(fields, command.field, command.value)
  if (!set.ok) return set
  const taken = aliasTaken(ledger, command)
  if (taken) return err({ type: 'name-in-use', ...taken })
  const title = fields.find(({ names }) => names.includes(command.field))?.names[1] ?? command.field
  const edits = withConcentratedUntil(ledger, set.value.edits)
  const advice = adviceOnPaper(ledger, edits)
  return advice.ok ? ok({ intent: `修改${word}的${title}`, edits, advice: advice.value }) : advice
}

/** Another name that some other entry of the directory goes by already. */
const aliasTaken = (
  ledger: Ledger,
  { kind, id, field, value }: Extract<RecordCommand, { readonly type: 'set-record-field' }>,
) => {
  if (kind !== 'unit' && kind !== 'leader') return null
  if (!['aliases', fieldShape(kind, 'aliases').title].includes(field)) return null
  const entries: readonly { readonly id: string; readonly aliases: string }[] = ledger.records[kind]
  const before = splitNames(entries.find((entry) => entry.id === id)?.aliases ?? '')
  const added = splitNames(value).filter((name) => !before.includes(name))
  return otherEntryNamed(ledger.records, kind, id, added)
}

const changeRecord = (
  ledger: Ledger,
  { kind, id, fields }: Extract<RecordCommand, { readonly type: 'change-record' }>,
  known: readonly EditableField[],
): Result<Decision, Refusal> => {
  const staying = known.filter(({ names }) => !isHome(kind, names[0]))
  const edits: RecordEdit[] = []
  for (const [name, typed] of Object.entries(fields)) {
    const set = setField(staying, name, typed)
    if (!set.ok) return set
    edits.push(...set.value.edits)
  }
  const changed = Object.assign({}, ...edits.map((edit) => (edit.type === 'change' ? edit.fields : {})))
  const whole = edits.length === 0 ? [] : [{ type: 'change', kind, id, fields: changed } as RecordEdit]
  const advice = adviceOnPaper(ledger, whole)
  return advice.ok ? ok({ intent: `修改${RECORD_WORDS[kind]}`, edits: whole, advice: advice.value }) : advice
}

/**
 * The number on paper that a command would change, or take away so that another notice got it: 青整督〔2024〕3号; null where it touches
 * none.
 */
const printedNumber = (ledger: Ledger, command: Exclude<RecordCommand, { type: 'add-record' }>): string | null => {
  const { kind, id } = command
  const notice = kind === 'supervisionNotice' ? ledger.records.supervisionNotice.find((known) => known.id === id) : undefined
  if (!notice || !isPrinted(notice)) return null
  const told = command.type === 'set-record-field' ? [command.field] : Object.keys('fields' in command ? command.fields : {})
  const isOfNumber =
    command.type === 'remove-record' ||
    NUMBER_FIELDS.some((name) => told.includes(name) || told.includes(fieldShape('supervisionNotice', name).title))
  return isOfNumber ? (printDocumentNumber(notice) ?? '') : null
}

/** 印发日期 that is typed puts a notice on paper as `print-notice` does. */
const adviceOnPaper = (ledger: Ledger, edits: readonly RecordEdit[]): Result<readonly Advice[], Refusal> => {
  const after = recordsAfter(ledger.records, edits).supervisionNotice
  const onPaper = after.find(
    (notice) =>
      isPrinted(notice) && !ledger.records.supervisionNotice.some((known) => known.id === notice.id && isPrinted(known)),
  )
  return onPaper ? adviceOnPrinting(ledger, onPaper) : ok([])
}

const NUMBER_FIELDS = ['kind', 'word', 'year', 'number', 'printedOn']

const addRecord = (
  ledger: Ledger,
  command: Extract<RecordCommand, { readonly type: 'add-record' }>,
  context: CommandContext,
): Result<Decision, Refusal> => {
  const { kind } = command
  const shapes = toldShapes(kind)
  const typed = typedFields(kind, command.fields)
  if (!typed.ok) return typed
  const draft: Readonly<Record<string, unknown>> = { id: context.ids.id(), ...typed.value }
  const dangling = shapes.find(({ name, type }) => {
    const target = typed.value[name]
    return type === 'reference' && typeof target === 'string' && !refersTo(kind, '', name, target, ledger.records)
  })
  if (dangling) return noSuchRecord(dangling.title, String(typed.value[dangling.name]))
  const untold = shapes.find(({ name, initial }) => initial === undefined && draft[name] === undefined)
  if (untold) return noSuchRecord(untold.title, '')
  const placed = placeFor(ledger, kind, draft, command.afterId)
  const record = recordOf(kind, { ...draft, ...placed.fields } as never)
  const edits: readonly RecordEdit[] = [...placed.edits, { type: 'create', tagged: tag(kind, record) }]
  const advice = adviceOnPaper(ledger, edits)
  return advice.ok ? ok({ intent: `添加${RECORD_WORDS[kind]}`, edits, advice: advice.value }) : advice
}

/** The place behind one or all of those with the same holder, for kinds that stand in a row. */
const placeFor = (
  ledger: Ledger,
  kind: RecordKind,
  draft: Readonly<Record<string, unknown>>,
  afterId: string | undefined,
): { readonly fields: { readonly order?: string }; readonly edits: readonly RecordEdit[] } => {
  if (!fieldShapes(kind).some(({ type }) => type === 'order')) return { fields: {}, edits: [] }
  const { by } = LIMITS[kind]
  const holderOf = (record: Readonly<Record<string, unknown>>): unknown => (by === null ? null : (record[by] ?? null))
  const rows = ledger.records[kind] as unknown as readonly { readonly id: string; readonly order: string }[]
  const row = inOrder(rows.filter((record) => holderOf(record as never) === holderOf(draft)))
  const after = row.findIndex(({ id: own }) => own === afterId)
  const { order, moved } = placeAt(row, after === -1 ? row.length : after + 1)
  const edits = moved.map(
    (place) => ({ type: 'change', kind, id: place.sibling.id, fields: { order: place.order } }) as unknown as RecordEdit,
  )
  return { fields: { order }, edits }
}

/** What named a removed record names nobody: a notice of 督查 stands without the round it came from. */
const released = (ledger: Ledger, kind: RecordKind, recordId: string): readonly RecordEdit[] => {
  if (kind !== 'supervision') return []
  return ledger.records.supervisionNotice
    .filter(({ supervisionId }) => supervisionId === recordId)
    .map((notice): RecordEdit => ({ type: 'change', kind: 'supervisionNotice', id: notice.id, fields: { supervisionId: null } }))
}

const findRecord = <K extends RecordKind>(ledger: Ledger, kind: K, recordId: string): RecordOf<K> | undefined =>
  ledger.records[kind].find((record) => record.id === recordId)
