import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { Figure } from '../../shared/domain/figures/figure.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import { findTemplate } from '../../shared/domain/notices/find-template.ts'
import type { Edition } from '../../shared/domain/records/notice-records.ts'
import type { Notice } from '../../shared/domain/records/record-kinds.ts'
import { openKeptText } from '../../shared/exchange/kept-text.ts'
import { type ComposeChoices, composeNotice, composeSheet } from '../../shared/notice/compose.ts'
import { compareNotices, type ParagraphDifference } from '../../shared/notice/differences.ts'
import { readDraft } from '../../shared/notice/draft.ts'
import { editionFindings } from '../../shared/notice/edition-findings.ts'
import type { NoticeModel } from '../../shared/notice/model.ts'
import { noticeFigures } from '../../shared/notice/notice-figures.ts'
import { noticeFindings } from '../../shared/notice/notice-findings.ts'
import type { TextParagraph } from '../../shared/notice/notice-text.ts'
import { draftSection } from '../../shared/notice/register-text.ts'
import type { SheetLine } from '../../shared/notice/sheet.ts'
import { type TypedFigure, typedFigures } from '../../shared/notice/typed-figures.ts'
import { findMarks } from '../../shared/notice/withheld.ts'
import { type WithheldLine, withheldTable } from '../../shared/notice/withheld-table.ts'
import { type DecidedFinding, withDecisions } from '../../shared/proof/decisions.ts'
import { proofOfNotice, sayingsOf } from '../../shared/proof/notice-proof.ts'
import type { KnownParagraphs } from '../../shared/proof/reading.ts'
import type { ProofFinding } from '../../shared/proof/rule.ts'
import type { LedgerDatabase } from './database.ts'
import { LedgerReader } from './ledger-reader.ts'
import type { MainPort } from './ports.ts'

/** Which composition is looked at. */
export interface NoticeView {
  readonly ledgerId: string
  readonly noticeId: string
  readonly edition: Edition
  /** The cut-off of a notice that has no day of its own yet. */
  readonly today: PlainDate
}

/** A number that follows the ledger, as a chip shows it. */
export type ShownToken = Pick<Figure, 'label' | 'unit' | 'formula' | 'value'>

/** Words that leave the public edition, where they stand. */
export interface MarkedWords {
  readonly markId: string
  readonly ownerId: string
  /** Null: the whole record. */
  readonly field: string | null
  readonly text: string
  readonly reason: string
}

/** What the workbench writes in. */
export interface ShownSheet {
  readonly lines: readonly SheetLine[]
  /** The last accepted change it knows of. */
  readonly sequence: number
  readonly cutoff: PlainDate
  /** By figure id; of every figure, because one may be put in. */
  readonly figures: Readonly<Record<string, ShownToken>>
  /** Problems this edition leaves out. */
  readonly leftOut: readonly string[]
  readonly marked: readonly MarkedWords[]
  /** What the text under a heading of the outline may begin with, where nobody has written any. */
  readonly sectionDrafts: Readonly<Record<string, string>>
}

/** What should be looked at before this edition is signed. */
export interface NoticeReview {
  readonly findings: readonly Finding[]
  /** Numbers somebody typed that name a figure of the ledger, with their line's own words. */
  readonly typed: readonly (TypedFigure & { readonly sentence: string })[]
  readonly proof: {
    readonly checked: number
    readonly passed: number
    readonly findings: readonly PlacedFinding[]
  }
}

/** What the number and wording check found, and where: the words of its paragraph, and the offset of its place and of its fix in them. */
export interface PlacedFinding extends DecidedFinding {
  readonly place: { readonly paragraph: string; readonly start: number; readonly fixStart: number }
}

const placeIn = (paragraphs: readonly TextParagraph[], { start, fix }: ProofFinding): PlacedFinding['place'] => {
  const own = paragraphs.filter((paragraph) => paragraph.start <= start).at(-1)
  const from = own?.start ?? 0
  return { paragraph: own?.text ?? '', start: start - from, fixStart: (fix?.start ?? start) - from }
}

/** One side of a comparison: an edition as it stands, or a frozen draft by its file. */
export type NoticeSide = { readonly edition: Edition } | { readonly sha256: string }

