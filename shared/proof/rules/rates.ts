import { compareDecimals, type Decimal, differenceOf, percentOf, sumOf } from '../../base/decimal.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { NumberInText } from '../numbers.ts'
import { isWithin, type ParagraphReading } from '../reading.ts'
import { byParagraph, joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'

/**
 * A rate and the counts it was computed from: 移交线索9件，办结8件，办结率88.9%. It is the part of the whole, rounded 四舍五入 to the digits
 * that are printed (GB/T 8170-2008 3.2); cut off instead of rounded is wrong. The whole may be a difference (下达2617亩，含司法查封966亩), the
 * part may be what is left of it (未办结6件). A rate that is far from the counts it names may speak of something else, and is doubtful.
 */
export const rates: ProofRule = {
  id: 'rate.rounding',
  title: '比率等于两数之比，四舍五入',
  source: 'GB/T 8170-2008 3.2 进舍规则',
  severity: 'error',
  examples: { wrong: '移交线索9件，办结8件，办结率88.8%。', right: '移交线索9件，办结8件，办结率88.9%。' },
  check: byParagraph((paragraph) =>
    joined(
      paragraph.numbers.map((rate, i) => {
        if (rate.unit !== '%') return NOTHING
        const lead = paragraph.folded.slice(Math.max(0, rate.start - 12), rate.start)
        const root = RATE.exec(lead)
        if (!root || /同比|增长|下降|提高|上升|减少|每年/.test(lead)) return NOTHING
        if (/^(?:提高|提升|上升|下降|降低|增长|降|升|增)/.test(paragraph.folded.slice(rate.unitEnd))) return NOTHING
        return judged(paragraph, rate, paragraph.numbers.slice(0, i), root[1] ?? '')
      }),
    ),
  ),
}

/** 办结率为, 占比, 完成进度, 占总数的. The word before 率 says what the part is. */
const RATE =
  /([^,。;、:()\d]{0,4}?)(?:率|占比|比例|占[^,。;\d]{0,10}?的?|进度|比重)(?:均)?(?:为|达到?|是)?(?:约|近|超过?|不足|不低于)?(?:了)?$/

interface Pair {
  readonly part: NumberInText
  readonly whole: NumberInText
  readonly value: Decimal
  readonly formula: string
  /** 0 told by the words, 1 the nearest two, 2 other counts of the sentence, 3 a difference or a sum. */
  readonly rank: number
}

/** How many counts before the rate are looked at. */
const WINDOW = 7

const judged = (paragraph: ParagraphReading, rate: NumberInText, before: readonly NumberInText[], root: string): RuleResult => {
  const { text, folded } = paragraph
  const sentence = paragraph.sentences.find((piece) => isWithin(rate.start, piece))
  const all = before.filter(
    ({ start, unit, isAbout }) =>
      unit !== '%' && unit !== '' && !isAbout && !/百分点|月$|天$|岁/.test(unit) && start >= (sentence?.start ?? 0),
  )
  // Two counts on this side of the semicolon are what the rate is of.
  const part = folded.lastIndexOf(';', rate.start)
  const here = all.filter(({ start }) => start > part)
  const isHere = here.some((a, i) => here.slice(i + 1).some((b) => a.kind === b.kind))
  const near = (isHere ? here : all).slice(-WINDOW)
  // 超过97% of 96.6%: more digits tell.
  const isOver = /超过?了?$/.test(folded.slice(rate.start - 3, rate.start))
  const pairs = pairsOf(folded, near, root, rate.digits + (isOver ? 2 : 0))
  if (rate.isAbout || isOver) return about(paragraph, rate, pairs)
  if (pairs.length === 0) return partOverWhole(paragraph, rate, near)
  if (holdsWith(pairs, rate)) return { checked: 1, findings: [] }
  const [best] = [...pairs].sort((a, b) => weightOf(a, rate) - weightOf(b, rate))
  if (!best) return NOTHING
  const isRounding = compareDecimals(distance(best.value, rate.value), CLOSE) <= 0
  const isTogether = best.part.start > part && best.whole.start > part
  const isSure = isRounding || (best.rank === 0 && near.length <= 4 && isTogether)
  // A rate with a name of its own (满意率) is of counts that need not be told.
  const isAnyones = verbOf(root) === '' || GENERAL.test(root)
  if (!isSure && (best.rank > 1 || !isTogether || !isAnyones)) return NOTHING
  const stated = text.slice(rate.start, rate.unitEnd)
  const message = isSure ? PROOF_SENTENCES.rate(stated, best.formula) : PROOF_SENTENCES.rateFar(stated, best.formula)
  const place = { start: rate.start, end: rate.unitEnd }
  const said = { expected: best.value, formula: best.formula, message, ...(isSure ? { fix: `${best.value}%` } : {}) }
  return { checked: 1, findings: [findingAt('rate.rounding', isSure ? 'error' : 'warning', text, place, said)] }
}

/** 行政村199个，建成204个，占比97.5%: no rate comes of a part that is more than its whole. */
const partOverWhole = (paragraph: ParagraphReading, rate: NumberInText, near: readonly NumberInText[]): RuleResult => {
  const [whole, part, ...others] = near
  if (!whole || !part || others.length > 0 || whole.kind !== part.kind) return NOTHING
  if (compareDecimals(rate.value, '100' as Decimal) > 0) return NOTHING
  const place = { start: rate.start, end: rate.unitEnd }
  const stated = paragraph.text.slice(rate.start, rate.unitEnd)
  const message = PROOF_SENTENCES.rateFar(stated, `${part.value} > ${whole.value}`)
  const facts = { formula: `${part.value} > ${whole.value}`, message }
  return { checked: 1, findings: [findingAt('rate.rounding', 'warning', paragraph.text, place, facts)] }
}

/** A far-fetched pair that fits by chance does not excuse a plain one that nearly fits. */
const holdsWith = (pairs: readonly Pair[], rate: NumberInText): boolean => {
  const fitting = pairs.filter(({ value }) => compareDecimals(value, rate.value) === 0)
  if (fitting.some(({ rank }) => rank < 3)) return true
  const isNearlyPlain = pairs.some(({ rank, value }) => rank <= 1 && compareDecimals(distance(value, rate.value), CLOSE) <= 0)
  return fitting.length > 0 && !isNearlyPlain
}

/** Rates that are always of the counts beside them. */
const GENERAL = /完成|整改|办结|化解|处置|销号|达标|覆盖|占|参/

/** 约60%, 90%左右: so many points either way. */
const ROUGHLY = '3' as Decimal

/** 95%以上, 约60%: only what is plainly otherwise is doubted. */
const about = (paragraph: ParagraphReading, rate: NumberInText, pairs: readonly Pair[]): RuleResult => {
  const [pair] = pairs.filter(({ rank }) => rank <= 1)
  if (!pair || pairs.filter(({ rank }) => rank <= 1).length > 1) return NOTHING
  const around = paragraph.folded.slice(rate.start - 4, rate.unitEnd + 3)
  const over = compareDecimals(pair.value, rate.value)
  const isOff = /以上|超|不低于|不少于/.test(around)
    ? over < 0
    : /近|不足|以下|以内/.test(around)
      ? over > 0
      : compareDecimals(distance(pair.value, rate.value), ROUGHLY) > 0
  if (!isOff) return { checked: 1, findings: [] }
  const place = { start: rate.start, end: rate.unitEnd }
  const message = PROOF_SENTENCES.rateAbout(paragraph.text.slice(rate.start, rate.unitEnd), pair.formula)
  const facts = { expected: pair.value, formula: pair.formula, message }
  return { checked: 1, findings: [findingAt('rate.rounding', 'warning', paragraph.text, place, facts)] }
}

const verbOf = (root: string): string => root.replace(/^(?:的|整改|问题)/, '')

/** Off by no more than this (in points) the rate was computed from these counts, and badly. */
const CLOSE = '1' as Decimal

const distance = (a: Decimal, b: Decimal): Decimal => {
  const difference = differenceOf(a, b)
  return (difference.startsWith('-') ? difference.slice(1) : difference) as Decimal
}

/** Near misses first, then what the words tell. A far-fetched pair must be very near. */
const weightOf = ({ value, rank }: Pair, rate: NumberInText): number => {
  const off = Number(distance(value, rate.value))
  if (off <= 0.1) return off + rank * 0.01
  if (off <= 1 && rank < 3) return 1 + off + rank
  return 100 + rank * 100 + off
}

const pairsOf = (folded: string, counts: readonly NumberInText[], root: string, digits: number): readonly Pair[] => {
  const pairs: Pair[] = []
  const verb = verbOf(root)
  counts.forEach((part, i) => {
    counts.forEach((whole, j) => {
      if (i === j || part.kind !== whole.kind || compareDecimals(part.amount, whole.amount) > 0) return
      const value = percentOf(part.amount, whole.amount, digits)
      if (value === null) return
      const said = clauseAround(folded, part)
      const names = verb.length >= 2 && said.includes(verb.slice(-2)) && !new RegExp(`未(?:${verb.slice(-2)})`).test(said)
      const isNearest = i === counts.length - 1 && j === i - 1
      const rank = names && j < i ? 0 : isNearest ? 1 : 2
      pairs.push({ part, whole, value, formula: `${part.value} ÷ ${whole.value} = ${value}%`, rank })
      const left = differenceOf(whole.amount, part.amount)
      const rest = percentOf(left, whole.amount, digits)
      const isLeft = /未|尚|剩|余/.test(folded.slice(Math.max(0, part.start - 5), part.start))
      if (rest !== null && compareDecimals(left, '0' as Decimal) > 0)
        pairs.push({
          part,
          whole,
          value: rest,
          formula: `（${whole.value} - ${part.value}）÷ ${whole.value} = ${rest}%`,
          rank: isLeft && counts.length === 2 ? 0 : 3,
        })
    })
  })
  return [...pairs, ...farFetched(counts, digits)]
}

/** The clause a count stands in. */
const clauseAround = (folded: string, { start, unitEnd }: NumberInText): string =>
  (/[^,;。:()]{0,10}$/.exec(folded.slice(Math.max(0, start - 10), start))?.[0] ?? '') +
  (/^[^,;。:()]{0,8}/.exec(folded.slice(unitEnd, unitEnd + 8))?.[0] ?? '')

/** A whole less a part of it, and a whole that is the sum of two: 2617亩（含966亩）, 已办21件、在办4件. */
const farFetched = (counts: readonly NumberInText[], digits: number): readonly Pair[] =>
  counts
    .flatMap((part) =>
      counts.flatMap((a, j) =>
        counts.slice(j + 1).flatMap((b): readonly Pair[] => {
          if (part === a || part === b || a.kind !== part.kind || b.kind !== part.kind) return []
          return [
            { whole: differenceOf(a.amount, b.amount), sign: '-' },
            { whole: sumOf([a.amount, b.amount]), sign: '+' },
          ].flatMap(({ whole, sign }): readonly Pair[] => {
            // A whole that is its part tells nothing.
            if (compareDecimals(whole, part.amount) <= 0) return []
            const value = percentOf(part.amount, whole, digits)
            if (value === null) return []
            return [{ part, whole: a, value, formula: `${part.value} ÷（${a.value} ${sign} ${b.value}）= ${value}%`, rank: 3 }]
          })
        }),
      ),
    )
    .concat(sumsWithPart(counts, digits))

/** 已完成21项、正在整改4项，完成率84%: the part is one of the two that make the whole. */
const sumsWithPart = (counts: readonly NumberInText[], digits: number): readonly Pair[] =>
  counts.flatMap((a, i) =>
    counts.slice(i + 1).flatMap((b): readonly Pair[] => {
      if (a.kind !== b.kind) return []
      const whole = sumOf([a.amount, b.amount])
      return [a, b].flatMap((part): readonly Pair[] => {
        const value = percentOf(part.amount, whole, digits)
        return value === null
          ? []
          : [{ part, whole: a, value, formula: `${part.value} ÷（${a.value} + ${b.value}）= ${value}%`, rank: 3 }]
      })
    }),
  )
