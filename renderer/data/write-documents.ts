import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { DocumentKey } from '../../shared/merge/document-boundaries.ts'
import type { Act, MergeEngine, Stamp } from '../../shared/merge/engine.ts'
import { actsOfChanges, putActs, storedAct } from './acts.ts'
import type { LedgerDatabase, StoredAct, StoredDocument } from './database.ts'
import type { StorePorts } from './ports.ts'
import { type Projected, project } from './projection.ts'
import { putProjected, type RowsToPut } from './put-rows.ts'

/** A document after a change, and the heads it was changed at (null: it is new). */
export interface ChangedDocument<Doc> {
  readonly key: DocumentKey
  readonly doc: Doc
  readonly before: readonly string[] | null
  /** What it was projected to before, where that is at hand. */
  readonly projectedBefore: Projected | null
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
  stamp: Stamp & { readonly act: Act },
): Promise<Result<{ readonly act: StoredAct; readonly projected: readonly Projected[] }, Refusal>> => {
  const { engine } = ports
  const stored = changed.map(
    ({ key, doc }): StoredDocument => ({ key, ledgerId, bytes: engine.save(doc), heads: engine.heads(doc) }),
  )
  let projected: readonly Projected[] = []
  // An edit is one change on top of all others: it is the one head.
  const documents = stored.map(({ key, heads }) => ({ key, hash: heads[0] ?? '' }))
  const actOf = (sequence: number) => storedAct(ledgerId, sequence, stamp, documents)
  const sequence = await accept(db, ports, ledgerId, { stored, putActs: (sequence) => db.acts.put(actOf(sequence)) }, () => {
    projected = changed.map(({ key, doc, projectedBefore }) =>
      // An edit makes no conflict and ends none (MergeEngine.edit): where the document was projected before, they are known.
      project(engine, ledgerId, key, doc, projectedBefore?.records.conflicts),
    )
    return stored.map((document, i) => ({
      stored: document,
      before: changed[i]?.before ?? null,
      projected: projected[i] as Projected,
      projectedBefore: changed[i]?.projectedBefore ?? null,
    }))
  })
  return sequence.ok ? ok({ act: actOf(sequence.value), projected }) : sequence
}

/**
 * The same for documents that are new here. They are taken from `documents` one after the other and released: the engine grows slow
 * with thousands of open ones.
 */
export const acceptNew = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  ledgerId: string,
  documents: Iterable<readonly [DocumentKey, Doc]>,
  /** The act that makes them; null where they come with a history of their own. */
  stamp: (Stamp & { readonly act: Act }) | null,
): Promise<Result<{ readonly ledgerId: string }, Refusal>> => {
  const { engine } = ports
  const written: WrittenDocument[] = []
  const acts: StoredAct[] = []
  for (const [key, doc] of documents) {
    const stored = { key, ledgerId, bytes: engine.save(doc), heads: engine.heads(doc) }
    written.push({ stored, before: null, projected: project(engine, ledgerId, key, doc), projectedBefore: null })
    if (stamp) acts.push(storedAct(ledgerId, 0, stamp, [{ key, hash: stored.heads[0] ?? '' }]))
    else acts.push(...actsOfChanges(ledgerId, key, engine.history(doc)))
    engine.release(doc)
  }
  const stored = written.map((document) => document.stored)
  const sequence = await accept(db, ports, ledgerId, { stored, putActs: () => putActs(db, acts) }, () => written)
  return sequence.ok ? ok({ ledgerId }) : sequence
}

/** A document that is here, or new here, and gained changes made elsewhere. */
export interface TakenDocument extends RowsToPut {
  readonly before: readonly string[] | null
  readonly stored: StoredDocument
  readonly acts: readonly StoredAct[]
}

