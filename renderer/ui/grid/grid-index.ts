import type { GridItem } from './grid-items.ts'

/** The items that have cells; where each item stands, its rank among those with cells (−1: it has none), and at which row of all it begins. */
export const indexed = (items: readonly GridItem[]) => {
  const keys: string[] = []
  const places = new Map<string, number>()
  const ranks = new Int32Array(items.length)
  const starts = new Int32Array(items.length)
  let count = 0
  for (const [i, item] of items.entries()) {
    places.set(item.key, i)
    starts[i] = count
    const isHeading = item.type === 'heading'
    count += isHeading ? 1 : item.rows
    ranks[i] = isHeading ? -1 : keys.length
    if (!isHeading) keys.push(item.key)
  }
  const indexOf = (key: string): number => ranks[places.get(key) ?? -1] ?? -1
  return { keys, indexOf, places, starts, count }
}