/** Composes notices away from the window's thread. It reads the rows; only the store writes. */
export class NoticeHost {
  readonly #reader: LedgerReader
  /** Paragraphs the check has read, by notice: one that was not changed is not read again. */
  readonly #known = new Map<string, KnownParagraphs>()

  constructor(
    db: LedgerDatabase,
    readonly main: MainPort,
  ) {
    this.#reader = new LedgerReader(db)
  }

  /** Null where the ledger or the notice is gone. */
  async sheet(view: NoticeView): Promise<ShownSheet | null> {
    const found = await this.#find(view)
    if (found === null) return null
    const { ledger, notice, choices } = found
    const { lines, cutoff, figures, leftOut } = composeSheet(ledger, notice, choices)
    return {
      lines,
      sequence: this.#reader.sequence,
      cutoff,
      figures: Object.fromEntries(
        [...figures].map(([id, { label, unit, formula, value }]) => [id, { label, unit, formula, value }]),
      ),
      leftOut: [...leftOut],
      sectionDrafts: Object.fromEntries(
        ledger.records.outlineNode.filter(({ text }) => text === '').map(({ id }) => [id, draftSection(id, figures)]),
      ),
      marked: findMarks(ledger).flatMap(({ mark, places }) =>
        places
          .filter(({ isSure }) => isSure)
          .map(({ ownerId, field, text }) => ({ markId: mark.id, ownerId, field, text, reason: mark.reason ?? '' })),
      ),
    }
  }

  async review(view: NoticeView): Promise<NoticeReview | null> {
    const found = await this.#find(view)
    if (found === null) return null
    const { ledger, notice, choices } = found
    const known = this.#known.get(notice.id) ?? new Map()
    this.#known.set(notice.id, known)
    const { model, text, paragraphs, proof } = proofOfNotice(ledger, notice, choices, known)
    const typed = typedFigures(model, noticeFigures(ledger, model.cutoff))
    return {
      findings: [...noticeFindings(model), ...editionFindings(ledger, notice, model)],
      typed: typed.map((figure) => ({ ...figure, sentence: model.lines[figure.line]?.text ?? '' })),
      proof: {
        checked: proof.checked,
        passed: proof.passed,
        // Typed figures are told with their own way of putting them right.
        findings: withDecisions(
          proof.findings.filter(({ rule }) => rule !== 'ledger.figure'),
          text,
          sayingsOf(ledger, notice.id),
        ).map((decided) => ({ ...decided, place: placeIn(paragraphs, decided.finding) })),
      },
    }
  }

  async compare(
    view: NoticeView,
    before: NoticeSide,
    after: NoticeSide,
  ): Promise<Result<readonly ParagraphDifference[], Refusal>> {
    const found = await this.#find(view)
    if (found === null) return err({ type: 'no-notice' })
    const side = async (of: NoticeSide): Promise<Result<NoticeModel, Refusal>> =>
      'sha256' in of
        ? this.#draft(of.sha256)
        : ok(composeNotice(found.ledger, found.notice, { ...found.choices, edition: of.edition }))
    const [a, b] = [await side(before), await side(after)]
    if (!a.ok) return a
    return b.ok ? ok(compareNotices(a.value, b.value)) : b
  }

  async withheld(ledgerId: string): Promise<readonly WithheldLine[]> {
    const ledger = await this.#reader.ledger(ledgerId)
    return ledger === null ? [] : withheldTable(ledger)
  }

  async #draft(sha256: string): Promise<Result<NoticeModel, Refusal>> {
    const found = await this.main.invoke('attachment.get', { sha256 })
    if (!found.ok) return found.error.type === 'attachment-missing' ? err({ type: 'draft-missing' }) : err(found.error)
    const text = openKeptText(found.value.bytes, sha256)
    if (text === null) return err({ type: 'draft-damaged' })
    const draft = readDraft(text)
    return draft.ok ? ok(draft.value.model) : draft
  }

  async #find({ ledgerId, noticeId, edition, today }: NoticeView): Promise<Found | null> {
    const ledger = await this.#reader.ledger(ledgerId)
    const notice = ledger?.records.notice.find(({ id }) => id === noticeId)
    if (!ledger || !notice) return null
    const template = findTemplate(notice.template, ledger.records)
    return { ledger, notice, choices: { edition, today, ...(template ? { template } : {}) } }
  }
}

interface Found {
  readonly ledger: Ledger
  readonly notice: Notice
  readonly choices: ComposeChoices
}
