import { foldWidth } from '../base/text.ts'
import { canonicalUnitName, splitNames } from './unit-names.ts'

/** Columns that hold names; their order and the spelling of a unit say nothing. */
const NAMES: ReadonlySet<string> = new Set(['leader', 'leadUnit', 'unit', 'supportUnit', 'person', 'contact', 'phone'])
const DATES: ReadonlySet<string> = new Set(['start', 'deadline', 'originalDeadline', 'completed', 'closed'])

/** Stands before the words of a cell that go on in the next row. */
export const CONTINUED = '（续）'

/**
 * What a cell of a list says, however it is typed: width of letters and marks, blanks, line ends, spellings of a date and the order of
 * names do not count. Two cells that say the same are the same cell.
 */
export const plainCell = (field: string, text: string): string => {
  if (NAMES.has(field))
    return splitNames(text.replaceAll('\n', '、'))
      .map((name) => plainWords(canonicalUnitName(name)))
      .sort()
      .join('、')
  const words = plainWords(text)
  return DATES.has(field) ? words.replace(/前$/, '') : words
}

const plainWords = (text: string): string =>
  foldWidth(text)
    .replace(/\s/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/〈/g, '<')
    .replace(/〉/g, '>')
    .replace(
      /(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|(?!\d))/g,
      (_, year: string, month: string, day: string) => `${year}-${Number(month)}-${Number(day)}`,
    )

/** 53 bits of what a cell says: enough to tell a changed cell from an unchanged one, too few to read it again. */
export const cellPrint = (field: string, text: string): string => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const c of plainCell(field, text)) {
    const code = c.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)
}
