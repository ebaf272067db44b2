import { parseChineseDigits, parseChineseNumeral } from '../base/chinese-numerals.ts'
import {
  addDays,
  addMonths,
  datePartsOf,
  daysBetween,
  endOfMonth,
  type PlainDate,
  plainDateOf,
  printChineseDate,
} from '../base/plain-date.ts'
import { foldWidth } from '../base/text.ts'

/** 时限: the words it was given in, and the last day that still keeps it; `on` is null where the words name no day. */
export interface Deadline {
  readonly words: string
  readonly on: PlainDate | null
}

/** The deadline two fields of a record hold. */
export const deadlineOf = (record: { readonly deadlineOn: PlainDate | null; readonly deadlineWords: string }): Deadline => ({
  on: record.deadlineOn,
  words: record.deadlineWords,
})

/** Days of a ledger that words of a deadline count from or lean on. */
export interface DeadlineAnchors {
  /** The last day of 集中整改期. */
  readonly concentratedUntil: PlainDate | null
  /** The day of 反馈. */
  readonly feedbackOn: PlainDate | null
}

const NO_ANCHORS: DeadlineAnchors = { concentratedUntil: null, feedbackOn: null }

/**
 * Reads the words of the genre: 2021年12月底前 → 2021-12-31 · 2021年9月 → 2021-09-30 · 2021.9.30 · 2021年7月10日前 · 9月底前 (takes
 * `year`) · 年底前 · 2021年上半年 · 2021年第三季度 · 明年6月底前 · 2021年3月至6月 · 集中整改期内 · 反馈之日起两个月内 · 立行立改 and 长期坚持 (no
 * day). Words that are not understood, or that may be read in two ways (春节前, 两个月内), keep `on` null: the words themselves are never
 * lost. `year` is the year an unfinished date belongs to, null when nothing tells it.
 */
export const parseDeadline = (words: string, year: number | null, anchors: DeadlineAnchors = NO_ANCHORS): Deadline => ({
  words: words.trim().replace(/[。；;]$/, ''),
  on: dayOf(plainWords(words), year, anchors),
})

/** Do the words mean the end of 集中整改期, wherever a ledger sets it? */
export const isConcentrated = (words: string): boolean => CONCENTRATED.test(plainWords(words))

/** The words without what says nothing about the day. */
const plainWords = (words: string): string =>
  foldWidth(words)
    .replace(/\s/g, '')
    .replace(/[。;]$/, '')
    .replace(/\((?:已完成|长期坚持|并长期坚持|持续推进)\)$/, '')
    .replace(/^(?:完成|整改|完成整改)?(?:时限|期限|时间):/, '')
    .replace(
      /^(?:(?:确保|力争|争取|预计|计划|拟|原则上|最迟|最晚|不晚于|不迟于|截止|截至)(?:于|在|到|至)?|[于在到至](?=\d|年底|今年|集中))/,
      '',
    )
    // What is to be done by then, and what goes on after it, say nothing about the day.
    .replace(/[,、]?(?:并|且)?(?:长期坚持|持续推进|持续整改|持续巩固|常态化推进)$/, '')
    .replace(/(?<=[日月底末前度年内止间束])已?(?:全面|全部|基本)?完成(?:整改)?(?:任务|工作)?$/, '')
    .replace(/(?<=日)(?:24(?::00|时|点)|17:30|18:00)/, '')

/** Do the words name a day that no calendar has: 2024年2月30日前? Without a year a leap day is possible. */
export const namesImpossibleDay = (words: string): boolean => {
  const match = FULL_DAY.exec(foldWidth(words).replace(/\s/g, ''))
  if (!match) return false
  const [year = '2024', month = '', dayOfMonth = ''] = match[2] === undefined ? match.slice(4) : match.slice(1)
  return !plainDateOf({ year: Number(year), month: Number(month), day: Number(dayOfMonth) }).ok
}

