import { fillPattern } from '../domain/heading-pattern.ts'

/** Where words of a notice are kept: what a person types there is written back there. */
export interface WordSource {
  readonly kind: 'problem' | 'measure' | 'progress' | 'outlineNode' | 'noticeBlock' | 'noticeEntry' | 'notice'
  /** Null: an entry of the notice that nobody has made yet. */
  readonly id: string | null
  /** The problem whose document the record lives in; null for what lives with the outline or the notice. */
  readonly problemId: string | null
  readonly field: string
  /** One paragraph, whatever is typed: a heading. */
  readonly isLine: boolean
  /** Nobody has written it yet: it is composed from measures and progress, and becomes a text of its own with the first change. */
  readonly isDraft: boolean
}

/** A stretch of a line: words of a record as they stand there (tokens in place), or words the program composes (`source` null). */
export interface Piece {
  readonly text: string
  readonly source: WordSource | null
}

export type Words = readonly Piece[]

/** Words the program composes. */
export const composed = (text: string): Words => (text === '' ? [] : [{ text, source: null }])

type Told = Pick<WordSource, 'kind' | 'id' | 'field'> & Partial<WordSource>

/** Words of a record. */
export const keptIn = (text: string, source: Told): Words => [
  { text, source: { problemId: null, isLine: false, isDraft: false, ...source } },
]

/** The same, where an empty field is no place anybody looks for. */
export const keptIfAny = (text: string, source: Told): Words => (text === '' ? [] : keptIn(text, source))

/** A heading made by a pattern around the statement of a problem; without the slot all of it is composed. */
export const patternWords = (pattern: string, statement: string, status: string, source: Told): Words => {
  const [before = '', behind] = fillPattern(pattern, SLOT, status).split(SLOT)
  if (behind === undefined) return composed(before)
  return [...composed(before), ...keptIn(statement, { ...source, isLine: true }), ...composed(behind)]
}

const SLOT = '\u0000'

/** Words one after the other, each a paragraph of its own. */
export const stacked = (...all: readonly Words[]): Words =>
  all.filter((words) => words.length > 0).flatMap((words, i) => (i === 0 ? words : [...composed('\n'), ...words]))

/** The paragraphs of words: a line feed in any of them ends one. */
export const paragraphsOf = (words: Words): readonly Words[] => {
  const paragraphs: Piece[][] = [[]]
  for (const { text, source } of words) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) paragraphs.push([])
      if (part !== '' || source !== null) paragraphs.at(-1)?.push({ text: part, source })
    })
  }
  return paragraphs.filter((pieces) => pieces.length > 0)
}

export const printedWords = (words: Words): string => words.map(({ text }) => text).join('')
