import { endOfMonth, type PlainDate, plainDateOf } from '../base/plain-date.ts'
import type { ParagraphReading } from './reading.ts'

/** A day or month as a text names it. */
export interface DateMention {
  readonly start: number
  readonly end: number
  readonly words: string
  /** Its last day; null where no such day is, or no year is known. */
  readonly until: PlainDate | null
  /** Whether its own words name the year. */
  readonly hasYear: boolean
  /** 前, 底前. */
  readonly isBefore: boolean
  readonly month: number
  readonly day: number | null
}

const MENTION =
  /(?:((?:19|20)\d{2})\s?年\s?)?(?<![\d.])(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号]|份)?(上旬|中旬|下旬|底|末|初)?(?:之?(前))?/g
const YEAR_END = /((?:19|20)\d{2})\s?年\s?年?(?:底|末)(前)?/g

const YEAR_PART = /((?:19|20)\d{2})\s?年(上半年|下半年|第?[一二三四]季度)(?:底|末)?(前)?/g
const PART_ENDS: Readonly<Record<string, number>> = {
  上半年: 6,
  一季度: 3,
  第一季度: 3,
  二季度: 6,
  第二季度: 6,
  三季度: 9,
  第三季度: 9,
}

/**
 * The days and months of a paragraph from left to right. One without a year takes the last year named before it in the paragraph, else
 * `year`.
 */
const mentionsIn = (folded: string, year: number | null): readonly DateMention[] => {
  const years = [...folded.matchAll(/((?:19|20)\d{2})\s?年/g)].map((match) => ({ at: match.index, year: Number(match[1]) }))
  const yearAt = (at: number): number | null => years.filter((named) => named.at <= at).at(-1)?.year ?? year
  const days = [...folded.matchAll(MENTION)].map((match): DateMention => {
    const [words, own, month = '', day, part, before] = match
    const known = own === undefined ? yearAt(match.index) : Number(own)
    return {
      start: match.index,
      end: match.index + words.length,
      words,
      until: known === null ? null : lastDayOf(known, Number(month), day === undefined ? null : Number(day), part),
      hasYear: own !== undefined,
      isBefore: before !== undefined,
      month: Number(month),
      day: day === undefined ? null : Number(day),
    }
  })
  const ends = [...folded.matchAll(YEAR_END)].map((match): DateMention => {
    const [words, own = '', before] = match
    const place = { start: match.index, end: match.index + words.length, words }
    return { ...place, until: endOfMonth(Number(own), 12), hasYear: true, isBefore: before !== undefined, month: 12, day: null }
  })
  const parts = [...folded.matchAll(YEAR_PART)].map((match): DateMention => {
    const [words, own = '', part = '', before] = match
    const place = { start: match.index, end: match.index + words.length, words }
    const month = PART_ENDS[part] ?? 12
    return { ...place, until: endOfMonth(Number(own), month), hasYear: true, isBefore: before !== undefined, month, day: null }
  })
  return [...days, ...ends, ...parts].sort((a, b) => a.start - b.start)
}

const lastDayOf = (year: number, month: number, day: number | null, part: string | undefined): PlainDate | null => {
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return null
  const last = day ?? (part === '上旬' || part === '初' ? 10 : part === '中旬' ? 20 : null)
  if (last === null) return endOfMonth(year, month)
  const date = plainDateOf({ year, month, day: last })
  return date.ok ? date.value : null
}

const kept = new WeakMap<ParagraphReading, Map<number | null, readonly DateMention[]>>()

/** The same of a paragraph that was read; kept as long as its reading is. */
export const dateMentionsIn = (paragraph: ParagraphReading, year: number | null): readonly DateMention[] => {
  if (!/[月年]/.test(paragraph.folded)) return NONE
  const before = kept.get(paragraph) ?? new Map<number | null, readonly DateMention[]>()
  kept.set(paragraph, before)
  const mentions = before.get(year) ?? mentionsIn(paragraph.folded, year)
  before.set(year, mentions)
  return mentions
}

const NONE: readonly DateMention[] = []
