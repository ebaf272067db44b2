import { expect, test } from 'vitest'
import { parsePassphrase } from '../../../shared/exchange/passphrase.ts'
import { refusalText } from '../../../shared/messages/refusals.ts'

const answerTo = (text: string): string => {
  const parsed = parsePassphrase(text)
  return parsed.ok ? parsed.value : refusalText(parsed.error)
}

test('eight characters are enough, in any script, counted as a person counts them', () => {
  for (const text of ['abcd1234', '县委整改办二〇二', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', '四月 上报 口令', 'a'.repeat(300)])
    expect(answerTo(text)).toBe(text)
  expect(answerTo('𠮷𠮷𠮷𠮷𠮷𠮷𠮷')).toContain('口令太短（7 个字）')
})

test('what is empty, too short or has spaces at an end is refused in a sentence', () => {
  expect(answerTo('')).toContain('口令是空的')
  expect(answerTo('abc1234')).toContain('口令太短（7 个字）。口令至少 8 个字')
  for (const text of [' abcd1234', 'abcd1234 ', 'abcd1234\t', '　县委整改办二〇二', '        '])
    expect(answerTo(text)).toContain('口令的开头或结尾有空格')
})

test('one text has one form, however it was typed', () => {
  expect(answerTo('é'.normalize('NFD').repeat(8))).toBe('é'.repeat(8))
  expect(answerTo('é'.normalize('NFD').repeat(7))).toContain('口令太短（7 个字）')
})
