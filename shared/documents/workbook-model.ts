/** A spreadsheet as plain data: what a builder makes and a renderer writes. Rows and columns count from 0. */
export interface WorkbookModel {
  readonly title: string
  readonly creator: string
  readonly sheets: readonly SheetModel[]
  /** Lists for drop-downs, by name. */
  readonly options: Readonly<Record<string, readonly string[]>>
  /** 密级 and how long it is kept, at the head of every page; absent for none. */
  readonly secrecy?: string
  /** Cells are locked against typing by mistake; there is no password. */
  readonly isProtected?: boolean
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
  /** Who filled it in and who looked it over: a line below the table. */
  readonly foot?: string
  /** A3 for what has more columns than A4 holds at a readable scale. */
  readonly paper?: 'A4' | 'A3'
  /** Cells that lead to another sheet. */
  readonly links?: readonly { readonly row: number; readonly column: number; readonly sheet: string }[]
}

/** A number that the sheet works out; `value` is what it comes to, and what a reader without formulas shows. */
export interface FormulaCell {
  /** Without its =; rows and columns as Excel names them. */
  readonly formula: string
  readonly value: number
}

export type CellValue = string | number | FormulaCell

export const isFormula = (cell: CellValue): cell is FormulaCell => typeof cell === 'object'

/** The row of the sheet a row of the table stands in, as formulas count: behind title, subtitle and header. */
export const sheetRowOf = (row: number): number => row + HEADER_ROWS + 1

/** Rows above the table: title, subtitle, header. */
export const HEADER_ROWS = 3

/** 0 → A, 26 → AA. */
export const columnLetter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetter(Math.floor(column / 26) - 1) + columnLetter(column % 26)

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
  readonly cells: readonly CellValue[]
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
