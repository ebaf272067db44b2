import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { createFromSample } from '../support/window-acts.ts'

const press = (key: string) => async (window: Page) => {
  await window.keyboard.press(key)
}
const closeDialog = async (window: Page) => {
  await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
  await window.locator('.ant-modal-footer').waitFor({ state: 'detached' })
}
const settings = (section: string) => async (window: Page) => {
  await window.locator('.top-bar').getByRole('button', { name: '设置' }).click()
  await window.getByRole('tab', { name: section }).click()
}

/** Every screen, how to get there from the one before, and how to leave it where that needs more than going on. */
const SCREENS: readonly (readonly [
  name: string,
  go: (window: Page, program: RunningProgram) => Promise<void>,
  leave?: (window: Page) => Promise<void>,
])[] = [
  ['台账首页，空', async (window) => window.getByText('还没有台账').waitFor()],
  ['新建：基本情况', async (window) => window.getByRole('button', { name: '新建台账' }).click()],
  ['新建：来源', press('Enter')],
  ['新建：粘贴', async (window) => window.getByRole('button', { name: '粘贴全文' }).click()],
  [
    '新建：设置',
    async (window) => {
      await window.keyboard.press('Alt+ArrowLeft')
      await window.getByRole('button', { name: '先不导入' }).click()
    },
  ],
  [
    '四张清单',
    async (window, program) => {
      await window.getByRole('button', { name: '台账首页' }).click()
      await createFromSample(program)
      await window.locator('.list-group .ant-tag').first().waitFor()
    },
  ],
  ['快捷键', press('F1'), closeDialog],
  ['设置：本机', settings('本机'), closeDialog],
  ['设置：本台账', settings('本台账'), closeDialog],
  ['设置：维护', settings('维护'), closeDialog],
  ['设置：关于', settings('关于'), closeDialog],
  [
    '台账首页',
    async (window) => {
      await window.getByRole('button', { name: '台账首页' }).click()
      await window.locator('.ledger-card').waitFor()
    },
  ],
]

describe.skipIf(NO_WINDOW)('a screen reader and a weak eye', () => {
  let program: RunningProgram
  beforeAll(async () => {
    program = await launchProgram()
  })
  afterAll(async () => {
    await program?.close()
  })

  test.each(SCREENS.map(([name, go, leave]) => ({ name, go, leave })))(
    '$name has nothing that axe finds serious',
    async ({ go, leave }) => {
      await go(program.window, program)
      const findings = await axeFindings(program)
      await leave?.(program.window)
      expect(findings).toEqual([])
    },
  )
})
