import { describe, expect, test } from 'vitest'
import { isOrderKey } from '../../../shared/base/order.ts'
import { relatedChanges } from '../../../shared/exchange/relate.ts'
import { type FieldKey, fieldKey } from '../../../shared/merge/flat-map.ts'
import type { ProblemSketch } from '../../support/a-ledger.ts'
import { loaded, set } from '../../support/engine-parts.ts'
import { P1 } from '../../support/exchanging-pcs.ts'
import { day } from '../../support/ports.ts'
import { TypingPc } from '../../support/typed-apart.ts'

const STATEMENT = '河湖长制责任压得不实'
const apart = (mine: ProblemSketch, theirs: ProblemSketch): readonly [TypingPc, TypingPc] => [
  new TypingPc('甲', { problems: [{ statement: STATEMENT, ...mine }] }),
  new TypingPc('乙', { problems: [{ statement: STATEMENT, ...theirs }] }),
]
const file = (pc: TypingPc, at = 0) => pc.side.ledger.problems[at]
const told = (pc: TypingPc) =>
  pc.conflicts.map(({ key, values }) => [key, values.map(({ value, author }) => `${author?.clerk}：${value}`).sort()])

describe('a pair', () => {
  test('keeps both texts of a field as a conflict with who wrote each, also where they were typed at the very beginning', () => {
    const [a, b] = apart({ target: '年底前巡河全覆盖' }, { target: '建立巡河台账' })
    const { told: plan } = a.relate(b)
    expect(told(a)).toEqual([['problem:p1/target', ['乙：建立巡河台账', '甲：年底前巡河全覆盖']]])
    expect(plan.packages).toEqual(['news'])
    expect(plan.documents).toMatchObject([{ problemId: 'p1', verdict: 'conflict', conflicts: [{ title: '整改目标' }] }])
    a.resolveAll()
    expect(a.conflicts).toEqual([])
  })

  test('takes a text that only one side has, whichever, and asks nobody', () => {
    const [a, b] = apart({ target: '年底前巡河全覆盖', status: 'inProgress' }, { details: '巡河记录由他人代填', sustained: true })
    const { told: plan } = a.relate(b)
    expect(a.conflicts).toEqual([])
    expect(file(a)?.problem).toMatchObject({
      target: '年底前巡河全覆盖',
      details: '巡河记录由他人代填',
      status: 'inProgress',
      sustained: true,
    })
    expect(plan.documents).toMatchObject([{ verdict: 'changed' }])
    expect(plan.documents[0]?.news).toContainEqual(
      expect.objectContaining({ title: '具体表现', before: null, after: '巡河记录由他人代填' }),
    )
  })

  test('that says the same in everything brings nothing to decide', () => {
    const [a, b] = apart(
      { target: '巡河全覆盖', measures: [{ text: '建台账' }] },
      { target: '巡河全覆盖', measures: [{ text: '建台账' }] },
    )
    const { told: plan } = a.relate(b)
    expect(plan.documents).toEqual([])
    expect(a.conflicts).toEqual([])
    expect(a.side.ledger.records.measure).toHaveLength(1)
  })

  test('matches measures by what they say, and what hangs on them follows', () => {
    const [a, b] = [
      new TypingPc('甲', {
        problems: [{ statement: STATEMENT, measures: [{ text: '1.建立巡河台账。' }, { text: '开展督查' }] }],
      }),
      new TypingPc('乙', {
        problems: [{ statement: STATEMENT, measures: [{ text: '修订考核办法' }, { text: '建立巡河台账' }] }],
        more: {
          responsibility: [
            { ownerId: 'p1-m1', role: 'unit', name: '禾川县水务局' },
            { ownerId: 'p1-m2', role: 'unit', name: '柳塘镇' },
          ],
          progress: [{ ownerId: 'p1-m1', text: '办法已印发', on: day('2024-05-06') }],
        },
      }),
    ]
    a.relate(b)
    const own = file(a)
    expect(own?.measures.map(({ text }) => text)).toEqual([expect.stringContaining('建立巡河台账'), '开展督查', '修订考核办法'])
    const added = own?.measures[2]
    expect(own?.measures.every(({ order }) => isOrderKey(order))).toBe(true)
    expect(own?.responsibilities.map(({ ownerId, name }) => [ownerId, name])).toEqual([
      ['p1-m1', '柳塘镇'],
      [added?.id, '禾川县水务局'],
    ])
    expect(own?.progress).toMatchObject([{ ownerId: added?.id, text: '办法已印发' }])
    expect(told(a)).toEqual([['measure:p1-m1/text', ['乙：建立巡河台账', '甲：1.建立巡河台账。']]])
  })

  test('knows one unit in one role by its spellings, and one entry of progress by its words and its day', () => {
    const weekly = { text: '正在推进', unit: '水务局' }
    const [a, b] = apart(
      {
        responsibilities: [{ role: 'leadUnit', name: '县住建局' }],
        progress: [{ ...weekly, on: day('2024-05-06') }, { text: '已启动' }],
      },
      {
        responsibilities: [
          { role: 'leadUnit', name: '县住房和城乡建设局' },
          { role: 'unit', name: '县住建局' },
        ],
        progress: [
          { text: '正在推进。', on: day('2024-05-13') },
          { text: '正在推进', on: day('2024-05-06') },
          { text: '已启动', on: day('2024-04-01') },
        ],
      },
    )
    a.relate(b)
    expect(file(a)?.responsibilities.map(({ role }) => role)).toEqual(['leadUnit', 'unit'])
    expect(file(a)?.progress.map(({ text, on, unit }) => [text, on, unit])).toEqual([
      ['正在推进', '2024-05-06', '水务局'],
      ['已启动', '2024-04-01', null],
      ['正在推进。', '2024-05-13', null],
    ])
  })

  test('keeps one application of 销号 for one cycle, its reviews and all that one side alone told', () => {
    const closing = (result: string, by: string) => ({
      problems: [{ statement: STATEMENT }],
      more: {
        closure: [{ id: `c${result.length}`, problemId: 'p1', cycle: 1, result }],
        review: [{ closureId: `c${result.length}`, reviewer: 'office' as const, by }],
        outcome: [{ ownerId: 'p1', kind: 'regulation' as const, title: '《巡河办法》' }],
      },
    })
    const [a, b] = [new TypingPc('甲', closing('同意销号', '何启')), new TypingPc('乙', closing('同意，转长效', '陆明'))]
    a.relate(b)
    const own = file(a)
    expect(own?.closures).toHaveLength(1)
    expect(own?.reviews.map(({ closureId, by }) => [closureId, by])).toEqual([
      ['c4', '何启'],
      ['c4', '陆明'],
    ])
    expect(own?.outcomes).toHaveLength(1)
    expect(told(a)).toEqual([['closure:c4/result', ['乙：同意，转长效', '甲：同意销号']]])
  })

  test('joins 办内信息 with those of ours, and brings them where we have none', () => {
    const [a, b] = apart({ office: { notes: '甲的备注' } }, { office: { notes: '乙的备注', withheld: true } })
    a.relate(b)
    expect(told(a)).toMatchObject([[expect.stringMatching(/notes$/), ['乙：乙的备注', '甲：甲的备注']]])
    expect(file(a)?.office?.withheld).toBe(true)
    const [c, d] = apart({}, { office: { notes: '乙的备注' } })
    c.relate(d)
    expect(file(c)?.office).toMatchObject({ id: 'p1', problemId: 'p1', notes: '乙的备注' })
  })

  test('brings their history, and what they cleared does not come back', () => {
    const [a, b] = apart({ target: '甲的目标' }, { target: '乙的目标', details: '旧的表现' })
    b.edit(P1, set(fieldKey('problem:p1', 'target'), ''), set(fieldKey('problem:p1', 'details'), '新的表现'))
    a.relate(b)
    expect(a.conflicts).toEqual([])
    expect(file(a)?.problem).toMatchObject({ target: '甲的目标', details: '新的表现' })
    const doc = a.documents.get(P1)
    const changes = doc === undefined ? [] : a.engine.changes(doc)
    expect(changes.flatMap(({ fields }) => fields.map(({ to }) => to))).toContain('旧的表现')
  })

  test('keeps all texts of a conflict that was open in theirs', () => {
    const [a, b] = apart({ target: '甲的目标' }, {})
    const third = new TypingPc('乙', { problems: [{ statement: STATEMENT }] })
    third.documents = new Map([...b.documents].map(([key, doc]) => [key, loaded(third.engine, b.engine.save(doc))]))
    b.edit(P1, set(fieldKey('problem:p1', 'target'), '乙的目标'))
    third.edit(P1, set(fieldKey('problem:p1', 'target'), '丙的目标'))
    const [one, two] = [b.documents.get(P1), third.documents.get(P1)]
    const merged = one && two && b.engine.merge(one, loaded(b.engine, third.engine.save(two)))
    if (!merged?.ok) throw new Error('copies of one document merge')
    b.documents = new Map([...b.documents, [P1, merged.value]])
    a.relate(b)
    const [conflict] = a.conflicts
    expect(new Set(conflict?.values.map(({ value }) => value))).toEqual(new Set(['甲的目标', '乙的目标', '丙的目标']))
  })
})

