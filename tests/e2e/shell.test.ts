import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { invoke } from '../support/bridge.ts'
import { answerOpenDialog, answerSaveDialog, launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe.skipIf(NO_WINDOW)('the window', () => {
  test('refuses what is no route, keeps what was answered through kill -9, and remembers its place', async () => {
    const program = await launchProgram()
    expect(await invoke(program, 'file.delete')).toMatchObject({ ok: false, error: { type: 'program-fault' } })
    expect(await invoke(program, 'settings.write', { clerk: 1 })).toMatchObject({ ok: false, error: { type: 'program-fault' } })
    const answer = await program.window.evaluate(
      'window.bridge.invoke("journal.append", { ledgerId: "l1", documents: [{ key: "problem:p1", bytes: new Uint8Array([7, 8]) }] })',
    )
    expect(answer).toEqual({ ok: true, value: { sequence: 1 } })
    await program.kill9()

    // What was answered is in the journal. It is no document, so the start says that it cannot be brought back, and goes on.
    const again = await launchProgram({ userData: program.userData })
    const state = await invoke(again, 'store.state')
    expect(state).toMatchObject({ ok: true, value: { lastSequence: 1, snapshotSequence: 1 } })
    expect(await again.window.locator('.incident').innerText()).toContain('另有 1 处修改的记录也已损坏')
    await again.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1000, height: 650 }),
    )
    await again.close()
    const { bounds } = JSON.parse(readFileSync(join(program.userData, 'window.json'), 'utf8')) as { bounds: { width: number } }
    expect(bounds.width).toBe(1000)
    expect(readFileSync(join(program.userData, 'logs', 'main.log'), 'utf8')).not.toMatch(/main-bug|no answer in time/)
  })

  test('is asked before it closes, and closed after three seconds when it does not answer', async () => {
    const program = await launchProgram()
    await program.app.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('zhenggai:call')
    })
    const asked = Date.now()
    await program.close()
    expect(Date.now() - asked).toBeGreaterThan(2_500)
    expect(existsSync(join(program.userData, 'window.json'))).toBe(true)
    expect(readFileSync(join(program.userData, 'logs', 'main.log'), 'utf8')).toContain('no answer in time')
  })

  test('is sandboxed and has its menu in Chinese with the usual keys', async () => {
    const program = await launchProgram()
    const preferences = await program.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag }
    })
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
    expect(await program.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false)
    const items = await program.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
        (menu.submenu?.items ?? [])
          .filter(({ type }) => type === 'normal')
          .map(({ label, accelerator }) => `${label} ${accelerator ?? ''}`),
      ),
    )
    expect(items).toEqual(
      expect.arrayContaining(['新建台账… CmdOrCtrl+N', '撤销 CmdOrCtrl+Z', '重做 CmdOrCtrl+Y', '查找… CmdOrCtrl+F']),
    )
    expect(items.filter((item) => !/[\u4e00-\u9fff]/.test(item))).toEqual([])
    await program.window.evaluate('window.chosen = []; window.bridge.on("menu", (name) => window.chosen.push(name))')
    await program.app.evaluate(({ Menu }) => {
      const find = (label: string) =>
        Menu.getApplicationMenu()
          ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
          .find((item) => item.label === label)
      find('撤销')?.click()
      find('查找…')?.click()
    })
    await expect.poll(() => program.window.evaluate('window.chosen')).toEqual(['undo', 'find'])
    await program.close()
  })

  test('saves through the dialog, adds the extension, shows only what it saved, and opens what is chosen', async () => {
    const folder = tempFolder()
    const program = await launchProgram()
    await answerSaveDialog(program.app, join(folder, '青梧县通报'))
    const save = `window.bridge.invoke("file.save", { kind: "notice", suggestedName: "青梧县通报", bytes: new Uint8Array([80, 75]) })`
    const path = join(folder, '青梧县通报.docx')
    expect(await program.window.evaluate(save)).toEqual({ ok: true, value: { path } })
    expect([...readFileSync(path)]).toEqual([80, 75])
    expect(await invoke(program, 'file.reveal', { path: join(folder, 'other.docx') })).toMatchObject({ ok: false })

    await program.app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    })
    writeFileSync(path, 'somebody’s')
    expect(await program.window.evaluate(save)).toEqual({ ok: true, value: null })
    expect(readFileSync(path, 'utf8')).toBe('somebody’s')

    await answerSaveDialog(program.app, join(folder, 'no such folder', 'a.docx'))
    expect(await program.window.evaluate(save)).toMatchObject({ ok: false, error: { type: 'write-failed', reason: 'no-folder' } })
    await answerSaveDialog(program.app, null)
    expect(await program.window.evaluate(save)).toEqual({ ok: true, value: null })

    writeFileSync(join(folder, '通报.txt'), '关于')
    await answerOpenDialog(program.app, join(folder, '通报.txt'))
    expect(
      await program.window.evaluate(
        'window.bridge.invoke("file.open", { kind: "text" }).then(({ value }) => [value.name, new TextDecoder().decode(value.bytes)])',
      ),
    ).toEqual(['通报.txt', '关于'])
    await program.close()
  })

  test('is the only one that main answers', async () => {
    const program = await launchProgram()
    const answer = await program.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/main/preload.cjs`
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
      await other.loadURL('app://local/')
      const answered: unknown = await other.webContents.executeJavaScript('window.bridge.invoke("app.facts")')
      other.destroy()
      return answered
    })
    expect(answer).toMatchObject({ ok: false, error: { type: 'program-fault' } })
    expect(await invoke(program, 'app.facts')).toMatchObject({ ok: true })
    await program.close()
  })

  test('that crashes says so in Chinese and is loaded again', async () => {
    const program = await launchProgram()
    await program.app.evaluate(({ BrowserWindow, dialog }) => {
      const state = globalThis as unknown as { said: string[]; loaded: number }
      Object.assign(state, { said: [], loaded: 0 })
      const answer = (_window: unknown, { message = '', buttons = [] }: { message?: string; buttons?: string[] }) => {
        state.said.push(message, ...buttons)
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }
      dialog.showMessageBox = answer as unknown as typeof dialog.showMessageBox
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.on('did-finish-load', () => {
        state.loaded += 1
      })
      contents?.forcefullyCrashRenderer()
    })
    await expect
      .poll(() => program.app.evaluate(() => (globalThis as unknown as { loaded: number }).loaded), { timeout: 10_000 })
      .toBe(1)
    expect(await program.app.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
      '窗口意外停止了',
      '重新载入',
      '退出程序',
    ])
    await program.close()
  })
})
