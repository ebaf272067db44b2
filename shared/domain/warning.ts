import type { PlainDate } from '../base/plain-date.ts'
import { type Deadline, daysLeft } from './deadline.ts'
import { isDone, type Status } from './status.ts'

/** 预警: `green` far off, `yellow` 临期, `red` 逾期, `none` when there is nothing to warn about. */
export type Warning = 'none' | 'green' | 'yellow' | 'red'

export const WARNING_WORDS: Readonly<Record<Warning, string>> = { none: '', green: '正常', yellow: '临期', red: '逾期' }

/** Settings of a ledger; the defaults are 绿 20 / 黄 10. */
export interface WarningThresholds {
  /** So many days left or fewer, and the colour is green: it comes into view. */
  readonly greenDays: number
  /** So many days left or fewer, and the colour is yellow. */
  readonly yellowDays: number
}

/** The warning of an unfinished problem or measure at a given date. Done ones are never late. */
export const warningAt = (deadline: Deadline, status: Status, today: PlainDate, thresholds: WarningThresholds): Warning => {
  const left = daysLeft(deadline, today)
  if (left === null || isDone(status)) return 'none'
  if (left < 0) return 'red'
  if (left <= thresholds.yellowDays) return 'yellow'
  return left <= thresholds.greenDays ? 'green' : 'none'
}

/** The thresholds a ledger has set, or the defaults. */
export const thresholdsOf = (settings: {
  readonly greenDays: number | null
  readonly yellowDays: number | null
}): WarningThresholds => ({
  greenDays: settings.greenDays ?? 20,
  yellowDays: settings.yellowDays ?? 10,
})
