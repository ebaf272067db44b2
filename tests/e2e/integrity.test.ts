import { describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW } from '../support/electron-app.ts'
import { createFromSample, openFirstLedger } from '../support/window-acts.ts'

describe.skipIf(NO_WINDOW)('检查台账', () => {
  test('lists what contradicts itself in the open ledger, with what to do', async () => {
    const program = await launchProgram()
    await createFromSample(program)
    if ((await program.window.getByRole('grid').count()) === 0) await openFirstLedger(program)
    await program.window.getByRole('button', { name: '设置' }).click()
    await program.window.getByRole('tab', { name: '维护' }).click()
    await program.window.getByRole('button', { name: '检查台账' }).click()
    const finding = program.window.getByText('已完成的问题没有完成日期').first()
    await finding.waitFor()
    await program.screenshot('integrity')
    expect(await finding.innerText()).toContain('可补填')
    await program.close()
  })
})
