import { type ChangedKeys, onChangedKeys } from './changed-keys.ts'
import type { LedgerDatabase, StoredProblem } from './database.ts'
import { problemPage } from './problem-pages.ts'

/**
 * [Note: Live rows] The rows of a ledger's problems in display order, read a page at a time, so that the window goes on drawing, and kept
 * up to date by reading again only what was written. A row that has not changed stays the same object. The ledger asked for last stays in
 * memory when its room is left.
 */
export interface LiveRows {
  /** Undefined until all have been read. Throws what reading has thrown. */
  readonly now: () => readonly StoredProblem[] | undefined
  readonly subscribe: (listener: () => void) => () => void
}

/** One page is read, and made into objects, within a few milliseconds. */
const PAGE = 400
/** Above this many changed rows all of them are read again. */
const MANY = 2_000

const kept = new Map<string, LiveRows & { readonly isUsed: () => boolean; readonly end: () => void }>()

export const liveRows = (db: LedgerDatabase, ledgerId: string): LiveRows => {
  const name = `${db.name}/${ledgerId}`
  const standing = kept.get(name)
  if (standing) return standing
  for (const [other, rows] of kept) {
    if (rows.isUsed()) continue
    rows.end()
    kept.delete(other)
  }
  const begun = begin(db, ledgerId)
  kept.set(name, begun)
  return begun
}

const begin = (db: LedgerDatabase, ledgerId: string) => {
  let rows: readonly StoredProblem[] | undefined
  let failure: unknown = null
  let waiting: Set<string> | 'all' = 'all'
  let isReading = false
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const bringUp = async () => {
    if (isReading) return
    isReading = true
    try {
      while (waiting === 'all' || waiting.size > 0) {
        const changed = waiting
        waiting = new Set()
        const next: readonly StoredProblem[] =
          changed === 'all' || rows === undefined ? await readAll(db, ledgerId) : await withChanged(db, ledgerId, rows, changed)
        if (next !== rows) {
          rows = next
          tell()
        }
      }
    } catch (cause) {
      failure = cause
      tell()
    } finally {
      isReading = false
    }
  }
  const hear = (keys: ChangedKeys) => {
    if (keys === null || waiting === 'all' || waiting.size + keys.size > MANY) waiting = 'all'
    else for (const key of keys) waiting.add(key)
    void bringUp()
  }
  const end = onChangedKeys(db.name, 'problems', hear)
  void bringUp()
  return {
    now: () => {
      if (failure !== null) throw failure
      return rows
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isUsed: () => listeners.size > 0,
    end,
  }
}

const readAll = async (db: LedgerDatabase, ledgerId: string): Promise<readonly StoredProblem[]> => {
  const rows: StoredProblem[] = []
  for (;;) {
    const page = await problemPage(db, ledgerId, { order: 'place', descending: false, after: rows.at(-1) ?? null, limit: PAGE })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

const withChanged = async (
  db: LedgerDatabase,
  ledgerId: string,
  rows: readonly StoredProblem[],
  changed: ReadonlySet<string>,
): Promise<readonly StoredProblem[]> => {
  const read = await db.problems.bulkGet([...changed])
  const fresh = read.flatMap((row) => (row?.ledgerId === ledgerId ? [row] : []))
  const kept = rows.filter(({ id }) => !changed.has(id))
  if (fresh.length === 0 && kept.length === rows.length) return rows
  return [...kept, ...fresh].sort(byPlace)
}

/** The order of the index ([Note: Place]): equal places stand by id. */
const byPlace = (a: StoredProblem, b: StoredProblem): number =>
  a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
