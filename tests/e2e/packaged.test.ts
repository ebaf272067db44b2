import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { ElectronRuntime } from '../../build/electron-runtime.ts'
import { hasDpkg, packDeb } from '../../build/pack-deb.ts'
import { packFolder } from '../../build/pack-folder.ts'
import { run } from '../../build/run-tool.ts'
import { NO_WINDOW, newUserData } from '../support/electron-app.ts'
import { readFuses } from '../support/fuses.ts'
import { startPackaged } from '../support/packaged-program.ts'
import { createFromSample, storedStatuses } from '../support/window-acts.ts'

const DPKG = await hasDpkg()

/** Packed once from the dist/ that the set-up has built, in the form `npm run dist` gives it. */
describe.skipIf(NO_WINDOW || process.platform !== 'linux')('the packed program', () => {
  let output = ''
  let folder = ''
  let runtime: ElectronRuntime

  beforeAll(async () => {
    const setUp = inject('windowSetUp')
    if (!setUp.possible) throw new Error(setUp.reason)
    runtime = setUp.runtime
    output = mkdtempSync(join(tmpdir(), 'zhenggai-packages-'))
    folder = await packFolder(runtime, output)
  })
  afterAll(() => rmSync(output, { recursive: true, force: true }))

  const executable = (): string => join(folder, 'zhenggai-ledger')

  test('is named after the runtime it was packed from when that may not be shipped', () => {
    expect(basename(folder).endsWith('-devruntime')).toBe(runtime.kind === 'development')
  })

  test('holds the bundle and its licences, and nothing of the runtime’s own loader', () => {
    const files = listPackage(join(folder, 'resources', 'app.asar'), { isPack: false })
    expect(files).toContain('/dist/main/main.cjs')
    expect(files).toContain('/dist/renderer/index.html')
    expect(files.filter((file) => file.includes('node_modules') || file.endsWith('.map') || file.endsWith('.ts'))).toEqual([])
    expect(readdirSync(join(folder, 'resources'))).toEqual(['app.asar'])
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
    for (const absent of ['version', '.complete']) expect(existsSync(join(folder, absent)), absent).toBe(false)
    for (const licence of ['LICENSE.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(existsSync(join(folder, licence)), licence).toBe(true)
    const libraries = readFileSync(join(folder, 'LICENSES.libraries.txt'), 'utf8')
    for (const library of ['antd', 'react', '@automerge/automerge', 'exceljs'])
      expect(libraries).toMatch(new RegExp(`^${library} \\d`, 'm'))
  })

  test('has its fuses set in the binary', () => {
    expect(readFuses(executable())).toMatchObject({
      runAsNode: 'off',
      cookieEncryption: 'on',
      nodeOptions: 'off',
      nodeCliInspect: 'off',
      onlyLoadAppFromAsar: 'on',
    })
  })

  test('keeps a ledger from one start to the next', async () => {
    const userData = newUserData()
    const first = await startPackaged(executable(), userData)
    await createFromSample(first)
    const made = await storedStatuses(first)
    expect(Object.keys(made).length).toBeGreaterThan(30)
    await first.end()

    const second = await startPackaged(executable(), userData)
    expect(await storedStatuses(second)).toEqual(made)
    expect(await second.window.locator('.ledger-open').count()).toBe(1)
    expect(await second.window.locator('.incident').count()).toBe(0)
    await second.end()
    rmSync(userData, { recursive: true, force: true })
  })

  test.skipIf(!DPKG)('becomes a .deb with program, menu entry, kind of file and icons, owned by root', async () => {
    const deb = await packDeb(folder, runtime, { compression: 'none' })
    const { output: listing } = await run('dpkg-deb', ['--contents', deb])
    const line = (path: string): string => listing.split('\n').find((entry) => entry.includes(` .${path}`)) ?? `no ${path}`
    for (const path of [
      '/opt/zhenggai-ledger/resources/app.asar',
      '/usr/share/applications/zhenggai-ledger.desktop',
      '/usr/share/mime/packages/zhenggai-ledger.xml',
      '/usr/share/doc/zhenggai-ledger/copyright',
      '/usr/share/icons/hicolor/48x48/apps/zhenggai-ledger.png',
      '/usr/share/icons/hicolor/512x512/apps/zhenggai-ledger.png',
    ])
      expect(line(path)).toMatch(/^-rw-r--r-- root\/root/)
    expect(line('/opt/zhenggai-ledger/zhenggai-ledger')).toMatch(/^-rwxr-xr-x root\/root/)
    expect(line('/opt/zhenggai-ledger/chrome-sandbox')).toMatch(/^-rwsr-xr-x root\/root/)
    expect(line('/usr/bin/zhenggai-ledger')).toContain('-> ../../opt/zhenggai-ledger/zhenggai-ledger')

    const { output: control } = await run('dpkg-deb', ['--field', deb])
    expect(control).toContain(runtime.kind === 'development' ? '~devruntime\n' : 'Version: ')
    expect(control).toContain('Description: 整改台账')
    expect(control).toMatch(/^Depends: .*libgtk-3-0/m)
  })
})
