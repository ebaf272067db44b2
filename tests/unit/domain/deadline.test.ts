import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDateOf } from '../../../shared/base/plain-date.ts'
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
  ['年内', '2024-12-31'],
  ['2021年内', '2021-12-31'],
  ['2021年9月底之前', '2021-09-30'],
  ['2021年9月30日以前', '2021-09-30'],
  ['第三季度内', '2024-09-30'],
  ['明年底前', '2025-12-31'],
  ['次年上半年', '2025-06-30'],
  ['20210930', '2021-09-30'],
  ['2021年3月至6月', '2021-06-30'],
  ['2021年3月1日至6月15日', '2021-06-15'],
  ['2021年6月1日至20日', '2021-06-20'],
  ['2021年10月—2022年3月', '2022-03-31'],
  ['2021年10月至次年3月', '2022-03-31'],
  ['2021.3-2021.6', '2021-06-30'],
  ['3月1日至6月底', '2024-06-30'],
  ['自2021年3月起至2021年12月底前', '2021-12-31'],
  ['即日起至2021年12月底', '2021-12-31'],
  ['最迟2021年9月底', '2021-09-30'],
  ['不晚于2021年9月30日', '2021-09-30'],
  ['力争2021年9月底前完成', '2021-09-30'],
  ['计划于2021年9月底前完成整改', '2021-09-30'],
  ['截至2021年9月底', '2021-09-30'],
  ['到2021年底', '2021-12-31'],
  ['完成时限：2021年9月底前', '2021-09-30'],
  ['2021年9月底前（长期坚持）', '2021-09-30'],
  ['集中整改期内', '2024-06-20'],
  ['集中整改期间', '2024-06-20'],
  ['集中整改期', '2024-06-20'],
  ['集中整改期结束前', '2024-06-20'],
  ['集中整改期内完成', '2024-06-20'],
  ['在集中整改期内完成整改', '2024-06-20'],
  ['集中整改期内完成并长期坚持', '2024-06-20'],
  ['反馈之日起两个月内', '2024-02-29'],
  ['自反馈之日起2个月内', '2024-02-29'],
  ['收到反馈意见之日起三个月内', '2024-03-31'],
  ['反馈后30日内', '2024-01-30'],
  ['巡察反馈后半年内完成', '2024-06-30'],
])('%s ends on %s', (words, on) => {
  const anchors = { concentratedUntil: day('2024-06-20'), feedbackOn: day('2023-12-31') }
  expect(parseDeadline(words, 2024, anchors).on).toBe(on)
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
  expect(parseDeadline('0021年12月底前', null).on).toBeNull()
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

test('words that may be read in two ways, or lean on a day nobody has set, name no day', () => {
  const anchors = { concentratedUntil: day('2024-06-20'), feedbackOn: day('2024-01-15') }
  for (const words of ['春节前', '两个月内', '每年12月底前', '2021年6月至3月', '集中整改后', '国庆节前'])
    expect(parseDeadline(words, 2024, anchors).on, words).toBeNull()
  for (const words of ['集中整改期内', '反馈之日起两个月内']) expect(parseDeadline(words, 2024).on, words).toBeNull()
})

test('work at once and work already done name no day, and miss none', () => {
  for (const words of ['立即', '立即整改', '即知即改', '边查边改', '已完成', '已全部完成整改', '已办结'])
    expect([isOpenEnded(words), parseDeadline(words, 2024).on], words).toEqual([true, null])
})

test('whatever the date, printing it and reading it gives it back', () => {
  const dates = fc.record({
    year: fc.integer({ min: 1900, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  fc.assert(
    fc.property(dates, fc.option(fc.integer({ min: 1900, max: 2199 })), (parts, year) => {
      const on = plainDateOf(parts)
      if (on.ok) expect(parseDeadline(printDeadline({ words: '', on: on.value }), year).on).toBe(on.value)
    }),
    { seed: 7, numRuns: 1_000 },
  )
})

test('on the day itself nothing is late, and nothing is that is done, closed or without a day', () => {
  const thresholds = thresholdsOf({ greenDays: 20, yellowDays: 0 })
  const due = { words: '', on: day('2024-07-31') }
  expect(daysLeft(due, day('2024-07-31'))).toBe(0)
  expect(warningAt(due, 'inProgress', day('2024-07-31'), thresholds)).toBe('yellow')
  expect(warningAt(due, 'inProgress', day('2024-08-01'), thresholds)).toBe('red')
  for (const status of ['done', 'closed'] as const) expect(warningAt(due, status, day('2030-01-01'), thresholds)).toBe('none')
  expect(warningAt({ words: '长期坚持', on: null }, 'inProgress', day('2030-01-01'), thresholds)).toBe('none')
})
