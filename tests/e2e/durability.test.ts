import { describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { chooseStatus, createFromSample, openFirstLedger, statusCell, storedStatuses } from '../support/window-acts.ts'

describe.skipIf(NO_WINDOW)('what the window has called saved', () => {
  test('is still there after the power went, and after the program was closed', async () => {
    const first = await launchProgram()
    await createFromSample(first)
    expect(await first.window.evaluate(() => navigator.storage.persisted())).toBe(true)
    const before = await storedStatuses(first)
    await chooseStatus(first, 1, '已销号')
    await chooseStatus(first, 2, '基本完成')
    const saved = await storedStatuses(first)
    expect(saved).not.toEqual(before)
    await first.kill9()

    const second = await launchProgram({ userData: first.userData })
    expect(await storedStatuses(second)).toEqual(saved)
    await openFirstLedger(second)
    await statusCell(second, 1).getByText('已销号').waitFor()
    expect(await second.window.locator('.incident').count()).toBe(0)
    await chooseStatus(second, 3, '已销号')
    const last = await storedStatuses(second)
    await second.close()

    const third = await launchProgram({ userData: first.userData })
    expect(await storedStatuses(third)).toEqual(last)
    await third.close()
  })

  test('is brought back when the database goes away under a running window', async () => {
    const program = await launchProgram()
    await createFromSample(program)
    await chooseStatus(program, 1, '已销号')
    const saved = await storedStatuses(program)
    await program.app.evaluate(({ session }) =>
      session.defaultSession.clearStorageData({ origin: 'app://local', storages: ['indexdb'] }),
    )
    await program.window.getByText('需要重新打开数据库').waitFor()
    await program.window.getByRole('button', { name: '重新打开' }).click()
    await program.window.locator('.incident').waitFor()
    expect(await storedStatuses(program)).toEqual(saved)
    await program.close()
  })
})
