import { readEnding } from '../ending.ts'
import { splitLines } from '../lines.ts'
import { cutShell } from '../shell.ts'
import { namesShortcoming, newSource } from './clauses.ts'
import { type FeedbackFacts, readFeedbackFacts } from './feedback-facts.ts'
import { type FeedbackItem, headOf, isWrapper, readFeedbackLines, sectionOf, tellsLeads } from './lines-of-feedback.ts'
import { emitSection, splitItem, splitParagraphs } from './split-items.ts'
import type { Emit, Split } from './splits.ts'

/** What was read from a feedback: facts, and the suggested split points of the whole text, carried out or offered. */
export interface FeedbackReading {
  readonly title: string | null
  readonly facts: FeedbackFacts
  readonly splits: readonly Split[]
}

/**
 * Reads 反馈意见 (its plain text): which of it is heading, problem, 具体表现, advice, and where each begins. Any text gives splits; `applySplits`
 * makes the outline of them, and a person may change them before.
 */
export const readFeedback = (text: string): FeedbackReading => {
  const source = newSource(text)
  const { title, body, shell } = cutShell(splitLines(text))
  const ending = readEnding(body)
  const last = ending.body.at(-1)
  const signer = last && ending.signature === null && SIGNER.test(last.folded) ? last : null
  const { preamble, roots } = readFeedbackLines(signer ? ending.body.slice(0, -1) : ending.body)
  const splits: Split[] = []
  const emit: Emit = (at, kind, role, level, confidence, isTaken = true) => {
    splits.push({ at, kind, role, level, confidence, isTaken })
  }
  emit(0, 'line', 'other', 0, 1)
  if (roots.length === 0) splitParagraphs(source, preamble.slice(openingLength(preamble)), 1, emit)
  else for (const line of preamble) if (tellsLeads(line.folded)) emit(line.start, 'line', 'leads', 0, 0.6)

  const sections = roots.map((root) => ({ root, section: sectionOf(headOf(root)) }))
  const holders = sections.filter(({ section }) => section === 'problems').map(({ root }) => root)
  const wrapper = holders.find((root) => isWrapper(root))
  const isBeside = (root: FeedbackItem): boolean =>
    wrapper !== undefined && root !== wrapper && root.children.length === 0 && !namesShortcoming(headOf(root)) && !isWrapper(root)
  const held = holders.filter((root) => !isBeside(root))
  for (const { root, section } of sections) {
    if (section !== 'problems' || isBeside(root)) emitSection(root, section === 'problems' ? 'other' : section, emit)
    else splitItem(source, root, held.length === 1 && root === wrapper ? 0 : 1, emit)
  }
  for (const line of ending.outlook) emit(line.start, 'line', 'advice', 0, 0.7)
  if (signer) emit(signer.start, 'line', 'other', 0, 0.9)
  const closing = body[ending.body.length + ending.outlook.length] ?? shell.find(({ start }) => start > (body.at(-1)?.start ?? 0))
  if (closing) emit(closing.start, 'line', 'other', 0, 0.9)
  return { title, facts: readFeedbackFacts(title, body, ending), splits: inReadingOrder(splits) }
}

/** The team alone on the last line, where no date stands below it. */
const SIGNER = /^[^。;:,]{0,20}巡[视察][^。;:,]{0,8}(?:组|办|办公室)$/

/** How many paragraphs of an unnumbered text only open it. */
const openingLength = (lines: readonly { readonly folded: string }[]): number => {
  const first = lines.findIndex(({ folded }) => namesShortcoming(folded) && !OPENING.test(folded))
  return first === -1 ? lines.length : first
}

const OPENING = /^(?:根据|按照|经)[^。]{0,60}(?:部署|要求|批准|安排)|现[将就把][^。]{0,40}(?:反馈|通报)|[:：]$/

/** One split at each place: what is carried out before what is offered, the surer one first. */
const inReadingOrder = (splits: readonly Split[]): readonly Split[] => {
  const best = new Map<number, Split>()
  for (const split of splits) {
    const other = best.get(split.at)
    if (!other || weight(split) > weight(other)) best.set(split.at, split)
  }
  return [...best.values()].sort((a, b) => a.at - b.at)
}

const weight = ({ isTaken, at, role, confidence }: Split): number =>
  (isTaken ? 2 : 0) + (at === 0 && role === 'other' ? -1 : 0) + confidence
