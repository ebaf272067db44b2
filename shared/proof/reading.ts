import type { PlainDate } from '../base/plain-date.ts'
import { foldWidth } from '../base/text.ts'
import { type Mark, readMark } from '../domain/numbering.ts'
import { feedbackDateOf, signedDateOf } from './dates.ts'
import { chineseCountsIn, type NumberInText, numbersIn } from './numbers.ts'

/** A piece of a paragraph: UTF-16 offsets into it. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** One paragraph, read once for all rules. */
export interface ParagraphReading {
  readonly text: string
  /** The same with half-width digits and marks; one unit for one. */
  readonly folded: string
  readonly numbers: readonly NumberInText[]
  /** The outline mark it begins with. */
  readonly mark: Mark | null
  /** Ended by 。！？ or the paragraph's end; the stop belongs to it. */
  readonly sentences: readonly Piece[]
  /** Pairs of round brackets, and of 〔〕 inside them; from the opening bracket to behind the closing one. */
  readonly brackets: readonly Piece[]
}

/** A text as the rules see it. */
export interface Reading {
  readonly text: string
  readonly paragraphs: readonly { readonly reading: ParagraphReading; readonly start: number }[]
  /** 成文日期; null where the text is not signed. */
  readonly signedOn: PlainDate | null
  /** The day the findings were fed back, as the text tells it. */
  readonly feedbackOn: PlainDate | null
}

/** Paragraphs that were read before, by their words. One set serves one text that is being written. */
export type KnownParagraphs = Map<string, ParagraphReading>

/** Reads a text. What `known` holds of paragraphs that are gone is forgotten. */
export const readProofText = (text: string, known: KnownParagraphs = new Map()): Reading => {
  const paragraphs: { reading: ParagraphReading; start: number }[] = []
  let start = 0
  for (const words of text.split('\n')) {
    paragraphs.push({ reading: known.get(words) ?? readParagraph(words), start })
    start += words.length + 1
  }
  known.clear()
  for (const { reading } of paragraphs) known.set(reading.text, reading)
  const folded = paragraphs.map(({ reading }) => reading.folded)
  return { text, paragraphs, signedOn: signedDateOf(folded), feedbackOn: feedbackDateOf(folded) }
}

const readParagraph = (text: string): ParagraphReading => {
  const folded = foldWidth(text)
  const sentences = piecesBy(folded, /[。!?]/g)
  return {
    text,
    folded,
    numbers: countsIn(text, sentences),
    mark: readMark(folded.trimStart()),
    sentences,
    brackets: bracketsOf(folded),
  }
}

/** A sentence that counts in Chinese numerals only is read so; beside digits they are words (四个意识). */
const countsIn = (text: string, sentences: readonly Piece[]): readonly NumberInText[] => {
  const digits = numbersIn(text)
  const chinese = chineseCountsIn(text)
  if (chinese.length < 2) return digits
  const written = sentences.flatMap((sentence) => {
    if (digits.some(({ start, unit }) => isWithin(start, sentence) && unit !== '' && unit !== '%')) return []
    const own = chinese.filter(({ start }) => isWithin(start, sentence))
    // 一次, 一个 alone are hardly ever counts.
    return own.filter(({ value }) => value !== '1').length < 2 ? [] : own
  })
  return written.length === 0 ? digits : [...digits, ...written].sort((a, b) => a.start - b.start)
}

/** Pieces that end with what the pattern finds. */
export const piecesBy = (folded: string, stop: RegExp): readonly Piece[] => {
  const pieces: Piece[] = []
  let start = 0
  for (const match of folded.matchAll(stop)) {
    const end = match.index + match[0].length
    pieces.push({ start, end })
    start = end
  }
  return start < folded.length ? [...pieces, { start, end: folded.length }] : pieces
}

/** Inside round brackets 〔〕 stand for the inner ones. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  [')', '('],
  ['〕', '〔'],
])

const bracketsOf = (folded: string): readonly Piece[] => {
  const found: Piece[] = []
  const waiting: number[] = []
  for (let i = 0; i < folded.length; i += 1) {
    const c = folded[i] ?? ''
    if (c === '(' || (c === '〔' && waiting.length > 0)) waiting.push(i)
    const opening = CLOSING.get(c)
    if (opening === undefined || folded[waiting.at(-1) ?? -1] !== opening) continue
    const start = waiting.pop()
    if (start !== undefined) found.push({ start, end: i + 1 })
  }
  return found.sort((a, b) => a.start - b.start)
}

export const isWithin = (at: number, { start, end }: Piece): boolean => at >= start && at < end

/** The numbers of a piece, those inside brackets of its own left out where asked. */
export const numbersOf = (paragraph: ParagraphReading, piece: Piece, withBrackets: boolean): readonly NumberInText[] => {
  const inner = paragraph.brackets.filter(
    ({ start, end }) => start >= piece.start && end <= piece.end && end - start < piece.end - piece.start,
  )
  return paragraph.numbers.filter(
    ({ start }) => isWithin(start, piece) && (withBrackets || !inner.some((bracket) => isWithin(start, bracket))),
  )
}
