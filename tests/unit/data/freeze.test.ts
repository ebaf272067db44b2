import { describe, expect, test } from 'vitest'
import { FiguresHost } from '../../../renderer/data/figures-host.ts'
import { defect } from '../../../shared/base/result.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { snapshotOf } from '../../../shared/domain/snapshot.ts'
import { snapshotFile } from '../../../shared/exchange/snapshot-file.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { day } from '../../support/ports.ts'

const CUTOFF = day('2021-06-01')

const withLedger = async () => {
  const pc = aPc()
  const running = await pc.start()
  const ledger = aLedger({
    problems: [
      { statement: '学习不深入', status: 'inProgress', deadlineOn: day('2021-05-20'), measures: [{ text: '制定学习计划' }] },
      { statement: '作风不实', status: 'notStarted', deadlineOn: day('2021-06-20') },
      { statement: '管理不严', status: 'done', completedOn: day('2021-05-01') },
    ],
    leads: [{ kind: 'letter', received: 3, closed: 2 }],
  })
  unwrapped(await running.store.createLedger(ledger.records, '建立台账'))
  const periods = async () => {
    const stored = await running.db.records.get('registers:ledger')
    return (stored?.records ?? []).flatMap((tagged) => (tagged.kind === 'snapshot' ? [tagged.record] : []))
  }
  return { pc, ledger, ...running, periods, figures: new FiguresHost(running.db, pc.main) }
}

const set = (problemId: string, value: string) =>
  ({ type: 'set-field', problemId, measureId: null, field: 'status', value }) as const

describe('冻结本期', () => {
  test('keeps exactly the bytes the command line would, under their hash, as one act that can be undone', async () => {
    const { pc, store, ledger, periods } = await withLedger()
    const frozen = unwrapped(await store.freeze('ledger', CUTOFF, '五月'))
    expect(frozen).toMatchObject({ intent: '冻结期报“五月”', undo: { undo: '冻结期报“五月”' } })
    const wanted = snapshotFile(snapshotOf(openLedger(ledger.records), CUTOFF))
    expect(await periods()).toMatchObject([{ title: '五月', cutoff: CUTOFF, sha256: wanted.sha256 }])
    expect(pc.main.attachments.get(wanted.sha256)).toEqual(wanted.bytes)
    expect([...unwrapped(await store.frozenBy('ledger')).values()]).toEqual([{ clerk: '王科', unit: '县委整改办', pc: 'PC-1' }])
    unwrapped(await store.undo('ledger'))
    expect(await periods()).toEqual([])
    unwrapped(await store.redo('ledger'))
    expect(await periods()).toMatchObject([{ title: '五月' }])
  })

  test('a frozen period never changes: not by acts on the ledger, not by renaming, and its day is no field to type into', async () => {
    const { pc, store, figures, periods } = await withLedger()
    unwrapped(await store.freeze('ledger', CUTOFF, '五月'))
    const [period = defect('it was frozen')] = await periods()
    const before = unwrapped(await figures.period(period.sha256))
    const bytes = pc.main.attachments.get(period.sha256)
    unwrapped(await store.run('ledger', set('p1', '已完成')))
    unwrapped(await store.run('ledger', { type: 'remove-problem', problemId: 'p2' }))
    const change = { type: 'set-record-field', kind: 'snapshot', problemId: null, id: period.id } as const
    unwrapped(await store.run('ledger', { ...change, field: 'title', value: '五月报送' }))
    for (const field of ['cutoff', '截至日期', 'takenOn', 'sha256'])
      expect(await store.run('ledger', { ...change, field, value: '2021-07-01' })).toMatchObject({ ok: false })
    expect(await periods()).toMatchObject([{ title: '五月报送', cutoff: CUTOFF, sha256: period.sha256 }])
    expect(pc.main.attachments.get(period.sha256)).toBe(bytes)
    expect(unwrapped(await figures.period(period.sha256)).figures.map(({ id, value }) => [id, value])).toEqual(
      before.figures.map(({ id, value }) => [id, value]),
    )
  })

  test('a title that is too long is refused before anything is kept', async () => {
    const { pc, store, periods } = await withLedger()
    expect(await store.freeze('ledger', CUTOFF, '长'.repeat(201))).toMatchObject({ error: { type: 'text-too-long' } })
    expect(await store.freeze('no-ledger', CUTOFF, '')).toMatchObject({ error: { type: 'no-such-ledger' } })
    expect(pc.main.attachments.size).toBe(0)
    expect(await periods()).toEqual([])
  })

  test('a package takes the period along', async () => {
    const { store, periods } = await withLedger()
    unwrapped(await store.freeze('ledger', CUTOFF, ''))
    const bytes = unwrapped(await store.packageOf('ledger', '0.1.0'))
    const [period] = await periods()
    const other = aPc()
    const { store: there } = await other.start()
    unwrapped(await there.openPackage(bytes))
    expect(other.main.attachments.has(period?.sha256 ?? '')).toBe(true)
  })
})

