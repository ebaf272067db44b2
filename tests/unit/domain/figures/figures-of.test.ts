import { expect, test } from 'vitest'
import { figuresOf } from '../../../../shared/domain/figures/figures-of.ts'
import { aLedger, type LedgerSketch } from '../../../support/a-ledger.ts'
import { day } from '../../../support/ports.ts'
import { figureValues } from '../../../support/suggested.ts'

const values = (sketch: LedgerSketch, cutoff = '2024-07-05') => Object.fromEntries(figureValues(aLedger(sketch), cutoff))

test('problems are counted by status, and 长期坚持 only among the done', () => {
  expect(
    values({
      problems: [
        { status: 'done', sustained: true },
        { status: 'closed' },
        { status: 'basicallyDone' },
        { status: 'inProgress', sustained: true },
        { status: 'notStarted' },
        {},
      ],
    }),
  ).toMatchObject({
    'problems.total': '6',
    'problems.done': '2',
    'problems.sustained': '1',
    'problems.closed': '1',
    'problems.basicallyDone': '1',
    'problems.open': '2',
    'problems.unstated': '1',
    'problems.doneRate': '33.33',
  })
})

test('an item is a measure with an account of its own, or the problem where there is none', () => {
  expect(
    values({
      problems: [
        {
          measures: [
            { title: '甲', account: '已办' },
            { title: '乙', account: '已办' },
          ],
        },
        { measures: [{ text: '建台账' }, { text: '搞培训' }] },
        {},
      ],
    }),
  ).toMatchObject({ 'items.total': '4', 'measures.total': '4' })
})

test('a problem finished after the cut-off date was still open then', () => {
  const sketch: LedgerSketch = { problems: [{ status: 'done', completedOn: day('2024-08-01'), deadlineOn: day('2024-06-30') }] }
  expect(values(sketch, '2024-07-05')).toMatchObject({ 'problems.done': '0', 'problems.open': '1', 'problems.overdue': '1' })
  expect(values(sketch, '2024-08-01')).toMatchObject({ 'problems.done': '1', 'problems.open': '0', 'problems.overdue': '0' })
})

test('persons and times are counted apart and never added', () => {
  expect(
    values({
      accountabilities: [
        { category: 'admonition', measure: '诫勉', count: 3 },
        { category: 'admonition', measure: '诫勉谈话', count: 2 },
        { category: 'admonition', measure: '诫勉', count: 4, countUnit: 'personTimes' },
      ],
    }),
  ).toMatchObject({ 'accountability.admonition.total.persons': '5', 'accountability.admonition.total.personTimes': '4' })
})

test('a line for a whole category is not added to its parts, and a line that names people counts them', () => {
  expect(
    values({
      accountabilities: [
        { category: 'party', measure: '', count: 5 },
        { category: 'party', measure: '警告', count: 3 },
        { category: 'party', measure: '严重警告', count: 2 },
        { category: 'government', measure: '记过', people: '甲某、乙某' },
      ],
    }),
  ).toMatchObject({
    'accountability.party.total.persons': '5',
    'accountability.party.warning.persons': '3',
    'accountability.government.total.persons': '2',
  })
})

test('two words for one measure add up', () => {
  expect(
    values({
      accountabilities: [
        { measure: '党内警告', count: 5 },
        { measure: '警告', count: 3 },
        { measure: '留党察看', count: 1 },
      ],
    }),
  ).toMatchObject({ 'accountability.party.total.persons': '9', 'accountability.party.warning.persons': '8' })
})

test('rates come from the two counts, rounded half up', () => {
  expect(values({ leads: [{ kind: 'clue', received: 9, closed: 8 }] })).toMatchObject({ 'leads.clue.closedRate': '88.89' })
  // A line that does not tell both says nothing about the rate.
  expect(
    values({
      leads: [
        { kind: 'clue', received: 10 },
        { kind: 'clue', received: 9, closed: 8 },
        { kind: 'clue', closed: 12 },
      ],
    }),
  ).toMatchObject({ 'leads.clue.closedRate': '88.89', 'leads.clue.received': '19' })
  expect(values({ leads: [{ kind: 'clue', received: 9 }] })).not.toHaveProperty(['leads.clue.closedRate'])
})

test('money is added exactly, in 万元', () => {
  const amounts = ['11.32', '243.18'] as never[]
  expect(values({ outcomes: amounts.map((amount) => ({ kind: 'recovered', amount })) })).toMatchObject({
    'money.recovered': '254.5',
  })
})

test('a register nobody has filled gives no figure', () => {
  expect(Object.keys(values({})).filter((id) => !/^(?:problems|items|measures)\.[a-z]+$/i.test(id))).toEqual([])
})

test('every figure names what it counts', () => {
  const figures = figuresOf(aLedger({ problems: [{ status: 'done' }, {}], leads: [{ received: 3 }] }), day('2024-07-05'))
  expect(figures.find((f) => f.id === 'problems.done')).toMatchObject({ counts: ['p1'], unit: '个', label: '已完成问题数' })
  for (const figure of figures) expect(figure.formula, figure.id).not.toBe('')
  expect(new Set(figures.map((f) => f.id)).size).toBe(figures.length)
})
