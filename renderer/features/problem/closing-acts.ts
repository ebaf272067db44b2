import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { openApplication, standingClosure } from '../../../shared/domain/closing.ts'
import type { OneProblemCommand } from '../../../shared/domain/commands/ledger-command.ts'
import { namesInRole } from '../../../shared/domain/four-lists.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { OPINION_WORDS, REVIEWER_WORDS, type Reviewer } from '../../../shared/domain/records/closure-records.ts'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import type { Measure, Problem } from '../../../shared/domain/records/record-kinds.ts'
import { CLOSING_WORDS } from '../../messages/closing.ts'
import type { ActField, ActValues } from './act-form.tsx'

export type ClosingAct = 'apply' | 'review' | 'close' | 'giveBack' | 'reopen' | 'extend' | 'correct'

interface Form {
  readonly title: string
  /** `owner` is whose deadline is meant. */
  readonly fields: (file: ProblemFile, today: PlainDate, owner: Problem | Measure) => readonly ActField[]
  readonly command: (problemId: string, values: ActValues, measureId: string | null) => OneProblemCommand
}

const dateOf = (value: string | undefined): PlainDate | null => (value ? (value as PlainDate) : null)
/** A field the form does not send without. */
const day = (value: string | undefined): PlainDate => value as PlainDate
const textOf = (value: string | undefined): string => value ?? ''
const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

const closureField = (name: string, input: ActField['input'], initial = '', isRequired = false): ActField => ({
  name,
  label: fieldShape('closure', name).title,
  input,
  initial,
  isRequired,
})
const reviewField = (name: string, input: ActField['input'], initial = ''): ActField => ({
  name,
  label: fieldShape('review', name).title,
  input,
  initial,
})

export const CLOSING_FORMS: Readonly<Record<ClosingAct, Form>> = {
  apply: {
    title: CLOSING_WORDS.apply,
    fields: (file, today) => [
      closureField('appliedOn', 'date', today),
      closureField('appliedBy', 'line', applicantOf(file)),
      closureField('application', 'lines'),
    ],
    command: (problemId, { appliedOn, appliedBy, application }) => ({
      type: 'apply-closure',
      problemId,
      on: dateOf(appliedOn),
      by: textOf(appliedBy),
      text: textOf(application),
    }),
  },
  review: {
    title: CLOSING_WORDS.review,
    fields: (_, today) => [
      { ...reviewField('reviewer', 'choice', 'leadUnit'), choices: choices(REVIEWER_WORDS) },
      { ...reviewField('opinion', 'choice', 'agreed'), choices: choices(OPINION_WORDS) },
      reviewField('by', 'line'),
      reviewField('on', 'date', today),
      reviewField('text', 'lines'),
    ],
    command: (problemId, { reviewer, opinion, by, on, text }) => ({
      type: 'review-closure',
      problemId,
      reviewer: reviewer as Reviewer,
      opinion: opinion as keyof typeof OPINION_WORDS,
      by: textOf(by),
      on: dateOf(on),
      text: textOf(text),
    }),
  },
  close: {
    title: CLOSING_WORDS.close,
    fields: (_, today) => [closureField('closedOn', 'date', today, true), closureField('result', 'lines')],
    command: (problemId, { closedOn, result }) => ({ type: 'close', problemId, on: day(closedOn), result: textOf(result) }),
  },
  giveBack: {
    title: CLOSING_WORDS.giveBack,
    fields: (_, today) => [closureField('returnedOn', 'date', today, true), closureField('returnReason', 'lines', '', true)],
    command: (problemId, { returnedOn, returnReason }) => ({
      type: 'return-closure',
      problemId,
      on: day(returnedOn),
      reason: textOf(returnReason),
    }),
  },
  reopen: {
    title: CLOSING_WORDS.reopen,
    fields: (_, today) => [
      closureField('reopenedOn', 'date', today, true),
      closureField('reopenReason', 'lines', '', true),
      closureField('reopenBasis', 'line', '', true),
    ],
    command: (problemId, { reopenedOn, reopenReason, reopenBasis }) => ({
      type: 'reopen',
      problemId,
      on: day(reopenedOn),
      reason: textOf(reopenReason),
      basis: textOf(reopenBasis),
    }),
  },
  extend: {
    title: CLOSING_WORDS.extend,
    fields: (_, today) => [
      { name: 'deadline', label: fieldShape('extension', 'toOn').title, input: 'line', initial: '', isRequired: true },
      { name: 'reason', label: fieldShape('extension', 'reason').title, input: 'lines', initial: '' },
      { name: 'approvedBy', label: fieldShape('extension', 'approvedBy').title, input: 'line', initial: '' },
      { name: 'approvedOn', label: fieldShape('extension', 'approvedOn').title, input: 'date', initial: today },
    ],
    command: (problemId, { deadline, reason, approvedBy, approvedOn }, measureId) => ({
      type: 'extend-deadline',
      problemId,
      measureId,
      deadline: textOf(deadline),
      reason: textOf(reason),
      approvedBy: textOf(approvedBy),
      approvedOn: dateOf(approvedOn),
    }),
  },
  correct: {
    title: CLOSING_WORDS.correct,
    fields: (_file, _today, owner) => [
      { name: 'deadline', label: fieldShape('problem', 'deadlineOn').title, input: 'line', initial: owner.deadlineWords },
    ],
    command: (problemId, { deadline }, measureId) => ({
      type: 'correct-deadline',
      problemId,
      measureId,
      deadline: textOf(deadline),
    }),
  },
}

/** What can be done about 销号 now, in the order of the paper. */
export const closingActs = (file: ProblemFile): readonly ClosingAct[] => {
  if (openApplication(file)) return ['review', 'close', 'giveBack']
  const standing = standingClosure(file)
  if (file.problem.status === 'closed') return standing ? ['review', 'reopen'] : ['apply', 'close', 'reopen']
  return standing ? ['apply', 'close', 'reopen'] : ['apply', 'close']
}

const applicantOf = (file: ProblemFile): string => {
  const { id } = file.problem
  const names = namesInRole(file, id, 'leadUnit') || namesInRole(file, id, 'unit')
  return names.split('、')[0] ?? ''
}
