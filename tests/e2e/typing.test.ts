import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, createFromSample, listCell, openFirstLedger, showList } from '../support/window-acts.ts'

/** What is being typed when the person goes elsewhere: saved, or refused and still there. Each test goes on from the one before. */
describe.skipIf(NO_WINDOW)('what is being typed', () => {
  let program: RunningProgram
  let window: Page

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await createFromSample(program)
  })
  afterAll(async () => {
    await program?.close()
  })

  const list = (name: string) => showList(program, name)
  const cell = (problem: number, column: string) => listCell(program, problem, column)
  const editor = () => window.locator('.keeper-typing')
  const typeInto = async (problem: number, column: string, text: string) => {
    await cell(problem, column).click()
    await window.locator('.cell-focused').waitFor()
    await window.keyboard.type(text)
    await editor().waitFor()
  }
  const openProblem = async (problem: number) => {
    await cell(problem, 'statement').click()
    await window.keyboard.press('Control+Enter')
    await window.getByText(`问题档案 · 第 ${problem + 1} 个`).waitFor()
  }
  const fieldOf = (name: string) =>
    window
      .locator(`.problem-drawer [data-field=${name}] textarea:not([aria-hidden]), .problem-drawer [data-field=${name}] input`)
      .first()
  const wishToClose = () => program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const menu = (label: string) =>
    program.app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
      items.find((item) => item.label === wanted)?.click()
    }, label)

  test('in a cell is saved when another cell is clicked', async () => {
    await list('问题清单')
    await typeInto(0, 'details', '点别的格子')
    await cell(1, 'status').click()
    await becomes(() => cell(0, 'details').innerText(), '点别的格子')
    await expect.poll(() => cell(1, 'status').getAttribute('class')).toContain('cell-focused')
  })

  test('in a cell stays there when it is refused, and the other cell is not gone to', async () => {
    await list('时间清单')
    await typeInto(0, 'completed', '某一天')
    await cell(1, 'deadline').click()
    await window.getByText('“完成日期”不能填“某一天”').waitFor()
    expect(await editor().inputValue()).toBe('某一天')
    expect(await cell(0, 'completed').getAttribute('class')).toContain('cell-focused')
    await window.locator('.ant-segmented-item', { hasText: '责任清单' }).click()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await editor().inputValue()).toBe('某一天')
  })

  test('and was refused keeps the window open, however often it is to be closed', async () => {
    for (let wish = 0; wish < 2; wish += 1) {
      await wishToClose()
      await window.getByText('程序没有关闭').waitFor()
      await new Promise((resolve) => setTimeout(resolve, 3_600))
      expect(await editor().inputValue()).toBe('某一天')
    }
    await program.screenshot('关闭-被拒绝')
    await editor().press('Escape')
  })

  test('is saved when the menu goes elsewhere', async () => {
    await list('问题清单')
    await typeInto(1, 'details', '菜单离开')
    await menu('新建台账…')
    await window.locator('.wizard[data-step=facts]').waitFor()
    await window.getByRole('button', { name: '台账首页' }).click()
    await openFirstLedger(program)
    await becomes(() => cell(1, 'details').innerText(), '菜单离开')
  })

  test('in a 问题档案 is saved by Alt+↓ and by closing it', async () => {
    await openProblem(0)
    await fieldOf('result').click()
    await window.keyboard.type('下一个之前')
    await window.keyboard.press('Alt+ArrowDown')
    await window.getByText('问题档案 · 第 2 个').waitFor()
    await fieldOf('supportUnit').click()
    await window.keyboard.type('县配合单位')
    await window.keyboard.press('Alt+ArrowUp')
    await window.getByText('问题档案 · 第 1 个').waitFor()
    await becomes(() => fieldOf('result').inputValue(), '下一个之前')
    await window.getByRole('button', { name: '添加进展' }).click()
    await window.keyboard.type('没有点添加。')
    await window.locator('.problem-drawer .ant-drawer-close').click()
    await window.locator('.problem-drawer .ant-drawer-close').waitFor({ state: 'detached' })
    await openProblem(0)
    await window.locator('.entry', { hasText: '没有点添加。' }).waitFor()
    await window.keyboard.press('Alt+ArrowDown')
    await window.getByText('问题档案 · 第 2 个').waitFor()
    await window.locator('[data-field=supportUnit]', { hasText: '县配合单位' }).waitFor()
    await window.keyboard.press('Escape')
  })

  test('an entry is added once by two clicks', async () => {
    await openProblem(2)
    await window.getByRole('button', { name: '添加进展' }).click()
    await window.keyboard.type('只有一条。')
    await window.locator('.add-text-acts .ant-btn-primary').dblclick()
    await window.locator('.entry', { hasText: '只有一条。' }).first().waitFor()
    await window.locator('[data-saving=false]').waitFor()
    expect(await window.locator('.entry', { hasText: '只有一条。' }).count()).toBe(1)
    await window.keyboard.press('Escape')
    await window.locator('.problem-drawer .ant-drawer-close').waitFor({ state: 'detached' })
  })

  test('the 撤销 of a removal goes with the next act', async () => {
    await cell(5, 'statement').click()
    await window.getByRole('button', { name: '删除问题' }).click()
    await window.locator('.ant-message').getByRole('button', { name: '撤销' }).waitFor()
    await typeInto(3, 'details', '后来的修改')
    await window.keyboard.press('Enter')
    await becomes(() => cell(3, 'details').innerText(), '后来的修改')
    await window.locator('.ant-message').getByRole('button', { name: '撤销' }).waitFor({ state: 'detached' })
  })

  test('in a cell is saved on closing, also when the cell was scrolled out of the window', async () => {
    await typeInto(0, 'details', '滚动以后关闭')
    for (let i = 0; i < 12; i += 1) {
      await window.locator('.stack').evaluate((stack) => {
        stack.scrollTop = stack.scrollHeight
      })
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    expect(await window.locator('.list-group', { hasText: '点别的格子' }).count()).toBe(0)
    await program.close()
    program = await launchProgram({ userData: program.userData })
    window = program.window
    await openFirstLedger(program)
    await becomes(() => cell(0, 'details').innerText(), '滚动以后关闭')
  })

  test('a pasted notice that is not made into a ledger keeps the window open until it is given up', async () => {
    await menu('新建台账…')
    await window.locator('.wizard[data-step=facts]').waitFor()
    await window.keyboard.press('Enter')
    await window.getByRole('button', { name: '粘贴全文' }).click()
    await window.locator('textarea.paste').fill('关于整改情况的通报')
    await wishToClose()
    await window.getByText('粘贴的通报还没有建成台账').waitFor()
    await window.getByRole('button', { name: '台账首页' }).click()
    await new Promise((resolve) => setTimeout(resolve, 3_600))
    expect(await window.locator('textarea.paste').inputValue()).toBe('关于整改情况的通报')
    await window.getByRole('button', { name: '清空' }).click()
    await window.getByRole('button', { name: '台账首页' }).click()
    await window.locator('.ledger-open').waitFor()
  })

  test('a save that takes longer than the window has to answer is not cut', async () => {
    await openFirstLedger(program)
    await program.app.evaluate(({ ipcMain }) => {
      // The handler Electron keeps for a channel has no public reader.
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>> }
      )._invokeHandlers
      const call = handlers.get('zhenggai:call')
      if (!call) throw new Error('no handler')
      handlers.set('zhenggai:call', async (event, ...args) => {
        if (args[0] === 'journal.append') await new Promise((resolve) => setTimeout(resolve, 4_500))
        return call(event, ...args)
      })
    })
    await typeInto(4, 'details', '慢慢写下')
    await program.close()
    program = await launchProgram({ userData: program.userData })
    window = program.window
    await openFirstLedger(program)
    await becomes(() => cell(4, 'details').innerText(), '慢慢写下')
  })
})