const FULL_DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]|(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/

/** Do the words name a deadline without a day, so that a missing date is no mistake? */
export const isOpenEnded = (words: string): boolean => OPEN_ENDED.test(words)

const OPEN_ENDED =
  /立行立改|即知即改|即行即改|立查立改|边查边改|随查随改|立说立行|^立即|^马上|^长期|长期坚持|持续推进|常态化|^已(?:经)?(?:全部|全面|如期|按期|提前)?(?:完成|整改|办结|销号|落实)/

/** 2021年12月31日前 for a date that was given without words. */
export const printDeadline = (deadline: Deadline): string =>
  deadline.words !== '' ? deadline.words : deadline.on === null ? '' : `${printChineseDate(deadline.on)}前`

/** Days left from `today` to the deadline, negative when it is past; null without a day. */
export const daysLeft = (deadline: Deadline, today: PlainDate): number | null =>
  deadline.on === null ? null : daysBetween(today, deadline.on)

const YEAR = '(?:(\\d{4}|[〇零一二三四五六七八九]{4})年)'
const MONTH = '(\\d{1,2}|十[一二]?|[一二三四五六七八九])月'
const DAY = '(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]'
const BEFORE = '(?:之前|以前|前|止|为止|之内|以内|内)?'

const PATTERNS: readonly (readonly [RegExp, (m: RegExpExecArray, year: number | null) => PlainDate | null])[] = [
  [new RegExp(`^${YEAR}?${MONTH}${DAY}${BEFORE}$`), (m, year) => day(yearOf(m[1], year), numberOf(m[2]), numberOf(m[3]))],
  [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})日?前?$/, (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{4})[-./](\d{1,2})(?:月?底)?前?$/, (m) => monthEnd(Number(m[1]), Number(m[2]))],
  [new RegExp(`^${YEAR}?${MONTH}(?:份?(?:底|末)?|月底)${BEFORE}$`), (m, year) => monthEnd(yearOf(m[1], year), numberOf(m[2]))],
  [new RegExp(`^${YEAR}?${MONTH}中旬${BEFORE}$`), (m, year) => day(yearOf(m[1], year), numberOf(m[2]), 20)],
  [new RegExp(`^${YEAR}?${MONTH}上旬${BEFORE}$`), (m, year) => day(yearOf(m[1], year), numberOf(m[2]), 10)],
  [new RegExp(`^${YEAR}?${MONTH}下旬${BEFORE}$`), (m, year) => monthEnd(yearOf(m[1], year), numberOf(m[2]))],
  [new RegExp(`^(?:${YEAR}年?|今年年?|本年度?年?|年)(?:底|末)${BEFORE}$`), (m, year) => monthEnd(yearOf(m[1], year), 12)],
  [/^(\d{4})年(?:度)?(?:内|以内|之内)?$/, (m) => monthEnd(Number(m[1]), 12)],
  [/^(?:今年|本年|本年度|年)(?:之|以)?内$/, (_, year) => monthEnd(year, 12)],
  [/^(\d{4})(\d{2})(\d{2})前?$/, (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
  [new RegExp(`^(?:${YEAR}|今年)?上半年${BEFORE}$`), (m, year) => monthEnd(yearOf(m[1], year), 6)],
  [new RegExp(`^(?:${YEAR}|今年)?下半年${BEFORE}$`), (m, year) => monthEnd(yearOf(m[1], year), 12)],
  [
    new RegExp(`^(?:${YEAR}|今年)?第?([一二三四1-4])季度(?:末|底)?${BEFORE}$`),
    (m, year) => quarterEnd(yearOf(m[1], year), numberOf(m[2])),
  ],
]

const CONCENTRATED = /^集中整改(?:期|期限|阶段)?(?:间|内|之内|以内|末|结束|结束前|结束之前|满前|届满前|前)?$/
const SINCE_FEEDBACK =
  /^(?:自|从)?(?:收到|接到)?(?:巡[视察])?(?:组)?(?:意见)?反馈(?:意见)?(?:之日|当日|之后|以后|后|会后)?(?:起|算起)?的?(.{1,4}?)(个月|日|天|年)(?:之内|以内|内)$/
/** 2021年3月至6月, 即日起至2021年底. */
const SPAN =
  /^(?:(?:从|自)?(?:即日|现在|目前)起?|(?:从|自)?(.*?[年月日号底初旬]|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?)起?)(?:至|到|—+|–+|~+|-)(.+)$/

const dayOf = (words: string, year: number | null, anchors: DeadlineAnchors): PlainDate | null => {
  if (CONCENTRATED.test(words)) return anchors.concentratedUntil
  const since = SINCE_FEEDBACK.exec(words)
  if (since) return anchors.feedbackOn && dayAfter(anchors.feedbackOn, since[1] ?? '', since[2] ?? '')
  const plain = plainDay(words, year)
  const span = plain === null ? SPAN.exec(words) : null
  return span ? spanEnd(span[1] ?? null, span[2] ?? '', year) : plain
}

/** The day of the start does not count (民法典第二百零一条), so that 30日内 ends on the thirtieth day after. */
const dayAfter = (start: PlainDate, count: string, unit: string): PlainDate | null => {
  const n = count === '半' ? 0.5 : count === '两' ? 2 : numberOf(count)
  const months = unit === '个月' ? n : unit === '年' ? n * 12 : null
  if (n === 0 || (months !== null && !Number.isInteger(months))) return null
  return months === null ? addDays(start, n) : addMonths(start, months)
}

/** The end of a span; what it leaves out it takes from the start. An end before the start is no reading. */
const spanEnd = (from: string | null, to: string, year: number | null): PlainDate | null => {
  if (from === null) return plainDay(to, year)
  const start = plainDay(from, year)
  if (start === null) return null
  const { year: ownYear, month } = datePartsOf(start)
  const end = plainDay(/^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/.test(to) ? `${month}月${to}` : to, ownYear)
  return end !== null && end >= start ? end : null
}

const plainDay = (words: string, year: number | null): PlainDate | null => {
  const next = /^[明次]年(?:度)?(?=.)/.exec(words)
  if (next) return year === null ? null : plainDay(`${year + 1}年${words.slice(next[0].length)}`, year)
  const folded = words.replace(/^(?:今年|本年|当年)(?=[\d一二三四五六七八九十]{1,2}月)/, '')
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(folded)
    if (match) return read(match, year)
  }
  return null
}

const numberOf = (text: string | undefined): number =>
  text === undefined ? 0 : /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0)

const yearOf = (text: string | undefined, fallback: number | null): number | null =>
  text === undefined ? fallback : /^\d+$/.test(text) ? Number(text) : parseChineseDigits(text)

const day = (year: number | null, month: number, dayOfMonth: number): PlainDate | null => {
  if (year === null) return null
  const date = plainDateOf({ year, month, day: dayOfMonth })
  return date.ok ? date.value : null
}

const monthEnd = (year: number | null, month: number): PlainDate | null =>
  // Words may name a year no calendar has, 0021年底前: that is a slip of the pen.
  day(year, month, 1) === null || year === null ? null : endOfMonth(year, month)

const quarterEnd = (year: number | null, quarter: number): PlainDate | null => monthEnd(year, quarter * 3)

/** The year of a date, for deadlines that inherit it. */
export const yearOfDate = (date: PlainDate | null): number | null => (date === null ? null : datePartsOf(date).year)
