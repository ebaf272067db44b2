/** A spreadsheet as plain data: what a builder makes and a renderer writes. Rows and columns count from 0. */
export interface WorkbookModel {
  readonly title: string
  readonly creator: string
  readonly sheets: readonly SheetModel[]
  /** Lists for drop-downs, by name. */
  readonly options: Readonly<Record<string, readonly string[]>>
}

export interface SheetModel {
  readonly name: string
  /** First row, across all columns. */
  readonly title: string
  /** Second row: unit and date. */
  readonly subtitle: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** Cells of `rows` that are one. */
  readonly merges: readonly CellRange[]
  /** A hidden column at the right, for the program: its head and a text per row. It is never printed. */
  readonly hidden?: { readonly head: string; readonly cells: readonly string[] }
}

export interface SheetColumn {
  readonly title: string
  /** In characters of the standard font: a Han character counts two. */
  readonly width: number
  readonly align: 'left' | 'center'
  /** Name of the list its cells are chosen from. */
  readonly options?: string
  /** Colours by what a cell begins with; the first that fits. */
  readonly colours?: readonly { readonly begins: string; readonly colour: CellColour }[]
}

export interface SheetRow {
  readonly cells: readonly (string | number)[]
  /** In points, at most MAX_ROW_HEIGHT. */
  readonly height: number
}

export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export type CellColour = 'red' | 'yellow' | 'green' | 'blue' | 'grey'

/** Behind the words, on screen and on paper; light enough to read black print on. */
export const CELL_FILLS: Readonly<Record<CellColour, string>> = {
  red: 'F8CBAD',
  yellow: 'FFE699',
  green: 'C6E0B4',
  blue: 'BDD7EE',
  grey: 'D9D9D9',
}

/** Excel's limit is 409.5 pt; less leaves room to print a row on one landscape page with its header. */
export const MAX_ROW_HEIGHT = 390
