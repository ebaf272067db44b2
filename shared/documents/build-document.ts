import { printChineseDate } from '../base/plain-date.ts'
import { ATTACHED_WORDS } from '../messages/notice-paper.ts'
import type { ModelAttachment, NoticeLine, NoticeModel, NoticePaper, NoticeTable } from '../notice/model.ts'
import type {
  DocumentBlock,
  DocumentParagraph,
  DocumentSection,
  DocumentTable,
  PaperDocument,
  ParagraphStyle,
} from './paper-document.ts'
import { titleLines } from './title-lines.ts'

/** What of a notice is printed, whoever has its words: `date` as it is written, empty for none. */
export interface PrintedText extends Pick<NoticeModel, 'head' | 'title' | 'lines' | 'signature' | 'annotations' | 'paper'> {
  readonly date: string
}

/** A notice on paper: what Word, the page view and the PDF are made of. */
export const noticeDocument = (model: NoticeModel): PaperDocument =>
  printedDocument({ ...model, date: model.signedOn === null ? '' : printChineseDate(model.signedOn) })

/** The same of words that come from no model: of the sheet a notice is written on. */
export const printedDocument = (model: PrintedText): PaperDocument => {
  const { paper } = model
  const head = [...redHead(paper), ...model.head.map((text) => aParagraph('head', text)), ...titleBlocks(model)]
  const text = textBlocks(model)
  const attachments = paper?.attachments ?? []
  // The contents stand behind the title; the text begins on the page behind them.
  const first: readonly DocumentSection[] = paper?.contents
    ? [portrait([...head, ...contentsBlocks(model)]), portrait(text)]
    : [portrait([...head, ...text])]
  const signatures = model.signature?.split('\n') ?? []
  return {
    title: model.title ?? '',
    creator: signatures.join('、'),
    sections: [...first, ...attachments.map((attachment, i) => attachmentSection(attachment, i + 1, attachments.length))],
    imprint: imprintOf(paper),
    sealed: paper?.sealed === true,
  }
}

const portrait = (blocks: readonly DocumentBlock[]): DocumentSection => ({ direction: 'portrait', blocks })

const aParagraph = (style: ParagraphStyle, text: string, more: Partial<DocumentParagraph> = {}): DocumentParagraph => ({
  kind: 'paragraph',
  style,
  runs: text === '' ? [] : [{ text }],
  keepNext: false,
  line: null,
  ...more,
})

const redHead = (paper: NoticePaper | undefined): readonly DocumentBlock[] => {
  const head = paper?.redHead
  if (!head) return []
  const above = (['copyNumber', 'secrecy', 'urgency'] as const).flatMap((name) =>
    head[name] === '' ? [] : [aParagraph(name === 'copyNumber' ? 'copy-number' : name, head[name])],
  )
  const signer = head.signer === '' ? '' : ATTACHED_WORDS.signer(head.signer)
  const { issuerMark, documentNumber } = head
  const isMarked = issuerMark !== '' || documentNumber !== '' || signer !== ''
  // The title stands two lines below the red line (7.3.1).
  const below = [aParagraph('blank', ''), aParagraph('blank', '')]
  return [...above, ...(isMarked ? [{ kind: 'red-head', issuerMark, documentNumber, signer } as const, ...below] : [])]
}

const titleBlocks = ({ title }: PrintedText): readonly DocumentBlock[] =>
  title === null ? [] : [aParagraph('title', titleLines(title).join('\n')), aParagraph('blank', '')]

const contentsBlocks = ({ lines }: PrintedText): readonly DocumentBlock[] => [
  aParagraph('toc-title', ATTACHED_WORDS.contents),
  aParagraph('blank', ''),
  {
    kind: 'contents',
    entries: lines.flatMap((line, i) =>
      line.kind === 'heading' && line.level <= CONTENTS_LEVELS ? [{ level: line.level, text: line.text, line: i }] : [],
    ),
  },
]

/** 一、 and （一）: problems themselves would make the contents as long as the text. */
const CONTENTS_LEVELS = 2

