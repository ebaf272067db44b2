import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { flushFolder, writeFileAtomically } from './atomic-write.ts'
import { caught } from './caught.ts'
import { writeJsonFile } from './json-file.ts'
import { readWholeFile } from './read-file.ts'
import { inTurn } from './serial.ts'
import { sha256Hex } from './sha256.ts'
import {
  COMPLETE,
  type Complete,
  isWhole,
  ledgerFileName,
  listSnapshots,
  readComplete,
  type SnapshotFolder,
  snapshotFolderName,
} from './snapshot-folder.ts'

/**
 * [Note: Snapshots] Whole ledgers as .zgtz files at one sequence of the journal, so that the journal need not be kept for ever. Only a
 * snapshot that was finished and whose every checksum holds counts; the last three are kept, and an older one goes only after a new one
 * was read back.
 */
export interface Snapshots {
  readonly begin: (sequence: number) => Promise<Result<null, Refusal>>
  readonly add: (sequence: number, ledgerId: string, bytes: Uint8Array) => Promise<Result<null, Refusal>>
  /** Must hold exactly these ledgers; reads everything back before it counts. Answers with the sequence up to which the journal is no longer needed. */
  readonly finish: (sequence: number, ledgerIds: readonly string[]) => Promise<Result<number, Refusal>>
  /** The newest that is whole. */
  readonly newest: () => Promise<Result<{ readonly sequence: number; readonly ledgerIds: string[] } | null, Refusal>>
  readonly read: (sequence: number, ledgerId: string) => Promise<Result<{ readonly bytes: Uint8Array }, Refusal>>
}

const KEPT = 3
const LARGEST_MEGABYTES = 1_024

/** Opens the snapshots of a folder and clears away what was left unfinished. */
export const openSnapshots = (folder: string): Promise<Result<Snapshots, Refusal>> =>
  caught(folder, 'write', async () => {
    await mkdir(folder, { recursive: true })
    for (const snapshot of await listSnapshots(folder))
      if ((await readComplete(snapshot)) === null) await rm(snapshot.path, { recursive: true, force: true })
    return ok(snapshotsOf(folder))
  })

const snapshotsOf = (folder: string): Snapshots => {
  let writing: { readonly target: SnapshotFolder; readonly files: Complete['files'] } | null = null
  const turn = inTurn()

  const begin = async (sequence: number): Promise<Result<null, Refusal>> => {
    if (writing !== null) await rm(writing.target.path, { recursive: true, force: true })
    writing = null
    const attempt =
      Math.max(0, ...(await listSnapshots(folder)).filter((one) => one.sequence === sequence).map((one) => one.attempt)) + 1
    const path = join(folder, snapshotFolderName(sequence, attempt))
    await mkdir(path)
    await flushFolder(folder)
    writing = { target: { path, sequence, attempt }, files: [] }
    return ok(null)
  }

  const add = async (sequence: number, ledgerId: string, bytes: Uint8Array): Promise<Result<null, Refusal>> => {
    if (writing?.target.sequence !== sequence) return notBegun(sequence)
    const written = await writeFileAtomically(join(writing.target.path, ledgerFileName(ledgerId)), bytes)
    if (!written.ok) return written
    const file = { ledgerId, sha256: sha256Hex(bytes), bytes: bytes.length }
    writing = { ...writing, files: [...writing.files.filter((other) => other.ledgerId !== ledgerId), file] }
    return ok(null)
  }

  const finish = async (sequence: number, ledgerIds: readonly string[]): Promise<Result<number, Refusal>> => {
    if (writing?.target.sequence !== sequence) return notBegun(sequence)
    const { target, files } = writing
    const held = files.map(({ ledgerId }) => ledgerId)
    if (held.length !== ledgerIds.length || !ledgerIds.every((ledgerId) => held.includes(ledgerId)))
      return err({ type: 'store-unavailable', detail: `snapshot ${sequence} lacks a ledger` })
    if (!(await isWhole(target, { sequence, files })))
      return err({ type: 'write-failed', path: target.path, reason: 'other', detail: 'read back differently' })
    const written = await writeJsonFile(join(target.path, COMPLETE), { sequence, files })
    if (!written.ok) return written
    writing = null
    return ok(await keepLast(folder))
  }

  return {
    begin: (sequence) => turn(() => caught(folder, 'write', () => begin(sequence))),
    add: (sequence, ledgerId, bytes) => turn(() => add(sequence, ledgerId, bytes)),
    finish: (sequence, ledgerIds) => turn(() => caught(folder, 'write', () => finish(sequence, ledgerIds))),
    newest: () =>
      turn(() =>
        caught(folder, 'read', async () => {
          const [newest] = await wholeSnapshots(folder, 1)
          return ok(newest ? { sequence: newest.sequence, ledgerIds: newest.files.map(({ ledgerId }) => ledgerId) } : null)
        }),
      ),
    read: (sequence, ledgerId) => turn(() => caught(folder, 'read', () => readLedger(folder, sequence, ledgerId))),
  }
}

/** A snapshot is added to in the order begin, add, finish; another order is a bug of the window. */
const notBegun = (sequence: number): Result<never, Refusal> =>
  err({ type: 'store-unavailable', detail: `snapshot ${sequence} was not begun` })

const wholeSnapshots = async (folder: string, count: number): Promise<readonly (SnapshotFolder & Complete)[]> => {
  const whole: (SnapshotFolder & Complete)[] = []
  for (const snapshot of await listSnapshots(folder)) {
    const complete = await readComplete(snapshot)
    if (complete !== null && (await isWhole(snapshot, complete))) whole.push({ ...snapshot, ...complete })
    if (whole.length === count) break
  }
  return whole
}

/**
 * Deletes what is older than the last three whole ones. The journal stays complete behind the oldest of them, and complete from its
 * beginning while there is only one: a single snapshot that goes bad must not be the only copy.
 */
const keepLast = async (folder: string): Promise<number> => {
  const kept = await wholeSnapshots(folder, KEPT)
  const oldest = kept.at(-1)
  if (oldest === undefined || kept.length < 2) return 0
  if (kept.length < KEPT) return oldest.sequence
  for (const snapshot of await listSnapshots(folder))
    if (snapshot.sequence <= oldest.sequence && !kept.some(({ path }) => path === snapshot.path))
      await rm(snapshot.path, { recursive: true, force: true })
  return oldest.sequence
}

const readLedger = async (
  folder: string,
  sequence: number,
  ledgerId: string,
): Promise<Result<{ readonly bytes: Uint8Array }, Refusal>> => {
  for (const snapshot of await listSnapshots(folder)) {
    if (snapshot.sequence !== sequence) continue
    const listed = (await readComplete(snapshot))?.files.find((file) => file.ledgerId === ledgerId)
    if (listed === undefined) continue
    const bytes = await readWholeFile(join(snapshot.path, ledgerFileName(ledgerId)), LARGEST_MEGABYTES)
    if (bytes.ok && sha256Hex(bytes.value) === listed.sha256) return ok({ bytes: bytes.value })
  }
  return err({ type: 'store-unavailable', detail: `snapshot ${sequence} does not hold ${ledgerId}` })
}
