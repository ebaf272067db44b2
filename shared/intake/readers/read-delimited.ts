import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { IncomingDocument, IncomingTable } from '../incoming.ts'
import { tableText } from '../table-text.ts'

const MOST_ROWS = 100_000
const MOST_CELLS = 3_000_000
const SEPARATORS = ['\t', ',', ';', '，', '|'] as const

/** Lines that tell the separator: the head of a table stands among them. */
const LINES_LOOKED_AT = 40

/**
 * Reads CSV, TSV, or what a table program has put on the clipboard: one table. Quoted cells may hold separators, line feeds and doubled
 * quotes; a quote that is never closed is a letter like others.
 */
export const readDelimited = (text: string, name = '表1'): Result<IncomingDocument, Refusal> => {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const told = /^sep=(.)\n/i.exec(plain)
  const body = told ? plain.slice(told[0].length) : plain
  const rows = trimmed(cellsOf(body, told?.[1] ?? separatorOf(body)))
  if (rows.length === 0) return err({ type: 'file-empty' })
  if (rows.length > MOST_ROWS) return err({ type: 'workbook-too-large', what: '行数', limit: `${MOST_ROWS} 行` })
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width * rows.length > MOST_CELLS)
    return err({ type: 'workbook-too-large', what: '单元格', limit: `${MOST_CELLS / 10_000} 万个` })
  const table: IncomingTable = {
    name,
    rows: rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
    merges: [],
    isHidden: false,
    hiddenRows: [],
    hiddenColumns: [],
  }
  return ok({ format: 'csv', text: tableText([table]), tables: [table], asides: [], findings: [] })
}

/** The one that parts most lines into the most equal number of cells. */
export const separatorOf = (text: string): string => {
  const sample = text.slice(0, 100_000)
  const scored = SEPARATORS.map((separator) => {
    const widths = cellsOf(sample, separator)
      .slice(0, LINES_LOOKED_AT)
      .map((row) => row.length)
      .filter((width) => width > 1)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    return { separator, score: Math.max(0, ...[...counts].map(([width, times]) => times * Math.min(width, 20))) }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

const cellsOf = (text: string, separator: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at, separator) : null
    const end = quoted?.end ?? plainEnd(text, at, separator)
    row.push((quoted?.cell ?? text.slice(at, end)).trim())
    if (text[end] !== separator) {
      rows.push(row)
      row = []
      if (rows.length > MOST_ROWS) return rows
    }
    at = end + 1
  }
  return rows
}

const plainEnd = (text: string, from: number, separator: string): number => {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return end
}

/** The longest a quoted cell may be: beyond it the quote was a letter. */
const LONGEST_QUOTED = 200_000

const quotedCell = (text: string, from: number, separator: string): { readonly cell: string; readonly end: number } | null => {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0 || close - from > LONGEST_QUOTED) return null
  let end = close + 1
  while (text[end] === ' ') end += 1
  if (end < text.length && text[end] !== separator && text[end] !== '\n') return null
  return { cell: text.slice(from + 1, close).replaceAll('""', '"'), end }
}

const trimmed = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  let end = rows.length
  while (end > 0 && (rows[end - 1] ?? []).every((cell) => cell === '')) end -= 1
  return rows.slice(0, end)
}
