import { inOrder, type PieceRole, piecesOf, type Split } from './splits.ts'

/** A person splits here: the piece that begins is of this role, at the level of what stands before it. */
export const addSplit = (text: string, splits: readonly Split[], at: number, role: PieceRole): readonly Split[] => {
  const before = piecesOf(text, splits).filter((piece) => piece.at < at)
  const nearest = before.reverse().find((piece) => piece.role === 'problem' || piece.role === 'heading')
  const level = Math.max(
    1,
    nearest === undefined ? 1 : nearest.level + (nearest.role === 'heading' && role !== 'heading' ? 1 : 0),
  )
  return inOrder(text, [...splits, { at, kind: 'hand', role, level, confidence: 1, isTaken: true }])
}

/** A person joins a piece to the one before it. What the program had seen there stays on offer; what a person set is gone. */
export const removeSplit = (splits: readonly Split[], at: number): readonly Split[] =>
  splits.flatMap((split) => (split.at !== at ? [split] : split.kind === 'hand' ? [] : [{ ...split, isTaken: false }]))

/** A person takes what the program only offered. */
export const takeSplit = (splits: readonly Split[], at: number): readonly Split[] =>
  splits.map((split) => (split.at === at ? { ...split, isTaken: true } : split))

/** A person moves a split point; it stays what it was. Nothing else is taken out: a point that is passed over keeps its place. */
export const moveSplit = (text: string, splits: readonly Split[], from: number, to: number): readonly Split[] => {
  const moved = splits.find((split) => split.at === from)
  if (!moved || from === to) return splits
  const rest = splits.filter((split) => split !== moved && split.at !== to)
  return inOrder(text, [...rest, { ...moved, at: to, kind: 'hand', confidence: 1 }])
}

/** A person says what a piece is, or how deep it stands. */
export const changeSplit = (
  splits: readonly Split[],
  at: number,
  change: Partial<Pick<Split, 'role' | 'level'>>,
): readonly Split[] =>
  splits.map((split) =>
    split.at === at ? { ...split, ...change, level: Math.max(1, change.level ?? split.level), isTaken: true } : split,
  )

/** The problem at `at` becomes a heading, its 具体表现 become problems under it. */
export const detailsToProblems = (splits: readonly Split[], at: number): readonly Split[] => {
  const taken = splits.filter(({ isTaken }) => isTaken)
  const first = taken.findIndex((split) => split.at === at && split.role === 'problem')
  if (first === -1) return splits
  const own = new Set(followers(taken, first, ({ role }) => role === 'detail'))
  const level = taken[first]?.level ?? 1
  return splits.map((split) => {
    if (split === taken[first]) return { ...split, role: 'heading' as const }
    return own.has(split) ? { ...split, role: 'problem' as const, level: level + 1 } : split
  })
}

/** The heading at `at` becomes a problem, the problems right under it become its 具体表现. */
export const problemsToDetails = (splits: readonly Split[], at: number): readonly Split[] => {
  const taken = splits.filter(({ isTaken }) => isTaken)
  const first = taken.findIndex((split) => split.at === at && split.role === 'heading')
  const level = taken[first]?.level ?? 0
  const own = first === -1 ? [] : followers(taken, first, (split) => split.role !== 'heading' && split.level > level)
  if (own.length === 0) return splits
  const isOwn = new Set(own)
  return splits.map((split) => {
    if (split === taken[first]) return { ...split, role: 'problem' as const }
    return isOwn.has(split) && split.role !== 'advice' && split.role !== 'leads' ? { ...split, role: 'detail' as const } : split
  })
}

const followers = (taken: readonly Split[], first: number, test: (split: Split) => boolean): readonly Split[] => {
  const end = taken.findIndex((split, i) => i > first && !test(split))
  return taken.slice(first + 1, end === -1 ? taken.length : end)
}
