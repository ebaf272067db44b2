import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { answerOpenDialog, answerSaveDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, createFromSample, listCell, showList } from '../support/window-acts.ts'

/** A list goes out as Excel, a unit fills it in without the program, and it comes home. */
describe.skipIf(NO_WINDOW)('从表格更新 in the real window', () => {
  let program: RunningProgram
  let window: Page
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-'))
  const exported = join(folder, '四张清单.xlsx')
  const returned = join(folder, '台账0918.xlsx')

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await window.setViewportSize({ width: 1366, height: 768 })
    await window.getByText('以后再说').click()
    await createFromSample(program)
    await answerSaveDialog(program.app, exported)
    await window.getByRole('button', { name: '导出' }).click()
    await window.getByText('四张清单（Excel）').click()
    await window.getByText(exported).waitFor()
    await window.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (path: string) => {
    await answerOpenDialog(program.app, path)
    await window.getByRole('button', { name: '导入更新' }).click()
    await window.getByRole('button', { name: '选择文件' }).click()
  }
  const close = async () => {
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await window.locator('.update').waitFor({ state: 'detached' })
  }
  /** What a unit does: words behind the progress of the second problem, a phone for the first, and the rows stay as they are. */
  const fillIn = async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(exported).buffer as ArrayBuffer)
    const columnOf = (sheet: ExcelJS.Worksheet, title: string) => {
      let found = { row: 0, column: 0 }
      sheet.eachRow((row, r) =>
        row.eachCell((cell, c) => {
          if (cell.text === title && found.row === 0) found = { row: r, column: c }
        }),
      )
      return found
    }
    const tasks = book.getWorksheet('任务清单')
    const duties = book.getWorksheet('责任清单')
    if (!tasks || !duties) throw new Error('the lists are there')
    const progress = columnOf(tasks, '进展情况')
    const first = tasks.getCell(progress.row + 1, progress.column)
    first.value = `${first.text}\n2024年9月18日，县水利局完成第三轮水质抽检。`
    const phone = columnOf(duties, '联系方式')
    duties.getCell(phone.row + 1, phone.column).value = '0571-00000000'
    await book.xlsx.writeFile(returned)
  }

  test('a list nobody has changed brings nothing', async () => {
    await open(exported)
    await window.getByText('没有不同').waitFor()
    await program.screenshot('更新-没有不同')
    await close()
  })

  test('what a unit filled in is shown beside the ledger, and written as one act', async () => {
    await fillIn()
    await open(returned)
    await window.locator('.update-change[data-field=progress]').waitFor()
    expect(await window.locator('.update-change[data-verdict]').count()).toBe(2)
    expect(await axeFindings(program)).toEqual([])
    await program.screenshot('更新-对照')
    await window.getByRole('button', { name: /更新台账（2 处）/ }).click()
    await window.locator('.update').waitFor({ state: 'detached' })
    await showList(program, '任务清单')
    await becomes(() => listCell(program, 0, 'progress').innerText(), /第三轮水质抽检/)
    await showList(program, '责任清单')
    await becomes(() => listCell(program, 0, 'phone').innerText(), '0571-00000000')
  })

  test('the same file again brings nothing, and one 撤销 takes all of it back', async () => {
    await open(returned)
    await window.getByText('没有不同').waitFor()
    await close()
    await window.locator('.top-bar').getByRole('button', { name: '撤销' }).click()
    await becomes(() => listCell(program, 0, 'phone').innerText(), /^$/)
    await showList(program, '任务清单')
    await expect.poll(() => listCell(program, 0, 'progress').innerText()).not.toMatch(/第三轮/)
  })

  test('a file without a table is refused in a sentence', async () => {
    const letter = join(folder, '说明.txt')
    writeFileSync(letter, '关于报送进展的说明。\n请查收。\n')
    await open(letter)
    await window.getByText('没有找到整改台账的表格').first().waitFor()
    await program.screenshot('更新-拒绝')
    await close()
  })
})
