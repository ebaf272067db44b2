import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { enterRoom, listCell, showList } from '../support/window-acts.ts'

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

const room = (name: string, shows: string) => async (window: Page, program: RunningProgram) => {
  await enterRoom(program, name)
  await window.locator(shows).first().waitFor()
}
const list = (name: string) => (_: Page, program: RunningProgram) => showList(program, name)
const register = (name: string) => async (window: Page) => {
  await window.locator('.side-list-item', { hasText: name }).first().click()
  await window.locator(`.entries[aria-label="${name}"]`).waitFor()
}
const escaped = async (window: Page) => {
  await window.keyboard.press('Escape')
  await window.locator('.ant-modal-footer, .ant-modal-body').first().waitFor({ state: 'detached' })
}
/** A dialog behind a key or an act of the lists. */
const listAct = (name: string) => async (window: Page) => {
  await window.locator('.list-group').first().locator('[data-column=statement]').click()
  await window.getByRole('button', { name: '操作' }).click()
  await window.getByRole('menuitem', { name }).click()
  await window.getByRole('dialog').waitFor()
}
const part = (name: string) => async (window: Page) => {
  await window.locator('.problem-drawer').getByRole('navigation').getByRole('button', { name, exact: true }).click()
}
const noticeMore = (name: string) => async (window: Page) => {
  await window.locator('.workbench .toolbar').getByRole('button', { name: '更多' }).click()
  await window
    .locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item')
    .filter({ hasText: name })
    .first()
    .click()
  await window.getByRole('dialog').waitFor()
}
const exporting = (name: string) => async (window: Page) => {
  await window.locator('.top-bar').getByRole('button', { name: '导出' }).click()
  await window.getByRole('menuitem', { name }).click()
  await window.getByRole('dialog').waitFor()
}

