import { describe, expect, test } from 'vitest'
import type { LedgerDatabase } from '../../../renderer/data/database.ts'
import type { LedgerStore } from '../../../renderer/data/ledger-store.ts'
import type { ShownPlan, TakenIn } from '../../../renderer/data/take-packages.ts'
import type { LedgerCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { LedgerRecords } from '../../../shared/domain/records/record-kinds.ts'
import type { Rejections } from '../../../shared/exchange/take-in.ts'
import type { AutomergeDocument } from '../../../shared/merge/automerge-engine.ts'
import type { FieldKey } from '../../../shared/merge/flat-map.ts'
import { byKind } from '../../../shared/merge/record-codec.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { aPc } from '../../support/a-store.ts'
import { unwrapped } from '../../support/expect-ok.ts'

type Store = LedgerStore<AutomergeDocument>
interface Running {
  readonly store: Store
  readonly db: LedgerDatabase
  readonly main: ReturnType<typeof aPc>['main']
}

const VERSION = '0.1.0'
const ALWAYS = () => true

const started = async (name: string, unit: string): Promise<Running> => {
  const pc = aPc(name, unit)
  return { ...(await pc.start()), main: pc.main }
}

const sketch = () =>
  aLedger({
    problems: [
      {
        statement: '学习不深入',
        measures: [{ text: '制定学习计划' }],
        responsibilities: [{ role: 'leadUnit', name: '柳塘镇党委' }],
        office: { notes: '只在办内' },
      },
      { statement: '作风不实', responsibilities: [{ role: 'leadUnit', name: '县民政局' }] },
    ],
  })

const anOffice = async (name = 'a'): Promise<Running> => {
  const office = await started(name, '县委整改办')
  unwrapped(await office.store.createLedger(sketch().records, '建立台账'))
  return office
}

const recordsIn = async ({ db }: Running, ledgerId: string): Promise<LedgerRecords> =>
  byKind((await db.records.where('ledgerId').equals(ledgerId).toArray()).flatMap(({ records }) => records))

const setField = (field: string, value: string, problemId = 'p1'): LedgerCommand => ({
  type: 'set-field',
  problemId,
  measureId: null,
  field,
  value,
})

const planned = async ({ store }: Running, ledgerId: string, ...files: readonly Uint8Array[]): Promise<ShownPlan> => {
  const plan = unwrapped(await store.exchange.plan(ledgerId, { files, relation: null }, ALWAYS))
  if (plan === null) throw new Error('nobody stopped it')
  return plan
}

const taken = async (
  running: Running,
  ledgerId: string,
  files: readonly Uint8Array[],
  rejections: Rejections = new Map(),
): Promise<TakenIn> => {
  const { token } = await planned(running, ledgerId, ...files)
  const done = unwrapped(
    await running.store.exchange.takeIn(ledgerId, { files, relation: null }, { token, rejections }, ALWAYS, VERSION),
  )
  if (done === null) throw new Error('nobody stopped it')
  return done
}

const wholeOf = async ({ store }: Running): Promise<Uint8Array> => unwrapped(await store.packageOf('ledger', VERSION))

/** The part of 柳塘镇 on a PC of its own. */
const handedOut = async (office: Running, withAttachments = false) => {
  const sent = unwrapped(await office.store.exchange.slice('ledger', { unit: '柳塘镇党委', withAttachments }, VERSION))
  unwrapped(await office.store.exchange.noteSent('ledger', [{ purpose: 'slice', unit: '柳塘镇党委', ...sent }]))
  const unit = await started('u', '柳塘镇党委')
  const { ledgerId } = unwrapped(await unit.store.openPackage(sent.bytes))
  return { sent, unit, ledgerId }
}

describe('a copy of the ledger', () => {
  test('is planned and taken in: rows, history and files follow; the second time it changes nothing', async () => {
    const [a, b] = [await anOffice('a'), await started('b', '县委整改办')]
    unwrapped(await b.store.openPackage(await wholeOf(a)))
    unwrapped(await b.store.run('ledger', setField('statement', '学习不深不透')))
    const copy = await wholeOf(b)
    const plan = await planned(a, 'ledger', copy)
    expect(plan.packages).toMatchObject([{ purpose: 'whole', state: 'news' }])
    expect(plan.documents).toMatchObject([
      {
        key: 'problem:p1',
        number: 1,
        verdict: 'changed',
        news: [{ title: '反馈问题', before: '学习不深入', after: '学习不深不透' }],
      },
    ])
    expect((await recordsIn(a, 'ledger')).problem.find(({ id }) => id === 'p1')?.statement).toBe('学习不深入')
    const done = await taken(a, 'ledger', [copy])
    expect(done).toMatchObject({ taken: 1, rejected: 0, conflicts: 0 })
    expect((await a.db.problems.get('p1'))?.statement).toBe('学习不深不透')
    const history = unwrapped(await a.store.history('ledger', 'p1', 10))
    expect(history.entries[0]?.records[0]?.fields[0]).toMatchObject({ to: '学习不深不透' })
    expect((await planned(a, 'ledger', copy)).packages).toMatchObject([{ state: 'same' }])
    expect((await recordsIn(a, 'ledger')).transfer).toMatchObject([{ direction: 'in', purpose: 'whole', unit: '县委整改办' }])
    await taken(a, 'ledger', [copy])
    expect((await recordsIn(a, 'ledger')).transfer).toHaveLength(1)
    unwrapped(await b.store.run('ledger', setField('result', '已见成效')))
    const later = await wholeOf(b)
    await taken(a, 'ledger', [later, later])
    expect((await recordsIn(a, 'ledger')).transfer.filter(({ direction }) => direction === 'in')).toHaveLength(2)
  })

  test('of another ledger is refused, and so is a plan that something was written behind', async () => {
    const [a, b] = [await anOffice('a'), await started('b', '县委整改办')]
    unwrapped(await b.store.createLedger(otherLedger(), '建立台账'))
    const other = unwrapped(await b.store.packageOf('other', VERSION))
    expect(await a.store.exchange.plan('ledger', { files: [other], relation: null }, ALWAYS)).toEqual({
      ok: false,
      error: { type: 'other-ledger' },
    })
    const copy = await wholeOf(a)
    const { token } = await planned(a, 'ledger', copy)
    unwrapped(await a.store.run('ledger', setField('statement', '后来的改动')))
    expect(
      await a.store.exchange.takeIn(
        'ledger',
        { files: [copy], relation: null },
        { token, rejections: new Map() },
        ALWAYS,
        VERSION,
      ),
    ).toEqual({
      ok: false,
      error: { type: 'plan-outdated' },
    })
  })

  test('can be stopped while it is planned and while it is taken in, and nothing is written', async () => {
    const a = await anOffice('a')
    const many = aLedger({ problems: Array.from({ length: 60 }, (_, i) => ({ statement: `问题${i}` })) })
    const b = await started('b', '县委整改办')
    unwrapped(await b.store.createLedger(many.records, '建立台账'))
    const copy = await wholeOf(b)
    const c = await started('c', '县委整改办')
    unwrapped(await c.store.openPackage(copy))
    for (const id of ['p1', 'p30', 'p59']) unwrapped(await c.store.run('ledger', setField('statement', '改过', id)))
    const changed = await wholeOf(c)
    expect(await b.store.exchange.plan('ledger', { files: [changed], relation: null }, () => false)).toEqual({
      ok: true,
      value: null,
    })
    const { token } = await planned(b, 'ledger', changed)
    const entries = b.main.journal.length
    expect(
      await b.store.exchange.takeIn(
        'ledger',
        { files: [changed], relation: null },
        { token, rejections: new Map() },
        (done) => done < 50,
        VERSION,
      ),
    ).toEqual({ ok: true, value: null })
    expect(b.main.journal).toHaveLength(entries)
    expect(a.main.journal).toHaveLength(1)
  })
})

describe('what two people wrote differently', () => {
  /** Both wrote the statement of p1. */
  const inConflict = async () => {
    const [a, b] = [await anOffice('a'), await started('b', '县委整改办')]
    unwrapped(await b.store.openPackage(await wholeOf(a)))
    unwrapped(await a.store.run('ledger', setField('statement', '甲的写法')))
    unwrapped(await b.store.run('ledger', setField('statement', '乙的写法')))
    return { a, b, copy: await wholeOf(b) }
  }
  const KEY = 'problem:p1/statement' as FieldKey

  test('stands side by side, refuses ordinary edits and 销号, and ends with what a person chooses', async () => {
    const { a, b, copy } = await inConflict()
    expect((await taken(a, 'ledger', [copy])).conflicts).toBe(1)
    expect((await a.db.problems.get('p1'))?.conflicts).toBe(1)
    expect(await a.db.records.where('[ledgerId+hasConflicts]').equals(['ledger', 1]).primaryKeys()).toEqual(['problem:p1'])
    expect(await a.store.run('ledger', setField('statement', '第三种'))).toMatchObject({ error: { type: 'field-in-conflict' } })
    const application = { type: 'apply-closure', problemId: 'p1', on: null, by: null, text: '申请' } as unknown as LedgerCommand
    expect(await a.store.run('ledger', application)).toEqual({
      ok: false,
      error: { type: 'conflicts-unresolved', count: 1, what: '销号' },
    })
    unwrapped(await a.store.exchange.resolve('ledger', [{ document: 'problem:p1', key: KEY, value: '合起来的写法' }]))
    expect(await a.db.problems.get('p1')).toMatchObject({ conflicts: 0, statement: '合起来的写法' })
    unwrapped(await a.store.run('ledger', application))
    expect(await a.store.exchange.resolve('ledger', [{ document: 'problem:p1', key: KEY, value: '再来' }])).toMatchObject({
      error: { type: 'no-such-conflict' },
    })
    // The other PC learns what was chosen.
    await taken(b, 'ledger', [await wholeOf(a)])
    expect((await b.db.problems.get('p1'))?.statement).toBe('合起来的写法')
  })

  test('ends with the text that stood here where the other is rejected; other news are taken', async () => {
    const { a, b } = await inConflict()
    unwrapped(await b.store.run('ledger', setField('result', '已见成效')))
    const copy = await wholeOf(b)
    const rejections: Rejections = new Map([['problem:p1', { reason: '与反馈意见原文不符', items: new Set([KEY]) }]])
    const done = await taken(a, 'ledger', [copy], rejections)
    expect(done).toMatchObject({ conflicts: 0 })
    expect(done.receipts[0]?.receipt.rejected).toMatchObject([
      { number: 1, what: '问题的反馈问题', reason: '与反馈意见原文不符' },
    ])
    const [problem] = (await recordsIn(a, 'ledger')).problem.filter(({ id }) => id === 'p1')
    expect(problem).toMatchObject({ statement: '甲的写法', result: '已见成效' })
  })
})

describe('the part of a unit', () => {
  test('is handed out, worked on, answered, taken in and receipted; who did what when is noted on both sides', async () => {
    const office = await anOffice()
    const { sent, unit, ledgerId } = await handedOut(office)
    expect(sent.problems).toBe(1)
    const acknowledged = unwrapped(await unit.store.exchange.noteOpened(ledgerId, sent.bytes, VERSION))
    expect(unwrapped(await office.store.exchange.noteReceipt(acknowledged))).toMatchObject({ ledgerId: 'ledger' })
    expect(await unit.store.exchange.reply(ledgerId, false, VERSION)).toEqual({ ok: false, error: { type: 'nothing-to-reply' } })
    unwrapped(await unit.store.run(ledgerId, { ...setField('text', '已制定并印发'), measureId: 'p1-m1' } as LedgerCommand))
    const reply = unwrapped(await unit.store.exchange.reply(ledgerId, false, VERSION))
    expect(reply).toMatchObject({ problems: 1, changes: 1 })
    unwrapped(await unit.store.exchange.noteSent(ledgerId, [{ purpose: 'reply', unit: '县委整改办', ...reply }]))
    const seen = unwrapped(await office.store.exchange.lookAt(reply.bytes))
    expect(seen).toMatchObject({ purpose: 'reply', unit: '柳塘镇党委', home: { ledgerId: 'ledger' }, receivedOn: null })
    const done = await taken(office, 'ledger', [reply.bytes])
    expect((await recordsIn(office, 'ledger')).measure[0]?.text).toBe('已制定并印发')
    expect(unwrapped(await office.store.exchange.lookAt(reply.bytes)).receivedOn).toBe('2021-06-01')
    const back = done.receipts[0]
    expect(back).toMatchObject({ unit: '柳塘镇党委', receipt: { problems: 1, taken: 1 } })
    expect(unwrapped(await unit.store.exchange.lookAt(back?.bytes ?? new Uint8Array()))).toMatchObject({
      purpose: 'receipt',
      home: { ledgerId },
    })
    unwrapped(await unit.store.exchange.noteReceipt(back?.bytes ?? new Uint8Array()))
    unwrapped(await unit.store.exchange.noteReceipt(back?.bytes ?? new Uint8Array()))
    expect((await recordsIn(office, 'ledger')).transfer).toMatchObject([
      { direction: 'out', purpose: 'slice', unit: '柳塘镇党委' },
      { direction: 'in', purpose: 'receipt', unit: '柳塘镇党委' },
      { direction: 'in', purpose: 'reply', unit: '柳塘镇党委', changes: 1 },
    ])
    expect((await recordsIn(unit, ledgerId)).transfer.map(({ direction, purpose }) => `${direction} ${purpose}`)).toEqual([
      'in slice',
      'out reply',
      'in receipt',
    ])
  })

  test('a receipt for a file that was never sent from here is refused', async () => {
    const office = await anOffice()
    const { sent, unit, ledgerId } = await handedOut(office)
    const receipt = unwrapped(await unit.store.exchange.noteOpened(ledgerId, sent.bytes, VERSION))
    const stranger = await anOffice('s')
    expect(await stranger.store.exchange.noteReceipt(receipt)).toEqual({
      ok: false,
      error: { type: 'receipt-unknown', unit: '柳塘镇党委' },
    })
    expect(unwrapped(await stranger.store.exchange.lookAt(receipt)).home).toBeNull()
  })

  test('takes 佐证材料 along where they are asked for, and brings its own back', async () => {
    const office = await anOffice()
    const proof = new TextEncoder().encode('会议签到表')
    const { sha256 } = unwrapped(await office.main.invoke('attachment.put', { bytes: proof }))
    const add = (secrecy: string) =>
      ({
        type: 'add-record',
        kind: 'attachment',
        problemId: 'p1',
        fields: { ownerId: 'p1', name: '签到表.txt', sha256, size: '15', secrecy },
      }) as unknown as LedgerCommand
    unwrapped(await office.store.run('ledger', add('无')))
    unwrapped(await office.store.run('ledger', add('秘密')))
    const without = await handedOut(office)
    expect((await recordsIn(without.unit, without.ledgerId)).attachment).toEqual([])
    const { unit, ledgerId } = await handedOut(office, true)
    expect((await recordsIn(unit, ledgerId)).attachment).toMatchObject([{ secrecy: 'none' }])
    expect([...unit.main.attachments.keys()]).toEqual([sha256])
    const own = new TextEncoder().encode('学习计划')
    const { sha256: ownHash } = unwrapped(await unit.main.invoke('attachment.put', { bytes: own }))
    unwrapped(
      await unit.store.run(ledgerId, {
        ...add('无'),
        fields: { ownerId: 'p1', name: '学习计划.txt', sha256: ownHash, size: '12' },
      } as unknown as LedgerCommand),
    )
    const reply = unwrapped(await unit.store.exchange.reply(ledgerId, true, VERSION))
    await taken(office, 'ledger', [reply.bytes])
    expect(office.main.attachments.has(ownHash)).toBe(true)
    expect((await recordsIn(office, 'ledger')).attachment.map(({ name }) => name)).toContain('学习计划.txt')
  })
})

describe('a ledger typed apart from the same feedback', () => {
  test('is related by confirmed pairs: what only one side says stands, what both say differently is a conflict, and twice changes nothing', async () => {
    const [a, b] = [await anOffice('a'), await started('b', '县纪委监委')]
    const apart = aLedger({
      problems: [
        { id: 'q1', statement: '学习不深入', target: '年底前完成', measures: [{ text: '制定学习计划' }] },
        { id: 'q2', statement: '作风不实', status: 'done' },
        { id: 'q3', statement: '对方另有的问题' },
      ],
    })
    const theirs = { ...apart.records, ledger: apart.records.ledger.map((own) => ({ ...own, id: 'apart' })) }
    unwrapped(await b.store.createLedger(theirs, '建立台账'))
    unwrapped(await a.store.run('ledger', setField('status', '整改中', 'p2')))
    const copy = unwrapped(await b.store.packageOf('apart', VERSION))
    const suggested = unwrapped(await a.store.exchange.suggestRelation('ledger', copy))
    expect(suggested.pairs.map(({ theirs: their, mine, by }) => [their.number, mine?.number ?? null, by])).toEqual([
      [1, 1, 'equal'],
      [2, 2, 'equal'],
      [3, null, 'none'],
    ])
    const relation = {
      pairs: suggested.pairs.flatMap(({ theirs: their, mine }) => (mine === null ? [] : [{ mine: mine.id, theirs: their.id }])),
      added: ['q3'],
    }
    const plan = unwrapped(await a.store.exchange.plan('ledger', { files: [copy], relation }, ALWAYS))
    expect(plan?.related?.leftOut).toMatchObject({ problems: 0, notices: 1 })
    const decided = { token: plan?.token ?? '', rejections: new Map() }
    const done = unwrapped(await a.store.exchange.takeIn('ledger', { files: [copy], relation }, decided, ALWAYS, VERSION))
    expect(done?.conflicts).toBeGreaterThan(0)
    const records = await recordsIn(a, 'ledger')
    expect(records.problem).toHaveLength(3)
    expect(records.measure).toHaveLength(1)
    expect(records.problem.find(({ id }) => id === 'p1')?.target).toBe('年底前完成')
    expect((await a.db.problems.get('p2'))?.conflicts).toBeGreaterThan(0)
    expect(records.transfer).toMatchObject([{ direction: 'in', purpose: 'related', unit: '县纪委监委' }])
    const again = unwrapped(await a.store.exchange.plan('ledger', { files: [copy], relation }, ALWAYS))
    expect(again?.packages).toMatchObject([{ state: 'same' }])
  })

  test('is refused where it is a copy of this very ledger', async () => {
    const a = await anOffice('a')
    const choice = { files: [await wholeOf(a)], relation: { pairs: [], added: [] } }
    expect(await a.store.exchange.plan('ledger', choice, ALWAYS)).toEqual({ ok: false, error: { type: 'same-ledger' } })
  })
})

const otherLedger = (): LedgerRecords => {
  const { records } = aLedger()
  return { ...records, ledger: records.ledger.map((own) => ({ ...own, id: 'other' })) }
}
