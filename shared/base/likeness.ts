/** Dice's measure over pairs of characters: 1 the same, 0 nothing in common. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return 1
  const left = pairsOf(a)
  const right = pairsOf(b)
  if (left.size + right.size === 0) return 0
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return (2 * shared) / (left.size + right.size)
}

/** The pairs of neighbouring characters of a text. */
export const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}
