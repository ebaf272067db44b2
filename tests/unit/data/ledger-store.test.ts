import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import type { LedgerDatabase } from '../../../renderer/data/database.ts'
import { LedgerStore } from '../../../renderer/data/ledger-store.ts'
import { StoreFailure } from '../../../renderer/data/write-documents.ts'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { defect } from '../../../shared/base/result.ts'
import { type LedgerRecords, type Problem, recordOf } from '../../../shared/domain/records/record-kinds.ts'
import { openLedgerPackage } from '../../../shared/exchange/ledger-package.ts'
import { decodeFiles } from '../../../shared/exchange/package.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { byKind } from '../../../shared/merge/record-codec.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { clockAt, countingIds } from '../../support/ports.ts'

afterEach(() => vi.restoreAllMocks())

const sketch = () =>
  aLedger({
    problems: [
      {
        statement: '学习不深入',
        status: 'inProgress',
        deadlineOn: null,
        measures: [{ text: '制定学习计划' }],
        office: { withheld: true },
      },
      { statement: '作风不实', status: 'notStarted' },
    ],
  })

/** A PC with that ledger on it, running. */
const withLedger = async () => {
  const pc = aPc()
  const running = await pc.start()
  const created = await running.store.createLedger(sketch().records, '建立台账')
  expect(created).toEqual({ ok: true, value: { ledgerId: 'ledger' } })
  return { pc, ...running }
}

const recordsIn = async (db: LedgerDatabase): Promise<LedgerRecords> =>
  byKind((await db.records.toArray()).flatMap(({ records }) => records))

const problem = async (db: LedgerDatabase, id = 'p1'): Promise<Problem> =>
  (await recordsIn(db)).problem.find((record) => record.id === id) ?? defect('the ledger holds it')

const setStatus = (value: string, problemId = 'p1') =>
  ({ type: 'set-field', problemId, measureId: null, field: 'status', value }) as const

test('a new ledger is in the journal, in the documents and in every row', async () => {
  const { pc, db, report } = await withLedger()
  expect(report.type).toBe('fresh')
  expect(pc.main.journal).toHaveLength(1)
  expect(await db.documents.count()).toBe(pc.main.journal[0]?.documents.length)
  expect((await recordsIn(db)).problem).toEqual(expect.arrayContaining([...sketch().records.problem]))
  expect(await db.problems.get('p1')).toMatchObject({ ledgerId: 'ledger', status: 'inProgress', measures: 1 })
  expect(await db.ledgers.get('ledger')).toMatchObject({ title: '青梧县巡察整改台账' })
  expect((await db.searchTexts.get('p1'))?.text).toContain('制定学习计划')
})

test('a status is durable when the command answers, with who did it and what for', async () => {
  const { pc, db, store } = await withLedger()
  const accepted = await store.run('ledger', setStatus('已完成并长期坚持'))
  expect(accepted).toMatchObject({ ok: true, value: { intent: '修改状态', sequence: 2, undo: { undo: '修改状态', redo: null } } })
  expect(await problem(db)).toMatchObject({ status: 'done', sustained: true })
  expect(await db.problems.get('p1')).toMatchObject({ status: 'done', sustained: true })
  expect(pc.main.journal.at(-1)?.documents.map(({ key }) => key)).toEqual(['problem:p1'])
  expect(await db.markers.get('marker')).toMatchObject({ lastSequence: 2 })
})

test('a closing is durable with its advice, and taken back whole', async () => {
  const { db, store } = await withLedger()
  const on = '2021-05-31' as PlainDate
  await store.run('ledger', { type: 'apply-closure', problemId: 'p1', on, by: null, text: '' })
  const closed = await store.run('ledger', { type: 'close', problemId: 'p1', on, result: '同意' })
  expect(closed).toMatchObject({ value: { intent: '销号', advice: [{ type: 'unusual-step' }, { type: 'reviews-missing' }] } })
  expect((await recordsIn(db)).closure).toMatchObject([{ id: 'p1-c1', closedOn: on, statusBefore: 'inProgress' }])
  expect(await db.problems.get('p1')).toMatchObject({ status: 'closed' })
  await store.undo('ledger')
  expect((await recordsIn(db)).closure).toMatchObject([{ id: 'p1-c1', closedOn: null, statusBefore: null }])
  expect(await problem(db)).toMatchObject({ status: 'inProgress' })
  await store.undo('ledger')
  expect((await recordsIn(db)).closure).toEqual([])
})

