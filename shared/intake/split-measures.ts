import { parseChineseNumeral } from '../base/chinese-numerals.ts'
import { foldWidth } from '../base/text.ts'
import { splitEnumeration } from './enumerations.ts'

export interface MeasurePart {
  readonly text: string
  /** 1. or （一） as it was printed, null where the cell is one measure. */
  readonly mark: string | null
}

const MARK = /^(?:\(?(\d{1,2}|[一二三四五六七八九十]{1,3})\)|(\d{1,2}|[一二三四五六七八九十]{1,3})[、.](?!\d)|([①-⑳]))\s*/

/** Measures of one cell: lines that are numbered through from 1 are one each; 一是…；二是… only when asked. */
export const splitMeasures = (cell: string, splitsEnumerations: boolean): readonly MeasurePart[] => {
  const lines = cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const starts = lines.flatMap((line, i) => {
    const match = MARK.exec(foldWidth(line))
    return match ? [{ i, value: markedNumber(match), mark: line.slice(0, match[0].length).trim(), length: match[0].length }] : []
  })
  const isNumbered = starts.length > 1 && starts[0]?.i === 0 && starts.every(({ value }, n) => value === n + 1)
  if (isNumbered)
    return starts.map(({ i, mark, length }, n) => {
      const own = lines.slice(i, starts[n + 1]?.i ?? lines.length)
      return { mark, text: [(own[0] ?? '').slice(length), ...own.slice(1)].join('\n') }
    })
  const enumerated = splitsEnumerations ? splitEnumeration(cell) : null
  return (enumerated ?? [cell]).map((text) => ({ text, mark: null }))
}

const markedNumber = (match: RegExpExecArray): number | null => {
  if (match[3] !== undefined) return match[3].charCodeAt(0) - '①'.charCodeAt(0) + 1
  const digits = match[1] ?? match[2] ?? ''
  return /^\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits)
}
