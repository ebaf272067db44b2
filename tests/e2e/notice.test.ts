import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerSaveDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { becomes, createFromSample, enterRoom } from '../support/window-acts.ts'

const openWorkbench = async (): Promise<RunningProgram> => {
  const program = await launchProgram()
  await createFromSample(program)
  await enterRoom(program, '通报')
  await program.window.locator('.sheet .ProseMirror').waitFor()
  // The first pages are counted: everything beside the text is there.
  await program.window.getByText(/共 \d+ 页/).waitFor()
  return program
}

const field = ({ window }: RunningProgram, words: string) => window.locator('.sheet-field', { hasText: words }).first()

const saved = async ({ window }: RunningProgram): Promise<void> => {
  await window.waitForTimeout(1_000)
  await window.locator('[data-saving=false]').waitFor()
}

const more = async ({ window }: RunningProgram, name: string): Promise<void> => {
  await window.locator('.workbench .toolbar').getByRole('button', { name: '更多' }).click()
  await window
    .locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item')
    .filter({ hasText: name })
    .first()
    .click()
}

const closeDialog = async ({ window }: RunningProgram): Promise<void> => {
  await window.locator('.ant-modal-footer').last().getByRole('button', { name: '关闭' }).click()
  await window.locator('.ant-modal').last().waitFor({ state: 'hidden' })
}

