import { parseChineseNumeral } from '../base/chinese-numerals.ts'
import { type Decimal, decimalOf, digitsBehindPoint, parseDecimal, sumOf } from '../base/decimal.ts'
import { categoryOfMeasure, measureCode, STANDALONE_MEASURES } from '../domain/accountability-measures.ts'
import {
  ACCOUNTABILITY_WORDS,
  type AccountabilityCategory,
  type CountUnit,
  LEAD_KINDS,
  type LeadKind,
} from '../domain/records/register-records.ts'

/** One number of a statistics paragraph, as an offset into the paragraph, with the figure it states. */
export interface StatedFigure {
  readonly start: number
  readonly end: number
  readonly stated: string
  readonly figureId: string
  /** What it is called in the text: 党纪处分. */
  readonly words: string
}

export interface LeadCounts {
  readonly kind: LeadKind
  readonly received: number
  readonly closed: number | null
  readonly inProgress: number | null
  readonly duplicates: number | null
}

export interface AccountabilityCount {
  readonly category: AccountabilityCategory
  readonly measure: string
  readonly count: number
  readonly countUnit: CountUnit
}

export type OutcomeSum =
  | { readonly kind: 'regulation'; readonly count: number }
  | { readonly kind: 'returned' | 'recovered'; readonly amount: Decimal }

/** A bracket whose parts do not add up to the number before it. */
export interface SumMismatch {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly stated: string
  readonly expected: string
}

/** A number in 人次 whose bracket counts in 人, or the other way round. */
export interface MixedUnits {
  readonly start: number
  readonly end: number
  readonly words: string
  /** The number with its unit, and the unit of the bracket. */
  readonly stated: string
  readonly other: string
}

/** What the registers hear from one paragraph. */
export interface StatisticsReading {
  readonly leads: readonly LeadCounts[]
  readonly accountabilities: readonly AccountabilityCount[]
  readonly outcomes: readonly OutcomeSum[]
  readonly figures: readonly StatedFigure[]
  readonly mismatches: readonly SumMismatch[]
  readonly mixedUnits: readonly MixedUnits[]
}

/** How many register numbers make a paragraph one of statistics; fewer are figures in passing. */
const ENOUGH = 3

/** Words that make a lone number one of the whole: 集中整改期间,全市共制定制度84项. */
const OF_THE_WHOLE = /集中整改期间|(?:整改|反馈)以来|全[省市县区]共|累计/

/** Does a paragraph (folded) look like statistics, whatever could be read of it? */
export const looksLikeStatistics = (folded: string): boolean =>
  (folded.match(/[\d十百](?:件|人次|人|名|万元|亿元)/g)?.length ?? 0) >= ENOUGH &&
  /信访|线索|处分|立案|问责|追缴|清退|诫勉/.test(folded)

export const isStatisticsParagraph = (reading: StatisticsReading | null): boolean => (reading?.figures.length ?? 0) >= ENOUGH

/**
 * Reads a paragraph (folded) as statistics: 信访件, 问题线索, 立案, 问责处理, 制度, 资金. Of a paragraph with few such numbers only 制度 and
 * 资金 of the whole are taken; null when there are none.
 */
export const readStatistics = (folded: string): StatisticsReading | null => {
  const leads = LEAD_KINDS.map((kind) => readLeads(folded, kind))
  const accountabilities = readAccountabilities(folded)
  const outcomes = readOutcomes(folded)
  const figures = [...leads, accountabilities, outcomes].flatMap((reading) => reading.figures).sort((a, b) => a.start - b.start)
  if (figures.length < ENOUGH)
    return OF_THE_WHOLE.test(folded) && outcomes.sums.length > 0
      ? { ...NOTHING_ELSE, outcomes: outcomes.sums, figures: outcomes.figures }
      : null
  return {
    leads: leads.flatMap((reading) => reading.leads),
    accountabilities: accountabilities.counts,
    outcomes: outcomes.sums,
    figures,
    mismatches: [...accountabilities.mismatches, ...outcomes.mismatches],
    mixedUnits: accountabilities.mixedUnits,
  }
}

