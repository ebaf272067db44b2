import { z } from 'zod'
import { LedgerDatabase, type StoredProblem } from '../../../renderer/data/database.ts'
import { problemPage } from '../../../renderer/data/problem-pages.ts'
import { foundIds, placedProblems, storedOf } from '../../../renderer/data/queries.ts'
import { ledgerStore, startStore } from '../../../renderer/data/store-client.ts'
import { documentKey } from '../../../shared/merge/document-boundaries.ts'
import { believableLedger } from '../../support/believable/ledger.ts'
import { bareStore, getAllBare, putBare } from './bare.ts'

/**
 * The page of the window's bench: the real store (worker, journal of the real main process, IndexedDB) without screens. The driver
 * (tests/bench/window-bench.ts) calls what stands on `window.bench`.
 */
z.config({ jitless: true })

const db = new LedgerDatabase()

/** An act of the program beside what it is held against: medians in milliseconds. */
export interface Held {
  readonly own: number
  readonly bare: number
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await act()
  return performance.now() - started
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const inTurns = async (turns: number, own: (turn: number) => Promise<number>, bare: (turn: number) => Promise<number>) => {
  const times: Held[] = []
  for (let turn = 0; turn < turns; turn++) times.push({ own: await own(turn), bare: await bare(turn) })
  return { own: median(times.map((time) => time.own)), bare: median(times.map((time) => time.bare)) }
}

/** The ledgers that were made, by how many problems they hold; those put past the store are named by their size. */
const ledgers = new Map<number, { readonly id: string; readonly problems: readonly string[] }>()
const ledgerOf = (problems: number): string => ledgers.get(problems)?.id ?? `bench${problems}`
const problemOf = (problems: number, i: number): string => ledgers.get(problems)?.problems[i] ?? `${ledgerOf(problems)}-p${i}`

/** Makes a ledger that has been worked in for nine months; answers with the milliseconds it took. */
const create = async (problems: number): Promise<number> => {
  const records = believableLedger({ problems, seed: problems, livedIn: LIVED_IN })
  return timed(async () => {
    const made = await ledgerStore.createLedger(records, '建立台账', () => undefined)
    if (!made.ok) throw new Error(made.error.type)
    ledgers.set(problems, { id: made.value.ledgerId, problems: records.problem.map(({ id }) => id) })
  })
}
const LIVED_IN = 15

/** A clerk works on some problems at a time. */
const WORKED_ON = 20
let edited = 0
const edit = async (problems: number): Promise<string> => {
  const problemId = problemOf(problems, edited % WORKED_ON)
  edited += 1
  const value = `目标${edited}`
  const done = await ledgerStore.run(ledgerOf(problems), {
    type: 'set-field',
    problemId,
    measureId: null,
    field: 'target',
    value,
  })
  if (!done.ok) throw new Error(done.error.type)
  return problemId
}

/** Edits until durable, and what they wrote (the document's bytes and its rows) put bare in one strict transaction, in turns. */
const edits = async ({ problems, count }: { problems: number; count: number }): Promise<Held> => {
  const store = await bareStore(['documents', 'records', 'problems', 'searchTexts'])
  let last = ''
  return inTurns(
    count,
    () =>
      timed(async () => {
        last = await edit(problems)
      }),
    async () => {
      const key = documentKey('problem', last)
      const rows = {
        documents: await db.documents.get(key),
        records: await db.records.get(key),
        problems: await db.problems.get(last),
        searchTexts: await db.searchTexts.get(last),
      }
      return timed(() => putBare(store, last, rows))
    },
  )
}

/** Only edits, for what they leave in memory. */
const editMany = async ({ problems, count }: { problems: number; count: number }): Promise<void> => {
  for (let i = 0; i < count; i++) await edit(problems)
}

/** What a list needs to show its first screen, and the rows of the ledger read bare. */
const openings = (problems: number): Promise<Held> => {
  const ledgerId = ledgerOf(problems)
  return inTurns(
    7,
    () =>
      timed(async () => {
        const [placed] = await Promise.all([placedProblems(ledgerId), db.ledgers.get(ledgerId)])
        await storedOf(placed.slice(0, 12).map(({ row: { id } }) => id))
      }),
    () => timed(() => getAllBare(db.backendDB(), 'problems', ledgerId)),
  )
}

/** Another text of the same length: the same one sixty times over would be the same string in memory. */
const shuffled = (text: string, i: number): string => `${text.slice(i % 997)}${text.slice(0, i % 997)}\n编号${i}`

/** A ledger of many rows, put past the store: to make so many documents takes minutes. */
const fill = async (count: number): Promise<void> => {
  const like = ledgerOf(60)
  const [rows, texts] = await Promise.all([
    db.problems.where('ledgerId').equals(like).toArray(),
    db.searchTexts.where('ledgerId').equals(like).toArray(),
  ])
  const stored = await db.records.bulkGet(rows.map(({ id }) => documentKey('problem', id)))
  const ledgerId = ledgerOf(count)
  for (let from = 0; from < count; from += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, count - from) }, (_, k) => from + k)
    await db.problems.bulkPut(
      batch.map(
        (i) =>
          ({
            ...rows[i % 60],
            id: problemOf(count, i),
            ledgerId,
            order: `a${String(i).padStart(6, '0')}`,
            place: `a${String(i).padStart(6, '0')}`,
          }) as StoredProblem,
      ),
    )
    await db.searchTexts.bulkPut(
      batch.map((i) => ({ id: problemOf(count, i), ledgerId, text: shuffled(texts[i % 60]?.text ?? '', i), changed: 1 })),
    )
    await db.records.bulkPut(
      batch.flatMap((i) => {
        const like = stored[i % 60]
        return like ? [{ ...like, key: documentKey('problem', problemOf(count, i)), ledgerId }] : []
      }),
    )
  }
}

/** Fifty rows in the middle of a large ledger, and all its rows read bare. */
const pages = async (count: number): Promise<Held> => {
  const [middle] = await db.problems.bulkGet([problemOf(count, count / 2)])
  return inTurns(
    15,
    () =>
      timed(async () => {
        const after = middle ?? null
        await problemPage(db, ledgerOf(count), { order: 'place', descending: false, after, limit: 50 })
      }),
    () => timed(() => getAllBare(db.backendDB(), 'problems', ledgerOf(count))),
  )
}

/** Words that many, some, one and no problem holds. The first search of a ledger reads its texts and is told apart. */
const searches = async (count: number): Promise<{ readonly first: number; readonly next: number }> => {
  const words = ['整改', '财政审计', `编号${count - 1}`, '未写过的词', '学习 水利', '编号1']
  const first = await timed(() => foundIds(ledgerOf(count), words[0] ?? ''))
  const times: number[] = []
  for (let turn = 0; turn < 30; turn++) times.push(await timed(() => foundIds(ledgerOf(count), words[turn % words.length] ?? '')))
  return { first, next: median(times) }
}

const bench = { create, edits, editMany, openings, fill, pages, searches }
export type WindowBench = typeof bench

const started = await startStore('bench', () => undefined)
Object.assign(window, { bench })
document.documentElement.dataset['ready'] = started.ok ? 'true' : started.error.type
