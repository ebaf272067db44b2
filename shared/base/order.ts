import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Places for `n` new siblings, in order. Compare places by code unit. */
export const orderKeys = (n: number): readonly string[] => generateNKeysBetween(null, null, n)

/** Places for `n` new siblings between two that differ; null stands for the end of the row on that side. */
export const orderKeysBetween = (before: string | null, after: string | null, n: number): readonly string[] =>
  generateNKeysBetween(before, after, n)

/** A place between two siblings, which must differ; null stands for the end of the row on that side. */
export const orderBetween = (before: string | null, after: string | null): string => generateKeyBetween(before, after)

/**
 * Is this a place the library makes and takes: a letter that tells the length of the whole part (`a0`, `b00`, `Zz`), base-62 digits, and a
 * fraction that does not end in 0? It throws for every other, so that foreign data must be kept out here.
 */
export const isOrderKey = (text: string): boolean => {
  const head = text.charCodeAt(0)
  const digits = /^[a-z]/.test(text) ? head - 0x61 + 1 : /^[A-Z]/.test(text) ? 0x5a - head + 1 : 0
  if (digits === 0 || text.length < digits + 1 || !/^[0-9A-Za-z]+$/.test(text)) return false
  const smallest = `A${'0'.repeat(26)}`
  return text !== smallest && (text.length === digits + 1 || !text.endsWith('0'))
}
