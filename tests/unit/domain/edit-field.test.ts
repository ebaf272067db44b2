import { expect, test } from 'vitest'
import { decideFieldChange } from '../../../shared/domain/edit-field.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { countingIds, day } from '../../support/ports.ts'

const ledger = aLedger({
  problems: [
    {
      statement: '管网漏损率高。',
      status: 'inProgress',
      deadlineOn: day('2024-06-30'),
      deadlineWords: '2024年6月底前',
      measures: [{ text: '换管' }],
      responsibilities: [{ role: 'unit', name: '县水利局' }],
    },
  ],
})

const decide = (target: string, field: string, value: string) =>
  decideFieldChange(ledger, { target, field, value }, { ids: countingIds('n'), year: 2024 })

test('a field is found by its code and by its Chinese title', () => {
  for (const field of ['statement', '反馈问题'])
    expect(decide('1', field, '漏损')).toMatchObject({
      ok: true,
      value: { from: '管网漏损率高。', edits: [{ kind: 'problem', fields: { statement: '漏损' } }] },
    })
})

test('a measure is named by problem and place', () => {
  expect(decide('1.1', 'text', '换表')).toMatchObject({
    ok: true,
    value: { edits: [{ kind: 'measure', id: 'p1-m1', fields: { text: '换表' } }] },
  })
  expect(decide('1.2', 'text', '换表')).toMatchObject({ ok: false, error: { type: 'no-such-problem' } })
})

test('a status is set in words, and 长期坚持 only where the words say it', () => {
  expect(decide('1', '状态', '已完成并长期坚持')).toMatchObject({
    value: { edits: [{ fields: { status: 'done', sustained: true } }] },
  })
  expect(decide('1', 'status', 'done')).toMatchObject({ value: { edits: [{ fields: { status: 'done' } }] } })
  expect(decide('1', 'status', '差不多了')).toMatchObject({ error: { type: 'value-not-understood', field: '状态' } })
})

test('已完成 takes 长期坚持 away, a code leaves it, and 长期坚持 alone leaves the status', () => {
  const done = aLedger({ problems: [{ status: 'done', sustained: true }] })
  const set = (value: string) =>
    decideFieldChange(done, { target: '1', field: '状态', value }, { ids: countingIds('n'), year: 2024 })
  expect(set('已完成')).toMatchObject({ value: { edits: [{ fields: { status: 'done', sustained: false } }] } })
  expect(set('done')).toMatchObject({ value: { edits: [{ fields: { status: 'done' } }] } })
  expect(set('长期坚持')).toMatchObject({ value: { edits: [{ fields: { status: 'done', sustained: true } }] } })
})

test('a status phrase that names a deadline sets it too', () => {
  expect(decide('1', '状态', '正在整改，按计划于9月底前完成')).toMatchObject({
    value: {
      edits: [
        { fields: { status: 'inProgress' } },
        { type: 'change', fields: { deadlineOn: '2024-09-30' } },
        { type: 'create', tagged: { kind: 'extension' } },
      ],
    },
  })
})

test('what is too long for its field is refused in every field', () => {
  const long = '长'.repeat(300)
  for (const what of ['时限', '责任单位'])
    expect(decide('1', what, long), what).toMatchObject({ error: { type: 'text-too-long', what, limit: 200 } })
})

test('a new deadline becomes an extension that keeps the old one; the same words change nothing', () => {
  expect(decide('1', '时限', '9月底前')).toMatchObject({
    value: {
      edits: [
        { type: 'change', fields: { deadlineOn: '2024-09-30', deadlineWords: '9月底前' } },
        { type: 'create', tagged: { kind: 'extension', record: { fromWords: '2024年6月底前', toOn: '2024-09-30' } } },
      ],
    },
  })
  expect(decide('1', '时限', '2024年6月底前')).toMatchObject({ value: { edits: [] } })
})

test('names take the place of those that stood there', () => {
  expect(decide('1', '责任单位', '县财政局、县审计局')).toMatchObject({
    value: { from: '县水利局', edits: [{ type: 'remove' }, { type: 'create' }, { type: 'create' }] },
  })
})

test('a date takes the forms of the genre and nothing else', () => {
  expect(decide('1', '完成日期', '2024年5月1日')).toMatchObject({ value: { edits: [{ fields: { completedOn: '2024-05-01' } }] } })
  expect(decide('1', '完成日期', '')).toMatchObject({ value: { edits: [{ fields: { completedOn: null } }] } })
  expect(decide('1', '完成日期', '上周')).toMatchObject({ error: { type: 'value-not-understood' } })
})

test('an unknown field is refused with those that can be set', () => {
  expect(decide('1', 'colour', 'red')).toMatchObject({
    error: { type: 'no-such-field', known: expect.arrayContaining(['statement/反馈问题']) },
  })
  expect(decide('9', 'statement', 'x')).toMatchObject({ error: { type: 'no-such-problem', last: 1 } })
})

test('a text beyond the limit of its field is refused', () => {
  expect(decide('1', 'statement', '长'.repeat(20_001))).toMatchObject({
    error: { type: 'text-too-long', what: '反馈问题', limit: 20_000 },
  })
})
