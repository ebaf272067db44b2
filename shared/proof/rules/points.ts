import { compareDecimals, type Decimal, differenceOf, roundedText, sumOf } from '../../base/decimal.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { NumberInText } from '../numbers.ts'
import type { ParagraphReading } from '../reading.ts'
import { joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'

/**
 * A share before and after, and the points between them: 由53.7%下降17.38个百分点到36.32%. The share before may stand in an earlier sentence
 * of the paragraph; then the one that fits is taken, and the nearest where none does.
 */
export const points: ProofRule = {
  id: 'rate.points',
  title: '百分点加减相符',
  source: '统计用语：百分点是两个百分数之差',
  severity: 'error',
  examples: { wrong: '由53.7%下降17.38个百分点到36.41%。', right: '由53.7%下降17.38个百分点到36.32%。' },
  check: ({ paragraphs }) => {
    const full = paragraphs.filter(({ reading }) => reading.text.trim() !== '')
    return joined(
      full.map(({ reading, start }, at) => {
        const earlier = full.slice(Math.max(0, at - EARLIER), at).flatMap((before) => before.reading.numbers.filter(isShare))
        const { checked, findings } = joined(reading.numbers.map((by, i) => judgedAt(reading, by, i, earlier)))
        return {
          checked,
          findings: findings.map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start })),
        }
      }),
    )
  },
}

/** The problem stands before its answer, and may name the share it began with. */
const EARLIER = 2

const isShare = (number: NumberInText | undefined): number is NumberInText => number?.unit === '%' && !number.isAbout

const judgedAt = (reading: ParagraphReading, by: NumberInText, i: number, earlier: readonly NumberInText[]): RuleResult => {
  if (by.isAbout) return NOTHING
  if (/百分点$/.test(by.unit)) return judged(reading, by, i, earlier)
  return by.unit === '%' ? percentForPoints(reading, by, i) : NOTHING
}

/** 由15.9%提高到17.5%，提高了1.6%: points are meant. */
const percentForPoints = (paragraph: ParagraphReading, by: NumberInText, i: number): RuleResult => {
  const { folded, numbers } = paragraph
  const lead = folded.slice(Math.max(0, by.start - 6), by.start)
  if (!DOWN.test(lead) && !UP.test(lead)) return NOTHING
  const [from, to] = numbers.slice(Math.max(0, i - 2), i)
  if (!isShare(from) || !isShare(to) || /[。;]/.test(folded.slice(from.unitEnd, by.start))) return NOTHING
  const [less, more] = compareDecimals(from.value, to.value) <= 0 ? [from, to] : [to, from]
  if (compareDecimals(differenceOf(more.value, less.value), by.value) !== 0) return NOTHING
  const expected = `${paragraph.text.slice(by.start, by.end)}个百分点`
  const place = { start: by.start, end: by.unitEnd }
  const message = PROOF_SENTENCES.percentForPoints(paragraph.text.slice(by.start, by.unitEnd), expected)
  return {
    checked: 1,
    findings: [findingAt('rate.points', 'warning', paragraph.text, place, { expected, message, fix: expected })],
  }
}

const DOWN = /(?:下降|降低|减少|回落|下滑|压降|收窄)了?$/
const UP = /(?:提高|提升|上升|增长|增加|攀升|扩大|高出|高)了?$/
const LOWER = /(?:低)了?$/

interface Move {
  readonly from: NumberInText
  readonly to: NumberInText
  readonly by: NumberInText
  readonly sign: '+' | '-'
}

const judged = (paragraph: ParagraphReading, by: NumberInText, i: number, earlier: readonly NumberInText[]): RuleResult => {
  const { folded, numbers } = paragraph
  const lead = folded.slice(Math.max(0, by.start - 6), by.start)
  const sign = DOWN.test(lead) || LOWER.test(lead) ? '-' : UP.test(lead) ? '+' : null
  if (sign === null) return NOTHING
  const moves = movesOf(folded, numbers, by, i, sign, earlier)
  if (moves.length === 0) return NOTHING
  const off = (move: Move): Decimal => differenceOf(move.to.value, reached(move))
  if (moves.some((move) => compareDecimals(off(move), '0' as Decimal) === 0)) return { checked: 1, findings: [] }
  const [best] = [...moves].sort((a, b) => Math.abs(Number(off(a))) - Math.abs(Number(off(b))))
  if (!best) return NOTHING
  // A share named sentences before may be of something else; one in the same clause is not.
  const isHere = numbers.includes(best.from)
  const isNamed =
    isHere && !/[。;]/.test(folded.slice(Math.min(best.from.end, best.to.end), Math.max(best.from.start, best.to.start)))
  const isNear = Math.abs(Number(off(best))) <= 0.5
  if (!isNamed && !isNear) return NOTHING
  const expected = roundedText(reached(best), best.to.digits)
  const formula = `${best.from.value}% ${sign} ${best.by.value} = ${expected}%`
  const stated = paragraph.text.slice(best.to.start, best.to.unitEnd)
  const place = { start: best.to.start, end: best.to.unitEnd }
  const message = PROOF_SENTENCES.points(stated, formula)
  return { checked: 1, findings: [findingAt('rate.points', 'error', paragraph.text, place, { expected, formula, message })] }
}

const reached = ({ from, by, sign }: Move): Decimal =>
  sign === '-' ? differenceOf(from.value, by.value) : sumOf([from.value, by.value])

/** …个百分点到B%, …个百分点，降至B%; 群众满意率为B% is another share. */
const BEHIND = /^(?:[^。;,%\d]{0,4}|,\s?[^。;,%\d率比]{0,3})(?:到|至|达)了?$/

/** 由A%下降d个百分点到B%; 由A%降至B%，下降d个百分点; B%，比上年的A%下降d个百分点. */
const movesOf = (
  folded: string,
  numbers: readonly NumberInText[],
  by: NumberInText,
  i: number,
  sign: '+' | '-',
  earlier: readonly NumberInText[],
): readonly Move[] => {
  const next = numbers[i + 1]
  const behind = isShare(next) && BEHIND.test(folded.slice(by.unitEnd, next.start)) ? next : undefined
  const before = numbers.slice(Math.max(0, i - 10), i).filter(isShare)
  if (behind) {
    const [named] = before.slice(-1)
    const isFrom =
      named &&
      /(?:由|从|比|较)[^。;%]{0,20}$/.test(folded.slice(0, named.start)) &&
      !/[。;]/.test(folded.slice(named.unitEnd, by.start))
    return (isFrom ? [named] : [...earlier, ...before]).map((from) => ({ from, to: behind, by, sign }))
  }
  const [a, b] = before.slice(-2)
  if (!a || !b) return []
  const between = folded.slice(a.unitEnd, b.start).replace(/\d{4}年(?:的|末|底)?/g, '')
  const last = folded.slice(b.unitEnd, by.start)
  if (/[。;]/.test(last) || last.length > 16) return []
  const isFrom = /(?:由|从)[^,。;%]{0,20}$/.test(folded.slice(0, a.start))
  if (isFrom && /^[^。;\d]{0,8}(?:到|至|为|达|升|降)[^。;\d]{0,6}$/.test(between)) return [{ from: a, to: b, by, sign }]
  // …达B%，比上年的A%提高d个百分点.
  if (/(?:比|较)[^。;\d]{0,14}(?:\d{4}年[^。;\d]{0,6})?$/.test(between) && !/[。;]/.test(between))
    return [{ from: b, to: a, by, sign }]
  return []
}
