import type { Brand } from './brand.ts'
import { defect, err, ok, type Result } from './result.ts'

/** A calendar date written `2021-12-31`. It has no time and no zone, so that no PC can shift it by a day. */
export type PlainDate = Brand<string, 'PlainDate'>

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export interface NoSuchDate {
  readonly type: 'no-such-date'
  readonly words: string
}

/** The date of three numbers; `no-such-date` for 2021-02-29 and for years outside 1900–2199. */
export const plainDateOf = (parts: DateParts): Result<PlainDate, NoSuchDate> => {
  const { year, month, day } = parts
  const words = `${year}-${pad(month)}-${pad(day)}`
  const exists =
    Number.isInteger(year) &&
    year >= 1900 &&
    year <= 2199 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  return exists ? ok(words as PlainDate) : err({ type: 'no-such-date', words })
}

/** Reads `2021-12-31` and nothing else; words of the genre are read by `shared/domain/deadline.ts`. */
export const parsePlainDate = (text: string): Result<PlainDate, NoSuchDate> => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return err({ type: 'no-such-date', words: text })
  return plainDateOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

export const isPlainDate = (text: string): text is PlainDate => parsePlainDate(text).ok

export const datePartsOf = (date: PlainDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** The last day of a month: 2021, 2 → 2021-02-28. */
export const endOfMonth = (year: number, month: number): PlainDate => {
  const end = plainDateOf({ year, month, day: daysInMonth(year, month) })
  return end.ok ? end.value : defect(`callers pass months they have checked: ${year}-${month}`)
}

/** Whole days from `from` to `to`; negative when `to` lies before `from`. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** The day `days` after a date; null outside 1900–2199. */
export const addDays = (date: PlainDate, days: number): PlainDate | null => {
  const { year, month, day } = datePartsOf(date)
  const inMonth = daysInMonth(year, month)
  if (day + days <= inMonth && day + days >= 1) return dateOrNull({ year, month, day: day + days })
  if (days > 0) {
    const first = dateOrNull(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 })
    return first && addDays(first, days - (inMonth - day) - 1)
  }
  const last = dateOrNull(
    month === 1 ? { year: year - 1, month: 12, day: 31 } : { year, month: month - 1, day: daysInMonth(year, month - 1) },
  )
  return last && addDays(last, days + day)
}

/** The same day `months` later, or the last of a shorter month (民法典第二百零二条); null outside 1900–2199. */
export const addMonths = (date: PlainDate, months: number): PlainDate | null => {
  const { year, month, day } = datePartsOf(date)
  const count = year * 12 + month - 1 + months
  const later = { year: Math.floor(count / 12), month: (count % 12) + 1 }
  return dateOrNull({ ...later, day: Math.min(day, daysInMonth(later.year, later.month)) })
}

const dateOrNull = (parts: DateParts): PlainDate | null => {
  const date = plainDateOf(parts)
  return date.ok ? date.value : null
}

/** 2021年9月1日: full year, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export const printChineseDate = (date: PlainDate): string => {
  const { year, month, day } = datePartsOf(date)
  return `${year}年${month}月${day}日`
}

const pad = (n: number): string => String(n).padStart(2, '0')

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: PlainDate): number => ((((dayNumber(date) + WEDNESDAY - 1) % 7) + 7) % 7) + 1

/** Day 0 of the count below fell on this day of the week. */
const WEDNESDAY = 3

/** Days since 0000-03-01 of the proleptic Gregorian calendar, so that the leap day falls at the end of a counted year. */
const dayNumber = (date: PlainDate): number => {
  const { year, month, day } = datePartsOf(date)
  const y = month <= 2 ? year - 1 : year
  const m = month <= 2 ? month + 9 : month - 3
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
}
