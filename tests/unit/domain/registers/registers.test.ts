import { expect, test } from 'vitest'
import { figuresOf } from '../../../../shared/domain/figures/figures-of.ts'
import { typedShapes } from '../../../../shared/domain/record-fields.ts'
import { problemNamed } from '../../../../shared/domain/registers/problem-named.ts'
import { registerColumns } from '../../../../shared/domain/registers/register-columns.ts'
import { OUTCOME_KINDS, REGISTER_KIND, REGISTERS } from '../../../../shared/domain/registers/register-keys.ts'
import { type RegisterSource, registerRows, registerSizes } from '../../../../shared/domain/registers/register-rows.ts'
import { missedTotals } from '../../../../shared/domain/registers/stated-totals.ts'
import { printSum, sumLines } from '../../../../shared/domain/registers/sum-lines.ts'
import { aLedger, type LedgerSketch } from '../../../support/a-ledger.ts'
import { day } from '../../../support/ports.ts'

const TODAY = day('2024-07-05')
const sourceOf = (sketch: LedgerSketch): RegisterSource => {
  const { records, problems } = aLedger(sketch)
  const outcomes = problems.flatMap((file) => file.outcomes.map(({ id }) => [id, file.problem.id] as const))
  return {
    records,
    living: { problems: new Set(problems.map(({ problem }) => problem.id)), outcomes: new Set(outcomes.map(([id]) => id)) },
    problems: problems.map(({ problem: { id, statement }, number }) => ({ id, number, statement })),
    problemOfOutcome: new Map(outcomes),
  }
}
const cellsOf = (register: (typeof REGISTERS)[number], sketch: LedgerSketch, column: string) =>
  registerRows(register, sourceOf(sketch), TODAY).map(({ cells }) => cells[column])

test('every field that can be typed into a record of a register has a column somewhere', () => {
  for (const kind of new Set(Object.values(REGISTER_KIND))) {
    const shown = new Set(
      REGISTERS.filter((register) => REGISTER_KIND[register] === kind).flatMap((register) =>
        registerColumns(register).map(({ key }) => key),
      ),
    )
    expect(
      [...typedShapes(kind)].filter(({ name }) => !shown.has(name)).map(({ name }) => name),
      kind,
    ).toEqual([])
  }
})

test('the registers of 成效 share them out: each stands in one', () => {
  const kinds = Object.values(OUTCOME_KINDS).flat()
  expect(new Set(kinds).size).toBe(kinds.length)
  const sizes = registerSizes(sourceOf({ outcomes: kinds.map((kind) => ({ kind })) }))
  expect([sizes.regulations, sizes.money, sizes.outcomes]).toEqual([1, 3, 3])
})

test('问责处理 adds up visibly, and 诫勉 is no 处分', () => {
  const figures = figuresOf(
    aLedger({
      accountabilities: [
        { category: 'party', measure: '警告', count: 18 },
        { category: 'party', measure: '严重警告', count: 2 },
        { category: 'government', measure: '记过', count: 7 },
        { category: 'admonition', measure: '诫勉', count: 2 },
        { category: 'talk', measure: '约谈', count: 9, countUnit: 'personTimes' },
      ],
    }),
    TODAY,
  )
  const printed = sumLines('accountability', figures).map((line) => `${line.total.label} ${printSum(line)} ${line.total.unit}`)
  expect(printed).toEqual([
    '问责处理合计 29 = 20 + 7 + 2 人',
    '处分合计 27 = 20 + 7 人',
    '党纪处分 20 = 18 + 2 人',
    '政务处分 7 = 7 人',
    '诫勉 2 = 2 人',
    '问责处理合计 9 = 9 人次',
    '谈话提醒等 9 = 9 人次',
  ])
})

test('a hand-written total that its parts miss is found, one that they make up is not', () => {
  const lines = aLedger({
    problems: [{}, {}],
    accountabilities: [
      { id: 'all', problemId: 'p1', measure: '', count: 5 },
      { id: 'some', problemId: 'p1', measure: '警告', count: 3 },
      { problemId: 'p2', measure: '', count: 2 },
      { problemId: 'p2', measure: '警告', count: 2 },
      { problemId: null, measure: '', count: 4 },
    ],
  }).records.accountability
  expect(missedTotals(lines, TODAY)).toEqual([
    { problemId: 'p1', category: 'party', countUnit: 'persons', stated: 5, added: 3, ids: ['all', 'some'] },
  ])
})

