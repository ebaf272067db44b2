import type { GridColumn } from './grid-items.ts'

/** Widths the person has chosen, by column. */
export type ColumnWidths = Readonly<Record<string, number>>

export const NARROWEST_COLUMN = 36
export const WIDEST_COLUMN = 1_200

/**
 * The width of each column in px. What the window has left is shared among the columns that grow and that nobody has dragged; a grid that
 * is wider than its window scrolls sideways.
 */
export const tracksOf = (columns: readonly GridColumn[], widths: ColumnWidths, available: number): readonly number[] => {
  const base = columns.map(({ key, width }) => widths[key] ?? width)
  const left = Math.max(0, available - base.reduce((sum, width) => sum + width, 0))
  const shares = columns.map(({ key, grow }) => (widths[key] === undefined ? (grow ?? 0) : 0))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return all === 0 ? base : base.map((width, i) => Math.floor(width + (left * (shares[i] ?? 0)) / all))
}

/** How many of the columns that are to stay can: they never take more than two thirds of the window. */
export const frozenCount = (tracks: readonly number[], wanted: number, available: number): number => {
  let [count, width] = [0, 0]
  for (const track of tracks.slice(0, wanted)) {
    width += track
    if (width > (available * 2) / 3) break
    count += 1
  }
  return count
}

/** Where each of the frozen columns stands when the grid is scrolled sideways, and behind the last of them how wide they are together. */
export const frozenLefts = (tracks: readonly number[], frozen: number): readonly number[] => {
  const lefts = [0]
  for (const width of tracks.slice(0, frozen)) lefts.push((lefts.at(-1) ?? 0) + width)
  return lefts
}

export const withWidth = (widths: ColumnWidths, key: string, width: number): ColumnWidths => ({
  ...widths,
  [key]: Math.round(Math.max(NARROWEST_COLUMN, Math.min(WIDEST_COLUMN, width))),
})
