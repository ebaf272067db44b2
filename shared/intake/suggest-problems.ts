import { orderKeys } from '../base/order.ts'
import { isOpenEnded, parseDeadline } from '../domain/deadline.ts'
import type { ItemLine, ItemPart } from '../domain/item-lines.ts'
import { RESPONSIBILITY_ROLES, type ResponsibilityRole } from '../domain/records/ledger-records.ts'
import type { RectificationKind } from '../domain/records/problem-records.ts'
import type { Problem } from '../domain/records/record-kinds.ts'
import { parseStatusPhrase, type StatusPhrase, trailingStatusPhrase } from '../domain/status-phrase.ts'
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

/** A heading with its items becomes a problem with measures, each with title and account. */
export const addHeadedProblem = (draft: Draft, read: HeadedProblem, home: Home): Problem => {
  const problem = draft.add('problem', {
    ...home,
    statement: read.statement,
    account: read.account,
    sourceNumber: read.item.printedMark,
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
  if (read.account === '' && read.measures.every((measure) => measure.account === ''))
    noteMissingAnswer(draft, read.statement, read.item.line)
  return problem
}

/** A problem sentence with its labelled answer becomes a problem with measures, progress, responsibilities, deadline, status. */
export const addLabelledProblem = (draft: Draft, read: LabelledProblem, home: Home, reading: LabelledReading): Problem => {
  const part = (...meanings: readonly LabelMeaning[]): LabelledPart | undefined =>
    read.parts.find((p) => meanings.includes(p.meaning))
  const account = part('account') ?? (reading.measuresAreAccount ? part('measures') : undefined)
  const trailing = account ? trailingStatusPhrase(account.text, reading.year) : null
  const stated = part('status')
  const status = stated ? readStatus(draft, stated, reading.year) : trailing
  const deadlineWords = part('deadline')?.text ?? status?.phrase.deadline?.words ?? ''
  const accountText =
    account === undefined ? '' : trailing && !stated ? account.text.slice(0, trailing.at).trimEnd() : account.text

  const measures = reading.measuresAreAccount ? null : splitEnumeration(part('measures')?.text ?? '')
  const progress = splitDatedEntries(part('progress')?.text ?? '')
  const undated = progress === null ? (part('progress')?.text ?? '') : ''
  const oneMeasure = !reading.measuresAreAccount && measures === null ? (part('measures')?.text ?? '') : ''
  const problem = draft.add('problem', {
    ...home,
    statement: read.statement,
    details: read.details,
    target: part('target')?.text ?? '',
    account: [accountText, undated].filter((text) => text !== '').join('\n'),
    result: part('result')?.text ?? '',
    sourceNumber: read.item.printedMark,
    ...deadlineFields(draft, deadlineWords, part('deadline')?.line ?? null, reading.year),
    ...statusFields(status),
  })
  addMeasures(draft, problem, measures ?? (oneMeasure === '' ? [] : [oneMeasure]))
  addProgress(draft, problem, progress ?? [])
  for (const role of RESPONSIBILITY_ROLES) addNames(draft, problem, role, part(role)?.text ?? '')
  if (read.parts.length === 0) noteMissingAnswer(draft, read.statement, read.item.line)
  return problem
}

/** The lines a labelled problem was printed in, for the notice to print it so again. */
export const itemLinesOf = (read: LabelledProblem, reading: LabelledReading, hasTrailingStatus: boolean): readonly ItemLine[] => {
  const lines = new Map<number, ItemPart[]>()
  for (const part of read.parts) {
    const isAccount = part.meaning === 'account' || (part.meaning === 'measures' && reading.measuresAreAccount)
    const kind = isAccount ? (hasTrailingStatus ? 'account+status' : 'account') : part.meaning
    const line = lines.get(part.lineNumber) ?? []
    line.push({ kind, words: part.words })
    lines.set(part.lineNumber, line)
  }
  return [...lines.values()]
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

const addProgress = (draft: Draft, problem: Problem, entries: NonNullable<ReturnType<typeof splitDatedEntries>>): void => {
  const places = orderKeys(entries.length)
  entries.forEach(({ on, text }, i) => {
    draft.add('progress', { ownerId: problem.id, order: places[i] ?? 'a0', on, text })
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
