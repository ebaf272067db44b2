import type { CellValue, SheetModel } from '../workbook-model.ts'
import { isFormula } from '../workbook-model.ts'

/** UTF-8 with its mark, which Excel and WPS read without asking, or GB18030 for older systems. */
export const CSV_ENCODINGS = ['utf-8', 'gb18030'] as const
export type CsvEncoding = (typeof CSV_ENCODINGS)[number]

/** A table for other systems: its header and its rows, one line each; titles and the line for signatures stay out. Cells that reach down are repeated. */
export const tableCsv = (sheet: SheetModel, encoding: CsvEncoding): Uint8Array => {
  const rows = [sheet.columns.map(({ title }) => title), ...repeated(sheet)]
  const text = `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
  return encoding === 'utf-8' ? new TextEncoder().encode(`\ufeff${text}`) : encodeGb18030(text)
}

/** A cell that others are joined to stands in each row it reaches over: another system reads rows alone. */
const repeated = ({ columns, rows, merges }: SheetModel): readonly (readonly CellValue[])[] => {
  const cells = rows.map((row) => columns.map((_, c) => row.cells[c] ?? ''))
  for (const { top, bottom, left, right } of merges)
    for (let r = top; r <= bottom; r += 1)
      for (let c = left; c <= right; c += 1) {
        const row = cells[r]
        if (row) row[c] = cells[top]?.[left] ?? ''
      }
  return cells
}

/**
 * A cell by RFC 4180. Text that a spreadsheet would take for a formula (= + - @, tab, carriage return; OWASP, CSV Injection) gets an
 * apostrophe before it; numbers are numbers.
 */
const csvCell = (cell: CellValue): string => {
  if (typeof cell === 'number') return String(cell)
  if (isFormula(cell)) return String(cell.value)
  const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What two bytes of GB18030 mean, turned round; everything else takes its four bytes. */
let twoBytes: ReadonlyMap<string, number> | null = null

const encodeGb18030 = (text: string): Uint8Array => {
  twoBytes ??= readTwoBytes()
  const bytes: number[] = []
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0
    const two = twoBytes.get(c)
    if (code < 0x80) bytes.push(code)
    else if (two !== undefined) bytes.push(two >> 8, two & 0xff)
    else bytes.push(...fourBytes(c, code))
  }
  return Uint8Array.from(bytes)
}

/** The decoder every window and Node have is the table: each pair of bytes is asked once. */
const readTwoBytes = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder('gb18030')
  const known = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const c = decoder.decode(Uint8Array.of(lead, trail))
      if ([...c].length === 1 && c !== '\ufffd' && !known.has(c)) known.set(c, (lead << 8) | trail)
    }
  return known
}

/** GB18030 numbers what has no pair of bytes in order of its code point, in four bytes of 126 × 10 × 126 × 10 places. */
const fourBytes = (c: string, code: number): readonly number[] => {
  const place = code >= 0x10000 ? 189_000 + code - 0x10000 : placeInPlane(c)
  const [d, rest] = [place % 10, Math.floor(place / 10)]
  const [b3, rest3] = [rest % 126, Math.floor(rest / 126)]
  return [0x81 + Math.floor(rest3 / 10), 0x30 + (rest3 % 10), 0x81 + b3, 0x30 + d]
}

let planePlaces: ReadonlyMap<string, number> | null = null

/** The places of the basic plane, read from the decoder once; a character it does not know becomes ?. */
const placeInPlane = (c: string): number => {
  planePlaces ??= readPlane()
  return planePlaces.get(c) ?? 0x3f
}

const readPlane = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder('gb18030')
  const known = new Map<string, number>()
  for (let place = 0; place < 39_420; place += 1) {
    const rest = Math.floor(place / 10)
    const rest3 = Math.floor(rest / 126)
    const c = decoder.decode(
      Uint8Array.of(0x81 + Math.floor(rest3 / 10), 0x30 + (rest3 % 10), 0x81 + (rest % 126), 0x30 + (place % 10)),
    )
    if ([...c].length === 1 && c !== '\ufffd' && !known.has(c)) known.set(c, place)
  }
  return known
}
