import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, chooseStatus, createFromSample, statusCell } from '../support/window-acts.ts'

/** One problem on its way over 销号 and back, in the order it happens. */
describe.skipIf(NO_WINDOW)('销号 in the real window', () => {
  let program: RunningProgram
  let window: Page

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await window.getByText('以后再说').click()
    await createFromSample(program)
  })
  afterAll(async () => {
    await program?.close()
  })

  const drawer = () => window.locator('.problem-drawer')
  const press = (name: RegExp) => drawer().getByRole('button', { name }).click()

  test('an application and a closing make the row 已销号', async () => {
    await chooseStatus(program, 1, '已完成')
    await statusCell(program, 1).click()
    await window.keyboard.press('Control+Enter')
    await press(/申请销号/)
    await drawer().getByLabel('销号申请').fill('已整改到位。')
    await press(/登\s*记$/)
    await drawer().locator('[data-closure]').getByText('在办').waitFor()
    await press(/登记销号/)
    await drawer().getByLabel('销号结论').fill('同意销号')
    await press(/登\s*记$/)
    await drawer().locator('[data-closure]').getByText('已销号').waitFor()
    await window.getByText('还没有登记').waitFor()
    await program.screenshot('closing')
    await becomes(() => statusCell(program, 1).innerText(), /^已销号$/)
  })

  test('a reopening takes it back to work with its reason in sight, and can be undone', async () => {
    await press(/重新启动整改/)
    await drawer().getByLabel('重新整改原因').fill('问题反弹')
    await drawer().getByLabel('重新整改依据').fill('“回头看”反馈')
    await press(/登\s*记$/)
    await drawer().locator('[data-closure]').getByText('依据：“回头看”反馈').waitFor()
    await becomes(() => statusCell(program, 1).innerText(), /^整改中$/)
    await window.locator('[data-saving=false]').waitFor()
    await window.locator('.problem-drawer .ant-drawer-close').click()
    await drawer().waitFor({ state: 'detached' })
    await window.keyboard.press('Control+z')
    await becomes(() => statusCell(program, 1).innerText(), /^已销号$/)
    expect(await statusCell(program, 2).innerText()).not.toBe('已销号')
  })
})
