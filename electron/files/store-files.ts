import { join } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { type Output, routes, type StoreState } from '../../shared/ipc/contract.ts'
import { type Journal, openJournal } from './journal.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import { dropKeptAside, keepDamaged } from './keep-aside.ts'
import { openSnapshots, type Snapshots } from './snapshots.ts'

export type Incident = Output<'store.incident'>

/** The ledgers' files outside IndexedDB: what the window compares its database with, and rebuilds it from. */
export interface StoreFiles {
  readonly journal: Journal
  readonly snapshots: Omit<Snapshots, 'finish'>
  readonly state: () => StoreState
  /** Finishes a snapshot and lets go of the journal that stands in it. */
  readonly finishSnapshot: (sequence: number, ledgerIds: readonly string[]) => Promise<Result<null, Refusal>>
  /** IndexedDB is whole under this name and holds the changes up to `lastSequence`. */
  readonly whole: (generation: string, lastSequence: number) => Promise<Result<null, Refusal>>
  readonly incident: (type: string, count: number) => Promise<Result<Incident, Refusal>>
  readonly incidentsRead: () => Promise<Result<null, Refusal>>
  readonly close: () => Promise<void>
}

const KEPT_INCIDENTS = 50

export const openStoreFiles = async (dataFolder: string, clock: Clock): Promise<Result<StoreFiles, Refusal>> => {
  const snapshots = await openSnapshots(join(dataFolder, 'snapshots'))
  if (!snapshots.ok) return snapshots
  const newest = await snapshots.value.newest()
  if (!newest.ok) return newest
  let snapshotSequence = newest.value?.sequence ?? 0
  const opened = await openJournal(join(dataFolder, 'journal'), snapshotSequence)
  if (!opened.ok) return opened
  const journal = opened.value
  const marker = await readJsonFile(join(dataFolder, 'store.json'), markerSchema)
  if (!marker.ok) return marker
  const told = await readJsonFile(incidentsPath(dataFolder), incidentsSchema)
  if (!told.ok) return told
  let generation = marker.value?.generation ?? null
  let incidents: readonly Incident[] = told.value ?? []

  const tell = async (next: readonly Incident[]): Promise<Result<null, Refusal>> => {
    incidents = next
    const written = await writeJsonFile(incidentsPath(dataFolder), next)
    return written.ok ? ok(null) : written
  }

  return ok({
    journal,
    snapshots: snapshots.value,
    state: () => {
      const { entries, bytes } = journal.amountAfter(snapshotSequence)
      return {
        generation,
        lastSequence: Math.max(journal.lastSequence(), snapshotSequence),
        snapshotSequence,
        entriesSinceSnapshot: entries,
        bytesSinceSnapshot: bytes,
        damagedRecords: journal.damagedRecords(),
        incidents: [...incidents],
      }
    },
    finishSnapshot: async (sequence, ledgerIds) => {
      const finished = await snapshots.value.finish(sequence, ledgerIds)
      if (!finished.ok) return finished
      snapshotSequence = Math.max(snapshotSequence, sequence)
      return journal.rotate(finished.value)
    },
    whole: async (name, lastSequence) => {
      journal.raiseTo(lastSequence)
      const written = await writeJsonFile(join(dataFolder, 'store.json'), { generation: name })
      if (!written.ok) return written
      generation = name
      return dropKeptAside(dataFolder)
    },
    incident: async (type, count) => {
      const at = clock.now()
      const kept = await keepDamaged(dataFolder, stampOf(at))
      if (!kept.ok) return kept
      const incident = { at, type, count, keptAside: kept.value }
      const told = await tell([...incidents, incident].slice(-KEPT_INCIDENTS))
      return told.ok ? ok(incident) : told
    },
    incidentsRead: () => tell([]),
    close: () => journal.close(),
  })
}

const markerSchema = z.object({ generation: routes['store.whole'].input.shape.generation })
const incidentsSchema = z.array(routes['store.incident'].output)
const incidentsPath = (dataFolder: string): string => join(dataFolder, 'incidents.json')

/** A name for a folder, in UTC so that names sort as the incidents happened. */
const stampOf = (seconds: number): string =>
  new Date(seconds * 1_000)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(':', '')
