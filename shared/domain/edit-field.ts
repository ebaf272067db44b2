import type { Ids } from '../base/ports.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { withConcentratedUntil } from './concentrated-until.ts'
import { deadlineOf, namesImpossibleDay, printDeadline } from './deadline.ts'
import { changeOffice, changeOwner, type DeadlineReading, type Owner, setDeadline, setNames } from './edit-problem.ts'
import { type EditableField, plainField } from './editable-field.ts'
import { fitting } from './field-limits.ts'
import { namesInRole } from './four-lists.ts'
import type { Ledger, ProblemFile } from './ledger.ts'
import { tooMany } from './limits.ts'
import type { RecordEdit } from './record-edit.ts'
import { recordFields } from './record-fields.ts'
import { RESPONSIBILITY_ROLES, RESPONSIBILITY_WORDS } from './records/ledger-records.ts'
import type { Measure } from './records/record-kinds.ts'
import { STATUS_WORDS, STATUSES, statusLabel } from './status.ts'
import { parseStatusPhrase } from './status-phrase.ts'
import { splitNames } from './unit-names.ts'

/** One field to set, as a script names it: `12` a problem, `12.2` its second measure, `notice`, `ledger`, `inspection`. */
export interface FieldChange {
  readonly target: string
  readonly field: string
  readonly value: string
}

export interface DecidedChange extends FieldChange {
  readonly from: string
  readonly edits: readonly RecordEdit[]
}

export interface EditContext extends DeadlineReading {
  readonly ids: Ids
}

/** What setting one field means for the records, or why it cannot be set. Field names are those of the schema or their Chinese titles. */
export const decideFieldChange = (ledger: Ledger, change: FieldChange, context: EditContext): Result<DecidedChange, Refusal> => {
  const fields = fieldsOf(ledger, change.target, context)
  if (!fields.ok) return fields
  const set = setField(fields.value, change.field, change.value)
  if (!set.ok) return set
  const edits = withConcentratedUntil(ledger, set.value.edits)
  const crowded = tooMany(ledger.records, edits)
  return crowded ? err(crowded) : ok({ ...change, from: set.value.from, edits })
}

/** The same for a problem that is at hand, or for one of its measures. */
export const setField = (
  fields: readonly EditableField[],
  name: string,
  value: string,
): Result<{ readonly from: string; readonly edits: readonly RecordEdit[] }, Refusal> => {
  const field = fields.find(({ names }) => names.includes(name))
  if (!field) return err({ type: 'no-such-field', field: name, known: fields.map(({ names }) => names.join('/')) })
  const edits = field.set(value)
  return edits.ok ? ok({ from: field.shown, edits: edits.value }) : edits
}

/** Everything that can be set on a problem (`measureId` null) or on one of its measures; empty for a measure that is not there. */
export const editableFields = (file: ProblemFile, measureId: string | null, context: EditContext): readonly EditableField[] => {
  const measure = file.measures.find(({ id }) => id === measureId)
  if (measureId === null) return problemFields(file, context)
  return measure ? measureFields(file, measure, context) : []
}

const fieldsOf = (ledger: Ledger, target: string, context: EditContext): Result<readonly EditableField[], Refusal> => {
  const { records } = ledger
  const whole = { notice: records.notice[0], ledger: ledger.ledger, inspection: ledger.inspection }
  if (target === 'notice' || target === 'ledger' || target === 'inspection') {
    const record = whole[target]
    return record ? ok(recordFields(target, record, { ids: context.ids, records })) : noSuchProblem(ledger, target)
  }
  const [number, measureNumber] = target.split('.')
  const file = ledger.problems.find((candidate) => String(candidate.number) === number)
  if (!file) return noSuchProblem(ledger, target)
  if (measureNumber === undefined) return ok(problemFields(file, context))
  const measure = file.measures[Number(measureNumber) - 1]
  return measure ? ok(measureFields(file, measure, context)) : noSuchProblem(ledger, target)
}

const noSuchProblem = (ledger: Ledger, number: string): Result<never, Refusal> =>
  err({ type: 'no-such-problem', number, last: ledger.problems.length })

