import { useMemo } from 'react'
import { z } from 'zod'
import { type DeskPart, useDeskPart } from '../../state/desk.ts'
import type { GridColumn } from './grid-items.ts'
import type { ColumnWidths } from './grid-tracks.ts'

/** How a person has arranged the columns of one grid. */
export interface GridArrangement {
  readonly widths: ColumnWidths
  /** Keys of the columns not shown. */
  readonly hidden: readonly string[]
  /** Keys in the order chosen; columns not named keep their place behind the one before them. */
  readonly order: readonly string[]
  /** How many columns at the left stay; null: as many as the grid says by itself. */
  readonly frozen: number | null
}

const EMPTY: GridArrangement = { widths: {}, hidden: [], order: [], frozen: null }

const schema = z.object({
  widths: z.record(z.string(), z.number()),
  hidden: z.array(z.string()),
  order: z.array(z.string()),
  frozen: z.number().int().min(0).max(6).nullable(),
})

export interface GridLayout {
  /** The columns shown, in order. */
  readonly columns: readonly GridColumn[]
  readonly widths: ColumnWidths
  readonly onWidths: (widths: ColumnWidths) => void
  readonly frozen: number
  /** For the ColumnChooser. */
  readonly all: readonly GridColumn[]
  readonly arrangement: GridArrangement
  readonly onArrange: (next: GridArrangement) => void
}

/**
 * The columns of one grid as they are arranged on this PC; `place` is the ledger's id, `name` the grid's own name. `frozen` is how many of
 * `all` stay at the left until the person says otherwise.
 */
export const useGridLayout = (place: string, name: string, all: readonly GridColumn[], frozen: number): GridLayout => {
  const part = useMemo((): DeskPart<GridArrangement> => ({ name: `grid-${name}`, schema, empty: EMPTY }), [name])
  const [arrangement, onArrange] = useDeskPart(place, part)
  const ordered = useMemo(() => inOrder(all, arrangement.order), [all, arrangement])
  const columns = useMemo(() => shownOf(ordered, arrangement.hidden), [ordered, arrangement])
  return {
    columns,
    widths: arrangement.widths,
    onWidths: (widths) => onArrange({ ...arrangement, widths }),
    frozen: Math.min(arrangement.frozen ?? standing(all.slice(0, frozen), columns), columns.length - 1),
    all: ordered,
    arrangement,
    onArrange,
  }
}

/** Columns in the order somebody chose; a column that is new since then stands behind the one it followed before. */
export const inOrder = (all: readonly GridColumn[], order: readonly string[]): readonly GridColumn[] => {
  const known = order.flatMap((key) => all.find((column) => column.key === key) ?? [])
  const result = [...known]
  for (const [i, column] of all.entries()) {
    if (known.includes(column)) continue
    const before = all[i - 1]
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, column)
  }
  return result
}

/** How many of the columns at the left are among these. */
const standing = (these: readonly GridColumn[], columns: readonly GridColumn[]): number => {
  const other = columns.findIndex((column) => !these.includes(column))
  return other < 0 ? columns.length : other
}

/** At least one column is always shown. */
const shownOf = (columns: readonly GridColumn[], hidden: readonly string[]): readonly GridColumn[] => {
  const shown = columns.filter(({ key }) => !hidden.includes(key))
  return shown.length > 0 ? shown : columns.slice(0, 1)
}
