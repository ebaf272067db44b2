import { printChineseNumeral } from '../../base/chinese-numerals.ts'
import { type Mark, type MarkStyle, printMark, rankOf } from '../../domain/numbering.ts'
import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { findingAt } from '../finding.ts'
import type { ParagraphReading, Reading } from '../reading.ts'
import { joined, type ProofFinding, type ProofRule, type RuleResult } from '../rule.ts'

/**
 * The numbers of headings run on: 一、二、三、 and under each （一）（二）（三）. A level may start anew under each heading above it, or run through
 * the whole text. 一是…二是… run on as well.
 */
export const outlineOrder: ProofRule = {
  id: 'outline.order',
  title: '层次序号连续',
  source: 'GB/T 9704-2012 7.3.3',
  severity: 'error',
  examples: { wrong: '一、总体情况\n三、下一步打算', right: '一、总体情况\n二、下一步打算' },
  check: (reading) =>
    joined([headings(reading), ...reading.paragraphs.map(({ reading: paragraph, start }) => ordinals(paragraph, start))]),
}

interface Level {
  last: number
  /** How many marks of this style stood since a higher one. */
  count: number
  /** Where the only one of them stands. */
  first: { readonly start: number; readonly end: number; readonly stated: string } | null
}

const headings = ({ paragraphs }: Reading): RuleResult => {
  const findings: ProofFinding[] = []
  const levels = new Map<MarkStyle, Level>()
  const through = new Map<MarkStyle, number>()
  const lone: { readonly style: MarkStyle; readonly start: number; readonly end: number; readonly stated: string }[] = []
  const continued = new Set<MarkStyle>()
  let [checked, hasHeading] = [0, false]
  const close = (style: MarkStyle): void => {
    const level = levels.get(style)
    levels.delete(style)
    if (level?.count === 1 && level.first && level.last === 1 && style !== 'cjk-dun') lone.push({ style, ...level.first })
  }
  for (const { reading, start } of paragraphs) {
    const { mark, text } = reading
    if (mark === null || !isHeading(reading)) continue
    checked += 1
    const lead = text.length - text.trimStart().length
    const place = { start: start + lead, end: start + lead + text.slice(lead, lead + mark.length).trimEnd().length }
    for (const style of [...levels.keys()]) if (rankOf(style) > rankOf(mark.style)) close(style)
    const level = levels.get(mark.style)
    const last = level?.last ?? 0
    const value = mark.value ?? last + 1
    const stated = text.slice(lead, lead + mark.length).trim()
    const runsThrough = level === undefined && value === (through.get(mark.style) ?? 0) + 1
    if (runsThrough && value > 1) continued.add(mark.style)
    if (value !== last + 1 && !runsThrough && mark.value !== null) {
      const isAnew = value === 1 && level !== undefined && mark.style !== 'cjk-dun'
      // A text that begins in the middle of a list was cut there.
      const isFragment = !hasHeading && through.get(mark.style) === undefined
      if (!isAnew && !isFragment) findings.push(misplaced(mark, place, stated, value, last))
    }
    hasHeading = true
    levels.set(mark.style, {
      last: value,
      count: value === 1 ? 1 : (level?.count ?? 0) + 1,
      first: value === 1 ? { ...place, stated } : (level?.first ?? null),
    })
    through.set(mark.style, value)
  }
  for (const style of [...levels.keys()]) close(style)
  // A number that runs through the whole text may well stand alone under its heading.
  for (const { style, start, end, stated } of lone)
    if (!continued.has(style))
      findings.push({ ...EMPTY, start, end, stated, severity: 'hint', message: PROOF_SENTENCES.numberLone(stated) })
  return { checked, findings }
}

const EMPTY = { rule: 'outline.order', expected: null, formula: '', fix: null } as const

/** A line of a list of figures (1.5亿元) or of a shell is no heading. */
const isHeading = ({ mark, folded }: ParagraphReading): boolean =>
  mark !== null &&
  folded.trim().length > mark.length + 1 &&
  !/^[一二三四五六七八九]、[二三四五六七八九十](?:级|季度|类|期|批|轮|线|号|等|产|档)/.test(folded.trim())

const misplaced = (
  { style }: Mark,
  place: { readonly start: number; readonly end: number },
  stated: string,
  value: number,
  last: number,
): ProofFinding => {
  const expected = printMark(style, last + 1)
  const isDoubled = value === last
  return {
    ...EMPTY,
    ...place,
    stated,
    severity: 'error',
    expected,
    message: isDoubled ? PROOF_SENTENCES.numberDoubled(stated) : PROOF_SENTENCES.numberMissing(stated, expected),
  }
}

/** 一是…三是…. */
const ordinals = ({ folded, text }: ParagraphReading, start: number): RuleResult => {
  const findings: ProofFinding[] = []
  let [last, checked] = [0, 0]
  for (const match of folded.matchAll(/(?<=^|[。;:,!\s])([一二三四五六七八九十]{1,2})是/g)) {
    const n = ORDINALS.indexOf(match[1] ?? '') + 1
    if (n === 0) continue
    checked += 1
    if (n !== 1 && n !== last + 1 && last > 0) {
      const expected = printChineseNumeral(last + 1)
      const place = { start: match.index, end: match.index + match[0].length }
      const message =
        n === last ? PROOF_SENTENCES.numberDoubled(match[0]) : PROOF_SENTENCES.ordinalMissing(match[1] ?? '', expected)
      findings.push(findingAt('outline.order', 'error', text, place, { expected: `${expected}是`, message }))
    }
    last = n
  }
  return {
    checked,
    findings: findings.map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start })),
  }
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
