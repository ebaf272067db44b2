import { printChineseDate } from '../base/plain-date.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { foldWidth } from '../base/text.ts'
import { yearOfDate } from '../domain/deadline.ts'
import type { Finding } from '../domain/finding.ts'
import { type Ledger, openLedger } from '../domain/ledger.ts'
import { usualTitle } from '../domain/new-ledger.ts'
import type { LedgerRecords } from '../domain/records/record-kinds.ts'
import type { FindingFacts } from '../messages/findings.ts'
import { type Draft, type IntakeDeps, newDraft } from './draft.ts'
import { readEnding, type TextWithEnding } from './ending.ts'
import { readInspectionFacts } from './inspection-facts.ts'
import { hasAnswer } from './labelled-problems.ts'
import { type SourceLine, splitLines } from './lines.ts'
import { noteNumbering, noteProblemRow, shorten } from './numbering-findings.ts'
import { foldInnerLists, readOutline } from './outline.ts'
import { readBuild } from './read-build.ts'
import { cutShell, type TextWithoutShell } from './shell.ts'
import { isCountByStatus } from './stated-counts.ts'
import { noteStatedCounts } from './suggest-counts.ts'
import { addDirectories } from './suggest-directories.ts'
import { addNotice } from './suggest-notice.ts'

/** What a text became: a ledger to look through, and what a person should look at. Nothing is decided yet. */
export interface Suggestion {
  readonly records: LedgerRecords
  readonly ledger: Ledger
  readonly findings: readonly Finding[]
}

/** How a person wants a 通报 read. */
export interface NoticeOptions {
  /** The parts of 一是…二是… in an answer become measures of the problem: the first sentence the measure, the rest its result. */
  readonly measuresFromAnswer?: boolean
}

/**
 * Reads a published 通报 (its plain text) into a suggested ledger: outline, problems with answers, statuses, deadlines, registers
 * and the notice's own blocks. Any text gives a suggestion; what could not be read is kept as text and said in the findings.
 * Refused are only texts without a line, and texts with a paragraph no field can hold.
 */
export const suggestLedger = (source: string, deps: IntakeDeps, options: NoticeOptions = {}): Result<Suggestion, Refusal> => {
  const lines = splitLines(source)
  if (lines.length === 0) return err({ type: 'file-empty' })
  const text = cutShell(lines)
  const ending = readEnding(text.body)
  const read = readOutline(ending.body)
  const outline = { ...read, roots: foldInnerLists(read.roots, hasAnswer) }
  const build = readBuild(outline, yearOfDate(ending.signedOn))

  const draft = newDraft(deps.ids, source)
  addLedger(draft, text, ending, deps)
  addNotice(draft, { text, ending, outline, build }, deps, options.measuresFromAnswer ?? false)
  addDirectories(draft)
  noteText(draft, source, text, ending)
  noteNumbering(outline.roots, build, draft)
  noteProblemRow(build, draft)

  const [refusal] = draft.refusals
  if (refusal) return err(refusal)
  const ledger = openLedger(draft.records)
  const stated = noteStatedCounts(draft, ledger, outline, build)
  noteStatuses(draft, stated.some(isCountByStatus), lines)
  return ok({ records: draft.records, ledger, findings: inReadingOrder(draft.findings) })
}

const addLedger = (draft: Draft, text: TextWithoutShell, ending: TextWithEnding, deps: IntakeDeps): void => {
  const opening = text.body.slice(0, 3).map((line) => line.folded)
  const facts = readInspectionFacts(opening.join('\n'))
  const fromTitle = /^(中共.+?(?:委员会|工委|党委|党组|委))关于/.exec(text.title ?? '')?.[1] ?? null
  const party = ending.signature?.split('\n').join('、') ?? fromTitle
  draft.add('ledger', {
    title: usualTitle(facts.inspectedParty ?? party, `${facts.kind ?? ''}${facts.team ?? ''}`),
    createdOn: deps.today,
  })
  draft.add('inspection', { ...facts, rectifyingParty: party })
}

/** Half-width marks that stand in Chinese text; those in numbers, times and addresses are right as they are. */
const HALF_WIDTH = /[,:;()](?=[\u4e00-\u9fff“《])|(?<=[\u4e00-\u9fff”》。])[,:;()]/g

/** 第二部分 …: a heading that the outline of an official document does not know. */
const PART_LINE = /^第[一二三四五六七八九十]{1,3}(?:部分|章|篇)\s*[^。]{0,40}$/

const noteText = (draft: Draft, source: string, text: TextWithoutShell, ending: TextWithEnding): void => {
  if (text.title === null) draft.note('intake.title-missing', null)
  if (ending.signature === null) draft.note('intake.signature-missing', null)
  if (ending.signedOn === null) draft.note('intake.date-missing', null)
  const [firstShell] = text.shell
  if (firstShell) draft.note('intake.shell-removed', firstShell, { count: text.shell.length })
  const halfWidth = source.match(HALF_WIDTH)?.length ?? 0
  if (halfWidth > 0) draft.note('intake.half-width', null, { count: halfWidth })
  for (const line of ending.body)
    if (PART_LINE.test(line.folded)) draft.note('intake.part-line', line, { text: shorten(line.text) })
  const { dateLine, signedOn } = ending
  const printed = signedOn === null ? '' : printChineseDate(signedOn)
  if (dateLine && !foldWidth(dateLine.text).replace(/\s/g, '').endsWith(printed))
    draft.note('intake.date-mended', dateLine, { stated: shorten(dateLine.text), expected: printed })
  const [firstAfter] = ending.annotations
  if (firstAfter)
    draft.note('intake.lines-after-date', firstAfter, { text: shorten(firstAfter.text), count: ending.annotations.length })
}

/** `isCounted`: the text says how many problems have which status, so each of them must have one. */
const noteStatuses = (draft: Draft, isCounted: boolean, lines: readonly SourceLine[]): void => {
  const { problem: problems } = draft.records
  const unstated = problems.filter((problem) => problem.status === 'unstated').length
  if (problems.length === 0) draft.note('intake.no-problem', null, whyNone(lines))
  else if (unstated > 0)
    draft.note(isCounted ? 'intake.status-unrecognised' : 'intake.status-unstated', null, { count: unstated })
}

/** What a text without a problem most likely lacks. */
const whyNone = (lines: readonly SourceLine[]): FindingFacts => {
  const isTable = lines.filter((line) => /\t[^\t]+\t/.test(line.text)).length > 1
  if (isTable) return { text: '文字像是从表格粘贴的，这里只读成段的通报文字，请改成每个问题一段' }
  const isOneLine = lines.length <= 2 && lines.some((line) => line.text.length > 200)
  return isOneLine ? { text: '全文缺少换行，请让每个标题、每个问题各起一行' } : {}
}

const inReadingOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.start ?? -1) - (b.start ?? -1))
