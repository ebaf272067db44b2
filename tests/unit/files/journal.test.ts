import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Journal, openJournal } from '../../../electron/files/journal.ts'
import type { OpenFile } from '../../../electron/files/open-file.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** Bytes that look like a document's: no runs of zeros. */
const noise = (seed: number, length = 400): Uint8Array => {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
    createHash('sha256').update(`${seed}/${block}`).digest(),
  )
  return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
}

const change = (seed: number, length?: number) => ({
  ledgerId: 'l1',
  documents: [
    { key: `problem:p${seed}`, bytes: noise(seed, length) },
    { key: 'outline:o', bytes: noise(-seed, 20) },
  ],
})

const opened = async (folder: string, coveredTo = 0, openFile?: OpenFile): Promise<Journal> => {
  const journal = unwrapped(await openJournal(folder, coveredTo, openFile))
  onTestFinished(journal.close)
  return journal
}

const appendMany = async (journal: Journal, seeds: readonly number[]): Promise<void> => {
  for (const seed of seeds) unwrapped(await journal.append(change(seed)))
}

const everything = async (journal: Journal, limit?: number) => {
  const entries = []
  for (let after = 0, more = true; more; ) {
    const page = unwrapped(await journal.readAfter(after, limit))
    entries.push(...page.entries)
    more = page.more
    after = entries.at(-1)?.sequence ?? 0
  }
  return entries
}

const sequencesIn = async (folder: string): Promise<readonly number[]> => {
  const journal = await opened(folder)
  const entries = await everything(journal)
  await journal.close()
  return entries.map(({ sequence }) => sequence)
}

const journalFiles = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.journal'))

/** A journal of so many entries, closed: its one file and where the last record begins. */
const written = async (count: number): Promise<{ folder: string; path: string; bytes: Buffer; lastAt: number }> => {
  const folder = tempFolder()
  const journal = await opened(folder)
  await appendMany(
    journal,
    Array.from({ length: count - 1 }, (_, i) => i + 1),
  )
  const path = join(folder, journalFiles(folder)[0] ?? '')
  const lastAt = readFileSync(path).length
  await appendMany(journal, [count])
  await journal.close()
  return { folder, path, bytes: readFileSync(path), lastAt }
}

