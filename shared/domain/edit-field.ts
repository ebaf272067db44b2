import { type PlainDate, parsePlainDate } from '../base/plain-date.ts'
import type { Ids } from '../base/ports.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { deadlineOf, namesImpossibleDay, parseDeadline, printDeadline } from './deadline.ts'
import { changeOwner, type DeadlineReading, type Owner, setDeadline, setNames, setWithheld } from './edit-problem.ts'
import { fieldTitle, fitting } from './field-limits.ts'
import { namesInRole } from './four-lists.ts'
import type { Ledger, ProblemFile } from './ledger.ts'
import type { RecordEdit } from './record-edit.ts'
import { RESPONSIBILITY_ROLES, RESPONSIBILITY_WORDS } from './records/ledger-records.ts'
import { KIND_WORDS, SOURCE_WORDS } from './records/problem-records.ts'
import type { Measure, Notice, RecordKind } from './records/record-kinds.ts'
import { STATUS_WORDS, STATUSES, statusLabel } from './status.ts'
import { parseStatusPhrase } from './status-phrase.ts'
import { splitNames } from './unit-names.ts'

/** One field to set, as a script names it: `12` a problem, `12.2` its second measure, `notice`, `ledger`. */
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
  return set.ok ? ok({ ...change, ...set.value }) : set
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

/** A field a person or a script may set: its names (the schema's, the Chinese title), what it says now, and what setting it does. */
export interface EditableField {
  readonly names: readonly [name: string, ...others: string[]]
  readonly shown: string
  /** `lines` is text of several paragraphs, `names` are separated by 、, `choice` is one of `choices`. */
  readonly input: 'line' | 'lines' | 'names' | 'date' | 'deadline' | 'choice'
  readonly choices: readonly string[]
  readonly set: (value: string) => Result<readonly RecordEdit[], Refusal>
}

/** Everything that can be set on a problem (`measureId` null) or on one of its measures; empty for a measure that is not there. */
export const editableFields = (file: ProblemFile, measureId: string | null, context: EditContext): readonly EditableField[] => {
  const measure = file.measures.find(({ id }) => id === measureId)
  if (measureId === null) return problemFields(file, context)
  return measure ? measureFields(file, measure, context) : []
}

const fieldsOf = (ledger: Ledger, target: string, context: EditContext): Result<readonly EditableField[], Refusal> => {
  if (target === 'notice') {
    const notice = ledger.records.notice[0]
    return notice ? ok(noticeFields(notice)) : noSuchProblem(ledger, target)
  }
  if (target === 'ledger') {
    const { ledger: record } = ledger
    return ok([
      textField('ledger', 'title', record.title, (title) => ({
        type: 'change',
        kind: 'ledger',
        id: record.id,
        fields: { title },
      })),
    ])
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
  const owner: Owner = { kind: 'problem', record: file.problem }
  const own = (field: 'statement' | 'details' | 'target' | 'account' | 'result') =>
    textField('problem', field, file.problem[field], (text) => changeOwner(owner, { [field]: text }))
  return [
    ...(['statement', 'details', 'target', 'account', 'result'] as const).map(own),
    choiceField('source', '来源', SOURCE_WORDS, file.problem.source, (source) => changeOwner(owner, { source })),
    choiceField('kind', '整改类型', KIND_WORDS, file.problem.kind, (kind) => changeOwner(owner, { kind })),
    ...sharedFields(file, owner, context),
    flagField('withheld', '拟不公开', file.office?.withheld ?? false, (withheld) => setWithheld(file, { withheld })),
    textField('officePart', 'withheldReason', file.office?.withheldReason ?? '', (withheldReason) =>
      setWithheld(file, { withheldReason }),
    ),
  ]
}

const measureFields = (file: ProblemFile, measure: Measure, context: EditContext): readonly EditableField[] => {
  const owner: Owner = { kind: 'measure', record: measure }
  const own = (field: 'title' | 'text' | 'account' | 'result') =>
    textField('measure', field, measure[field], (text) => changeOwner(owner, { [field]: text }))
  return [...(['title', 'text', 'account', 'result'] as const).map(own), ...sharedFields(file, owner, context)]
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
      impossibleDay(words) ?? fitting(owner.kind, 'deadlineWords', [words]) ?? ok(setDeadline(file, owner, words, context)),
  }
  const roles = RESPONSIBILITY_ROLES.map(
    (role): EditableField => ({
      names: [role, RESPONSIBILITY_WORDS[role]],
      shown: namesInRole(file, record.id, role),
      input: 'names',
      choices: [],
      set: (names) => fitting('responsibility', 'name', splitNames(names)) ?? ok(setNames(file, owner, role, names, context.ids)),
    }),
  )
  return [
    statusField(file, owner, context),
    flagField('sustained', '长期坚持', record.sustained, (sustained) => changeOwner(owner, { sustained })),
    deadline,
    dateField('startOn', '启动时间', record.startOn, (startOn) => changeOwner(owner, { startOn })),
    dateField('completedOn', '完成日期', record.completedOn, (completedOn) => changeOwner(owner, { completedOn })),
    ...roles,
  ]
}

