import { randomBytes } from 'node:crypto'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import { plainDateOf } from '../../shared/base/plain-date.ts'
import type { Clock, Ids } from '../../shared/base/ports.ts'
import { defect } from '../../shared/base/result.ts'

/** The clock of this PC; today is the calendar day of its own zone. */
export const systemClock: Clock = {
  now: () => Math.floor(Date.now() / 1000),
  today: (): PlainDate => {
    const now = new Date()
    const today = plainDateOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() })
    return today.ok ? today.value : defect('the system clock stands outside 1900–2199')
  },
}

/** 96 random bits for an id, 128 for an actor. */
export const randomIds: Ids = {
  id: () => randomBytes(12).toString('hex'),
  actor: () => randomBytes(16).toString('hex'),
}
