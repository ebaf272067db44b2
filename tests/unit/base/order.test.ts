import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOrderKey, orderBetween, orderKeys } from '../../../shared/base/order.ts'

test('what the library makes is a place, and what is a place the library takes', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.array(fc.boolean(), { maxLength: 60 }), (n, sides) => {
      let [low, high]: [string, string | null] = [orderKeys(n + 1)[n] ?? 'a0', null]
      for (const isLower of sides) {
        const between = orderBetween(low, high)
        expect(isOrderKey(between)).toBe(true)
        if (isLower) high = between
        else low = between
      }
    }),
    { seed: 31, numRuns: 60 },
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'Z', 'Y', 'A', '0', '1', 'z', '-', '数') }), (text) => {
      fc.pre(isOrderKey(text))
      expect(orderBetween(text, null) > text).toBe(true)
      expect(orderBetween(null, text) < text).toBe(true)
    }),
    { seed: 32, numRuns: 300 },
  )
})

test.each(['', 'a', 'zz', 'a00', '0a', 'a0 ', '次序', `A${'0'.repeat(26)}`])('%j is no place', (text) => {
  expect(isOrderKey(text)).toBe(false)
})
