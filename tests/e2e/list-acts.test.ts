import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { createFromSample, enterRoom, listCell } from '../support/window-acts.ts'

const TITLES = ['序号', '类别', '方面', '反馈问题', '具体表现', '来源', '整改类型', '状态']
const tableRow = (i: number) => [
  String(i + 1),
  i % 50 === 0 ? `第${i / 50 + 1}类问题` : '',
  i % 25 === 0 ? `第${i / 25 + 1}个方面` : '',
  `第${i + 1}个村财务公开不及时`,
  `2024年以来有${i + 1}笔收支没有公示`,
  '反馈意见',
  '限期整改',
  i % 2 === 0 ? '整改中' : '未启动',
]
const TABLE = [TITLES, ...Array.from({ length: 200 }, (_, i) => tableRow(i))].map((row) => row.join('\t')).join('\r\n')

/** Acts on several problems in the lists. Each test goes on from the one before. */
describe.skipIf(NO_WINDOW)('several problems at once', () => {
  let program: RunningProgram
  let window: Page

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await createFromSample(program)
    await enterRoom(program, '四张清单')
  })
  afterAll(async () => {
    await program?.close()
  })

  const counted = (words: string) => window.locator('[data-counted]', { hasText: words }).waitFor({ timeout: 15_000 })
  const paste = async (text: string) => {
    await program.app.evaluate(({ clipboard }, content) => clipboard.writeText(content), text)
    await window.keyboard.press('Control+v')
  }
  const act = async (name: string | RegExp) => {
    await window.locator('[data-acts]').click()
    await window.getByRole('menuitem', { name }).click()
  }
  /** When what opens has stopped moving. */
  const shot = async (name: string) => {
    await new Promise((resolve) => setTimeout(resolve, 350))
    await program.screenshot(name)
  }
  const dialog = () => window.getByRole('dialog')
  const choose = async (label: string, option: string) => {
    await dialog().getByLabel(label, { exact: true }).click()
    await window.locator('.ant-select-item-option', { hasText: option }).first().click()
  }

  test('all problems are removed as one act, and a table of 200 rows makes a ledger anew', async () => {
    await listCell(program, 0, 'statement').click()
    await window.keyboard.press('Control+a')
    await window.keyboard.press('Control+Delete')
    await window.getByText('这个台账还没有问题').waitFor()
    await shot('清单-空')
    await paste(TABLE)
    await counted('共 200 个问题')
    await listCell(program, 0, 'statement').getByText('第1个村财务公开不及时').waitFor()
    expect(await listCell(program, 0, 'category').innerText()).toBe('第1类问题')
    expect(await listCell(program, 1, 'aspect').innerText()).toBe('第1个方面')
    await shot('清单-粘贴')
  })

  test('a paste that is refused in part is told before anything is written', async () => {
    await listCell(program, 0, 'source').click()
    await paste('来自天上\t立行立改\t差不多了\n审计\t立行立改\t已完成')
    await dialog().getByText('2 格写不进去').waitFor()
    await shot('清单-粘贴被拒绝')
    await dialog().getByRole('button', { name: '只写能写的' }).click()
    await listCell(program, 1, 'source').getByText('审计').waitFor()
    await dialog().waitFor({ state: 'detached' })
    await window.keyboard.press('Control+z')
    await listCell(program, 1, 'source').getByText('反馈意见').waitFor()
  })

  test('problems are grouped with their counts', async () => {
    await window.getByLabel('分组').click()
    await window.locator('.ant-select-item-option', { hasText: '按状态' }).click()
    await window.locator('.list-heading', { hasText: '未启动' }).waitFor()
    await shot('清单-分组')
    await window.locator('.list-heading button').first().click()
    await window.locator('.list-heading', { hasText: '整改中' }).waitFor()
    await window.getByLabel('分组').click()
    await window.locator('.ant-select-item-option', { hasText: '不分组' }).click()
  })

  test('what a view shows is set at once and taken back in one step', async () => {
    await window.locator('[data-views]').click()
    await window.getByRole('menuitem', { name: '保存和管理视图…' }).click()
    await dialog().getByLabel('给现在的筛选起个名字').fill('每周例会')
    await shot('清单-视图')
    await dialog().getByRole('button', { name: '存为视图' }).click()
    await dialog().waitFor({ state: 'detached' })
    await listCell(program, 0, 'statement').click()
    await window.keyboard.press('Control+a')
    await act('批量设置…')
    await choose('设为', '基本完成')
    await dialog().getByText('将修改 200 个问题').waitFor()
    await shot('清单-批量设置')
    await dialog()
      .getByRole('button', { name: /设\s*置/ })
      .click()
    await dialog().waitFor({ state: 'detached' })
    await listCell(program, 0, 'status').getByText('基本完成').waitFor()
    await window.keyboard.press('Control+z')
    await listCell(program, 0, 'status').getByText('整改中').waitFor()
  })

  test('words are replaced where they are chosen', async () => {
    await window.keyboard.press('Control+h')
    await dialog().getByLabel('查找内容').fill('财务公开')
    await dialog().getByLabel('替换为').fill('政务公开')
    await dialog().getByLabel('整本台账').check()
    await dialog()
      .getByRole('button', { name: /查\s*找/ })
      .click()
    await dialog().getByText('找到 200 处').waitFor()
    await shot('清单-查找替换')
    await dialog().getByRole('button', { name: '替换 200 处' }).click()
    await dialog().waitFor({ state: 'detached' })
    await listCell(program, 0, 'statement').getByText('第1个村政务公开不及时').waitFor()
  })

  test('problems are split, joined, copied and moved', async () => {
    await listCell(program, 0, 'statement').click()
    await act('拆分…')
    await dialog().getByText('拆分第 1 个问题').waitFor()
    await shot('清单-拆分')
    await dialog().getByLabel('新问题 1 反馈问题').fill('拆出来的问题')
    await dialog().locator('.ant-modal-footer .ant-btn-primary').click()
    await counted('共 201 个问题')
    await listCell(program, 0, 'statement').click()
    await window.keyboard.press('Shift+ArrowDown')
    await act('合并…')
    await dialog().getByText('合并 2 个问题').waitFor()
    await shot('清单-合并')
    await dialog().locator('.ant-modal-footer .ant-btn-primary').click()
    await counted('共 200 个问题')
    await listCell(program, 0, 'statement').click()
    await window.keyboard.press('Control+Shift+d')
    await counted('共 201 个问题')
    await listCell(program, 1, 'status').getByText('未启动').waitFor()
    await listCell(program, 2, 'statement').click()
    const words = await listCell(program, 2, 'statement').innerText()
    await window.keyboard.press('Alt+Shift+ArrowUp')
    await expect.poll(() => listCell(program, 1, 'statement').innerText(), { timeout: 10_000 }).toBe(words)
    await listCell(program, 1, 'statement').click({ button: 'right' })
    await window.getByRole('menuitem', { name: '移动到…' }).waitFor()
    await shot('清单-右键菜单')
    await window.getByRole('menuitem', { name: '移动到…' }).click()
    await dialog().getByText('移动到哪个类别').waitFor()
    await shot('清单-移动到')
    await dialog().locator('.ant-modal-footer .ant-btn').first().click()
  })

  test('the outline is added to by keys', async () => {
    await window.getByRole('button', { name: '类别和方面…' }).click()
    await dialog().getByRole('tree').focus()
    await window.keyboard.press('Insert')
    await dialog().getByLabel('标题', { exact: true }).waitFor()
    await window.keyboard.type('新的类别')
    await window.keyboard.press('Enter')
    await dialog().locator('.outline-chosen', { hasText: '新的类别' }).waitFor()
    await shot('清单-类别和方面')
    await window.keyboard.press('Escape')
  })
})