describe('a second time', () => {
  test('changes nothing, whatever was edited and settled since', () => {
    const [a, b] = apart(
      { target: '甲的目标', measures: [{ text: '建台账' }] },
      { target: '乙的目标', details: '乙的表现', measures: [{ text: '建台账' }, { text: '修订办法' }] },
    )
    a.relate(b)
    a.resolveAll()
    a.edit(
      P1,
      set(fieldKey('problem:p1', 'statement'), '全县河湖长制方面存在的突出短板'),
      set('measure:p1-m1/text' as FieldKey, '改写过的措施'),
    )
    a.edit(P1, set(fieldKey('problem:p1', 'details'), '甲改过的表现'))
    const before = a.heads
    const { told: plan, report } = a.relate(b)
    expect(plan).toMatchObject({ packages: ['same'], documents: [] })
    expect(a.heads).toEqual(before)
    expect(report).toMatchObject({ pairs: [{ mine: 'p1', theirs: 'p1' }], added: [] })
  })

  test('changes nothing where they removed what belonged to a problem, and ours of it stays', () => {
    const sketch = { statement: STATEMENT, measures: [{ text: '建台账' }] }
    const b = new TypingPc('乙', { problems: [sketch], more: { officePart: [{ id: 'p1', problemId: 'p1', notes: '乙的备注' }] } })
    const a = new TypingPc('甲', { problems: [sketch], more: { officePart: [{ id: 'p1', problemId: 'p1', notes: '甲的备注' }] } })
    b.edit('office:p1', { type: 'remove', entity: 'officePart:p1' })
    b.edit(P1, { type: 'remove', entity: 'measure:p1-m1' })
    a.relate(b)
    expect(a.conflicts).toEqual([])
    expect(file(a)).toMatchObject({ office: { notes: '甲的备注' }, measures: [{ text: '建台账' }] })
    const before = a.heads
    expect(a.relate(b).told.packages).toEqual(['same'])
    expect(a.heads).toEqual(before)
  })

  test('brings only what they wrote since, and does not ask again what was settled', () => {
    const [a, b] = apart({ target: '甲的目标' }, { target: '乙的目标' })
    a.relate(b)
    a.resolveAll()
    b.edit(P1, set(fieldKey('problem:p1', 'details'), '后来写的表现'))
    const { told: plan } = a.relate(b)
    expect(a.conflicts).toEqual([])
    expect(plan.documents.flatMap(({ news }) => news.map(({ after }) => after))).toEqual(['后来写的表现'])
  })

  test('on another PC of the office gives the same, and both agree when they merge', () => {
    const sketch = { problems: [{ statement: STATEMENT, target: '甲的目标' }] }
    const [a, b] = apart({ target: '甲的目标' }, { target: '乙的目标', details: '乙的表现' })
    const c = new TypingPc('丙', { ...sketch, settings: { id: a.side.ledger.ledger.id } })
    c.documents = new Map([...a.documents].map(([key, doc]) => [key, loaded(c.engine, a.engine.save(doc))]))
    a.relate(b)
    c.relate(b)
    const [own, other] = [a.documents.get(P1), c.documents.get(P1)]
    const merged = own && other && a.engine.merge(own, loaded(a.engine, c.engine.save(other)))
    if (!merged?.ok) throw new Error('copies of one document merge')
    expect(a.engine.conflicts(merged.value).map(({ key }) => key)).toEqual(['problem:p1/target'])
  })
})

