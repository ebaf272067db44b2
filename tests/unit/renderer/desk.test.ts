// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'

const written: string[] = []
let kept: string | null = null

beforeEach(() => {
  written.length = 0
  kept = null
  vi.resetModules()
  vi.useFakeTimers()
  Object.assign(window, {
    bridge: {
      invoke: async (route: string, input: { readonly text?: string }) => {
        if (route === 'desk.read') return { ok: true, value: kept }
        if (route === 'desk.write') written.push(input.text ?? '')
        return { ok: true, value: undefined }
      },
    },
  })
})

const WIDTHS = { name: 'widths', schema: z.record(z.string(), z.number()), empty: {} }
const fresh = () => import('../../../renderer/state/desk.ts')

test('what is kept stands at once, beside what was kept before, and is written once', async () => {
  kept = '{"views":["逾期"],"widths":{"status":90}}'
  const { deskPart, keepOnDesk } = await fresh()
  expect(await deskPart('l1', WIDTHS)).toEqual({ status: 90 })
  await keepOnDesk('l1', WIDTHS, { status: 91 })
  await keepOnDesk('l1', WIDTHS, { status: 92 })
  expect(await deskPart('l1', WIDTHS)).toEqual({ status: 92 })
  vi.runAllTimers()
  expect(written.map((text) => JSON.parse(text))).toEqual([{ views: ['逾期'], widths: { status: 92 } }])
})

test.each(['nonsense', '[1]', '{"widths":{"status":"wide"}}'])(
  'what does not look as it should counts as nothing: %s',
  async (text) => {
    kept = text
    const { deskPart } = await fresh()
    expect(await deskPart('l1', WIDTHS)).toEqual({})
  },
)