const textBlocks = (model: PrintedText): readonly DocumentBlock[] => {
  const { paper, signature, date, annotations } = model
  const isSigned = signature !== null
  const listed = attachmentList(paper?.attachments ?? [])
  const isEnd = (i: number): boolean => isSigned && listed.length === 0 && i === model.lines.length - 1
  return [
    ...(paper?.addressee ? [aParagraph('addressee', `${paper.addressee.replace(/[：:]$/, '')}：`)] : []),
    ...model.lines.map((line, i) => ofLine(line, i, isEnd(i))),
    ...listed.map((paragraph, i) => ({ ...paragraph, keepNext: isSigned && i === listed.length - 1 })),
    ...(isSigned || date !== '' ? [aParagraph('blank', '', { keepNext: true })] : []),
    ...(signature?.split('\n') ?? []).map((text) => aParagraph('signature', text, { keepNext: true })),
    ...(date === '' ? [] : [aParagraph('date', date)]),
    ...annotations.flatMap((text) => [aParagraph('blank', ''), aParagraph('annotation', text)]),
  ]
}

/** A web or mail address cannot be broken: set flush, it would tear the line before it apart. */
const UNBREAKABLE = /[!-~]{12,}/

const ofLine = (line: NoticeLine, index: number, keepNext: boolean): DocumentParagraph => {
  const level = line.kind === 'paragraph' ? 1 : (Math.min(line.level, 4) as 1 | 2 | 3 | 4)
  if (line.kind === 'heading') return aParagraph(`heading-${level}`, line.text, { keepNext, line: index })
  if (line.kind === 'paragraph')
    return aParagraph(UNBREAKABLE.test(line.text) ? 'body-left' : 'body', line.text, { keepNext, line: index })
  const runs = [{ text: line.heading, headingLevel: level }, ...(line.text === '' ? [] : [{ text: line.text }])]
  return aParagraph('body', '', { runs, keepNext, line: index })
}

/** 附件说明 one blank line below the text (7.3.4): a lone attachment has no number. */
const attachmentList = (attachments: readonly ModelAttachment[]): readonly DocumentParagraph[] => {
  const { attachments: word } = ATTACHED_WORDS
  if (attachments.length === 0) return []
  const [only] = attachments
  const texts =
    attachments.length === 1
      ? [`${word}：${only?.title ?? ''}`]
      : attachments.map(({ title }, i) => `${i === 0 ? `${word}：` : '　　　'}${i + 1}.${title}`)
  return [aParagraph('blank', ''), ...texts.map((text) => aParagraph('attachment-list', text))]
}

const isTable = (content: ModelAttachment['content']): content is NoticeTable => 'columns' in content

/** Begins on a page of its own: 附件1 in the first line, its title in the third (7.3.8). A wide table lies on its side. */
const attachmentSection = ({ title, content }: ModelAttachment, number: number, count: number): DocumentSection => {
  const mark = `${ATTACHED_WORDS.attachments}${count === 1 ? '' : number}`
  const begin = [
    aParagraph('attachment-mark', mark),
    aParagraph('blank', ''),
    aParagraph('attachment-title', titleLines(title).join('\n')),
    aParagraph('blank', ''),
  ]
  if (!isTable(content)) return portrait([...begin, ...content.map((text) => aParagraph('body', text))])
  const isWide = content.columns.length > PORTRAIT_COLUMNS
  return { direction: isWide ? 'landscape' : 'portrait', blocks: [...begin, tableOf(content)] }
}

const PORTRAIT_COLUMNS = 4

/** Cells that nobody fills reach down from the one above. */
const tableOf = ({ columns, rows }: NoticeTable): DocumentTable => ({
  kind: 'table',
  columns,
  rows: rows.map((row, r) =>
    row.map((text, c) => {
      if (text === null && r > 0) return null
      let span = 1
      while (rows[r + span]?.[c] === null) span += 1
      return { text: text ?? '', span }
    }),
  ),
})

const imprintOf = (paper: NoticePaper | undefined): PaperDocument['imprint'] => {
  const imprint = paper?.imprint
  if (!imprint) return null
  const { copyTo, printedBy, printedOn } = imprint
  return {
    copyTo: copyTo === '' ? '' : ATTACHED_WORDS.copyTo(copyTo),
    printedBy,
    printedOn: printedOn === null ? '' : ATTACHED_WORDS.printedOn(printChineseDate(printedOn)),
  }
}
