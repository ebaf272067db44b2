import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, listCell } from '../support/window-acts.ts'

/** The first day of a clerk with a ledger of their own: each test goes on from the one before. */
describe.skipIf(NO_WINDOW)('台账首页, the way to a new ledger, and settings', () => {
  let program: RunningProgram
  beforeAll(async () => {
    program = await launchProgram()
  })
  afterAll(async () => {
    await program?.close()
  })
  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) await program.window.keyboard.press(key)
  }
  /** Drawn by the program itself: a picture taken from outside is cut at the size of 100 %. */
  const zoomed = async (name: string) => {
    const png = await program.app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
    )
    writeFileSync(fileURLToPath(new URL(`../../out/screenshots/${name}.png`, import.meta.url)), Buffer.from(png ?? '', 'base64'))
  }
  const step = (name: string) => program.window.locator(`.wizard[data-step=${name}]`).waitFor()
  const theme = () => program.window.evaluate(() => document.documentElement.dataset['theme'] ?? '')

  test('a ledger is built from nothing by keyboard alone', async () => {
    const { window } = program
    await program.screenshot('首页-空')
    // 顶栏, then the buttons of the page: the third makes a ledger.
    await keys('F6', 'F6', 'Tab', 'Tab', 'Enter')
    await step('facts')
    await window.keyboard.type('市委')
    await keys('Tab')
    await window.keyboard.type('常规巡察')
    await keys('Tab')
    await window.keyboard.type('市委第三巡察组')
    await keys('Tab')
    await window.keyboard.type('青梧县')
    await keys('Tab', 'Tab', 'Tab', 'Tab')
    await window.keyboard.type('2024年3月15日')
    await program.screenshot('新建-基本情况')
    await keys('Enter')
    await step('choose')
    await program.screenshot('新建-来源')
    await keys('Tab', 'Tab', 'Enter')
    await step('settings')
    await window.keyboard.type('15')
    await program.screenshot('新建-设置')
    await keys('Enter')
    await window.getByText('这个台账还没有问题').waitFor()
    await program.screenshot('清单-空')
    await keys('Insert')
    await window.locator('.keeper-typing').waitFor()
    await window.keyboard.type('学习不够深入')
    await keys('Enter')
    await becomes(() => listCell(program, 0, 'statement').innerText(), '学习不够深入')
    expect(await window.locator('.ledger-title').innerText()).toBe('青梧县巡察整改台账')
  })

  test('a setting of the ledger is saved as it is typed, seen in the lists, and taken back', async () => {
    const { window } = program
    await window.locator('.top-bar').getByRole('button', { name: '设置' }).click()
    await window.getByRole('tab', { name: '本台账' }).click()
    await window.getByText('从反馈之日起算，最晚 2024-03-30').waitFor()
    await window.getByLabel('时间清单名称').fill('时限清单')
    await keys('Enter')
    await window.getByText('已保存：时间清单名称').waitFor()
    await program.screenshot('设置-本台账')
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await window.locator('.ant-segmented-item', { hasText: '时限清单' }).waitFor()
    await window.locator('.ant-modal').waitFor({ state: 'detached' })
    await listCell(program, 0, 'statement').click()
    await keys('Control+z')
    await window.locator('.ant-segmented-item', { hasText: '时间清单' }).waitFor()
  })

  test('Ctrl+number goes to a room, F6 to the next part of the window, F1 shows the keys', async () => {
    const { window } = program
    await keys('Control+4')
    await window.locator('.side-nav-item[aria-current=page]', { hasText: '通报' }).waitFor()
    await keys('Control+7')
    await window.locator('.side-nav-item[aria-current=page]', { hasText: '修改记录' }).waitFor()
    await keys('Control+2')
    await listCell(program, 0, 'statement').click()
    await keys('F6', 'F6')
    expect(await window.evaluate(() => document.activeElement?.closest('.side-nav') !== null)).toBe(true)
    await keys('F1')
    await window.getByRole('dialog', { name: '快捷键' }).waitFor()
    await program.screenshot('快捷键')
    await keys('Escape')
    await window.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'detached' })
  })

  test('what was typed into the wizard is asked about before it is given up', async () => {
    const { window } = program
    await window.getByRole('button', { name: '台账首页' }).click()
    await window.locator('.ledger-card').waitFor()
    await window.getByRole('button', { name: '新建台账' }).click()
    await step('facts')
    await window.keyboard.type('县委')
    await keys('Escape')
    await window.locator('.ant-modal-confirm-title').waitFor()
    await window.getByRole('button', { name: '继续填写' }).click()
    expect(await window.getByLabel('级别').inputValue()).toBe('县委')
    await window.locator('.ant-modal-confirm-title').waitFor({ state: 'detached' })
    await window.getByRole('button', { name: '取消' }).click()
    await window.locator('.ant-modal-confirm').getByRole('button', { name: '放弃' }).click()
    await window.locator('.ledger-card').waitFor()
  })

  test('a ledger is archived, and comes back', async () => {
    const { window } = program
    await program.screenshot('首页')
    const act = async (name: string) => {
      await window.getByRole('button', { name: '更多操作' }).click()
      await window.getByRole('menuitem', { name }).click()
    }
    await act('归档')
    await window.getByText('已归档（1）').waitFor()
    await window.getByText('已归档（1）').click()
    await act('移回首页')
    await window.getByText('已归档（1）').waitFor({ state: 'detached' })
    expect(await window.locator('.ledger-card').count()).toBe(1)
  })

  test('colours and size of the window stay after a restart', async () => {
    await program.window.locator('.top-bar').getByRole('button', { name: '设置' }).click()
    await program.screenshot('设置-本机')
    await program.window.getByText('高对比度（').click()
    await becomes(theme, 'contrast')
    await program.screenshot('设置-高对比度')
    await program.window.locator('.ant-segmented-item', { hasText: '150%' }).click()
    await becomes(() => program.window.evaluate(() => String(window.devicePixelRatio)), '1.5')
    await zoomed('设置-150')
    await program.close()
    program = await launchProgram({ userData: program.userData })
    await becomes(theme, 'contrast')
    expect(await program.window.evaluate(() => window.devicePixelRatio)).toBe(1.5)
    await zoomed('首页-高对比度-150')
    await program.window.evaluate(() => document.querySelector<HTMLElement>('.ledger-open')?.click())
    await program.window.locator('.side-nav').waitFor()
    await program.window.keyboard.press('Control+2')
    await program.window.getByRole('grid').waitFor()
    await zoomed('清单-高对比度-150')
    await program.window.keyboard.press('F1')
    await program.window.waitForTimeout(500)
    await zoomed('快捷键-150')
  })
})
