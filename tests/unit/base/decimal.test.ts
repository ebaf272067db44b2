import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, isDecimal, parseDecimal, percentOf, roundedText, sumOf } from '../../../shared/base/decimal.ts'

const decimal = (text: string) => {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

test('a number is kept in one form', () => {
  expect(decimal('1.50')).toBe('1.5')
  expect(decimal('1,238.00')).toBe('1238')
  expect(decimal('-0')).toBe('0')
  expect(isDecimal('1.50')).toBe(false)
  for (const words of ['', '1e5', '1.', '.5', '十', '1,23', 'NaN']) expect(parseDecimal(words).ok, words).toBe(false)
})

test('sums are exact where binary floats are not', () => {
  expect(sumOf([decimal('0.1'), decimal('0.2')])).toBe('0.3')
  expect(sumOf(['168.36', '966', '566.87', '24.08', '8.37', '212.32'].map(decimal))).toBe('1946')
})

test('percentages are rounded half up, never cut', () => {
  expect(percentOf(decimalOf(8), decimalOf(9), 1)).toBe('88.9')
  expect(percentOf(decimalOf(45), decimalOf(48), 1)).toBe('93.8')
  expect(percentOf(decimal('1683.36'), decimalOf(3284), 2)).toBe('51.26')
  // A tie goes up: 0.125 is 0.13, not the even 0.12.
  expect(percentOf(decimalOf(1), decimalOf(800), 2)).toBe('0.13')
  expect(percentOf(decimalOf(1), decimalOf(0), 1)).toBeNull()
})

test('rounding keeps the zeros it was asked for', () => {
  expect(roundedText(decimal('308.6'), 2)).toBe('308.60')
  expect(roundedText(decimal('2.345'), 2)).toBe('2.35')
  expect(roundedText(decimal('-2.345'), 2)).toBe('-2.35')
})

test('adding cents agrees with adding whole numbers of cents', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { maxLength: 30 }), (cents) => {
      const terms = cents.map((c) =>
        decimal(`${c < 0 ? '-' : ''}${Math.floor(Math.abs(c) / 100)}.${String(Math.abs(c) % 100).padStart(2, '0')}`),
      )
      const sum = cents.reduce((a, b) => a + b, 0)
      expect(Math.round(Number(sumOf(terms)) * 100)).toBe(sum)
    }),
    { seed: 1, numRuns: 200 },
  )
})
