import { foldWidth } from '../../base/text.ts'
import { rankOf, readMark } from '../../domain/numbering.ts'

/** A mark a line of a feedback begins with. `rank` orders the levels, as `rankOf` does; 1-1 stands between 1. and (1). */
export interface LineMark {
  readonly rank: number
  readonly value: number | null
  readonly length: number
}

/** Reads 一、(一) 1. (1) 1) ① 问题1:, and 1-1, 1.2, 2-1-3, which stand below 1. in the order of their parts. */
export const readLineMark = (folded: string): LineMark | null => {
  const parted = PARTED.exec(folded)
  if (parted) {
    const numbers = (parted[1] ?? '').split(/[-—.]/)
    return { rank: rankOf('arabic-dot') + numbers.length / 10, value: Number(numbers.at(-1)), length: parted[0].length }
  }
  const mark = readMark(folded)
  return mark && { rank: rankOf(mark.style), value: mark.value, length: mark.length }
}

/** The mark a piece begins with (1. （一） 一是 ①), apart from its words. No character of the piece is in neither. */
export const readPieceMark = (piece: string): { readonly sourceNumber: string | null; readonly rest: string } => {
  const folded = foldWidth(piece.slice(0, LONGEST_MARK))
  const length = readLineMark(folded)?.length ?? ORDINAL.exec(folded)?.[0].length ?? 0
  const rest = piece.slice(length).trim()
  // A piece that is nothing but a mark is its own text.
  return length === 0 || rest === '' ? { sourceNumber: null, rest: piece } : { sourceNumber: piece.slice(0, length).trim(), rest }
}

/** The field 原序号 holds 20 characters; no mark of the genre is longer. */
const LONGEST_MARK = 16
const PARTED =
  /^(\d{1,3}(?:[-—.]\d{1,3}){1,3})(?:[.、:]\s*|\s+|(?=[\u4e00-\u9fff“《]))(?!\d|%|[年月日个件人万亿元倍千吨余亩]|平方|公里|公顷)/
const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}是(?!一)|第[一二三四五六七八九十]{1,3}[,、:]|其[一二三四五六七八九十][,、:])\s*/