test('what the journal does not take is not accepted, and nothing has changed', async () => {
  const { pc, db, store } = await withLedger()
  pc.main.refuseNextAppend = { type: 'write-failed', path: 'journal', reason: 'no-space', detail: 'ENOSPC' }
  expect(await store.run('ledger', setStatus('已完成'))).toMatchObject({ ok: false, error: { type: 'write-failed' } })
  expect(await problem(db)).toMatchObject({ status: 'inProgress' })
  expect(await store.undoState('ledger')).toEqual({ undo: null, redo: null })
  expect(await store.run('ledger', setStatus('已完成'))).toMatchObject({ ok: true })
})

test('a change that only the journal has is there again after the next start, and said', async () => {
  const { pc, db, store } = await withLedger()
  vi.spyOn(db, 'transaction').mockRejectedValueOnce(new DOMException('disk', 'UnknownError'))
  await expect(store.run('ledger', setStatus('已完成'))).rejects.toThrow(StoreFailure)
  expect(await problem(db)).toMatchObject({ status: 'inProgress' })
  const again = await pc.start()
  expect(again.report).toMatchObject({ type: 'replayed', count: 1 })
  expect(await problem(again.db)).toMatchObject({ status: 'done' })
})

test('another writer between reading and writing is noticed inside the transaction', async () => {
  const { db, store } = await withLedger()
  const document = await db.documents.get('problem:p1')
  const { invoke } = store.ports.main
  vi.spyOn(store.ports.main, 'invoke').mockImplementation(async (route, input) => {
    if (route === 'journal.append') await db.documents.put({ ...(document ?? defect('it is there')), heads: ['0'.repeat(64)] })
    return invoke(route, input)
  })
  await expect(store.run('ledger', setStatus('已完成'))).rejects.toThrow('another writer')
})

test('undo takes back one act after the other, and redo brings it again', async () => {
  const { db, store } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  await store.run('ledger', { type: 'add-progress', problemId: 'p1', measureId: null, on: null, text: '召开专题会议' })
  expect(await store.undo('ledger')).toMatchObject({
    ok: true,
    value: { intent: '添加进展', undo: { undo: '修改状态', redo: '添加进展' } },
  })
  expect((await recordsIn(db)).progress).toEqual([])
  await store.undo('ledger')
  expect(await problem(db)).toMatchObject({ status: 'inProgress' })
  await store.redo('ledger')
  await store.redo('ledger')
  expect(await problem(db)).toMatchObject({ status: 'done' })
  expect((await recordsIn(db)).progress).toMatchObject([{ text: '召开专题会议' }])
  expect(await store.redo('ledger')).toMatchObject({ ok: false, error: { type: 'nothing-to-redo' } })
})

test('undo brings a removed problem back with everything on it', async () => {
  const { db, store } = await withLedger()
  await store.run('ledger', { type: 'remove-problem', problemId: 'p1' })
  expect(await db.problems.get('p1')).toBeUndefined()
  expect((await recordsIn(db)).measure).toEqual([])
  await store.undo('ledger')
  expect(await db.problems.get('p1')).toMatchObject({ statement: '学习不深入', measures: 1 })
})

test('undo never overwrites what was written since', async () => {
  const { db, store } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  // The same ledger in another hand: what it writes is not this person's to take back.
  const other = new LedgerStore(db, store.ports)
  await other.run('ledger', setStatus('已销号'))
  expect(await store.undo('ledger')).toEqual({ ok: false, error: { type: 'changed-since', intent: '修改状态' } })
  expect(await problem(db)).toMatchObject({ status: 'closed' })
})

test('an act that changes nothing writes nothing', async () => {
  const { pc, store } = await withLedger()
  expect(await store.run('ledger', setStatus('整改中'))).toMatchObject({ ok: true, value: { sequence: null } })
  expect(pc.main.journal).toHaveLength(1)
})

