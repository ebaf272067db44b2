import { z } from 'zod'
import { LedgerDatabase, type StoredProblem } from '../../../renderer/data/database.ts'
import { ledgerRecords, placedProblems, storedOf } from '../../../renderer/data/queries.ts'
import { ledgerStore, readNotice, startStore } from '../../../renderer/data/store-client.ts'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { documentKey } from '../../../shared/merge/document-boundaries.ts'

/**
 * The page of the window's bench: the real store (worker, journal of the real main process, IndexedDB) without screens. The driver
 * (tests/bench/window-bench.ts) calls what stands on `window.bench`.
 */
z.config({ jitless: true })

const db = new LedgerDatabase()
let ledgerId = ''
let problemIds: readonly string[] = []

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await act()
  return performance.now() - started
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Makes the sample's ledger. */
const create = async (text: string): Promise<void> => {
  const read = await readNotice(text, '2026-01-01' as PlainDate, new AbortController().signal)
  if (!read.ok || read.value === null) throw new Error('the sample was not read')
  const made = await ledgerStore.createLedger(read.value.records, '建立台账', () => undefined)
  if (!made.ok) throw new Error(made.error.type)
  ledgerId = made.value.ledgerId
  problemIds = (await ledgerRecords(ledgerId)).problem.map(({ id }) => id)
}

/** A database of its own with the same durability, for the same bytes put bare. */
const bareStore = async (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('bare', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

const putBare = (store: IDBDatabase, key: string, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = store.transaction('bytes', 'readwrite', { durability: 'strict' })
    transaction.objectStore('bytes').put(bytes, key)
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })

/** Edits until durable, and the same documents' bytes put bare, in turns: medians in milliseconds. */
const edits = async (count: number): Promise<{ readonly edit: number; readonly bare: number }> => {
  const store = await bareStore()
  const times: { readonly edit: number; readonly bare: number }[] = []
  for (let i = 0; i < count; i++) {
    const problemId = problemIds[i % problemIds.length] ?? ''
    const edit = await timed(() =>
      ledgerStore.run(ledgerId, { type: 'set-field', problemId, measureId: null, field: 'target', value: `目标${i}` }),
    )
    const stored = await db.documents.get(documentKey('problem', problemId))
    times.push({ edit, bare: await timed(() => putBare(store, problemId, stored?.bytes ?? new Uint8Array())) })
  }
  return { edit: median(times.map(({ edit }) => edit)), bare: median(times.map(({ bare }) => bare)) }
}

/** A ledger of many rows: the list in order with the files of the fifty on the screen, and the same rows read bare. */
const lists = async (count: number): Promise<{ readonly list: number; readonly bare: number }> => {
  const [row] = await db.problems.toArray()
  const [stored] = await db.records
    .where('key')
    .equals(documentKey('problem', row?.id ?? ''))
    .toArray()
  if (!row || !stored) throw new Error('the sample was not made')
  const rows = Array.from(
    { length: count },
    (_, i): StoredProblem => ({ ...row, id: `many${i}`, ledgerId: 'many', order: `a${String(i).padStart(6, '0')}` }),
  )
  for (let from = 0; from < count; from += 2_000) {
    const batch = rows.slice(from, from + 2_000)
    await db.problems.bulkPut(batch)
    await db.records.bulkPut(batch.map(({ id }) => ({ ...stored, key: documentKey('problem', id), ledgerId: 'many' })))
  }
  const times: { readonly list: number; readonly bare: number }[] = []
  for (let turn = 0; turn < 5; turn++) {
    const list = await timed(async () => {
      const placed = await placedProblems('many')
      await storedOf(placed.slice(10_000, 10_050).map(({ row: { id } }) => id))
    })
    times.push({ list, bare: await timed(() => db.problems.where('ledgerId').equals('many').toArray()) })
  }
  return { list: median(times.map(({ list }) => list)), bare: median(times.map(({ bare }) => bare)) }
}

const bench = { create, edits, lists }
export type WindowBench = typeof bench

const started = await startStore('bench', () => undefined)
Object.assign(window, { bench })
document.documentElement.dataset['ready'] = started.ok ? 'true' : started.error.type
