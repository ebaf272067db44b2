import { parseChineseDigits, parseChineseNumeral } from './chinese-numerals.ts'
import { type PlainDate, plainDateOf } from './plain-date.ts'

/** The first whole day of a folded text: 2021年9月1日, 2021 年 9 月 1 日, 二〇二一年九月一日; null where there is none or the calendar has no such day. */
export const readDate = (folded: string): PlainDate | null => {
  const match =
    /(\d{4}|[〇零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/.exec(
      folded.replace(/\s/g, ''),
    )
  if (!match) return null
  const [year, month, day] = [match[1] ?? '', match[2] ?? '', match[3] ?? '']
  const date = plainDateOf({
    year: /^\d/.test(year) ? Number(year) : (parseChineseDigits(year) ?? 0),
    month: /^\d/.test(month) ? Number(month) : (parseChineseNumeral(month) ?? 0),
    day: /^\d/.test(day) ? Number(day) : (parseChineseNumeral(day) ?? 0),
  })
  return date.ok ? date.value : null
}