test('a value that is not understood is refused with its reason', async () => {
  const { pc, store } = await withLedger()
  expect(await store.run('ledger', setStatus('差不多了'))).toMatchObject({ ok: false, error: { type: 'value-not-understood' } })
  expect(await store.run('ledger', setStatus('已完成', 'p9'))).toMatchObject({ ok: false, error: { type: 'entity-removed' } })
  expect(await store.run('other', setStatus('已完成'))).toMatchObject({ ok: false })
  expect(pc.main.journal).toHaveLength(1)
})

test('acts asked for at once are carried out one after the other', async () => {
  const { db, store } = await withLedger()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      store.run('ledger', { type: 'add-progress', problemId: 'p1', measureId: null, on: null, text: `第${i + 1}次` }),
    ),
  )
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const { progress } = await recordsIn(db)
  expect([...progress].sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ text }) => text)).toEqual(
    Array.from({ length: 20 }, (_, i) => `第${i + 1}次`),
  )
})

test('a ledger leaves as a package and comes back on another PC with its history', async () => {
  const { store } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  const bytes = await store.packageOf('ledger', '0.1.0')
  if (!bytes.ok) throw new Error(bytes.error.type)
  const opened = openLedgerPackage(automergeEngine(countingIds('z')), bytes.value)
  expect(opened).toMatchObject({ ok: true })
  const other = await aPc().start()
  expect(await other.store.openPackage(bytes.value)).toEqual({ ok: true, value: { ledgerId: 'ledger', errors: 0 } })
  expect(await problem(other.db)).toMatchObject({ status: 'done' })
  expect(await other.store.openPackage(bytes.value)).toEqual({ ok: true, value: { ledgerId: 'ledger', errors: 0 } })
  await other.store.run('ledger', setStatus('已销号'))
  expect(await other.store.openPackage(bytes.value)).toMatchObject({ ok: false, error: { type: 'ledger-already-here' } })
})

test('a package says as it is taken in how much in it contradicts itself, and the ledger can be checked at any time', async () => {
  const { store } = await withLedger()
  const clean = await store.integrityOf('ledger', () => undefined)
  expect(clean.ok && clean.value.filter(({ severity }) => severity !== 'hint')).toEqual([])
  const frozen = readFileSync(new URL('../../fixtures/frozen/first-format.zgtz', import.meta.url))
  const opened = await store.openPackage(frozen)
  if (!opened.ok) throw new Error(opened.error.type)
  expect(opened.value.errors).toBe(1)
  const findings = await store.integrityOf(opened.value.ledgerId, () => undefined)
  expect(findings.ok && findings.value[0]).toMatchObject({ rule: 'integrity.closed-before-completed', place: { number: 2 } })
})

test('what hangs on a removed measure is no orphan: it waits in the 回收站', async () => {
  const { store } = await withLedger()
  await store.run('ledger', { type: 'add-measure', problemId: 'p1', text: '换管' })
  const before = await store.integrityOf('ledger', () => undefined)
  const bytes = await store.packageOf('ledger', '0.1.0')
  if (!bytes.ok) throw new Error(bytes.error.type)
  const opened = openLedgerPackage(automergeEngine(countingIds('y')), bytes.value)
  const measureId = opened.ok ? (opened.value.ledger.problems[0]?.measures.at(-1)?.id ?? '') : ''
  await store.run('ledger', { type: 'add-progress', problemId: 'p1', measureId, on: null, text: '已换' })
  await store.run('ledger', { type: 'remove-measure', problemId: 'p1', measureId })
  expect(await store.integrityOf('ledger', () => undefined)).toEqual(before)
})
test('files that records name go out with the ledger and stay on the other PC; one that is lost keeps nobody from leaving', async () => {
  const frozen = strToU8('{"format":{}}')
  const { sha256, records } = withSnapshot(frozen)
  const pc = aPc()
  const { store } = await pc.start()
  await store.createLedger(records, '建立台账')
  pc.main.attachments.set(sha256, frozen)
  const bytes = unwrapped(await store.packageOf('ledger', '0.1.0'))
  const other = aPc()
  const there = await other.start()
  expect(await there.store.openPackage(bytes)).toMatchObject({ ok: true })
  expect([...other.main.attachments]).toEqual([[sha256, frozen]])
  // Opened again, it brings back what was lost.
  other.main.attachments.clear()
  expect(await there.store.openPackage(bytes)).toMatchObject({ ok: true })
  expect(other.main.attachments.has(sha256)).toBe(true)
  // The snapshots of this PC go without: main keeps the files beside them.
  await store.writeSnapshot('0.1.0')
  const filesIn = (of: Uint8Array) => unwrapped(decodeFiles(of)).filesByHash.size
  expect(filesIn(pc.main.snapshots.get(1)?.get('ledger') ?? new Uint8Array())).toBe(0)
  pc.main.attachments.clear()
  expect(filesIn(unwrapped(await store.packageOf('ledger', '0.1.0')))).toBe(0)
})

