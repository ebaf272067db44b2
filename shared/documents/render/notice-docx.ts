import { Bookmark, Document, DocumentGridType, InternalHyperlink, Packer, Paragraph, Tab, type Table, TextRun } from 'docx'
import type { PlainDate } from '../../base/plain-date.ts'
import { emWidth, printableText } from '../../base/text.ts'
import type { NoticeModel } from '../../notice/model.ts'
import { noticeDocument } from '../build-document.ts'
import { pagesOfLines } from '../pages/laid-page.ts'
import { TIMES_IN_WORD } from '../pages/latin-measure.ts'
import { layOutPages } from '../pages/lay-out-pages.ts'
import type { DocumentBlock, DocumentContents, DocumentParagraph, DocumentSection, PaperDocument } from '../paper-document.ts'
import { signatureIndents } from '../signature-indents.ts'
import { finishDocx } from './docx-package.ts'
import { formOf } from './form-table.ts'
import { imprintTable, redHeadParagraphs, tableOf } from './notice-blocks.ts'
import { commentParts, fixedCommentDates, type NoticeComment, type PlacedComment, placedComments } from './notice-comments.ts'
import { pageFooters } from './notice-footers.ts'
import { DEFAULT_FONTS, type NoticeFonts, type NoticeProfile, PAGE } from './notice-layout.ts'
import { breakingRuns, commentedRuns, run } from './notice-runs.ts'
import { noticeFontTable, noticeSettings, noticeStyles, STYLE, styleOf } from './notice-styles.ts'

export interface NoticeDocxOptions {
  readonly profile: NoticeProfile
  readonly fonts?: NoticeFonts
  /** Findings as comments of Word, beside the words they speak of. */
  readonly comments?: readonly NoticeComment[]
}

/** Renders a notice as a Word document in the format of GB/T 9704-2012. The same model gives the same bytes. */
export const renderNoticeDocx = (model: NoticeModel, options: NoticeDocxOptions): Promise<Uint8Array> =>
  renderPaperDocx(noticeDocument(model), model.signedOn ?? model.cutoff, options)

/** The same of any paper that is laid out; `on` is the day the file says it was made. */
export const renderPaperDocx = async (plan: PaperDocument, on: PlainDate, options: NoticeDocxOptions): Promise<Uint8Array> => {
  const fonts = options.fonts ?? DEFAULT_FONTS
  const comments = placedComments(options.comments ?? [])
  const pages = plan.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'contents'))
    ? pagesOfLines(layOutPages(plan, TIMES_IN_WORD))
    : new Map<number, number>()
  const listed = new Set(pages.size === 0 ? [] : plan.sections.flatMap(({ blocks }) => blocks.flatMap(listedLines)))
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    ...(comments.length === 0 ? {} : { comments: commentParts(comments) }),
    sections: plan.sections.map(({ direction, blocks }, i) => ({
      properties: { page: pageOf(direction), grid: gridOf(options.profile) },
      footers: pageFooters(direction),
      children: [
        ...blocks.flatMap((block) => children(block, { direction, comments, pages, listed })),
        ...(i === plan.sections.length - 1 && plan.imprint ? imprintTable(plan.imprint, blocks.at(-1)?.kind === 'table') : []),
      ],
    })),
  })
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document))
  return finishDocx(
    bytes,
    {
      'word/styles.xml': noticeStyles(fonts, options.profile, indentsOf(plan)),
      'word/settings.xml': noticeSettings(),
      'word/fontTable.xml': noticeFontTable(fonts),
    },
    { title: printableText(plan.title), creator: printableText(plan.creator), on },
    {
      'word/document.xml': numberedBookmarks,
      'word/comments.xml': (xml) => fixedCommentDates(xml, on),
    },
  )
}

