import type { Finding } from '../domain/finding.ts'

/** What the bytes of a file turned out to be, whatever its name says. */
export type IncomingFormat = 'txt' | 'csv' | 'docx' | 'doc' | 'wps' | 'xlsx' | 'xls' | 'et' | 'ods'

/**
 * What a reader makes of any file: its text with automatic numbers written out, and its tables. Content is data: nothing of it is run,
 * fetched or used as a path.
 */
export interface IncomingDocument {
  readonly format: IncomingFormat
  /**
   * What `cli text FILE` prints, and what the findings' offsets count in. Word: one paragraph a line, numbers and footnote marks
   * included, a row of a table as one line of cells parted by tabs. Workbook: the rows of each sheet in the same way.
   */
  readonly text: string
  /** Sheets of a workbook, or tables of a Word file, in reading order. */
  readonly tables: readonly IncomingTable[]
  /** What stands beside the text and is not mixed into it. */
  readonly asides: readonly IncomingAside[]
  /** What a person should know about the reading itself: lost numbers, revisions left out, a hidden sheet. */
  readonly findings: readonly Finding[]
}

export interface IncomingTable {
  /** Name of the sheet; 表1, 表2 … in a Word file. */
  readonly name: string
  /** Cells as a person sees them, every row equally long; a merged cell's words stand in its upper left cell, the others are empty. */
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly IncomingMerge[]
  /** Hidden in the program the file came from; read all the same. */
  readonly isHidden: boolean
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

/** Cells that are one; rows and columns count from 0, all ends inclusive. */
export interface IncomingMerge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface IncomingAside {
  readonly kind: 'comment' | 'footnote' | 'endnote' | 'deleted' | 'inserted' | 'textBox' | 'header' | 'footer'
  readonly text: string
  readonly author: string | null
  /** Where in `text` it belongs (UTF-16), null where nowhere. */
  readonly at: number | null
}
