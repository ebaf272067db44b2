import { parseChineseNumeral } from '../base/chinese-numerals.ts'

/** 3 or 三 or 两, as a count is written; null for what is none. */
export const countNamed = (words: string): number | null =>
  /^\d+$/.test(words) ? Number(words) : words === '两' ? 2 : parseChineseNumeral(words)

/** A count in digits or in Chinese numerals. */
export const COUNT = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'