const withSnapshot = (content: Uint8Array) => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { sha256, records: { ...sketch().records, snapshot: [recordOf('snapshot', { id: 's1', title: '六月', sha256 })] } }
}

test('a cut package is refused and nothing is written', async () => {
  const { pc, store } = await withLedger()
  const bytes = await store.packageOf('ledger', '0.1.0')
  if (!bytes.ok) throw new Error(bytes.error.type)
  expect(await store.openPackage(bytes.value.slice(0, -9))).toMatchObject({ ok: false })
  expect(pc.main.journal).toHaveLength(1)
})

test('an emptied database is made again from snapshot and journal, and said', async () => {
  const { pc, store, db } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  expect(await store.writeSnapshot('0.1.0')).toEqual({ ok: true, value: { sequence: 2 } })
  await store.run('ledger', setStatus('整改中', 'p2'))
  await store.run('ledger', { type: 'add-measure', problemId: 'p2', text: '每月检查' })
  const before = await recordsIn(db)
  await db.delete()
  const again = await pc.start()
  expect(again.report).toMatchObject({ type: 'rebuilt', count: 4, incidents: [{ type: 'missing' }] })
  const sorted = (records: LedgerRecords) =>
    JSON.stringify([...records.problem, ...records.measure].sort((a, b) => (a.id < b.id ? -1 : 1)))
  expect(sorted(await recordsIn(again.db))).toBe(sorted(before))
  expect(await again.db.problems.get('p2')).toMatchObject({ status: 'inProgress', measures: 1 })
  expect((await pc.start()).report.type).toBe('continued')
})

test('changes whose journal records are damaged too are counted and said', async () => {
  const { pc, store, db } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  await store.run('ledger', setStatus('整改中', 'p2'))
  pc.main.journal.splice(1, 1)
  await db.delete()
  const again = await pc.start()
  expect(again.report).toMatchObject({ type: 'rebuilt', count: 2 })
  expect(again.report.incidents).toMatchObject([{ type: 'missing' }, { type: 'changes-lost', count: 1 }])
  expect(await problem(again.db)).toMatchObject({ status: 'inProgress' })
  expect(await problem(again.db, 'p2')).toMatchObject({ status: 'inProgress' })
  expect((await pc.start()).report.type).toBe('continued')
})

test('a journal entry that cannot be used keeps no other out', async () => {
  const { pc, store } = await withLedger()
  const entry = pc.main.journal[0] ?? defect('the ledger was accepted')
  pc.main.journal.push({ sequence: 2, ledgerId: 'ledger', documents: [{ key: 'problem:p1', bytes: new Uint8Array([7, 8]) }] })
  pc.main.journal.push({ ...entry, sequence: 3 })
  const again = await pc.start()
  expect(again.report).toMatchObject({ type: 'replayed', count: 1, incidents: [{ type: 'changes-lost', count: 1 }] })
  expect(await problem(again.db)).toMatchObject({ status: 'inProgress' })
  expect((await pc.start()).report.type).toBe('continued')
  expect(store.db.name).toBe(pc.databaseName)
})

test('documents that went missing are noticed and brought back', async () => {
  const { pc, db } = await withLedger()
  await db.documents.delete('problem:p2')
  const again = await pc.start()
  expect(again.report).toMatchObject({ type: 'rebuilt', incidents: [{ type: 'incomplete' }] })
  expect(await problem(again.db, 'p2')).toMatchObject({ statement: '作风不实' })
})

test('rows are made again where they do not belong to the documents', async () => {
  const { pc, db } = await withLedger()
  await db.records.clear()
  await db.problems.clear()
  const again = await pc.start()
  expect(again.report.type).toBe('continued')
  expect(await again.db.problems.count()).toBe(2)
  expect((await recordsIn(again.db)).measure).toMatchObject([{ text: '制定学习计划' }])
})