const problemFields = (file: ProblemFile, context: EditContext): readonly EditableField[] => {
  const { problem } = file
  const owner: Owner = { kind: 'problem', record: problem }
  const own = (field: 'statement' | 'details' | 'target' | 'account' | 'result' | 'source' | 'kind' | 'sourceNumber') =>
    plainField('problem', field, problem[field], (fields) => changeOwner(owner, fields))
  const office = (field: 'withheld' | 'withheldReason' | 'notes') =>
    plainField('officePart', field, file.office?.[field] ?? (field === 'withheld' ? false : ''), (fields) =>
      changeOffice(file, fields),
    )
  return [
    ...(['statement', 'details', 'target', 'account', 'result', 'source', 'kind', 'sourceNumber'] as const).map(own),
    ...sharedFields(file, owner, context),
    ...(['withheld', 'withheldReason', 'notes'] as const).map(office),
  ]
}

const measureFields = (file: ProblemFile, measure: Measure, context: EditContext): readonly EditableField[] => {
  const owner: Owner = { kind: 'measure', record: measure }
  const own = (field: 'title' | 'text' | 'account' | 'result' | 'sourceNumber') =>
    plainField('measure', field, measure[field], (fields) => changeOwner(owner, fields))
  return [...(['title', 'text', 'account', 'result', 'sourceNumber'] as const).map(own), ...sharedFields(file, owner, context)]
}

/** What problems and measures have in common. */
const sharedFields = (file: ProblemFile, owner: Owner, context: EditContext): readonly EditableField[] => {
  const { record } = owner
  const deadline: EditableField = {
    names: ['deadline', '时限', '现定时限'],
    shown: printDeadline(deadlineOf(record)),
    input: 'deadline',
    choices: [],
    set: (words) =>
      impossibleDay(words) ??
      fitting(owner.kind, 'deadlineWords', [words], '时限') ??
      ok(setDeadline(file, owner, words, context)),
  }
  const roles = RESPONSIBILITY_ROLES.map(
    (role): EditableField => ({
      names: [role, RESPONSIBILITY_WORDS[role]],
      shown: namesInRole(file, record.id, role),
      input: 'names',
      choices: [],
      set: (names) =>
        fitting('responsibility', 'name', splitNames(names), RESPONSIBILITY_WORDS[role]) ??
        ok(setNames(file, owner, role, names, context.ids)),
    }),
  )
  const own = (field: 'sustained' | 'startOn' | 'completedOn') =>
    plainField(owner.kind, field, record[field], (fields) => changeOwner(owner, fields))
  return [statusField(file, owner, context), own('sustained'), deadline, own('startOn'), own('completedOn'), ...roles]
}

/** What a person may choose as a status: every status, and the finished ones with 长期坚持. */
const STATUS_CHOICES: readonly string[] = STATUSES.flatMap((status) =>
  status === 'done' || status === 'basicallyDone' ? [STATUS_WORDS[status], statusLabel(status, true)] : [STATUS_WORDS[status]],
)

/**
 * A status in words (已完成, 已完成并长期坚持): the words are what will be shown, so 已完成 takes 长期坚持 away. A phrase that names a deadline
 * (正在整改，2021年9月底前完成) sets it too; 长期坚持 alone leaves a status that was told as it is. A code (`done`) writes the status alone.
 */
const statusField = (file: ProblemFile, owner: Owner, context: EditContext): EditableField => {
  const { record } = owner
  return {
    names: ['status', '状态', '完成情况'],
    shown: statusLabel(record.status, record.sustained),
    input: 'choice',
    choices: STATUS_CHOICES,
    set: (value) => {
      const coded = STATUSES.find((code) => code === value)
      if (coded) return ok([changeOwner(owner, { status: coded })])
      const phrase = parseStatusPhrase(value, context.year)
      if (!phrase) return notUnderstood('状态', value, Object.values(STATUS_WORDS).join('、'))
      const isStanding = value.trim() === '长期坚持' && record.status !== 'unstated'
      const status = changeOwner(owner, { status: isStanding ? record.status : phrase.status, sustained: phrase.sustained })
      if (phrase.deadline === null) return ok([status])
      const { words } = phrase.deadline
      const unfit = impossibleDay(words) ?? fitting(owner.kind, 'deadlineWords', [words], '时限')
      return unfit ?? ok([status, ...setDeadline(file, owner, words, context)])
    },
  }
}

/** Null when the words name no day, or one of the calendar. */
export const impossibleDay = (words: string): Result<never, Refusal> | null =>
  namesImpossibleDay(words) ? notUnderstood('时限', words, '日历上有的日期，如 2024年2月29日前') : null

const notUnderstood = (field: string, value: string, expected: string): Result<never, Refusal> =>
  err({ type: 'value-not-understood', field, value: value.slice(0, 100), expected })
