import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { answerOpenDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, listCell } from '../support/window-acts.ts'

const FEEDBACK = fileURLToPath(new URL('../fixtures/feedback/xiangzhen-some.txt', import.meta.url))
const TWIN = fileURLToPath(new URL('../fixtures/twins/qiling.txt', import.meta.url))

/** CI has LibreOffice; without it there is nothing that writes old files. */
const NO_OFFICE = spawnSync('soffice', ['--version']).error !== undefined

/** What a clerk has on the stick becomes a ledger: Word, Excel, CSV and text, put right where the program was not sure. */
describe.skipIf(NO_WINDOW)('a ledger from any file, in the real window', () => {
  let program: RunningProgram
  let window: Page
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-'))

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await window.setViewportSize({ width: 1366, height: 768 })
    await window.getByText('以后再说').click()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const openFile = async (path: string) => {
    await answerOpenDialog(program.app, path)
    await window.getByRole('button', { name: '新建台账' }).first().click()
    await window.locator('.wizard[data-step=facts]').waitFor()
    await window.keyboard.press('Enter')
    await window.getByRole('button', { name: '打开文件' }).click()
  }
  const step = (name: string) => window.locator(`.wizard[data-step=${name}]`).waitFor()
  const figure = (label: string) => window.locator('.figure', { hasText: label }).first().innerText()
  const create = async () => {
    await window.getByRole('button', { name: '建立台账' }).click()
    await window.getByRole('grid').waitFor()
  }
  const home = async () => {
    await window.getByRole('button', { name: '台账首页' }).click()
    await window.locator('.ledger-card, .sources').first().waitFor()
  }
  const giveUp = async () => {
    await window.getByRole('button', { name: '台账首页' }).click()
    await window.locator('.ledger-card, .sources').first().waitFor()
  }

  test('a Word file with a 通报 becomes the ledger its text would', async () => {
    const path = join(folder, '整改情况通报.docx')
    const lines = readFileSync(TWIN, 'utf8').split('\n')
    const word = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })
    writeFileSync(path, await Packer.toBuffer(word))
    await openFile(path)
    await step('preview')
    const expected = JSON.parse(readFileSync(TWIN.replace('.txt', '.json'), 'utf8')) as { readonly problems: number }
    expect(await figure('问题总数')).toContain(String(expected.problems))
    await program.screenshot('导入-通报')
    await create()
    await home()
  })

  test('a feedback is taken apart by keys: split, joined, renamed, taken back', async () => {
    await openFile(FEEDBACK)
    await step('preview')
    await window.locator('.read-as .ant-segmented-item-selected', { hasText: '反馈意见' }).waitFor()
    await program.screenshot('导入-反馈意见')
    await window.getByRole('button', { name: '调整拆分…' }).click()
    await step('splits')
    const problems = async () => Number((await window.locator('.splits-outline h2').innerText()).match(/\d+/)?.[0])
    const before = await problems()
    expect(before).toBeGreaterThan(2)
    expect(await axeFindings(program)).toEqual([])
    await program.screenshot('导入-拆分')
    // In the middle of the first problem: Enter parts it, Backspace puts it together again.
    const field = window.locator('.piece-problem textarea').first()
    await field.focus()
    await window.keyboard.press('Home')
    for (let i = 0; i < 8; i += 1) await window.keyboard.press('ArrowRight')
    await window.keyboard.press('Enter')
    await expect.poll(problems).toBe(before + 1)
    await window.keyboard.press('Backspace')
    await expect.poll(problems).toBe(before)
    // What it is, by a key, and back.
    await window.locator('.piece-problem textarea').first().focus()
    await window.keyboard.press('Alt+7')
    await expect.poll(problems).toBe(before - 1)
    await window.keyboard.press('Control+z')
    await expect.poll(problems).toBe(before)
    await window.keyboard.press('Control+y')
    await expect.poll(problems).toBe(before - 1)
    // The text itself cannot be typed into.
    const words = await window.locator('.piece textarea').first().inputValue()
    await window.locator('.piece textarea').first().focus()
    await window.keyboard.type('不该写进去')
    expect(await window.locator('.piece textarea').first().inputValue()).toBe(words)
    await window.getByRole('button', { name: '用这样的拆分' }).click()
    await step('preview')
    expect(await figure('问题总数')).toContain(String(before - 1))
    await create()
    expect(await window.locator('[data-counted]').innerText()).toContain(String(before - 1))
    await home()
  })

  test('the columns of a table are put right by hand, and remembered', async () => {
    const path = join(folder, '台账0910.xlsx')
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('整改台账')
    sheet.addRow(['青梧县巡察整改台账'])
    sheet.mergeCells('A1:F1')
    sheet.addRow([])
    sheet.addRow(['序号', '反馈问题', '办法', '责任分工', '', '完成时限'])
    sheet.addRow(['', '', '', '责任领导', '责任单位', ''])
    for (const column of ['A', 'B', 'C', 'F']) sheet.mergeCells(`${column}3:${column}4`)
    sheet.mergeCells('D3:E3')
    sheet.addRow([1, '学习不够深入', '制定学习计划', '何启明', '县委办公室', '2024年6月底前'])
    sheet.addRow(['', '', '每月抽查一次', '', '', ''])
    sheet.mergeCells('A5:A6')
    sheet.mergeCells('B5:B6')
    sheet.addRow([2, '制度执行不严', '修订制度', '沈国栋', '县财政局', '长期坚持'])
    sheet.addRow(['合计', '2个', '', '', '', ''])
    await book.xlsx.writeFile(path)
    await openFile(path)
    await step('preview')
    expect(await figure('问题总数')).toContain('2')
    await window.getByText('没有读进来的行（1）').waitFor()
    await window.getByRole('button', { name: '核对表格的列…' }).click()
    await step('columns')
    await window.getByLabel('“办法”这一列是').selectOption({ label: '整改措施' })
    await window.getByText('读出 2 个问题、3 条措施').waitFor()
    expect(await axeFindings(program)).toEqual([])
    await program.screenshot('导入-列')
    await window.getByRole('button', { name: '核对完了' }).click()
    await step('preview')
    await create()
    await becomes(() => listCell(program, 1, 'statement').innerText(), '制度执行不严')
    await home()
    await openFile(path)
    await step('preview')
    await window.getByRole('button', { name: '核对表格的列…' }).click()
    expect(await window.getByLabel('“办法”这一列是').inputValue()).toBe('measure')
    await giveUp()
  })

  test('a CSV in GBK is read, and pasted rows of a table too', async () => {
    const path = join(folder, '台账.csv')
    // 序号,反馈问题,整改措施 / 1,学习不够深入,制定计划 in GB18030.
    const gbk = Buffer.from('d0f2bac52cb7b4c0a1cecacce22cd5fbb8c4b4ebcaa90a', 'hex')
    expect(new TextDecoder('gb18030').decode(gbk).trim().split(',')).toEqual(['序号', '反馈问题', '整改措施'])
    writeFileSync(path, Buffer.concat([gbk, Buffer.from('1,"a, b",c\n2,d,e\n')]))
    await openFile(path)
    await window.locator('.wizard[data-step=preview], .wizard[data-step=refused]').waitFor()
    expect(await window.locator('.wizard').getAttribute('data-step')).toBe('preview')
    expect(await figure('问题总数')).toContain('2')
    await giveUp()
    await window.getByRole('button', { name: '新建台账' }).first().click()
    await step('facts')
    await window.keyboard.press('Enter')
    await window.getByRole('button', { name: '粘贴全文' }).click()
    await window
      .locator('textarea.paste')
      .fill('序号\t反馈问题\t整改措施\n1\t学习不够深入\t制定计划\n2\t制度执行不严\t修订制度\n')
    await window.keyboard.press('Control+Enter')
    await step('preview')
    await window.locator('.read-as .ant-segmented-item-selected', { hasText: '台账表格' }).waitFor()
    expect(await figure('问题总数')).toContain('2')
    await create()
    await home()
  })

  test.skipIf(NO_OFFICE)('old Word and Excel files are read in a process of their own', async () => {
    const convert = (from: string, to: string): string => {
      execFileSync('soffice', [
        '--headless',
        `-env:UserInstallation=file://${folder}/office`,
        '--convert-to',
        to,
        '--outdir',
        folder,
        from,
      ])
      return from.replace(/\.\w+$/, `.${to}`)
    }
    await openFile(convert(join(folder, '整改情况通报.docx'), 'doc'))
    await step('preview')
    const expected = JSON.parse(readFileSync(TWIN.replace('.txt', '.json'), 'utf8')) as { readonly problems: number }
    expect(await figure('问题总数')).toContain(String(expected.problems))
    await window.getByText('旧版 Word 文件中自动生成的序号读不出来').waitFor()
    await giveUp()
    await openFile(convert(join(folder, '台账0910.xlsx'), 'xls'))
    await step('preview')
    expect(await figure('问题总数')).toContain('2')
    await giveUp()
  })

  test('a damaged file is refused in a sentence, and nothing is made', async () => {
    const cards = await window.locator('.ledger-card').count()
    const path = join(folder, '坏.docx')
    writeFileSync(path, readFileSync(join(folder, '整改情况通报.docx')).subarray(0, 900))
    await openFile(path)
    await step('refused')
    await window.getByText('文件已损坏，读不出来').first().waitFor()
    await program.screenshot('导入-损坏')
    await giveUp()
    expect(await window.locator('.ledger-card').count()).toBe(cards)
  })
})
