import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { LedgerDatabase } from './database.ts'
import type { StorePorts } from './ports.ts'
import { type Projected, project, putProjected } from './projection.ts'

/** A document after a change, and the heads it was changed at (null: it is new). */
export interface ChangedDocument<Doc> {
  readonly key: DocumentKey
  readonly doc: Doc
  readonly before: readonly string[] | null
}

/** How far a long act has come, for the screen. */
export type Progress = (done: number, of: number) => void

/** Long acts say every so many documents how far they are. */
export const REPORT_EVERY = 25

/** A change stands in the journal and IndexedDB did not take it: the store must be started again, which replays it. */
export class StoreFailure extends Error {}

/**
 * Makes a change durable: the journal first (main, flushed), then bytes and rows in one strict transaction that checks that nobody wrote
 * since. A refusal means that nothing was accepted. Throws StoreFailure when the journal has the change and IndexedDB has not.
 */
export const acceptChange = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  ledgerId: string,
  changed: readonly ChangedDocument<Doc>[],
  report: Progress = () => undefined,
): Promise<Result<{ readonly sequence: number }, Refusal>> => {
  const written = changed.map(({ key, doc, before }, i) => {
    if (i % REPORT_EVERY === 0) report(i, changed.length)
    return {
      before,
      stored: { key, ledgerId, bytes: ports.engine.save(doc), heads: ports.engine.heads(doc) },
      projected: project(ports.engine, ledgerId, key, doc),
    }
  })
  const documents = written.map(({ stored: { key, bytes } }) => ({ key, bytes }))
  const appended = await ports.main.invoke('journal.append', { ledgerId, documents })
  if (!appended.ok) return err(appended.error)
  const { sequence } = appended.value
  try {
    await putDocuments(db, written, sequence)
  } catch (thrown) {
    throw new StoreFailure(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown))
  }
  return ok({ sequence })
}

interface WrittenDocument {
  readonly before: readonly string[] | null
  readonly stored: {
    readonly key: DocumentKey
    readonly ledgerId: string
    readonly bytes: Uint8Array
    readonly heads: readonly string[]
  }
  readonly projected: Projected
}

/** Bytes, rows and marker in one transaction; `sequence` null leaves the marker alone (a rebuild writes it last). */
export const putDocuments = async (
  db: LedgerDatabase,
  written: readonly WrittenDocument[],
  sequence: number | null,
): Promise<void> => {
  await db.transaction('rw', [db.documents, db.records, db.ledgers, db.problems, db.searchTexts, db.markers], async () => {
    const standing = await db.documents.bulkGet(written.map(({ stored }) => stored.key))
    for (const [i, { before, stored }] of written.entries()) {
      const heads = standing[i]?.heads ?? null
      if (heads?.join() !== before?.join()) throw new Error(`another writer changed ${stored.key}`)
    }
    await db.documents.bulkPut(written.map(({ stored }) => stored))
    await putProjected(
      db,
      written.map(({ projected }) => projected),
    )
    if (sequence === null) return
    const created = standing.filter((document) => document === undefined).length
    const marked = await db.markers.update('marker', (marker) => {
      Object.assign(marker, { lastSequence: sequence, documents: marker.documents + created })
    })
    if (marked === 0) throw new Error('the store has no marker')
  })
}
