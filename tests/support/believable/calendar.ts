import { endOfMonth, type PlainDate } from '../../../shared/base/plain-date.ts'
import { parseDeadline } from '../../../shared/domain/deadline.ts'
import { day } from '../ports.ts'
import type { RandomSource } from './random-source.ts'

const DAY_MS = 86_400_000

export const daysAfter = (date: PlainDate, days: number): PlainDate =>
  day(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10))

export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/** A day between two, both included. */
export const dayBetween = (random: RandomSource, from: PlainDate, to: PlainDate): PlainDate => {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  return daysAfter(from, random.whole(0, Math.max(0, days)))
}

/** Words of the genre for the end of a month so many months after a date, with the day they name. */
export const deadlineAfter = (random: RandomSource, from: PlainDate, months: number) => {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = endOfMonth(year, month)
  const quarter = month / 3
  const forms = [
    `${year}年${month}月底前`,
    `${year}年${month}月${Number(last.slice(8))}日前`,
    `${year}年${month}月`,
    `${year}.${month}.${Number(last.slice(8))}`,
    ...(month === 12 ? [`${year}年底前`] : []),
    ...(month === 6 ? [`${year}年上半年`] : []),
    ...(Number.isInteger(quarter) ? [`${year}年第${'一二三四'[quarter - 1]}季度`] : []),
  ]
  const words = random.pick(forms)
  return { deadlineWords: words, deadlineOn: parseDeadline(words, year).on }
}
