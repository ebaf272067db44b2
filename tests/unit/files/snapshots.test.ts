import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSnapshots, type Snapshots } from '../../../electron/files/snapshots.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const opened = async (folder: string): Promise<Snapshots> => unwrapped(await openSnapshots(folder))

const ledger = (text: string): Uint8Array => new TextEncoder().encode(text)

const take = async (snapshots: Snapshots, sequence: number, text = `at ${sequence}`): Promise<number> => {
  unwrapped(await snapshots.begin(sequence))
  unwrapped(await snapshots.add(sequence, 'l1', ledger(text)))
  unwrapped(await snapshots.add(sequence, 'l2', ledger('other')))
  return unwrapped(await snapshots.finish(sequence, ['l1', 'l2']))
}

const newest = async (snapshots: Snapshots) => unwrapped(await snapshots.newest())
const textOf = async (snapshots: Snapshots, sequence: number) =>
  new TextDecoder().decode(unwrapped(await snapshots.read(sequence, 'l1')).bytes)

test('the newest finished snapshot is read back as it was written', async () => {
  const folder = tempFolder()
  const snapshots = await opened(folder)
  expect(await newest(snapshots)).toBeNull()
  await take(snapshots, 4)
  await take(snapshots, 9)
  const again = await opened(folder)
  expect(await newest(again)).toEqual({ sequence: 9, ledgerIds: ['l1', 'l2'] })
  expect(await textOf(again, 9)).toBe('at 9')
})

test('one that was not finished does not count and is cleared away', async () => {
  const folder = tempFolder()
  const snapshots = await opened(folder)
  await take(snapshots, 4)
  unwrapped(await snapshots.begin(9))
  unwrapped(await snapshots.add(9, 'l1', ledger('half')))
  expect((await newest(snapshots))?.sequence).toBe(4)
  const again = await opened(folder)
  expect((await newest(again))?.sequence).toBe(4)
  expect(readdirSync(folder)).toEqual(['0000000000000004'])
})

test.each<[string, (path: string) => void]>([
  ['altered', (path) => writeFileSync(path, 'at X')],
  ['cut', (path) => writeFileSync(path, 'at')],
  ['gone', (path) => rmSync(path)],
])('with a ledger %s the one before it is used', async (_, damage) => {
  const folder = tempFolder()
  const snapshots = await opened(folder)
  await take(snapshots, 4)
  await take(snapshots, 9)
  damage(join(folder, '0000000000000009', 'l1.zgtz'))
  expect((await newest(snapshots))?.sequence).toBe(4)
  expect((await newest(await opened(folder)))?.sequence).toBe(4)
  expect((await snapshots.read(9, 'l1')).ok).toBe(false)
})

test('three whole ones are kept, and only the oldest of them lets go of the journal', async () => {
  const folder = tempFolder()
  const snapshots = await opened(folder)
  expect(await take(snapshots, 2)).toBe(0)
  expect(await take(snapshots, 4)).toBe(2)
  expect(await take(snapshots, 6)).toBe(2)
  expect(await take(snapshots, 8)).toBe(4)
  expect(readdirSync(folder).map(Number)).toEqual([4, 6, 8])
})

test('a damaged one is not counted among the three', async () => {
  const folder = tempFolder()
  const snapshots = await opened(folder)
  for (const sequence of [2, 4, 6]) await take(snapshots, sequence)
  writeFileSync(join(folder, '0000000000000006', 'l2.zgtz'), 'damaged')
  expect(await take(snapshots, 8)).toBe(2)
  expect(existsSync(join(folder, '0000000000000002'))).toBe(true)
})

test('a second one at the same sequence never puts the first at risk', async () => {
  const folder = tempFolder()
  const snapshots = await opened(folder)
  await take(snapshots, 4, 'first')
  unwrapped(await snapshots.begin(4))
  expect(await textOf(snapshots, 4)).toBe('first')
  unwrapped(await snapshots.add(4, 'l1', ledger('second')))
  unwrapped(await snapshots.finish(4, ['l1']))
  expect(await textOf(await opened(folder), 4)).toBe('second')
})

test('adding to one that was not begun is refused', async () => {
  const snapshots = await opened(tempFolder())
  expect((await snapshots.add(4, 'l1', ledger('x'))).ok).toBe(false)
  unwrapped(await snapshots.begin(4))
  expect((await snapshots.add(5, 'l1', ledger('x'))).ok).toBe(false)
  expect((await snapshots.finish(5, [])).ok).toBe(false)
})

test('what is read back differently does not become a snapshot', async () => {
  const folder = tempFolder()
  const snapshots = await opened(folder)
  unwrapped(await snapshots.begin(4))
  unwrapped(await snapshots.add(4, 'l1', ledger('right')))
  writeFileSync(join(folder, '0000000000000004', 'l1.zgtz'), 'wrong')
  expect(await snapshots.finish(4, ['l1'])).toMatchObject({ ok: false, error: { type: 'write-failed' } })
  expect(await newest(snapshots)).toBeNull()
})

test('foreign folders are left alone', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'notes'))
  const snapshots = await opened(folder)
  await take(snapshots, 1)
  expect(readdirSync(folder)).toContain('notes')
})

test('one that lacks a ledger never counts', async () => {
  const snapshots = await opened(tempFolder())
  await take(snapshots, 3)
  unwrapped(await snapshots.begin(5))
  unwrapped(await snapshots.add(5, 'l1', ledger('x')))
  // A second run begins anew in its place, and the first goes on as if nothing had happened.
  unwrapped(await snapshots.begin(5))
  unwrapped(await snapshots.add(5, 'l2', ledger('x')))
  expect(await snapshots.finish(5, ['l1', 'l2'])).toMatchObject({ ok: false, error: { type: 'store-unavailable' } })
  expect(await newest(snapshots)).toMatchObject({ sequence: 3 })
})
