import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Clock, Ids } from '../../shared/base/ports.ts'

export const day = (text: string): PlainDate => text as PlainDate

/** A clock that stands still. */
export const clockAt = (today: string, seconds = 1_700_000_000): Clock => ({ now: () => seconds, today: () => day(today) })

/** Ids that count up, the same in every run; `pc` keeps two PCs apart. */
export const countingIds = (pc = 'a'): Ids => {
  let next = 0
  return {
    id: () => `${pc}${String(++next).padStart(5, '0')}`,
    actor: () => `${pc.charCodeAt(0).toString(16).padStart(2, '0')}${String(++next).padStart(30, '0')}`,
  }
}
