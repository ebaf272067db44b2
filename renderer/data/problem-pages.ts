import { endOfPlace } from '../../shared/domain/arrangement.ts'
import { STATUSES, type Status } from '../../shared/domain/status.ts'
import type { LedgerDatabase, StoredProblem } from './database.ts'
import { unitKey } from './put-rows.ts'

/** What a list can be ordered by, beside the display order (`place`): the index that has it so. */
export type PageOrder = 'status' | 'deadlineKey' | 'pressingKey' | 'completedKey' | 'leaders' | 'units'

export interface PageRequest {
  readonly order: 'place' | PageOrder
  readonly descending: boolean
  /** The last row of the page before; null for the first. */
  readonly after: StoredProblem | null
  readonly limit: number
}

/**
 * Some rows of a ledger as a list shows them, read from an index alone: what has no value stands last whichever way the others are turned,
 * equal values stand in display order. Takes as long for the last page as for the first.
 */
export const problemPage = async (
  db: LedgerDatabase,
  ledgerId: string,
  { order, descending, after, limit }: PageRequest,
): Promise<readonly StoredProblem[]> => {
  if (order === 'place') {
    const all = descending
      ? db.problems
          .where('[ledgerId+place]')
          .between([ledgerId], [ledgerId, after?.place ?? []], false, false)
          .reverse()
      : db.problems.where('[ledgerId+place]').between([ledgerId, after?.place ?? ''], [ledgerId, []], false)
    return all.limit(limit).toArray()
  }
  const index = `[ledgerId+${order}+place]`
  const values = inTurn(order, await distinct(db, ledgerId, index), descending)
  const rows: StoredProblem[] = []
  for (const value of values.slice(after === null ? 0 : values.indexOf(after[order]))) {
    const from = after !== null && after[order] === value ? after.place : ''
    const run = db.problems.where(index).between([ledgerId, value, from], [ledgerId, value, []], false)
    rows.push(...(await run.limit(limit - rows.length).toArray()))
    if (rows.length >= limit) break
  }
  return rows
}

/** What a filter keeps: one of these values in each of its parts. An empty part keeps everything. */
export interface PageFilter {
  readonly statuses: readonly Status[]
  readonly units: readonly string[]
  /** The places of outline nodes ([Note: Place]): what stands under them. */
  readonly under: readonly string[]
  /** Deadlines that still press, from one day to another with both. */
  readonly pressing: readonly (readonly [from: string, to: string])[]
}

/** The ids a filter keeps, each part read from its index; null when it keeps everything. */
export const filteredIds = async (
  db: LedgerDatabase,
  ledgerId: string,
  { statuses, units, under, pressing }: PageFilter,
): Promise<ReadonlySet<string> | null> => {
  const { problems } = db
  const between = (index: string, from: string, to: string) =>
    problems.where(index).between([ledgerId, from], [ledgerId, to, []], true, true).primaryKeys()
  const parts = await Promise.all(
    [
      statuses.map((status) => between('[ledgerId+status+place]', status, status)),
      units.map((unit) => problems.where('unitKeys').equals(unitKey(ledgerId, unit)).primaryKeys()),
      under.map((place) =>
        problems
          .where('[ledgerId+place]')
          .between([ledgerId, place], [ledgerId, endOfPlace(place)])
          .primaryKeys(),
      ),
      pressing.map(([from, to]) => between('[ledgerId+pressingKey+place]', from, to)),
    ].map(async (asked) => (asked.length === 0 ? null : new Set((await Promise.all(asked)).flat()))),
  )
  const kept = parts.flatMap((part) => part ?? [])
  const [first, ...others] = kept
  return first ? new Set([...first].filter((id) => others.every((part) => part.has(id)))) : null
}

/** Every value of an index in one ledger, by jumping from one to the next. */
const distinct = async (db: LedgerDatabase, ledgerId: string, index: string): Promise<readonly string[]> => {
  const values: string[] = []
  for (;;) {
    const last = values.at(-1)
    const lower = last === undefined ? [ledgerId] : [ledgerId, last, []]
    const [key] = (await db.problems.where(index).between(lower, [ledgerId, []], false).limit(1).keys()) as unknown as string[][]
    if (key?.[1] === undefined) return values
    values.push(key[1])
  }
}

const collator = new Intl.Collator('zh-Hans-CN')

const inTurn = (order: PageOrder, values: readonly string[], descending: boolean): readonly string[] => {
  const told = values.filter((value) => value !== '')
  const sorted =
    order === 'status' ? STATUSES.filter((status) => told.includes(status)) : [...told].sort((a, b) => collator.compare(a, b))
  return [...(descending ? [...sorted].reverse() : sorted), ...values.filter((value) => value === '')]
}
