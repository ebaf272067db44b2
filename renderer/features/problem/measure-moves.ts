export type Direction = 'up' | 'down'

/** Behind which of a row one comes that moves by one place: null first, undefined where it cannot go. */
export const afterIdOf = (ids: readonly string[], id: string, direction: Direction): string | null | undefined => {
  const at = ids.indexOf(id)
  if (at === -1) return undefined
  if (direction === 'up') return at === 0 ? undefined : (ids[at - 2] ?? null)
  return ids[at + 1]
}
