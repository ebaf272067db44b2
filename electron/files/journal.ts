import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { JournalEntry } from '../../shared/ipc/contract.ts'
import { flushFolder } from './atomic-write.ts'
import { deleteFilesUpTo, journalFileName, readJournalFolder } from './journal-folder.ts'
import { firstAfter, type JournalPage, readPage } from './journal-pages.ts'
import { encodeRecord } from './journal-record.ts'
import { type JournalWriter, openJournalWriter } from './journal-writer.ts'
import type { OpenFile } from './open-file.ts'
import { inTurn } from './serial.ts'

/**
 * [Note: Journal] Every accepted change, outside IndexedDB: Chromium answers one flipped bit in its database by deleting the whole of
 * it. A change is in the journal, flushed, before anybody is told that it is saved. Files are named by the sequence they begin with;
 * a new one begins after each snapshot and when one has grown large, and goes when the oldest kept snapshot holds all of it.
 */
export interface Journal {
  /** The sequence given out last. */
  readonly lastSequence: () => number
  /** Records that could not be read and stand in no snapshot. */
  readonly damagedRecords: () => number
  /** What came after a sequence: how many entries, how many bytes. */
  readonly amountAfter: (sequence: number) => { readonly entries: number; readonly bytes: number }
  /** Flushed before it answers; a refused entry takes no sequence and leaves no bytes. */
  readonly append: (entry: Omit<JournalEntry, 'sequence'>) => Promise<Result<{ readonly sequence: number }, Refusal>>
  /** Entries after a sequence, oldest first, up to about `limit` bytes but at least one. */
  readonly readAfter: (sequence: number, limit?: number) => Promise<Result<JournalPage, Refusal>>
  /** Sequences up to this one were given out by a journal that is lost: they are not given out again. */
  readonly raiseTo: (sequence: number) => void
  /** Begins a new file; files that hold nothing after `keptAfter` are deleted. */
  readonly rotate: (keptAfter: number) => Promise<Result<null, Refusal>>
  readonly close: () => Promise<void>
}

const PAGE_BYTES = 8_000_000
const LARGEST_FILE_BYTES = 64_000_000

/** Opens the journal of a folder; `coveredTo` is the sequence of the newest whole snapshot. */
export const openJournal = async (
  folder: string,
  coveredTo: number,
  openFile: OpenFile = open,
): Promise<Result<Journal, Refusal>> => {
  const index = await readJournalFolder(folder, coveredTo)
  if (!index.ok) return index
  let { files, lastSequence, damagedRecords } = index.value
  let records = [...index.value.records]
  /** The sequence before the next one as this journal knows it: a raise leaves no gap that looks like damage. */
  let previous = lastSequence
  const last = files.at(-1)
  let resumed: { readonly path: string; readonly end: number } | null = last ? { path: last.path, end: index.value.end } : null
  let writer: JournalWriter | null = null
  const turn = inTurn()

  const closeWriter = async (): Promise<void> => {
    const closing = writer
    writer = null
    await closing?.close()
  }

  const currentWriter = async (): Promise<Result<JournalWriter, Refusal>> => {
    if (writer !== null && writer.end() >= LARGEST_FILE_BYTES) await closeWriter()
    if (writer !== null) return ok(writer)
    const first = lastSequence + 1
    const { path, end } = resumed ?? { path: join(folder, journalFileName(first)), end: 0 }
    const opened = await openJournalWriter(path, end, openFile)
    if (!opened.ok) return opened
    writer = opened.value
    resumed = null
    if (!files.some((file) => file.path === path)) {
      await flushFolder(folder)
      files = [...files, { path, first }]
    }
    return opened
  }

  const append: Journal['append'] = async (change) => {
    const target = await currentWriter()
    if (!target.ok) return target
    const sequence = lastSequence + 1
    const record = encodeRecord({ ...change, sequence }, previous)
    const offset = await target.value.append(record)
    if (!offset.ok) return offset
    records.push({ sequence, previous, path: target.value.path, offset: offset.value, length: record.length })
    lastSequence = sequence
    previous = sequence
    return ok({ sequence })
  }

  const readAfter = async (sequence: number, limit: number): Promise<Result<JournalPage, Refusal>> => {
    const page = await readPage(records, sequence, limit)
    if (!page.ok) return page
    const { entries, more, unread } = page.value
    damagedRecords += unread
    return ok({ entries, more })
  }

  return ok({
    lastSequence: () => lastSequence,
    damagedRecords: () => damagedRecords,
    amountAfter: (sequence) => {
      const after = records.slice(firstAfter(records, sequence))
      return { entries: after.length, bytes: after.reduce((sum, { length }) => sum + length, 0) }
    },
    append: (change) => turn(() => append(change)),
    readAfter: (sequence, limit = PAGE_BYTES) => turn(() => readAfter(sequence, limit)),
    raiseTo: (sequence) => {
      lastSequence = Math.max(lastSequence, sequence)
    },
    rotate: (keptAfter) =>
      turn(async () => {
        await closeWriter()
        resumed = null
        // A snapshot has just been finished: what could not be read stands in it.
        damagedRecords = 0
        const kept = await deleteFilesUpTo(files, keptAfter)
        if (!kept.ok) return kept
        files = kept.value
        records = records.filter(({ path }) => files.some((file) => file.path === path))
        return ok(null)
      }),
    close: () => turn(closeWriter),
  })
}
