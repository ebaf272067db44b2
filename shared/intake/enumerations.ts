import { parseChineseNumeral } from '../base/chinese-numerals.ts'
import { type PlainDate, plainDateOf } from '../base/plain-date.ts'
import { foldWidth } from '../base/text.ts'

/** The parts of 一是…;二是…;三是…。 without their lead words, or null when the text is no such enumeration from 一是 on. */
export const splitEnumeration = (text: string): readonly string[] | null => {
  const starts: { readonly at: number; readonly from: number }[] = []
  for (const match of text.matchAll(/([一二三四五六七八九十]{1,3})是/g)) {
    const before = text[match.index - 1]
    const startsClause = before === undefined || /[。；;\n:：]/.test(before)
    if (startsClause && parseChineseNumeral(match[1] ?? '') === starts.length + 1)
      starts.push({ at: match.index, from: match.index + match[0].length })
  }
  if (starts.length < 2 || starts[0]?.at !== 0) return null
  const parts = starts.map(({ from }, i) => text.slice(from, starts[i + 1]?.at ?? text.length).trim())
  // Clauses that end in semicolons are separated by them; what ends in full stops keeps them.
  const bySemicolon = parts.slice(0, -1).every((part) => /[;；]$/.test(part))
  return parts.map((part) => (bySemicolon ? part.replace(/[;；。]$/, '') : part))
}

export interface DatedEntry {
  readonly on: PlainDate
  readonly text: string
}

/** 2024年1月18日,…。2024年3月5日,…。 as dated entries, or null when the text does not begin with a full date. */
export const splitDatedEntries = (text: string): readonly DatedEntry[] | null => {
  const folded = foldWidth(text)
  const starts = [...folded.matchAll(/(?:^|(?<=[。;\n]))\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*[,:]?\s*/g)]
  if (starts[0]?.index !== 0) return null
  const entries = starts.map((match, i) => {
    const on = plainDateOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
    return on.ok
      ? { on: on.value, text: text.slice(match.index + match[0].length, starts[i + 1]?.index ?? text.length).trim() }
      : null
  })
  return entries.every((entry) => entry !== null) ? entries : null
}
