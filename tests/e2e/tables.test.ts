import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { answerSaveDialog, launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { createFromSample } from '../support/window-acts.ts'

describe.skipIf(NO_WINDOW)('导出表格', () => {
  test('the tables that are ticked are written as one workbook, and one of them as CSV', async () => {
    const program = await launchProgram()
    const { window } = program
    await createFromSample(program)
    const folder = tempFolder()
    const menu = async (name: string) => {
      await window.locator('.top-bar').getByRole('button', { name: '导出' }).click()
      await window.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item', { hasText: name }).click()
    }
    await menu('更多表格')
    await window.getByRole('button', { name: '全选' }).click()
    await window.getByRole('textbox', { name: '密级' }).fill('内部')
    await program.screenshot('tables-dialog')
    await answerSaveDialog(program.app, join(folder, '表格.xlsx'))
    await window.locator('.ant-modal-footer').getByRole('button', { name: '导出' }).click()
    await window.locator('.export-done').waitFor()
    const book = XLSX.read(readFileSync(join(folder, '表格.xlsx')))
    for (const name of ['问题清单', '整改台账总表', '目录', '统计表（按类别）', '逾期临期表', '拟不公开事项表', '督查情况表'])
      expect(book.SheetNames).toContain(name)
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()

    await menu('更多表格')
    await window.getByText('CSV（GB18030，旧系统）').click()
    await window.getByText('CSV 一次写一张表').waitFor()
    await window.getByRole('button', { name: '全不选' }).click()
    await window.getByRole('checkbox', { name: '逾期临期表' }).check()
    await answerSaveDialog(program.app, join(folder, '逾期.csv'))
    await window.locator('.ant-modal-footer').getByRole('button', { name: '导出' }).click()
    await window.locator('.export-done').waitFor()
    expect(new TextDecoder('gb18030').decode(readFileSync(join(folder, '逾期.csv')))).toContain('逾期（-）或剩余天数')
    await program.close()
  })
})
