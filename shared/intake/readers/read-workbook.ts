import { read, type WorkBook, type WorkSheet } from 'xlsx'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Finding } from '../../domain/finding.ts'
import { intakeFinding } from '../draft.ts'
import type { IncomingDocument, IncomingFormat, IncomingMerge, IncomingTable } from '../incoming.ts'
import { isBesideLedger } from '../options-sheet.ts'
import { homeColumnOf, tableText } from '../table-text.ts'
import { readTextBytes } from './read-text.ts'
import { repackedWithin } from './unzip-within.ts'
import { type CellCounts, cellText } from './workbook-cells.ts'

/** The most a workbook may weigh: 30,000 rows of a ledger are 3 MB, pictures of evidence do not belong into it. */
export const LARGEST_WORKBOOK_MEGABYTES = 50

/** A ledger has 4 to 20 sheets; one per unit makes 200. */
const MOST_SHEETS = 300
/** A ledger holds 30,000 problems (domain/limits.ts), each on a few rows. */
const MOST_ROWS = 100_000
/** All sheets together: what a PC with 4 GB holds as text. */
const MOST_CELLS = 3_000_000
/** The longest text a field holds; Excel itself stops at 32,767. */
const LONGEST_CELL = 200_000
/** Merges of crafted files overlap a million times; no cell of a real one is under more than one. */
const MOST_MERGED_CELLS = 5_000_000

export type WorkbookFormat = Extract<IncomingFormat, 'xlsx' | 'xls' | 'et' | 'ods'>

/** What the first bytes say; null: no workbook. The name decides only between .xls and .et, which are built alike. */
export const workbookFormatOf = (bytes: Uint8Array, name: string): WorkbookFormat | null => {
  const old = /\.et$/i.test(name) ? 'et' : 'xls'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const names = latin(bytes.subarray(0, 200)) + latin(bytes.subarray(Math.max(0, bytes.length - 66_000)))
    if (/opendocument\.spreadsheet/.test(names)) return 'ods'
    return /xl\/workbook|xl\/worksheets/.test(names) ? 'xlsx' : null
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const all = latin(bytes)
    const isLocked = all.includes(wide('EncryptedPackage')) && /\.(?:xlsx|xlsm|et)$/i.test(name)
    return isLocked ? 'xlsx' : all.includes(wide('Workbook')) || /B\0o\0o\0k\0\0/.test(all) ? old : null
  }
  if (bytes[0] === 0x09 && (bytes[1] ?? 0) <= 8 && (bytes[1] ?? 1) % 2 === 0 && bytes[3] === 0) return old
  return /^(?:\ufeff|\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<table|<\?xml[^>]*>\s*(?:<\?mso[^>]*>\s*)?<(?:ss:)?workbook)/i.test(
    latin(bytes.subarray(0, 1000)),
  )
    ? old
    : null
}

/**
 * Reads the sheets of a workbook as a person sees them. Nothing is computed, fetched or run. Refused are files with a password, damaged
 * ones and those beyond the limits; hidden rows, columns and sheets are read and said.
 */
export const readWorkbook = (bytes: Uint8Array, format: WorkbookFormat): Result<IncomingDocument, Refusal> => {
  const megabytes = bytes.length / 1_000_000
  if (megabytes > LARGEST_WORKBOOK_MEGABYTES)
    return err({ type: 'workbook-too-large', what: '文件大小', limit: `${LARGEST_WORKBOOK_MEGABYTES} MB` })
  const isZip = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
  const isWebPage = bytes[0] !== 0xd0 && bytes[0] !== 0x09 && !isZip
  if (isWebPage) {
    const text = readTextBytes(bytes)
    return text.ok ? readHtmlTables(text.value.text, format) : text
  }
  const source = isZip ? repackedWithin(bytes) : ok({ bytes, needsStyles: true })
  if (!source.ok) return source
  return readSheets({ data: source.value.bytes, type: 'array', needsStyles: source.value.needsStyles }, format)
}

/** Tables of a web page or of the clipboard (text/html), merged cells included. */
export const readHtmlTables = (html: string, format: WorkbookFormat = 'xls'): Result<IncomingDocument, Refusal> =>
  readSheets({ data: html, type: 'string', needsStyles: false }, format)

interface Source {
  readonly data: Uint8Array | string
  readonly type: 'array' | 'string'
  readonly needsStyles: boolean
}

const readSheets = (source: Source, format: WorkbookFormat): Result<IncomingDocument, Refusal> => {
  const book = openBook(source)
  return book.ok ? documentOf(book.value, format) : book
}

const openBook = ({ data, type, needsStyles }: Source): Result<WorkBook, Refusal> => {
  try {
    // cellStyles is what makes the library tell hidden rows and columns and keep formulas without a result; `raw` leaves the cells of a web page as they stand.
    const options = { dense: true, cellHTML: false, cellNF: true, cellStyles: needsStyles, raw: true } as const
    return ok(read(data, { type, ...options }))
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return err({ type: /password|encrypt/i.test(message) ? 'incoming-encrypted' : 'incoming-damaged' })
  }
}

