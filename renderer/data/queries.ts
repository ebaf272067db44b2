import { type Remote, wrap } from 'comlink'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { pathsOf } from '../../shared/domain/arrangement.ts'
import type { DeadlineAnchors } from '../../shared/domain/deadline.ts'
import { anchorsOf, yearOfTyping } from '../../shared/domain/deadline-year.ts'
import { type ProblemFile, problemFiles } from '../../shared/domain/ledger.ts'
import type { LedgerRecords, OutlineNode } from '../../shared/domain/records/record-kinds.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { withoutOrphans } from '../../shared/merge/ledger-documents.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { windowClock } from '../platform/window-ports.ts'
import type { SearchWorker } from '../workers/search-worker.ts'
import { LedgerDatabase, type StoredLedger, type StoredProblem, type StoredRecords } from './database.ts'
import { liveRows } from './live-rows.ts'
import { lastTextChange, wordsOf } from './search-texts.ts'

/** The window's own connection: it reads, and only the engine's worker writes. */
const db = new LedgerDatabase()
/** The same, for the queries of one screen that stand in a file of their own. */
export const windowDb = db

/** The system has taken the database away (deleted, damaged): what is shown from now on would be that of an empty one. */
export const whenDatabaseCloses = (listener: () => void): void => {
  db.on('close', listener)
}

/** Every ledger of this PC. Undefined while it is being read. */
export const useLedgers = (): readonly StoredLedger[] | undefined => useLiveQuery(() => db.ledgers.toArray())

/** Undefined while it is being read, null when there is none. */
export const useLedger = (ledgerId: string): StoredLedger | null | undefined =>
  useLiveQuery(async () => (await db.ledgers.get(ledgerId)) ?? null, [ledgerId])

/** A problem at its place in the outline. */
export interface PlacedProblem {
  readonly row: StoredProblem
  readonly path: readonly OutlineNode[]
  /** 序号. */
  readonly number: number
}

/** Every problem of a ledger in display order: the index has them in it ([Note: Place]). */
export const placedProblems = async (ledgerId: string): Promise<readonly PlacedProblem[]> => {
  const [ledger, rows] = await Promise.all([
    db.ledgers.get(ledgerId),
    db.problems.where('[ledgerId+place]').between([ledgerId], [ledgerId, []]).toArray(),
  ])
  const paths = pathsOf(ledger?.nodes ?? [])
  return rows.map((row, i) => ({ row, path: paths.get(row.nodeId ?? '') ?? NO_PATH, number: i + 1 }))
}

const NO_PATH: readonly OutlineNode[] = []

/** The same, live ([Note: Live rows]); undefined while it is being read. What has not changed stays the same object. */
export const usePlacedProblems = (ledgerId: string): readonly PlacedProblem[] | undefined => {
  const live = liveRows(db, ledgerId)
  const rows = useSyncExternalStore(live.subscribe, live.now)
  const ledger = useLedger(ledgerId)
  const paths = useMemo(() => pathsOf(ledger?.nodes ?? []), [ledger])
  const placed = useRef(new WeakMap<StoredProblem, PlacedProblem>())
  return useMemo(() => {
    if (rows === undefined || ledger === undefined) return undefined
    return rows.map((row, i): PlacedProblem => {
      const path = paths.get(row.nodeId ?? '') ?? NO_PATH
      const before = placed.current.get(row)
      if (before?.path === path && before.number === i + 1) return before
      const now = { row, path, number: i + 1 }
      placed.current.set(row, now)
      return now
    })
  }, [rows, ledger, paths])
}

/** The 问题档案 of one problem; `place` is where it stands. Null when it is gone, undefined while it is being read. */
export const useProblemFile = (
  problemId: string,
  place: Pick<PlacedProblem, 'path' | 'number'>,
): ProblemFile | null | undefined => {
  const stored = useLiveQuery(() => storedOf([problemId]), [problemId])
  return stored && (fileAt(stored.get(problemId) ?? [], place) ?? null)
}

