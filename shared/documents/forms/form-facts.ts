import { type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import { deadlineOf, printDeadline } from '../../domain/deadline.ts'
import { originalDeadline } from '../../domain/extensions.ts'
import { namesInRole } from '../../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import { OPINION_WORDS } from '../../domain/records/closure-records.ts'
import type { ResponsibilityRole } from '../../domain/records/ledger-records.ts'
import { KIND_WORDS, SOURCE_WORDS } from '../../domain/records/problem-records.ts'
import type { Measure } from '../../domain/records/record-kinds.ts'
import { statusLabel } from '../../domain/status.ts'
import { accountOf } from '../../notice/item-text.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'

/** What forms of one problem print of it, as it stood on their day: words ready for paper. */
export interface FormFacts {
  readonly number: string
  readonly category: string
  readonly aspect: string
  readonly source: string
  readonly kind: string
  readonly statement: string
  readonly details: string
  readonly target: string
  /** Numbered, one a line. */
  readonly measures: string
  readonly status: string
  readonly completedOn: string
  readonly originalDeadline: string
  readonly deadline: string
  readonly account: string
  readonly result: string
  /** Names of the files, numbered, one a line. */
  readonly evidence: string
  readonly names: (role: ResponsibilityRole) => string
}

export const formFacts = (file: ProblemFile): FormFacts => {
  const { problem, number, path, measures, attachments } = file
  return {
    number: String(number),
    category: mendPunctuation(path[0]?.heading ?? ''),
    aspect: mendPunctuation(
      path
        .slice(1)
        .map(({ heading }) => heading)
        .join('—'),
    ),
    source: SOURCE_WORDS[problem.source],
    kind: KIND_WORDS[problem.kind],
    statement: mendPunctuation(problem.statement),
    details: mendPunctuation(problem.details),
    target: mendPunctuation(problem.target),
    measures: numbered(measures.map(measureWords)),
    status: statusLabel(problem.status, problem.sustained),
    completedOn: dayWords(problem.completedOn),
    originalDeadline: printDeadline(originalDeadline(file, problem)),
    deadline: printDeadline(deadlineOf(problem)),
    account: mendPunctuation(accountOf(file)),
    result: mendPunctuation(problem.result),
    evidence: numbered(attachments.map(({ name }) => name)),
    names: (role) => namesOf(file, role),
  }
}

/** Of the problem; where it has none of its own, those of its measures, each once. */
const namesOf = (file: ProblemFile, role: ResponsibilityRole): string => {
  const own = namesInRole(file, file.problem.id, role)
  if (own !== '') return own
  return [...new Set(file.responsibilities.filter((duty) => duty.role === role).map(({ name }) => name))].join('、')
}

export const measureWords = ({ title, text }: Measure): string =>
  mendPunctuation([title, text].filter((part) => part !== '').join('：'))

/** 同意 is not said twice where the words of an opinion begin with it. */
export const opinionWords = (opinion: keyof typeof OPINION_WORDS, text: string): string => {
  const words = mendPunctuation(text)
  return words.startsWith(OPINION_WORDS[opinion])
    ? words
    : [OPINION_WORDS[opinion], words].filter((part) => part !== '').join('。')
}

/** One entry stands without a number. */
export const numbered = (entries: readonly string[]): string =>
  entries.length === 1 ? (entries[0] ?? '') : entries.map((entry, i) => `${i + 1}. ${entry}`).join('\n')

export const dayWords = (day: PlainDate | null): string => (day === null ? '' : printChineseDate(day))

export const partyOf = ({ inspection, ledger }: Ledger): string => inspection.rectifyingParty ?? ledger.title
