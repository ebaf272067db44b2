import { groupBy } from '../base/list.ts'
import { orderKeys } from '../base/order.ts'
import { isOpenEnded, parseDeadline } from '../domain/deadline.ts'
import type { ItemLine, ItemPart, ItemPartKind } from '../domain/item-lines.ts'
import { RESPONSIBILITY_ROLES, type ResponsibilityRole } from '../domain/records/ledger-records.ts'
import type { RectificationKind } from '../domain/records/problem-records.ts'
import type { Problem } from '../domain/records/record-kinds.ts'
import { leadingStatusPhrase, parseStatusPhrase, type StatusPhrase, trailingStatusPhrase } from '../domain/status-phrase.ts'
import { splitNames } from '../domain/unit-names.ts'
import type { Draft } from './draft.ts'
import { splitDatedEntries, splitEnumeration } from './enumerations.ts'
import type { HeadedProblem } from './headed-problems.ts'
import type { LabelledPart, LabelledProblem, LabelledReading } from './labelled-problems.ts'
import type { LabelMeaning } from './labels.ts'
import type { SourceLine } from './lines.ts'
import { shorten } from './numbering-findings.ts'

/** Where a problem goes: under which node, at which place. */
export interface Home {
  readonly nodeId: string | null
  readonly order: string
}

/** How answers are read. */
export interface AnswerReading {
  /** The year unfinished dates belong to. */
  readonly year: number | null
  /** The parts of 一是…二是… become measures. */
  readonly measuresFromAnswer: boolean
}

/** A heading with its items becomes a problem with measures, each with title and account. */
export const addHeadedProblem = (draft: Draft, read: HeadedProblem, home: Home, reading: AnswerReading): Problem => {
  // The words stay in the account, where the notice prints them.
  const told = read.status ?? leadingStatusPhrase(read.account, reading.year) ?? trailingStatusPhrase(read.account, reading.year)
  const problem = draft.add('problem', {
    ...home,
    statement: read.statement,
    details: read.details,
    account: read.account,
    sourceNumber: read.item.printedMark,
    ...statusFields(told),
    ...deadlineFields(draft, told?.phrase.deadline?.words ?? '', read.item.line, null),
  })
  const places = orderKeys(read.measures.length)
  read.measures.forEach((measure, i) => {
    draft.add('measure', {
      problemId: problem.id,
      order: places[i] ?? 'a0',
      title: measure.title,
      account: measure.account,
      sourceNumber: measure.item.printedMark,
    })
  })
  if (reading.measuresFromAnswer && read.measures.length === 0) addAnswerMeasures(draft, problem)
  if (read.account === '' && read.measures.every((measure) => measure.account === ''))
    noteMissingAnswer(draft, read.statement, read.item.line)
  return problem
}

/** A problem with the lines it was printed in, for the notice to print it so again. */
export interface AddedProblem {
  readonly problem: Problem
  readonly itemLines: readonly ItemLine[]
}

/** A problem sentence with its labelled answer becomes a problem with measures, progress, responsibilities, deadline, status. */
export const addLabelledProblem = (
  draft: Draft,
  read: LabelledProblem,
  home: Home,
  reading: LabelledReading & AnswerReading,
): AddedProblem => {
  const part = (meaning: LabelMeaning): LabelledPart | undefined => read.parts.find((p) => p.meaning === meaning)
  const textOf = (meaning: LabelMeaning): string => part(meaning)?.text ?? ''
  const accountMeaning: LabelMeaning = part('account') || !reading.measuresAreAccount ? 'account' : 'measures'
  const account = textOf(accountMeaning)
  const stated = part('status')
  const isTold = stated !== undefined || read.status !== null
  const trailing = isTold ? null : trailingStatusPhrase(account, reading.year)
  const leading = isTold || trailing ? null : leadingStatusPhrase(account, reading.year)
  const status = read.status ?? (stated ? readStatus(draft, stated, reading.year) : (trailing ?? leading))
  const problem = draft.add('problem', {
    ...home,
    statement: read.statement,
    details: read.details,
    target: textOf('target'),
    account: trailing ? account.slice(0, trailing.at).trimEnd() : account.slice(leading?.end ?? 0),
    result: textOf('result'),
    sourceNumber: read.item.printedMark,
    ...startFields(textOf('start'), reading.year),
    ...deadlineFields(
      draft,
      textOf('deadline') || (status?.phrase.deadline?.words ?? ''),
      part('deadline')?.line ?? (status ? read.item.line : null),
      reading.year,
    ),
    ...statusFields(status),
  })
  if (accountMeaning !== 'measures') addMeasures(draft, problem, measureTexts(textOf('measures')))
  if (reading.measuresFromAnswer && textOf('measures') === (accountMeaning === 'measures' ? account : ''))
    addAnswerMeasures(draft, problem)
  addProgress(draft, problem, textOf('progress'))
  for (const role of RESPONSIBILITY_ROLES) addNames(draft, problem, role, textOf(role))
  if (read.parts.length === 0) noteMissingAnswer(draft, read.statement, read.item.line)
  return {
    problem,
    itemLines: itemLinesOf(read, accountMeaning, trailing ? 'account+status' : leading ? 'status+account' : 'account'),
  }
}

