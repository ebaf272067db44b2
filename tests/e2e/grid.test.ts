import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProgram, NO_WINDOW, type RunningProgram } from '../support/electron-app.ts'
import { becomes, createFromSample, listCell, openFirstLedger, showList } from '../support/window-acts.ts'

/** A clerk works in the lists as in Excel or WPS. Each test goes on from the one before. */
describe.skipIf(NO_WINDOW)('the grid of the lists', () => {
  let program: RunningProgram
  let window: Page

  beforeAll(async () => {
    program = await launchProgram()
    window = program.window
    await createFromSample(program)
  })
  afterAll(async () => {
    await program?.close()
  })

  const cell = (problem: number, column: string) => listCell(program, problem, column)
  const text = (problem: number, column: string) => cell(problem, column).innerText()
  const selected = () => window.locator('.list-group .cell[aria-selected=true]').count()
  const clipboard = () => program.app.evaluate(({ clipboard: system }) => system.readText())
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve())
  const copyIn = (lines: string) => program.app.evaluate(({ clipboard: system }, copied) => system.writeText(copied), lines)
  const focused = async (problem: number, column: string) => {
    await cell(problem, column).click()
    await becomes(async () => (await cell(problem, column).getAttribute('class')) ?? '', 'cell-focused')
  }
  const saved = () => window.locator('[data-saving=false]').waitFor()

  test('a range is selected with Shift and the arrows, and by dragging the mouse', async () => {
    await showList(program, '责任清单')
    await focused(0, 'person')
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await expect.poll(selected).toBe(6)
    expect(await cell(0, 'person').getAttribute('class')).toContain('cell-focused')
    await cell(1, 'unit').hover()
    await window.mouse.down()
    await cell(3, 'supportUnit').hover()
    await window.mouse.up()
    await expect.poll(selected).toBe(6)
    await cell(2, 'number').click()
    await expect.poll(selected).toBe(8)
    await press('Control+a')
    await becomes(async () => String(await cell(0, 'phone').getAttribute('aria-selected')), 'true')
    await program.screenshot('表格-选区')
    await press('Escape')
    await expect.poll(selected).toBe(1)
  })

  test('cells are copied as Excel copies them, also where they are not drawn', async () => {
    await focused(0, 'leadUnit')
    await press('Control+c')
    await becomes(clipboard, new RegExp(`^${await text(0, 'leadUnit')}$`))
    await press('Control+Home', 'Control+Shift+End', 'Control+c')
    await expect.poll(async () => (await clipboard()).split('\r\n').length).toBeGreaterThan(35)
    const rows = (await clipboard()).split('\r\n').map((row) => row.split('\t'))
    expect(rows[0]?.[0]).toBe('1')
    expect(rows.every((row) => row.length === 8)).toBe(true)
    expect(rows.filter((row) => row[1] !== '').length).toBeGreaterThan(35)
    expect(await program.app.evaluate(({ clipboard: system }) => system.readHTML())).toContain('<table>')
    await press('Control+Home')
    await becomes(() => text(0, 'number'), /^1$/)
  })

  test('a block of three rows and two columns is pasted, and taken back as one step', async () => {
    await copyIn('张某\t0790-1\r\n李某\t0790-2\r\n"王某\n赵某"\t0790-3\r\n')
    await focused(0, 'person')
    const before = await text(0, 'phone')
    await press('Control+v')
    await becomes(() => text(2, 'phone'), /^0790-3$/)
    expect([await text(0, 'person'), await text(1, 'phone'), await text(2, 'person')]).toEqual(['张某', '0790-2', '王某、赵某'])
    await program.screenshot('表格-粘贴')
    await saved()
    await press('Control+z')
    await becomes(() => text(0, 'phone'), new RegExp(`^${before}$`))
    expect(await text(2, 'phone')).toBe(before)
  })

  test('one value fills the whole range, Ctrl+D fills down, Delete clears, each one step', async () => {
    await copyIn('0790-88')
    await focused(0, 'phone')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    await becomes(() => text(2, 'phone'), /^0790-88$/)
    await saved()
    await focused(0, 'phone')
    await window.keyboard.type('0790-99\n')
    await becomes(() => text(0, 'phone'), /^0790-99$/)
    await saved()
    await focused(0, 'phone')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await becomes(() => text(2, 'phone'), /^0790-99$/)
    await saved()
    await press('Delete')
    await becomes(() => text(0, 'phone'), /^$/)
    expect(await text(2, 'phone')).toBe('')
    await saved()
    await press('Control+z')
    await becomes(() => text(2, 'phone'), /^0790-99$/)
    await saved()
    await press('Control+z')
    await becomes(() => text(2, 'phone'), /^0790-88$/)
    expect(await text(0, 'phone')).toBe('0790-99')
  })

  test('the handle at the corner of the range fills down by mouse', async () => {
    await focused(0, 'phone')
    await window.locator('.fill-handle').hover()
    await window.mouse.down()
    await cell(3, 'phone').hover()
    await window.mouse.up()
    await becomes(() => text(3, 'phone'), /^0790-99$/)
    await saved()
  })

  test('Ctrl+D in one cell takes the cell above it', async () => {
    await focused(4, 'phone')
    await press('Control+d')
    await becomes(() => text(4, 'phone'), /^0790-99$/)
    await saved()
  })

  test('cutting leaves empty cells and a full clipboard', async () => {
    await focused(2, 'phone')
    await press('Shift+ArrowDown', 'Control+x')
    await becomes(() => text(3, 'phone'), /^$/)
    expect(await clipboard()).toBe('0790-99\r\n0790-99')
    await saved()
  })

  test('a paste that one cell refuses writes nothing and names the cell', async () => {
    await showList(program, '时间清单')
    const before = await text(0, 'completed')
    await copyIn('2024年5月1日\r\n某一天')
    await focused(0, 'completed')
    await press('Control+v')
    await window.getByText('1 格写不进去').waitFor()
    await window.getByText('完成日期“某一天”').waitFor()
    expect(await text(0, 'completed')).toBe(before)
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /取\s*消/ })
      .click()
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('an input method composes into a resting cell, and no letter is lost', async () => {
    await showList(program, '问题清单')
    await focused(1, 'details')
    const input = await window.context().newCDPSession(window)
    await input.send('Input.imeSetComposition', { text: 'z', selectionStart: 1, selectionEnd: 1 })
    await input.send('Input.imeSetComposition', { text: 'zheng gai', selectionStart: 9, selectionEnd: 9 })
    await window.locator('.keeper-typing').waitFor()
    await input.send('Input.insertText', { text: '整改' })
    expect(await window.locator('.keeper-typing').inputValue()).toBe('整改')
    await press('Enter')
    await becomes(() => text(1, 'details'), /^整改$/)
    await saved()
  })

  test('frozen columns stay when the list is scrolled sideways, and a width is kept after a restart', async () => {
    const head = window.locator('[data-head=details]')
    const edge = await head.locator('.head-edge').boundingBox()
    if (!edge) throw new Error('no edge')
    await window.mouse.move(edge.x + 4, edge.y + 10)
    await window.mouse.down()
    await window.mouse.move(edge.x + 304, edge.y + 10, { steps: 4 })
    await window.mouse.up()
    const width = (await head.boundingBox())?.width ?? 0
    expect(width).toBeGreaterThan(560)
    const at = (await cell(0, 'statement').boundingBox())?.x
    await window.locator('.stack').evaluate((stack) => {
      stack.scrollLeft = 10_000
    })
    await becomes(async () => String((await cell(0, 'statement').boundingBox())?.x), String(at))
    expect((await cell(0, 'details').boundingBox())?.x).toBeLessThan(700)
    await program.screenshot('表格-固定列')
    await new Promise((resolve) => setTimeout(resolve, 700))
    await program.close()
    program = await launchProgram({ userData: program.userData })
    window = program.window
    await openFirstLedger(program)
    await becomes(async () => String((await window.locator('[data-head=details]').boundingBox())?.width), String(width))
  })

  test('a column that is not wanted goes, and keys pass over it', async () => {
    await window.getByRole('button', { name: '显示哪些列' }).click()
    await window.locator('.column-choices').getByText('类别').click()
    await window.locator('[data-head=category]').waitFor({ state: 'detached' })
    await program.screenshot('表格-选列')
    await press('Escape')
    await focused(0, 'number')
    await press('ArrowRight')
    await becomes(async () => (await cell(0, 'aspect').getAttribute('class')) ?? '', 'cell-focused')
  })
})
