import { compareDecimals, digitsBehindPoint, parseDecimal, productOf, quotientOf } from '../../base/decimal.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { isWithin, type ParagraphReading } from '../reading.ts'
import { byParagraph, joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'

/** 师生比1:15 with 教师20人、学生300人 beside it. */
export const oneToN: ProofRule = {
  id: 'ratio.one',
  title: '1:n 的比例与两数相符',
  source: '统计用语：比例 1:n = 两数之比，四舍五入',
  severity: 'error',
  examples: { wrong: '教师20人、学生300人，师生比1:16。', right: '教师20人、学生300人，师生比1:15。' },
  check: byParagraph((paragraph) => joined([...paragraph.folded.matchAll(RATIO)].map((match) => judged(paragraph, match)))),
}

/** No time of the day (1:15) and no scale of a map: a word that says 比 stands before it. */
const RATIO = /(?:比|比例|配比)[^,。;\d]{0,6}((\d+(?:\.\d+)?)\s?[:∶]\s?(\d+(?:\.\d+)?))(?![\d:])/g

const judged = (paragraph: ParagraphReading, match: RegExpMatchArray): RuleResult => {
  const [whole, ratio = '', p = '', q = ''] = match
  const start = (match.index ?? 0) + whole.indexOf(ratio)
  const end = start + ratio.length
  const [first, second] = [parseDecimal(p), parseDecimal(q)]
  const sentence = paragraph.sentences.find((piece) => isWithin(start, piece))
  if (!first.ok || !second.ok || !sentence || first.value === '0' || second.value === '0') return NOTHING
  const counts = paragraph.numbers.filter(
    ({ start: at, end: until, unit, isAbout }) =>
      isWithin(at, sentence) && unit !== '' && unit !== '%' && !isAbout && (until <= start || at >= end),
  )
  // Mostly one side is 1 and the other is told over it; else the greater over the smaller.
  const isSecond = first.value === '1' || (second.value !== '1' && compareDecimals(second.value, first.value) >= 0)
  const [unit, many] = isSecond ? [first.value, second.value] : [second.value, first.value]
  const digits = digitsBehindPoint(isSecond ? q : p)
  const pairs = counts.flatMap((a, i) =>
    counts.slice(i + 1).flatMap((b) => {
      if (a.kind !== b.kind && counts.length !== 2) return []
      return [
        [a, b],
        [b, a],
      ].flatMap(([less, more]) => {
        const value = less && more ? quotientOf(productOf(more.amount, unit), less.amount, digits) : null
        return value === null ? [] : [{ value, formula: `${more?.value} ÷ ${less?.value} = ${value}` }]
      })
    }),
  )
  // Written the way it is told: 460万元、230万元 is 2:1, 320张、144人 is 1:0.5.
  const shown = ({ value }: { readonly value: string }): string => (isSecond ? `${unit}:${value}` : `${value}:${unit}`)
  const [best] = [...pairs].sort((a, b) => Math.abs(Number(a.value) - Number(many)) - Math.abs(Number(b.value) - Number(many)))
  if (!best) return NOTHING
  if (pairs.some(({ value }) => compareDecimals(value, many) === 0)) return { checked: 1, findings: [] }
  const facts = { expected: shown(best), formula: best.formula, message: PROOF_SENTENCES.ratio(ratio, best.formula) }
  const severity = pairs.length === 2 ? 'error' : 'warning'
  return { checked: 1, findings: [findingAt('ratio.one', severity, paragraph.text, { start, end }, facts)] }
}