describe('what was appended', () => {
  test('is read again as it was, by this run and the next', async () => {
    const folder = tempFolder()
    const journal = await opened(folder)
    await appendMany(journal, [1, 2, 3])
    const expected = [1, 2, 3].map((seed) => ({ sequence: seed, ...change(seed) }))
    expect(await everything(journal)).toEqual(expected)
    await journal.close()
    const again = await opened(folder)
    expect(await everything(again)).toEqual(expected)
    expect(again.lastSequence()).toBe(3)
    expect(again.damagedRecords()).toBe(0)
    expect(unwrapped(await again.append(change(4)))).toEqual({ sequence: 4 })
    expect(again.amountAfter(2).entries).toBe(2)
  })

  test('comes in pages, and one entry larger than a page comes alone', async () => {
    const journal = await opened(tempFolder())
    await appendMany(journal, [1, 2, 3, 4, 5])
    const page = unwrapped(await journal.readAfter(1, 1_500))
    expect(page.entries.map(({ sequence }) => sequence)).toEqual([2, 3])
    expect(page.more).toBe(true)
    expect((await everything(journal, 1)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
    expect(unwrapped(await journal.readAfter(5))).toEqual({ entries: [], more: false })
  })

  test('at the same time keeps the order in which it was asked for', async () => {
    const folder = tempFolder()
    const journal = await opened(folder)
    const sizes = [200_000, 10, 50_000, 10, 10]
    const answers = await Promise.all(sizes.map((size, at) => journal.append(change(at, size))))
    expect(answers.map((answer) => unwrapped(answer).sequence)).toEqual([1, 2, 3, 4, 5])
    await journal.close()
    const entries = await everything(await opened(folder))
    expect(entries.map(({ documents }) => documents[0]?.bytes.length)).toEqual(sizes)
  })
})

describe('damage', () => {
  test('cut anywhere in the last record, exactly the records before it are there and its sequence is free', async () => {
    const { folder, path, bytes, lastAt } = await written(4)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: lastAt, max: bytes.length - 1 }), async (length) => {
        writeFileSync(path, bytes)
        truncateSync(path, length)
        const journal = await opened(folder)
        expect((await everything(journal)).map(({ sequence }) => sequence)).toEqual([1, 2, 3])
        expect(journal.damagedRecords()).toBe(0)
        expect(readFileSync(path).length).toBe(lastAt)
        expect(unwrapped(await journal.append(change(9)))).toEqual({ sequence: 4 })
        await journal.close()
        expect(await sequencesIn(folder)).toEqual([1, 2, 3, 4])
      }),
      { seed: 20261122, numRuns: 40 },
    )
    expect(existsSync(`${path}.torn`)).toBe(true)
  })

  test('a file grown before its bytes arrived counts as an unfinished write', async () => {
    const { folder, path, bytes, lastAt } = await written(3)
    for (const kept of [0, 5, 60, 300]) {
      writeFileSync(path, Buffer.concat([bytes.subarray(0, lastAt + kept), Buffer.alloc(4_096)]))
      const journal = await opened(folder)
      expect((await everything(journal)).length).toBe(2)
      expect([journal.damagedRecords(), journal.lastSequence()]).toEqual([0, 2])
      await journal.close()
    }
  })

  test('one flipped bit anywhere loses one record at most, which is counted once and whose sequence is not given again', async () => {
    const { folder, path, bytes } = await written(4)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        writeFileSync(path, flipped)
        const journal = await opened(folder)
        expect((await everything(journal)).length, `byte ${at}`).toBe(3)
        expect(journal.damagedRecords()).toBe(1)
        expect(unwrapped(await journal.append(change(9)))).toEqual({ sequence: 5 })
        await journal.close()
        const again = await opened(folder)
        expect((await everything(again)).map(({ sequence }) => sequence)).toContain(5)
        expect(again.damagedRecords()).toBe(1)
        await again.close()
      }),
      { seed: 20261122, numRuns: 80 },
    )
  })

  test('two records overwritten by something else are counted as two, unless a snapshot holds them', async () => {
    const { folder, path, bytes } = await written(5)
    const record = Math.round(bytes.length / 5)
    writeFileSync(path, Buffer.from(bytes).fill(0x5a, record + 10, record * 3 - 10))
    const journal = await opened(folder)
    expect((await everything(journal)).map(({ sequence }) => sequence)).toEqual([1, 4, 5])
    expect(journal.damagedRecords()).toBe(2)
    await journal.close()
    expect((await opened(folder, 3)).damagedRecords()).toBe(0)
  })

  test('of the last records is told from an unfinished write: a wrong length, two altered in a row', async () => {
    const { folder, path, bytes, lastAt } = await written(4)
    const longer = Buffer.from(bytes)
    longer.writeUInt32LE(longer.readUInt32LE(lastAt + 8) + 1_000, lastAt + 8)
    writeFileSync(path, longer)
    const one = await opened(folder)
    expect([one.damagedRecords(), one.lastSequence()]).toEqual([1, 4])
    await one.close()
    const altered = Buffer.from(bytes)
    for (const at of [lastAt - 5, bytes.length - 5]) altered[at] = (altered[at] ?? 0) ^ 1
    writeFileSync(path, altered)
    const two = await opened(folder)
    expect([two.damagedRecords(), two.lastSequence()]).toEqual([2, 4])
  })

  test('after it was opened leaves out the one record and says so', async () => {
    const { folder, path, bytes, lastAt } = await written(3)
    const journal = await opened(folder)
    writeFileSync(path, Buffer.from(bytes).fill(0, lastAt - 30, lastAt - 20))
    expect((await everything(journal)).map(({ sequence }) => sequence)).toEqual([1, 3])
    expect(journal.damagedRecords()).toBe(1)
  })
})

describe('a write that fails', () => {
  test.each(['write', 'datasync'] as const)('in %s is refused, leaves no bytes and takes no sequence', async (method) => {
    const folder = tempFolder()
    const disk = fullDisk(method)
    const journal = await opened(folder, 0, disk.open)
    await appendMany(journal, [1, 2])
    disk.full = true
    expect(await journal.append(change(3))).toMatchObject({ ok: false, error: { type: 'write-failed', reason: 'no-space' } })
    expect(await journal.append(change(3))).toMatchObject({ ok: false })
    expect(readFileSync(join(folder, journalFiles(folder)[0] ?? '')).length).toBe(journal.amountAfter(0).bytes)
    disk.full = false
    expect(unwrapped(await journal.append(change(4)))).toEqual({ sequence: 3 })
    await journal.close()
    const again = await opened(folder)
    expect((await everything(again)).map(({ documents }) => documents[0]?.key)).toEqual([
      'problem:p1',
      'problem:p2',
      'problem:p4',
    ])
    expect(again.damagedRecords()).toBe(0)
  })

  test('is cut off later when the disk refuses that too', async () => {
    const folder = tempFolder()
    const disk = fullDisk('write')
    const journal = await opened(folder, 0, disk.open)
    await appendMany(journal, [1])
    disk.full = true
    disk.cannotCut = true
    expect((await journal.append(change(2))).ok).toBe(false)
    disk.full = false
    expect((await journal.append(change(2))).ok).toBe(false)
    disk.cannotCut = false
    expect(unwrapped(await journal.append(change(3, 10)))).toEqual({ sequence: 2 })
    await journal.close()
    expect(await sequencesIn(folder)).toEqual([1, 2])
    expect((await opened(folder)).damagedRecords()).toBe(0)
  })
})

