import { expect, test } from 'vitest'
import { aLedger } from '../../../support/a-ledger.ts'
import { type ActingPc, act, actingPc, recordsAt, tryAct } from '../../../support/acts.ts'

const start = (): ActingPc =>
  actingPc(
    aLedger({
      problems: [{ statement: '甲' }, { statement: '乙' }],
      accountabilities: [{ id: 'acc', problemId: 'p1', count: 1 }],
    }),
  )
const add = (fields: Record<string, string>) => ({ type: 'add-record', kind: 'meeting', fields })
const many = (...commands: readonly object[]) => ({ type: 'change-records', commands })

test('pasted lines come behind the others in the order they were pasted, as one act', () => {
  const pc = start()
  act(pc, many(...['甲', '乙', '丙'].map((subject) => add({ subject }))))
  const row = [...recordsAt(pc).meeting].sort((a, b) => (a.order < b.order ? -1 : 1))
  expect(row.map(({ subject }) => subject)).toEqual(['甲', '乙', '丙'])
})

test('dates are read as a spreadsheet shows them', () => {
  const pc = start()
  act(pc, many(...['2024/3/5', '2024.03.05', '2024-3-5'].map((on) => add({ on }))))
  expect(recordsAt(pc).meeting.map(({ on }) => on)).toEqual(Array(3).fill('2024-03-05'))
  expect(tryAct(pc, add({ on: '2024/2/30' })).ok).toBe(false)
})

test('one line that is refused leaves all of them out', () => {
  const pc = start()
  expect(tryAct(pc, many(add({ subject: '甲' }), add({ on: '没有这一天' }))).ok).toBe(false)
  expect(recordsAt(pc).meeting).toEqual([])
})

test('a line given to another problem takes what is written into it after', () => {
  const pc = start()
  const set = (field: string, value: string) => ({
    ...{ type: 'set-record-field', kind: 'accountability', id: 'acc', problemId: 'p1' },
    ...{ field, value },
  })
  act(pc, many(set('problemId', 'p2'), set('count', '7'), set('measure', '警告')))
  expect(recordsAt(pc).accountability).toMatchObject([{ problemId: 'p2', count: 7, measure: '警告' }])
})

test('settings of the ledger are no lines of a register', () => {
  const pc = start()
  const setting = { type: 'set-record-field', kind: 'ledger', id: 'ledger', field: 'title', value: '别的' }
  expect(() => tryAct(pc, many(setting))).toThrow()
})
