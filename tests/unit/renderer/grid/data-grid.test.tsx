// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { App } from 'antd'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { DataGrid, type DataGridProps, useGridFocus } from '../../../../renderer/ui/grid/data-grid.tsx'
import type { GridCell, GridItem, GridRow } from '../../../../renderer/ui/grid/grid-items.ts'
import { ok } from '../../../../shared/base/result.ts'
import type { EditableField } from '../../../../shared/domain/editable-field.ts'

const ROWS: Readonly<Record<string, readonly GridRow[]>> = {
  a: [['1', '甲', '10']],
  b: [['2', '乙', '20']],
  sum: [['', '合计', '30']],
  c: [['3', '丙', '5']],
}

const ITEMS: readonly GridItem[] = [
  { type: 'heading', key: 'g1', title: '第一组', count: 2, isOpen: true },
  { type: 'rows', key: 'a', rows: 1 },
  { type: 'rows', key: 'b', rows: 1 },
  { type: 'total', key: 'sum', rows: 1 },
  { type: 'heading', key: 'g2', title: '第二组', count: 1, isOpen: true },
  { type: 'rows', key: 'c', rows: 1 },
]

const fieldOf = ({ key, row, column }: GridCell): EditableField | null =>
  key === 'sum' || column === 0
    ? null
    : { names: ['name'], shown: ROWS[key]?.[row]?.[column] ?? '', input: 'line', choices: [], set: () => ok([]) }

const source = { rowsOf: (key: string) => ROWS[key] ?? [['']], fieldOf }

const Shown = (over: Partial<DataGridProps>) => {
  const focus = useGridFocus()
  return (
    <App>
      <DataGrid
        label="登记簿"
        columns={[
          { key: 'number', title: '序号', width: 50, holds: 'mark' },
          { key: 'name', title: '名称', width: 200, holds: 'words', sortable: true },
          { key: 'money', title: '金额', width: 100, holds: 'amount' },
        ]}
        items={ITEMS}
        source={source}
        rowHeight={30}
        widths={{}}
        onWidths={() => undefined}
        rowHeader="number"
        {...focus}
        {...over}
      />
    </App>
  )
}

/** The grid as soon as it has drawn its cells. */
const shown = async (over: Partial<DataGridProps> = {}) => {
  render(<Shown {...over} />)
  await vi.waitFor(() => cell('c', 0))
}

const cell = (key: string, column: number) =>
  document.querySelector<HTMLElement>(`[data-item=${key}] [data-cell="0/${column}"]`) ?? expect.fail(`${key}/${column}`)
const editor = () => screen.getByRole('textbox') as HTMLTextAreaElement
const stand = async (key: string, column: number) => {
  fireEvent.mouseDown(cell(key, column), { button: 0 })
  fireEvent.mouseUp(window)
  await vi.waitFor(() => expect(cell(key, column).className).toContain('cell-focused'))
}
const selected = () => [...document.querySelectorAll('.cell[aria-selected=true]')].map((at) => at.textContent)
const clipboard = (type: 'copy' | 'cut' | 'paste', given = '') => {
  const held = new Map([['text/plain', given]])
  const event = createEvent[type](editor())
  Object.defineProperty(event, 'clipboardData', {
    value: { getData: (name: string) => held.get(name) ?? '', setData: (name: string, text: string) => held.set(name, text) },
  })
  fireEvent(editor(), event)
  return held
}

describe('the grid', () => {
  const height = vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  afterAll(() => height.mockRestore())
  afterEach(cleanup)

  test('keys and ranges pass over the headings of groups', async () => {
    const onSelect = vi.fn()
    await shown({ onSelect })
    await stand('b', 1)
    fireEvent.keyDown(editor(), { key: 'ArrowDown', shiftKey: true })
    fireEvent.keyDown(editor(), { key: 'ArrowDown', shiftKey: true })
    await vi.waitFor(() => expect(onSelect).toHaveBeenLastCalledWith(['b', 'sum']))
    fireEvent.keyDown(editor(), { key: 'ArrowDown', shiftKey: true })
    await vi.waitFor(() => expect(selected()).toEqual(['乙', '合计', '丙']))
    expect(onSelect).toHaveBeenLastCalledWith(['b', 'sum', 'c'])
    expect(clipboard('copy').get('text/plain')).toBe('乙\r\n合计\r\n丙')
  })

  test('a heading says how much is under it, and is opened and closed', async () => {
    const onToggle = vi.fn()
    await shown({ onToggle })
    const heading = screen.getByRole('button', { name: /第一组/ })
    expect(heading.textContent).toContain('2 项')
    fireEvent.click(heading)
    expect(onToggle).toHaveBeenCalledWith('g1')
  })

  test('clearing goes to the cells that can be typed in, all in one', async () => {
    const onWrite = vi.fn(() => Promise.resolve(true))
    await shown({ onWrite })
    await stand('a', 0)
    await vi.waitFor(() => expect(selected()).toEqual(['1', '甲', '10']))
    fireEvent.keyDown(editor(), { key: 'Delete' })
    await vi.waitFor(() => expect(onWrite).toHaveBeenCalledTimes(1))
    expect(onWrite).toHaveBeenCalledWith(
      [
        { cell: { key: 'a', row: 0, column: 1 }, text: '' },
        { cell: { key: 'a', row: 0, column: 2 }, text: '' },
      ],
      'clear',
    )
    await screen.findByText('有 1 个格子不能直接修改，没有改动。')
  })

  test('a paste is told with its first cell, a single value as often as there are cells', async () => {
    const onPaste = vi.fn()
    await shown({ onPaste })
    await stand('a', 1)
    clipboard('paste', '子\t1\r\n丑\t2\r\n')
    expect(onPaste).toHaveBeenLastCalledWith({ key: 'a', row: 0, column: 1 }, [
      ['子', '1'],
      ['丑', '2'],
    ])
    fireEvent.keyDown(editor(), { key: 'ArrowDown', shiftKey: true })
    await vi.waitFor(() => expect(selected().length).toBe(2))
    clipboard('paste', '寅')
    expect(onPaste).toHaveBeenLastCalledWith({ key: 'a', row: 0, column: 1 }, [['寅'], ['寅']])
  })

  test('it says its rows and columns to a screen reader', async () => {
    await shown({ sort: { column: 'name', descending: true } })
    const grid = screen.getByRole('grid')
    expect(grid.getAttribute('aria-rowcount')).toBe('7')
    expect(grid.getAttribute('aria-colcount')).toBe('3')
    expect(cell('c', 2).closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('7')
    expect(cell('c', 0).getAttribute('role')).toBe('rowheader')
    expect(cell('sum', 1).getAttribute('aria-readonly')).toBe('true')
    expect(screen.getByRole('columnheader', { name: /名称/ }).getAttribute('aria-sort')).toBe('descending')
  })
})
