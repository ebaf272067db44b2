import { useLiveQuery } from 'dexie-react-hooks'
import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import { isDone, STATUSES } from '../../shared/domain/status.ts'
import type { StoredAct, StoredLedger } from './database.ts'
import { windowDb } from './queries.ts'

/** A ledger on the first screen, counted by indexes: a ledger of 20,000 problems is not read to say how many there are. */
export interface LedgerCardFacts extends StoredLedger {
  readonly problems: number
  /** 已完成 and 已销号, as 完成率 counts them. */
  readonly done: number
  readonly overdue: number
  /** 临期: within the yellow days of the ledger. */
  readonly near: number
  /** The last act in it; null where none is known. */
  readonly lastAct: Pick<StoredAct, 'author' | 'at' | 'intent'> | null
}

/** Undefined while it is being read. */
export const useLedgerCards = (today: PlainDate): readonly LedgerCardFacts[] | undefined =>
  useLiveQuery(async () => Promise.all((await windowDb.ledgers.toArray()).map((ledger) => cardOf(ledger, today))), [today])

const cardOf = async (ledger: StoredLedger, today: PlainDate): Promise<LedgerCardFacts> => {
  const { id, thresholds } = ledger
  const [problems, done, overdue, near, lastAct] = await Promise.all([
    windowDb.problems.where('ledgerId').equals(id).count(),
    Promise.all(DONE.map((status) => countBetween('[ledgerId+status+place]', id, status, status))),
    countBetween('[ledgerId+pressingKey+place]', id, FIRST_DAY, addDays(today, -1) ?? today),
    countBetween('[ledgerId+pressingKey+place]', id, today, addDays(today, thresholds.yellowDays) ?? today),
    lastActOf(id),
  ])
  return { ...ledger, problems, done: done.reduce((sum, count) => sum + count, 0), overdue, near, lastAct }
}

const DONE = STATUSES.filter(isDone)

/** Before any day and behind the empty key of what does not press. */
const FIRST_DAY = '0'

const countBetween = (index: string, ledgerId: string, from: string, to: string): Promise<number> =>
  windowDb.problems.where(index).between([ledgerId, from], [ledgerId, to, []], true, true).count()

/** The newest of this PC; in a ledger that came as a file the newest it brought along. */
const lastActOf = async (ledgerId: string): Promise<StoredAct | null> => {
  const acts = windowDb.acts.where('[ledgerId+sequence]')
  const own = await acts.between([ledgerId, 1], [ledgerId, Number.MAX_SAFE_INTEGER]).last()
  if (own) return own
  const brought = await windowDb.acts.where('[ledgerId+sequence]').equals([ledgerId, 0]).toArray()
  return brought.reduce<StoredAct | null>((last, act) => (last === null || act.at > last.at ? act : last), null)
}