const NOTHING_ELSE: StatisticsReading = {
  leads: [],
  accountabilities: [],
  outcomes: [],
  figures: [],
  mismatches: [],
  mixedUnits: [],
}

/** 56, or 五十六. */
const N = '(\\d{1,12}|[一二三四五六七八九十百千零]{2,9})'

const numberOf = (stated: string): number => (/^\d/.test(stated) ? Number(stated) : (parseChineseNumeral(stated) ?? 0))

const LEAD_RECEIVED: Readonly<Record<LeadKind, RegExp>> = {
  letter: new RegExp(`${N}件[^,。;\\d]{0,8}?信访(?:举报)?件?|信访(?:举报)?件?${N}件`),
  clue: new RegExp(`${N}[件条](?:问题|移交)线索|(?:问题|移交)线索(?:[^,。;\\d]{1,4}共)?${N}[件条]`),
  case: new RegExp(`立案(?:审查|查处|调查)*${N}件`),
}
const LEAD_NAMES: Readonly<Record<LeadKind, string>> = { letter: '信访件', clue: '问题线索', case: '立案' }
const LEAD_DETAILS = {
  closed: {
    letter: new RegExp(`办结${N}件`),
    clue: new RegExp(`办结${N}[件条]`),
    case: new RegExp(`(?:了结|结案|办结)${N}件`),
  },
  inProgress: { letter: /(?:正在|仍在|在)办(?:理)?(\d{1,12})件/, clue: /(?:正在|仍在|在)办(?:理)?(\d{1,12})[件条]/, case: null },
  duplicates: { letter: /重复件(\d{1,12})件/, clue: null, case: null },
  closedRate: {
    letter: /办结率(?:为|达到?)?(\d{1,12}(?:\.\d{1,12})?)%/,
    clue: /办结率(?:为|达到?)?(\d{1,12}(?:\.\d{1,12})?)%/,
    case: null,
  },
} as const
const DETAIL_NAMES = { closed: '办结', inProgress: '在办', duplicates: '重复件', closedRate: '办结率' } as const

const readLeads = (folded: string, kind: LeadKind) => {
  const received = LEAD_RECEIVED[kind].exec(folded)
  if (!received) return { leads: [], figures: [] }
  const from = received.index + received[0].length
  const others = LEAD_KINDS.filter((other) => other !== kind).map((other) => LEAD_RECEIVED[other].exec(folded.slice(from))?.index)
  const segment = folded.slice(from, from + Math.min(...others.filter((at) => at !== undefined), folded.length))
  const figures: StatedFigure[] = [figureAt(received, 0, `leads.${kind}.received`, LEAD_NAMES[kind])]
  const detail = (column: keyof typeof LEAD_DETAILS): number | null => {
    const match = LEAD_DETAILS[column][kind]?.exec(segment)
    if (!match) return null
    figures.push(figureAt(match, from, `leads.${kind}.${column}`, LEAD_NAMES[kind] + DETAIL_NAMES[column]))
    return numberOf(match[1] ?? '')
  }
  const count = numberOf(figures[0]?.stated ?? '')
  const closed = detail('closed') ?? (/全部办结|均已办结/.test(segment) ? count : null)
  const lead: LeadCounts = { kind, received: count, closed, inProgress: detail('inProgress'), duplicates: detail('duplicates') }
  detail('closedRate')
  return { leads: [lead], figures }
}

/** The number in the first group that captured, wherever in the match it stands. */
const figureAt = (match: RegExpExecArray, offset: number, figureId: string, words: string): StatedFigure => {
  const stated = match.slice(1).find((group) => group !== undefined) ?? ''
  const start = offset + match.index + match[0].lastIndexOf(stated)
  return { start, end: start + stated.length, stated, figureId, words }
}

