import { CommentRangeEnd, CommentRangeStart, CommentReference, type IRunOptions, TextRun } from 'docx'
import { printableText } from '../../base/text.ts'
import type { DocumentRun } from '../notice-document.ts'
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
    const here = comments.filter((comment) => comment.of === of && comment.start <= own.text.length)
    for (const comment of here) left.delete(comment)
    const cuts = [...new Set([0, own.text.length, ...here.flatMap(({ start, end }) => [start, Math.min(end, own.text.length)])])]
    const places = cuts.filter((at) => at >= 0 && at <= own.text.length).sort((a, b) => a - b)
    return places.flatMap((at, i): readonly Piece[] => {
      const next = places[i + 1]
      const ended = here.filter(({ end }) => Math.min(end, own.text.length) === at).flatMap(closing)
      const begun = here.filter(({ start }) => start === at).map(({ id }) => new CommentRangeStart(id))
      return [...ended, ...begun, ...(next === undefined ? [] : [run(own.text.slice(at, next), lookOf(own))])]
    })
  })
  // What lies beyond the words of its line is told at the end of it.
  return [...pieces, ...[...left].flatMap((comment) => [new CommentRangeStart(comment.id), ...closing(comment)])]
}

const closing = ({ id }: PlacedComment): readonly Piece[] => [
  new CommentRangeEnd(id),
  new TextRun({ children: [new CommentReference(id)] }),
]
