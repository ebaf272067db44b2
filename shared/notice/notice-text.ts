import { printChineseDate } from '../base/plain-date.ts'
import type { About, NoticeModel } from './model.ts'

/** One paragraph of a notice as plain text. */
export interface TextParagraph {
  readonly text: string
  /** UTF-16 offset in the whole text. */
  readonly start: number
  /** Index of its line in the model; null for what stands around the lines: title, signature, date. */
  readonly line: number | null
  /** How long the run-in heading before its text is; 0 where it has none. */
  readonly heading: number
  readonly about: About
}

/** A composed notice as the plain text a check reads: a paragraph a line, title and date among them, attachments left out. */
export const noticeText = (model: NoticeModel): { readonly text: string; readonly paragraphs: readonly TextParagraph[] } => {
  const paragraphs: TextParagraph[] = []
  let start = 0
  const add = (text: string, line: number | null = null, heading = 0, about: About = {}): void => {
    paragraphs.push({ text, start, line, heading, about })
    start += text.length + 1
  }
  for (const words of model.head) add(words)
  if (model.title !== null) add(model.title.replace(/\n/g, ''))
  if (model.paper?.addressee) add(model.paper.addressee)
  model.lines.forEach((line, i) => {
    const heading = line.kind === 'run-in' ? line.heading : ''
    add(heading + line.text, i, heading.length, line)
  })
  for (const words of (model.signature ?? '').split('\n')) if (words !== '') add(words)
  if (model.signedOn !== null) add(printChineseDate(model.signedOn))
  for (const words of model.annotations) add(words)
  return { text: paragraphs.map(({ text }) => text).join('\n'), paragraphs }
}
