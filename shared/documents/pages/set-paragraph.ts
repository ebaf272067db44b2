import type { DocumentRun } from '../paper-document.ts'
import { breakLines } from './break-lines.ts'
import type { LinePiece, SetLine } from './laid-page.ts'
import type { LatinMeasure } from './latin-measure.ts'
import { HEADING_FONTS, type ParagraphLook } from './paragraph-looks.ts'

/** The lines of a paragraph, wherever on a page they will stand, with how far each is indented. */
export interface SetParagraph {
  readonly lines: readonly SetLine[]
  readonly lefts: readonly number[]
}

/** `style` is the paragraph's, or a name of what else is set; `rightIndent` in ems. No words are one empty line. */
export const setRuns = (
  runs: readonly DocumentRun[],
  style: string,
  look: ParagraphLook,
  blockWidth: number,
  rightIndent: number,
  measure: LatinMeasure,
): SetParagraph => {
  const spacing = look.isOnGrid ? measure.spacing : 0
  const em = look.size + spacing
  const left = look.indent * em
  const width = blockWidth - left - rightIndent * em
  const firstLeft = look.firstIndent * em
  const text = runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('')
  const pieces = piecesOf(runs, style.startsWith('heading'), look)
  const broken = breakLines(text, { size: look.size, spacing, firstWidth: width - firstLeft, width }, measure)
  return {
    lefts: broken.map((_, i) => (i === 0 ? left + firstLeft : left)),
    lines: broken.map(
      ({ start, end, natural, hang, isLast }, i): SetLine => ({
        size: look.size,
        height: look.height,
        width: i === 0 ? width - firstLeft : width,
        natural,
        hang,
        spacing,
        align: look.align === 'justify' && isLast ? 'left' : look.align,
        pieces: cut(pieces, start, end),
      }),
    ),
  }
}

interface PieceOfParagraph extends LinePiece {
  /** Where it begins in the whole text of the paragraph. */
  readonly at: number
}

const piecesOf = (runs: readonly DocumentRun[], isHeading: boolean, look: ParagraphLook): readonly PieceOfParagraph[] => {
  let at = 0
  const counted = { text: 0, heading: 0 }
  return runs.map(({ text, headingLevel }) => {
    // A heading alone on its line is the text of its line; one that runs on stands in `heading`.
    const of = headingLevel !== undefined && !isHeading ? 'heading' : 'text'
    const piece: PieceOfParagraph = {
      at,
      text,
      of,
      font: headingLevel === undefined ? look.font : HEADING_FONTS[headingLevel],
      start: counted[of],
      end: counted[of] + text.length,
    }
    at += text.length
    counted[of] += text.length
    return piece
  })
}

const cut = (pieces: readonly PieceOfParagraph[], start: number, end: number): readonly LinePiece[] => {
  const found: LinePiece[] = []
  for (const { at, text, font, of, start: origin } of pieces) {
    const [from, to] = [Math.max(start, at) - at, Math.min(end, at + text.length) - at]
    if (from < to) found.push({ text: text.slice(from, to), font, of, start: origin + from, end: origin + to })
  }
  return found
}
