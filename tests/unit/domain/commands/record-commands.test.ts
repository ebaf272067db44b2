import { expect, test } from 'vitest'
import { openLedger } from '../../../../shared/domain/ledger.ts'
import { recordOf } from '../../../../shared/domain/records/record-kinds.ts'
import { refusalText } from '../../../../shared/messages/refusals.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { type ActingPc, act, actingPc, recordsAt, tryAct } from '../../../support/acts.ts'

const start = (): ActingPc => {
  const { records } = aLedger({
    nodes: [{ id: 'n1', heading: '民生方面' }],
    problems: [{ statement: '甲' }, { statement: '乙' }],
    leads: [{ id: 'lead', received: 2 }],
    accountabilities: [{ id: 'acc', problemId: 'p1', count: 1 }],
  })
  return actingPc(openLedger({ ...records, unit: [recordOf('unit', { id: 'u1', name: '县水利局' })] }))
}
const set = (kind: string, id: string, field: string, value: string) => ({ type: 'set-record-field', kind, id, field, value })
const add = (kind: string, fields: Record<string, string>) => ({ type: 'add-record', kind, fields })

test('a line of a register is added from typed text, by the names or the titles of its fields, behind the others', () => {
  const pc = start()
  act(pc, add('meeting', { 日期: '2024年3月5日', 会议类别: '常委会', subject: '研究整改', 次数: '１,２００' }))
  act(pc, add('meeting', { on: '2024-04-01', 会议类别: 'special' }))
  const [first, second] = [...recordsAt(pc).meeting].sort((a, b) => (a.order < b.order ? -1 : 1))
  expect(first).toMatchObject({ on: '2024-03-05', body: 'standing', subject: '研究整改', count: 1200 })
  expect(second).toMatchObject({ on: '2024-04-01', body: 'special', count: null })
})

test('every refusal names the field in Chinese and what it takes', () => {
  const pc = start()
  for (const [field, value, sentence] of [
    ['日期', '2024年2月30日', '“日期”不能填“2024年2月30日”。应填写：日期'],
    ['次数', '两次', '“次数”不能填“两次”。应填写：0 到 1000000000 的整数'],
    ['会议类别', '茶话会', '应填写：常委会、领导小组会、专题会、专题民主生活会、其他'],
    ['议题', '长'.repeat(2_001), '“议题”超过 2000 字'],
    ['主持', '某', '没有“主持”这一栏'],
  ] as const) {
    const refused = tryAct(pc, add('meeting', { [field]: value }))
    expect(refused.ok ? '' : refusalText(refused.error), field).toContain(sentence)
  }
})

test('what a record hangs on must be told and must be there', () => {
  const pc = start()
  expect(tryAct(pc, add('closure', { 轮次: '1' }))).toMatchObject({ error: { type: 'value-not-understood', field: '所属问题' } })
  expect(tryAct(pc, add('closure', { 所属问题: 'gone' }))).toMatchObject({ error: { type: 'value-not-understood' } })
  act(pc, add('closure', { 所属问题: 'p1', 轮次: '1', 申请日期: '2024-05-01' }))
  const closureId = recordsAt(pc).closure[0]?.id ?? ''
  act(pc, add('review', { 所属销号: closureId, 意见: '退回' }))
  expect(recordsAt(pc).review).toMatchObject([{ closureId, opinion: 'returned' }])
})

test('a field of any record is set and taken away', () => {
  const pc = start()
  act(pc, set('lead', 'lead', '办结数', '１'))
  act(pc, set('lead', 'lead', '所属问题', 'p2'))
  expect(recordsAt(pc).lead).toMatchObject([{ closed: 1, problemId: 'p2' }])
  act(pc, set('lead', 'lead', 'problemId', ''))
  act(pc, set('ledger', 'ledger', '绿色预警天数', '30'))
  act(pc, set('inspection', 'inspection', '反馈日期', '2024-01-02'))
  act(pc, set('outlineNode', 'n1', 'heading', '民生保障方面'))
  const records = recordsAt(pc)
  expect(records.lead[0]?.problemId).toBeNull()
  expect([records.ledger[0]?.greenDays, records.inspection[0]?.feedbackOn]).toEqual([30, '2024-01-02'])
  expect(records.outlineNode[0]?.heading).toBe('民生保障方面')
  expect(tryAct(pc, set('lead', 'lead', 'closed', '1')).ok && tryAct(pc, set('lead', 'lead', 'closed', '1'))).toMatchObject({
    value: { edits: [] },
  })
  expect(tryAct(pc, set('lead', 'gone', 'closed', '1'))).toMatchObject({ error: { type: 'entity-removed' } })
})

