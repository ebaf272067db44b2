// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx'
import { typing } from '../../../renderer/state/typing.ts'
import { ok } from '../../../shared/base/result.ts'

const Faulty = (): never => {
  throw new Error('第3个问题“机密内容”显示不出来')
}

describe('a fault of one part of the window', () => {
  const invoke = vi.fn((_route: string, _input: unknown) => Promise.resolve(ok(undefined)))

  beforeEach(() => {
    Object.defineProperty(window, 'bridge', { value: { invoke, on: () => () => undefined }, configurable: true })
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => {
    cleanup()
    typing.end('cell')
    vi.restoreAllMocks()
  })

  const fail = () =>
    render(
      <ErrorBoundary part="lists">
        <Faulty />
      </ErrorBoundary>,
    )

  test('shows what was being typed, to be copied', () => {
    typing.set('cell', {
      what: '第 3 个问题，具体表现',
      text: '打了一半的话',
      commit: () => Promise.resolve(true),
      show: () => undefined,
    })
    fail()
    expect(screen.getByLabelText('第 3 个问题，具体表现')).toHaveProperty('value', '打了一半的话')
    expect(screen.getByRole('button', { name: '重新载入' })).toBeTruthy()
  })

  test('gives its text to the clipboard as the person’s own copying does', () => {
    const copied: string[] = []
    document.execCommand = () => {
      const field = document.activeElement as HTMLTextAreaElement
      copied.push(field.value.slice(field.selectionStart, field.selectionEnd))
      return true
    }
    fail()
    fireEvent.click(screen.getByRole('button', { name: '复制错误信息' }))
    expect(copied).toEqual(['Error: 第3个问题“机密内容”显示不出来'])
  })

  test('is logged without a word of the ledger', () => {
    fail()
    const [route, input] = invoke.mock.calls.at(-1) ?? []
    expect(route).toBe('log.report')
    expect(JSON.stringify(input)).toContain('lists')
    expect(JSON.stringify(input)).not.toContain('机密内容')
  })
})
