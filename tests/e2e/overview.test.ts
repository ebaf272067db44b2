import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import { figuresOf } from '../../shared/domain/figures/figures-of.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import { withoutOrphans } from '../../shared/merge/ledger-documents.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { day } from '../support/ports.ts'
import { becomes, chooseStatus, createFromSample, enterRoom, openFirstLedger, showList } from '../support/window-acts.ts'

const CUTOFF = day('2024-06-30')

/** The ledger as the database of the window has it, read past the program. */
const storedLedger = async (window: Page) => {
  const records = await window.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('zhenggai-ledger')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('records').objectStore('records').getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result.flatMap((document) => document.records))
          }
        }
      }),
  )
  return openLedger(withoutOrphans(byKind(records as TaggedRecord[])))
}

describe.skipIf(NO_WINDOW)('总览 in the real window', () => {
  let program: RunningProgram
  let window: Page

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await window.getByText('以后再说').click()
    await createFromSample(program)
    await enterRoom(program, '总览')
    await window.locator('.figure-cell').first().waitFor()
  })
  afterAll(async () => {
    await program?.close()
  })

  const card = (id: string) => window.locator(`.figure-cell[data-id="${id}"]`)
  const idle = () => window.locator('[data-computing=false]').waitFor({ state: 'attached' })
  const panel = (name: string) => window.getByRole('region', { name, exact: true })
  const setDate = async (date: PlainDate) => {
    const picker = window.locator('.overview .as-of input')
    await picker.click()
    await picker.fill(date)
    await picker.press('Enter')
    await idle()
  }

  test('the figures on the screen are those of the ledger at the date chosen', async () => {
    await setDate(CUTOFF)
    const figures = new Map(figuresOf(await storedLedger(window), CUTOFF).map((figure) => [figure.id, figure]))
    await becomes(() => card('problems.overdue').innerText(), String(figures.get('problems.overdue')?.value))
    for (const element of await window.locator('.figure-cell').all()) {
      const figure = figures.get((await element.getAttribute('data-id')) ?? '')
      expect(await element.locator('.figure-value').innerText()).toBe(`${figure?.value}${figure?.unit}`)
    }
    expect(await window.locator('.figure-cell').count()).toBe(9)
    await program.screenshot('总览')
  })

  test('a figure tells its 口径 and leads to exactly the rows it counts', async () => {
    await card('problems.done').locator('.figure-main').hover()
    await window.locator('.figure-card', { hasText: '状态为“已完成”“已销号”的问题' }).waitFor()
    await program.screenshot('总览-口径')
    const done = figuresOf(await storedLedger(window), CUTOFF).find(({ id }) => id === 'problems.done')
    await card('problems.done').locator('.figure-main').click()
    await becomes(() => window.locator('[data-counted]').innerText(), `显示 ${done?.value} 个`)
    await enterRoom(program, '总览')
    await idle()
  })

  test('a period is frozen and stays what it was when a status changes', async () => {
    await window.locator('.page-extra').getByRole('button', { name: '冻结本期' }).click()
    await window.getByRole('dialog').locator('input').first().fill('六月报送')
    await window.locator('[class*="ant-zoom"]').waitFor({ state: 'detached' })
    await program.screenshot('总览-冻结本期')
    await window.getByRole('dialog').getByRole('button', { name: '冻结本期' }).click()
    await panel('期报').getByText('六月报送').waitFor()
    const before = figuresOf(await storedLedger(window), CUTOFF).find(({ id }) => id === 'problems.done')?.value

    await enterRoom(program, '四张清单')
    await window.getByRole('button', { name: '清除筛选' }).click()
    await showList(program, '问题清单')
    await chooseStatus(program, 2, '已完成')
    await enterRoom(program, '总览')
    await idle()
    const row = panel('较上期').getByRole('row', { name: /^已完成问题数/ })
    await becomes(() => row.innerText(), new RegExp(`${before}\\s*个\\s+${Number(before) + 1}\\s*个\\s+\\+1`))
    await panel('较上期').scrollIntoViewIfNeeded()
    await program.screenshot('总览-较上期')
  })

  test('a period is opened with its figures, given another name, removed and brought back', async () => {
    const act = (name: string) => panel('期报').getByRole('button', { name }).click()
    await act('查看期报“六月报送”')
    await window.getByRole('dialog').getByText('台账中的问题', { exact: true }).first().waitFor()
    await window.keyboard.press('Escape')
    await act('给期报“六月报送”改名')
    await window.getByRole('dialog').locator('input').fill('六月底报送')
    await window.keyboard.press('Enter')
    await act('删除期报“六月底报送”')
    await panel('期报').getByText('还没有冻结过期报').waitFor()
    await window.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
    await panel('期报').getByText('六月底报送').waitFor()
  })

  test('nothing on it is out of reach of those who cannot see it', async () => {
    const found = await window.evaluate<{ readonly violations: readonly { readonly id: string; readonly impact: string }[] }>(
      `(() => { ${axe.source}; return axe.run('.overview', { resultTypes: ['violations'] }) })()`,
    )
    expect(found.violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))).toEqual([])
  })

  test('the present can be looked at from the keyboard alone, and as tables', async () => {
    await panel('整改状态').getByText('表', { exact: true }).click()
    const button = panel('整改状态').getByRole('button', { name: /^整改中问题数/ })
    await button.focus()
    await window.keyboard.press('Enter')
    await window.locator('[data-counted]').waitFor()
    await enterRoom(program, '总览')
    await panel('整改状态').getByText('图', { exact: true }).click()
  })

  test('what was changed since the last visit is told the next time, with who did it', async () => {
    await program.close()
    program = await launchProgram({ userData: program.userData })
    window = program.window
    await openFirstLedger(program)
    await showList(program, '问题清单')
    await chooseStatus(program, 1, '整改中')
    await enterRoom(program, '总览')
    const kind = (name: string) => panel('较上次打开').locator(`[data-kind=${name}] button`)
    await kind('changed').waitFor()
    expect([await kind('changed').innerText(), await kind('reopened').innerText()]).toEqual(['1', '1'])
    await becomes(() => panel('较上次打开').innerText(), '1 次操作')
    await panel('较上次打开').scrollIntoViewIfNeeded()
    await program.screenshot('总览-较上次打开')
    await kind('changed').click()
    await becomes(() => window.locator('[data-counted]').innerText(), '显示 1 个')
    await enterRoom(program, '总览')
    await idle()
  })

  test('charts and the whole lie on the clipboard as pictures', async () => {
    const sizeOnClipboard = () => program.app.evaluate(({ clipboard }) => clipboard.readImage().getSize())
    await panel('整改状态').getByRole('button', { name: '“整改状态”复制为图片' }).click()
    await window.getByText('图片已复制').first().waitFor()
    const one = await sizeOnClipboard()
    expect(one.width).toBeGreaterThan(400)
    await window.getByRole('button', { name: '总览复制为图片' }).click()
    await expect.poll(async () => (await sizeOnClipboard()).height).toBeGreaterThan(one.height)
  })
})