test('a journal folder that was lost leaves the ledger as it is and asks for a snapshot', async () => {
  const { pc, db } = await withLedger()
  pc.main.journal.length = 0
  pc.main.generation = null
  pc.main.raisedTo = 0
  const again = await pc.start()
  expect(again.report.type).toBe('journal-behind')
  expect(await problem(again.db)).toMatchObject({ statement: '学习不深入' })
  expect(await again.store.run('ledger', setStatus('已完成'))).toMatchObject({ ok: true, value: { sequence: 2 } })
  expect((await pc.start()).report.type).toBe('continued')
  expect(db.name).toBe(pc.databaseName)
})

test('a new problem stands where it was put', async () => {
  const { db, store } = await withLedger()
  const [first] = (await db.problems.toArray()).sort((a, b) => (a.order < b.order ? -1 : 1))
  const added = await store.run('ledger', {
    type: 'add-problem',
    nodeId: null,
    afterId: first?.id ?? null,
    statement: '新发现的问题',
  })
  expect(added).toMatchObject({ ok: true, value: { intent: '添加问题' } })
  const rows = (await db.problems.toArray()).sort((a, b) => (a.order < b.order ? -1 : 1))
  expect(rows.map(({ statement }) => statement)).toEqual(['学习不深入', '新发现的问题', '作风不实'])
  await store.undo('ledger')
  expect(await db.problems.count()).toBe(2)
})

test('unfinished dates belong to the year of the notice, or to this one', async () => {
  const { db, store } = await withLedger()
  await store.run('ledger', { type: 'set-field', problemId: 'p1', measureId: null, field: 'deadline', value: '9月底前' })
  expect(await problem(db)).toMatchObject({ deadlineOn: '2021-09-30', deadlineWords: '9月底前' })
  expect(clockAt('2021-06-01').today()).toBe('2021-06-01')
})

test('a mark taken back can be set again, with nothing left of what stood there before', async () => {
  const { db, store } = await withLedger()
  const withheld = (field: 'withheld' | 'withheldReason', value: string) =>
    store.run('ledger', { type: 'set-field', problemId: 'p2', measureId: null, field, value })
  await withheld('withheldReason', '涉密')
  await store.undo('ledger')
  expect(await withheld('withheld', '是')).toMatchObject({ ok: true })
  expect((await recordsIn(db)).officePart.filter(({ problemId }) => problemId === 'p2')).toMatchObject([
    { id: 'p2', withheld: true, withheldReason: null },
  ])
  await store.undo('ledger')
  expect((await recordsIn(db)).officePart.filter(({ problemId }) => problemId === 'p2')).toEqual([])
})

test('after IndexedDB has refused a change nothing more is accepted until the next start, which brings it back', async () => {
  const { pc, db, store } = await withLedger()
  vi.spyOn(db, 'transaction').mockRejectedValueOnce(new DOMException('disk', 'UnknownError'))
  const answers = await Promise.allSettled([
    store.run('ledger', setStatus('已完成')),
    store.run('ledger', setStatus('基本完成', 'p2')),
  ])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const again = await pc.start()
  expect(again.report).toMatchObject({ type: 'replayed', count: 1 })
  expect(await problem(again.db)).toMatchObject({ status: 'done' })
  expect(await problem(again.db, 'p2')).toMatchObject({ status: 'notStarted' })
})

test('a new act ends what could be redone', async () => {
  const { store } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  await store.undo('ledger')
  await store.run('ledger', setStatus('基本完成', 'p2'))
  expect(await store.redo('ledger')).toMatchObject({ ok: false, error: { type: 'nothing-to-redo' } })
})

test('two snapshots asked for at once are one, and it holds every ledger', async () => {
  const { pc, store } = await withLedger()
  const both = await Promise.all([store.writeSnapshot('0.1.0'), store.writeSnapshot('0.1.0')])
  expect(both[0]).toBe(both[1])
  expect([...(pc.main.snapshots.get(1)?.keys() ?? [])]).toEqual(['ledger'])
})

