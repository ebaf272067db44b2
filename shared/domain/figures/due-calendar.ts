import { groupBy } from '../../base/list.ts'
import { addDays, type PlainDate } from '../../base/plain-date.ts'
import type { Ledger } from '../ledger.ts'
import { isDone } from '../status.ts'
import { counted, type Figure } from './figure.ts'
import { standingsAt } from './standing.ts'

/** One day with the unfinished problems whose deadline it is. */
export interface DueDay {
  readonly on: PlainDate
  readonly due: Figure
}

/** 未来30天到期: the cut-off date and the thirty days after it, each with the unfinished problems that fall due. */
export const dueCalendar = (ledger: Ledger, cutoff: PlainDate): readonly DueDay[] => {
  const open = standingsAt(ledger, cutoff).filter(({ status, deadline }) => !isDone(status) && deadline.on !== null)
  const byDay = groupBy(open, ({ deadline }) => deadline.on)
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, i) => addDays(cutoff, i)).flatMap((on): readonly DueDay[] => {
    if (on === null) return []
    const ids = (byDay.get(on) ?? []).map(({ id }) => id)
    const formula = `时限为${on}且截至统计日期未完成的问题`
    return [{ on, due: counted({ id: `due.${on}`, label: `${on}到期问题数`, unit: '个', formula }, ids) }]
  })
}

const DAYS_AHEAD = 30
