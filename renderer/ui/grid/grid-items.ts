import type { ReactNode } from 'react'
import type { EditableField } from '../../../shared/domain/editable-field.ts'

/** A column as it can be shown. `key` names it for ever; where it stands follows from the order of the columns. */
export interface GridColumn {
  readonly key: string
  readonly title: string
  /** In px, until the person drags it; with `grow` it takes its share of what the window has left. */
  readonly width: number
  readonly grow?: number
  /** `words` are wrapped text, `mark` is short and centred, `amount` stands at the right. */
  readonly holds: 'words' | 'mark' | 'amount'
  readonly sortable?: boolean
}

/**
 * What stands in the grid from top to bottom. `rows` is one thing (a problem, an entry of a register) in as many rows as it says; it may
 * say another number once it has been read. A heading belongs to no column, and keys, selection and copying pass over it. A total is one row
 * that nobody edits.
 */
export type GridItem =
  | { readonly type: 'rows'; readonly key: string; readonly rows: number }
  | { readonly type: 'total'; readonly key: string; readonly rows: 1 }
  | { readonly type: 'heading'; readonly key: string; readonly title: string; readonly count: number; readonly isOpen: boolean }

/** The texts of one row in the order of the columns; null continues the cell above it (never in the first row of an item). */
export type GridRow = readonly (string | null)[]

/** `row` counts within the item, `column` among the columns shown. Always the first row of a cell that reaches over several. */
export interface GridCell {
  readonly key: string
  readonly row: number
  readonly column: number
}

/** What stands in the items, and what of it can be typed. */
export interface GridSource {
  /** Never empty. The same array as long as nothing has changed: what is drawn is not drawn again for nothing. */
  readonly rowsOf: (key: string) => readonly GridRow[]
  /** Null: this cell cannot be edited here (it is computed, or its item has not been read). */
  readonly fieldOf: (cell: GridCell) => EditableField | null
}

/** A cell that is drawn: what to draw in it beside its text. */
export interface DrawnCell {
  readonly key: string
  readonly row: number
  readonly column: GridColumn
  readonly text: string
}

export interface GridDrawing {
  /** What stands in a cell instead of its plain text; undefined: the text. */
  readonly draw?: (cell: DrawnCell) => ReactNode
  /** A class of its own (`cell-joined`). */
  readonly toneOf?: (cell: DrawnCell) => string | undefined
}

/** What is to be written into a cell. */
export interface GridWrite {
  readonly cell: GridCell
  readonly text: string
}

/** Why a change of many cells was asked for. */
export type WriteKind = 'fill' | 'clear' | 'cut'

/** Cells side by side, from one corner to the other with both; `item` counts among the items that have cells. */
export interface GridRange {
  readonly from: RowPlace
  readonly to: RowPlace
  readonly left: number
  readonly right: number
}

export interface RowPlace {
  readonly item: number
  readonly row: number
}
