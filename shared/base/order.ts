import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Places for `n` new siblings, in order. Compare places by code unit. */
export const orderKeys = (n: number): readonly string[] => generateNKeysBetween(null, null, n)

/** A place between two siblings; null stands for the end of the row on that side. */
export const orderBetween = (before: string | null, after: string | null): string => generateKeyBetween(before, after)
