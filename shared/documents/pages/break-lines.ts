import { KIND, kindOf, mayBreakBefore } from './character-kinds.ts'
import type { LatinMeasure } from './latin-measure.ts'

/** A stretch of text that stands on one line. */
export interface BrokenLine {
  readonly start: number
  readonly end: number
  /** Width of its characters without spaces at the end. */
  readonly natural: number
  /** By how much its last stop hangs over the end. */
  readonly hang: number
  /** Is it the last of its paragraph, or does a line feed end it? */
  readonly isLast: boolean
}

export interface LineRoom {
  readonly size: number
  readonly spacing: number
  readonly firstWidth: number
  readonly width: number
}

/** Rounding of widths must not push a character off a full line. */
const TOLERANCE = 0.5

/**
 * Breaks a paragraph into lines: as much on each as it holds, words and numbers whole unless longer than a line, no stop first and no
 * opening bracket last, one stop hanging over the end where the measure allows it. A line feed ends a line and stands on none.
 */
export const breakLines = (text: string, room: LineRoom, measure: LatinMeasure): readonly BrokenLine[] => {
  const lines: BrokenLine[] = []
  let from = 0
  for (;;) {
    const feed = text.indexOf('\n', from)
    const end = feed === -1 ? text.length : feed
    breakStretch(text, from, end, room, measure, lines)
    if (feed === -1) return lines
    from = feed + 1
  }
}

const breakStretch = (
  text: string,
  from: number,
  end: number,
  room: LineRoom,
  measure: LatinMeasure,
  lines: BrokenLine[],
): void => {
  let start = from
  do {
    const width = lines.length === 0 ? room.firstWidth : room.width
    const line = nextLine(text, start, end, width, room, measure)
    lines.push(line)
    start = line.end
  } while (start < end)
}

const nextLine = (text: string, start: number, end: number, width: number, room: LineRoom, measure: LatinMeasure): BrokenLine => {
  const em = room.size + room.spacing
  /** Up to the last place where the line may end, and up to its last character that is no space. */
  let [place, placeWidth] = [-1, 0]
  let [x, inked] = [0, 0]
  let before = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (i > start && mayBreakBefore(text, i, measure.joinsStops)) [place, placeWidth] = [i, inked]
    const gap = measure.gap !== 0 && isGap(before, kind) ? (measure.gap * room.size) / 1000 : 0
    const own = (kind & KIND.joined) !== 0 ? 0 : gap + advanceOf(code, room, em, measure)
    if ((kind & KIND.space) === 0 && x + own > width + TOLERANCE) {
      const canHang = measure.hangs && (kind & KIND.hangs) !== 0 && i > start && x <= width + TOLERANCE
      if (canHang && (i + 1 === end || mayBreakBefore(text, i + 1, measure.joinsStops)))
        return { start, end: i + 1, natural: x + own, hang: x + own - width, isLast: i + 1 === end }
      if (place !== -1) return { start, end: place, natural: placeWidth, hang: 0, isLast: false }
      // Nothing on this line can be parted: it is cut, but never inside a character.
      if (i > start && (kind & KIND.joined) === 0) return { start, end: i, natural: inked, hang: 0, isLast: false }
    }
    x += own
    before = kind
    if ((kind & KIND.space) === 0) inked = x
  }
  return { start, end, natural: inked, hang: 0, isLast: true }
}

const isGap = (before: number, kind: number): boolean =>
  ((before & KIND.letter) !== 0 && (kind & KIND.han) !== 0) || ((before & KIND.han) !== 0 && (kind & KIND.letter) !== 0)

const advanceOf = (code: number, room: LineRoom, em: number, measure: LatinMeasure): number => {
  const latin = code < 0x7f ? measure.advances[code - 0x20] : undefined
  return latin === undefined ? em : (latin * room.size) / 1000 + room.spacing
}

/** Width of a text that stands on one line. */
export const widthOf = (text: string, size: number, spacing: number, measure: LatinMeasure): number => {
  const room: LineRoom = { size, spacing, firstWidth: 0, width: 0 }
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((kindOf(code) & KIND.joined) === 0) width += advanceOf(code, room, size + spacing, measure)
  }
  return width
}
