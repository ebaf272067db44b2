// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { App } from 'antd'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerClosing } from '../../../renderer/app/answer-closing.ts'
import { lastAct } from '../../../renderer/data/last-act.ts'
import { AddText } from '../../../renderer/features/problem/add-text.tsx'
import { FieldRow } from '../../../renderer/features/problem/field-row.tsx'
import { useListView } from '../../../renderer/state/list-view.ts'
import { useScreen } from '../../../renderer/state/screen.ts'
import { typing } from '../../../renderer/state/typing.ts'
import { useTellRemoval } from '../../../renderer/ui/removal-notice.tsx'
import { ok } from '../../../shared/base/result.ts'
import type { EditableField } from '../../../shared/domain/editable-field.ts'

/** The store as far as these tests need it: whether it is saving, and what was undone. */
const store = vi.hoisted(() => {
  const listeners = new Set<() => void>()
  let saving = 0
  return {
    undone: [] as string[],
    set: (count: number) => {
      saving = count
      for (const listener of listeners) listener()
    },
    isSaving: () => saving > 0,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
})
vi.mock('../../../renderer/data/store-client.ts', () => ({
  savingState: { isSaving: store.isSaving, subscribe: store.subscribe },
  ledgerStore: {
    undo: async (ledgerId: string) => {
      store.undone.push(ledgerId)
      return { ok: true, value: null }
    },
  },
}))

/** A promise that is settled from outside. */
const later = <T,>() => {
  let settle: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    settle = resolve
  })
  return { promise, settle: (value: T) => settle(value) }
}

const aTyping = (commit: () => Promise<boolean>) => {
  const show = vi.fn()
  typing.set('cell', { what: '第 3 个问题，完成日期', text: '某一天', commit, show })
  return show
}

const aField = (fields: Partial<EditableField>): EditableField => ({
  names: ['leadUnit', '牵头单位'],
  shown: '',
  input: 'line',
  choices: [],
  set: () => ok([]),
  ...fields,
})

const fieldOf = (field: EditableField, onSave: (value: string) => Promise<boolean>) => {
  render(<FieldRow id="problem/x" field={field} year={2024} names={[]} onSave={onSave} />)
  return screen.getByRole(field.input === 'names' ? 'combobox' : 'textbox') as HTMLInputElement
}
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

afterEach(() => {
  cleanup()
  typing.end('cell')
  store.set(0)
  store.undone.length = 0
  useListView.getState().reset()
})

describe('the wish to close', () => {
  const called: string[] = []
  beforeEach(() => {
    called.length = 0
    const invoke = (route: string) => {
      called.push(route)
      return Promise.resolve(ok(undefined))
    }
    Object.defineProperty(window, 'bridge', { value: { invoke, on: () => () => undefined }, configurable: true })
  })

  test.each<[string, () => Promise<boolean>]>([
    ['was refused', () => Promise.resolve(false)],
    ['could not be saved by a fault', () => Promise.reject(new Error('the store is gone'))],
  ])('stays open over a text that %s, shows it and says so', async (_, commit) => {
    const show = aTyping(commit)
    const tell = vi.fn()
    await answerClosing(tell)
    expect(called).toEqual(['window.stays'])
    expect(tell).toHaveBeenCalledWith(['第 3 个问题，完成日期'])
    expect(show).toHaveBeenCalled()
    expect(typing.isAny()).toBe(true)
  })

  test('says at once that the window lives, and that it may go when the text is saved', async () => {
    const save = later<boolean>()
    aTyping(() => save.promise)
    const answered = answerClosing(vi.fn())
    await vi.waitFor(() => expect(called).toEqual(['window.stays']))
    save.settle(true)
    await answered
    expect(called).toEqual(['window.stays', 'window.mayClose'])
  })

  test('waits for what is on its way to the disk', async () => {
    store.set(1)
    const answered = answerClosing(vi.fn())
    await vi.waitFor(() => expect(called).toEqual(['window.stays']))
    store.set(0)
    await answered
    expect(called).toEqual(['window.stays', 'window.mayClose'])
  })
})

