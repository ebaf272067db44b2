/** Draws from one stream: the same seed draws the same, on every PC and in every run. */
export interface RandomSource {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** Several different items, in their own order; all of them when there are not so many. */
  readonly several: <T>(items: readonly T[], count: number) => readonly T[]
  /** One of the keys, as often as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K
  /** An id of 96 bits, as the program makes them. */
  readonly id: () => string
}

/** mulberry32, by Tommy Ettinger (public domain): 32 bits of state are enough for invented ledgers. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const RANGE = 2 ** 32

export const randomSource = (seed: number): RandomSource => {
  const next = mulberry32(seed)
  const whole = (low: number, high: number): number => low + Math.floor((next() / RANGE) * (high - low + 1))
  return {
    whole,
    chance: (probability) => next() / RANGE < probability,
    pick: (items) => items[whole(0, items.length - 1)] as never,
    several: (items, count) => {
      let wanted = Math.min(count, items.length)
      return items.filter((_, i) => {
        const isTaken = (next() / RANGE) * (items.length - i) < wanted
        if (isTaken) wanted -= 1
        return isTaken
      })
    },
    weighted: (weights) => {
      const entries = Object.entries(weights) as [never, number][]
      let rest = (next() / RANGE) * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        rest -= weight
        if (rest < 0) return key
      }
      return entries.at(-1)?.[0] as never
    },
    id: () => Array.from({ length: 3 }, () => next().toString(16).padStart(8, '0')).join(''),
  }
}
