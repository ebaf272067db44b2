import { emWidth } from '../base/text.ts'
import { CONTINUED } from '../domain/cell-words.ts'
import { MAX_ROW_HEIGHT } from './workbook-model.ts'

/** Height of a wrapped line of 11 pt text (fonts of official documents take 13.5 to 15.5), and the room above and below. */
const LINE_HEIGHT = 15.5
const PADDING = 6

export const MAX_LINES = Math.floor((MAX_ROW_HEIGHT - PADDING) / LINE_HEIGHT)

export const heightOfLines = (lines: number): number => Math.max(1, lines) * LINE_HEIGHT + PADDING

/** How many lines a text takes in a column of so many characters (measured: a Han character counts 2, 1.5 are lost to the margins). */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, paragraph) => sum + Math.max(1, Math.ceil((emWidth(paragraph) * 2 * 1.04) / (width - 1.5))), 0)

/**
 * Cuts a text into pieces that each fit one row of the greatest height, after a stop where there is one; all but the first with （续） before
 * them. Joined, the pieces are the text again: nothing is left out.
 */
export const cutToRows = (text: string, width: number): readonly string[] => {
  const pieces: string[] = []
  let piece = ''
  for (const clause of text.match(/[^。；;\n]*[。；;\n]?/g) ?? []) {
    for (const part of cutLongClause(clause, width)) {
      if (piece !== '' && linesIn((pieces.length > 0 ? CONTINUED : '') + piece + part, width) > MAX_LINES) {
        pieces.push(piece)
        piece = ''
      }
      piece += part
    }
  }
  return piece === '' && pieces.length > 0 ? pieces : [...pieces, piece]
}

/** A clause longer than a whole row is cut by length. */
const cutLongClause = (clause: string, width: number): readonly string[] => {
  if (linesIn(CONTINUED + clause, width) <= MAX_LINES) return [clause]
  const length = Math.max(1, Math.floor(((width - 1.5) / 2.08) * MAX_LINES) - CONTINUED.length)
  return clause.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g')) ?? [clause]
}
