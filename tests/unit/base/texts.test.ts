import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseChineseDigits, parseChineseNumeral, printChineseNumeral } from '../../../shared/base/chinese-numerals.ts'
import { orderBetween, orderKeys } from '../../../shared/base/order.ts'
import { emWidth, foldWidth, printableText } from '../../../shared/base/text.ts'

test('every numeral from 1 to 999 is read as it is printed', () => {
  for (let n = 1; n <= 999; n++) expect(parseChineseNumeral(printChineseNumeral(n)), printChineseNumeral(n)).toBe(n)
  expect([10, 11, 20, 49, 101, 110, 111].map(printChineseNumeral)).toEqual([
    '十',
    '十一',
    '二十',
    '四十九',
    '一百零一',
    '一百一十',
    '一百一十一',
  ])
})

test('what is no numeral is not read', () => {
  for (const words of ['', '零', '是', '一是', '十十', '万']) expect(parseChineseNumeral(words), words).toBeNull()
  expect(parseChineseDigits('二〇二一')).toBe(2021)
  expect(parseChineseDigits('二十一')).toBeNull()
})

test('folding keeps every offset', () => {
  expect(foldWidth('（一）Ａ，：；％．　「」')).toBe('(一)A,:;%. 「」')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldWidth(text)).toHaveLength(text.length)
    }),
    { seed: 2 },
  )
})

test('widths count a Han character twice a digit', () => {
  expect(emWidth('2021年9月1日')).toBe(6)
})

test('characters that make Word call a file corrupt are dropped', () => {
  expect(printableText('甲\u0000\u000b\u001f乙\ud800丙\udc00\ufffe\uffff\t丁\n𠮷')).toBe('甲乙丙\t丁\n𠮷')
})

test('a place between two siblings lies between them', () => {
  const keys = orderKeys(5)
  expect([...keys].sort()).toEqual(keys)
  const between = orderBetween(keys[1] ?? null, keys[2] ?? null)
  expect([keys[1], between, keys[2]]).toEqual([keys[1], between, keys[2]].sort())
})
