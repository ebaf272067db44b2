import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  datePartsOf,
  daysBetween,
  endOfMonth,
  parsePlainDate,
  plainDateOf,
  printChineseDate,
} from '../../../shared/base/plain-date.ts'
import { day } from '../../support/ports.ts'

test('a date that does not exist is refused', () => {
  for (const words of ['2021-02-29', '2021-13-01', '2021-00-10', '2021-1-1', '21-01-01', '2021-12-31T00:00:00Z', ''])
    expect(parsePlainDate(words).ok, words).toBe(false)
  expect(plainDateOf({ year: 1899, month: 1, day: 1 }).ok).toBe(false)
})

test('the leap day exists in leap years only', () => {
  expect(parsePlainDate('2024-02-29')).toEqual({ ok: true, value: '2024-02-29' })
  expect(endOfMonth(2023, 2)).toBe('2023-02-28')
  expect(endOfMonth(2100, 2)).toBe('2100-02-28')
})

test('days are counted over months and leap years', () => {
  expect(daysBetween(day('2020-12-18'), day('2021-06-25'))).toBe(189)
  expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
  expect(daysBetween(day('2024-07-05'), day('2024-06-30'))).toBe(-5)
})

test('counting days agrees with the calendar of the platform', () => {
  const date = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [from, to] = [a, b].map((d) => d.toISOString().slice(0, 10)) as [string, string]
      const expected = (Date.parse(to) - Date.parse(from)) / 86_400_000
      expect(daysBetween(day(from), day(to))).toBe(expected)
    }),
    { seed: 9704, numRuns: 300 },
  )
})

test('a date is printed with its full year and without leading zeros', () => {
  expect(printChineseDate(day('2021-09-01'))).toBe('2021年9月1日')
  expect(datePartsOf(day('2021-09-01'))).toEqual({ year: 2021, month: 9, day: 1 })
})

test('days and months are added over the ends of months, years and centuries', () => {
  expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
  expect(addDays(day('2023-12-31'), 60)).toBe('2024-02-29')
  expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29')
  expect(addDays(day('2199-12-31'), 1)).toBeNull()
  expect(addMonths(day('2023-12-31'), 2)).toBe('2024-02-29')
  expect(addMonths(day('2024-01-15'), 12)).toBe('2025-01-15')
  expect(addMonths(day('2024-10-31'), -1)).toBe('2024-09-30')
  expect(addMonths(day('2199-12-01'), 1)).toBeNull()
})

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      const there = addDays(day('2024-02-29'), days)
      if (there !== null) expect(daysBetween(day('2024-02-29'), there)).toBe(days)
    }),
    { seed: 5, numRuns: 300 },
  )
})