test('a line of accountability given to another problem lives with that one from then on', () => {
  const pc = start()
  act(pc, set('accountability', 'acc', '所属问题', 'p2'))
  act(pc, set('accountability', recordsAt(pc).accountability[0]?.id ?? '', '数量', '2'))
  expect(recordsAt(pc).accountability).toMatchObject([{ problemId: 'p2', count: 2 }])
  act(pc, { type: 'remove-problem', problemId: 'p2' })
  expect(recordsAt(pc).accountability).toEqual([])
})

test('places, hashes and what a record hangs on are not typed', () => {
  const pc = start()
  for (const [kind, id, field] of [
    ['lead', 'lead', '次序'],
    ['unit', 'u1', 'id'],
    ['outlineNode', 'n1', 'parentId'],
  ] as const)
    expect(tryAct(pc, set(kind, id, field, 'a1')), field).toMatchObject({ error: { type: 'no-such-field' } })
})

test('a round of 督查 that is removed leaves its notices', () => {
  const pc = start()
  act(pc, add('supervision', { 督查名称: '第一轮' }))
  const id = recordsAt(pc).supervision[0]?.id ?? ''
  act(pc, add('supervisionNotice', { 所属督查: id, 受文单位: '县水利局' }))
  act(pc, { type: 'remove-record', kind: 'supervision', id })
  expect(recordsAt(pc)).toMatchObject({ supervision: [], supervisionNotice: [{ supervisionId: null }] })
})

test('one more than a ledger, a problem or a measure may hold is refused with a sentence, and nothing is written', () => {
  const { records } = aLedger({
    problems: [{ statement: '甲', measures: Array.from({ length: 500 }, () => ({ text: '措施' })) }],
  })
  const pc = actingPc(openLedger(records))
  const refused = tryAct(pc, { type: 'add-measure', problemId: 'p1', text: '又一条' })
  expect(refused.ok ? '' : refusalText(refused.error)).toContain('“整改措施”太多，一个问题最多 500 条')
  expect(recordsAt(pc).measure).toHaveLength(500)
  const names = Array.from({ length: 301 }, (_, i) => `单位${i}`).join('、')
  expect(tryAct(pc, { type: 'set-field', problemId: 'p1', measureId: null, field: 'unit', value: names })).toMatchObject({
    error: { type: 'too-many', what: '责任', limit: 300 },
  })
  // What is taken out in the same act makes room.
  const full = Array.from({ length: 300 }, (_, i) => `单位${i}`).join('、')
  act(pc, { type: 'set-field', problemId: 'p1', measureId: null, field: 'unit', value: full })
  act(pc, { type: 'set-field', problemId: 'p1', measureId: null, field: 'unit', value: full.replace('单位0', '县水利局') })
})

test('several fields of one record are one act; where it belongs is not among them', () => {
  const pc = start()
  const fields = { 处理方式: '警告', people: '王某某', count: '2' }
  act(pc, { type: 'change-record', kind: 'accountability', problemId: 'p1', id: 'acc', fields })
  expect(recordsAt(pc).accountability).toMatchObject([{ id: 'acc', measure: '警告', people: '王某某', count: 2 }])
  for (const [told, type] of [
    [{ problemId: 'p2' }, 'no-such-field'],
    [{ people: '李某', count: '两人' }, 'value-not-understood'],
  ] as const) {
    const refused = tryAct(pc, { type: 'change-record', kind: 'accountability', problemId: 'p1', id: 'acc', fields: told })
    expect(refused.ok ? '' : refused.error.type).toBe(type)
  }
  expect(recordsAt(pc).accountability).toMatchObject([{ people: '王某某', problemId: 'p1' }])
})

test('a number on paper is not changed among other fields either', () => {
  const pc = start()
  act(pc, add('supervisionNotice', { 机关代字: '青整督', year: '2024', number: '3', printedOn: '2024-03-05' }))
  const id = recordsAt(pc).supervisionNotice[0]?.id ?? ''
  const change = (fields: Record<string, string>) => ({
    type: 'change-record',
    kind: 'supervisionNotice',
    problemId: null,
    id,
    fields,
  })
  const refused = tryAct(pc, change({ unit: '县水利局', 序号: '4' }))
  expect(refused.ok ? '' : refused.error.type).toBe('number-printed')
  act(pc, change({ unit: '县水利局' }))
  expect(recordsAt(pc).supervisionNotice).toMatchObject([{ unit: '县水利局', number: 3 }])
})
