import { describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { becomes, createFromSample, enterRoom } from '../support/window-acts.ts'

describe.skipIf(NO_WINDOW)('通报工作台', () => {
  test('shows the notice on its sheet, and what is typed is in the ledger', async () => {
    const program = await launchProgram()
    const { window } = program
    await createFromSample(program)
    await enterRoom(program, '通报')
    await window.locator('.sheet .ProseMirror').waitFor()
    await window.waitForTimeout(1500)
    await program.screenshot('notice-workbench')
    const account = window.locator('.sheet-field').filter({ hasText: '一是' }).first()
    await account.click()
    await window.keyboard.press('Home')
    await window.keyboard.type('经县委研究，')
    await becomes(() => account.innerText(), /经县委研究，/)
    await window.locator('[data-saving=false]').waitFor()
    await window.waitForTimeout(1500)
    await program.screenshot('notice-typed')
    expect(await account.innerText()).toContain('经县委研究，')
    await program.close()
  })
})
