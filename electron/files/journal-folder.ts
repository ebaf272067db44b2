import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { caught } from './caught.ts'
import { type RecordPlace, type Scan, scanJournalFile } from './journal-scan.ts'

/** A record and the file that holds it. */
export interface Indexed extends RecordPlace {
  readonly path: string
}

export interface JournalFile {
  readonly path: string
  /** The sequence its name gives: no record in it or behind it is older. */
  readonly first: number
}

export interface JournalIndex {
  readonly files: readonly JournalFile[]
  readonly records: readonly Indexed[]
  readonly lastSequence: number
  readonly damagedRecords: number
  /** Where the last file ends, after an unfinished write was cut off. */
  readonly end: number
}

/**
 * Reads every file of the journal once. An unfinished write at the very end is cut off and kept beside the file (`.torn`): it was never
 * answered. Other damage is stepped over; what it took is counted from the sequences its neighbours name, as far as no snapshot
 * (`coveredTo`) holds it. A damaged last record keeps its sequence: the window may have heard of it.
 */
export const readJournalFolder = (folder: string, coveredTo: number): Promise<Result<JournalIndex, Refusal>> =>
  caught(folder, 'read', async () => {
    await mkdir(folder, { recursive: true })
    const files = await listJournalFiles(folder)
    const records: Indexed[] = []
    let reached = coveredTo
    let damagedRecords = 0
    let end = 0
    for (const [at, { path, first }] of files.entries()) {
      const { places, broken, size } = await readOne(path, at === files.length - 1)
      for (const place of places) {
        if (place.sequence <= (records.at(-1)?.sequence ?? 0)) continue
        damagedRecords += Math.max(0, place.previous - reached)
        reached = Math.max(reached, place.sequence)
        records.push({ ...place, path })
      }
      end = size
      if (at < files.length - 1) continue
      reached = Math.max(reached, first - 1)
      const tail = broken.find(({ offset, length }) => offset + length === size)
      damagedRecords += tail?.records ?? 0
      reached += tail?.records ?? 0
    }
    return ok({ files, records, lastSequence: reached, damagedRecords, end })
  })

/** Removes files every record of which is old enough, with what was cut off them. The last file stays. */
export const deleteFilesUpTo = (
  files: readonly JournalFile[],
  sequence: number,
): Promise<Result<readonly JournalFile[], Refusal>> =>
  caught(files[0]?.path ?? '', 'write', async () => {
    const kept = files.filter((_, at) => (files[at + 1]?.first ?? Number.POSITIVE_INFINITY) - 1 > sequence)
    for (const { path } of files.filter((file) => !kept.includes(file)))
      for (const name of [path, `${path}.torn`]) await rm(name, { force: true })
    return ok(kept)
  })

const DIGITS = 16
const NAME = /^\d{16}\.journal$/

export const journalFileName = (first: number): string => `${String(first).padStart(DIGITS, '0')}.journal`

const listJournalFiles = async (folder: string): Promise<readonly JournalFile[]> =>
  (await readdir(folder))
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name), first: Number(name.slice(0, DIGITS)) }))

const readOne = async (path: string, isLast: boolean): Promise<Scan> => {
  const file = await open(path, isLast ? 'r+' : 'r')
  try {
    const scan = await scanJournalFile(file)
    const torn = isLast ? scan.broken.find(({ unfinished }) => unfinished) : undefined
    if (torn === undefined) return scan
    const bytes = Buffer.alloc(torn.length)
    await file.read(bytes, 0, torn.length, torn.offset)
    await writeFile(`${path}.torn`, bytes)
    await file.truncate(torn.offset)
    await file.datasync()
    return { ...scan, size: torn.offset, broken: scan.broken.filter((stretch) => stretch !== torn) }
  } finally {
    await file.close()
  }
}
