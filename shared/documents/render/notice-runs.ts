import { CommentRangeEnd, CommentRangeStart, CommentReference, type IRunOptions, TextRun } from 'docx'
import { printableText } from '../../base/text.ts'
import type { DocumentRun } from '../paper-document.ts'
import type { PlacedComment } from './notice-comments.ts'
import { STYLE } from './notice-styles.ts'

export const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text: printableText(text) })

const lookOf = ({ headingLevel }: DocumentRun): IRunOptions =>
  headingLevel === undefined ? {} : { style: STYLE.headingWords(headingLevel) }

/** A line feed in a run is a break. */
export const breakingRuns = (runs: readonly DocumentRun[]): readonly TextRun[] =>
  runs.flatMap((own) => own.text.split('\n').map((text, i) => run(text, { ...lookOf(own), ...(i === 0 ? {} : { break: 1 }) })))

type Piece = TextRun | CommentRangeStart | CommentRangeEnd

/** Runs with the beginnings and ends of comments exactly where their words begin and end. */
export const commentedRuns = (runs: readonly DocumentRun[], comments: readonly PlacedComment[]): readonly Piece[] => {
  const isRunIn = runs.some(({ headingLevel }) => headingLevel !== undefined)
  const left = new Set(comments)
  const pieces = runs.flatMap((own): readonly Piece[] => {
    // A heading that stands alone is `text` of its line; only one that runs on is apart from it.
    const of = isRunIn && own.headingLevel !== undefined ? 'heading' : 'text'
    const meant = comments.filter((comment) => comment.of === of && comment.start <= own.text.length)
    for (const comment of meant) left.delete(comment)
    const here = meant.map((comment) => wholeCharacters(own.text, comment))
    const cuts = [...new Set([0, own.text.length, ...here.flatMap(({ start, end }) => [start, end])])]
    const places = cuts.sort((a, b) => a - b)
    return places.flatMap((at, i): readonly Piece[] => {
      const next = places[i + 1]
      const ended = here.filter(({ start, end }) => end === at && start < at).flatMap(closing)
      const begun = here
        .filter(({ start }) => start === at)
        .flatMap((comment) => [new CommentRangeStart(comment.id), ...(comment.end <= at ? closing(comment) : [])])
      return [...ended, ...begun, ...(next === undefined ? [] : [run(own.text.slice(at, next), lookOf(own))])]
    })
  })
  // What lies beyond the words of its line is told at the end of it.
  return [...pieces, ...[...left].flatMap((comment) => [new CommentRangeStart(comment.id), ...closing(comment)])]
}

/** Within the text, and never between the halves of a character (𠮷): a half alone cannot be written, so that it would be lost. */
const wholeCharacters = (text: string, comment: PlacedComment): PlacedComment => {
  const within = (at: number): number => Math.min(Math.max(at, 0), text.length)
  const splits = (at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))
  const [start, end] = [within(comment.start), within(comment.end)]
  return { ...comment, start: splits(start) ? start - 1 : start, end: splits(end) ? end + 1 : end }
}

const closing = ({ id }: PlacedComment): readonly Piece[] => [
  new CommentRangeEnd(id),
  new TextRun({ children: [new CommentReference(id)] }),
]
