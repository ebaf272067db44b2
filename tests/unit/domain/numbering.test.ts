import { expect, test } from 'vitest'
import { foldWidth } from '../../../shared/base/text.ts'
import { fillHeading, statementInSlot } from '../../../shared/domain/heading-pattern.ts'
import { parseItemLines, printItemLines } from '../../../shared/domain/item-lines.ts'
import { MARK_STYLES, parseLevels, printLevels, printMark, readMark } from '../../../shared/domain/numbering.ts'

test('every mark is read as it is printed', () => {
  for (const style of MARK_STYLES)
    for (const n of [1, 2, 10, 11, 19])
      expect(readMark(foldWidth(`${printMark(style, n)}标题`))).toMatchObject({ style, value: n })
})

test('official documents print full-width brackets and a half-width dot', () => {
  expect(MARK_STYLES.map((style) => printMark(style, 12))).toEqual([
    '十二、',
    '（十二）',
    '12.',
    '（12）',
    '问题12：',
    '12）',
    '⑫',
  ])
})

test('numbers in running text are no marks', () => {
  for (const line of ['2021.9.30前完成', '3.5亿元', '一、二、三产业', '2021年', '一是抓部署', '(试行)', '100家企业'])
    expect(readMark(line), line).toBeNull()
})

test('a bracket without its number is a mark whose number is lost', () => {
  expect(readMark(')持续用力')).toMatchObject({ value: null })
})

test('a quotation mark may follow the dot', () => {
  expect(readMark('2.“三超两乱”问题')).toMatchObject({ style: 'arabic-dot', value: 2, length: 2 })
})

test('levels survive being written as one scalar, and unknown styles are left out', () => {
  const levels = [
    { style: 'cjk-dun', continuous: false },
    { style: 'arabic-paren', continuous: true },
  ] as const
  expect(printLevels(levels)).toBe('cjk-dun,arabic-paren*')
  expect(parseLevels('cjk-dun,of-the-future,arabic-paren*')).toEqual(levels)
})

test('a heading quotes the statement and turns its own quotation marks inward', () => {
  const pattern = '关于“{statement}”问题的整改情况'
  expect(fillHeading(pattern, '“四风”问题仍有发生。')).toBe('关于“‘四风’问题仍有发生”问题的整改情况')
  expect(statementInSlot(pattern, '‘四风’问题仍有发生')).toBe('“四风”问题仍有发生')
  expect(fillHeading('关于{statement}问题的整改情况', '“四风”反弹')).toBe('关于“四风”反弹问题的整改情况')
  expect(fillHeading(pattern, '$& 与 $1')).toBe('关于“$& 与 $1”问题的整改情况')
})

test('the lines under a problem survive being written as one scalar', () => {
  const text = 'measures:整改措施|leader:责任领导;unit:责任单位|account+status:整改措施及成效'
  expect(printItemLines(parseItemLines(text))).toBe(text)
  expect(parseItemLines('hologram:投影|deadline:完成时限')).toEqual([[{ kind: 'deadline', words: '完成时限', isAlone: false }]])
})

test('numbers above 999 are numbers', () => {
  expect(readMark('1002.甲')).toMatchObject({ style: 'arabic-dot', value: 1002 })
  expect(readMark('(一千零二)甲')).toMatchObject({ style: 'cjk-paren', value: 1002 })
  for (const n of [1000, 1002, 1010, 1019, 1100, 9999])
    expect(readMark(foldWidth(printMark('cjk-dun', n)))?.value, `${n}`).toBe(n)
})

test('一. is read as 一、', () => {
  expect(readMark('一.甲')).toMatchObject({ style: 'cjk-dun', value: 1, length: 2 })
})