interface Setting {
  readonly direction: DocumentSection['direction']
  readonly comments: readonly PlacedComment[]
  /** The page each line of the model begins on, for the contents. */
  readonly pages: ReadonlyMap<number, number>
  /** Lines that the contents point to. */
  readonly listed: ReadonlySet<number>
}

const listedLines = (block: DocumentBlock): readonly number[] =>
  block.kind === 'contents' ? block.entries.map(({ line }) => line) : []

const children = (block: DocumentBlock, setting: Setting): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block, setting)]
    case 'red-head':
      return redHeadParagraphs(block)
    case 'table':
      // Word wants a paragraph behind a table: one of full height would be an empty page of its own behind a full one.
      return [tableOf(block, setting.direction), new Paragraph({ style: STYLE.anchor })]
    case 'form':
      return [formOf(block, setting.direction), new Paragraph({ style: STYLE.anchor })]
    case 'contents':
      return contentsParagraphs(block, setting)
  }
}

const paragraphOf = (block: DocumentParagraph, { comments, listed }: Setting): Paragraph => {
  const { style, runs, keepNext, line } = block
  const own = line === null ? [] : comments.filter((comment) => comment.line === line)
  const words = own.length > 0 ? commentedRuns(runs, own) : breakingRuns(runs)
  return new Paragraph({
    style: styleOf(style),
    ...(keepNext ? { keepNext } : {}),
    children:
      line !== null && listed.has(line) ? [new Bookmark({ id: bookmarkOf(line), children: [...words] as TextRun[] })] : words,
  })
}

const bookmarkOf = (line: number): string => `_Toc${String(line + 1).padStart(6, '0')}`

/** Page numbers are text: Word asks nobody whether to bring fields up to date. */
const contentsParagraphs = ({ entries }: DocumentContents, { pages }: Setting): readonly Paragraph[] =>
  entries.map(
    ({ level, text, line }) =>
      new Paragraph({
        style: STYLE.contents(level),
        children: [
          new InternalHyperlink({
            anchor: bookmarkOf(line),
            children: [run(text), new TextRun({ children: [new Tab()] }), run(String(pages.get(line) ?? ''))],
          }),
        ],
      }),
  )

/** The library numbers bookmarks through its whole life: they are counted anew, so that the same model gives the same bytes. */
const numberedBookmarks = (xml: string): string => {
  const ids = new Map<string, number>()
  return xml.replace(/(<w:bookmark(?:Start|End) [^>]*?w:id=")([^"]*)(")/g, (_, before: string, id: string, behind: string) => {
    const number = ids.get(id) ?? ids.size + 1
    ids.set(id, number)
    return `${before}${number}${behind}`
  })
}

const pageOf = (direction: 'portrait' | 'landscape') => {
  // On its side a page keeps its margins to the paper's edges: what is the top of the sheet lies at the right.
  const { width, height, top, bottom, left, right, header, footer } = PAGE
  const upright = { top, bottom, left, right }
  const turned = { top: left, bottom: right, left: bottom, right: top }
  return {
    size: { width, height, orientation: direction },
    margin: { ...(direction === 'portrait' ? upright : turned), header, footer, gutter: 0 },
  }
}

const gridOf = (profile: NoticeProfile) =>
  profile === 'word'
    ? { type: DocumentGridType.LINES_AND_CHARS, linePitch: PAGE.linePitch, charSpace: PAGE.charSpace }
    : { type: DocumentGridType.LINES, linePitch: PAGE.linePitch }

/** The longest signature and the last date: one style holds for all of a document. */
const indentsOf = (plan: PaperDocument) => {
  const textsOf = (style: DocumentParagraph['style']): readonly string[] =>
    plan.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph' && block.style === style ? [block.runs.map(({ text }) => text).join('')] : [],
      ),
    )
  const longest = textsOf('signature').reduce((a, b) => (emWidth(b) > emWidth(a) ? b : a), '')
  return signatureIndents(longest, textsOf('date').at(-1) ?? '', plan.sealed)
}
