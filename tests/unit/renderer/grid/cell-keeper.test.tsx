// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { typing } from '../../../../renderer/state/typing.ts'
import { CellKeeper, type KeeperHandle } from '../../../../renderer/ui/grid/cell-keeper.tsx'
import { ok } from '../../../../shared/base/result.ts'
import type { EditableField } from '../../../../shared/domain/editable-field.ts'

const aField = (fields: Partial<EditableField> = {}): EditableField => ({
  names: ['details', '具体表现'],
  shown: '原来的文字',
  input: 'lines',
  choices: [],
  set: () => ok([]),
  ...fields,
})

const aKeeper = (over: { readonly field?: EditableField | null; readonly accepts?: boolean } = {}) => {
  const acts = {
    onCommit: vi.fn((_: string) => Promise.resolve(over.accepts ?? true)),
    onShow: vi.fn(),
    onMove: vi.fn(),
    onRefuse: vi.fn(),
    onKey: vi.fn(),
    onClipboard: vi.fn(),
  }
  const ref = createRef<KeeperHandle>()
  render(
    <CellKeeper
      ref={ref}
      cellId="problems/p1/0/4"
      place={{ top: 0, left: 0, width: 200, height: 40, reach: 1000 }}
      shown="原来的文字"
      label="第 1 个问题，具体表现"
      field={over.field === undefined ? aField() : over.field}
      year={2024}
      names={['县财政局', '县审计局']}
      {...acts}
    />,
  )
  return { ...acts, ref, area: screen.getByRole('textbox') as HTMLTextAreaElement }
}

const type = (area: HTMLTextAreaElement, value: string) => fireEvent.change(area, { target: { value } })

/** A key pressed while an input method composes. */
const composing = (area: HTMLTextAreaElement, key: string) => {
  const event = createEvent.keyDown(area, { key })
  Object.defineProperty(event, 'isComposing', { value: true })
  fireEvent(area, event)
}

describe('the editor of a grid', () => {
  afterEach(cleanup)

  test('typing begins to edit, and Enter saves and goes down', async () => {
    const { area, onCommit, onMove } = aKeeper()
    type(area, '新的文字')
    fireEvent.keyDown(area, { key: 'Enter' })
    await vi.waitFor(() => expect(onMove).toHaveBeenCalledWith('down'))
    expect(onCommit).toHaveBeenCalledWith('新的文字')
  })

  test('Enter that chooses a word of the input method saves nothing', () => {
    const { area, onCommit } = aKeeper()
    type(area, 'zhenggai')
    composing(area, 'Enter')
    expect(onCommit).not.toHaveBeenCalled()
    expect(area.value).toBe('zhenggai')
  })

  test('Esc gives up what was typed', () => {
    const { area, onCommit } = aKeeper()
    type(area, '不要的文字')
    fireEvent.keyDown(area, { key: 'Escape' })
    expect(area.value).toBe('原来的文字')
    expect(onCommit).not.toHaveBeenCalled()
  })

  test('a refused text stays in the editor', async () => {
    const { area, onCommit, onMove } = aKeeper({ accepts: false })
    type(area, '不能填的文字')
    fireEvent.keyDown(area, { key: 'Enter' })
    await vi.waitFor(() => expect(onCommit).toHaveBeenCalled())
    expect(area.value).toBe('不能填的文字')
    expect(onMove).not.toHaveBeenCalled()
  })

  test('the same text again is no change', async () => {
    const { area, onCommit, onMove } = aKeeper()
    type(area, '别的')
    type(area, '原来的文字')
    fireEvent.keyDown(area, { key: 'Enter' })
    await vi.waitFor(() => expect(onMove).toHaveBeenCalled())
    expect(onCommit).not.toHaveBeenCalled()
  })

  test('the keys taken after the first letter leave it as it is', () => {
    const { area, ref } = aKeeper()
    type(area, '2')
    ref.current?.take()
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('')
  })

  test('a cell that is computed says why instead of opening', () => {
    const { area, onRefuse } = aKeeper({ field: null })
    expect(area.readOnly).toBe(true)
    fireEvent.keyDown(area, { key: 'F2' })
    expect(onRefuse).toHaveBeenCalled()
  })

  test('Shift+Enter saves and goes up', async () => {
    const { area, onMove } = aKeeper({ field: aField({ input: 'line' }) })
    type(area, '一行')
    fireEvent.keyDown(area, { key: 'Enter', shiftKey: true })
    await vi.waitFor(() => expect(onMove).toHaveBeenCalledWith('up'))
  })

  test('a key the grid has taken does not open the cell', () => {
    const { area, onKey } = aKeeper()
    onKey.mockImplementation((event: { preventDefault: () => void }) => event.preventDefault())
    fireEvent.keyDown(area, { key: 'Enter' })
    expect(area.className).toBe('keeper')
  })

  test('copying is of the cells while nothing is typed, and of the text while something is', () => {
    const { area, onClipboard } = aKeeper()
    fireEvent.copy(area)
    expect(onClipboard).toHaveBeenCalledTimes(1)
    type(area, '正在打字')
    fireEvent.copy(area)
    expect(onClipboard).toHaveBeenCalledTimes(1)
  })

  test('a deadline is read while it is typed', () => {
    const { area } = aKeeper({ field: aField({ input: 'deadline' }) })
    type(area, '9月底前')
    expect(screen.getByText('→ 2024-09-30')).toBeTruthy()
  })

  test('a name of the directory is put behind the last 、', () => {
    const { area } = aKeeper({ field: aField({ input: 'names' }) })
    type(area, '县财政局、审')
    fireEvent.keyDown(area, { key: 'ArrowDown' })
    fireEvent.keyDown(area, { key: 'Enter' })
    expect(area.value).toBe('县财政局、县审计局')
  })

  test('what is being typed is known to the window, so that closing saves it', async () => {
    const { area, onCommit } = aKeeper()
    type(area, '关闭前的文字')
    expect(typing.drafts().map(({ what, text }) => ({ what, text }))).toEqual([
      { what: '第 1 个问题，具体表现', text: '关闭前的文字' },
    ])
    expect(await typing.commitAll()).toBe(true)
    expect(onCommit).toHaveBeenCalledWith('关闭前的文字')
  })
})
