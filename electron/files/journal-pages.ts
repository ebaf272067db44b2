import { open } from 'node:fs/promises'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { JournalEntry } from '../../shared/ipc/contract.ts'
import { caught } from './caught.ts'
import type { Indexed } from './journal-folder.ts'
import { recordAt } from './journal-scan.ts'

export interface JournalPage {
  readonly entries: JournalEntry[]
  readonly more: boolean
}

/** Reads the records after a sequence, up to about `limit` bytes but at least one; one damaged since it was indexed is left out. */
export const readPage = async (
  records: readonly Indexed[],
  sequence: number,
  limit: number,
): Promise<Result<JournalPage & { readonly unread: number }, Refusal>> => {
  const wanted = records.slice(firstAfter(records, sequence))
  const page = wanted.slice(0, pageLength(wanted, limit))
  const entries: JournalEntry[] = []
  for (const path of new Set(page.map((place) => place.path))) {
    const read = await readPlaces(
      path,
      page.filter((place) => place.path === path),
    )
    if (!read.ok) return read
    entries.push(...read.value)
  }
  return ok({ entries, more: page.length < wanted.length, unread: page.length - entries.length })
}

/** Where the records after a sequence begin in the index, which is in order. */
export const firstAfter = (records: readonly Indexed[], sequence: number): number => {
  let low = 0
  let high = records.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((records[middle]?.sequence ?? 0) > sequence) high = middle
    else low = middle + 1
  }
  return low
}

const pageLength = (wanted: readonly Indexed[], limit: number): number => {
  let bytes = 0
  const beyond = wanted.findIndex(({ length }) => {
    bytes += length
    return bytes > limit
  })
  return beyond === -1 ? wanted.length : Math.max(1, beyond)
}

const readPlaces = (path: string, places: readonly Indexed[]): Promise<Result<readonly JournalEntry[], Refusal>> =>
  caught(path, 'read', async () => {
    const file = await open(path, 'r')
    try {
      const entries: JournalEntry[] = []
      for (const { offset, length } of places) {
        const found = await recordAt(file, offset, offset + length)
        if (found !== null) entries.push(found.payload.entry)
      }
      return ok(entries)
    } finally {
      await file.close()
    }
  })
