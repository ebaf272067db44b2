import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { chooseStatus, createFromSample, enterRoom } from '../support/window-acts.ts'

describe.skipIf(NO_WINDOW)('全局搜索 and the 修改记录 of a ledger', () => {
  let program: RunningProgram
  let window: Page
  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await createFromSample(program)
    await window.locator('.list-group .ant-tag').first().waitFor()
  })
  afterAll(async () => {
    await program?.close()
  })
  const results = () => window.getByRole('listbox', { name: '搜索结果' })
  const look = async (typed: string) => {
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox', { name: '全局搜索' }).waitFor()
    await window.keyboard.insertText(typed)
  }

  test('Ctrl+K finds the place of a word in a problem, and Enter opens it', async () => {
    await look('消毒设备')
    const first = results().getByRole('option').first()
    await first.waitFor()
    expect(await first.innerText()).toMatch(/第 \d+ 个问题/)
    expect(await first.locator('mark').innerText()).toBe('消毒设备')
    await program.screenshot('search')
    const statement = await first.locator('.search-statement').innerText()
    await window.keyboard.press('Enter')
    await window.locator('.ant-drawer').getByText(statement).first().waitFor()
    await window.keyboard.press('Escape')
    await window.locator('.ant-drawer-open').waitFor({ state: 'detached' })
  })

  test('a unit is found by the first letters of its 拼音, and its problems are listed', async () => {
    await look('xslj')
    const unit = results()
      .getByRole('option', { name: /县水利局/ })
      .first()
    await unit.waitFor()
    expect(await unit.getAttribute('aria-selected')).toBe('true')
    await window.keyboard.press('Enter')
    await window.locator('[data-only]').waitFor()
    expect(await window.locator('[data-only]').innerText()).toMatch(/^只看：县水利局（\d+ 个问题）$/)
    const [, shown] = (await window.locator('[data-counted]').innerText()).match(/显示 (\d+) 个/) ?? []
    expect(Number(shown)).toBeGreaterThan(0)
    expect(Number(shown)).toBeLessThan(36)
  })

  test('parts of the program are gone to by name, and what is nowhere is said', async () => {
    await look('xgjl')
    await results().getByRole('option', { name: '修改记录' }).waitFor()
    await window.keyboard.press('Enter')
    await window.getByRole('heading', { name: '修改记录' }).waitFor()
    await look('没有这样的词')
    await window.getByText('没有找到').waitFor()
    await window.keyboard.press('Escape')
  })

  test('every act of the ledger stands in 修改记录, with what it did and a way back for what was deleted', async () => {
    await enterRoom(program, '四张清单')
    await window.getByRole('button', { name: '清除筛选' }).click()
    await window.getByText('共 36 个问题，显示 36 个').waitFor()
    await chooseStatus(program, 2, '已完成')
    await window.getByRole('button', { name: '删除问题' }).click()
    await window.getByText('共 35 个问题').waitFor()
    await enterRoom(program, '修改记录')
    await window.locator('.act').nth(2).waitFor()
    const intents = await window.locator('.act-intent').allInnerTexts()
    expect(intents).toHaveLength(3)
    await window.locator('.act-open').nth(1).click()
    await window.getByText('状态：').waitFor()
    await program.screenshot('ledger-history')
    await window.locator('.act-open').first().click()
    await window.locator('.act-detail').first().getByRole('button', { name: '恢复' }).first().click()
    await window.locator('.act').nth(3).waitFor()
    await window.getByLabel('查找修改内容').fill('恢复')
    await expect.poll(() => window.locator('.act').count()).toBe(1)
    await enterRoom(program, '四张清单')
    await window.getByText('共 36 个问题，显示 36 个').waitFor()
  })
})
