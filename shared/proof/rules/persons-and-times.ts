import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import { isWithin, numbersOf, type ParagraphReading, type Piece } from '../reading.ts'
import { byParagraph, joined, NOTHING, type ProofRule, type RuleResult } from '../rule.ts'

/** 人 and 人次 count differently (one person dealt with twice is 1人, 2人次) and never stand in one sum. */
export const personsAndTimes: ProofRule = {
  id: 'persons.times',
  title: '人与人次不混用',
  source: '问责统计口径：按人或按人次，一处统计只用一种',
  severity: 'warning',
  examples: {
    wrong: '给予处分9人次（警告6人、严重警告3人）。',
    right: '给予处分9人次（警告6人次、严重警告3人次）。',
  },
  check: byParagraph((paragraph) => joined([...brackets(paragraph), ...lists(paragraph), ...mixedRuns(paragraph)])),
}

const brackets = (paragraph: ParagraphReading): readonly RuleResult[] =>
  paragraph.brackets.map((bracket) => {
    const total = paragraph.numbers
      .filter(({ unitEnd }) => unitEnd <= bracket.start && unitEnd >= bracket.start - 18)
      .filter(({ unitEnd }) => !/[。;,:]/.test(paragraph.folded.slice(unitEnd, bracket.start)))
      .at(-1)
    return total ? compared(paragraph, total, { start: bracket.start + 1, end: bracket.end - 1 }) : NOTHING
  })

/** 共处理12人次，其中警告7人、记过5人. */
const lists = (paragraph: ParagraphReading): readonly RuleResult[] =>
  [...paragraph.folded.matchAll(/(?:人次|人|名)[^。;\d]{0,12}(?<!\()其中/g)].map((match) => {
    const at = match.index + match[0].length
    const total = paragraph.numbers.find(({ start, unitEnd }) => start < at && unitEnd >= match.index && unitEnd <= at)
    const end = paragraph.folded.slice(at).search(/[。;(]/)
    return total ? compared(paragraph, total, { start: at, end: end === -1 ? paragraph.text.length : at + end }) : NOTHING
  })

/** 批评教育15人次、提醒谈话21人、责令检查4人次: what is added up counts in one way. Inside a bracket the total has been looked at. */
const mixedRuns = (paragraph: ParagraphReading): readonly RuleResult[] => {
  const persons = paragraph.numbers.filter(
    ({ kind, start }) => (kind === '人' || kind === '人次') && !paragraph.brackets.some((bracket) => isWithin(start, bracket)),
  )
  const runs: (typeof persons)[number][][] = []
  for (const number of persons) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && /^、[^、,;。\d]{0,14}$/.test(paragraph.folded.slice(last.unitEnd, number.start))) run.push(number)
    else runs.push([number])
  }
  return runs
    .filter((run) => run.length >= 3 && /^[,、]?(?:累计|共计|合计|共)/.test(paragraph.folded.slice(run.at(-1)?.unitEnd ?? 0)))
    .map((run) => {
      const times = run.filter(({ kind }) => kind === '人次').length
      const odd = run.find(({ kind }) => (kind === '人次') !== times * 2 >= run.length)
      if (!odd || times === 0 || times === run.length) return { checked: 1, findings: [] }
      const message = PROOF_SENTENCES.personTimes(times * 2 >= run.length ? '人次' : '人', odd.unit)
      const place = { start: odd.start, end: odd.unitEnd }
      return { checked: 1, findings: [findingAt('persons.times', 'warning', paragraph.text, place, { message })] }
    })
}

const compared = (paragraph: ParagraphReading, total: ParagraphReading['numbers'][number], piece: Piece): RuleResult => {
  if (total.kind !== '人' && total.kind !== '人次') return NOTHING
  const other = total.kind === '人' ? '人次' : '人'
  const parts = numbersOf(paragraph, piece, false).filter(({ kind }) => kind === '人' || kind === '人次')
  if (parts.length === 0) return NOTHING
  if (!parts.some(({ kind }) => kind === other)) return { checked: 1, findings: [] }
  const message = PROOF_SENTENCES.personTimes(total.unit, parts.find(({ kind }) => kind === other)?.unit ?? other)
  const place = { start: total.start, end: total.unitEnd }
  return { checked: 1, findings: [findingAt('persons.times', 'warning', paragraph.text, place, { message })] }
}
