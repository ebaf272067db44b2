import { addDays, type PlainDate } from '../base/plain-date.ts'
import type { Ledger } from './ledger.ts'

/** What an office owes after 反馈, in the order it falls due. */
export type Duty = 'plan' | 'meeting' | 'report'

export const DUTY_WORDS: Readonly<Record<Duty, string>> = {
  plan: '报送整改方案',
  meeting: '召开专题民主生活会',
  report: '报送整改报告',
}

/** The last day of a duty. */
export interface DutyDate {
  readonly duty: Duty
  /** Days after 反馈, as the ledger sets them. */
  readonly days: number
  /** Null while the day of 反馈 is not known. */
  readonly on: PlainDate | null
}

/** The duties the ledger sets days for. The day of 反馈 itself does not count (民法典第二百零一条). */
export const dutyDates = ({ ledger, inspection }: Pick<Ledger, 'ledger' | 'inspection'>): readonly DutyDate[] => {
  const { planDays, meetingDays, reportDays } = ledger
  const set: readonly (readonly [Duty, number | null])[] = [
    ['plan', planDays],
    ['meeting', meetingDays],
    ['report', reportDays],
  ]
  return set.flatMap(([duty, days]): DutyDate[] =>
    days === null ? [] : [{ duty, days, on: inspection.feedbackOn && addDays(inspection.feedbackOn, days) }],
  )
}
