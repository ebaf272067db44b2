import { describe, expect, test } from 'vitest'
import { livesChanged, type MergePlan, planMerge } from '../../../shared/exchange/merge-plan.ts'
import { toldPlan } from '../../../shared/exchange/told-plan.ts'
import type { AutomergeDocument } from '../../../shared/merge/automerge-engine.ts'
import type { FieldEdit } from '../../../shared/merge/engine.ts'
import { type FieldKey, fieldKey } from '../../../shared/merge/flat-map.ts'
import { by, set } from '../../support/engine-parts.ts'
import { MEASURE, officeOf, P1, type Pc, STATEMENT, twoPcs } from '../../support/exchanging-pcs.ts'

const verdicts = (plan: MergePlan<AutomergeDocument>) =>
  Object.fromEntries(plan.documents.filter(({ verdict }) => verdict !== 'same').map(({ key, verdict }) => [key, verdict]))

describe('a plan', () => {
  test('of the very same ledger has nothing in it, and says so', () => {
    const [a, b] = twoPcs()
    const plan = a.plan(b)
    expect(plan.packages).toEqual(['same'])
    expect(verdicts(plan)).toEqual({})
  })

  test('tells what differs, before and after, with who wrote it', () => {
    const [a, b] = twoPcs()
    b.edit(P1, set(STATEMENT, '甲问题（核实）'))
    const plan = a.plan(b)
    expect(plan.packages).toEqual(['news'])
    expect(verdicts(plan)).toEqual({ [P1]: 'changed' })
    const [told] = toldPlan(a.engine, plan).documents
    expect(told?.news).toMatchObject([
      { record: '问题', title: '反馈问题', before: '甲问题', after: '甲问题（核实）', author: { clerk: '乙' } },
    ])
    // Nothing was written.
    expect(a.read(P1).get(STATEMENT)).toBe('甲问题')
  })

  test('of an older copy says that all of it is known', () => {
    const [a, b] = twoPcs()
    a.edit(P1, set(STATEMENT, '新的写法'))
    const plan = a.plan(b)
    expect(plan.packages).toEqual(['older'])
    expect(verdicts(plan)).toEqual({})
  })

  test('tells both texts of a field two people wrote, and what was only moved along stays apart', () => {
    const [a, b] = twoPcs()
    a.edit(P1, set(STATEMENT, '甲的写法'))
    b.edit(P1, set(STATEMENT, '乙的写法'), set(fieldKey('problem:p1', 'target'), '目标'))
    const plan = a.plan(b)
    expect(verdicts(plan)).toEqual({ [P1]: 'conflict' })
    const [told] = toldPlan(a.engine, plan).documents
    expect(told?.conflicts.map(({ values }) => values.map(({ text, author }) => `${author?.clerk}：${text}`).sort())).toEqual([
      ['乙：乙的写法', '甲：甲的写法'],
    ])
    expect(told?.news.map(({ title }) => title)).toContain('整改目标')
  })

  test('of several packages holds each against what the ones before it brought', () => {
    const [a, b] = twoPcs()
    b.edit(P1, set(STATEMENT, '乙的写法'))
    expect(a.plan(b, b).packages).toEqual(['news', 'same'])
  })

  test('refuses another ledger', () => {
    const [a] = twoPcs()
    expect(
      planMerge(a.engine, 'ledger', a.documents, [{ type: 'ledger', ledgerId: 'other', documents: new Map() }]),
    ).toMatchObject({
      ok: false,
      error: { type: 'other-ledger' },
    })
  })
})

