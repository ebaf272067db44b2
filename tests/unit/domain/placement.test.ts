import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOrderKey, orderKeys } from '../../../shared/base/order.ts'
import { inOrder } from '../../../shared/domain/arrangement.ts'
import { placeAt, placesAt } from '../../../shared/domain/placement.ts'

const row = (...orders: readonly string[]) => inOrder(orders.map((order, i) => ({ id: `s${String(i).padStart(4, '0')}`, order })))

test('between two siblings nobody moves', () => {
  expect(placeAt(row('a0', 'a1'), 1)).toEqual({ order: 'a0V', moved: [] })
  expect(placeAt([], 0)).toEqual({ order: 'a0', moved: [] })
})

test('siblings a merge left with one key are spread, and the others stay', () => {
  const { order, moved } = placeAt(row('a0', 'a1', 'a1', 'a1', 'a2'), 2)
  expect(moved.map(({ sibling }) => sibling.id)).toEqual(['s0002', 's0003'])
  expect(order > 'a1' && order < (moved[0]?.order ?? '')).toBe(true)
})

test('a key that grew long makes the row around it be spaced anew', () => {
  const tight = row('a0', `a0${'0'.repeat(146)}V`, `a0${'0'.repeat(147)}1`, 'a1')
  const { order, moved } = placeAt(tight, 1)
  expect(order.length).toBeLessThan(20)
  expect(moved.length).toBeGreaterThan(0)
})

test('ten thousand insertions at one point keep every key short', () => {
  let siblings = row('a0', 'a1')
  for (let i = 0; i < 10_000; i++) {
    const { order, moved } = placeAt(siblings, 1)
    const places = new Map(moved.map(({ sibling, order: place }) => [sibling.id, place]))
    siblings = siblings.map((s) => ({ ...s, order: places.get(s.id) ?? s.order }))
    siblings = [...siblings.slice(0, 1), { id: `n${i}`, order }, ...siblings.slice(1)].slice(0, 40)
    expect(order.length).toBeLessThanOrEqual(150)
  }
})

test('whatever the keys, what comes new stands where it was put and everyone else keeps their turn', () => {
  const key = fc.constantFrom(...orderKeys(6), 'a0V', `a0${'V'.repeat(160)}`, `a1${'z'.repeat(190)}`, `Zz${'k'.repeat(197)}`)
  fc.assert(
    fc.property(fc.array(key, { maxLength: 12 }), fc.nat(12), fc.integer({ min: 1, max: 5 }), (orders, at, count) => {
      const siblings = row(...orders)
      const index = Math.min(at, siblings.length)
      const { orders: given, moved } = placesAt(siblings, index, count)
      const places = new Map(moved.map(({ sibling, order }) => [sibling.id, order]))
      const after = siblings.map((s) => ({ ...s, order: places.get(s.id) ?? s.order }))
      const fresh = given.map((order, i) => ({ id: `z${i}`, order }))
      for (const place of given) expect(isOrderKey(place) && place.length <= 200, place).toBe(true)
      const expected = [...after.slice(0, index), ...fresh, ...after.slice(index)]
      expect(inOrder([...after, ...fresh]).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    }),
    { seed: 4, numRuns: 2_000 },
  )
})
