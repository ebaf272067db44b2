import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { docxParagraphs } from '../support/docx-text.ts'
import { answerSaveDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, listCell, openFirstLedger, showList } from '../support/window-acts.ts'

/** One clerk's first hour, in the order it happens: each test goes on from the one before. */
describe.skipIf(NO_WINDOW)('the screens in the real window', () => {
  let program: RunningProgram
  let window: Page
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-export-'))

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
  })
  afterAll(async () => {
    await program?.close()
  })

  const list = (name: string) => showList(program, name)
  const cell = (problem: number, column: string) => listCell(program, problem, column)
  const counted = () => window.locator('[data-counted]')

  test('a new ledger from the sample is shown before anything is written', async () => {
    await window.getByText('以后再说').click()
    await program.screenshot('start')
    await window.getByText('用自带样例试一试').click()
    await window.getByText('核对后再建立').waitFor()
    expect(await window.locator('.figure').first().innerText()).toMatch(/问题总数\s*36/)
    await program.screenshot('intake-preview')
    await window.getByRole('button', { name: '建立台账' }).click()
    await window.locator('.list-group .ant-tag').first().waitFor()
    expect(await counted().innerText()).toBe('共 36 个问题，显示 36 个')
  })

  test.each([
    ['问题清单', 'status', '已完成'],
    ['任务清单', 'measure', '逐座更换或修复停用的消毒设备'],
    ['时间清单', 'deadline', '2024年4月底前'],
    ['责任清单', 'leadUnit', '县水利局'],
  ])('%s shows its rows', async (name, column, text) => {
    await list(name)
    await becomes(() => cell(0, column).innerText(), text)
    await program.screenshot(name)
  })

  test('a status is changed with the keyboard alone, and taken back', async () => {
    await list('问题清单')
    await becomes(() => cell(1, 'status').innerText(), /^基本完成$/)
    await cell(1, 'status').click()
    await window.keyboard.press('Enter')
    await window.locator('.ant-select-item-option-active').waitFor()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await window.keyboard.press(key)
    await becomes(() => cell(1, 'status').innerText(), /^已完成$/)
    await window.locator('[data-saving=false]').waitFor()
    await window.keyboard.press('Control+z')
    await becomes(() => cell(1, 'status').innerText(), /^基本完成$/)
    await window.keyboard.press('Control+y')
    await becomes(() => cell(1, 'status').innerText(), /^已完成$/)
  })

  test('typing into a cell replaces it, and Esc gives up', async () => {
    await cell(0, 'details').click()
    await window.keyboard.type('放弃的文字')
    await window.keyboard.press('Escape')
    expect(await cell(0, 'details').innerText()).toBe('')
    await window.keyboard.type('第一段')
    await window.keyboard.press('Alt+Enter')
    await window.keyboard.type('第二段')
    await window.keyboard.press('Enter')
    await becomes(() => cell(0, 'details').innerText(), /^第一段\n第二段$/)
  })

  test('what is typed while a cell is being saved goes into the next one, whole', async () => {
    await list('责任清单')
    await cell(0, 'phone').click()
    const numbers = ['12345', '23456', '34567', '45678']
    await window.keyboard.type(numbers.join('\n'), { delay: 15 })
    await window.keyboard.press('Enter')
    for (const [i, number] of numbers.entries()) await becomes(() => cell(i, 'phone').innerText(), new RegExp(`^${number}$`))
    for (let i = 0; i < numbers.length; i++) await window.keyboard.press('Control+z')
    await becomes(() => cell(0, 'phone').innerText(), /^$/)
  })

  test('a refused text stays in its editor, with the reason', async () => {
    await list('时间清单')
    await cell(0, 'completed').click()
    await window.keyboard.type('某一天')
    await window.keyboard.press('Enter')
    await window.getByText('“完成日期”不能填“某一天”').waitFor()
    expect(await window.locator('.keeper-typing').inputValue()).toBe('某一天')
    await window.keyboard.press('Control+a')
    await window.keyboard.type('2024年4月20日')
    expect(await window.locator('.keeper-reading').innerText()).toBe('→ 2024-04-20')
    await window.keyboard.press('Enter')
    await becomes(() => cell(0, 'completed').innerText(), '2024年4月20日')
  })

  test('a deadline that moves keeps the original beside it', async () => {
    await cell(1, 'deadline').click()
    await window.keyboard.type('2027年3月底前')
    await window.keyboard.press('Enter')
    await becomes(() => cell(1, 'deadline').innerText(), '2027年3月底前')
    expect(await cell(1, 'originalDeadline').innerText()).toBe('2024年9月30日')
  })

  test('searching finds words anywhere in a problem', async () => {
    await list('问题清单')
    await window.keyboard.press('Control+f')
    await window.keyboard.type('食堂')
    await becomes(() => counted().innerText(), '显示 1 个')
    await window.getByRole('button', { name: '清除筛选' }).click()
    await becomes(() => counted().innerText(), '显示 36 个')
  })

  test('a problem is added behind the one the keys stand on', async () => {
    await cell(0, 'statement').click()
    await window.keyboard.press('Insert')
    await window.locator('.keeper-typing').waitFor()
    await window.keyboard.type('新增的问题')
    await window.keyboard.press('Enter')
    await becomes(() => cell(1, 'statement').innerText(), '新增的问题')
    expect(await counted().innerText()).toBe('共 37 个问题，显示 37 个')
  })

  test('a removed problem comes back by the button beside the message', async () => {
    await cell(1, 'statement').click()
    await window.getByRole('button', { name: '删除问题' }).click()
    await becomes(() => counted().innerText(), '共 36 个问题')
    await window.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
    await becomes(() => counted().innerText(), '共 37 个问题')
  })

  test('a problem is opened, and progress is added to it', async () => {
    await cell(0, 'statement').click()
    await window.keyboard.press('Control+Enter')
    await window.getByText('问题档案 · 第 1 个').waitFor()
    await program.screenshot('问题档案')
    await window.getByRole('button', { name: '添加进展' }).click()
    await window.keyboard.type('完成了第二轮复检。')
    await window.keyboard.press('Control+Enter')
    await window.locator('.entry', { hasText: '完成了第二轮复检。' }).waitFor()
    await window.keyboard.press('Alt+ArrowDown')
    await window.getByText('问题档案 · 第 2 个').waitFor()
    await window.keyboard.press('Escape')
    await list('任务清单')
    await becomes(() => cell(0, 'progress').innerText(), '完成了第二轮复检。')
  })

  test('what is being typed is saved when the window is asked to close', async () => {
    await list('问题清单')
    await cell(2, 'details').click()
    await window.keyboard.type('关闭前没有按回车')
    await program.close()
    program = await launchProgram({ userData: program.userData })
    window = program.window
    await openFirstLedger(program)
    await becomes(() => cell(2, 'details').innerText(), '关闭前没有按回车')
    expect(await counted().innerText()).toBe('共 37 个问题，显示 37 个')
  })

  const exportAs = async (name: string, path: string) => {
    await answerSaveDialog(program.app, path)
    await window.getByRole('button', { name: '导出' }).click()
    await window.getByRole('menuitem', { name }).click()
    await window.locator('.export-done').waitFor()
    await program.screenshot(`导出-${name.slice(0, 2)}`)
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await window.locator('.ant-modal-footer').waitFor({ state: 'detached' })
  }

  test('the notice and the four lists are exported and say what the screen says', async () => {
    const docx = join(folder, '通报.docx')
    await exportAs('通报（Word）', docx)
    const paragraphs = docxParagraphs(readFileSync(docx)).map(({ text }) => text)
    expect(paragraphs[0]).toBe('中共青梧县委关于市委第三轮巡察整改进展情况的通报')
    expect(paragraphs.join('\n')).toContain('新增的问题')

    const xlsx = join(folder, '清单.xlsx')
    await exportAs('四张清单（Excel）', xlsx)
    const book = XLSX.read(readFileSync(xlsx))
    expect(book.SheetNames.slice(0, 4)).toEqual(['问题清单', '任务清单', '时间清单', '责任清单'])
    const sheet = XLSX.utils.sheet_to_csv(book.Sheets['问题清单'] ?? {})
    expect(sheet).toContain('新增的问题')
    expect(sheet).toContain('关闭前没有按回车')
  })

  test('a disk that refuses is told in a sentence, and another place works', async () => {
    await answerSaveDialog(program.app, join(folder, '没有这个文件夹', '台账.zgtz'))
    await window.getByRole('button', { name: '导出' }).click()
    await window.getByRole('menuitem', { name: '台账文件' }).click()
    await window.getByText('没有保存成功').waitFor()
    await program.screenshot('导出-被拒绝')
    const path = join(folder, '台账.zgtz')
    await answerSaveDialog(program.app, path)
    await window.getByRole('button', { name: '另存到别处' }).click()
    await window.locator('.export-done').waitFor()
    expect(existsSync(path)).toBe(true)
  })
})