describe('taking in', () => {
  test('makes both agree once both took in the other', () => {
    const [a, b] = twoPcs()
    a.edit(P1, set(STATEMENT, '甲的写法'))
    b.edit('problem:p2', set('problem:p2/statement' as FieldKey, '乙改的乙问题'))
    a.take(a.plan(b))
    b.take(b.plan(a))
    for (const key of a.documents.keys()) expect(a.read(key), key).toEqual(b.read(key))
    expect(a.plan(b).packages).toEqual(['same'])
  })

  test('twice changes nothing', () => {
    const [a, b] = twoPcs()
    b.edit(P1, set(STATEMENT, '乙的写法'))
    a.take(a.plan(b))
    const again = a.plan(b)
    expect(again.packages).toEqual(['same'])
    expect(verdicts(again)).toEqual({})
  })

  test('rejected news are written back with the reason, which travels to the sender', () => {
    const [a, b] = twoPcs()
    b.edit(P1, set(STATEMENT, '乙的写法'), { type: 'remove', entity: MEASURE })
    b.edit(P1, set('measure:m9/text' as FieldKey, '新措施'), set('measure:m9/problemId' as FieldKey, 'p1'))
    const before = new Map(a.read(P1))
    const plan = a.plan(b)
    expect([...livesChanged(plan.documents.find(({ key }) => key === P1)?.fields ?? [])]).toEqual([
      [MEASURE, 'removed'],
      ['measure:m9', 'added'],
    ])
    a.take(plan, [P1])
    expect(a.read(P1)).toEqual(before)
    const back = b.plan(a)
    expect(back.packages).toEqual(['news'])
    b.take(back)
    expect(b.read(P1)).toEqual(before)
    const doc = b.documents.get(P1)
    expect(doc && b.engine.history(doc).at(-1)?.intent).toBe('不采用：依据不足')
  })

  test('a rejected conflict ends with the text that stood here', () => {
    const [a, b] = twoPcs()
    a.edit(P1, set(STATEMENT, '甲的写法'))
    b.edit(P1, set(STATEMENT, '乙的写法'))
    a.take(a.plan(b), [P1])
    const doc = a.documents.get(P1)
    expect(a.read(P1).get(STATEMENT)).toBe('甲的写法')
    expect(doc && a.engine.conflicts(doc)).toEqual([])
  })

  test('a record removed there and edited here stays here when the news are rejected, and the other way round', () => {
    for (const isMine of [true, false]) {
      const [a, b] = twoPcs()
      const edit = set(fieldKey(MEASURE, 'text'), '改过的措施')
      const removal: FieldEdit = { type: 'remove', entity: MEASURE }
      a.edit(P1, isMine ? edit : removal)
      b.edit(P1, isMine ? removal : edit)
      const before = new Map(a.read(P1))
      const plan = a.plan(b)
      expect(verdicts(plan)).toEqual({ [P1]: 'conflict' })
      a.take(plan, [P1])
      expect(a.read(P1)).toEqual(before)
      const doc = a.documents.get(P1)
      expect(doc && a.engine.conflicts(doc)).toEqual([])
    }
  })

  test('conflicts that are not rejected stay until somebody ends them', () => {
    const [a, b] = twoPcs()
    a.edit(P1, set(STATEMENT, '甲的写法'))
    b.edit(P1, set(STATEMENT, '乙的写法'))
    a.take(a.plan(b))
    const doc = a.documents.get(P1)
    expect(doc && a.engine.conflicts(doc)).toHaveLength(1)
    // Taking in the same again brings no news, and does not end it.
    a.take(a.plan(b))
    const again = a.documents.get(P1)
    expect(again && a.engine.conflicts(again)).toHaveLength(1)
  })

  test('a problem that is not here comes whole, and goes whole when rejected', () => {
    const [a, b] = twoPcs()
    const created = b.engine.create(new Map<FieldKey, string>([['problem:p3/statement' as FieldKey, '丙问题']]), by('乙'))
    b.documents = new Map([...b.documents, ['problem:p3', created]])
    const plan = a.plan(b)
    expect(verdicts(plan)).toEqual({ 'problem:p3': 'added' })
    a.take(plan)
    expect(a.read('problem:p3').get('problem:p3/statement' as FieldKey)).toBe('丙问题')
    const [c] = officeOf('丙')
    const own = c as Pc
    own.take(own.plan(b), ['problem:p3'])
    expect(own.read('problem:p3').size).toBe(0)
  })
})