/** Every screen, how to get there from the one before, and how to leave it where that needs more than going on. */
const SCREENS: readonly (readonly [
  name: string,
  picture: string,
  go: (window: Page, program: RunningProgram) => Promise<unknown>,
  leave?: (window: Page) => Promise<unknown>,
])[] = [
  ['台账首页-空', 'home-empty', async (window) => window.getByText('还没有台账').waitFor()],
  ['新建-基本情况', 'new-facts', async (window) => window.getByRole('button', { name: '新建台账' }).click()],
  ['新建-来源', 'new-source', press('Enter')],
  ['新建-粘贴', 'new-paste', async (window) => window.getByRole('button', { name: '粘贴全文' }).click()],
  [
    '新建-设置',
    'new-settings',
    async (window) => {
      await window.keyboard.press('Alt+ArrowLeft')
      await window.getByRole('button', { name: '先不导入' }).click()
    },
  ],
  [
    '新建-预览',
    'new-preview',
    async (window) => {
      await window.getByRole('button', { name: '台账首页' }).click()
      await window.getByText('用自带样例试一试').click()
      await window.getByRole('button', { name: '建立台账' }).waitFor()
    },
  ],
  [
    '问题清单',
    'list-problems',
    async (window) => {
      await window.getByRole('button', { name: '建立台账' }).click()
      await window.locator('.list-group .ant-tag').first().waitFor()
    },
  ],
  ['任务清单', 'list-tasks', list('任务清单')],
  ['时间清单', 'list-times', list('时间清单')],
  ['责任清单', 'list-duties', list('责任清单')],
  [
    '清单-选定',
    'list-range',
    async (window, program) => {
      await showList(program, '问题清单')
      await listCell(program, 1, 'statement').click()
      await window.keyboard.press('Shift+ArrowDown')
      await window.keyboard.press('Shift+ArrowRight')
    },
  ],
  ['清单-输入', 'list-typing', async (window) => window.keyboard.press('F2'), async (window) => window.keyboard.press('Escape')],
  ['清单-查找替换', 'list-replace', press('Control+h'), escaped],
  ['清单-拆分', 'list-split', listAct('拆分…'), escaped],
  ['清单-移动', 'list-move', listAct('移动到…'), escaped],
  ['清单-批量设置', 'list-batch', listAct('批量设置…'), escaped],
  [
    '清单-类别和方面',
    'list-outline',
    async (window) => {
      await window.getByRole('button', { name: '类别和方面…' }).click()
      await window.getByRole('tree').waitFor()
    },
    escaped,
  ],
  [
    '问题档案',
    'problem',
    async (window, program) => {
      await listCell(program, 0, 'statement').click()
      await window.keyboard.press('Control+Enter')
      await window.getByText('问题档案 · 第 1 个').waitFor()
    },
  ],
  ['问题档案-进展', 'problem-progress', part('进展')],
  ['问题档案-销号', 'problem-closing', part('销号')],
  [
    '问题档案-修改记录',
    'problem-history',
    part('修改记录'),
    async (window) => {
      await window.locator('.problem-drawer .ant-drawer-close').click()
      await window.locator('.problem-drawer .ant-drawer-close').waitFor({ state: 'detached' })
    },
  ],
  ['总览', 'overview', room('总览', '.figure-cell')],
  [
    '总览-冻结本期',
    'overview-freeze',
    async (window) => {
      await window.locator('.page-extra').getByRole('button', { name: '冻结本期' }).click()
      await window.getByRole('dialog').waitFor()
    },
    escaped,
  ],
  [
    '登记簿-问责处理',
    'register-accountability',
    async (window, program) => {
      await room('登记簿', '.side-list-item')(window, program)
      await register('问责处理')(window)
    },
  ],
  ['登记簿-信访件线索', 'register-leads', register('信访件和问题线索')],
  ['登记簿-制度', 'register-regulations', register('制度')],
  ['登记簿-会议', 'register-empty', register('会议')],
  ['通报', 'notice', room('通报', '.sheet-line')],
  ['通报：要素', 'notice-fields', noticeMore('通报要素'), closeDialog],
  ['通报：模板', 'notice-templates', noticeMore('模板'), closeDialog],
  ['通报：稿次', 'notice-drafts', noticeMore('稿次'), closeDialog],
  ['通报：对照', 'notice-editions', noticeMore('对照'), closeDialog],
  ['单位领导', 'directories', room('单位领导', '.entries')],
  ['收发', 'exchange', room('收发', '[data-part=units] tbody tr')],
  [
    '分发任务',
    'exchange-hand-out',
    async (window) => {
      await window.getByRole('button', { name: /分发任务$/ }).click()
      await window.locator('.hand-out-units li').first().waitFor()
    },
    closeDialog,
  ],
  [
    '接收文件',
    'exchange-receive',
    async (window) => {
      await window.getByRole('button', { name: /接收文件$/ }).click()
      await window.getByRole('button', { name: '选择文件夹', exact: true }).waitFor()
    },
    closeDialog,
  ],
  ['修改记录', 'history', room('修改记录', '.acts-filter')],
  [
    '全局搜索',
    'search',
    async (window) => {
      await window.keyboard.press('Control+k')
      await window.getByRole('combobox', { name: '全局搜索' }).waitFor()
      await window.keyboard.insertText('xslj')
      await window.getByRole('option').first().waitFor()
    },
    escaped,
  ],
  [
    '打印预览',
    'print',
    async (window, program) => {
      await enterRoom(program, '四张清单')
      await window.getByRole('grid').waitFor()
      await window.keyboard.press('Control+p')
      await window.locator('.print-dialog .pdf-page[data-page="1"] canvas').waitFor()
      // The page is drawn a moment after its canvas is there.
      await window.waitForTimeout(400)
    },
    escaped,
  ],
  [
    '打印预览：通报',
    'print-notice',
    async (window) => {
      await window.keyboard.press('Control+p')
      const dialog = window.locator('.print-dialog')
      await dialog.getByText('通报', { exact: true }).click()
      await dialog.getByText('A4 公文版式').waitFor()
      await dialog.locator('.pdf-page[data-page="1"] canvas').waitFor()
      await window.waitForTimeout(400)
    },
    escaped,
  ],
  ['导出通报', 'export-notice', exporting('通报'), escaped],
  ['导出四张清单', 'export-lists', exporting('四张清单'), escaped],
  ['回收站', 'trash', async (window) => window.locator('.side-nav').getByRole('button', { name: '回收站' }).click(), escaped],
  ['快捷键', 'shortcuts', press('F1'), closeDialog],
  ['设置-本机', 'settings-pc', settings('本机'), closeDialog],
  ['设置-本台账', 'settings-ledger', settings('本台账'), closeDialog],
  ['设置-维护', 'settings-maintenance', settings('维护'), closeDialog],
  ['设置-关于', 'settings-about', settings('关于'), closeDialog],
  [
    '台账首页',
    'home',
    async (window) => {
      await window.getByRole('button', { name: '台账首页' }).click()
      await window.locator('.ledger-card').waitFor()
    },
  ],
]

/** Each screen is also kept as a picture in both sizes: out/screenshots/WIDTH/PICTURE.png. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** What a new size sets in motion has come to rest. */
const SETTLED_MS = 250

describe.skipIf(NO_WINDOW)('a screen reader and a weak eye', () => {
  let program: RunningProgram
  beforeAll(async () => {
    program = await launchProgram()
    await program.window.getByText('以后再说').click()
  })
  afterAll(async () => {
    await program?.close()
  })

  test.each(SCREENS.map(([name, picture, go, leave]) => ({ name, picture, go, leave })))(
    '$name has nothing that axe finds serious',
    async ({ picture, go, leave }) => {
      await go(program.window, program)
      const findings = await axeFindings(program)
      for (const size of [...SIZES].reverse()) {
        await program.window.setViewportSize(size)
        await program.window.waitForTimeout(SETTLED_MS)
        await program.screenshot(`${size.width}/${picture}`)
      }
      await leave?.(program.window)
      expect(findings).toEqual([])
    },
  )
})
