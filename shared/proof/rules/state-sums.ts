import { compareDecimals, type Decimal, roundedText, sumOf } from '../../base/decimal.ts'
import { lastIndexWhere } from '../../base/list.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { NumberInText } from '../numbers.ts'
import { isWithin, type ParagraphReading, type Piece, piecesBy } from '../reading.ts'
import { byParagraph, joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'
import { inUnit } from '../sums.ts'

/** 25项任务已完成17项、正在整改8项: what is done, under way and left make the whole. */
export const stateSums: ProofRule = {
  id: 'sum.states',
  title: '总数等于已完成、正在办、未办之和',
  source: '通报统计的惯例：总数 = 完成 + 推进中 + 剩余',
  severity: 'error',
  examples: {
    wrong: '反馈的25项任务已完成整改17项、正在整改7项。',
    right: '反馈的25项任务已完成整改17项、正在整改8项。',
  },
  check: byParagraph((paragraph) => partitions(paragraph, 'sum.states', false)),
}

/** 涉及32.24万元，已退缴16.25万元，尚有15.99万元: the same with money, areas and lengths, whatever unit each is told in. */
export const chainSums: ProofRule = {
  id: 'sum.chain',
  title: '金额、面积前后相加相符',
  source: '通报统计的惯例：应退 = 已退 + 未退；1公顷 = 15亩',
  severity: 'error',
  examples: {
    wrong: '涉及金额32.24万元，已退缴16.25万元，尚有15.98万元未退缴。',
    right: '涉及金额32.24万元，已退缴16.25万元，尚有15.99万元未退缴。',
  },
  check: byParagraph((paragraph) => joined([partitions(paragraph, 'sum.chain', true), sameInBrackets(paragraph)])),
}

const MEASURED = new Set(['元', '亩', '平方米', '米', '吨'])

type State = 'done' | 'open' | 'rest'

const REST = /尚有|尚欠|尚余|剩余|还剩|其余|余下|还有|仍有|仍需|未(?!来)|待(?!遇)|结余/
const OPEN = /正在|初步核实|立案审查|在办|在建|推进|整改中|办理中|进行中|核查中|持续|启动|延长|调查|补办/
const FINISHED =
  '完成|办结|办理完毕|整改到位|整改完毕|销号|化解|退缴|退还|清退|追缴|追回|收回|缴回|上缴|归还|解决|归垫|核销|盘活|拆除|清收|偿还|复垦|了结|查结|竣工|印发|出台|投用|解除|退出'
/** Before a number: 已… anywhere, a verb of ending close by it. Behind it: at once. */
const DONE_BEFORE = new RegExp(`已(?!有的)|(?:${FINISHED})[\\u4e00-\\u9fff]{0,4}$`)
const DONE_BEHIND = new RegExp(`^[\\u4e00-\\u9fff]{0,6}(?:${FINISHED}|已)`)
/** A list of its own within the whole, or a time that is not the whole's. */
const ASIDE = /其中|平均|每|同比|比上年|较上年|增长|下降|减少|计划|预计/

const partitions = (paragraph: ParagraphReading, rule: string, isMeasured: boolean): RuleResult =>
  joined(
    paragraph.sentences.flatMap((sentence) => {
      const found = partitionsIn(paragraph, sentence, rule, isMeasured)
      // Several things told one after the other, each with its own whole.
      const words = paragraph.folded.slice(sentence.start, sentence.end)
      if (!words.includes(';')) return found
      const apart = piecesBy(words, /;/g).flatMap(({ start, end }) =>
        partitionsIn(paragraph, { start: start + sentence.start, end: end + sentence.start }, rule, isMeasured),
      )
      // 尚未规范的37份中，… tells parts of its own; 目前已完成28项 goes on with those of the whole.
      const goesOn = piecesBy(words, /;/g)
        .slice(1)
        .every(
          ({ start, end }) =>
            /^\s*(?:目前|截至|现|已|其余|剩余|正在|未)/.test(words.slice(start, end)) && !words.slice(start, end).includes('中,'),
        )
      return apart.length > 0 || !goesOn ? apart : found
    }),
  )

const partitionsIn = (paragraph: ParagraphReading, piece: Piece, rule: string, isMeasured: boolean): readonly RuleResult[] => {
  const counts = paragraph.numbers.filter(
    ({ start, unit, kind }) =>
      isWithin(start, piece) &&
      unit !== '' &&
      unit !== '%' &&
      !/百分点|月$|天$|岁/.test(unit) &&
      MEASURED.has(kind) === isMeasured &&
      !paragraph.brackets.some((bracket) => isWithin(start, bracket)),
  )
  return [...new Set(counts.map(({ kind }) => kind))].flatMap((kind) => {
    const found = partitionOf(
      paragraph,
      piece,
      counts.filter((count) => count.kind === kind),
    )
    return found ? [judged(paragraph, rule, found)] : []
  })
}

interface Partition {
  readonly total: NumberInText
  readonly parts: readonly NumberInText[]
  readonly hasRest: boolean
}

/** The first count without a state is the whole, those with one that follow are its parts; 其中 and what it begins is left out. */
const partitionOf = (paragraph: ParagraphReading, sentence: Piece, counts: readonly NumberInText[]): Partition | null => {
  const { folded } = paragraph
  const all = paragraph.numbers
  // A list of hundreds is no statement of what is done and what is left.
  if (counts.length > MOST_COUNTS) return null
  const labelled = counts.map((count) => {
    const before = folded.slice(sentence.start, count.start)
    const from = Math.max(...[',', ';', '、', ':', ')'].map((mark) => before.lastIndexOf(mark))) + 1
    const lead = before.slice(from)
    const next = all.find(({ start }) => start > count.start)?.start ?? sentence.end
    // Words that run on to the next number are that number's: 25项任务已完成17项.
    const behind = folded.slice(count.unitEnd, Math.min(next, sentence.end))
    const words = /^[^,;、。:()]*/.exec(behind)?.[0] ?? ''
    const tail = words.length === behind.length && next < sentence.end ? '' : words
    const among = /其中[^。;]*$/.test(before)
    return { count, lead, tail, among }
  })
  // The whole is the last count without a state before the first that has one.
  const isState = ({ lead, tail, among }: (typeof labelled)[number]): boolean => !among && stateOf(lead, tail) !== null
  const firstPart = labelled.findIndex((one, i) => i > 0 && isState(one))
  const totalAt = firstPart <= 0 ? -1 : lastIndexWhere(labelled.slice(0, firstPart), (one) => !one.among && !isState(one))
  const total = labelled[totalAt]
  if (!total || total.count.isAbout) return null
  const parts: { readonly count: NumberInText; readonly state: State }[] = []
  let hasOthers = false
  for (const { count, lead, tail, among } of labelled.slice(totalAt + 1)) {
    const state = stateOf(lead, tail)
    if (among || ASIDE.test(lead)) continue
    // A count nobody can place may be a part too: nothing is said for certain.
    if (state === null) {
      hasOthers = true
      continue
    }
    if (count.isAbout) return null
    parts.push({ count, state })
  }
  const hasDone = parts.some(({ state }) => state === 'done')
  const hasRest = parts.some(({ state }) => state === 'rest')
  if (hasOthers || parts.length < 2 || !hasDone || !parts.some(({ state }) => state !== 'done')) return null
  return { total: total.count, parts: parts.map(({ count }) => count), hasRest }
}

const MOST_COUNTS = 60

const stateOf = (lead: string, tail: string): State | null => {
  for (const [said, done] of [
    [lead, DONE_BEFORE],
    [tail, DONE_BEHIND],
  ] as const) {
    // 应收未收, 批而未供 name the whole.
    const words = said.replace(/应[\u4e00-\u9fff]未[\u4e00-\u9fff]|[批供建征]而未[\u4e00-\u9fff]/g, '')
    if (words === '' || DUE.test(words)) continue
    if (/尚有|尚欠|尚余|剩余|还剩|其余|余下|还有|仍有|结余/.test(words)) return 'rest'
    if (OPEN.test(words)) return 'open'
    if (REST.test(words)) return 'rest'
    if (done.test(words)) return 'done'
  }
  return null
}

/** What should be done is the whole: 应拆除违建97处. */
const DUE = /(?<![反相响适呼])应[\u4e00-\u9fff]|需(?!要进一步)[\u4e00-\u9fff]{1,4}的?$/

const judged = (paragraph: ParagraphReading, rule: string, { total, parts, hasRest }: Partition): RuleResult => {
  const sum = sumOf(parts.map(({ amount }) => amount))
  const over = compareDecimals(sum, total.amount)
  if (over === 0) return { checked: 1, findings: [] }
  const expected = inUnit(sum, total.unit)
  const formula = `${parts.map(({ value, unit }) => (unit === total.unit ? value : `${value}${unit}`)).join(' + ')} = ${expected}`
  const stated = paragraph.text.slice(total.start, total.unitEnd)
  const message = PROOF_SENTENCES.states(stated, formula)
  // A part that is more than the whole may belong to another: 在5个乡镇…已完成20个.
  const isStrange = parts.some(({ amount }) => compareDecimals(amount, total.amount) > 0)
  const severity = (hasRest || over > 0) && !isStrange ? 'error' : 'warning'
  const place = { start: total.start, end: total.unitEnd }
  return { checked: 1, findings: [findingAt(rule, severity, paragraph.text, place, { expected, formula, message })] }
}

/** 12公顷（180亩）: one amount told in two units. */
const sameInBrackets = (paragraph: ParagraphReading): RuleResult =>
  joined(
    paragraph.brackets.map(({ start, end }) => {
      const words = paragraph.folded.slice(start + 1, end - 1)
      const inside = paragraph.numbers.filter((number) => number.start > start && number.unitEnd < end)
      const [other] = inside
      const whole = paragraph.numbers.find(({ unitEnd }) => unitEnd === start)
      if (!whole || !other || inside.length > 1 || whole.kind !== other.kind || whole.unit === other.unit) return NOTHING
      if (other.isAbout || whole.isAbout || !MEASURED.has(whole.kind) || !/^(?:折合|合|即|计)?\d/.test(words)) return NOTHING
      const told = roundedText(inUnit(whole.amount, other.unit), other.digits)
      if (compareDecimals(told as Decimal, other.value) === 0) return { checked: 1, findings: [] }
      const formula = `${whole.value}${whole.unit} = ${told}${other.unit}`
      const place = { start: other.start, end: other.unitEnd }
      const message = PROOF_SENTENCES.units(paragraph.text.slice(other.start, other.unitEnd), formula)
      const facts = { expected: told, formula, message, fix: `${told}${other.unit}` }
      return { checked: 1, findings: [findingAt('sum.chain', 'error', paragraph.text, place, facts)] }
    }),
  )
