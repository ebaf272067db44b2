import type { PlainDate } from '../base/plain-date.ts'
import { readDate } from '../base/read-date.ts'

/** A line that is a date and nothing else stands below the signature; the last one is when the text was signed. */
export const signedDateOf = (paragraphs: readonly string[]): PlainDate | null => {
  const line = paragraphs.filter((folded) => ONLY_A_DAY.test(folded.trim())).at(-1)
  return line === undefined ? null : readDate(line)
}

/** …年…月…日，…反馈了巡察意见: the first such day of a text. */
export const feedbackDateOf = (paragraphs: readonly string[]): PlainDate | null => {
  for (const folded of paragraphs) {
    const match = FEEDBACK.exec(folded)
    if (match) return readDate(match[0])
  }
  return null
}

const DAY = '[\\d〇零一二三四五六七八九]{4}\\s?年\\s?[\\d一二三四五六七八九十]{1,2}\\s?月\\s?[\\d一二三四五六七八九十]{1,3}\\s?日'
const ONLY_A_DAY = new RegExp(`^(?:[^。,;:()]{2,40}\\s+)?${DAY}$`)
const FEEDBACK = new RegExp(`${DAY}[^。日]{0,40}反馈`)
