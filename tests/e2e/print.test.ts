import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import XLSX from 'xlsx'
import { answerSaveDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { becomes, createFromSample, statusCell } from '../support/window-acts.ts'

/** What a PDF says, without the breaks of its lines and pages. */
const textOf = (path: string): string => execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s/g, '')

const pagesOf = (path: string): number =>
  execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).split('\f').length - 1

const savePdf = async ({ app, window }: RunningProgram, path: string): Promise<void> => {
  const dialog = window.locator('.print-dialog')
  await answerSaveDialog(app, path)
  await dialog.getByRole('button', { name: '存为 PDF' }).click()
  await window.getByText(`已存为 ${path}`).waitFor()
}

describe.skipIf(NO_WINDOW)('打印', () => {
  test('shows the four lists page for page, with every text of their Excel; the filter, the paper and an open 问题档案 are followed', async () => {
    const folder = tempFolder()
    const program = await launchProgram()
    const { window, app } = program
    await createFromSample(program)
    const dialog = window.locator('.print-dialog')

    await window.keyboard.press('Control+p')
    const started = performance.now()
    await dialog.locator('.pdf-page[data-page="1"] canvas').waitFor()
    process.stdout.write(`four lists laid out in ${Math.round(performance.now() - started)} ms\n`)
    await window.waitForTimeout(300)
    await program.screenshot('print-preview')
    const pdf = join(folder, '四张清单.pdf')
    await savePdf(program, pdf)
    await becomes(() => dialog.locator('.pdf-tools').innerText(), new RegExp(`第 1 页 共 ${pagesOf(pdf)} 页`))
    const all = pagesOf(pdf)
    expect(all).toBeGreaterThan(8)
    expect(all).toBeLessThan(80)
    const printed = textOf(pdf)
    expect(printed).toContain(`第1页共${all}页`)

    // No printer here, which is said.
    const printers = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getPrintersAsync())
    if (printers?.length === 0) {
      await dialog.locator('.ant-modal-footer').getByText('打印', { exact: true }).click()
      await window.getByText('没有找到打印机').waitFor()
    }
    await dialog.getByText('纵向', { exact: true }).click()
    await dialog.locator('.pdf-page[data-page="1"] canvas').waitFor()
    await expect
      .poll(async () => {
        const box = await dialog.locator('.pdf-page[data-page="1"]').boundingBox()
        return box !== null && box.height > box.width
      })
      .toBe(true)
    await dialog.getByText('横向', { exact: true }).click()
    await window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

    // The same words as the Excel.
    const xlsx = join(folder, '四张清单.xlsx')
    await answerSaveDialog(app, xlsx)
    await window.getByRole('button', { name: '导出' }).click()
    await window.getByText('四张清单（Excel）').click()
    await window.getByText(xlsx).waitFor()
    const book = XLSX.read(readFileSync(xlsx))
    const cells = ['问题清单', '任务清单', '时间清单', '责任清单'].flatMap((name) =>
      // The hidden column, by which a filled-in list comes home, is the last and is not printed.
      XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' }).flatMap((row) => row.slice(0, -1)),
    )
    const texts = cells.map((cell) => String(cell ?? '').replace(/\s/g, '')).filter((cell) => cell !== '')
    expect(texts.length).toBeGreaterThan(300)
    // A cell may go on behind a page's end: its first words count.
    expect(texts.filter((text) => !printed.includes(text.slice(0, 8)))).toEqual([])
    await window.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()

    // With a filter, what the list shows is what is printed, unless all is asked for.
    await window.keyboard.press('Control+f')
    await window.keyboard.type('消毒设备')
    await window.getByText(/显示 1 个/).waitFor()
    await window.keyboard.press('Control+p')
    await dialog.getByText('清单中显示的 1 个问题').waitFor()
    await dialog.locator('.pdf-page[data-page="1"] canvas').waitFor()
    const one = join(folder, '筛选.pdf')
    await savePdf(program, one)
    expect(pagesOf(one)).toBe(1)
    expect(textOf(one)).toContain('农村小水厂日常管理缺位')
    expect(textOf(one)).not.toContain('供水管网老化失修')
    await dialog.getByRole('button', { name: '关闭' }).last().click()

    // 问题档案 beside the list is what is printed when it is open.
    await statusCell(program, 1).click()
    await window.keyboard.press('Control+Enter')
    await window.locator('.problem-drawer .problem-file').waitFor()
    await window.keyboard.press('Control+p')
    await dialog.locator('.pdf-page[data-page="1"] canvas').waitFor()
    await window.waitForTimeout(300)
    await program.screenshot('print-problem')
    const file = join(folder, '问题档案.pdf')
    await savePdf(program, file)
    expect(textOf(file)).toContain('整改档案（序号1）')
    expect(textOf(file)).toContain('农村小水厂日常管理缺位')
    expect(textOf(file)).not.toContain('添加文件')
    await program.close()
  })
})
