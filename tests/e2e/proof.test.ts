import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docxText } from '../support/docx-text.ts'
import { answerOpenDialog, answerSaveDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { becomes, createFromSample, enterRoom } from '../support/window-acts.ts'

const row = ({ window }: RunningProgram, words: string) => window.locator('.checks li', { hasText: words }).first()

const filter = ({ window }: RunningProgram, name: string) => window.locator('.ant-segmented-item', { hasText: name }).last()

const saved = async ({ window }: RunningProgram): Promise<void> => {
  await window.waitForTimeout(1_000)
  await window.locator('[data-saving=false]').waitFor()
}

describe.skipIf(NO_WINDOW)('检查', () => {
  test('a wrong rate in the notice is seen, gone to, put right with one click and taken back', async () => {
    const program = await launchProgram()
    const { window } = program
    await createFromSample(program)
    await enterRoom(program, '通报')
    await window
      .getByText(/核对 \d+ 处/)
      .first()
      .waitFor()
    await row(program, '95.6%').getByRole('button', { name: '去看' }).click()
    await program.screenshot('proof-in-notice')
    await becomes(async () => String(await window.locator('.sheet-check-error').count()), /^1$/)
    await row(program, '95.6%').getByRole('button', { name: '改为' }).click()
    await window.getByText('已把“95.6%”改为“95.7%”').waitFor()
    await saved(program)
    await row(program, '95.6%').waitFor({ state: 'detached' })
    await window.locator('.sheet-field', { hasText: '修复率95.7%' }).first().click()
    await window.keyboard.press('Control+z')
    await row(program, '95.6%').waitFor()
    await program.close()
  })

  test('a finding let be with a reason stays so, and is asked about anew when its sentence changes', async () => {
    const program = await launchProgram()
    const { window } = program
    await createFromSample(program)
    await enterRoom(program, '通报')
    await row(program, '95.6%').getByRole('button', { name: '不改' }).click()
    await window.keyboard.press('Enter')
    await window.getByPlaceholder('请写理由').waitFor()
    await window.keyboard.type('按县水利局原报')
    await window.keyboard.press('Enter')
    await row(program, '95.6%').waitFor({ state: 'detached' })
    await filter(program, '已办').click()
    await row(program, '核对无误，不改：按县水利局原报').waitFor()

    // In the report a person signs.
    const report = join(tempFolder(), '体检.docx')
    await answerSaveDialog(program.app, report)
    await window.getByRole('button', { name: '体检报告' }).click()
    await window.locator('.export-done').waitFor()
    const words = await docxText(readFileSync(report))
    expect(words).toContain('核对无误，不改：按县水利局原报')
    expect(words).toContain('反馈问题与正文对应表')
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()

    await window.locator('.sheet-field', { hasText: '修复率95.6%' }).first().click()
    await window.keyboard.press('Home')
    await window.keyboard.type('经复核，')
    await saved(program)
    await filter(program, '待办').click()
    await row(program, '95.6%').waitFor()
    await program.close()
  })

  test('a text from outside is checked without a ledger; a file that is none is refused in a sentence', async () => {
    const program = await launchProgram()
    const { window } = program
    const folder = tempFolder()
    const file = join(folder, '外单位通报.txt')
    writeFileSync(
      file,
      '外单位整改情况\n给予党纪处分12人（警告7人、严重警告4人）。\n<b>不是网页</b>，移交线索9件，办结8件，办结率88.8%。\n',
    )
    await window.getByRole('button', { name: '检查文稿' }).click()
    writeFileSync(join(folder, '空.docx'), '')
    await answerOpenDialog(program.app, join(folder, '空.docx'))
    await window.getByRole('button', { name: '选择文件' }).click()
    await window.locator('.ant-modal h2, .ant-modal h3', { hasText: /空/ }).first().waitFor()
    await answerOpenDialog(program.app, file)
    await window.getByRole('button', { name: '检查另一份' }).click()
    await row(program, '12人').waitFor()
    await row(program, '88.8%').waitFor()
    // What the file holds is shown, never run.
    await window.locator('.text-check-text', { hasText: '<b>不是网页</b>' }).waitFor()
    await row(program, '12人').getByRole('button', { name: '去看' }).click()
    await window.locator('.text-check-now', { hasText: '12人' }).waitFor()
    await row(program, '12人').getByRole('button', { name: '属实待改' }).click()
    await program.screenshot('proof-of-text')
    // What was decided is in the report only: closing asks first.
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await window.getByRole('button', { name: '回去导出' }).click()
    const report = join(folder, '体检.docx')
    await answerSaveDialog(program.app, report)
    await window.getByRole('button', { name: '导出体检报告' }).click()
    await window.getByText(/体检报告已保存/).waitFor()
    expect(await docxText(readFileSync(report))).toContain('属实待改')
    await window.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await window.locator('.text-check').waitFor({ state: 'detached' })
    await program.close()
  })
})
