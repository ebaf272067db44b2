import { parseChineseNumeral, printChineseNumeral } from '../base/chinese-numerals.ts'
import { assertNever } from '../base/result.ts'

/**
 * Outline marks from the highest level down. GB/T 9704-2012 7.3.3 orders them 一、 (一) 1. (1); practice adds 问题1：, 1) and ①.
 * Display numbers are computed from position and never stored; what a source printed is kept as `sourceNumber`.
 */
export const MARK_STYLE_WORDS = {
  'cjk-dun': '一、',
  'cjk-paren': '（一）',
  'arabic-dot': '1.',
  'arabic-paren': '（1）',
  'problem-number': '问题1：',
  'arabic-half-paren': '1）',
  circled: '①',
} as const
export type MarkStyle = keyof typeof MARK_STYLE_WORDS

/** From the highest level down. */
export const MARK_STYLES = Object.keys(MARK_STYLE_WORDS) as readonly MarkStyle[]

/** How deep a style stands: 1 for 一、. */
export const rankOf = (style: MarkStyle): number => MARK_STYLES.indexOf(style) + 1

/** The style below another: what a deeper level is numbered with where nothing says otherwise. */
export const styleBelow = (style: MarkStyle): MarkStyle =>
  style === 'arabic-paren' ? 'arabic-half-paren' : (MARK_STYLES[MARK_STYLES.indexOf(style) + 1] ?? 'circled')

/** How one level of an outline is numbered. `continuous` runs through the whole document instead of restarting under each parent. */
export interface LevelNumbering {
  readonly style: MarkStyle
  readonly continuous: boolean
}

/** Prints a mark with full-width brackets, as official documents do: 一、 （一） 1. （1） 1） ①. Defined for 1–9999 (① for 1–20). */
export const printMark = (style: MarkStyle, n: number): string => {
  switch (style) {
    case 'cjk-dun':
      return `${printChineseNumeral(n)}、`
    case 'cjk-paren':
      return `（${printChineseNumeral(n)}）`
    case 'arabic-dot':
      return `${n}.`
    case 'arabic-paren':
      return `（${n}）`
    case 'problem-number':
      return `问题${n}：`
    case 'arabic-half-paren':
      return `${n}）`
    case 'circled':
      return n <= 20 ? String.fromCharCode(0x2460 + n - 1) : `（${n}）`
    default:
      return assertNever(style)
  }
}

/**
 * [Note: Marks are counted] Gives each heading its mark in reading order, in a notice and in a list alike: a number starts again under a mark
 * of a higher style, unless its level runs through the whole.
 */
export const newMarkCounter = (): ((level: LevelNumbering) => string) => {
  const counters = new Map<MarkStyle, number>()
  // A level that runs through counts apart, so that a 1. in the text of another section neither resets nor continues it.
  const running = new Map<MarkStyle, number>()
  return ({ style, continuous }) => {
    for (const below of counters.keys()) if (rankOf(below) > rankOf(style)) counters.delete(below)
    const own = continuous ? running : counters
    const n = (own.get(style) ?? 0) + 1
    own.set(style, n)
    return printMark(style, n)
  }
}

/** How one depth of an outline is numbered (1 is its top); below what is named, each level takes the next style. */
export const levelAt = (levels: readonly LevelNumbering[], depth: number): LevelNumbering => {
  const named = levels[depth - 1]
  if (named) return named
  return { style: depth <= 1 ? 'cjk-dun' : styleBelow(levelAt(levels, depth - 1).style), continuous: false }
}

/** An outline mark at the start of a line: its style, its value (null when the number is lost, as in “)持续用力”), its length. */
export interface Mark {
  readonly style: MarkStyle
  readonly value: number | null
  readonly length: number
}

/** Reads the mark a folded line (foldWidth) begins with, or null. Trailing spaces belong to the mark. */
export const readMark = (folded: string): Mark | null => {
  for (const [style, pattern] of MARK_PATTERNS) {
    const match = pattern.exec(folded)
    if (!match) continue
    const value = markValue(match[1] ?? '')
    if (value !== null) return { style, value, length: match[0].length }
  }
  const lost = /^\)\s*(?=\S)/.exec(folded)
  return lost ? { style: 'cjk-paren', value: null, length: lost[0].length } : null
}

/** Levels as one scalar: `cjk-dun,cjk-paren,arabic-dot,arabic-paren*`, an asterisk for continuous. */
export const printLevels = (levels: readonly LevelNumbering[]): string =>
  levels.map((level) => level.style + (level.continuous ? '*' : '')).join(',')

/** Reads what printLevels wrote; unknown styles are left out, so that a newer program's style does not stop an older one. */
export const parseLevels = (text: string): readonly LevelNumbering[] =>
  text.split(',').flatMap((part) => {
    const style = MARK_STYLES.find((known) => known === part.trim().replace('*', ''))
    return style ? [{ style, continuous: part.trim().endsWith('*') }] : []
  })

/** The names of the styles as they were written, known or not. */
export const readLevels = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim().replace('*', ''))
    .filter((name) => name !== '')

const CJK = '[零一二三四五六七八九十百千]{1,8}'

const MARK_PATTERNS: readonly (readonly [MarkStyle, RegExp])[] = [
  ['cjk-dun', new RegExp(`^(${CJK})\\s?(?:、\\s*(?!${CJK}、)|\\.\\s*(?!${CJK}\\.))`)],
  ['cjk-paren', new RegExp(`^\\(\\s*(${CJK})\\s*\\)\\s*`)],
  ['arabic-dot', /^(\d{1,4})\s?[.、]\s*(?!\d)/],
  ['arabic-paren', /^\(\s*(\d{1,4})\s*\)\s*/],
  ['problem-number', new RegExp(`^问题\\s*(\\d{1,4}|${CJK})\\s*[:、.]\\s*`)],
  ['problem-number', new RegExp(`^[【[(]\\s*问题\\s*(\\d{1,4}|${CJK})\\s*[】\\])]\\s*[:、.]?\\s*`)],
  ['arabic-half-paren', /^(\d{1,4})\)\s*/],
  ['circled', /^([①-⑳])\s*/],
]

const markValue = (text: string): number | null => {
  if (/^\d+$/.test(text)) return Number(text)
  const code = text.charCodeAt(0)
  return code >= 0x2460 && code <= 0x2473 ? code - 0x2460 + 1 : parseChineseNumeral(text)
}