describe('what 总览 shows', () => {
  test('is what figuresOf says, live after every act, with the problems behind each figure', async () => {
    const { store, ledger, figures } = await withLedger()
    const shown = (await figures.overview('ledger', CUTOFF)) ?? defect('it is there')
    expect(shown.figures.map(({ id, value, count }) => [id, value, count])).toEqual(
      figuresOf(ledger, CUTOFF).map(({ id, value, counts }) => [id, value, counts.length]),
    )
    expect(figures.rows('now/problems.overdue')).toEqual({ holds: 'problems', ids: ['p1'] })
    expect(figures.rows('now/measures.total')).toEqual({ holds: 'problems', ids: ['p1'] })
    expect(figures.rows('now/due.2021-06-20')).toEqual({ holds: 'problems', ids: ['p2'] })
    expect(figures.rows('now/leads.letter.received')).toEqual({
      holds: 'records',
      ids: figuresOf(ledger, CUTOFF).find(({ id }) => id === 'leads.letter.received')?.counts ?? [],
    })
    unwrapped(await store.run('ledger', set('p1', '已完成')))
    const after = await figures.overview('ledger', CUTOFF)
    expect(after?.figures.find(({ id }) => id === 'problems.done')?.value).toBe('2')
    expect(figures.rows('now/problems.overdue')).toEqual({ holds: 'problems', ids: [] })
    expect(await figures.overview('another', CUTOFF)).toBeNull()
  })

  test('较上期: a period against the ledger as it is, and two periods', async () => {
    const { store, figures, periods } = await withLedger()
    unwrapped(await store.freeze('ledger', CUTOFF, '一'))
    unwrapped(await store.run('ledger', set('p1', '已完成')))
    unwrapped(await store.freeze('ledger', CUTOFF, '二'))
    unwrapped(await store.run('ledger', set('p2', '已完成')))
    const [first = defect('frozen'), second = defect('frozen')] = await periods()
    const now = unwrapped(await figures.compare('ledger', first, { cutoff: CUTOFF }))
    const doneIn = (side: typeof now.before) => side.figures.find(({ id }) => id === 'problems.done')?.value
    expect([doneIn(now.before), doneIn(now.after)]).toEqual(['1', '3'])
    expect(figures.rows('changes/change.finished')).toEqual({ holds: 'problems', ids: ['p1', 'p2'] })
    expect(figures.rows('before/problems.done')).toEqual({ holds: 'problems', ids: ['p3'] })
    unwrapped(await figures.compare('ledger', first, second))
    expect(figures.rows('changes/change.finished')).toEqual({ holds: 'problems', ids: ['p1'] })
    expect(await figures.compare('ledger', { sha256: '0'.repeat(64) }, second)).toMatchObject({
      error: { type: 'snapshot-missing' },
    })
  })

  test('新增逾期 are those that fell due between two days', async () => {
    const { figures } = await withLedger()
    expect(await figures.newlyOverdue('ledger', day('2021-05-01'), CUTOFF)).toMatchObject({ value: '1' })
    expect(await figures.newlyOverdue('ledger', day('2021-05-25'), CUTOFF)).toMatchObject({ value: '0' })
    expect(await figures.newlyOverdue('ledger', CUTOFF, CUTOFF)).toBeNull()
  })
})

describe('较上次打开', () => {
  test('tells what was changed since, by whom, and what it came to', async () => {
    const { store } = await withLedger()
    unwrapped(await store.run('ledger', set('p2', '整改中')))
    const visit = { sequence: 2, at: 1_700_000_000 }
    expect(unwrapped(await store.changesSince('ledger', visit))).toMatchObject({ acts: 0, changed: [], by: [] })
    unwrapped(await store.run('ledger', set('p1', '已完成')))
    unwrapped(await store.run('ledger', set('p3', '整改中')))
    unwrapped(await store.run('ledger', set('p2', '已完成')))
    unwrapped(await store.undo('ledger'))
    const added = unwrapped(await store.run('ledger', { type: 'add-problem', statement: '新问题', nodeId: null, afterId: null }))
    const [newId = ''] = added.created
    const since = unwrapped(await store.changesSince('ledger', visit))
    expect(since).toMatchObject({ acts: 5, added: [newId], finished: ['p1'], reopened: ['p3'], removed: [], closed: [] })
    expect([...since.changed].sort()).toEqual([newId, 'p1', 'p2', 'p3'].sort())
    expect(since.by).toMatchObject([{ author: { clerk: '王科' }, acts: 5 }])
    unwrapped(await store.run('ledger', { type: 'remove-problem', problemId: newId }))
    unwrapped(await store.run('ledger', { type: 'remove-problem', problemId: 'p1' }))
    const later = unwrapped(await store.changesSince('ledger', visit))
    expect(later).toMatchObject({ added: [], removed: ['p1'], finished: [], reopened: ['p3'] })
  })
})
