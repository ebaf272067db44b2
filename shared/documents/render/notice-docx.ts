import { Document, DocumentGridType, Footer, type IRunOptions, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { printChineseDate } from '../../base/plain-date.ts'
import { emWidth, printableText } from '../../base/text.ts'
import type { NoticeLine, NoticeModel } from '../../notice/model.ts'
import { signatureIndents } from '../signature-indents.ts'
import { titleLines } from '../title-lines.ts'
import { finishDocx } from './docx-package.ts'
import { DEFAULT_FONTS, type NoticeFonts, type NoticeProfile, PAGE } from './notice-layout.ts'
import { noticeFontTable, noticeSettings, noticeStyles, STYLE } from './notice-styles.ts'

export interface NoticeDocxOptions {
  readonly profile: NoticeProfile
  readonly fonts?: NoticeFonts
}

/** Renders a notice as a Word document in the format of GB/T 9704-2012. The same model gives the same bytes. */
export const renderNoticeDocx = async (model: NoticeModel, options: NoticeDocxOptions): Promise<Uint8Array> => {
  const fonts = options.fonts ?? DEFAULT_FONTS
  const date = model.signedOn === null ? '' : printChineseDate(model.signedOn)
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: pageOf(), grid: gridOf(options.profile) },
        footers: { default: pageNumberFooter(STYLE.pageOdd), even: pageNumberFooter(STYLE.pageEven) },
        children: [
          ...model.head.map((line) => paragraph(STYLE.head, line)),
          ...titleParagraphs(model.title),
          ...bodyParagraphs(model.lines, model.signature !== null),
          ...endParagraphs(model, date),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document))
  return finishDocx(
    bytes,
    {
      'word/styles.xml': noticeStyles(fonts, options.profile, signatureIndents(longest(signatories(model.signature)), date)),
      'word/settings.xml': noticeSettings(),
      'word/fontTable.xml': noticeFontTable(fonts),
    },
    {
      title: printableText(model.title ?? ''),
      creator: printableText(signatories(model.signature).join('、')),
      on: model.signedOn ?? model.cutoff,
    },
  )
}

const pageOf = () => ({
  size: { width: PAGE.width, height: PAGE.height },
  margin: {
    top: PAGE.top,
    bottom: PAGE.bottom,
    left: PAGE.left,
    right: PAGE.right,
    header: PAGE.header,
    footer: PAGE.footer,
    gutter: 0,
  },
})

const gridOf = (profile: NoticeProfile) =>
  profile === 'word'
    ? { type: DocumentGridType.LINES_AND_CHARS, linePitch: PAGE.linePitch, charSpace: PAGE.charSpace }
    : { type: DocumentGridType.LINES, linePitch: PAGE.linePitch }

const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text: printableText(text) })

const paragraph = (style: string, text: string, keepNext = false): Paragraph =>
  new Paragraph({ style, ...kept(keepNext), children: text === '' ? [] : [run(text)] })

const kept = (keepNext: boolean) => (keepNext ? { keepNext } : {})

/** A web or mail address cannot be broken: set flush, it would tear the line before it apart. */
const UNBREAKABLE = /[!-~]{12,}/

const titleParagraphs = (title: string | null): readonly Paragraph[] => {
  if (title === null) return []
  const lines = titleLines(title).map((line, i) => run(line, i === 0 ? {} : { break: 1 }))
  return [new Paragraph({ style: STYLE.title, children: lines }), paragraph(STYLE.blank, '')]
}

/** The last paragraph is kept with the signature, so that the signature never stands alone on a page. */
const bodyParagraphs = (lines: readonly NoticeLine[], isSigned: boolean): readonly Paragraph[] =>
  lines.map((line, i) => lineParagraph(line, isSigned && i === lines.length - 1))

const lineParagraph = (line: NoticeLine, keepNext: boolean): Paragraph => {
  switch (line.kind) {
    case 'heading':
      return paragraph(STYLE.heading(line.level), line.text, keepNext)
    case 'paragraph':
      return paragraph(UNBREAKABLE.test(line.text) ? STYLE.bodyLeft : STYLE.body, line.text, keepNext)
    case 'run-in':
      return new Paragraph({
        style: STYLE.body,
        ...kept(keepNext),
        children: [run(line.heading, { style: STYLE.headingWords(line.level) }), ...(line.text === '' ? [] : [run(line.text)])],
      })
  }
}

const endParagraphs = (model: NoticeModel, date: string): readonly Paragraph[] => [
  ...(model.signature === null && date === '' ? [] : [paragraph(STYLE.blank, '', true)]),
  ...signatories(model.signature).map((party) => paragraph(STYLE.signature, party)),
  ...(date === '' ? [] : [paragraph(STYLE.date, date)]),
  ...model.annotations.flatMap((text) => [paragraph(STYLE.blank, ''), paragraph(STYLE.annotation, text)]),
]

/** Each party that signs, on a line of its own. */
const signatories = (signature: string | null): readonly string[] => signature?.split('\n') ?? []

const longest = (lines: readonly string[]): string => lines.reduce((a, b) => (emWidth(b) > emWidth(a) ? b : a), '')

/** — 1 — in 4 号 宋体 (7.5). */
const pageNumberFooter = (style: string): Footer =>
  new Footer({
    children: [new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
  })