describe('a problem without a pair', () => {
  const theirs = {
    nodes: [
      { id: 'n1', heading: '一、党的建设方面' },
      { id: 'n2', heading: '（二）生态环境方面' },
    ],
    problems: [
      { nodeId: 'n1', statement: '机关党支部组织生活质量不高', measures: [{ text: '补齐制度' }], office: { notes: '乙的备注' } },
      { nodeId: 'n2', statement: '河道排口底数不清' },
      { statement: '没有归类的问题' },
    ],
  }
  const mine = { nodes: [{ id: 'k1', heading: '党的建设方面' }], problems: [{ nodeId: 'k1', statement: STATEMENT }] }

  test('comes in at the end of our heading of the same words, else under one new heading, with all that belongs to it', () => {
    const [a, b] = [new TypingPc('甲', mine), new TypingPc('乙', theirs)]
    const { report, told: plan } = a.relate(b)
    expect(a.side.ledger.problems.map(({ problem, path }) => [problem.statement, path.map(({ heading }) => heading)])).toEqual([
      [STATEMENT, ['党的建设方面']],
      ['机关党支部组织生活质量不高', ['党的建设方面']],
      ['没有归类的问题', []],
      ['河道排口底数不清', ['关联补入']],
    ])
    expect(file(a, 1)).toMatchObject({ measures: [{ text: '补齐制度' }], office: { notes: '乙的备注' } })
    expect(report.added).toHaveLength(3)
    expect(report.leftOut).toMatchObject({ problems: 0, headings: 1 })
    expect(plan.documents.filter(({ kind }) => kind === 'problem').map(({ verdict }) => verdict)).toEqual([
      'added',
      'added',
      'added',
    ])
    expect(a.conflicts).toEqual([])
    const before = a.heads
    expect(a.relate(b).told.packages).toEqual(['same'])
    expect(a.heads).toEqual(before)
  })

  test('stays out and is counted when nobody chose it', () => {
    const [a, b] = [new TypingPc('甲', mine), new TypingPc('乙', theirs)]
    const { report } = a.relate(b, { pairs: [], added: ['p2'] })
    expect(a.side.ledger.problems).toHaveLength(2)
    expect(report).toMatchObject({ added: [{ theirs: 'p2' }], leftOut: { problems: 2 } })
  })

  test('goes whole when it is rejected, and does not come again', () => {
    const [a, b] = [new TypingPc('甲', mine), new TypingPc('乙', theirs)]
    const key = a
      .planRelated(b)
      .plan.documents.find(({ verdict, key: own }) => verdict === 'added' && own.startsWith('problem:'))?.key
    a.relate(b, undefined, key ? [key] : [])
    expect(a.side.ledger.problems).toHaveLength(3)
    a.relate(b)
    expect(a.side.ledger.problems).toHaveLength(3)
  })
})

