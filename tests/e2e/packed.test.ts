import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { run } from '../../build/run-tool.ts'
import { NO_WINDOW } from '../support/electron-app.ts'
import { fusesOf, launchPacked } from '../support/packed-app.ts'
import { createFromSample, statusCell, storedStatuses } from '../support/window-acts.ts'

const DIST = fileURLToPath(new URL('../../build/dist.ts', import.meta.url))
const setUp = inject('windowSetUp')

describe.skipIf(NO_WINDOW || process.platform !== 'linux')('the packed program', () => {
  const out = mkdtempSync(join(tmpdir(), 'zhenggai-packed-'))
  let folder = ''

  beforeAll(async () => {
    // The set-up has bundled already, and another bundle would change dist/ under the other tests.
    const tsx = import.meta.resolve('tsx')
    const { exitCode, output } = await run(process.execPath, ['--import', tsx, DIST, '--dir', '--bundled', '--out', out])
    expect(exitCode, output).toBe(0)
    folder = join(out, readdirSync(out).find((name) => name.startsWith('zhenggai-ledger-')) ?? '')
  })
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  test('says by its name when it is not built from the official Electron', () => {
    expect(setUp.possible && setUp.runtime.kind === 'development').toBe(folder.endsWith('-devruntime'))
  })

  test('can be no Node, is not debugged, and loads its own archive only', () => {
    expect(fusesOf(join(folder, 'zhenggai-ledger'))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      embeddedAsarIntegrity: false,
      onlyLoadAppFromAsar: true,
    })
    for (const leftover of ['version', '.complete', 'resources/default_app.asar', 'resources/app'])
      expect(existsSync(join(folder, leftover)), leftover).toBe(false)
  })

  test('starts, keeps what it has called saved, and has it again after the power went', async () => {
    const launch = {
      executable: join(folder, 'zhenggai-ledger'),
      userData: join(out, 'data'),
      display: setUp.possible ? setUp.display : null,
    }
    const first = await launchPacked(launch)
    await createFromSample(first)
    const before = await storedStatuses(first)
    await statusCell(first, 1).click()
    await first.window.keyboard.press('Enter')
    await first.window.locator('.ant-select-item-option').getByText('已销号', { exact: true }).click()
    await expect.poll(() => storedStatuses(first)).not.toEqual(before)
    await first.window.getByText('已保存', { exact: true }).waitFor()
    const saved = await storedStatuses(first)
    await first.kill9()

    const second = await launchPacked(launch)
    expect(await storedStatuses(second)).toEqual(saved)
    await second.kill9()
  })
})
