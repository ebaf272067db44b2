import { PROOF_SENTENCES } from '../../messages/proof.ts'
import { COUNT, countNamed } from '../counted.ts'
import { findingAt } from '../finding.ts'
import type { ParagraphReading } from '../reading.ts'
import { NOTHING, type RuleResult } from '../rule.ts'
import { judged, MOST_LISTED } from './listing.ts'

const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:上午|下午|晚上?|晚间)?'
const DAYS = `(${DAY}(?:(?:[、,和及]|以及)(?:${DAY}|\\d{1,2}日)){1,${MOST_LISTED}})`
const DAYS_THEN_COUNT = new RegExp(`${DAYS}(等)?[^。;\\d]{0,20}?${COUNT}(?:次|场)(?=[^次数]|$)`, 'g')

/** 召开会议3次（3月1日、4月2日、5月6日）; 先后于3月1日、4月2日召开2次会议. */
export const days = (paragraph: ParagraphReading): readonly RuleResult[] => {
  const { folded } = paragraph
  const behind = new RegExp(
    `${COUNT}次[^。;\\d]{0,16}?(?:\\((?:分别(?:为|是)|即)?|[:,](?:分别(?:为|是|于|在)|即)?)${DAYS}(等)?`,
    'g',
  )
  const before = DAYS_THEN_COUNT
  return [
    ...[...folded.matchAll(behind)].map((match) => daysOf(paragraph, match.index, match[1] ?? '', match[2] ?? '', match[3])),
    ...[...folded.matchAll(before)].map((match) => {
      const words = match[3] ?? ''
      const at = match.index + match[0].length - words.length - 1
      return daysOf(paragraph, at, words, match[1] ?? '', match[2])
    }),
  ]
}

const daysOf = (paragraph: ParagraphReading, start: number, words: string, run: string, open: string | undefined): RuleResult => {
  const count = countNamed(words)
  if (count === null || count < 2) return NOTHING
  const shown = [...run.matchAll(/\d{1,2}日/g)].length
  if (open === undefined && shown !== count) {
    const end = start + words.length + 1
    const message = PROOF_SENTENCES.days(paragraph.text.slice(start, end), shown)
    return {
      checked: 1,
      findings: [findingAt('count.shown', 'error', paragraph.text, { start, end }, { expected: String(shown), message })],
    }
  }
  return judged(paragraph, { start, end: start + words.length + 1, count, shown, isOpen: open !== undefined })
}
