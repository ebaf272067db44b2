import { expect, test } from 'vitest'
import { daysLeft, isOpenEnded, namesImpossibleDay, parseDeadline, printDeadline } from '../../../shared/domain/deadline.ts'
import { thresholdsOf, warningAt } from '../../../shared/domain/warning.ts'
import { day } from '../../support/ports.ts'

test.each([
  ['2021年12月底前', '2021-12-31'],
  ['2021年9月', '2021-09-30'],
  ['2021年9月底前', '2021-09-30'],
  ['2021.9.30', '2021-09-30'],
  ['2021-9-30', '2021-09-30'],
  ['2021年12月31日', '2021-12-31'],
  ['2021年7月10日前', '2021-07-10'],
  ['2021 年 9 月底前', '2021-09-30'],
  ['２０２１年９月底前', '2021-09-30'],
  ['9月底前', '2024-09-30'],
  ['九月底前', '2024-09-30'],
  ['年底前', '2024-12-31'],
  ['2023年年底前', '2023-12-31'],
  ['2023年底', '2023-12-31'],
  ['二〇二一年九月底前', '2021-09-30'],
  ['2024年2月底前', '2024-02-29'],
  ['2023年上半年', '2023-06-30'],
  ['2023年第三季度', '2023-09-30'],
  ['2023年5月中旬', '2023-05-20'],
  ['2021年6月底前完成', '2021-06-30'],
  ['2021年6月30日前完成整改', '2021-06-30'],
  ['2021年底前完成', '2021-12-31'],
  ['2021年6月份底前', '2021-06-30'],
  ['12月31日24:00前', '2024-12-31'],
  ['2022年6月底前并长期坚持', '2022-06-30'],
  ['今年年底前', '2024-12-31'],
  ['本年度底', '2024-12-31'],
])('%s ends on %s', (words, on) => {
  expect(parseDeadline(words, 2024).on).toBe(on)
})

test('words that name no day keep their words', () => {
  for (const words of ['立行立改', '长期坚持', '立行立改并长期坚持']) {
    expect(parseDeadline(words, 2024)).toEqual({ words, on: null })
    expect(isOpenEnded(words)).toBe(true)
  }
  expect(parseDeadline('尽快', 2024)).toEqual({ words: '尽快', on: null })
  expect(isOpenEnded('尽快')).toBe(false)
})

test('a month without a year has no day where nothing tells the year', () => {
  expect(parseDeadline('9月底前', null).on).toBeNull()
})

test('an end without a year or month is no deadline', () => {
  for (const words of ['底前', '末', '月底']) expect(parseDeadline(words, 2024).on, words).toBeNull()
})

test('a date that does not exist is no deadline', () => {
  expect(parseDeadline('2021年2月30日', null).on).toBeNull()
  expect(parseDeadline('2021年13月底前', null).on).toBeNull()
})

test('a deadline is printed in its own words', () => {
  expect(printDeadline({ words: '2021年12月底前', on: day('2021-12-31') })).toBe('2021年12月底前')
  expect(printDeadline({ words: '', on: day('2021-12-31') })).toBe('2021年12月31日前')
  expect(printDeadline({ words: '', on: null })).toBe('')
})

test('the warning follows the days that are left', () => {
  const thresholds = thresholdsOf({ greenDays: null, yellowDays: null })
  const due = { words: '', on: day('2024-07-31') }
  const at = (today: string) => warningAt(due, 'inProgress', day(today), thresholds)
  expect([at('2024-06-01'), at('2024-07-11'), at('2024-07-21'), at('2024-07-31'), at('2024-08-01')]).toEqual([
    'none',
    'green',
    'yellow',
    'yellow',
    'red',
  ])
  expect(warningAt(due, 'done', day('2025-01-01'), thresholds)).toBe('none')
  expect(daysLeft(due, day('2024-08-02'))).toBe(-2)
})

test('a day that no calendar has is told from words without a day', () => {
  expect(['2024年2月30日前', '2023-02-29', '13月1日'].map(namesImpossibleDay)).toEqual([true, true, true])
  expect(['2024年2月29日前', '2月29日', '2024年2月底前', '长期坚持'].map(namesImpossibleDay)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect([parseDeadline('明年6月底前', 2024).on, parseDeadline('今年9月底前', 2024).on]).toEqual(['2025-06-30', '2024-09-30'])
})
