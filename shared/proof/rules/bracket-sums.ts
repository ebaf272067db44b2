import { compareDecimals, sumOf } from '../../base/decimal.ts'
import type { NumberInText } from '../numbers.ts'
import { numbersOf, type ParagraphReading, type Piece, piecesBy } from '../reading.ts'
import { byParagraph, joined, type ProofRule } from '../rule.ts'
import { judgeSum, type Sum } from '../sums.ts'

/**
 * A total and its parts in brackets behind it: 党纪处分12人（其中警告7人、严重警告5人）. The parts of one unit come to the total; parts that
 * 其中 begins may leave some untold, so that too little is doubtful and too much is wrong. 人 and 人次 are never added together.
 */
export const bracketSums: ProofRule = {
  id: 'sum.bracket',
  title: '括号内分项之和等于总数',
  source: '通报统计的惯例：N人（A x人、B y人）= x + y',
  severity: 'error',
  examples: {
    wrong: '给予党纪处分12人（警告7人、严重警告4人）。',
    right: '给予党纪处分12人（警告7人、严重警告5人）。',
  },
  check: byParagraph((paragraph) =>
    joined(
      paragraph.brackets.flatMap((bracket) => {
        const sum = sumOfBracket(paragraph, bracket)
        return sum ? [judgeSum('sum.bracket', paragraph, sum)] : []
      }),
    ),
  ),
}

/** Words between a total and its bracket: 对32人次给予追责问责（…. */
const FURTHEST = 18

const sumOfBracket = (paragraph: ParagraphReading, bracket: Piece): Sum | null => {
  const { folded } = paragraph
  const words = folded.slice(bracket.start + 1, bracket.end - 1)
  const inside = numbersOf(paragraph, { start: bracket.start + 1, end: bracket.end - 1 }, false).filter(
    ({ unit }) => unit !== '' && unit !== '%' && !/百分点|月$/.test(unit),
  )
  const before = paragraph.numbers.filter(({ unitEnd }) => unitEnd <= bracket.start && unitEnd >= bracket.start - FURTHEST)
  const total = before
    .filter(({ unit, unitEnd }) => unit !== '' && unit !== '%' && !/[。;,:]/.test(folded.slice(unitEnd, bracket.start)))
    .filter(({ kind }) => inside.some((part) => isOneKind(part.kind, kind)))
    .at(-1)
  if (!total) return null
  const parts = inside.filter(({ kind }) => isOneKind(kind, total.kind))
  const isAmong = /其中|^含|^包括|^包含/.test(words)
  if (parts.length === 1 && !isAmong) return null
  if (isBeside(words)) return null
  const heads = headsOf(paragraph, bracket, parts)
  const wholes = parts.length > heads.length && comesTo(heads, total) ? heads : parts
  const taken =
    comesTo(parts, total) || heads.length < 2 ? parts : wholes.length < parts.length ? wholes : closest(total, heads, parts)
  return { total, parts: taken, isOpen: isAmong || /等[^级]/.test(words) || /不等|主要/.test(words) }
}

/** 人 and 人次 in one sum are the business of persons.times; the numbers must come out all the same. */
const isOneKind = (a: string, b: string): boolean => a === b || (PERSONAL.has(a) && PERSONAL.has(b))

const PERSONAL = new Set(['人', '人次'])

/** The bracket tells of something else: a plan, a year before, what was reached so far. */
const isBeside = (words: string): boolean => /^(?:截至|原|比|较|同比|去年|上年|计划|不含|不包括|剔除)/.test(words)

/** What stands first in each part between ； or before 其中 and ：inside the bracket: 党纪8人：警告5人、记过3人；政务4人. */
const headsOf = (paragraph: ParagraphReading, bracket: Piece, parts: readonly NumberInText[]): readonly NumberInText[] => {
  const { folded } = paragraph
  const inner = folded.slice(bracket.start + 1, bracket.end - 1)
  if (!/;/.test(inner)) return parts
  return piecesBy(inner, /;/g).flatMap((piece) => {
    const [head] = parts.filter(({ start }) => start >= piece.start + bracket.start + 1 && start < piece.end + bracket.start + 1)
    return head ? [head] : []
  })
}

const comesTo = (parts: readonly NumberInText[], total: NumberInText): boolean =>
  compareDecimals(sumOf(parts.map(({ amount }) => amount)), total.amount) === 0

/** Where parts have parts of their own, the first of each are the whole list. */
const closest = (total: NumberInText, heads: readonly NumberInText[], parts: readonly NumberInText[]): readonly NumberInText[] =>
  compareDecimals(sumOf(parts.map(({ amount }) => amount)), total.amount) > 0 ? heads : parts
