/** Index of the last item that passes, or -1 (ES2023's findLastIndex, for the ES2022 this code is compiled for). */
export const lastIndexWhere = <T>(items: readonly T[], test: (item: T) => boolean): number => {
  for (let i = items.length - 1; i >= 0; i--) if (test(items[i] as T)) return i
  return -1
}

/** Groups in order of first appearance. */
export const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** The item that stands most often; the earlier one wins a tie; null for none. */
export const mostCommon = <T>(items: readonly T[]): T | null => {
  const counts = [...groupBy(items, (item) => item)].map(([item, same]) => ({ item, times: same.length }))
  return (
    counts.reduce<{ item: T; times: number } | null>((best, next) => (best && best.times >= next.times ? best : next), null)
      ?.item ?? null
  )
}
