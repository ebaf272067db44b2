import type { Ledger } from '../domain/ledger.ts'
import type { Notice } from '../domain/records/record-kinds.ts'
import { SEVERITY_WORDS } from '../messages/findings.ts'
import { type ComposeChoices, composeNotice, composeSheet } from '../notice/compose.ts'
import type { NoticeModel } from '../notice/model.ts'
import type { FindingPlace } from '../notice/notice-comments.ts'
import { noticeText, type TextParagraph } from '../notice/notice-text.ts'
import { type Saying, withDecisions } from './decisions.ts'
import { ledgerFactsOf } from './ledger/ledger-facts.ts'
import { type Proof, proofText } from './proof.ts'
import type { KnownParagraphs } from './reading.ts'

/** A composed notice, its plain text and what the check says of it. Offsets of findings count in `text`. */
export interface NoticeProof {
  readonly model: NoticeModel
  readonly text: string
  readonly paragraphs: readonly TextParagraph[]
  readonly proof: Proof
}

/** Composes a notice and holds it against the ledger it comes from: numbers that follow the ledger agree by themselves, typed ones need not. */
export const proofOfNotice = (ledger: Ledger, notice: Notice, choices: ComposeChoices, known?: KnownParagraphs): NoticeProof => {
  const model = composeNotice(ledger, notice, choices)
  const { figures, leftOut } = composeSheet(ledger, notice, choices)
  const { text, paragraphs } = noticeText(model)
  const facts = ledgerFactsOf(ledger, model.cutoff, figures)
  const places = new Map<string, number[]>()
  paragraphs.forEach(({ about: { problemId } }, i) => {
    if (problemId !== undefined) places.set(problemId, [...(places.get(problemId) ?? []), i])
  })
  const isOwn = (index: number, at: number): boolean => {
    const paragraph = paragraphs[index]
    if (paragraph?.about.blockId === undefined || paragraph.line === null) return false
    const spans = model.lines[paragraph.line]?.spans ?? []
    return !spans.some(({ of, start, end }) => of === 'text' && at - paragraph.heading >= start && at - paragraph.heading < end)
  }
  const against = {
    facts: { ...facts, problems: facts.problems.filter(({ id }) => !leftOut.has(id)) },
    known: places,
    own: isOwn,
  }
  return { model, text, paragraphs, proof: proofText(text, against, known) }
}

/** The findings a reader of the Word file should see beside the words: what is wrong or doubtful and was not said to be right. */
export const proofPlaces = ({ text, paragraphs, proof }: NoticeProof, sayings: readonly Saying[]): readonly FindingPlace[] =>
  withDecisions(proof.findings, text, sayings).flatMap(({ finding, decision }): readonly FindingPlace[] => {
    const { severity, start, end, message } = finding
    if (severity === 'hint' || decision?.verdict === 'dismissed' || start === end || finding.rule === 'ledger.figure') return []
    const own = paragraphs.filter((paragraph) => paragraph.start <= start).at(-1)
    if (!own || own.line === null) return []
    const [from, to] = [start - own.start, Math.min(end - own.start, own.text.length)]
    // A run-in heading and its text are two stretches of one paragraph.
    const of = from < own.heading ? 'heading' : 'text'
    const before = of === 'heading' ? 0 : own.heading
    const until = of === 'heading' ? Math.min(to, own.heading) : to
    return [{ line: own.line, of, start: from - before, end: until - before, message: `${SEVERITY_WORDS[severity]}：${message}` }]
  })

/** What was said of the findings of one notice. */
export const sayingsOf = (ledger: Ledger, noticeId: string): readonly Saying[] =>
  ledger.records.proofDecision.filter((decision) => decision.noticeId === noticeId)