describe('rotation', () => {
  test('begins a new file and deletes only what holds nothing newer than the oldest kept snapshot', async () => {
    const folder = tempFolder()
    const journal = await opened(folder)
    await appendMany(journal, [1, 2])
    unwrapped(await journal.rotate(0))
    await appendMany(journal, [3, 4])
    unwrapped(await journal.rotate(0))
    await appendMany(journal, [5])
    expect(journalFiles(folder).map((name) => Number.parseInt(name, 10))).toEqual([1, 3, 5])
    unwrapped(await journal.rotate(2))
    expect(journalFiles(folder).map((name) => Number.parseInt(name, 10))).toEqual([3, 5])
    expect((await everything(journal)).map(({ sequence }) => sequence)).toEqual([3, 4, 5])
    unwrapped(await journal.rotate(5))
    expect(journalFiles(folder).map((name) => Number.parseInt(name, 10))).toEqual([5])
    await appendMany(journal, [6])
    await journal.close()
    const again = await opened(folder, 5)
    expect([again.lastSequence(), again.damagedRecords()]).toEqual([6, 0])
  })

  test('never takes an entry newer than the oldest kept snapshot, whatever was appended between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.nat(20)), { maxLength: 8 }), async (steps) => {
        const folder = tempFolder()
        const journal = await opened(folder)
        let floor = 0
        for (const [count, kept] of steps) {
          await appendMany(journal, Array(count).fill(1))
          floor = Math.max(floor, Math.min(kept, journal.lastSequence()))
          unwrapped(await journal.rotate(floor))
          const held = (await everything(journal)).map(({ sequence }) => sequence).filter((sequence) => sequence > floor)
          expect(held).toEqual(Array.from({ length: journal.lastSequence() - floor }, (_, i) => floor + 1 + i))
        }
        await journal.close()
      }),
      { seed: 20261122, numRuns: 20 },
    )
  })
})

describe('a journal that is behind', () => {
  test('goes on after what the snapshot and the window know, and calls that no damage', async () => {
    const folder = tempFolder()
    const journal = await opened(folder, 7)
    expect(journal.lastSequence()).toBe(7)
    journal.raiseTo(20)
    expect(unwrapped(await journal.append(change(1)))).toEqual({ sequence: 21 })
    await journal.close()
    const again = await opened(folder, 7)
    expect([again.lastSequence(), again.damagedRecords()]).toEqual([21, 0])
  })

  test('a lost first file is counted', async () => {
    const folder = tempFolder()
    const journal = await opened(folder)
    await appendMany(journal, [1, 2])
    unwrapped(await journal.rotate(0))
    await appendMany(journal, [3])
    await journal.close()
    writeFileSync(join(folder, journalFiles(folder)[0] ?? ''), '')
    expect((await opened(folder)).damagedRecords()).toBe(2)
  })
})

/** Files on a disk that can be full: half of a record is written, then the system refuses. */
const fullDisk = (failing: 'write' | 'datasync') => {
  const state = {
    full: false,
    cannotCut: false,
    open: async (path: string, flags: string): Promise<FileHandle> => {
      const file = await open(path, flags)
      const refuse = (code: string) => Promise.reject(Object.assign(new Error(code), { code }))
      const stand: Partial<FileHandle> = {
        write: (async (bytes: Uint8Array, from: number, length: number, at: number) => {
          if (!state.full || failing !== 'write') return file.write(bytes, from, length, at)
          await file.write(bytes, from, Math.floor(length / 2), at)
          return refuse('ENOSPC')
        }) as FileHandle['write'],
        datasync: () => (state.full && failing === 'datasync' && !cutting ? refuse('ENOSPC') : file.datasync()),
        truncate: async (length) => {
          if (state.cannotCut) return refuse('EIO')
          cutting = true
          await file.truncate(length)
          cutting = false
        },
        close: () => file.close(),
      }
      return stand as FileHandle
    },
  }
  let cutting = false
  return state
}
