import type { Finding } from '../domain/finding.ts'

/**
 * Columns of the genre: the keys of the four lists' columns where one says the same (`domain/four-lists.ts`).
 * `problem.*` belong to the problem, `measure.*` to one measure of it; the same heading over a row with measures means the measure.
 */
export type TableField = string

/** Where something stands in the tables of an IncomingDocument; all count from 0. */
export interface TablePlace {
  readonly table: number
  readonly row: number
  readonly column: number | null
}

/** One measure as the table tells it. */
export interface TableMeasure {
  readonly at: TablePlace
  /** Id that our own export hid in the row; null in a foreign table. */
  readonly hiddenId: string | null
  readonly cells: Readonly<Record<TableField, string>>
}

/** One problem as the table tells it, on however many rows it stands; words as they stand, nothing matched or parsed yet. */
export interface TableProblem {
  readonly at: TablePlace
  readonly hiddenId: string | null
  readonly number: string | null
  readonly cells: Readonly<Record<TableField, string>>
  readonly measures: readonly TableMeasure[]
}

/** What was read from the tables a person has confirmed the columns of. */
export interface TableRows {
  readonly problems: readonly TableProblem[]
  /** Rows left out, each with the reason: 合计, empty, a repeated header, no problem to belong to. */
  readonly rejected: readonly { readonly at: TablePlace; readonly reason: string; readonly text: string }[]
  readonly findings: readonly Finding[]
}
