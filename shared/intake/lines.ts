import { foldWidth } from '../base/text.ts'

/** One line that says something: trimmed text, its folded form of the same length, and where it stands in the source. */
export interface SourceLine {
  readonly text: string
  /** foldWidth(text): what patterns are matched against. Offsets into it are offsets into `text`. */
  readonly folded: string
  /** UTF-16 offsets into the whole source. */
  readonly start: number
  readonly end: number
}

/** The lines of a text; blank ones are left out. Ideographic and no-break spaces at the ends count as blank. */
export const splitLines = (source: string): readonly SourceLine[] => {
  const lines: SourceLine[] = []
  for (const match of source.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const lead = /^[\s\u200b\ufeff]*/.exec(match[0])?.[0].length ?? 0
    const text = withoutTrailingBlanks(match[0].slice(lead))
    if (text === '') continue
    const start = match.index + lead
    lines.push({ text, folded: foldWidth(text), start, end: start + text.length })
  }
  return lines
}

/** A part of a line from `from` (an offset into its text), trimmed. */
export const restOfLine = (line: SourceLine, from: number): SourceLine => {
  const lead = /^\s*/.exec(line.text.slice(from))?.[0].length ?? 0
  return sliceLine(line, from + lead, line.text.length)
}

export const sliceLine = (line: SourceLine, from: number, to: number): SourceLine => {
  const text = line.text.slice(from, to).trimEnd()
  return {
    text,
    folded: line.folded.slice(from, from + text.length),
    start: line.start + from,
    end: line.start + from + text.length,
  }
}

/** By hand: a pattern for blanks at the end tries each run of blanks in the middle, which is quadratic for a line full of them. */
const withoutTrailingBlanks = (text: string): string => {
  let end = text.length
  while (end > 0 && /[\s\u200b\ufeff]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
