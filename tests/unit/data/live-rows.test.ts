import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { liveRows } from '../../../renderer/data/live-rows.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'

/** A PC with a ledger of so many problems, and its rows as the window reads them. */
const opened = async (count: number) => {
  const { store, db } = await aPc().start()
  const problems = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, order: `a${String(i).padStart(4, '0')}V` }))
  const made = await store.createLedger(aLedger({ problems }).records, '建立台账', () => undefined)
  if (!made.ok) throw new Error(made.error.type)
  const live = liveRows(db, made.value.ledgerId)
  const heard = vi.fn()
  const end = live.subscribe(heard)
  await vi.waitFor(() => expect(live.now()).toBeDefined())
  return { store, live, heard, end, ledgerId: made.value.ledgerId, ids: () => (live.now() ?? []).map(({ id }) => id) }
}

describe('the rows of a ledger', () => {
  test('are all read, in order, however many pages they take', async () => {
    const { ids, end } = await opened(900)
    expect(ids()).toEqual(Array.from({ length: 900 }, (_, i) => `p${i}`))
    end()
  })

  test('follow an act, and those it did not write stay the same objects', async () => {
    const { store, live, ledgerId, end } = await opened(3)
    const before = live.now() ?? []
    const done = await store.run(ledgerId, {
      type: 'set-field',
      problemId: 'p1',
      measureId: null,
      field: 'statement',
      value: '改过',
    })
    expect(done.ok).toBe(true)
    await vi.waitFor(() => expect(live.now()?.[1]?.statement).toBe('改过'))
    expect(live.now()?.[0]).toBe(before[0])
    expect(live.now()?.[2]).toBe(before[2])
    end()
  })

  test('lose a problem that was removed, and get it back', async () => {
    const { store, ids, ledgerId, end } = await opened(3)
    await store.run(ledgerId, { type: 'remove-problem', problemId: 'p1' })
    await vi.waitFor(() => expect(ids()).toEqual(['p0', 'p2']))
    await store.undo(ledgerId)
    await vi.waitFor(() => expect(ids()).toEqual(['p0', 'p1', 'p2']))
    end()
  })
})
