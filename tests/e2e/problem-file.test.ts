import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, createFromSample, listCell } from '../support/window-acts.ts'

/** One problem worked on in its 问题档案, by keyboard where a clerk would. */
describe.skipIf(NO_WINDOW)('问题档案 in the real window', () => {
  let program: RunningProgram
  let window: Page

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await window.getByText('以后再说').click()
    await createFromSample(program)
    await listCell(program, 0, 'statement').click()
    await window.keyboard.press('Control+Enter')
    await drawer().getByText('问题档案 · 第 1 个').waitFor()
  })
  afterAll(async () => {
    await program?.close()
  })

  const drawer = () => window.locator('.problem-drawer')
  const part = (name: string) => drawer().locator(`[data-section=${name}]`)
  const saved = () => window.locator('[data-saving=false]').waitFor()
  const goTo = (name: string) => drawer().getByRole('navigation').getByRole('button', { name, exact: true }).click()
  const measures = () => part('measures').locator('[data-field=text] textarea:not([aria-hidden])')

  test('says which of how many it is, and goes on by Alt with an arrow', async () => {
    await drawer().getByText('第 1 个 / 共').waitFor()
    await program.screenshot('problem-file')
    await window.keyboard.press('Alt+ArrowDown')
    await drawer().getByText('问题档案 · 第 2 个').waitFor()
    await window.keyboard.press('Alt+ArrowUp')
    await drawer().getByText('问题档案 · 第 1 个').waitFor()
  })

  test('is as wide as it was drawn', async () => {
    const handle = await window.locator('.ant-drawer-resizable-dragger').boundingBox()
    const before = await part('facts').boundingBox()
    if (!handle || !before) throw new Error('nothing to draw at')
    await window.mouse.move(handle.x + 1, 400)
    await window.mouse.down()
    await window.mouse.move(handle.x - 149, 400, { steps: 5 })
    await window.mouse.up()
    const width = async () => (await part('facts').boundingBox())?.width ?? 0
    await expect.poll(width).toBeGreaterThan(before.width + 100)
    const drawn = await width()
    await drawer().getByRole('button', { name: '铺满窗口' }).click()
    await expect.poll(width).toBeGreaterThan(drawn + 100)
    await drawer().getByRole('button', { name: '恢复宽度' }).click()
    await expect.poll(width).toBe(before.width)
  })

  test('has no serious fault for a screen reader', async () => {
    await window.evaluate(axe.source)
    const found = await window.evaluate(`axe.run('.problem-drawer').then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`)
    expect(found).toEqual([])
  })

  test('a measure is added and moved up by its button, which keeps the keys', async () => {
    await goTo('措施')
    for (const text of ['第一条措施。', '第二条措施。']) {
      await part('measures').getByRole('button', { name: '添加措施' }).click()
      await window.keyboard.type(text)
      await window.keyboard.press('Control+Enter')
      await becomes(() => measures().last().inputValue(), text)
      await saved()
    }
    const before = await measures().count()
    await part('measures')
      .getByRole('button', { name: `上移措施 ${before}` })
      .focus()
    await window.keyboard.press('Enter')
    await becomes(() => measures().last().inputValue(), '第一条措施。')
    expect(await window.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('up')
    await saved()
  })

  test('progress is added with an outcome, and its date is changed afterwards', async () => {
    await goTo('进展')
    await part('progress').getByRole('button', { name: '添加进展' }).click()
    await window.keyboard.type('修订了供水管理办法。')
    await part('progress').getByLabel('填报单位').fill('县水利局')
    await window.keyboard.press('Escape')
    await part('progress').locator('.add-text').getByRole('button', { name: '添加成效' }).click()
    await part('progress').getByLabel('名称').fill('县城供水管理办法')
    await part('progress').getByLabel('文号').fill('青政发〔2024〕3号')
    await window.keyboard.press('Control+Enter')
    await part('progress').locator('.add-text').getByText('县城供水管理办法').waitFor()
    await part('progress').getByLabel('添加进展').focus()
    await window.keyboard.press('Control+Enter')
    const entry = part('progress').locator('.entry', { hasText: '修订了供水管理办法。' })
    await entry.getByText('县城供水管理办法（青政发〔2024〕3号）').waitFor()
    await part('progress').getByText('成效合计').waitFor()
    await entry.getByRole('button', { name: /修\s*改$/ }).click()
    const date = entry.getByLabel('日期', { exact: true })
    await date.fill('2024-03-08')
    await window.keyboard.press('Enter')
    await program.screenshot('problem-file-progress')
    await entry.getByRole('button', { name: /登\s*记$/ }).click()
    await part('progress').locator('.entry strong', { hasText: '2024年3月8日' }).waitFor()
    await saved()
  })

  test('问责处理 is kept in the office with its usual measures at hand', async () => {
    await goTo('问责处理')
    await part('blame').getByRole('button', { name: '添加问责处理' }).click()
    await part('blame').getByLabel('处理方式').fill('警告')
    await part('blame').getByLabel('姓名').fill('王某某')
    await part('blame').getByLabel('数量').fill('一')
    await part('blame').getByRole('alert').waitFor()
    await part('blame').getByLabel('数量').fill('1')
    await window.keyboard.press('Control+Enter')
    await part('blame').getByText('警告，王某某，1人').waitFor()
    await program.screenshot('problem-file-office')
    await saved()
  })

  test('an old text comes back from 修改记录, and 撤销 takes that back', async () => {
    const target = part('facts').locator('[data-field=target] textarea:not([aria-hidden])')
    await goTo('基本情况')
    for (const text of ['漏损率降到一成以下', '漏损率降到百分之八以下']) {
      await target.fill(text)
      await window.keyboard.press('Control+Enter')
      await saved()
    }
    await goTo('修改记录')
    await part('changes').getByRole('button', { name: '把整改目标恢复为旧内容：漏损率降到一成以下' }).click()
    await becomes(() => target.inputValue(), '漏损率降到一成以下')
    await part('changes').locator('[data-change="恢复整改目标的旧内容"]').waitFor()
    await window.waitForTimeout(600)
    await program.screenshot('problem-file-changes')
    await window.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
    await becomes(() => target.inputValue(), '漏损率降到百分之八以下')
  })

  test('the notice shows what it will say, and a removed measure comes back', async () => {
    await goTo('通报文本')
    await part('notice').getByText('在通报中的样子').click()
    await part('notice').locator('.notice-preview p').first().waitFor()
    await program.screenshot('problem-file-notice')
    const before = await measures().count()
    await goTo('措施')
    await part('measures').getByRole('button', { name: '删除这条措施' }).last().click()
    await expect.poll(() => measures().count()).toBe(before - 1)
    await saved()
    await part('changes')
      .getByRole('button', { name: /^恢复整改措施/ })
      .click()
    await expect.poll(() => measures().count()).toBe(before)
  })

  test('on paper there is one problem and nothing of the office', async () => {
    await window.emulateMedia({ media: 'print' })
    expect(await window.locator('[data-print-root]').isVisible()).toBe(true)
    expect(await window.locator('[data-print-root]').innerText()).toContain('第一条措施。')
    expect(await window.locator('[data-print-root]').innerText()).not.toContain('王某某')
    expect(await drawer().isVisible()).toBe(false)
    await program.screenshot('problem-file-print')
    await window.emulateMedia({ media: 'screen' })
    await window.keyboard.press('Escape')
    await drawer().waitFor({ state: 'detached' })
  })
})
