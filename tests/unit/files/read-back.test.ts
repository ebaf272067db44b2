import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createAllowedFolders } from '../../../electron/files/allowed-folders.ts'
import { writeFileReadBack } from '../../../electron/files/atomic-write.ts'
import type { OpenFile } from '../../../electron/files/open-file.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { ok } from '../../../shared/base/result.ts'
import { refusalText, sentenceOf } from '../../../shared/messages/refusals.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { failingAfter, failingIn, keepingOnly, keepingOtherwise, notOpening } from '../../support/faulty-disk.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const bytes = new Uint8Array(10_000_000).map((_, at) => at % 251)

/** A folder with an older file of the name that is written. */
const withOld = (): { readonly folder: string; readonly path: string } => {
  const folder = tempFolder()
  const path = join(folder, '台账.zgtz')
  writeFileSync(path, '原来的')
  return { folder, path }
}

const refused = async (openFile: OpenFile): Promise<Refusal> => {
  const { folder, path } = withOld()
  const written = await writeFileReadBack(path, bytes, openFile)
  expect(readFileSync(path, 'utf8')).toBe('原来的')
  expect(readdirSync(folder)).toEqual(['台账.zgtz'])
  if (written.ok) throw new Error('it was written')
  return written.error
}

describe('a file that is read back', () => {
  test('takes the place of the old one when it is what was written', async () => {
    const { folder, path } = withOld()
    expect(unwrapped(await writeFileReadBack(path, bytes))).toBe(path)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(folder)).toEqual(['台账.zgtz'])
  })

  test('may be empty', async () => {
    const path = join(tempFolder(), '空.zgtz')
    unwrapped(await writeFileReadBack(path, new Uint8Array()))
    expect(readFileSync(path).length).toBe(0)
  })

  test.each([
    ['in its first byte', keepingOtherwise(0)],
    ['in a later piece', keepingOtherwise(9_000_000)],
    ['in its last byte', keepingOtherwise(bytes.length - 1)],
    ['in its length', keepingOnly(8_000_000)],
  ])('that differs %s is thrown away and the old one stands', async (_where, openFile) => {
    const refusal = await refused(openFile)
    expect(refusal.type).toBe('read-back-differs')
    const { title, detail, action } = sentenceOf(refusal)
    expect([title, detail, action].join()).toMatch(/核对不符.*原有文件没有改动，台账内容没有丢失。.*换一个U盘/)
  })
})

describe('a write that the disk refuses leaves the old file and nothing else, and says why:', () => {
  test.each([
    ['pulled out after some bytes', failingAfter(4_096, 'EIO'), 'gone', '可能已被拔出'],
    ['gone from the bus', failingAfter(0, 'ENODEV'), 'gone', '可能已被拔出'],
    ['without its device', failingAfter(4_096, 'ENXIO'), 'gone', '可能已被拔出'],
    ['a driver that ended', notOpening('ENOTCONN'), 'gone', '可能已被拔出'],
    ['pulled out at the flush', failingIn('sync', 'EIO'), 'gone', '可能已被拔出'],
    ['pulled out at the reading back', failingIn('read', 'EIO'), 'gone', '可能已被拔出'],
    ['full', failingAfter(4_096, 'ENOSPC'), 'no-space', '空间不足'],
    ['read-only', notOpening('EROFS'), 'read-only', '写保护'],
    ['closed to this person', notOpening('EACCES'), 'no-permission', '没有写入权限'],
    ['a folder that is gone', notOpening('ENOENT'), 'no-folder', '文件夹不存在'],
  ])('%s', async (_what, openFile, reason, words) => {
    const refusal = await refused(openFile)
    expect(refusal).toMatchObject({ type: 'write-failed', reason })
    expect(refusalText(refusal)).toContain(words)
    expect(refusalText(refusal)).toContain('原有文件没有改动，台账内容没有丢失。')
  })
})

const did = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch (thrown) {
    if (thrown instanceof Error) return false
    throw thrown
  }
}

/** A file system of its own of 64 KB in a folder, listed as a drive; null where the system lets no test have one. */
const smallDisk = async () => {
  const folder = tempFolder()
  if (process.platform !== 'linux' || !did('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)) return null
  onTestFinished(() => void did('umount', folder))
  writeFileSync(join(folder, '台账.zgtz'), '原来的')
  const drive = { folder, label: '', free: null, size: null, readOnly: false }
  const folders = createAllowedFolders({ listDrives: async () => ok([drive]), wrote: () => undefined })
  unwrapped(await folders.drives())
  const write = (size: number) =>
    folders.write({ folder, name: '台账', extension: 'zgtz', replace: true, bytes: bytes.subarray(0, size) })
  const standing = (): readonly string[] => [readFileSync(join(folder, '台账.zgtz'), 'utf8'), ...readdirSync(folder)]
  return { folder, folders, write, standing }
}

const NOT_MOUNTED = 'this system lets no test mount a disk'

describe('on a real small disk', () => {
  test('what does not fit is refused and the old file stands', async ({ skip }) => {
    const disk = (await smallDisk()) ?? skip(NOT_MOUNTED)
    expect(await disk.write(100_000)).toMatchObject({ ok: false, error: { type: 'write-failed', reason: 'no-space' } })
    expect(disk.standing()).toEqual(['原来的', '台账.zgtz'])
    expect((await disk.write(20_000)).ok).toBe(true)
  })

  test('that became read-only a write is refused as such', async ({ skip }) => {
    const disk = (await smallDisk()) ?? skip(NOT_MOUNTED)
    expect(did('mount', '-o', 'remount,ro', disk.folder)).toBe(true)
    expect(await disk.write(1_000)).toMatchObject({ ok: false, error: { type: 'write-failed', reason: 'read-only' } })
    expect(disk.standing()).toEqual(['原来的', '台账.zgtz'])
  })

  test('that is gone nothing lands in the empty folder it leaves behind', async ({ skip }) => {
    const { folder, folders, write } = (await smallDisk()) ?? skip(NOT_MOUNTED)
    expect(did('umount', folder)).toBe(true)
    expect(await write(1_000)).toMatchObject({ ok: false, error: { type: 'write-failed', reason: 'gone' } })
    expect(await folders.packages(folder)).toEqual({ ok: false, error: { type: 'drive-gone', path: folder } })
    expect(readdirSync(folder)).toEqual([])
  })
})