const itemLinesOf = (read: LabelledProblem, accountMeaning: LabelMeaning, account: ItemPartKind): readonly ItemLine[] => {
  const lines = groupBy(read.parts, (part) => part.lineNumber)
  return [...lines.values()].map((parts) =>
    parts.map(({ meaning, words, isAlone }): ItemPart => {
      return { kind: meaning === accountMeaning ? account : meaning, words, isAlone }
    }),
  )
}

const measureTexts = (text: string): readonly string[] => splitEnumeration(text) ?? (text === '' ? [] : [text])

/** A start that is a full date; other words stay in no field, as 启动时间 has no words of its own. */
const startFields = (words: string, year: number | null): Partial<Pick<Problem, 'startOn'>> => {
  const { on } = parseDeadline(words, year)
  return on === null ? {} : { startOn: on }
}

/** The fields a deadline's words fill. Words that are not understood are kept and reported. */
export const deadlineFields = (
  draft: Draft,
  words: string,
  place: SourceLine | null,
  year: number | null,
): Partial<Pick<Problem, 'deadlineOn' | 'deadlineWords' | 'kind'>> => {
  if (words === '') return {}
  const deadline = parseDeadline(words, year)
  if (deadline.on === null && !isOpenEnded(words)) draft.note('intake.deadline-not-understood', place, { text: words })
  return { deadlineOn: deadline.on, deadlineWords: deadline.words, kind: kindOf(deadline.words, deadline.on !== null) }
}

const kindOf = (words: string, hasDay: boolean): RectificationKind =>
  /立行立改|即知即改|立即整改/.test(words) ? 'immediate' : hasDay ? 'dated' : isOpenEnded(words) ? 'sustained' : 'unstated'

const readStatus = (
  draft: Draft,
  part: LabelledPart,
  year: number | null,
): { readonly phrase: StatusPhrase; readonly words: string } | null => {
  const phrase = parseStatusPhrase(part.text, year)
  if (phrase) return { phrase, words: part.text }
  draft.note('intake.status-not-understood', part.line, { text: part.text })
  return { phrase: { status: 'unstated', sustained: false, deadline: null }, words: part.text }
}

const statusFields = (
  status: { readonly phrase: StatusPhrase; readonly words: string } | null,
): Partial<Pick<Problem, 'status' | 'sustained' | 'statusWords'>> =>
  status ? { status: status.phrase.status, sustained: status.phrase.sustained, statusWords: status.words } : {}

const addMeasures = (draft: Draft, problem: Problem, texts: readonly string[]): void => {
  const places = orderKeys(texts.length)
  texts.forEach((text, i) => {
    draft.add('measure', { problemId: problem.id, order: places[i] ?? 'a0', text })
  })
}

/**
 * 一是修订制度。已印发3项。二是… — each part a measure: its first sentence is what was to be done, the rest the result. The account keeps its
 * words, for the notice prints them.
 */
const addAnswerMeasures = (draft: Draft, problem: Problem): void => {
  const at = /(?:^|(?<=[。；;:：\n]))\s*一是/.exec(problem.account)
  const parts = (at && splitEnumeration(problem.account.slice(at.index).trimStart())) ?? []
  const places = orderKeys(parts.length)
  parts.forEach((part, i) => {
    const stop = part.indexOf('。') + 1
    const [text, result] = stop > 0 && stop < part.length ? [part.slice(0, stop), part.slice(stop).trim()] : [part, '']
    draft.add('measure', { problemId: problem.id, order: places[i] ?? 'a0', text, result })
  })
}

/** Sentences that begin with full dates are entries of their own; other text is one entry without a date. */
const addProgress = (draft: Draft, problem: Problem, text: string): void => {
  const entries = splitDatedEntries(text) ?? (text === '' ? [] : [{ on: null, text }])
  const places = orderKeys(entries.length)
  entries.forEach((entry, i) => {
    draft.add('progress', { ownerId: problem.id, order: places[i] ?? 'a0', ...entry })
  })
}

const addNames = (draft: Draft, problem: Problem, role: ResponsibilityRole, text: string): void => {
  const names = splitNames(text)
  const places = orderKeys(names.length)
  names.forEach((name, i) => {
    draft.add('responsibility', { ownerId: problem.id, role, order: places[i] ?? 'a0', name })
  })
}

const noteMissingAnswer = (draft: Draft, statement: string, place: SourceLine): void =>
  draft.note('intake.answer-missing', place, { text: shorten(statement) })
