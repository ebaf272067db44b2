import { compareDecimals, type Decimal, differenceOf, percentOf, quotientOf, sumOf } from '../../base/decimal.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { NumberInText } from '../numbers.ts'
import type { ParagraphReading } from '../reading.ts'
import { byParagraph, joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'
import { inUnit } from '../sums.ts'

/**
 * Two counts of one thing and what lies between them: 由20件增至25件，增长25%; 从400万元增加到600万元，增加200万元; 今年36件，比上年的24件增长50%;
 * 是上年的1.5倍; 比上年底减少310家，减幅57.7%.
 */
export const growth: ProofRule = {
  id: 'rate.growth',
  title: '增减量、增减幅与前后两数相符',
  source: '统计用语：增长率 =（现数 - 原数）÷ 原数；GB/T 8170-2008 3.2',
  severity: 'error',
  examples: { wrong: '由20件增至25件，增长20%。', right: '由20件增至25件，增长25%。' },
  check: byParagraph((paragraph) => joined(paragraph.numbers.map((said, i) => judged(paragraph, said, i)))),
}

const UP = '增长|增加|提高|提升|上升|新增|多|增'
const DOWN = '下降|降低|减少|压减|回落|下滑|少|减|降|压缩|精简'
const SAID = new RegExp(`(?:(${UP})|(${DOWN}))了?(?:幅|率)?(?:度|达到?|为)?$`)
const TIMES = /(?:是|为|达|相当于)[^,。;\d]{0,12}的$/

interface Pair {
  readonly from: NumberInText
  readonly to: NumberInText
}

interface Computed {
  readonly value: Decimal
  readonly formula: string
  /** The two as they are told are rounded: what is said may come of the unrounded ones. */
  readonly isRough?: (said: Decimal) => boolean
}

const judged = (paragraph: ParagraphReading, said: NumberInText, i: number): RuleResult => {
  if (said.isAbout || /百分点/.test(said.unit)) return NOTHING
  const { folded } = paragraph
  const lead = folded.slice(Math.max(0, said.start - 14), said.start)
  const way = SAID.exec(lead)
  const isTimes = said.unit === '倍' && TIMES.test(lead)
  if (!way && !isTimes) return NOTHING
  const isDown = way?.[2] !== undefined
  if (said.unit === '倍' && isDown) return timesLess(paragraph, said)
  const computed =
    said.unit === '倍'
      ? timesOf(paragraph, said, i, !isTimes)
      : said.unit === '%'
        ? shareOf(paragraph, said, i, isDown)
        : amountOf(paragraph, said, i, isDown)
  if (computed === null) return NOTHING
  if (compareDecimals(computed.value, said.value) === 0) return { checked: 1, findings: [] }
  const stated = paragraph.text.slice(said.start, said.unitEnd)
  const place = { start: said.start, end: said.unitEnd }
  const message = PROOF_SENTENCES.growth(stated, computed.formula)
  const facts = { expected: computed.value, formula: computed.formula, message }
  const severity = computed.isRough?.(said.value) ? 'warning' : 'error'
  return { checked: 1, findings: [findingAt('rate.growth', severity, paragraph.text, place, facts)] }
}

/** 是上年的1.5倍 tells of the whole, 增加1.5倍 of what came on top. */
const timesOf = (paragraph: ParagraphReading, said: NumberInText, i: number, isMore: boolean): Computed | null => {
  const pair = pairBefore(paragraph, said, i)
  if (!pair) return null
  const { from, to } = pair
  const value = quotientOf(isMore ? differenceOf(to.amount, from.amount) : to.amount, from.amount, said.digits)
  const formula = isMore ? `（${to.value} - ${from.value}）÷ ${from.value} = ${value}` : `${to.value} ÷ ${from.value} = ${value}`
  return value && { value, formula }
}

const timesLess = (paragraph: ParagraphReading, said: NumberInText): RuleResult => {
  const place = { start: said.start, end: said.unitEnd }
  const message = PROOF_SENTENCES.timesLess(paragraph.text.slice(said.start, said.unitEnd))
  return { checked: 1, findings: [findingAt('rate.growth', 'warning', paragraph.text, place, { message })] }
}

/** Money and areas are told rounded; half a step of the last digit either way, the share may be so much. */
const mayComeOf = ({ from, to }: Pair, isDown: boolean, told: number): boolean => {
  if (from.digits === 0 && to.digits === 0) return false
  const span = ({ value, digits }: NumberInText): readonly [number, number] => {
    const half = 0.5 / 10 ** digits
    return [Number(value) - half, Number(value) + half]
  }
  if (from.unit !== to.unit) return false
  const [[a, b], [c, d]] = [span(from), span(to)]
  const share = (before: number, after: number): number => ((isDown ? before - after : after - before) / before) * 100
  const ends = [share(a, d), share(b, c), share(a, c), share(b, d)]
  return told >= Math.min(...ends) && told <= Math.max(...ends)
}

const shareOf = (paragraph: ParagraphReading, said: NumberInText, i: number, isDown: boolean): Computed | null => {
  const pair = pairBefore(paragraph, said, i)
  if (pair) {
    const [more, less] = isDown ? [pair.from, pair.to] : [pair.to, pair.from]
    const value = percentOf(differenceOf(more.amount, less.amount), pair.from.amount, said.digits)
    const isRough = (told: Decimal): boolean => mayComeOf(pair, isDown, Number(told))
    return value && { value, formula: `（${more.value} - ${less.value}）÷ ${pair.from.value} = ${value}%`, isRough }
  }
  const later = laterBase(paragraph, said, i, isDown)
  if (later) return later
  // 227家，比上年底减少310家，减幅57.7%: what it was is now and the change together.
  const [now, by] = paragraph.numbers.slice(Math.max(0, i - 2), i)
  if (!now || !by || now.kind !== by.kind || now.isAbout || by.isAbout) return null
  const { folded } = paragraph
  if (
    !/(?:比|较)[^。;\d]{0,6}(?:\d{4}年)?[^。;\d]{0,10}(?:增加|减少|增长|下降|多|少)了?$/.test(folded.slice(now.unitEnd, by.start))
  )
    return null
  if (!/^[,，、(]?[^。;\d,]{0,6}$/.test(folded.slice(by.unitEnd, said.start))) return null
  const before = isDown ? sumOf([now.amount, by.amount]) : differenceOf(now.amount, by.amount)
  const value = percentOf(by.amount, before, said.digits)
  return value && { value, formula: `${by.value} ÷（${now.value} ${isDown ? '+' : '-'} ${by.value}）= ${value}%` }
}

/** 今年查处37件，同比增长48%；去年查处25件: the base is told behind. */
const laterBase = ({ folded, numbers }: ParagraphReading, said: NumberInText, i: number, isDown: boolean): Computed | null => {
  const [now, base] = [numbers[i - 1], numbers[i + 1]]
  if (!now || !base || now.kind !== base.kind || now.unit === '' || now.unit === '%' || now.isAbout || base.isAbout) return null
  if (!/^[^。;\d]{0,3},?同比/.test(folded.slice(now.unitEnd, said.start))) return null
  if (!/^[;,](?:\d{4}年|上年|去年)(?:同期)?[^。;,\d]{0,10}$/.test(folded.slice(said.unitEnd, base.start))) return null
  const [more, less] = isDown ? [base, now] : [now, base]
  const value = percentOf(differenceOf(more.amount, less.amount), base.amount, said.digits)
  return value && { value, formula: `（${more.value} - ${less.value}）÷ ${base.value} = ${value}%` }
}

const amountOf = (paragraph: ParagraphReading, said: NumberInText, i: number, isDown: boolean): Computed | null => {
  const pair = pairBefore(paragraph, said, i)
  if (!pair || pair.to.kind !== said.kind) return null
  const [more, less] = isDown ? [pair.from, pair.to] : [pair.to, pair.from]
  const value = inUnit(differenceOf(more.amount, less.amount), said.unit)
  return { value, formula: `${more.value} - ${less.value} = ${value}` }
}

/** 由A增至B, and then what is said of them; B，比上年的A. Both stand in one sentence, close by. */
const pairBefore = ({ folded, numbers }: ParagraphReading, said: NumberInText, i: number): Pair | null => {
  const [a, b] = numbers.slice(Math.max(0, i - 2), i)
  if (!a || !b || a.kind !== b.kind || a.unit === '' || a.unit === '%' || a.isAbout || b.isAbout) return null
  const [lead, between, behind] = [
    folded.slice(Math.max(0, a.start - 24), a.start),
    folded.slice(a.unitEnd, b.start),
    folded.slice(b.unitEnd, said.start),
  ]
  if (/[。;]/.test(between + behind) || behind.length > 18 || between.length > 24) return null
  if (FROM.test(lead) && TO.test(between)) return { from: a, to: b }
  if (THAN.test(between)) return { from: b, to: a }
  return null
}

const FROM = /(?:由|从)[^,。;]{0,20}$/
const TO =
  /^[^,。;]{0,6},?[^,。;\d]{0,6}(?:增|减|升|降|提高|提升|上升|压|扩大|缩|发展|调整|变)?[^,。;\d]{0,6}(?:到|至|为|成)[^,。;]{0,8}$/
/** 36件，比上年的24件. */
const THAN =
  /(?:比|较|而|上年同期|去年同期)[^。;\d]{0,8}(?:\d{4}年)?[^。;\d]{0,8}(?:的|为|是)?(?:(?!减少|增加|增长|下降|提高|多|少|降低|压减)[^。;\d]){0,4}(?<!减少|增加|增长|下降|提高|多|少|降低|压减|了)$/
