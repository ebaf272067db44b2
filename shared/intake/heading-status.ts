import { STATEMENT_SLOT, STATUS_SLOT } from '../domain/heading-pattern.ts'
import { parseStatusPhrase, type StatusPhrase } from '../domain/status-phrase.ts'
import { type SourceLine, sliceLine } from './lines.ts'

/** A heading or statement with a status in brackets beside it: （已完成）… or …（完成并长期坚持）. */
export interface HeadingWithStatus {
  /** What stands without the bracket. */
  readonly line: SourceLine
  /** The bracket's place: `（{status}）{statement}`. */
  readonly pattern: string
  readonly words: string
  readonly phrase: StatusPhrase
}

/** Takes a status in brackets off the beginning or the end of a heading; null where there is none. */
export const takeHeadingStatus = (line: SourceLine, year: number | null): HeadingWithStatus | null => {
  for (const [pattern, isLead] of BRACKETS) {
    const match = pattern.exec(line.folded)
    const words = match ? line.text.slice(match.index + 1, match.index + 1 + (match[1]?.length ?? 0)) : ''
    const phrase = match ? parseStatusPhrase(words, year) : null
    if (!match || !phrase || match[0].length >= line.text.length) continue
    const [open, close] = [line.text[match.index], line.text[match.index + words.length + 1]]
    const slot = `${open}${STATUS_SLOT}${close}`
    const rest = isLead ? sliceLine(line, match[0].length, line.text.length) : sliceLine(line, 0, match.index)
    return { line: rest, words, phrase, pattern: isLead ? slot + STATEMENT_SLOT : STATEMENT_SLOT + slot }
  }
  return null
}

const BRACKETS: readonly (readonly [RegExp, boolean])[] = [
  [/^[([【]([^()[\]【】]{2,24})[)\]】]\s*/, true],
  [/[([【]([^()[\]【】]{2,24})[)\]】]。?$/, false],
]
