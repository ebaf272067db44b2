import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AllowedFolders, createAllowedFolders } from '../../../electron/files/allowed-folders.ts'
import type { OpenFile } from '../../../electron/files/open-file.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusalText } from '../../../shared/messages/refusals.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { failingIn } from '../../support/faulty-disk.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const planted = (folder: string, names: readonly string[]): void => {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), name)
  }
}

/** A stick with this folder as its top, listed. */
const stick = async (
  folder: string,
  openFile?: OpenFile,
): Promise<{ readonly folders: AllowedFolders; readonly wrote: string[] }> => {
  const wrote: string[] = []
  const drive = { folder, label: '办公室', free: 1_000, size: 2_000, readOnly: false }
  const folders = createAllowedFolders({
    listDrives: async () => ok([drive]),
    wrote: (path) => wrote.push(path),
    ...(openFile === undefined ? {} : { openFile }),
  })
  expect(unwrapped(await folders.drives())).toEqual([drive])
  return { folders, wrote }
}

const bytes = new Uint8Array([1, 2, 3])

describe('the folders the window may use', () => {
  test('are none before main has named one', async () => {
    const folder = tempFolder()
    planted(folder, ['甲局.zgtz'])
    const folders = createAllowedFolders({ listDrives: async () => ok([]), wrote: () => undefined })
    const write = { folder, name: '台账', extension: 'zgtz', bytes, replace: true } as const
    const refusal = { ok: false, error: { type: 'file-not-found', path: folder } }
    const asked = [folders.packages(folder), folders.read({ folder, name: '甲局.zgtz' }), folders.write(write)]
    for (const answer of asked) expect(await answer).toEqual(refusal)
  })

  test('are those a person chose and the tops of the drives that were listed, and not the folders in them', async () => {
    const [chosen, top] = [tempFolder(), tempFolder()]
    planted(top, ['回传/甲局.zgtz'])
    const { folders } = await stick(top)
    folders.allow(chosen)
    expect((await folders.packages(chosen)).ok).toBe(true)
    expect((await folders.packages(top)).ok).toBe(true)
    expect((await folders.packages(join(top, '回传'))).ok).toBe(false)
    expect((await folders.packages(`${top}/`)).ok).toBe(false)
  })

  test('stay as they are when a listing is refused', async () => {
    const refusal = { type: 'drives-not-listed', detail: 'ETIMEDOUT' } as const
    const folders = createAllowedFolders({ listDrives: async () => err(refusal), wrote: () => undefined })
    expect(await folders.drives()).toEqual(err(refusal))
    expect(refusalText(refusal)).toMatch(/没能查出插着哪些U盘。.*没有改动任何文件。.*选择文件夹/)
  })
})

describe('the packages of a folder', () => {
  test('are those in it and in the folders directly in it, without what is hidden, deleted or a link', async () => {
    const [folder, elsewhere] = [tempFolder(), tempFolder()]
    planted(elsewhere, ['别处.zgtz'])
    const hidden = ['.藏.zgtz', '.Trash-1000/删.zgtz', '$RECYCLE.BIN/$R1.zgtz', '回传/更深/丙局.zgtz', '说明.txt', 'zgtz']
    planted(folder, ['总台账.zgtz', '回传/甲局.ZGTZ', '回传/乙局.zgtz', ...hidden])
    mkdirSync(join(folder, '文件夹.zgtz'))
    symlinkSync(join(elsewhere, '别处.zgtz'), join(folder, '链接.zgtz'))
    symlinkSync(elsewhere, join(folder, '链接'))
    utimesSync(join(folder, '总台账.zgtz'), 1_763_834_567, 1_763_834_567.9)
    const { folders } = await stick(folder)
    const packages = unwrapped(await folders.packages(folder))
    expect(packages.map(({ name }) => name)).toEqual(['总台账.zgtz', '回传/乙局.zgtz', '回传/甲局.ZGTZ'])
    expect(packages[0]).toEqual({ name: '总台账.zgtz', size: 14, modifiedAt: 1_763_834_567 })
  })

  test('are five hundred at most', async () => {
    const folder = tempFolder()
    planted(
      folder,
      Array.from({ length: 520 }, (_, at) => `${at % 2 === 0 ? '' : '回传/'}${at}.zgtz`),
    )
    const { folders } = await stick(folder)
    expect(unwrapped(await folders.packages(folder))).toHaveLength(500)
  })

  test('are told although one folder is closed', async () => {
    const folder = tempFolder()
    planted(folder, ['关/甲局.zgtz', '乙局.zgtz'])
    chmodSync(join(folder, '关'), 0o000)
    const { folders } = await stick(folder)
    const names = unwrapped(await folders.packages(folder)).map(({ name }) => name)
    chmodSync(join(folder, '关'), 0o755)
    expect(names).toContain('乙局.zgtz')
  })
})

