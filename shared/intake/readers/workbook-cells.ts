import { type CellObject, SSF } from 'xlsx'

/** What was met in cells and a person should know. */
export interface CellCounts {
  errors: number
  /** Formulas whose result the file does not hold: they are not computed here. */
  uncomputed: number
}

/** A cell as a person sees it: no float noise, dates as y-m-d without a time zone, formulas as the result the file holds. */
export const cellText = (cell: CellObject | null | undefined, date1904: boolean, counts: CellCounts): string => {
  if (!cell) return ''
  if (cell.f !== undefined && (cell.t === 'z' || cell.v === undefined)) {
    counts.uncomputed += 1
    return ''
  }
  switch (cell.t) {
    case 'z':
      return ''
    case 'b':
      return cell.v === true ? '是' : '否'
    case 'e':
      counts.errors += 1
      return cell.w ?? '#N/A'
    case 'n':
      return numberText(cell, date1904)
    default:
      return plainText(String(cell.v ?? cell.w ?? ''))
  }
}

/** Line feeds only, and nothing at the ends that only a printer needs. */
export const plainText = (text: string): string => {
  const plain = /[\r\u00a0\u3000]/.test(text) ? text.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ') : text
  return plain.trim()
}

const numberText = (cell: CellObject, date1904: boolean): string => {
  const value = Number(cell.v)
  const format = typeof cell.z === 'string' ? cell.z : 'General'
  if (format === 'General' || format === '@') return plainNumber(value)
  if (isDateFormat(format)) return dateText(value, format, date1904) ?? plainText(cell.w ?? plainNumber(value))
  return plainText(cell.w ?? plainNumber(value))
}

const plainNumber = (value: number): string => String(Number(value.toPrecision(15)))

const dateFormats = new Map<string, boolean>()

const isDateFormat = (format: string): boolean => {
  const known = dateFormats.get(format)
  if (known !== undefined) return known
  const isDate = SSF.is_date(format)
  if (dateFormats.size < 1000) dateFormats.set(format, isDate)
  return isDate
}

/** Null for what no calendar has, and for formats that show a time of day only. */
const dateText = (value: number, format: string, date1904: boolean): string | null => {
  const shown = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  const hasDay = shown.includes('d')
  if (!hasDay && !shown.includes('y')) return null
  const parts = SSF.parse_date_code(value, { date1904 }) as { y: number; m: number; d: number; H: number; M: number } | null
  if (!parts) return null
  if (!hasDay) return shown.includes('m') ? `${parts.y}年${parts.m}月` : `${parts.y}年`
  if (!shown.includes('y')) return `${parts.m}月${parts.d}日`
  if (/年/.test(format)) return `${parts.y}年${parts.m}月${parts.d}日`
  const time = shown.includes('h') && (parts.H > 0 || parts.M > 0) ? ` ${two(parts.H)}:${two(parts.M)}` : ''
  return `${parts.y}-${two(parts.m)}-${two(parts.d)}${time}`
}

const two = (n: number): string => String(n).padStart(2, '0')
