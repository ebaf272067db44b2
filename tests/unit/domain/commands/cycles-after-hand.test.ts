import { expect, test } from 'vitest'
import type { PlainDate } from '../../../../shared/base/plain-date.ts'
import { figuresOf } from '../../../../shared/domain/figures/figures-of.ts'
import { checkIntegrity } from '../../../../shared/domain/integrity/check-integrity.ts'
import { openLedger } from '../../../../shared/domain/ledger.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { type ActingPc, act, actingPc, recordsAt } from '../../../support/acts.ts'
import { day } from '../../../support/ports.ts'

const start = (): ActingPc => actingPc(aLedger({ problems: [{ statement: '甲' }, { statement: '乙' }] }))

const valueAt = (pc: ActingPc, id: string, date: PlainDate): string | undefined =>
  figuresOf(openLedger(recordsAt(pc)), date).find((figure) => figure.id === id)?.value

const apply = (on: string | null) => ({ type: 'apply-closure', problemId: 'p1', on, by: null, text: '已整改到位。' }) as const
const close = (on: string) => ({ type: 'close', problemId: 'p1', on, result: null }) as const
const setStatus = (value: string) => ({ type: 'set-field', problemId: 'p1', measureId: null, field: 'status', value }) as const

const rulesAt = (pc: ActingPc): readonly string[] =>
  checkIntegrity({ records: recordsAt(pc), removed: new Set() }, day('2024-12-31'))
    .map(({ rule }) => rule)
    .filter((rule) => /cycle|application/.test(rule))

test('a cycle that was returned and applied for again is no cycle twice', () => {
  const pc = start()
  act(pc, apply('2024-03-01'))
  act(pc, { type: 'return-closure', problemId: 'p1', on: '2024-03-05', reason: '缺佐证' })
  act(pc, apply('2024-04-01'))
  expect(recordsAt(pc).closure.map(({ cycle, attempt }) => [cycle, attempt])).toEqual([
    [1, 1],
    [1, 2],
  ])
  expect(rulesAt(pc)).toEqual([])
})

test('what is applied for after 已销号 was left by hand is the next cycle, and both closings count on their days', () => {
  const pc = start()
  act(pc, close('2024-05-01'))
  act(pc, setStatus('整改中'))
  act(pc, apply('2024-06-01'))
  act(pc, close('2024-07-01'))
  expect(recordsAt(pc).closure.map(({ cycle, appliedOn, closedOn }) => [cycle, appliedOn, closedOn])).toEqual([
    [1, null, '2024-05-01'],
    [2, '2024-06-01', '2024-07-01'],
  ])
  expect([valueAt(pc, 'problems.closed', day('2024-05-15')), valueAt(pc, 'problems.closed', day('2024-07-15'))]).toEqual([
    '1',
    '1',
  ])
  expect(rulesAt(pc)).toEqual([])
})

test('a problem that was closed by hand and reopened counts as reopened and waits for nobody', () => {
  const pc = start()
  act(pc, setStatus('已销号'))
  act(pc, { type: 'reopen', problemId: 'p1', on: '2024-08-01', reason: '反弹', basis: '回头看' })
  expect(valueAt(pc, 'closures.reopened', day('2024-08-02'))).toBe('1')
  act(pc, apply(null))
  expect(valueAt(pc, 'closures.pending', day('2024-08-02'))).toBe('1')
  expect(rulesAt(pc)).toEqual([])
})

test('a split of a problem that was closed without 完成日期 changes no figure of the days before', () => {
  const pc = start()
  act(pc, close('2024-05-01'))
  const before = valueAt(pc, 'problems.done', day('2024-04-15'))
  act(pc, {
    type: 'split-problem',
    problemId: 'p1',
    parts: [{ statement: '丙', details: '', measureIds: [] }],
    statement: null,
    details: null,
    copyResponsibilities: false,
    copyDeadline: false,
  })
  expect(valueAt(pc, 'problems.done', day('2024-04-15'))).toBe(before)
})

test('a join leaves the sums of 问责 as they were: a total keeps its own 其中', () => {
  const pc = start()
  const line = (problemId: string, fields: Record<string, string>) =>
    act(pc, {
      type: 'add-record',
      kind: 'accountability',
      problemId,
      fields: { 所属问题: problemId, 类别: '党纪处分', ...fields },
    })
  line('p1', { 数量: '5' })
  line('p1', { 处理方式: '严重警告', 数量: '3' })
  line('p2', { 处理方式: '警告', 数量: '2' })
  const total = () => valueAt(pc, 'accountability.party.total.persons', day('2024-12-31'))
  expect(total()).toBe('7')
  act(pc, { type: 'join-problems', intoId: 'p1', ids: ['p2'], statement: null })
  expect(total()).toBe('7')
})
