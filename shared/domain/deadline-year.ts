import type { PlainDate } from '../base/plain-date.ts'
import { type DeadlineAnchors, yearOfDate } from './deadline.ts'
import type { LedgerRecords, Notice } from './records/record-kinds.ts'

/**
 * The year an unfinished date typed today belongs to: the current one, or that of a notice that is already dated ahead. A ledger outlives
 * its notice: 年底前 typed this year is not the end of the year the notice was signed in.
 */
export const yearOfTyping = (notices: readonly Notice[], today: PlainDate): number | null =>
  [today, ...notices.map(({ signedOn }) => signedOn)].reduce<number | null>((latest, date) => {
    const year = yearOfDate(date)
    return year !== null && (latest === null || year > latest) ? year : latest
  }, null)

/** The days of a ledger that words of a deadline count from. */
export const anchorsOf = (records: Pick<LedgerRecords, 'ledger' | 'inspection'>): DeadlineAnchors => ({
  concentratedUntil: records.ledger[0]?.concentratedUntil ?? null,
  feedbackOn: records.inspection[0]?.feedbackOn ?? null,
})
