import { expect, test, vi } from 'vitest'
import { LedgerStore } from '../../../renderer/data/ledger-store.ts'
import { LiveDocuments } from '../../../renderer/data/live-documents.ts'
import { documentKey } from '../../../shared/merge/document-boundaries.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'

const running = async () => {
  const pc = await aPc().start()
  const made = await pc.store.createLedger(
    aLedger({ problems: [{ statement: '一' }, { statement: '二' }, { statement: '三' }] }).records,
    '建立',
  )
  if (!made.ok) throw new Error(made.error.type)
  return pc
}

const setStatement = (problemId: string, value: string) =>
  ({ type: 'set-field', problemId, measureId: null, field: 'statement', value }) as const

test('a problem worked on again is not loaded again', async () => {
  const { store } = await running()
  const load = vi.spyOn(store.ports.engine, 'load')
  for (const value of ['甲', '乙', '丙']) expect(await store.run('ledger', setStatement('p1', value))).toMatchObject({ ok: true })
  expect(load).toHaveBeenCalledTimes(1)
  load.mockRestore()
})

test('what another writer wrote since is loaded, never the document from before', async () => {
  const { store, db } = await running()
  await store.run('ledger', setStatement('p1', '甲'))
  const other = new LedgerStore(db, store.ports)
  await other.run('ledger', { type: 'add-measure', problemId: 'p1', text: '别处写的措施' })
  await store.run('ledger', setStatement('p1', '乙'))
  expect(await db.problems.get('p1')).toMatchObject({ statement: '乙', measures: 1 })
})

test('what the journal refused is not in the document the next act changes', async () => {
  const pc = aPc()
  const { store, db } = await pc.start()
  await store.createLedger(aLedger({ problems: [{ statement: '一' }] }).records, '建立')
  await store.run('ledger', setStatement('p1', '甲'))
  pc.main.refuseNextAppend = { type: 'write-failed', path: 'journal', reason: 'no-space', detail: 'ENOSPC' }
  expect(await store.run('ledger', { type: 'add-measure', problemId: 'p1', text: '没有存下的措施' })).toMatchObject({ ok: false })
  await store.run('ledger', setStatement('p1', '乙'))
  expect(await db.problems.get('p1')).toMatchObject({ statement: '乙', measures: 0 })
})

test('those used longest ago are released, and load again', async () => {
  const { store, db } = await running()
  const { engine } = store.ports
  const live = new LiveDocuments(db, engine, 2)
  const release = vi.spyOn(engine, 'release')
  const load = vi.spyOn(engine, 'load')
  for (const id of ['p1', 'p2', 'p1', 'p3']) {
    expect(await live.load('ledger', [documentKey('problem', id)])).toMatchObject({ ok: true })
    live.trim()
  }
  expect(release).toHaveBeenCalledTimes(1)
  await live.load('ledger', [documentKey('problem', 'p1')])
  expect(load).toHaveBeenCalledTimes(3)
  expect(await live.load('ledger', [documentKey('problem', 'p2')])).toMatchObject({ ok: true })
  expect(load).toHaveBeenCalledTimes(4)
  release.mockRestore()
  load.mockRestore()
})

test('a document of another ledger is not handed out', async () => {
  const { store, db } = await running()
  const live = new LiveDocuments(db, store.ports.engine)
  const answer = await live.load('other', [documentKey('problem', 'p1')])
  expect(answer.ok && answer.value.size).toBe(0)
})