describe.skipIf(NO_WINDOW)('通报工作台', () => {
  test('what is typed into the notice is in the ledger, with an input method too, and is taken back step by step', async () => {
    const program = await openWorkbench()
    const { window } = program
    await program.screenshot('notice-workbench')
    const opening = field(program, '按照党务公开的要求')
    await opening.click()
    await window.keyboard.press('Home')
    const cdp = await window.context().newCDPSession(window)
    for (const text of ['j', 'jing', 'jingyanjiu']) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await window.waitForTimeout(60)
    }
    await cdp.send('Input.insertText', { text: '经研究，' })
    await becomes(() => opening.innerText(), /^经研究，按照党务公开/)
    await saved(program)

    // A paragraph more, and back again.
    await window.keyboard.press('Enter')
    await saved(program)
    await becomes(() => field(program, '经研究').innerText(), /^经研究，$/)
    await window.keyboard.press('Backspace')
    await saved(program)
    await becomes(() => field(program, '经研究').innerText(), /^经研究，按照党务公开/)

    // A statement is the problem's own: the lists say what was typed here.
    const statement = field(program, '农村小水厂日常管理缺位')
    await statement.click()
    await window.keyboard.press('Home')
    await window.keyboard.type('部分')
    await window.keyboard.press('Enter')
    await saved(program)
    await enterRoom(program, '四张清单')
    await window.getByText('部分农村小水厂日常管理缺位').first().waitFor()
    await enterRoom(program, '通报')
    await field(program, '部分农村小水厂').waitFor()

    await field(program, '部分农村小水厂').click()
    await window.keyboard.press('Control+z')
    await becomes(async () => String(await window.locator('.sheet-field', { hasText: '部分农村小水厂' }).count()), /^0$/)
    await window.keyboard.press('Control+y')
    await field(program, '部分农村小水厂').waitFor()

    // What is selected over several records is told, and nothing is lost.
    const before = await window.locator('.sheet').innerText()
    await field(program, '部分农村小水厂').click()
    await window.keyboard.press('Control+a')
    await window.keyboard.press('Control+a')
    await window.keyboard.press('Delete')
    await window.getByText('所选文字分属几处').waitFor()
    expect(await window.locator('.sheet').innerText()).toBe(before)
    await program.close()
  })

  test('figures follow the ledger, a typed number is compared with it, and words kept from the public leave its edition', async () => {
    const program = await openWorkbench()
    const { window } = program
    const folder = tempFolder()
    // A number typed wrong is said, and mended with one click.
    const opening = field(program, '共指出3类9个方面')
    await opening.click()
    await window.keyboard.press('Control+a')
    await window.keyboard.press('ArrowRight')
    for (let i = 0; i < 4; i += 1) await window.keyboard.press('ArrowLeft')
    await window.keyboard.press('Backspace')
    await window.keyboard.type('5')
    await becomes(() => opening.innerText(), /35个问题/)
    const differs = window.locator('.checks li[data-severity=error]', { hasText: '写作 35，台账是 36' })
    await differs.waitFor()
    await program.screenshot('notice-typed-number')
    await differs.getByRole('button', { name: '改为随台账更新' }).click()
    await differs.waitFor({ state: 'detached' })
    await becomes(() => opening.locator('.figure-chip').innerText(), /^36$/)

    // 拟不公开, with its table, its edition and the difference.
    await saved(program)
    await field(program, '县水利局完成31座').click()
    await becomes(() => window.locator('.here-card h3').innerText(), /进展情况/)
    await window.getByRole('button', { name: '拟不公开', exact: true }).click()
    await window.getByLabel('不公开理由').fill('涉及未办结线索')
    await window.locator('.ant-modal').getByRole('button', { name: '拟不公开' }).click()
    await window.locator('.sheet-withheld', { hasText: '县水利局完成31座' }).first().waitFor()
    await more(program, '拟不公开事项表')
    await window.locator('.withheld-table td', { hasText: '涉及未办结线索' }).waitFor()
    await closeDialog(program)
    await more(program, '对照')
    await window.locator('.compare-text del', { hasText: '县水利局完成31座' }).waitFor()
    await program.screenshot('notice-compare')
    await closeDialog(program)

    const words = join(folder, '通报.docx')
    await answerSaveDialog(program.app, words)
    await window.getByRole('button', { name: '导出 Word' }).click()
    await window.getByText(words).waitFor()
    await window.locator('.ant-modal-footer').getByText('关闭').click()
    const xml = execFileSync('unzip', ['-p', words, 'word/document.xml'], { encoding: 'utf8' })
    expect(xml).toContain('36')
    expect(xml).not.toContain('县水利局完成31座')
    await window.locator('.ant-segmented-item', { hasText: '上报版' }).click()
    const report = join(folder, '上报版.docx')
    await answerSaveDialog(program.app, report)
    await window.getByRole('button', { name: '导出 Word' }).click()
    await window.getByText(report).waitFor()
    expect(execFileSync('unzip', ['-p', report, 'word/document.xml'], { encoding: 'utf8' })).toContain('县水利局完成31座')
    await program.close()
  })

  test('drafts are frozen and compared, templates are copied and changed, another notice is made and removed', async () => {
    const program = await openWorkbench()
    const { window } = program
    await more(program, '稿次')
    await window.getByRole('button', { name: '冻结一稿' }).click()
    await window.locator('.drafts li', { hasText: '第1稿' }).waitFor()
    await closeDialog(program)
    await field(program, '按照党务公开的要求').click()
    await window.keyboard.press('Home')
    await window.keyboard.type('（送审）')
    await saved(program)
    await more(program, '稿次')
    await window.locator('.drafts li').getByRole('button', { name: '对照' }).click()
    await window.locator('.compare-text ins', { hasText: '（送审）' }).waitFor()
    await closeDialog(program)

    await more(program, '模板')
    await window.getByRole('button', { name: '复制一份来改' }).click()
    await window.locator('.coded-rows').first().waitFor()
    await window.locator('.coded-rows', { hasText: '各部分及次序' }).getByLabel('标题').nth(2).fill('问题整改落实情况')
    await window.keyboard.press('Enter')
    await saved(program)
    await program.screenshot('notice-template')
    await window.getByRole('button', { name: '套用到这份通报' }).click()
    await closeDialog(program)
    await window.locator('.notice-heading', { hasText: '问题整改落实情况' }).waitFor()

    await window.getByRole('button', { name: '新建通报' }).click()
    await window.locator('.ant-modal .ant-select').first().click()
    await window.locator('.ant-select-item-option', { hasText: '上报版' }).first().click()
    await window.locator('.ant-modal-footer .ant-btn-primary').click()
    await window.locator('.sheet-title', { hasText: '进展情况的报告' }).waitFor()
    expect(await window.locator('.sheet .figure-chip').count()).toBeGreaterThan(3)
    // What the registers say is told to be theirs, and can be taken over.
    await window.locator('.sheet-fixed', { hasText: '个问题中' }).first().click()
    await window.getByRole('button', { name: '改为自己写' }).click()
    await window.locator('.sheet-field .figure-chip').first().waitFor()
    // Paragraphs and headings of one's own, and words under a heading of the outline.
    await window.getByRole('button', { name: '后面加标题' }).click()
    await field(program, '〔待填〕').waitFor()
    await window.locator('.notice-heading', { hasText: '〔待填〕' }).click()
    await window.keyboard.press('Control+a')
    await window.keyboard.type('存在的不足')
    await saved(program)
    await window.locator('.notice-heading', { hasText: '存在的不足' }).waitFor()
    await window.getByRole('button', { name: '删去这段' }).click()
    await window.locator('.notice-heading', { hasText: '存在的不足' }).waitFor({ state: 'detached' })
    await program.screenshot('notice-report')
    await more(program, '删除这份通报')
    await window.locator('.sheet-title', { hasText: '通报' }).waitFor()
    await program.close()
  })

  test('is read from end to end: headings, the find bar and the scroll bar lead through all of it, and the caret comes back', async () => {
    const program = await openWorkbench()
    const { window } = program
    const headings = window.locator('.notice-heading')
    const last = headings.last()
    const name = await last.innerText()
    await last.click()
    await window
      .locator('.sheet-heading, .sheet-run-in', { hasText: name.slice(0, 12) })
      .first()
      .waitFor()
    await window.keyboard.press('Control+f')
    await window.keyboard.type('9座水厂消毒设备')
    await window.keyboard.press('Enter')
    await window.locator('.sheet-found-now').waitFor()
    await program.screenshot('notice-find')
    await window.keyboard.press('Escape')
    const result = field(program, '9座水厂消毒设备')
    await result.click()
    await window.keyboard.press('Home')
    await window.evaluate(() => document.querySelector('.sheet-pane')?.scrollTo({ top: 1e7 }))
    await window.locator('.sheet-signature').waitFor()
    await becomes(async () => String(await result.count()), /^0$/)
    await window.keyboard.type('经核实，')
    await becomes(() => result.innerText(), /^经核实，9座水厂/)
    await saved(program)
    await program.close()
  })
})
