import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningProgram } from './electron-app.ts'

/** What a clerk does in the window, for tests that are about something else. */

/** Makes a ledger from the bundled sample and shows its lists. */
export const createFromSample = async ({ window }: Pick<RunningProgram, 'window'>): Promise<void> => {
  await window.getByText('用自带样例试一试').click()
  await window.getByRole('button', { name: '建立台账' }).click()
  await window.getByRole('grid').waitFor()
}

/** Opens the first ledger of the first screen. */
export const openFirstLedger = async ({ window }: RunningProgram): Promise<void> => {
  await window.locator('.ledger-open').first().click()
  await enterRoom({ window }, '四张清单')
  await window.getByRole('grid').waitFor()
}

/** Goes to a room of the open ledger by its name at the left. */
export const enterRoom = async ({ window }: Pick<RunningProgram, 'window'>, name: string): Promise<void> => {
  await window.locator('.side-nav-item', { hasText: name }).click()
}

/** Shows one of the four lists by its name. */
export const showList = async ({ window }: RunningProgram, name: string): Promise<void> => {
  await window.locator('.ant-segmented-item', { hasText: name }).click()
  await window.locator('.list-group .cell').first().waitFor()
}

/** The cell of a column beside the problem in this place of the list, counted from 0. */
export const listCell = ({ window }: RunningProgram, place: number, column: string): Locator =>
  window.locator('.list-group').nth(place).locator(`[data-column=${column}]`).first()

/** Waits until what is read becomes what is wanted. */
export const becomes = async (read: () => Promise<string>, wanted: string | RegExp): Promise<void> => {
  await expect.poll(read, { timeout: 10_000 }).toMatch(wanted)
}

/** The status of the problem shown in this place, counted from 1, in 问题清单. */
export const statusCell = (program: RunningProgram, problem: number): Locator => listCell(program, problem - 1, 'status')

/** Chooses a status in 问题清单 as a person does, and waits until the window says that it is saved. */
export const chooseStatus = async (program: RunningProgram, problem: number, status: string): Promise<void> => {
  const { window } = program
  await statusCell(program, problem).dblclick()
  await window.locator('.ant-select-item-option').getByText(status, { exact: true }).click()
  await statusCell(program, problem).getByText(status, { exact: true }).waitFor()
  await window.locator('[data-saving=false]').waitFor()
}

/** The rows the database holds, by statement, read past the program. */
export const storedStatuses = ({ window }: Pick<RunningProgram, 'window'>): Promise<Readonly<Record<string, string>>> =>
  window.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opening = indexedDB.open('zhenggai-ledger')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('problems').objectStore('problems').getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(Object.fromEntries(reading.result.map(({ statement, status }) => [statement, status])))
          }
        }
      }),
  )