test('a package that names documents of another ledger is refused before anything is touched', async () => {
  const elsewhere = await aPc().start()
  const { records } = sketch()
  const renamed = { ...records, ledger: records.ledger.map((own) => ({ ...own, id: 'other' })) }
  await elsewhere.store.createLedger(renamed, '建立台账')
  const bytes = await elsewhere.store.packageOf('other', '0.1.0')
  if (!bytes.ok) throw new Error(bytes.error.type)
  const { pc, db, store } = await withLedger()
  expect(await store.openPackage(bytes.value)).toMatchObject({ ok: false, error: { type: 'package-foreign' } })
  expect(pc.main.journal).toHaveLength(1)
  expect((await db.documents.toArray()).every(({ ledgerId }) => ledgerId === 'ledger')).toBe(true)
})

test('rows are made again on request, from the documents', async () => {
  const { db, store } = await withLedger()
  await db.problems.clear()
  expect(await store.repairRows(() => undefined)).toEqual({ ok: true, value: null })
  expect(await db.problems.count()).toBe(2)
})

test('one’s own acts can be taken back and done again after a restart', async () => {
  const { pc, db, store } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  await store.run('ledger', { type: 'add-progress', problemId: 'p1', measureId: null, on: null, text: '召开专题会议' })
  await store.undo('ledger')
  expect(await problem(db)).toMatchObject({ status: 'done' })
  const again = await pc.start()
  expect(await again.store.undoState('ledger')).toEqual({ undo: '修改状态', redo: '添加进展' })
  await again.store.undo('ledger')
  expect(await problem(again.db)).toMatchObject({ status: 'inProgress' })
  const third = await pc.start()
  await third.store.redo('ledger')
  await third.store.redo('ledger')
  expect(await problem(third.db)).toMatchObject({ status: 'done' })
  expect((await recordsIn(third.db)).progress).toMatchObject([{ text: '召开专题会议' }])
  expect(await third.store.undoState('ledger')).toEqual({ undo: '添加进展', redo: null })
})

test('what another PC did in a ledger that was taken in is not one’s own to take back', async () => {
  const { store } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  const bytes = unwrapped(await store.packageOf('ledger', '0.1.0'))
  const other = await aPc().start()
  expect((await other.store.openPackage(bytes)).ok).toBe(true)
  expect(await other.store.undo('ledger')).toMatchObject({ ok: false, error: { type: 'nothing-to-undo' } })
})

test('a removed problem stands in the trash over a restart, and restoring it is an act that can be taken back', async () => {
  const { pc, store } = await withLedger()
  expect(await store.trash('ledger')).toEqual({ ok: true, value: [] })
  await store.run('ledger', { type: 'remove-problem', problemId: 'p1' })
  const again = await pc.start()
  expect(await again.store.trash('ledger')).toMatchObject({
    value: [{ entity: 'problem:p1', what: '问题', title: '学习不深入', author: { clerk: '王科' } }],
  })
  expect(await again.store.restore('ledger', 'problem:p1', 'problem:p1')).toMatchObject({ value: { intent: '恢复问题' } })
  expect(await again.db.problems.get('p1')).toMatchObject({ statement: '学习不深入', measures: 1 })
  expect((await recordsIn(again.db)).officePart).toMatchObject([{ withheld: true }])
  expect(await again.store.trash('ledger')).toEqual({ ok: true, value: [] })
  await again.store.undo('ledger')
  expect(await again.db.problems.get('p1')).toBeUndefined()
  expect(await again.store.restore('ledger', 'problem:p1', 'measure:none')).toMatchObject({
    error: { type: 'nothing-to-restore' },
  })
})

test('the history of a problem tells what was written over what, and who wrote what stands', async () => {
  const { store } = await withLedger()
  await store.run('ledger', setStatus('已完成'))
  await store.undo('ledger')
  const { entries, written } = unwrapped(await store.history('ledger', 'p1', 2))
  const change = (from: string, to: string) => ({ life: 'changed', fields: [{ title: '状态', from: [from], to }] })
  expect(entries).toMatchObject([
    { intent: '撤销：修改状态', records: [change('已完成', '整改中')] },
    { intent: '修改状态', author: { clerk: '王科' }, records: [change('整改中', '已完成')] },
  ])
  const status = written.find(({ entity, title }) => entity === 'problem:p1' && title === '状态')
  expect(status).toMatchObject({ value: '整改中', writers: [{ intent: '撤销：修改状态' }] })
})

