import { orderKeys } from '../../base/order.ts'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Finding } from '../../domain/finding.ts'
import { openLedger } from '../../domain/ledger.ts'
import { usualTitle } from '../../domain/new-ledger.ts'
import { type Draft, type IntakeDeps, newDraft } from '../draft.ts'
import { splitLines } from '../lines.ts'
import { shorten } from '../numbering-findings.ts'
import type { Suggestion } from '../suggest-ledger.ts'
import type { FeedbackFacts } from './feedback-facts.ts'
import { tellsLeads } from './lines-of-feedback.ts'
import { type FeedbackReading, readFeedback } from './read-feedback.ts'
import { applySplits, type FeedbackEntry, type FeedbackOutline, type Split } from './splits.ts'

/** A suggested ledger with the split points it was made by. */
export interface FeedbackSuggestion extends Suggestion {
  readonly reading: FeedbackReading
  readonly outline: FeedbackOutline
}

/**
 * Reads 反馈意见 (its plain text) into a suggested ledger: inspection, outline and problems without answers. `splits` are those a person has
 * changed; without them the program's own are carried out. Refused are only texts without a line, and texts with a piece no field can hold.
 */
export const suggestFromFeedback = (
  text: string,
  deps: IntakeDeps,
  splits: readonly Split[] | null = null,
): Result<FeedbackSuggestion, Refusal> => {
  if (text.trim() === '') return err({ type: 'file-empty' })
  const own = readFeedback(text)
  const reading = splits === null ? own : { ...own, splits }
  const outline = applySplits(text, reading.splits)
  const draft = newDraft(deps.ids, text)
  addFrame(draft, reading.facts, deps)
  addEntries(draft, outline.entries, null)
  noteReading(draft, text, reading, outline)
  const [refusal] = draft.refusals
  if (refusal) return err(refusal)
  const ledger = openLedger(draft.records)
  return ok({ records: draft.records, ledger, findings: inReadingOrder(draft.findings), reading, outline })
}

/** A notice that will list the problems belongs to every ledger. */
const addFrame = (draft: Draft, facts: FeedbackFacts, deps: IntakeDeps): void => {
  const [order = 'a0'] = orderKeys(1)
  draft.add('ledger', {
    title: usualTitle(facts.inspectedParty, `${facts.kind ?? ''}${facts.team ?? '巡察'}`),
    createdOn: deps.today,
  })
  draft.add('inspection', facts)
  const notice = draft.add('notice', { order, template: 'problem-situation' })
  draft.add('noticeBlock', { noticeId: notice.id, order, part: 'problems', form: 'problems' })
}

const addEntries = (draft: Draft, entries: readonly FeedbackEntry[], parentId: string | null): void => {
  const places = orderKeys(entries.length)
  entries.forEach((entry, i) => {
    const order = places[i] ?? 'a0'
    const { sourceNumber } = entry
    if (entry.type === 'problem') {
      draft.add('problem', {
        nodeId: parentId,
        order,
        sourceNumber,
        statement: entry.statement,
        details: entry.details.join('\n'),
      })
      return
    }
    const node = draft.add('outlineNode', {
      parentId,
      order,
      sourceNumber,
      heading: entry.heading,
      text: entry.notes.join('\n'),
    })
    addEntries(draft, entry.children, node.id)
  })
}

const noteReading = (draft: Draft, text: string, reading: FeedbackReading, outline: FeedbackOutline): void => {
  if (outline.problems.length === 0) draft.note('intake.no-problem', null, { text: NO_PROBLEM })
  const missing = FACTS.flatMap(([name, title]) => (reading.facts[name] === null ? [title] : []))
  if (missing.length > 0) draft.note('intake.facts-missing', null, { names: missing })
  const place = ({ at }: Split) => ({ start: at, end: Math.min(text.length, at + QUOTED) })
  const offered = reading.splits.filter(({ isTaken }) => !isTaken)
  noteFirst(draft, 'intake.split-offered', offered.map(place), text)
  const unsure = reading.splits.filter(({ isTaken, role, confidence }) => isTaken && role === 'problem' && confidence < UNSURE)
  noteFirst(draft, 'intake.split-unsure', unsure.map(place), text)
  const asides = (role: string) =>
    outline.asides.filter((aside) => aside.role === role).map(({ from, to }) => ({ start: from, end: to }))
  noteFirst(draft, 'intake.advice-apart', asides('advice'), text)
  noteFirst(draft, 'intake.words-beside', [...asides('note'), ...asides('detail')], text)
  for (const line of splitLines(text))
    if (tellsLeads(line.folded)) draft.note('intake.leads-told', line, { text: shorten(line.text) })
  noteCounts(draft, text, outline.problems.length)
}

/** 共发现问题23个, 反馈4个方面23个问题, against what was read. */
const noteCounts = (draft: Draft, text: string, shown: number): void => {
  for (const line of splitLines(text)) {
    const match = COUNTED.exec(line.folded)
    const digits = match?.[1] ?? match?.[2] ?? ''
    if (!match || Number(digits) === shown) continue
    const start = line.start + match.index + match[0].indexOf(digits)
    const place = { start, end: start + digits.length }
    draft.note('intake.count-differs', place, { text: '问题', stated: digits, expected: String(shown) })
  }
}

const COUNTED =
  /(?:发现|反馈|指出|梳理)[^。;\d]{0,10}问题(\d{1,4})[个条项]|(?:发现|反馈|指出|梳理)(?:了|出)?[^。;\d]{0,6}(?:\d{1,3}个方面[^。;\d]{0,6})?(\d{1,4})[个条项](?:具体|主要|突出)?问题/

const noteFirst = (
  draft: Draft,
  rule: 'intake.split-offered' | 'intake.split-unsure' | 'intake.advice-apart' | 'intake.words-beside',
  places: readonly { readonly start: number; readonly end: number }[],
  text: string,
): void => {
  const [first] = places
  if (first) draft.note(rule, first, { count: places.length, text: shorten(text.slice(first.start, first.end).trim(), QUOTED) })
}

const QUOTED = 12
/** Below this a problem was told by words and not by a number. */
const UNSURE = 0.75
const NO_PROBLEM = '请确认这是一份巡视巡察反馈意见，或在原文上手工标出每个问题从哪里开始'
const FACTS = [
  ['team', '巡视巡察组'],
  ['inspectedParty', '被巡视巡察单位'],
  ['periodFrom', '进驻时间'],
  ['feedbackOn', '反馈日期'],
] as const satisfies readonly (readonly [keyof FeedbackFacts, string])[]

const inReadingOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.start ?? -1) - (b.start ?? -1))
