import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { invoke } from '../support/bridge.ts'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { ownDisplay } from '../support/screen.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A second start of the program beside a running one: the code it ends with. */
const startAgain = (program: RunningProgram, args: readonly string[], cwd: string): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const setUp = inject('windowSetUp')
    if (!setUp.possible) throw new Error(setUp.reason)
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const root = join(import.meta.dirname, '../..')
    const display = ownDisplay(setUp.displays)
    const child = spawn(
      setUp.runtime.executable,
      [...sandbox, root, `--user-data-dir=${program.userData}`, '--disable-gpu', ...args],
      {
        cwd,
        env: { ...process.env, ...(display === null ? {} : { DISPLAY: display }) },
        stdio: 'ignore',
      },
    )
    child.on('error', reject)
    child.on('exit', resolve)
  })

describe.skipIf(NO_WINDOW)('one program for one data folder', () => {
  test('a second start hands over its file and goes; another data folder is another program', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, '通报.txt'), '关于整改情况的通报')
    const program = await launchProgram()
    try {
      await program.window.evaluate('window.handedOver = 0; window.bridge.on("fileHanded", () => { window.handedOver += 1 })')
      expect(await startAgain(program, ['--some-switch', '通报.txt', 'missing.zgtz'], folder)).toBe(0)
      await expect.poll(() => program.window.evaluate('window.handedOver')).toBe(1)
      // The window takes it and shows what it read, before anything is written.
      await program.window.getByText('核对后再建立').waitFor()
      expect(await program.window.locator('.page-body, .screen').first().innerText()).toContain('没有识别出任何问题')
      expect(await invoke(program, 'file.handed')).toEqual({ ok: true, value: null })
      expect(program.app.windows()).toHaveLength(1)

      const other = await launchProgram()
      expect(other.app.windows()).toHaveLength(1)
      await other.close()
    } finally {
      await program.close()
    }
  })
})
