import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docxText } from '../support/docx-text.ts'
import { answerOpenDialog, answerSaveDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { createFromSample } from '../support/window-acts.ts'
import { paragraph, wordFile } from '../support/word-file.ts'

const openPapers = async ({ window }: RunningProgram): Promise<void> => {
  await window.locator('.top-bar').getByRole('button', { name: '导出' }).click()
  await window.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item', { hasText: '表单和批量导出' }).click()
  await window.locator('.papers-choices').waitFor()
}

describe.skipIf(NO_WINDOW)('表单和批量导出', () => {
  test('forms, tables and 分册 go into a folder; what is there is asked about; a folder that is gone is said', async () => {
    const program = await launchProgram()
    const { window } = program
    await createFromSample(program)
    const folder = tempFolder()
    await openPapers(program)
    for (const name of ['销号审批表', '一问题一档', '整改工作月报', '会议材料', '统计表', '按责任单位'])
      await window.getByRole('checkbox', { name, exact: true }).check()
    await program.screenshot('papers-dialog')
    await answerOpenDialog(program.app, folder)
    const start = window.getByRole('button', { name: '选择文件夹并导出' })
    await start.click()
    await window.locator('.export-done').waitFor()
    await program.screenshot('papers-done')
    const files = readdirSync(folder)
    for (const kind of ['销号审批表', '一问题一档', '整改工作月报', '会议材料', '统计表', '按责任单位分册'])
      expect(
        files.some((file) => file.includes(kind)),
        kind,
      ).toBe(true)
    const report = files.find((file) => file.includes('月报')) ?? ''
    expect(docxText(new Uint8Array(readFileSync(join(folder, report))))).toContain('一、总体情况')

    const [first = ''] = files
    const before = readFileSync(join(folder, first))
    await start.click()
    await window.locator('.ant-modal-confirm-title', { hasText: '已经有了' }).waitFor()
    await window.getByText('后面的同名文件都这样办').click()
    await window.getByRole('button', { name: '跳过' }).click()
    await window.getByText(`跳过 ${files.length} 个同名文件`).waitFor()
    expect(readFileSync(join(folder, first)).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(files)

    // A folder that went away (a stick pulled out) is said, and what was written is told.
    rmSync(folder, { recursive: true, force: true })
    await start.click()
    await window.locator('.ant-modal section h3').waitFor()
    await program.close()
  })

  test('a form of one’s own is checked, filled and named as wished', async () => {
    const program = await launchProgram()
    const { window } = program
    await createFromSample(program)
    const folder = tempFolder()
    const [bad, good] = [join(folder, '坏模板.docx'), join(folder, '登记卡.docx')]
    writeFileSync(bad, wordFile({ body: paragraph('{反馈的问题}') }))
    writeFileSync(good, wordFile({ body: paragraph('第{序号}号 {反馈问题}') }))
    await openPapers(program)
    await answerOpenDialog(program.app, bad)
    await window.getByRole('button', { name: '选择模板' }).click()
    await window.getByText('没有字段“反馈的问题”。是不是“反馈问题”？').waitFor()
    await expect(window.getByRole('button', { name: '选择文件夹并导出' }).isDisabled()).resolves.toBe(true)
    await window.getByText('字段一览').click()
    await window.getByText('{措施责任单位}').waitFor()
    await program.screenshot('papers-own-faults')
    await answerOpenDialog(program.app, good)
    await window.getByRole('button', { name: '选择模板' }).click()
    await window.getByText('模板可以用，用到 2 个字段').waitFor()
    await window.getByRole('textbox', { name: '文件名' }).fill('{日子}')
    await window.getByText('没有 {日子}').waitFor()
    await window.getByRole('textbox', { name: '文件名' }).fill('{文种}-{对象}')
    const out = tempFolder()
    await answerOpenDialog(program.app, out)
    await window.getByRole('button', { name: '选择文件夹并导出' }).click()
    await window.locator('.export-done').waitFor()
    const files = readdirSync(out)
    expect(files.length).toBeGreaterThan(10)
    expect(files[0]).toMatch(/^登记卡-01_.*\.docx$/)
    expect(docxText(new Uint8Array(readFileSync(join(out, files[0] ?? ''))))).toMatch(/^第1号 /)
    await program.close()
  })

  test('the forms of one problem are in its 档案', async () => {
    const program = await launchProgram()
    const { window } = program
    await createFromSample(program)
    const folder = tempFolder()
    await window.keyboard.press('Control+2')
    await window.locator('.grid-row, [role=row]').nth(2).dblclick()
    await window.locator('.problem-drawer').waitFor()
    await window.locator('.problem-drawer').getByRole('button', { name: '表单' }).click()
    await window
      .locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item', { hasText: '延期审批表' })
      .first()
      .click()
    await answerSaveDialog(program.app, join(folder, '延期.docx'))
    await window.locator('.export-done').waitFor()
    expect(docxText(new Uint8Array(readFileSync(join(folder, '延期.docx'))))).toContain('整改时限延期审批表')
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await window.locator('.problem-drawer').getByRole('button', { name: '表单' }).click()
    await window
      .locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item', { hasText: '销号审批表' })
      .last()
      .click()
    await window.locator('.print-pages canvas').first().waitFor()
    await program.screenshot('paper-print')
    await program.close()
  })
})