const noticeFields = (notice: Notice): readonly EditableField[] => {
  const change = (fields: Partial<Notice>): RecordEdit => ({ type: 'change', kind: 'notice', id: notice.id, fields })
  return [
    textField('notice', 'title', notice.title ?? '', (title) => change({ title })),
    textField('notice', 'signature', notice.signature ?? '', (signature) => change({ signature })),
    dateField('signedOn', '成文日期', notice.signedOn, (signedOn) => change({ signedOn })),
  ]
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
      const unfit = impossibleDay(words) ?? fitting(owner.kind, 'deadlineWords', [words])
      return unfit ?? ok([status, ...setDeadline(file, owner, words, context)])
    },
  }
}

/** Null when the words name no day, or one of the calendar. */
export const impossibleDay = (words: string): Result<never, Refusal> | null =>
  namesImpossibleDay(words) ? notUnderstood('时限', words, '日历上有的日期，如 2024年2月29日前') : null

const notUnderstood = (field: string, value: string, expected: string): Result<never, Refusal> =>
  err({ type: 'value-not-understood', field, value, expected })

const textField = (kind: RecordKind, field: string, shown: string, change: (text: string) => RecordEdit): EditableField => {
  const title = fieldTitle(kind, field)
  return {
    names: [field, title],
    shown,
    input: ONE_LINE.includes(field) ? 'line' : 'lines',
    choices: [],
    set: (text) => fitting(kind, field, [text]) ?? ok([change(text)]),
  }
}

/** Fields of text that hold one line. */
const ONE_LINE: readonly string[] = ['title', 'withheldReason']

const choiceField = <T extends string>(
  field: string,
  title: string,
  words: Readonly<Record<T, string>>,
  now: T,
  change: (value: T) => RecordEdit,
): EditableField => ({
  names: [field, title],
  shown: words[now],
  input: 'choice',
  choices: Object.values(words),
  set: (value) => {
    const found = (Object.entries(words) as [T, string][]).find(([code, word]) => code === value || word === value)
    return found ? ok([change(found[0])]) : notUnderstood(title, value, Object.values(words).join('、'))
  },
})

const flagField = (field: string, title: string, now: boolean, change: (value: boolean) => RecordEdit): EditableField => ({
  names: [field, title],
  shown: now ? '是' : '否',
  input: 'choice',
  choices: ['是', '否'],
  set: (value) =>
    ['是', 'true'].includes(value)
      ? ok([change(true)])
      : ['否', 'false'].includes(value)
        ? ok([change(false)])
        : notUnderstood(title, value, '是、否'),
})

/** A full date in any of the genre's forms; empty takes it away. */
const dateField = (
  field: string,
  title: string,
  now: PlainDate | null,
  change: (value: PlainDate | null) => RecordEdit,
): EditableField => ({
  names: [field, title],
  shown: now ?? '',
  input: 'date',
  choices: [],
  set: (value) => {
    if (value === '') return ok([change(null)])
    const plain = parsePlainDate(value)
    const on = plain.ok ? plain.value : /日$/.test(value) ? parseDeadline(value, null).on : null
    return on === null ? notUnderstood(title, value, '日期，如 2021-09-30 或 2021年9月30日') : ok([change(on)])
  },
})
