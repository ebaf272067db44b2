import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { decodeFiles } from '../../shared/exchange/package.ts'
import type { JournalEntry } from '../../shared/ipc/contract.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import { actsOfChanges, putActs } from './acts.ts'
import type { LedgerDatabase, StoredAct, StoredDocument } from './database.ts'
import type { StorePorts } from './ports.ts'
import { PROJECTION_VERSION, type Projected, project } from './projection.ts'
import { putProjected } from './put-rows.ts'
import { type Progress, putDocuments } from './write-documents.ts'

/**
 * Fills an empty database from the newest whole snapshot and the journal after it. The marker is written last, so that a rebuild that
 * was cut short is begun again.
 */
export const rebuildDatabase = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  generation: string,
  lastSequence: number,
  report: Progress,
): Promise<Result<Replayed, Refusal>> => {
  const newest = await ports.main.invoke('snapshot.newest', undefined)
  if (!newest.ok) return err(newest.error)
  for (const ledgerId of newest.value?.ledgerIds ?? []) {
    const read = await ports.main.invoke('snapshot.read', { sequence: newest.value?.sequence ?? 0, ledgerId })
    if (!read.ok) return err(read.error)
    const opened = decodeFiles(read.value.bytes)
    if (!opened.ok) return err(opened.error)
    const stored = opened.value.files.map(({ key, bytes, heads }): StoredDocument => ({ key, ledgerId, bytes, heads }))
    const put = await putLoaded(db, ports, stored, report)
    if (!put.ok) return put
  }
  const marker = {
    name: 'marker',
    generation,
    lastSequence: newest.value?.sequence ?? 0,
    documents: await db.documents.count(),
    projection: PROJECTION_VERSION,
  } as const
  // Until the last journal entry is in, the marker is in memory only.
  const replayed = await replayJournal(db, ports, marker.lastSequence, { lastSequence, report, marked: false })
  if (!replayed.ok) return err(replayed.error)
  await db.markers.put({ ...marker, lastSequence, documents: await db.documents.count() })
  return replayed
}

/** What a replay brought back, and how many accepted changes it could not: their records are gone or damaged. */
export interface Replayed {
  readonly replayed: number
  readonly lost: number
}

/**
 * Takes in the journal's entries after a sequence; each is merged, so that an entry read twice changes nothing. One that cannot be used
 * never keeps the others out: it is counted.
 */
export const replayJournal = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  after: number,
  options: { readonly lastSequence: number; readonly report: Progress; readonly marked: boolean },
): Promise<Result<Replayed, Refusal>> => {
  let sequence = after
  let replayed = 0
  for (;;) {
    const page = await ports.main.invoke('journal.readAfter', { sequence })
    if (!page.ok) return err(page.error)
    for (const entry of page.value.entries) {
      if (await takeIn(db, ports, entry, options.marked)) replayed += 1
      sequence = entry.sequence
      options.report(sequence - after, options.lastSequence - after)
    }
    if (!page.value.more) return ok({ replayed, lost: Math.max(0, options.lastSequence - after - replayed) })
  }
}

/** Answers whether every document of the entry could be used. */
const takeIn = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  entry: JournalEntry,
  marked: boolean,
): Promise<boolean> => {
  const { engine } = ports
  const { ledgerId } = entry
  const written = []
  const acts: StoredAct[] = []
  /** The acts the documents end with: one where this PC carried it out, many where a package was taken in. */
  const made = new Set<string>()
  for (const { key: name, bytes } of entry.documents) {
    const key = name as DocumentKey
    const theirs = engine.load(bytes)
    if (!theirs.ok) return false
    const history = engine.history(theirs.value)
    const heads = new Set(engine.heads(theirs.value))
    for (const { hash, act } of history) if (heads.has(hash)) made.add(act?.id ?? '')
    const standing = await db.documents.get(key)
    if (standing !== undefined && standing.ledgerId !== ledgerId) return false
    const mine = standing ? engine.load(standing.bytes) : null
    const merged = mine?.ok ? engine.merge(mine.value, theirs.value) : ok(theirs.value)
    if (mine?.ok) engine.release(theirs.value)
    if (!merged.ok) return false
    written.push({
      before: standing?.heads ?? null,
      stored: { key, ledgerId, bytes: engine.save(merged.value), heads: engine.heads(merged.value) },
      projected: project(engine, ledgerId, key, merged.value),
      projectedBefore: null,
    })
    acts.push(...actsOfChanges(ledgerId, key, history))
    engine.release(merged.value)
  }
  const prefix = `${await ports.installation()}.`
  const isCarriedOut = ({ id }: StoredAct): boolean => made.size === 1 && made.has(id) && id.startsWith(prefix)
  const sequenced = acts.map((act) => (isCarriedOut(act) ? { ...act, sequence: entry.sequence } : act))
  await putDocuments(db, written, () => putActs(db, sequenced), marked ? entry.sequence : null)
  return true
}

/** How many documents are loaded, projected and put at a time. */
const BATCH = 100

const putLoaded = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  stored: readonly StoredDocument[],
  report: Progress,
): Promise<Result<null, Refusal>> => {
  for (let start = 0; start < stored.length; start += BATCH) {
    const batch = stored.slice(start, start + BATCH)
    const projected: Projected[] = []
    const acts: StoredAct[] = []
    for (const { key, ledgerId, bytes } of batch) {
      const loaded = ports.engine.load(bytes)
      if (!loaded.ok) return err({ type: 'store-unavailable', detail: `${key}: ${loaded.error.type}` })
      projected.push(project(ports.engine, ledgerId, key, loaded.value))
      acts.push(...actsOfChanges(ledgerId, key, ports.engine.history(loaded.value)))
      ports.engine.release(loaded.value)
    }
    const tables = [db.documents, db.records, db.ledgers, db.problems, db.searchTexts, db.acts]
    await db.transaction('rw', tables, async () => {
      const rows = projected.map((own) => ({ projected: own, projectedBefore: null }))
      await Promise.all([db.documents.bulkPut(batch), putProjected(db, rows, 0), putActs(db, acts)])
    })
    report(start + batch.length, stored.length)
  }
  return ok(null)
}

/** Makes every row again from the documents: the repair of a projection. */
export const reprojectAll = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  report: Progress,
): Promise<Result<null, Refusal>> => {
  const keys = await db.documents.toCollection().primaryKeys()
  await db.transaction('rw', [db.records, db.ledgers, db.problems, db.searchTexts], async () => {
    await Promise.all([db.records.clear(), db.ledgers.clear(), db.problems.clear(), db.searchTexts.clear()])
  })
  for (let start = 0; start < keys.length; start += BATCH) {
    const batch = await db.documents.bulkGet(keys.slice(start, start + BATCH))
    const put = await putLoaded(
      db,
      ports,
      batch.flatMap((document) => document ?? []),
      () => report(Math.min(start + BATCH, keys.length), keys.length),
    )
    if (!put.ok) return put
  }
  return ok(null)
}