const CATEGORY_HEADS: readonly (readonly [string, AccountabilityCategory])[] = [
  ['党纪政务处分', 'combined'],
  ['党政纪处分', 'combined'],
  ['党纪处分', 'party'],
  ['政务处分', 'government'],
  ['组织处理', 'organisational'],
]
const HEAD_WORDS = [...CATEGORY_HEADS.map(([words]) => words), ...STANDALONE_MEASURES]
const HEAD = new RegExp(`(${HEAD_WORDS.join('|')})(\\d{1,12})(人次|人|名)(?:次)?(?:\\(([^()]*)\\))?`, 'g')
/** 对4人开展了谈话提醒. */
const REVERSED = new RegExp(
  `对(\\d{1,12})(人次|人|名)[^,。;\\d]{0,8}?(?:给予|进行|予以|开展|作出)了?(${STANDALONE_MEASURES.join('|')})`,
  'g',
)
const PART = /([^\d、,;()]+?)(\d{1,12})(人次|人|名)/g

const readAccountabilities = (folded: string) => {
  const counts: AccountabilityCount[] = []
  const figures: StatedFigure[] = []
  const mismatches: SumMismatch[] = []
  const mixedUnits: MixedUnits[] = []
  for (const match of folded.matchAll(HEAD)) {
    const [whole, words = '', number = '', unit = '', bracket] = match
    const category = CATEGORY_HEADS.find(([head]) => head === words)?.[1] ?? categoryOfMeasure(words)
    if (category === null || isInsideBracket(folded, match.index)) continue
    const countUnit = countUnitOf(unit)
    const at = match.index + words.length
    const isHead = CATEGORY_HEADS.some(([head]) => head === words)
    const code = isHead ? 'total' : measureCode(category, words)
    figures.push({
      start: at,
      end: at + number.length,
      stated: number,
      figureId: `accountability.${category}.${code}.${countUnit}`,
      words,
    })
    const read = bracket === undefined ? [] : readParts(bracket, category, match.index + whole.lastIndexOf('(') + 1)
    const isMixed = read.some((part) => part.count.countUnit !== countUnit)
    if (isMixed) {
      const other = countUnit === 'persons' ? '人次' : '人'
      mixedUnits.push({ start: at, end: at + number.length, words, stated: `${number}${unit}`, other })
    }
    // What makes up a number of 人次 counts 人次, whatever it says; 人 with parts in 人次 is a number of its own.
    const parts = countUnit === 'personTimes' ? read.map(inPersonTimes) : read
    if (parts.length === 0 || (isMixed && countUnit === 'persons'))
      counts.push({ category, measure: isHead ? '' : words, count: Number(number), countUnit })
    for (const part of parts) {
      counts.push(part.count)
      figures.push(part.figure)
    }
    const sum = sumOf(parts.map((part) => decimalOf(part.count.count)))
    if (parts.length > 0 && sum !== number && !(isMixed && countUnit === 'persons')) {
      mismatches.push({ start: at, end: at + number.length, words, stated: `${number}${unit}`, expected: `${sum}${unit}` })
    }
  }
  for (const match of folded.matchAll(REVERSED)) {
    const [, number = '', unit = '', words = ''] = match
    const category = categoryOfMeasure(words)
    if (category === null || isInsideBracket(folded, match.index)) continue
    const countUnit = countUnitOf(unit)
    const start = match.index + 1
    const figureId = `accountability.${category}.${measureCode(category, words)}.${countUnit}`
    figures.push({ start, end: start + number.length, stated: number, figureId, words })
    counts.push({ category, measure: words, count: Number(number), countUnit })
  }
  return { counts, figures, mismatches, mixedUnits }
}

type Part = ReturnType<typeof readParts>[number]

const inPersonTimes = ({ count, figure }: Part): Part => ({
  count: { ...count, countUnit: 'personTimes' },
  figure: { ...figure, figureId: figure.figureId.replace(/\.persons$/, '.personTimes') },
})

const readParts = (bracket: string, category: AccountabilityCategory, offset: number) =>
  [...bracket.matchAll(PART)].map((match) => {
    const [, name = '', number = '', unit = ''] = match
    const measure = name.replace(/^(?:其中|包括|含)[::]?/, '').trim()
    const countUnit = countUnitOf(unit)
    const start = offset + match.index + name.length
    return {
      count: { category, measure, count: Number(number), countUnit } as AccountabilityCount,
      figure: {
        start,
        end: start + number.length,
        stated: number,
        figureId: `accountability.${category}.${measureCode(category, measure)}.${countUnit}`,
        words: `${ACCOUNTABILITY_WORDS[category]}—${measure}`,
      } as StatedFigure,
    }
  })