test('acts on several problems at once, on the outline and on the registers are carried out and taken back as one', async () => {
  const { db, store } = await withLedger()
  const both = ['p1', 'p2'].map((problemId) => ({ problemId, measureId: null }))
  const set = await store.run('ledger', { type: 'set-status', targets: both, status: 'done' })
  expect(set).toMatchObject({ ok: true })
  expect((await db.problems.toArray()).map(({ status }) => status)).toEqual(['done', 'done'])
  await store.undo('ledger')
  expect((await db.problems.toArray()).map(({ status }) => status)).not.toEqual(['done', 'done'])
  const added = unwrapped(
    await store.run('ledger', { type: 'add-node', parentId: null, afterId: null, heading: '党建方面', text: '' }),
  )
  expect((await db.ledgers.get('ledger'))?.nodes).toMatchObject([{ id: added.created[0], heading: '党建方面' }])
  await store.run('ledger', { type: 'move-problems', ids: ['p2'], nodeId: added.created[0] ?? null, afterId: null })
  expect(await db.problems.get('p2')).toMatchObject({ nodeId: added.created[0] })
  const joined = await store.run('ledger', { type: 'join-problems', intoId: 'p1', ids: ['p2'], statement: null })
  expect(joined).toMatchObject({ ok: true })
  expect(await db.problems.count()).toBe(1)
  await store.undo('ledger')
  expect(await db.problems.count()).toBe(2)
  const meeting = await store.run('ledger', {
    type: 'add-record',
    kind: 'meeting',
    problemId: null,
    fields: { 日期: '2021年5月8日', 议题: '研究整改' },
  })
  expect(meeting).toMatchObject({ ok: true, value: { intent: '添加会议' } })
  expect((await recordsIn(db)).meeting).toMatchObject([{ on: '2021-05-08', subject: '研究整改' }])
})

test('a document of 督办 names a problem it does not read', async () => {
  const { db, store } = await withLedger()
  const issued = await store.run('ledger', {
    type: 'issue-notice',
    kind: 'handling',
    pc: 'PC-1',
    year: 2021,
    unit: '县水利局',
    supervisionId: null,
    problemId: 'p1',
    text: '请于月底前完成。',
    replyDue: null,
  })
  expect(issued).toMatchObject({ ok: true })
  expect((await recordsIn(db)).supervisionNotice).toMatchObject([{ problemId: 'p1', number: 1 }])
})

test('acts of one moment are told in the order they were done, an act on several problems among them', async () => {
  const { store } = await withLedger()
  const both = ['p1', 'p2'].map((problemId) => ({ problemId, measureId: null }))
  await store.run('ledger', setStatus('已完成'))
  await store.run('ledger', { type: 'set-status', targets: both, status: 'inProgress' })
  await store.run('ledger', setStatus('基本完成'))
  await store.undo('ledger')
  const { entries } = unwrapped(await store.history('ledger', 'p1', 9))
  expect(entries.map(({ intent }) => intent)).toEqual([
    '撤销：修改状态',
    '修改状态',
    '批量修改状态（2项）',
    '修改状态',
    '建立台账',
  ])
})

test('what a join moved is not in the trash, is brought back by 撤销, and goes again with 重做', async () => {
  const { store } = await withLedger()
  await store.run('ledger', { type: 'join-problems', intoId: 'p1', ids: ['p2'], statement: null })
  expect(await store.trash('ledger')).toEqual({ ok: true, value: [] })
  await store.undo('ledger')
  await store.redo('ledger')
  expect(await store.trash('ledger')).toEqual({ ok: true, value: [] })
})

test('what belongs to a removed problem waits for it, in its office document too', async () => {
  const { store } = await withLedger()
  const added = unwrapped(
    await store.run('ledger', {
      type: 'add-record',
      kind: 'accountability',
      problemId: 'p1',
      fields: { 所属问题: 'p1', 类别: '党纪处分', 数量: '2' },
    }),
  )
  const id = added.created[0] ?? ''
  await store.run('ledger', { type: 'remove-record', kind: 'accountability', problemId: 'p1', id })
  await store.run('ledger', { type: 'remove-problem', problemId: 'p1' })
  expect(await store.restore('ledger', 'office:p1', `accountability:${id}`)).toMatchObject({
    error: { type: 'owner-removed', what: '问题' },
  })
})
