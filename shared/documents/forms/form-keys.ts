import { inOrder } from '../../domain/arrangement.ts'
import { openApplication } from '../../domain/closing.ts'
import { printDocumentNumber } from '../../domain/document-numbers.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import type { SupervisionNotice } from '../../domain/records/record-kinds.ts'
import { SUPERVISION_NOTICE_WORDS } from '../../domain/records/register-records.ts'
import { isDone } from '../../domain/status.ts'
import { FORM_WORDS } from '../../messages/forms.ts'

/** Every paper that is filled in and signed, in the order a person chooses them. */
export const FORM_KEYS = [
  'supervision',
  'closure',
  'extension',
  'adjustment',
  'problemFile',
  'monthly',
  'halfMonthly',
  'immediate',
  'meeting',
] as const
export type FormKey = (typeof FORM_KEYS)[number]

export const formName = (key: FormKey): string => FORM_WORDS.names[key]

/** What one paper of a form is about: a notice, a problem, or the ledger itself. */
export interface FormSubject {
  readonly id: string
  /** What kind of paper it is, as its file is called. */
  readonly kind: string
  /** What a file of it is called beside its kind; empty for the ledger itself. */
  readonly name: string
  /** Names of the units it concerns. */
  readonly units: readonly string[]
}

/** Forms of a problem are made for all of them, or for those they are due for. */
export type FormRange = 'due' | 'all'

/** Is the paper one of the whole ledger? */
export const isOfLedger = (key: FormKey): boolean =>
  key === 'monthly' || key === 'halfMonthly' || key === 'immediate' || key === 'meeting'

/** The papers a form can be made for. */
export const formSubjects = (ledger: Ledger, key: FormKey, range: FormRange): readonly FormSubject[] => {
  if (isOfLedger(key)) return [{ id: ledger.ledger.id, kind: formName(key), name: '', units: [] }]
  if (key === 'supervision') {
    return inOrder(ledger.records.supervisionNotice).map((notice) => ({
      id: notice.id,
      kind: SUPERVISION_NOTICE_WORDS[notice.kind],
      name: nameOfNotice(notice),
      units: [notice.unit],
    }))
  }
  return ledger.problems
    .filter((file) => range === 'all' || isDue(key, file))
    .map((file) => ({
      id: file.problem.id,
      kind: formName(key),
      name: nameOfProblem({ number: file.number, statement: file.problem.statement }),
      units: [
        ...new Set(file.responsibilities.filter(({ role }) => role === 'leadUnit' || role === 'unit').map(({ name }) => name)),
      ],
    }))
}

export const nameOfNotice = (notice: SupervisionNotice): string =>
  [printDocumentNumber(notice) ?? '', notice.unit].filter((part) => part !== '').join('_')

/** 03_农村供水管护不到位: files stand in the order of the ledger. */
export const nameOfProblem = (problem: { readonly number: number; readonly statement: string }): string =>
  `${String(problem.number).padStart(2, '0')}_${shortened(problem.statement)}`

/** 销号 where it is done or applied for, 延期 where one is entered, 调整 where it is still open; a 档案 always. */
const isDue = (key: FormKey, file: ProblemFile): boolean => {
  if (key === 'closure') return openApplication(file) !== null || isDone(file.problem.status)
  if (key === 'extension') return file.extensions.length > 0
  if (key === 'adjustment') return !isDone(file.problem.status)
  return true
}

const shortened = (words: string): string => {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length <= 16 ? plain : plain.slice(0, 16)
}