const countUnitOf = (unit: string): CountUnit => (unit === '人次' ? 'personTimes' : 'persons')

const isInsideBracket = (folded: string, at: number): boolean =>
  folded.slice(0, at).split('(').length > folded.slice(0, at).split(')').length

/** Tried in this order: 新建制度12项、修订8项,共20项 · 新建制度12项、修订8项 · 修订16项制度 · 制度机制43个. */
const REGULATIONS_WITH_SUM =
  /制度(?:机制)?(\d{1,12})[项个件][、,](?:修订|修改|完善|废止)(?:制度)?(\d{1,12})[项个件](?:[、,]?共(?:计)?(\d{1,12})[项个件])?/
const REGULATIONS = /(\d{1,12})项(?:相关|工作)*制度|制度[^。,;\d]{0,6}(\d{1,12})[项个]/
const AMOUNT = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,12})?|\\d{1,12}(?:\\.\\d{1,12})?)(万元|亿元|元)'
const MONEY: readonly (readonly ['returned' | 'recovered', string, RegExp])[] = [
  ['returned', '清退追缴资金', new RegExp(`(?:清退|清缴|追缴|退缴|收缴|清收)[^。,;\\d]{0,8}?${AMOUNT}`)],
  ['recovered', '挽回经济损失', new RegExp(`(?:挽回|追回)[^。,;\\d]{0,12}?${AMOUNT}`)],
]
const IN_TEN_THOUSANDS: Readonly<Record<string, number>> = { 亿元: 4, 万元: 0, 元: -4 }

const readOutcomes = (folded: string) => {
  const sums: OutcomeSum[] = []
  const figures: StatedFigure[] = []
  const mismatches: SumMismatch[] = []
  const summed = REGULATIONS_WITH_SUM.exec(folded)
  const regulations = summed ? null : REGULATIONS.exec(folded)
  if (summed) {
    const [whole, made = '', revised = '', total] = summed
    const sum = Number(made) + Number(revised)
    const end = summed.index + whole.length - (total === undefined ? 0 : 1)
    const at = { start: end - (total?.length ?? 0), end }
    if (total === undefined)
      sums.push({ kind: 'regulation', count: Number(made) }, { kind: 'regulation', count: Number(revised) })
    else {
      sums.push({ kind: 'regulation', count: Number(total) })
      figures.push({ ...at, stated: total, figureId: 'regulations.total', words: '制度' })
      if (sum !== Number(total)) mismatches.push({ ...at, words: '制度', stated: `${total}项`, expected: `${sum}项` })
    }
  }
  if (regulations) {
    const figure = figureAt(regulations, 0, 'regulations.total', '制度')
    sums.push({ kind: 'regulation', count: Number(figure.stated) })
    figures.push(figure)
  }
  for (const [kind, words, pattern] of MONEY) {
    const match = pattern.exec(folded)
    const amount = match ? amountOf(match[1] ?? '', match[2] ?? '') : null
    if (!match || amount === null) continue
    sums.push({ kind, amount })
    figures.push(figureAt(match, 0, `money.${kind}`, words))
  }
  return { sums, figures, mismatches }
}

/** An amount in 万元: 1.2亿元 → 12000. */
const amountOf = (number: string, unit: string): Decimal | null => {
  const shift = IN_TEN_THOUSANDS[unit] ?? 0
  const [whole = '', fraction = ''] = number.replace(/,/g, '').split('.')
  const digits = whole + fraction
  const point = whole.length + shift
  const shifted =
    point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : `${digits.padEnd(point, '0').slice(0, point)}.${digits.slice(point) || '0'}`
  const parsed = parseDecimal(shifted)
  return parsed.ok ? parsed.value : null
}

/** The digits a stated number is printed with, for the token that replaces it; null prints the value as it is. */
export const tokenDigits = (stated: string, figureId: string): number | null => {
  const digits = digitsBehindPoint(stated)
  return digits === 0 && !figureId.endsWith('Rate') ? null : digits
}
