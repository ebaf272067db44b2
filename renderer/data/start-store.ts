import Dexie from 'dexie'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { StoreState } from '../../shared/ipc/contract.ts'
import type { LedgerDatabase } from './database.ts'
import type { StorePorts } from './ports.ts'
import { PROJECTION_VERSION } from './projection.ts'
import { rebuildDatabase, replayJournal, reprojectAll } from './rebuild.ts'
import { type FoundDatabase, planStart, type RebuildReason } from './start-plan.ts'
import type { Progress } from './write-documents.ts'

/** How the store came up; told to the person when it is not `continued` or `fresh`. */
export type StartReport = {
  readonly type: 'fresh' | 'continued' | 'replayed' | 'rebuilt' | 'journal-behind'
  /** Accepted changes that were brought back. */
  readonly count: number
  readonly incidents: StoreState['incidents']
}

/**
 * Opens the database, compares it with the main process and brings back what it lacks ([Note: Start of the store]). Nothing is shown
 * before this has answered. A refusal means that the store cannot be used; what is on the disk stays as it is.
 */
export const startStore = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  report: Progress,
): Promise<Result<StartReport, Refusal>> => {
  const known = await ports.main.invoke('store.state', undefined)
  if (!known.ok) return err(known.error)
  const found = await findDatabase(db)
  const plan = planStart(found, known.value)
  switch (plan.type) {
    case 'fresh':
      return fresh(db, ports, known.value, report)
    case 'continue':
      return whole(db, ports, known.value, 'continued', 0, report)
    case 'replay': {
      const from = found.type === 'marked' ? found.lastSequence : 0
      const replayed = await replayJournal(db, ports, from, { lastSequence: known.value.lastSequence, report, marked: true })
      if (!replayed.ok) return err(replayed.error)
      // What the journal lacks stays behind: the next start does not look for it again.
      await db.markers.update('marker', { lastSequence: known.value.lastSequence })
      const lost = await tellLost(ports, replayed.value.lost)
      if (!lost.ok) return lost
      const incidents = [...known.value.incidents, ...lost.value]
      return whole(db, ports, { ...known.value, incidents }, 'replayed', replayed.value.replayed, report)
    }
    case 'journal-behind':
      await db.markers.update('marker', { documents: await db.documents.count() })
      return whole(db, ports, known.value, 'journal-behind', 0, report)
    case 'rebuild':
      return rebuild(db, ports, known.value, plan.because, report)
  }
}

/** Reads what is there. Any failure to read is damage: it is looked at nowhere else. */
const findDatabase = async (db: LedgerDatabase): Promise<FoundDatabase> => {
  try {
    await db.open()
    const marker = await db.markers.get('marker')
    return marker ? { ...marker, type: 'marked', counted: await readAll(db) } : { type: 'empty' }
  } catch (thrown) {
    if (!isReadFailure(thrown)) throw thrown
    return { type: 'unreadable' }
  }
}

/** Whatever IndexedDB throws on opening or reading its own files; a fault of this program is no Dexie error. */
const isReadFailure = (thrown: unknown): boolean => thrown instanceof Dexie.DexieError || thrown instanceof DOMException

/** Reads every document, because damage shows only where it is read; answers how many there are. */
const readAll = async (db: LedgerDatabase): Promise<number> => {
  let counted = 0
  let after: string = ''
  for (;;) {
    const batch = await db.documents.where('key').above(after).limit(READ_AT_A_TIME).toArray()
    const last = batch.at(-1)
    if (!last) return counted
    counted += batch.length
    after = last.key
  }
}

const READ_AT_A_TIME = 200

const fresh = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  known: StoreState,
  report: Progress,
): Promise<Result<StartReport, Refusal>> => {
  await db.markers.put({
    name: 'marker',
    generation: ports.ids.id(),
    lastSequence: 0,
    documents: 0,
    projection: PROJECTION_VERSION,
  })
  return whole(db, ports, known, 'fresh', 0, report)
}

/** Rows that do not belong to the documents (an older program's, a bug's) are made again; the bytes are the truth. */
const bringRowsUp = async <Doc>(db: LedgerDatabase, ports: StorePorts<Doc>, report: Progress): Promise<Result<null, Refusal>> => {
  const { projection } = (await db.markers.get('marker')) ?? {}
  const isCurrent = projection === PROJECTION_VERSION && (await db.records.count()) === (await db.documents.count())
  if (isCurrent) return ok(null)
  const repaired = await reprojectAll(db, ports, report)
  // Marked last: one that was cut short is begun again.
  if (repaired.ok) await db.markers.update('marker', { projection: PROJECTION_VERSION })
  return repaired
}

const whole = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  known: StoreState,
  type: StartReport['type'],
  count: number,
  report: Progress,
): Promise<Result<StartReport, Refusal>> => {
  const rows = await bringRowsUp(db, ports, report)
  if (!rows.ok) return rows
  const marker = await db.markers.get('marker')
  if (!marker) return err({ type: 'store-unavailable', detail: 'no marker' })
  const { generation, lastSequence } = marker
  const told = await ports.main.invoke('store.whole', { generation, lastSequence })
  return told.ok ? ok({ type, count, incidents: known.incidents }) : err(told.error)
}

const rebuild = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  known: StoreState,
  because: RebuildReason,
  report: Progress,
): Promise<Result<StartReport, Refusal>> => {
  // The damaged files are kept aside before anything opens or deletes them again.
  const incident = await ports.main.invoke('store.incident', { type: because, count: known.lastSequence })
  if (!incident.ok) return err(incident.error)
  db.close()
  // Chromium does not open a database whose list of files is broken, not even to delete it: main takes it away.
  const discarded = await ports.main.invoke('store.discardDatabase', undefined)
  if (!discarded.ok) return err(discarded.error)
  await db.delete()
  await db.open()
  const filled = await rebuildDatabase(db, ports, ports.ids.id(), known.lastSequence, report)
  if (!filled.ok) return err(filled.error)
  const lost = await tellLost(ports, filled.value.lost)
  if (!lost.ok) return lost
  const incidents = [...known.incidents, incident.value, ...lost.value]
  return whole(db, ports, { ...known, incidents }, 'rebuilt', known.lastSequence - filled.value.lost, report)
}

/** Changes nobody can bring back are said, with how many. */
const tellLost = async <Doc>(ports: StorePorts<Doc>, count: number): Promise<Result<StoreState['incidents'], Refusal>> => {
  if (count === 0) return ok([])
  const incident = await ports.main.invoke('store.incident', { type: CHANGES_LOST, count })
  return incident.ok ? ok([incident.value]) : err(incident.error)
}

/** The incident that counts changes for which neither journal nor snapshot has anything left. */
export const CHANGES_LOST = 'changes-lost'
