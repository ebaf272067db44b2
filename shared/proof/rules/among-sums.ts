import { compareDecimals, type Decimal, sumOf } from '../../base/decimal.ts'
import type { NumberInText } from '../numbers.ts'
import { isWithin, type ParagraphReading, type Piece } from '../reading.ts'
import { byParagraph, joined, type ProofRule, type RuleResult } from '../rule.ts'
import { judgeSum } from '../sums.ts'

/**
 * A total and the parts that follow 其中, 分别为 or a colon, or stand before 共计: 共处理26人，其中党纪处分19人、政务处分7人. The parts are those
 * that stand in one run; what a further clause tells belongs to them only if they come to the total with it.
 */
export const amongSums: ProofRule = {
  id: 'sum.among',
  title: '“其中”各项之和不大于总数，列全的等于总数',
  source: '通报统计的惯例：共N人，其中A x人、B y人',
  severity: 'error',
  examples: {
    wrong: '共处理26人，其中党纪处分19人、政务处分9人。',
    right: '共处理26人，其中党纪处分19人、政务处分7人。',
  },
  check: byParagraph((paragraph) =>
    joined(paragraph.sentences.flatMap((sentence) => [...afterwards(paragraph, sentence), ...beforehand(paragraph, sentence)])),
  ),
}

const LEADS =
  /其中|(?<=[\u4e00-\u9fff])中,|分(?:类|别)(?:处置|施策|整改|处理|化解|推进)[,:]|分别(?:为|是|有)|包括|涉及人员为|(?<=\d(?:人次|万元|人|件|个|项|名|起|次|条|家|户|亩|元)):/g

/** Counts outside the brackets of a sentence. */
const countsOf = (paragraph: ParagraphReading, sentence: Piece): readonly NumberInText[] =>
  paragraph.numbers.filter(
    ({ start, unit }) =>
      isWithin(start, sentence) &&
      unit !== '' &&
      unit !== '%' &&
      !/百分点|月$|岁|天/.test(unit) &&
      !paragraph.brackets.some((bracket) => isWithin(start, bracket)),
  )

const afterwards = (paragraph: ParagraphReading, sentence: Piece): readonly RuleResult[] => {
  const { folded } = paragraph
  const counts = countsOf(paragraph, sentence)
  const words = folded.slice(sentence.start, sentence.end)
  const leads = [...words.matchAll(LEADS)].map((match) => ({ word: match[0], at: match.index + sentence.start }))
  return leads.flatMap(({ word, at }, i): readonly RuleResult[] => {
    if (paragraph.brackets.some((bracket) => isWithin(at, bracket))) return []
    const until = leads[i + 1]?.at ?? sentence.end
    const after = counts.filter(({ start }) => start > at && start < until)
    const [first] = after
    if (!first || first.start - at > 40) return []
    const totals = counts.filter(({ unitEnd, kind }) => unitEnd <= at && kind === first.kind)
    const total = totals.at(-1)
    if (!total || /;/.test(folded.slice(total.unitEnd, at)) || ASIDE.test(folded.slice(total.unitEnd, at))) return []
    const same = after.filter(({ kind }) => kind === total.kind)
    const run = runOf(folded, same)
    // Of several totals the parts may belong to an earlier one.
    if (totals.slice(-2).some((one) => holdsWithAny(folded, same, one))) return [{ checked: 1, findings: [] }]
    if (compareDecimals(first.amount, total.amount) > 0 && totals.length > 1) return []
    const isClosed = word !== '其中' && word !== '包括' && word !== '中,'
    if (isClosed && run.length < 2) return []
    const isOpen = !isClosed || /^[^\d,。;]{0,12}等/.test(folded.slice(run.at(-1)?.unitEnd ?? 0))
    return [judgeSum('sum.among', paragraph, { total, parts: run, isOpen })]
  })
}

const ASIDE = /同比|比上年|较上年|增长|平均|每/

/** The sums of the first part, the first two, …. */
const sumsOf = (parts: readonly NumberInText[]): readonly Decimal[] => {
  const sums: Decimal[] = []
  for (const { amount } of parts) sums.push(sumOf([sums.at(-1) ?? ('0' as Decimal), amount]))
  return sums
}

/** Do the parts up to some clause's end come to the total? In a list joined by 、 none is left out. */
const holdsWithAny = (folded: string, parts: readonly NumberInText[], total: NumberInText): boolean =>
  sumsOf(parts).some((sum, i) => {
    const [part, next] = [parts[i], parts[i + 1]]
    if (part && next && JOINED.test(unyeared(folded.slice(part.unitEnd, next.start)))) return false
    return compareDecimals(sum, total.amount) === 0
  })

const JOINED = /^(?:[、和及]|以及)[^、,;。\d]{0,16}$/

/** 、2021年… names a part as any word does. */
const unyeared = (words: string): string => words.replace(/\d{4}年(?:\d{1,2}(?:[至—-]\d{1,2})?月)?/g, '')

/** Parts that stand in one list: joined by 、 or, where each clause is a short name and its number, by commas. */
const runOf = (folded: string, parts: readonly NumberInText[]): readonly NumberInText[] => {
  const run: NumberInText[] = []
  for (const part of parts) {
    const before = run.at(-1)
    const between = before ? unyeared(folded.slice(before.unitEnd, part.start)) : ''
    if (
      before &&
      !/^(?:[、和及]|以及|[,;](?!并|共|累计|追缴|退缴|涉及|目前|已|同时|另|现|全部|通过|组织|开展|召开))[^、,;。\d]{0,16}$/.test(
        between,
      )
    )
      break
    run.push(part)
  }
  return run
}

/** A total stands for no more parts than these; without an end a long text of totals would be summed over and over. */
const MOST_PARTS = 60

const TOTAL_BEHIND = /[,、]?\s?(?:以上)?(?:共计|合计|总计|共)[^\d,。;、]{0,6}$/

/** 信访件5件、线索7件，共计12件. */
const beforehand = (paragraph: ParagraphReading, sentence: Piece): readonly RuleResult[] => {
  const { folded } = paragraph
  const counts = countsOf(paragraph, sentence)
  return counts.flatMap((total, i): readonly RuleResult[] => {
    const before = counts[i - 1]
    if (!before || before.kind !== total.kind || before.unit !== total.unit) return []
    if (!TOTAL_BEHIND.test(folded.slice(before.unitEnd, total.start))) return []
    if (folded.slice(before.unitEnd, total.start).length > 10) return []
    const parts: NumberInText[] = []
    for (const part of counts.slice(Math.max(0, i - MOST_PARTS), i).reverse()) {
      const next = parts.at(-1)
      if (
        next &&
        (part.kind !== next.kind || !/^(?:[、和及,]|以及)[^、,;。\d]{0,16}$/.test(folded.slice(part.unitEnd, next.start)))
      )
        break
      parts.push(part)
    }
    if (parts.length < 2 || parts.length === MOST_PARTS) return []
    return holdsInAll(parts, total)
      ? [{ checked: 1, findings: [] }]
      : [judgeSum('sum.among', paragraph, { total, parts: parts.reverse(), isOpen: false })]
  })
}

/** The parts stand in the order they were gathered, from the total back: the nearest ones may be the whole list. */
const holdsInAll = (parts: readonly NumberInText[], total: NumberInText): boolean =>
  sumsOf(parts).some((sum, i) => i > 0 && compareDecimals(sum, total.amount) === 0)
