import { plainDateOf } from '../../shared/base/plain-date.ts'
import type { Clock, Ids } from '../../shared/base/ports.ts'
import { defect } from '../../shared/base/result.ts'

/** The clock of this PC; today is the calendar day of its own zone. */
export const windowClock: Clock = {
  now: () => Math.floor(Date.now() / 1000),
  today: () => {
    const now = new Date()
    const today = plainDateOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() })
    return today.ok ? today.value : defect('the system clock stands outside 1900–2199')
  },
}

const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** 96 random bits for an id, 128 for an actor. */
export const windowIds: Ids = { id: () => randomHex(12), actor: () => randomHex(16) }
