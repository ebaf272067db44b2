import { Paragraph, TextRun } from 'docx'
import type { PlainDate } from '../../base/plain-date.ts'
import { printableText } from '../../base/text.ts'

/** A finding beside the words it speaks of. */
export interface NoticeComment {
  /** Index of the line of the NoticeModel. */
  readonly line: number
  readonly of: 'text' | 'heading'
  /** UTF-16 offsets in that text. */
  readonly start: number
  readonly end: number
  readonly author: string
  readonly message: string
}

export type PlacedComment = NoticeComment & { readonly id: number }

/** Numbered in reading order. */
export const placedComments = (comments: readonly NoticeComment[]): readonly PlacedComment[] =>
  [...comments]
    .map((comment, i) => ({ comment, i }))
    .sort((a, b) => a.comment.line - b.comment.line || a.comment.start - b.comment.start || a.i - b.i)
    .map(({ comment }, id) => ({ ...comment, end: Math.max(comment.end, comment.start), id }))

export const commentParts = (comments: readonly PlacedComment[]) => ({
  children: comments.map(({ id, author, message }) => ({
    id,
    author: printableText(author),
    initials: printableText(author).slice(0, 2),
    children: [new Paragraph({ children: [new TextRun({ text: printableText(message) })] })],
  })),
})

/** The library writes the moment it ran at: the day of the document takes its place, so that the same model gives the same bytes. */
export const fixedCommentDates = (xml: string, on: PlainDate): string =>
  xml.replace(/(<w:comment [^>]*?w:date=")[^"]*(")/g, `$1${on}T00:00:00Z$2`)
