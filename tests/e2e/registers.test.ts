import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, createFromSample, enterRoom, listCell, showList } from '../support/window-acts.ts'

/** 登记簿 and 单位领导: what the office counts, and whom it names. */
describe.skipIf(NO_WINDOW)('登记簿 and 单位领导 in the real window', () => {
  let program: RunningProgram
  let window: Page

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await window.setViewportSize({ width: 1366, height: 768 })
    await window.getByText('以后再说').click()
    await createFromSample(program)
  })
  afterAll(async () => {
    await program?.close()
  })

  const open = async (name: string) => {
    await window.locator('.side-list-item', { hasText: name }).first().click()
    await window.locator(`.entries[aria-label="${name}"]`).waitFor()
  }
  const saved = () => window.locator('[data-saving=false]').waitFor()
  const cell = (row: number, column: string): Locator => window.locator('.list-group').nth(row).locator(`[data-column=${column}]`)
  const count = (): Promise<string> => window.locator('[data-counted]').innerText()
  const formula = (figure: string): Promise<string> => window.locator(`[data-sum="${figure}"] .sum-formula`).first().innerText()
  /** Types into the cell the keys are at, as a person does, and goes on to the right. */
  const type = async (text: string) => {
    await window.keyboard.type(text)
    await window.keyboard.press('Tab')
    await saved()
  }
  const paste = (text: string) =>
    window.locator('.keeper').evaluate((field, plain) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)

  test('lines of 问责处理 are added and typed, and the totals add up with them', async () => {
    await enterRoom(program, '登记簿')
    await open('问责处理')
    expect(await formula('accountability.party.total.persons')).toBe('12 = 7 + 3 + 1 + 1')
    await program.screenshot('register-accountability')
    await window.getByRole('button', { name: '添加一行' }).click()
    await becomes(count, '共 15 行')
    await cell(14, 'measure').click()
    await type('留党察看')
    await type('2')
    await becomes(() => formula('accountability.party.total.persons'), '14 = 7 + 3 + 1 + 1 + 2')
    expect(await formula('accountability.all.total.persons')).toBe('31 = 14 + 7 + 9 + 1')
  })

  test('rows of a spreadsheet become lines as one act, which 撤销 takes back', async () => {
    await cell(14, 'measure').click()
    const rows = ['诫勉\t1', '约谈\t2', '通报批评\t3', '提醒谈话\t4', '批评教育\t5', '责令检查\t6']
    await paste(rows.join('\r\n'))
    await becomes(count, '共 20 行')
    await window.keyboard.press('Control+z')
    await becomes(count, '共 15 行')
    await becomes(() => cell(14, 'measure').innerText(), '留党察看')
  })

  test('lines stand in groups with what each comes to, and a total shows the lines it counts', async () => {
    await window.getByLabel('分组').click()
    await window.locator('.ant-select-item-option').getByText('分组：类别').click()
    await window.locator('.list-heading', { hasText: '党纪处分' }).getByText('问责处理合计 14 人').waitFor()
    await program.screenshot('register-groups')
    await window.locator('[data-sum="accountability.discipline.total.persons"] .sum-figure').first().click()
    await becomes(count, '共 15 行，显示 9 行')
    await window.locator('[data-only] .ant-tag-close-icon').click()
    await becomes(count, '共 15 行')
  })

  test('a meeting is typed from an empty register, and belongs to no problem', async () => {
    await open('会议')
    await window.getByText('还没有会议').waitFor()
    await program.screenshot('register-empty')
    await window.locator('.entries').getByRole('button', { name: '从 Excel 粘贴' }).click()
    await window
      .getByLabel('粘贴的内容')
      .fill('日期\t议题\t会议类别\n2024/3/5\t研究整改方案\t常委会\n2024年4月1日\t听取汇报\t专题会')
    await window.getByRole('button', { name: '添加 2 行' }).click()
    await becomes(count, '共 2 行')
    await becomes(() => cell(0, 'on').innerText(), '2024-03-05')
    expect(await formula('meetings.total')).toBe('2 = 1 + 1')
    await program.screenshot('register-meetings')
  })

  test('a 督办通知单 takes its number, is printed under it, and belongs to a problem', async () => {
    await open('督办文书')
    await window.getByRole('button', { name: '拟发文书' }).first().click()
    const form = window.getByRole('dialog')
    await form.getByLabel('受文单位').fill('县水利局')
    await form.getByLabel('机关代字').fill('青整督')
    await form.getByLabel('督办事项').fill('请于月底前完成整改。')
    await becomes(() => form.locator('[data-number]').innerText(), /^青整督〔20\d\d〕1号/)
    await program.screenshot('register-issue')
    await form.getByRole('button', { name: /登\s*记/ }).click()
    await becomes(() => cell(0, 'printedNumber').innerText(), /^青整督〔20\d\d〕1号$/)
    expect(await cell(0, 'state').innerText()).toBe('待印发')
    await cell(0, 'unit').click()
    await window.getByRole('button', { name: 'printer 印发' }).click()
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /印\s*发/ })
      .click()
    await becomes(() => cell(0, 'state').innerText(), '未回复')
    await cell(0, 'problemId').click()
    await paste('2')
    await cell(0, 'problemId').getByRole('button', { name: '第 2 个问题' }).click()
    await window.locator('.problem-drawer').getByText('销号').first().waitFor()
    await program.screenshot('register-notices')
    await window.locator('.problem-drawer .ant-drawer-close').click()
  })

  test('every register is a table of its own, or says what belongs into it', async () => {
    for (const [name, screen] of [
      ['信访件和问题线索', 'leads'],
      ['制度', 'regulations'],
      ['资金', 'money'],
      ['其他成效', 'outcomes'],
      ['督查', 'supervisions'],
      ['文书号段', 'blocks'],
    ] as const) {
      await open(name)
      expect(await window.locator('.entries .list-group, .entries .empty-state').count()).toBeGreaterThan(0)
      await program.screenshot(`register-${screen}`)
    }
    await open('资金')
    await becomes(() => cell(0, 'amount').innerText(), /^\d+(?:\.\d+)?$/)
  })

  test('two units become one, and the names in the lists follow', async () => {
    await enterRoom(program, '四张清单')
    await showList(program, '责任清单')
    await becomes(() => listCell(program, 0, 'leadUnit').innerText(), '县水利局')
    await enterRoom(program, '单位领导')
    await open('单位库')
    await becomes(count, '共 15 行')
    await program.screenshot('directory-units')
    await window.getByRole('button', { name: '从 Excel 粘贴' }).click()
    await window.getByLabel('粘贴的内容').fill('县防汛抗旱局\n县财政局')
    await window.getByRole('button', { name: '添加 2 行' }).click()
    await window.getByText('有 1 个名称名录里已有').waitFor()
    await becomes(count, '共 16 行')
    await cell(0, 'name').click()
    await window.locator('.entries').getByRole('button', { name: '合并' }).click()
    const form = window.getByRole('dialog')
    await form.getByLabel('要合并的名称').fill('防汛')
    await window.locator('.ant-select-item-option', { hasText: '县防汛抗旱局' }).click()
    await form.locator('.ant-radio-wrapper', { hasText: '县防汛抗旱局' }).click()
    await becomes(() => form.locator('[data-preview]').innerText(), /^4 个问题里的 4 处将改写为“县防汛抗旱局”/)
    await program.screenshot('directory-join')
    await form.getByRole('button', { name: /合\s*并/ }).click()
    await becomes(count, '共 15 行')
    await enterRoom(program, '四张清单')
    await becomes(() => listCell(program, 0, 'leadUnit').innerText(), '县防汛抗旱局')
    await window.keyboard.press('Control+z')
    await becomes(() => listCell(program, 0, 'leadUnit').innerText(), '县水利局')
  })

  test('a name that no directory knows is listed, and taken up with one click', async () => {
    await listCell(program, 0, 'supportUnit').click()
    await window.keyboard.type('各乡镇')
    await window.keyboard.press('Enter')
    await saved()
    await enterRoom(program, '单位领导')
    await open('名录里没有的名称')
    await window.getByRole('cell', { name: '各乡镇' }).waitFor()
    await program.screenshot('directory-unknown')
    await window.getByRole('button', { name: '添加到名录' }).click()
    await window.getByText('责任清单里的名称都在名录里').waitFor()
    await window.getByRole('button', { name: '对应名录' }).click()
    await window.getByText('已对应名录。').waitFor()
    await open('可能重复')
    await program.screenshot('directory-near')
    await open('单位库')
    await window.locator('.use-link').first().click()
    await window.locator('[data-only]', { hasText: '“县水利局”负责的问题' }).waitFor()
  })
})