test('rejected news of a pair are written back, and a conflict ends with the text that stood here', () => {
  const [a, b] = apart({ target: '甲的目标' }, { target: '乙的目标', details: '乙的表现', measures: [{ text: '修订办法' }] })
  a.relate(b, undefined, [P1])
  expect(a.conflicts).toEqual([])
  expect(file(a)).toMatchObject({ problem: { target: '甲的目标', details: '' }, measures: [] })
  const before = a.heads
  a.relate(b)
  expect(a.heads).toEqual(before)
})

describe('beside the problems', () => {
  test('units and leaders we do not know come in by name, and those we know are pointed to', () => {
    const a = new TypingPc('甲', {
      problems: [{ statement: STATEMENT }],
      more: { unit: [{ id: 'u1', name: '县住建局', contact: '甲知道的人' }] },
    })
    const b = new TypingPc('乙', {
      problems: [{ statement: STATEMENT }, { statement: '农村饮水安全工程管护缺位' }],
      more: {
        unit: [
          { id: 'w1', name: '县住房和城乡建设局', contact: '乙知道的人' },
          { id: 'w2', name: '柳塘镇' },
        ],
        leader: [{ id: 'l1', name: '何启', post: '县委常委' }],
        responsibility: [
          { ownerId: 'p2', role: 'unit', name: '住建局', directoryId: 'w1' },
          { ownerId: 'p2', role: 'supportUnit', name: '柳塘', directoryId: 'w2' },
        ],
      },
    })
    const { report } = a.relate(b)
    const { unit, leader } = a.side.ledger.records
    expect(unit.map(({ name, contact }) => [name, contact]).sort()).toEqual([
      ['县住建局', '甲知道的人'],
      ['柳塘镇', null],
    ])
    expect(leader).toMatchObject([{ name: '何启', post: '县委常委' }])
    expect(report).toMatchObject({ units: 1, leaders: 1 })
    const other = unit.find(({ name }) => name === '柳塘镇')
    expect(file(a, 1)?.responsibilities.map(({ directoryId }) => directoryId)).toEqual(['u1', other?.id])
  })

  test('registers come in unless one says the same; notices, periods and 号段 stay out and are counted', () => {
    const meeting = { on: day('2024-04-02'), name: '县委常委会第12次会议', subject: '研究整改方案' }
    const a = new TypingPc('甲', { problems: [{ statement: STATEMENT }], more: { meeting: [meeting] } })
    const b = new TypingPc('乙', {
      problems: [{ statement: STATEMENT }],
      leads: [{ kind: 'clue', title: '反映河道采砂', problemId: 'p1' }],
      settings: { greenDays: 30 },
      more: {
        meeting: [
          { ...meeting, subject: '研究整改方案。' },
          { on: day('2024-05-02'), subject: '听取进展' },
        ],
        supervision: [{ id: 's1', title: '第一轮督查' }],
        supervisionNotice: [{ unit: '柳塘镇', supervisionId: 's1', problemId: 'p1' }],
        snapshot: [{ title: '5月' }],
        numberBlock: [{ year: 2024, pc: '乙的电脑', from: 1, to: 20 }],
      },
    })
    const { report } = a.relate(b)
    const { records } = a.side.ledger
    expect(records.meeting.map(({ subject }) => subject).sort()).toEqual(['听取进展', '研究整改方案'])
    expect(records.lead).toMatchObject([{ title: '反映河道采砂', problemId: 'p1' }])
    expect(records.supervisionNotice).toMatchObject([
      { unit: '柳塘镇', supervisionId: records.supervision[0]?.id, problemId: 'p1' },
    ])
    expect([records.snapshot, records.numberBlock]).toEqual([[], []])
    expect(records.notice).toHaveLength(1)
    expect(report).toMatchObject({ registers: 4, leftOut: { notices: 1, periods: 1, numberBlocks: 1, settings: 1 } })
    const before = a.heads
    expect(a.relate(b).report.registers).toBe(0)
    expect(a.heads).toEqual(before)
  })
})

test('a copy of the ledger and a part of it are refused: they are merged', () => {
  const [a] = apart({}, {})
  const copy = relatedChanges(a.engine, a.side, a.side, { pairs: [], added: [] })
  expect(copy).toMatchObject({ ok: false, error: { type: 'same-ledger' } })
  const slice = new TypingPc('镇', { more: { slice: [{ ledgerId: a.side.ledger.ledger.id }] } })
  expect(relatedChanges(a.engine, a.side, slice.side, { pairs: [], added: [] })).toMatchObject({ ok: false })
})
