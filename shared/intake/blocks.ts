import type { NoticePart } from '../domain/records/notice-records.ts'
import type { DraftOf } from '../domain/records/record-kinds.ts'
import type { SourceLine } from './lines.ts'
import type { OutlineItem } from './outline.ts'

/** A block of the notice on its way into the ledger, with the line it came from. */
export interface BlockDraft {
  readonly fields: Omit<DraftOf<'noticeBlock'>, 'id' | 'noticeId' | 'order'>
  readonly line: SourceLine | null
}

export const paragraphBlock = (part: NoticePart, line: SourceLine): BlockDraft => ({
  fields: { part, form: 'paragraph', text: line.text },
  line,
})

export const sectionBlock = (part: NoticePart, item: OutlineItem): BlockDraft => ({
  fields: { part, form: 'section', mark: item.mark.style, heading: item.line.text },
  line: item.line,
})

/** A section that is text and holds no problem: its heading, paragraphs and numbered paragraphs, in order. */
export const textSection = (part: NoticePart, item: OutlineItem): readonly BlockDraft[] => [
  ...(item.body.length > 0 || item.children.length > 0 ? [sectionBlock(part, item)] : [numberedBlock(part, item)]),
  ...item.body.map((line) => paragraphBlock(part, line)),
  ...item.children.flatMap((child) => numberedBlocks(part, child)),
]

const numberedBlocks = (part: NoticePart, item: OutlineItem): readonly BlockDraft[] => [
  numberedBlock(part, item),
  ...item.body.map((line) => paragraphBlock(part, line)),
  ...item.children.flatMap((child) => numberedBlocks(part, child)),
]

const numberedBlock = (part: NoticePart, item: OutlineItem): BlockDraft => {
  const { heading, text } = splitRunIn(item)
  return text === ''
    ? { fields: { part, form: 'heading', mark: item.mark.style, heading }, line: item.line }
    : { fields: { part, form: 'run-in', mark: item.mark.style, heading, text }, line: item.line }
}

/** The longest first sentence that still reads as a heading. */
const LONGEST_HEADING = 60

/**
 * Splits a marked line into its heading and the text that runs on: “(一)深入学习。出台…” → 深入学习 + 出台…. A line of one sentence is a
 * heading when something stands under it or it ends without a stop, and plain text otherwise.
 */
export const splitRunIn = (item: OutlineItem): { readonly heading: string; readonly text: string } => {
  const { text } = item.line
  const stop = text.indexOf('。')
  const hasMore = item.body.length > 0 || item.children.length > 0
  if (stop !== -1 && stop < text.length - 1) {
    return stop <= LONGEST_HEADING ? { heading: text.slice(0, stop), text: text.slice(stop + 1).trim() } : { heading: '', text }
  }
  return hasMore || stop === -1 ? { heading: text, text: '' } : { heading: '', text }
}