test('a line that was only begun is no total, and takes nothing from the others', () => {
  const figures = figuresOf(
    aLedger({ accountabilities: [{ measure: '' }, { category: 'party', measure: '警告', count: 3 }] }),
    TODAY,
  )
  expect(sumLines('accountability', figures).map(printSum)[0]).toBe('3 = 3')
})

test('money adds up to the last digit', () => {
  const figures = figuresOf(
    aLedger({
      outcomes: [
        { kind: 'returned', amount: '0.1' as never },
        { kind: 'collected', amount: '0.2' as never },
        { kind: 'recovered', amount: '565.25' as never },
      ],
    }),
    TODAY,
  )
  expect(sumLines('money', figures).map(printSum)).toEqual(['0.3 = 0.1 + 0.2', '565.25'])
})

test('a line says how it stands at the date: settled, open, late', () => {
  const leads = [
    { received: 1, closedOn: day('2024-06-01') },
    { received: 1, closedOn: day('2024-08-01'), replyDue: day('2024-07-01') },
    { received: 3, closed: 3 },
    { received: 3, closed: 1 },
  ]
  expect(cellsOf('leads', { leads }, 'state')).toEqual(['已办结', '逾期未办结', '已办结', '在办'])
  const notice = { year: 2024, number: 3, word: '青整督' }
  const supervisionNotice = [
    { ...notice },
    { ...notice, printedOn: day('2024-06-01'), replyDue: day('2024-06-20') },
    { ...notice, printedOn: day('2024-06-01'), repliedOn: day('2024-06-20') },
    { ...notice, printedOn: day('2024-06-01'), replyDue: day('2024-07-05') },
  ]
  expect(cellsOf('notices', { more: { supervisionNotice } }, 'state')).toEqual(['待印发', '逾期未回复', '已回复', '未回复'])
  expect(cellsOf('notices', { more: { supervisionNotice } }, 'printedNumber')[0]).toBe('青整督〔2024〕3号')
})

test('a round tells the documents that went out in it, a block how much of it is used', () => {
  const more = {
    supervision: [{ id: 's1', title: '第一轮' }],
    supervisionNotice: [
      { kind: 'handling' as const, supervisionId: 's1', year: 2024, number: 2 },
      { kind: 'caution' as const, supervisionId: 's1' },
      { kind: 'handling' as const, supervisionId: 's1', year: 2024, number: 9 },
    ],
    numberBlock: [{ kind: 'handling' as const, year: 2024, from: 1, to: 5, pc: '甲' }],
  }
  expect(cellsOf('supervisions', { more }, 'notices')).toEqual(['督办通知单 2、警示函 1'])
  expect(cellsOf('blocks', { more }, 'used')).toEqual(['1 / 5'])
  expect(cellsOf('notices', { more }, 'supervisionId')).toEqual(['第一轮', '第一轮', '第一轮'])
})

test('what hangs on a measure belongs to its problem; what hangs on a removed one stands in no register', () => {
  const sketch: LedgerSketch = {
    problems: [{ statement: '账目不清', measures: [{ id: 'm1' }] }],
    outcomes: [
      { kind: 'regulation', ownerId: 'm1' },
      { kind: 'regulation', ownerId: 'gone' },
    ],
    accountabilities: [{ problemId: 'gone' }],
  }
  const [row, ...others] = registerRows('regulations', sourceOf(sketch), TODAY)
  expect(row).toMatchObject({ problemId: 'p1', homeId: 'p1', cells: { ownerId: '1 账目不清' } })
  expect(others).toEqual([])
  expect(registerRows('accountability', sourceOf(sketch), TODAY)).toEqual([])
})

test('a problem is named by its number or by words of one problem only', () => {
  const problems = ['账目不清', '账目混乱', '会议记录不全'].map((statement, i) => ({ id: `p${i + 1}`, number: i + 1, statement }))
  const named = (typed: string) => {
    const read = problemNamed(problems, typed)
    return read.ok ? (read.value?.id ?? null) : read.error.type
  }
  expect(['2', '第３个', '1 账目不清', '会议', '账目不清', '', ' '].map(named)).toEqual([
    'p2',
    'p3',
    'p1',
    'p3',
    'p1',
    null,
    null,
  ])
  expect(['账目', '9', '没有的'].map(named)).toEqual(Array(3).fill('value-not-understood'))
})
