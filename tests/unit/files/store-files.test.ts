import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { keepDatabaseAside } from '../../../electron/files/keep-aside.ts'
import { openStoreFiles, type StoreFiles } from '../../../electron/files/store-files.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { clockAt } from '../../support/ports.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const clock = clockAt('2026-11-22', 1_763_834_567)

const opened = async (folder: string): Promise<StoreFiles> => {
  const store = unwrapped(await openStoreFiles(folder, clock))
  onTestFinished(store.close)
  return store
}

const bytes = new Uint8Array([1, 2, 3])
const appendOne = async (store: StoreFiles) =>
  unwrapped(await store.journal.append({ ledgerId: 'l1', documents: [{ key: 'problem:p', bytes }] })).sequence

const snapshot = async (store: StoreFiles, sequence: number): Promise<void> => {
  unwrapped(await store.snapshots.begin(sequence))
  unwrapped(await store.snapshots.add(sequence, 'l1', bytes))
  unwrapped(await store.finishSnapshot(sequence, ['l1']))
}

describe('the state of the store', () => {
  test('is empty at first', async () => {
    expect((await opened(tempFolder())).state()).toEqual({
      generation: null,
      lastSequence: 0,
      snapshotSequence: 0,
      entriesSinceSnapshot: 0,
      bytesSinceSnapshot: 0,
      damagedRecords: 0,
      incidents: [],
    })
  })

  test('says what came after the newest snapshot, in this run and the next', async () => {
    const folder = tempFolder()
    const store = await opened(folder)
    for (let i = 0; i < 3; i++) await appendOne(store)
    await snapshot(store, 3)
    expect(store.state()).toMatchObject({ lastSequence: 3, snapshotSequence: 3, entriesSinceSnapshot: 0, bytesSinceSnapshot: 0 })
    await appendOne(store)
    unwrapped(await store.whole('g1', 4))
    const again = await opened(folder)
    expect(again.state()).toMatchObject({ generation: 'g1', lastSequence: 4, snapshotSequence: 3, entriesSinceSnapshot: 1 })
    expect(again.state().bytesSinceSnapshot).toBeGreaterThan(bytes.length)
  })

  test('with the newest snapshot damaged names the one before and counts from there', async () => {
    const folder = tempFolder()
    const store = await opened(folder)
    for (let sequence = 1; sequence <= 4; sequence++) {
      await appendOne(store)
      await snapshot(store, sequence)
    }
    writeFileSync(join(folder, 'snapshots', '0000000000000004', 'l1.zgtz'), 'damaged')
    const again = await opened(folder)
    expect(again.state()).toMatchObject({ lastSequence: 4, snapshotSequence: 3, entriesSinceSnapshot: 1, damagedRecords: 0 })
    expect(unwrapped(await again.journal.readAfter(3)).entries.map(({ sequence }) => sequence)).toEqual([4])
  })

  test('a record that was damaged counts until a snapshot holds everything', async () => {
    const folder = tempFolder()
    const store = await opened(folder)
    for (let i = 0; i < 3; i++) await appendOne(store)
    await store.close()
    const [name = ''] = readdirSync(join(folder, 'journal'))
    const journal = join(folder, 'journal', name)
    const flipped = readFileSync(journal)
    flipped[Math.floor(flipped.length / 2)] = (flipped[Math.floor(flipped.length / 2)] ?? 0) ^ 1
    writeFileSync(journal, flipped)
    const again = await opened(folder)
    expect(again.state().damagedRecords).toBe(1)
    await snapshot(again, 3)
    expect(again.state().damagedRecords).toBe(0)
  })

  test('a lost journal gives no sequence twice', async () => {
    const folder = tempFolder()
    const store = await opened(folder)
    unwrapped(await store.whole('g1', 12))
    expect(await appendOne(store)).toBe(13)
  })

  test('a damaged marker is no marker, and kept', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'store.json'), '{"generation": 7')
    expect((await opened(folder)).state().generation).toBeNull()
    expect(existsSync(join(folder, 'store.json.bad'))).toBe(true)
  })
})

describe('IndexedDB is kept aside', () => {
  const withDatabase = (): string => {
    const folder = tempFolder()
    const level = join(folder, 'IndexedDB', 'app_local_0.indexeddb.leveldb')
    mkdirSync(level, { recursive: true })
    writeFileSync(join(level, '000005.ldb'), 'table')
    writeFileSync(join(level, '000006.log'), 'log')
    return folder
  }
  const database = (folder: string, name: string): string => join(folder, 'IndexedDB', 'app_local_0.indexeddb.leveldb', name)
  const kept = (folder: string, name: string): string => join(folder, 'aside', 'at-start', 'app_local_0.indexeddb.leveldb', name)

  test('before the first window: tables linked, the log copied', async () => {
    const folder = withDatabase()
    unwrapped(await keepDatabaseAside(folder))
    expect(statSync(kept(folder, '000005.ldb')).ino).toBe(statSync(database(folder, '000005.ldb')).ino)
    appendFileSync(database(folder, '000006.log'), 'more')
    expect(readFileSync(kept(folder, '000006.log'), 'utf8')).toBe('log')
  })

  test('and let go when it is whole', async () => {
    const folder = withDatabase()
    unwrapped(await keepDatabaseAside(folder))
    unwrapped(await (await opened(folder)).whole('g1', 0))
    expect(existsSync(join(folder, 'aside', 'at-start'))).toBe(false)
    expect(existsSync(database(folder, '000005.ldb'))).toBe(true)
  })

  test('a copy of an earlier start that was never judged is not overwritten', async () => {
    const folder = withDatabase()
    unwrapped(await keepDatabaseAside(folder))
    writeFileSync(database(folder, '000006.log'), 'emptied')
    unwrapped(await keepDatabaseAside(folder))
    expect(readFileSync(kept(folder, '000006.log'), 'utf8')).toBe('log')
  })

  test('nothing to keep is fine', async () => {
    const folder = tempFolder()
    unwrapped(await keepDatabaseAside(folder))
    expect(readdirSync(folder)).toEqual([])
    const store = await opened(folder)
    expect(unwrapped(await store.incident('empty', 0)).keptAside).toBeNull()
  })

  test('an incident dates it, is told until it is read, and is still told after a restart', async () => {
    const folder = withDatabase()
    unwrapped(await keepDatabaseAside(folder))
    rmSync(join(folder, 'IndexedDB'), { recursive: true })
    const incident = unwrapped(await (await opened(folder)).incident('behind', 3))
    expect(incident).toEqual({ at: 1_763_834_567, type: 'behind', count: 3, keptAside: 'damaged/2025-11-22T180247' })
    expect(readFileSync(join(folder, incident.keptAside ?? '', 'app_local_0.indexeddb.leveldb', '000006.log'), 'utf8')).toBe(
      'log',
    )
    const again = await opened(folder)
    expect(again.state().incidents).toEqual([incident])
    unwrapped(await again.incidentsRead())
    expect((await opened(folder)).state().incidents).toEqual([])
  })

  test('without a copy from the start what stands there is copied; five are kept', async () => {
    const folder = withDatabase()
    const store = await opened(folder)
    for (let i = 0; i < 7; i++) unwrapped(await store.incident('read-failure', i))
    expect(readdirSync(join(folder, 'damaged'))).toHaveLength(5)
    expect(store.state().incidents.map(({ count }) => count)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(existsSync(database(folder, '000005.ldb'))).toBe(true)
  })
})
