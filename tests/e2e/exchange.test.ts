import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { answerOpenDialog, answerSaveDialog, launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { createFromSample, enterRoom, listCell, showList } from '../support/window-acts.ts'

/** Two programs on two data folders, and a stick between them. */
describe.skipIf(NO_WINDOW)('收发 between real windows', () => {
  let office: RunningProgram
  let other: RunningProgram
  const stick = mkdtempSync(join(tmpdir(), 'zhenggai-'))

  beforeAll(async () => {
    office = await launchProgram()
    other = await launchProgram()
    for (const { window } of [office, other]) await window.setViewportSize({ width: 1366, height: 768 })
    await registers(office, '王科', '县委整改办', 'PC-1')
    await registers(other, '李立', '县水利局', 'PC-2')
    await createFromSample(office)
  })
  afterAll(async () => {
    await office?.close()
    await other?.close()
    rmSync(stick, { recursive: true, force: true })
  })

  const registers = async ({ window }: RunningProgram, clerk: string, unit: string, pc: string) => {
    await window.getByLabel('姓名').fill(clerk)
    await window.getByLabel('单位', { exact: true }).fill(unit)
    await window.getByLabel('电脑名').fill(pc)
    await window.getByRole('button', { name: '保存', exact: true }).click()
    await window.locator('[data-saving=false]').waitFor()
  }
  const dialog = ({ window }: RunningProgram): Locator => window.locator('.ant-modal').last()
  const onStick = (part: string, folder = stick): string => {
    const found = readdirSync(folder).filter((name) => name.startsWith(part))
    if (found.length !== 1) throw new Error(`one file of ${part} stands on the stick: ${found.join()}`)
    return join(folder, found[0] ?? '')
  }
  const handOut = async (
    program: RunningProgram,
    button: string,
    folder: string,
    choose = async (): Promise<void> => undefined,
  ) => {
    const { window } = program
    await enterRoom(program, '收发')
    await window.getByRole('button', { name: new RegExp(`${button}$`) }).click()
    await choose()
    await answerOpenDialog(program.app, folder)
    await window.getByRole('button', { name: '选择文件夹…' }).click()
    await dialog(program).locator('.path').first().waitFor()
    await dialog(program).getByRole('button', { name: '写入', exact: true }).click()
    await window.getByText('可以拔出').waitFor()
  }
  const finish = async (program: RunningProgram) => {
    await dialog(program).locator('.ant-modal-footer').getByRole('button').last().click()
    await program.window.locator('.ant-modal').waitFor({ state: 'detached' })
  }
  const receive = async (program: RunningProgram, path: string) => {
    await enterRoom(program, '收发')
    await program.window.getByRole('button', { name: '接收文件' }).click()
    await answerOpenDialog(program.app, path)
    await program.window.getByRole('button', { name: '选择文件', exact: true }).click()
  }
  const writeCell = async (program: RunningProgram, place: number, column: string, words: string) => {
    await enterRoom(program, '四张清单')
    await showList(program, '任务清单')
    const cell = listCell(program, place, column)
    await cell.dblclick()
    await program.window.keyboard.press('Control+A')
    await program.window.keyboard.insertText(words)
    await program.window.keyboard.press('Control+Enter')
    await cell.getByText(words).waitFor()
    await program.window.locator('[data-saving=false]').waitFor()
  }
  const cellText = async (program: RunningProgram, place: number, column: string): Promise<string> => {
    await enterRoom(program, '四张清单')
    await showList(program, '任务清单')
    return (await listCell(program, place, column).innerText()).trim()
  }

  test('a unit is handed its part, works on it and answers; the office sees what changes, settles what both wrote, and both agree', async () => {
    // 分发.
    await handOut(office, '分发任务', stick, async () => {
      await office.window
        .locator('.hand-out-units')
        .getByText(/^县水利局（/)
        .click()
      await office.screenshot('收发-分发')
    })
    await office.screenshot('收发-分发-写好')
    await finish(office)
    await office.window
      .locator('[data-part=units] tr', { hasText: '县水利局' })
      .getByText(/^2\d{3}-/)
      .first()
      .waitFor()

    // The unit opens it, and signs for it.
    await answerOpenDialog(other.app, onStick('分发_'))
    await other.window.getByRole('button', { name: '打开台账文件' }).first().click()
    await other.window.getByText('已打开“').waitFor()
    await other.screenshot('收发-打开分发')
    await answerOpenDialog(other.app, stick)
    await other.window.getByRole('button', { name: /保存签收回执/ }).click()
    await other.window.getByText('签收回执已存到').waitFor()
    const paper = join(stick, '回执.pdf')
    await answerSaveDialog(other.app, paper)
    await other.window.getByRole('button', { name: '签收回执存为 PDF' }).click()
    await other.window.getByText(paper).waitFor()
    expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-')
    copyFileSync(paper, join(import.meta.dirname, '../../out/screenshots/回执.pdf'))
    rmSync(paper)
    await finish(other)

    // Both write the target of the first problem; the unit writes another field as well.
    await writeCell(other, 0, 'target', '年底前供水覆盖所有行政村')
    await writeCell(other, 1, 'target', '水利项目全部公开招标')
    await writeCell(office, 0, 'target', '明年六月前供水覆盖所有行政村')
    await enterRoom(other, '收发')
    await other.window.getByText('只有您改过的内容会交回去').waitFor()
    await handOut(other, '上报进展', stick)
    await finish(other)
    expect(await other.window.locator('[data-part=transfers] tbody tr', { hasText: '上报进展' }).innerText()).toContain(
      '县委整改办',
    )

    // The office takes in the 回执 and the answer.
    await receive(office, onStick('回执_'))
    await office.window.getByText('已登记：已签收').waitFor()
    await finish(office)
    await receive(office, onStick('上报_'))
    await office.window.locator('.plan-list').waitFor()
    expect(await office.window.locator('.plan-document').count()).toBe(2)
    expect(await office.window.locator('.plan-conflict').count()).toBe(1)
    await office.screenshot('收发-计划')
    expect(await axeFindings(office)).toEqual([])
    await dialog(office)
      .getByRole('button', { name: /^合并（/ })
      .click()
    await office.window.getByText('还有 1 处冲突').waitFor()
    await office.screenshot('收发-合并好')
    await office.window.getByRole('button', { name: '去处理冲突' }).click()
    await office.window.locator('.conflict').waitFor()
    await office.screenshot('收发-冲突')
    expect(await axeFindings(office)).toEqual([])
    expect(await office.window.locator('.side-nav-count').innerText()).toBe('1')

    // Unsettled, it stands in the way of the final notice.
    await enterRoom(office, '通报')
    await office.window.locator('.top-bar').getByRole('button', { name: '导出' }).click()
    await office.window.getByText('通报（Word）').click()
    await office.window.getByText('还有 1 处冲突没有处理，不能导出正式通报').waitFor()
    await office.window.getByRole('button', { name: '去处理冲突' }).click()
    await office.window.locator('.conflict').getByRole('button', { name: '自己写…' }).click()
    await office.window.getByLabel('合并后的内容').fill('年底前供水覆盖所有行政村，明年六月前验收')
    await office.window.getByRole('button', { name: '用合并后的内容' }).click()
    await office.window.getByText('没有冲突').waitFor()
    expect(await cellText(office, 0, 'target')).toBe('年底前供水覆盖所有行政村，明年六月前验收')

    // The same file again changes nothing and says so.
    await receive(office, onStick('上报_'))
    await office.window.getByText('没有新内容').waitFor()
    await dialog(office).getByRole('button', { name: '记为已收到' }).click()
    await office.window.getByText('已登记收到').waitFor()
    await finish(office)
    await office.screenshot('收发')
  })

  test('two clerks of one office merge whole ledgers both ways, under a passphrase; what is turned down goes back with its reason', async () => {
    const [first, back, forth] = ['甲', '乙', '丙'].map((name) => {
      const folder = join(stick, name)
      mkdirSync(folder)
      return folder
    }) as [string, string, string]
    const second = await launchProgram()
    try {
      await second.window.setViewportSize({ width: 1366, height: 768 })
      await registers(second, '赵敏', '县委整改办', 'PC-3')
      await handOut(office, '发出全量台账', first, async () => {
        await office.window.getByText('用口令加密封装').click()
        await office.window.getByLabel('口令', { exact: true }).fill('青梧整改2026')
        await office.window.getByLabel('再输一遍').fill('青梧整改2026')
        await office.screenshot('收发-口令')
      })
      await finish(office)
      await answerOpenDialog(second.app, onStick('全量_', first))
      await second.window.getByRole('button', { name: '打开台账文件' }).first().click()
      await second.window.getByLabel('口令').fill('不是这个口令')
      await second.window.getByRole('button', { name: '用这个口令解开' }).click()
      await second.window.getByText('口令不对').first().waitFor()
      await second.screenshot('收发-口令不对')
      await second.window.getByLabel('口令').fill('青梧整改2026')
      await second.window.getByRole('button', { name: '用这个口令解开' }).click()
      await second.window.getByRole('button', { name: '打开为新台账' }).click()
      await second.window.getByText('已打开“').waitFor()
      await finish(second)

      await writeCell(second, 2, 'target', '第二位经办人写的目标')
      await writeCell(second, 3, 'target', '不会被采用的目标')
      const before = await cellText(office, 3, 'target')
      await handOut(second, '发出全量台账', back)
      await finish(second)
      await receive(office, onStick('全量_', back))
      await office.window.locator('.plan-list').waitFor()
      await office.window.locator('.plan-document', { hasText: '不会被采用的目标' }).locator('.plan-change input').uncheck()
      await dialog(office)
        .getByRole('button', { name: /^合并（/ })
        .click()
      await office.window.getByText('请写明不采用的理由').waitFor()
      await office.window.getByLabel(/^不采用的理由/).fill('与反馈意见不符')
      await office.screenshot('收发-不采用')
      await dialog(office)
        .getByRole('button', { name: /^合并（/ })
        .click()
      await office.window.getByText('没有采用').waitFor()
      await finish(office)
      expect(await cellText(office, 2, 'target')).toBe('第二位经办人写的目标')
      expect(await cellText(office, 3, 'target')).toBe(before)

      await handOut(office, '发出全量台账', forth)
      await finish(office)
      await receive(second, onStick('全量_', forth))
      await second.window.locator('.plan-list').waitFor()
      await dialog(second)
        .getByRole('button', { name: /^合并（/ })
        .click()
      await second.window.getByText('已合并 ').waitFor()
      await finish(second)
      for (const place of [0, 1, 2, 3])
        expect(await cellText(second, place, 'target')).toBe(await cellText(office, place, 'target'))
    } finally {
      await second.close()
    }
  })

  test('a ledger typed apart from the same feedback is related: pairs are confirmed, what differs stands side by side', async () => {
    const folder = join(stick, '另录')
    mkdirSync(folder)
    const apart = await launchProgram()
    try {
      await apart.window.setViewportSize({ width: 1366, height: 768 })
      await registers(apart, '孙立', '县纪委监委', 'PC-4')
      await createFromSample(apart)
      await writeCell(apart, 4, 'target', '另一处录的目标')
      await handOut(apart, '发出全量台账', folder)
      await finish(apart)
    } finally {
      await apart.close()
    }
    await receive(office, onStick('全量_', folder))
    await office.window.getByText('本机没有这本台账').waitFor()
    await office.window.locator('.receive-relate').click()
    await office.window.locator('.ant-select-item-option').first().click()
    await office.window.locator('.pairs').waitFor()
    expect(await office.window.locator('.pairs').getByText('相同').count()).toBe(36)
    await office.screenshot('收发-关联')
    expect(await axeFindings(office)).toEqual([])
    await office.window.getByRole('button', { name: '看看会改什么' }).click()
    await office.window.locator('.plan-list').waitFor()
    await office.screenshot('收发-关联-计划')
    await office.window.locator('.plan-document', { hasText: '另一处录的目标' }).waitFor()
    await dialog(office)
      .getByRole('button', { name: /^合并（/ })
      .click()
    await office.window.getByText('已合并 ').waitFor()
    await finish(office)
    await office.window.locator('[data-part=transfers]').getByText('关联台账').waitFor()
  })

  test('every ledger of a PC is backed up onto a stick, and comes back on a new one', async () => {
    const folder = join(stick, '备份')
    mkdirSync(folder)
    await office.window.getByRole('button', { name: '台账首页' }).click()
    await office.window.getByRole('button', { name: /备份$/ }).click()
    await answerOpenDialog(office.app, folder)
    await office.window.getByRole('button', { name: '选择文件夹…' }).click()
    await dialog(office).locator('.path').first().waitFor()
    await office.screenshot('收发-备份')
    await dialog(office).getByRole('button', { name: '写入', exact: true }).click()
    await office.window.getByText('可以拔出').waitFor()
    // The same again: what stands there is asked about, never replaced in silence.
    await finish(office)
    await office.window.getByRole('button', { name: /备份$/ }).click()
    await office.window.getByRole('button', { name: '选择文件夹…' }).click()
    await dialog(office).locator('.path').first().waitFor()
    await dialog(office).getByRole('button', { name: '写入', exact: true }).click()
    await office.window.locator('.ant-modal-confirm-title', { hasText: '那里已经有' }).waitFor()
    await office.window.getByRole('button', { name: '跳过' }).click()
    await office.window.getByText('跳过 1 个').waitFor()
    await finish(office)
    await office.window.locator('.ledger-open').first().click()
    const target = await cellText(office, 2, 'target')
    const fresh = await launchProgram()
    try {
      await fresh.window.setViewportSize({ width: 1366, height: 768 })
      await registers(fresh, '王科', '县委整改办', 'PC-9')
      await answerOpenDialog(fresh.app, onStick('备份_', folder))
      await fresh.window.getByRole('button', { name: '打开台账文件' }).first().click()
      await fresh.window.locator('.side-nav').waitFor()
      expect(await cellText(fresh, 2, 'target')).toBe(target)
    } finally {
      await fresh.close()
    }
  })

  test('a file that is cut, changed, foreign or gone is refused with a sentence of its own, and nothing is changed', async () => {
    const bad = join(stick, '坏')
    mkdirSync(bad)
    const whole = readFileSync(onStick('上报_'))
    const write = (name: string, bytes: Uint8Array): void => writeFileSync(join(bad, name), bytes)
    write('1截断.zgtz', whole.subarray(0, whole.length - 300))
    write('2改过.zgtz', Buffer.concat([whole.subarray(0, 200), Buffer.from([whole[200] === 1 ? 2 : 1]), whole.subarray(201)]))
    write('3空.zgtz', new Uint8Array())
    write('4别的.zgtz', Buffer.from('这不是台账文件，只是改了名字'))
    await enterRoom(office, '收发')
    await office.window.getByRole('button', { name: '接收文件' }).click()
    await answerOpenDialog(office.app, bad)
    await office.window.getByRole('button', { name: '选择文件夹', exact: true }).click()
    await office.window.locator('.receive-files').waitFor()
    const lines = await office.window.locator('.receive-files li').allInnerTexts()
    await office.screenshot('收发-坏文件')
    expect(lines.map((line) => line.split('\n')[1])).toEqual([
      expect.stringMatching(/不完整|已损坏/),
      expect.stringMatching(/已损坏|不完整/),
      '文件是空的',
      '这不是整改台账的文件（.zgtz）',
    ])
    await finish(office)
  })
})
