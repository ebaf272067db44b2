import type { PlainDate } from '../base/plain-date.ts'
import { inOrder } from './arrangement.ts'
import { yearOfDate } from './deadline.ts'
import type { Notice } from './records/record-kinds.ts'

/** The year unfinished dates of a ledger belong to: that of its first signed notice, else the current one. */
export const yearOfNotices = (notices: readonly Notice[], today: PlainDate): number | null =>
  yearOfDate(inOrder(notices).find(({ signedOn }) => signedOn !== null)?.signedOn ?? today)