/** What a document becomes that took in changes: bytes, rows, and the acts the new changes belong to. The handle is released. */
export const takenDocument = <Doc>(
  engine: MergeEngine<Doc>,
  ledgerId: string,
  key: DocumentKey,
  doc: Doc,
  mine: Doc | undefined,
  standing: StoredDocument | undefined,
): TakenDocument => {
  const known = new Set(mine === undefined ? [] : engine.history(mine).map(({ hash }) => hash))
  const fresh = engine.history(doc).filter(({ hash }) => !known.has(hash))
  return {
    stored: { key, ledgerId, bytes: engine.save(doc), heads: engine.heads(doc) },
    before: standing?.heads ?? null,
    projected: project(engine, ledgerId, key, doc),
    projectedBefore: null,
    acts: actsOfChanges(ledgerId, key, fresh),
  }
}

/** Makes documents durable that took in changes of others, all or none. */
export const acceptTaken = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  ledgerId: string,
  taken: readonly TakenDocument[],
): Promise<Result<number, Refusal>> =>
  accept(
    db,
    ports,
    ledgerId,
    {
      stored: taken.map(({ stored }) => stored),
      putActs: () =>
        putActs(
          db,
          taken.flatMap(({ acts }) => acts),
        ),
    },
    () => taken,
  )

/** Journal, then IndexedDB. What is to be written besides the bytes is made while main flushes the journal. */
const accept = async <Doc>(
  db: LedgerDatabase,
  ports: StorePorts<Doc>,
  ledgerId: string,
  {
    stored,
    putActs: putOwn,
  }: { readonly stored: readonly StoredDocument[]; readonly putActs: (sequence: number) => PromiseLike<unknown> },
  written: () => readonly WrittenDocument[],
): Promise<Result<number, Refusal>> => {
  const appending = ports.main.invoke('journal.append', { ledgerId, documents: stored.map(({ key, bytes }) => ({ key, bytes })) })
  const made = attempted(written)
  const appended = await appending
  if (!appended.ok) return err(appended.error)
  const { sequence } = appended.value
  try {
    await putDocuments(db, made(), () => putOwn(sequence), sequence)
  } catch (thrown) {
    throw new StoreFailure(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown))
  }
  return ok(sequence)
}

/** Runs now; what it throws is thrown when its answer is asked for, so that nothing is lost that is under way beside it. */
const attempted = <T>(make: () => T): (() => T) => {
  try {
    const made = make()
    return () => made
  } catch (thrown) {
    return () => {
      throw thrown
    }
  }
}

interface WrittenDocument extends RowsToPut {
  readonly before: readonly string[] | null
  readonly stored: StoredDocument
}

/**
 * Bytes, rows and marker in one transaction; `sequence` null leaves the marker alone (a rebuild writes it last). Everything is asked of
 * IndexedDB without waiting in between, because each answer comes from another process.
 */
export const putDocuments = async (
  db: LedgerDatabase,
  written: readonly WrittenDocument[],
  /** Writes the acts these documents' changes belong to, inside the transaction. */
  putOwn: () => PromiseLike<unknown>,
  sequence: number | null,
): Promise<void> => {
  const tables = [db.documents, db.records, db.ledgers, db.problems, db.searchTexts, db.acts, db.markers]
  await db.transaction('rw', tables, async () => {
    const [standing, marker] = await Promise.all([
      db.documents.bulkGet(written.map(({ stored }) => stored.key)),
      sequence === null ? undefined : db.markers.get('marker'),
    ])
    for (const [i, { before, stored }] of written.entries()) {
      const heads = standing[i]?.heads ?? null
      if (heads?.join() !== before?.join()) throw new Error(`another writer changed ${stored.key}`)
    }
    const writing: PromiseLike<unknown>[] = [
      db.documents.bulkPut(written.map(({ stored }) => stored)),
      putProjected(db, written, sequence ?? 0),
      putOwn(),
    ]
    if (sequence !== null) {
      if (!marker) throw new Error('the store has no marker')
      const created = standing.filter((document) => document === undefined).length
      writing.push(db.markers.put({ ...marker, lastSequence: sequence, documents: marker.documents + created }))
    }
    await Promise.all(writing)
  })
}
