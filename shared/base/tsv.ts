/** Cells of a clipboard, row by row. */
export type TextMatrix = readonly (readonly string[])[]

/**
 * Cells as the text Excel and WPS put on the clipboard: tabs between cells, line feeds between rows; a cell that holds either, or begins with
 * a quote, stands in quotes with its own doubled.
 */
export const printTsv = (matrix: TextMatrix): string => matrix.map((row) => row.map(printCell).join('\t')).join('\r\n')

const printCell = (cell: string): string => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/**
 * What Excel or WPS (or printTsv) has put on the clipboard. A line feed at the end ends the last row and begins no other. Rows may differ in
 * length. Quotes count only around a cell that holds a tab, a line feed or doubled quotes: every other one was typed.
 */
export const parseTsv = (text: string): TextMatrix => {
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const { cell, end } = text[at] === '"' ? (quotedCell(text, at) ?? plainCell(text, at)) : plainCell(text, at)
    rows.at(-1)?.push(cell)
    if (end >= text.length) return rows
    at = end + 1
    if (text[end] === '\t') continue
    if (text[end] === '\r' && text[at] === '\n') at += 1
    if (at >= text.length) return rows
    rows.push([])
  }
}

interface ReadCell {
  readonly cell: string
  readonly end: number
}

const plainCell = (text: string, from: number): ReadCell => {
  let end = from
  while (end < text.length && !isBetween(text[end])) end += 1
  return { cell: text.slice(from, end), end }
}

const quotedCell = (text: string, from: number): ReadCell | null => {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0 || !(close + 1 >= text.length || isBetween(text[close + 1]))) return null
  const inside = text.slice(from + 1, close)
  if (!/[\t\r\n]|""/.test(inside)) return null
  return { cell: inside.replaceAll('""', '"').replace(/\r\n?/g, '\n'), end: close + 1 }
}

const isBetween = (character: string | undefined): boolean => character === '\t' || character === '\n' || character === '\r'
