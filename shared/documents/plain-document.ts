import { printChineseDate } from '../base/plain-date.ts'
import type { NoticeLine, NoticeModel } from '../notice/model.ts'
import type { DocumentBlock, DocumentParagraph, NoticeDocument, ParagraphStyle } from './notice-document.ts'
import { titleLines } from './title-lines.ts'

const aParagraph = (style: ParagraphStyle, text: string, more: Partial<DocumentParagraph> = {}): DocumentParagraph => ({
  kind: 'paragraph',
  style,
  runs: [{ text }],
  keepNext: false,
  line: null,
  ...more,
})

const aDocument = (blocks: readonly DocumentBlock[], more: Partial<NoticeDocument> = {}): NoticeDocument => ({
  title: '',
  creator: '',
  sections: [{ direction: 'portrait', blocks }],
  imprint: null,
  sealed: false,
  ...more,
})

const UNBREAKABLE = /[!-~]{12,}/

const ofLine = (line: NoticeLine, index: number, keepNext: boolean): DocumentParagraph => {
  const level = line.kind === 'paragraph' ? 1 : (Math.min(line.level, 4) as 1 | 2 | 3 | 4)
  if (line.kind === 'heading') return aParagraph(`heading-${level}`, line.text, { keepNext, line: index })
  if (line.kind === 'paragraph')
    return aParagraph(UNBREAKABLE.test(line.text) ? 'body-left' : 'body', line.text, { keepNext, line: index })
  const runs = [{ text: line.heading, headingLevel: level }, ...(line.text === '' ? [] : [{ text: line.text }])]
  return aParagraph('body', '', { runs, keepNext, line: index })
}

/** A notice without head, attachments and imprint, as the simplest Word file of it has it. */
export const noticeDocument = (model: NoticeModel): NoticeDocument => {
  const signatures = model.signature?.split('\n') ?? []
  const date = model.signedOn === null ? '' : printChineseDate(model.signedOn)
  const isSigned = model.signature !== null
  return aDocument([
    ...model.head.map((text) => aParagraph('head', text)),
    ...(model.title === null ? [] : [aParagraph('title', titleLines(model.title).join('\n')), aParagraph('blank', '')]),
    ...model.lines.map((line, i) => ofLine(line, i, isSigned && i === model.lines.length - 1)),
    ...(isSigned || date !== '' ? [aParagraph('blank', '', { keepNext: true })] : []),
    ...signatures.map((text) => aParagraph('signature', text, { keepNext: true })),
    ...(date === '' ? [] : [aParagraph('date', date)]),
    ...model.annotations.flatMap((text) => [aParagraph('blank', ''), aParagraph('annotation', text)]),
  ])
}