describe('reading in a folder', () => {
  test('gives the bytes of a package that is listed', async () => {
    const folder = tempFolder()
    planted(folder, ['回传/甲局.zgtz'])
    const { folders } = await stick(folder)
    const { name, bytes: read } = unwrapped(await folders.read({ folder, name: '回传/甲局.zgtz' }))
    expect([name, new TextDecoder().decode(read)]).toEqual(['回传/甲局.zgtz', '回传/甲局.zgtz'])
  })

  test.each([
    '../秘密.zgtz',
    '里/../../秘密.zgtz',
    './甲局.zgtz',
    '里//丙局.zgtz',
    '/etc/passwd',
    '里\\丙局.zgtz',
    '.藏.zgtz',
    '链接.zgtz',
    '说明.txt',
    '里',
    '没有.zgtz',
  ])('refuses %s, which is not listed', async (name) => {
    const outer = tempFolder()
    const folder = join(outer, '盘')
    planted(outer, ['秘密.zgtz', '盘/甲局.zgtz', '盘/里/丙局.zgtz', '盘/.藏.zgtz', '盘/说明.txt'])
    symlinkSync(join(outer, '秘密.zgtz'), join(folder, '链接.zgtz'))
    const { folders } = await stick(folder)
    expect(await folders.read({ folder, name })).toEqual({ ok: false, error: { type: 'file-not-found', path: name } })
  })

  test('refuses a file beyond 512 MB by its size', async () => {
    const folder = tempFolder()
    planted(folder, ['大.zgtz'])
    truncateSync(join(folder, '大.zgtz'), 513_000_000)
    const { folders } = await stick(folder)
    const refusal = { type: 'file-too-large', megabytes: 513, limit: 512 }
    expect(await folders.read({ folder, name: '大.zgtz' })).toEqual({ ok: false, error: refusal })
  })

  test.each(['EIO', 'ENODEV', 'ENXIO', 'ENOTCONN'])('says that the stick is gone when the system says %s', async (code) => {
    const folder = tempFolder()
    planted(folder, ['甲局.zgtz'])
    const { folders } = await stick(folder, failingIn('readFile', code))
    const read = await folders.read({ folder, name: '甲局.zgtz' })
    if (read.ok) throw new Error('it was read')
    expect(read.error.type).toBe('drive-gone')
    expect(refusalText(read.error)).toMatch(/读取中断.*可能已被拔出.*没有改动任何文件。.*请插好U盘后重试/)
  })
})

describe('writing in a folder', () => {
  test('makes a package, replaces one only when it may, and tells what was written', async () => {
    const folder = tempFolder()
    const { folders, wrote } = await stick(folder)
    const input = { folder, name: '../分发:甲局', extension: 'zgtz', bytes, replace: false } as const
    const path = join(folder, '分发 甲局.zgtz')
    expect(await folders.write(input)).toEqual(ok({ path }))
    expect(await folders.write({ ...input, bytes: new Uint8Array([9]) })).toEqual(ok({ path: null }))
    expect(readFileSync(path)).toEqual(Buffer.from(bytes))
    expect(await folders.write({ ...input, bytes: new Uint8Array([9]), replace: true })).toEqual(ok({ path }))
    expect(readFileSync(path)).toEqual(Buffer.from([9]))
    expect(wrote).toEqual([path, path])
  })

  test('says that the stick is gone when its folder is, and of a chosen folder that it is not there', async () => {
    const [top, chosen] = [tempFolder(), tempFolder()]
    const { folders } = await stick(top)
    folders.allow(chosen)
    for (const folder of [top, chosen]) rmSync(folder, { recursive: true })
    const reasons = [top, chosen].map(async (folder) => {
      const written = await folders.write({ folder, name: '台账', extension: 'zgtz', bytes, replace: true })
      return written.ok || written.error.type !== 'write-failed' ? null : written.error.reason
    })
    expect(await Promise.all(reasons)).toEqual(['gone', 'no-folder'])
  })
})
