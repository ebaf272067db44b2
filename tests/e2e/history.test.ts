import { describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { chooseStatus, createFromSample, openFirstLedger, statusCell, storedStatuses } from '../support/window-acts.ts'

describe.skipIf(NO_WINDOW)('after the program was closed and opened again', () => {
  test('Ctrl+Z takes the last act back, a deleted problem comes back from 回收站, and 修改记录 tells of it', async () => {
    const first = await launchProgram()
    await createFromSample(first)
    const start = await storedStatuses(first)
    await chooseStatus(first, 1, '已销号')
    await first.close()

    const second = await launchProgram({ userData: first.userData })
    await openFirstLedger(second)
    await statusCell(second, 1).click()
    await second.window.keyboard.press('Control+z')
    await second.window.getByText('已撤销：修改状态').waitFor()
    expect(await storedStatuses(second)).toEqual(start)
    await second.window.getByRole('button', { name: '删除问题' }).click()
    await expect.poll(async () => Object.keys(await storedStatuses(second)).length).toBe(Object.keys(start).length - 1)
    await second.kill9()

    const third = await launchProgram({ userData: first.userData })
    await openFirstLedger(third)
    await third.window.getByRole('button', { name: '回收站' }).click()
    const trash = third.window.getByRole('dialog', { name: '回收站' })
    await trash.locator('.trash-title').waitFor()
    await third.screenshot('trash')
    await trash.getByRole('button', { name: '恢复' }).click()
    await trash.getByText('回收站是空的').waitFor()
    expect(await storedStatuses(third)).toEqual(start)
    await trash.getByRole('button', { name: '关闭' }).last().click()

    await statusCell(third, 1).click()
    await third.window.keyboard.press('Control+Enter')
    await third.window.locator('.change-record').getByText('修改记录').click()
    const undone = third.window.locator('[data-change="撤销：修改状态"]')
    await undone.waitFor()
    expect(await undone.innerText()).toMatch(/状态：\s*已销号 →/)
    expect(await third.window.locator('[data-change="恢复问题"]').count()).toBe(1)
    await undone.scrollIntoViewIfNeeded()
    // The picture is of the section at rest, not while it unfolds.
    await third.window.waitForTimeout(600)
    await undone.scrollIntoViewIfNeeded()
    await third.screenshot('change-record')
    await third.close()
  })
})