/** The 问题档案 of some problems, by id. */
export const problemFilesOf = async (places: readonly PlacedProblem[]): Promise<ReadonlyMap<string, ProblemFile>> => {
  const stored = await storedOf(places.map(({ row }) => row.id))
  return new Map(
    places.flatMap((place): [string, ProblemFile][] => {
      const file = fileAt(stored.get(place.row.id) ?? [], place)
      return file ? [[place.row.id, file]] : []
    }),
  )
}

/** Everything of a ledger, for a document that is written from it. */
export const ledgerRecords = async (ledgerId: string): Promise<LedgerRecords> => {
  const stored = await db.records.where('ledgerId').equals(ledgerId).toArray()
  return withoutOrphans(byKind(stored.flatMap(({ records }) => records)))
}

/** The ids of the problems that hold all these words anywhere; null for no words. */
export const useSearch = (ledgerId: string, words: string): ReadonlySet<string> | null =>
  useLiveQuery(() => foundIds(ledgerId, words), [ledgerId, words]) ?? null

/** The same, once. */
export const foundIds = async (ledgerId: string, words: string): Promise<ReadonlySet<string> | null> => {
  const wanted = wordsOf(words)
  if (wanted.length === 0) return null
  return new Set(await searcher().find(ledgerId, await lastTextChange(db, ledgerId), wanted))
}

export const searcher = (): Remote<SearchWorker> => {
  searchWorker ??= wrap<SearchWorker>(
    new Worker(new URL('../workers/search-worker.ts', import.meta.url), { type: 'module', name: 'search' }),
  )
  return searchWorker
}

/** Begun with the first search. */
let searchWorker: Remote<SearchWorker> | null = null

/** Names in use in a ledger, for suggestions while typing: units and leaders of its directories. */
export const useDirectory = (ledgerId: string): { readonly units: readonly string[]; readonly leaders: readonly string[] } =>
  useLiveQuery(async () => {
    const stored = await db.records.get(documentKey('directories', ledgerId))
    const { unit, leader } = byKind(stored?.records ?? [])
    return { units: unit.map(({ name }) => name), leaders: leader.map(({ name }) => name) }
  }, [ledgerId]) ?? EMPTY_DIRECTORY

const EMPTY_DIRECTORY = { units: [], leaders: [] } as const

/** The year unfinished dates belong to, as the store reads them. */
export const useTypingYear = (ledgerId: string): number | null => {
  const today = windowClock.today()
  const notices = useLiveQuery(async () => {
    const stored = await db.records.where('[ledgerId+kind]').equals([ledgerId, 'notice']).toArray()
    return byKind(stored.flatMap(({ records }) => records)).notice
  }, [ledgerId])
  return yearOfTyping(notices ?? [], today)
}

/** The days of a ledger that deadlines count from, as the store reads them. */
export const useDeadlineAnchors = (ledgerId: string): DeadlineAnchors => {
  const outline = useLiveQuery(() => db.records.get(documentKey('outline', ledgerId)), [ledgerId])
  return useMemo(() => anchorsOf(byKind(outline?.records ?? [])), [outline])
}

/** The records of some problems with their office parts, by problem. */
export const storedOf = async (problemIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredRecords[]>> => {
  const keys = problemIds.flatMap((id) => [documentKey('problem', id), documentKey('office', id)])
  const stored = await db.records.bulkGet(keys)
  return new Map(problemIds.map((id, i) => [id, stored.slice(i * 2, i * 2 + 2).flatMap((document) => document ?? [])]))
}

/** The 问题档案 of a problem at its place. */
export const fileAt = (stored: readonly StoredRecords[], place: Pick<PlacedProblem, 'path' | 'number'>): ProblemFile | null => {
  const records = byKind(stored.flatMap((document) => document.records))
  const [problem] = records.problem
  return problem ? problemFiles(records)(problem, place.path, place.number) : null
}