describe('leaving a place where something is being typed', () => {
  const target = { problemId: 'p2', row: 0, column: 1 }
  const moves: readonly [string, () => Promise<boolean>, () => unknown, unknown][] = [
    ['another cell', () => useListView.getState().setFocus(target), () => useListView.getState().focus, target],
    ['another list', () => useListView.getState().setList('times'), () => useListView.getState().list, 'times'],
    ['another problem', () => useScreen.getState().openProblem('p2'), () => useScreen.getState().problemId, 'p2'],
    [
      'another ledger',
      () => useScreen.getState().openLedger('l2'),
      () => useScreen.getState().screen,
      { type: 'ledger', ledgerId: 'l2', room: 'overview' },
    ],
    ['the first screen', () => useScreen.getState().goHome(), () => useScreen.getState().screen, { type: 'ledgers' }],
  ]

  test.each(moves)('to %s waits for the text, and stays when it is refused', async (_, move, where, there) => {
    aTyping(() => Promise.resolve(false))
    const before = where()
    expect(await move()).toBe(false)
    expect(where()).toEqual(before)
    const save = later<boolean>()
    aTyping(() => save.promise)
    const moved = move()
    expect(where()).toEqual(before)
    save.settle(true)
    expect(await moved).toBe(true)
    expect(where()).toEqual(there)
  })

  test('goes at once when nothing is being typed', () => {
    void useListView.getState().setFocus(target)
    expect(useListView.getState().focus).toEqual(target)
  })
})

describe('a field of the 问题档案', () => {
  test('keeps what is typed while it saves', async () => {
    const save = later<boolean>()
    const field = fieldOf(aField({}), () => save.promise)
    type(field, '县水利')
    fireEvent.blur(field)
    type(field, '县水利局')
    await act(async () => save.settle(true))
    expect(field.value).toBe('县水利局')
    expect(typing.drafts().map(({ text }) => text)).toEqual(['县水利局'])
  })

  test('for names is known while one is typed, and saves it behind the others', async () => {
    const onSave = vi.fn(() => Promise.resolve(true))
    type(fieldOf(aField({ input: 'names', shown: '县财政局' }), onSave), '县水利局')
    await act(() => typing.commitAll())
    expect(onSave).toHaveBeenCalledWith('县财政局、县水利局')
    expect(typing.isAny()).toBe(false)
  })

  test('for names keeps a name that was refused', async () => {
    const field = fieldOf(aField({ input: 'names' }), () => Promise.resolve(false))
    type(field, '县水利局')
    await act(() => typing.commitAll())
    expect(field.value).toBe('县水利局')
  })
})

describe('a new entry', () => {
  const adding = () => {
    const added = later<boolean>()
    const onAdd = vi.fn((_: string) => added.promise)
    render(<AddText id="new" icon={null} label="添加进展" placeholder="" onAdd={onAdd} />)
    fireEvent.click(screen.getByRole('button'))
    const field = screen.getByRole('textbox') as HTMLTextAreaElement
    type(field, '完成复检。')
    return { added, onAdd, field }
  }

  test('is added once, however often it is asked for', async () => {
    const { added, onAdd, field } = adding()
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    const closing = typing.commitAll()
    await act(async () => added.settle(true))
    expect(await closing).toBe(true)
    expect(onAdd).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('leaves what was typed behind it while it was added', async () => {
    const { added, field } = adding()
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    type(field, '完成复检。第二条')
    await act(async () => added.settle(true))
    expect(field.value).toBe('第二条')
  })
})

describe('the 撤销 beside what was removed', () => {
  const Removing = () => {
    const tell = useTellRemoval()
    return (
      <button type="button" onClick={() => tell('已删除第 2 个问题。', lastAct('l1'))}>
        删除
      </button>
    )
  }
  const remove = async () => {
    render(
      <App>
        <Removing />
      </App>,
    )
    fireEvent.click(screen.getByText('删除'))
    return screen.findByText('撤销')
  }

  test('takes the removal back', async () => {
    const button = await remove()
    fireEvent.click(button)
    expect(store.undone).toEqual(['l1'])
  })

  test('takes nothing back once another act has begun', async () => {
    const button = await remove()
    await act(async () => store.set(1))
    fireEvent.click(button)
    expect(store.undone).toEqual([])
  })
})