const documentOf = (book: WorkBook, format: WorkbookFormat): Result<IncomingDocument, Refusal> => {
  if (book.SheetNames.length > MOST_SHEETS) return err({ type: 'workbook-too-large', what: '工作表', limit: `${MOST_SHEETS} 张` })
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const counts: CellCounts = { errors: 0, uncomputed: 0 }
  const tables: IncomingTable[] = []
  let cells = 0
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (!sheet) continue
    const table = tableOf(sheet, { name, isHidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, date1904, counts })
    if (!table.ok) return table
    if (table.value === null) continue
    cells += table.value.rows.length * (table.value.rows[0]?.length ?? 0)
    if (cells > MOST_CELLS) return err({ type: 'workbook-too-large', what: '单元格', limit: `${MOST_CELLS / 10_000} 万个` })
    tables.push(table.value)
  }
  if (tables.length === 0) return err({ type: 'file-empty' })
  return ok({ format, text: tableText(tables), tables, asides: [], findings: findingsOf(tables, counts) })
}

interface SheetReading {
  readonly name: string
  readonly isHidden: boolean
  readonly date1904: boolean
  readonly counts: CellCounts
}

/** Null for a sheet without a word. */
const tableOf = (sheet: WorkSheet, reading: SheetReading): Result<IncomingTable | null, Refusal> => {
  const data = (sheet['!data'] ?? []) as NonNullable<WorkSheet['!data']>
  const texts: (readonly string[])[] = []
  let width = 0
  let height = 0
  for (let r = 0; r < data.length; r++) {
    const row: string[] = []
    let last = 0
    const cells = data[r] ?? []
    for (let c = 0; c < cells.length; c++) {
      const text = cellText(cells[c], reading.date1904, reading.counts)
      if (text.length > LONGEST_CELL)
        return err({ type: 'workbook-too-large', what: `“${reading.name}”第${r + 1}行的一格`, limit: `${LONGEST_CELL} 字` })
      row.push(text)
      if (text !== '') last = c + 1
    }
    if (last > 0) height = r + 1
    width = Math.max(width, last)
    texts.push(row)
  }
  if (width === 0) return ok(null)
  if (height > MOST_ROWS) return err({ type: 'workbook-too-large', what: `“${reading.name}”的行数`, limit: `${MOST_ROWS} 行` })
  if (height * width > MOST_CELLS)
    return err({ type: 'workbook-too-large', what: `“${reading.name}”的单元格`, limit: `${MOST_CELLS / 10_000} 万个` })
  const rows = texts.slice(0, height).map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''))
  const merges = mergesOf(sheet, height, width)
  clearUnderMerges(rows, merges)
  const hidden = (marks: readonly ({ hidden?: boolean } | undefined)[] | undefined, end: number): readonly number[] =>
    Array.from({ length: Math.min(marks?.length ?? 0, end) }, (_, i) => i).filter((i) => marks?.[i]?.hidden === true)
  return ok({
    name: reading.name,
    rows,
    merges,
    isHidden: reading.isHidden,
    hiddenRows: hidden(sheet['!rows'], height),
    hiddenColumns: hidden(sheet['!cols'], width),
  })
}

const mergesOf = (sheet: WorkSheet, height: number, width: number): readonly IncomingMerge[] => {
  let area = 0
  return (sheet['!merges'] ?? []).flatMap(({ s, e }): readonly IncomingMerge[] => {
    const merge = { top: s.r, left: s.c, bottom: Math.min(e.r, height - 1), right: Math.min(e.c, width - 1) }
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
    if (!(merge.top >= 0 && merge.left >= 0 && merge.bottom >= merge.top && merge.right >= merge.left) || size < 2) return []
    area += size
    return area > MOST_MERGED_CELLS ? [] : [merge]
  })
}

/** Words left in a merged cell under the one that is seen are seen by nobody. */
const clearUnderMerges = (rows: readonly string[][], merges: readonly IncomingMerge[]): void => {
  for (const { top, bottom, left, right } of merges)
    for (let r = top; r <= bottom; r++) {
      const row = rows[r]
      if (row) for (let c = left; c <= right; c++) if (r !== top || c !== left) row[c] = ''
    }
}

const findingsOf = (tables: readonly IncomingTable[], counts: CellCounts): readonly Finding[] => {
  const hidden = tables.filter((table) => table.isHidden && !isBesideLedger(table)).map((table) => table.name)
  const parts = tables
    .filter((table) => !table.isHidden)
    .map((table) => ({ name: table.name, count: table.hiddenRows.length + foreignColumns(table) }))
    .filter(({ count }) => count > 0)
  return [
    ...(hidden.length > 0 ? [intakeFinding('intake.sheets-hidden', { names: hidden })] : []),
    ...parts.map(({ name, count }) => intakeFinding('intake.rows-hidden', { text: name, count })),
    ...(counts.uncomputed > 0 ? [intakeFinding('intake.formula-uncomputed', { count: counts.uncomputed })] : []),
    ...(counts.errors > 0 ? [intakeFinding('intake.cell-errors', { count: counts.errors })] : []),
  ]
}

/** Hidden columns without the one our own export keeps the ids of its rows in. */
const foreignColumns = (table: IncomingTable): number => {
  const columns = table.hiddenColumns
  return columns.length === 0 ? 0 : columns.filter((column) => column !== homeColumnOf(table)?.column).length
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte)

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Letters as the directory of an old file holds them: two bytes each. */
const wide = (letters: string): string => [...letters].map((letter) => `${letter}\0`).join('')
