import { describe, expect, test } from 'vitest'
import type { Decimal } from '../../../../shared/base/decimal.ts'
import { figuresOf } from '../../../../shared/domain/figures/figures-of.ts'
import { aLedger, type LedgerSketch } from '../../../support/a-ledger.ts'
import { day } from '../../../support/ports.ts'
import { figureValues } from '../../../support/suggested.ts'

const values = (sketch: LedgerSketch, cutoff = '2024-07-05') => Object.fromEntries(figureValues(aLedger(sketch), cutoff))
const figure = (sketch: LedgerSketch, id: string, cutoff = '2024-07-05') =>
  figuresOf(aLedger(sketch), day(cutoff)).find((candidate) => candidate.id === id)
const amount = (text: string) => text as Decimal

describe('deadlines', () => {
  const sketch: LedgerSketch = {
    problems: [
      { status: 'inProgress', deadlineOn: day('2024-07-04') },
      { status: 'notStarted', deadlineOn: day('2024-07-05') },
      { status: 'basicallyDone', deadlineOn: day('2024-07-15') },
      { status: 'unstated', deadlineOn: day('2024-07-16') },
      { status: 'inProgress', deadlineWords: '长期坚持' },
      { status: 'done', deadlineOn: day('2024-06-30') },
    ],
  }

  test('what is not done is late, not yet due or without a day; 临期 is among what is not yet due', () => {
    expect(values(sketch)).toMatchObject({
      'problems.overdue': '1',
      'problems.dueSoon': '2',
      'problems.notDue': '3',
      'problems.noDay': '1',
      'problems.byMonth.2024-06.total': '1',
      'problems.byMonth.2024-06.doneRate': '100',
      'problems.byMonth.2024-07.total': '4',
      'problems.byMonth.2024-07.overdue': '1',
      'problems.byMonth.none.total': '1',
    })
    expect(figure(sketch, 'problems.dueSoon')).toMatchObject({
      counts: ['p2', 'p3'],
      formula: '时限在统计日期当日至其后10日内且未完成的问题',
    })
  })

  test('an extension approved after the cut-off had not moved the deadline yet', () => {
    const extended: LedgerSketch = {
      problems: [{ status: 'inProgress', deadlineOn: day('2024-12-31'), measures: [{ text: '换管' }] }],
      more: {
        extension: [
          { ownerId: 'p1', fromOn: day('2024-03-31'), toOn: day('2024-06-30'), approvedOn: day('2024-03-20') },
          { ownerId: 'p1', fromOn: day('2024-06-30'), toOn: day('2024-12-31'), approvedOn: day('2024-07-10') },
          { ownerId: 'p1-m1', approvedOn: day('2024-07-01') },
        ],
      },
    }
    expect(values(extended, '2024-07-05')).toMatchObject({
      'problems.overdue': '1',
      'problems.byMonth.2024-06.total': '1',
      'extensions.problems': '1',
      'extensions.times': '2',
    })
    expect(values(extended, '2024-07-10')).toMatchObject({ 'problems.notDue': '1', 'extensions.times': '3' })
    expect(values(extended, '2024-03-01')).not.toHaveProperty(['extensions.times'])
  })
})

describe('groups', () => {
  const sketch: LedgerSketch = {
    nodes: [
      { id: 'n1', heading: '基层党建' },
      { id: 'n2', heading: '党支部', parentId: 'n1' },
    ],
    problems: [
      {
        nodeId: 'n2',
        status: 'done',
        responsibilities: [
          { role: 'leadUnit', name: '县纪委县监委' },
          { role: 'leader', name: '何 启' },
          { role: 'unit', name: '县财政局' },
          { role: 'unit', name: '县审计局' },
        ],
      },
      {
        nodeId: 'n1',
        status: 'inProgress',
        deadlineOn: day('2024-06-30'),
        source: 'audit',
        kind: 'dated',
        measures: [{ id: 'm1', text: '查' }],
        responsibilities: [
          { ownerId: 'm1', role: 'leadUnit', name: '县纪委监委' },
          { role: 'leadUnit', name: '县纪委监委' },
          { role: 'unit', name: '财政局' },
        ],
      },
      { status: 'basicallyDone' },
    ],
    more: {
      unit: [
        { id: 'jw', name: '县纪委监委' },
        { id: 'cz', name: '县财政局', aliases: '财政局' },
      ],
    },
  }

  test('by 类别 each problem stands under its top node', () => {
    expect(values(sketch)).toMatchObject({
      'problems.byCategory.n1.total': '2',
      'problems.byCategory.n1.done': '1',
      'problems.byCategory.n1.open': '1',
      'problems.byCategory.n1.overdue': '1',
      'problems.byCategory.n1.doneRate': '50',
      'problems.byCategory.none.total': '1',
      'problems.bySource.audit.total': '1',
      'problems.bySource.feedback.total': '2',
      'problems.byKind.dated.overdue': '1',
    })
    expect(figure(sketch, 'problems.byCategory.n1.done')).toMatchObject({
      label: '类别“基层党建”已完成问题数',
      formula: '类别为“基层党建”的问题中，状态为“已完成”“已销号”的问题',
      counts: ['p1'],
    })
  })

  test('a unit is one under all its names, and a problem counts once for each of its units', () => {
    expect(values(sketch)).toMatchObject({
      'problems.byLeadUnit.jw.total': '2',
      'problems.byLeadUnit.jw.overdue': '1',
      'problems.byLeadUnit.none.total': '1',
      'problems.byUnit.cz.total': '2',
      'problems.byUnit.县审计局.total': '1',
      'problems.byUnit.none.total': '1',
      'problems.byLeader.何启.doneRate': '100',
      'problems.byLeader.none.total': '2',
    })
    expect(figure(sketch, 'problems.byLeadUnit.jw.total')).toMatchObject({
      label: '牵头单位“县纪委监委”问题总数',
      counts: ['p1', 'p2'],
    })
  })

  test('where nobody is named in a role there is no table of it', () => {
    expect(Object.keys(values({ problems: [{}] })).filter((id) => /byLeadUnit|byUnit|byLeader/.test(id))).toEqual([])
  })
})

test('measures and items are counted by their own status', () => {
  expect(
    values({
      problems: [
        {
          status: 'inProgress',
          measures: [
            { account: '已办', status: 'done', completedOn: day('2024-07-06') },
            { account: '已办', status: 'done', completedOn: day('2024-07-05') },
            { text: '搞培训', status: 'notStarted', deadlineOn: day('2024-07-01') },
          ],
        },
        { status: 'basicallyDone' },
      ],
    }),
  ).toMatchObject({
    'measures.done': '1',
    'measures.open': '2',
    'measures.overdue': '1',
    'measures.doneRate': '33.33',
    'items.total': '3',
    'items.done': '1',
    'items.open': '1',
    'items.basicallyDone': '1',
  })
})

test('cycles of closing are counted up to the cut-off', () => {
  const sketch: LedgerSketch = {
    problems: [{ status: 'closed' }, { status: 'done' }, { status: 'done' }],
    more: {
      closure: [
        {
          problemId: 'p1',
          cycle: 1,
          appliedOn: day('2024-03-01'),
          closedOn: day('2024-03-10'),
          reopenedOn: day('2024-05-01'),
          completedOn: day('2024-02-20'),
        },
        { problemId: 'p1', cycle: 2, appliedOn: day('2024-06-20'), closedOn: day('2024-07-20') },
        { problemId: 'p2', cycle: 1, appliedOn: day('2024-06-01'), returnedOn: day('2024-06-15') },
        { problemId: 'p3', cycle: 1, appliedOn: day('2024-08-01') },
      ],
    },
  }
  expect(values(sketch)).toMatchObject({
    'closures.applied': '3',
    'closures.closed': '1',
    'closures.returned': '1',
    'closures.pending': '1',
    'closures.reopened': '1',
    'problems.reopened': '1',
  })
  expect(values(sketch, '2024-07-31')).toMatchObject({ 'closures.closed': '2', 'closures.pending': '0' })
  expect(values(sketch, '2024-02-01')).not.toHaveProperty(['closures.applied'])
})

test('dated lines after the cut-off do not count, undated ones do, and the formula says so', () => {
  const sketch: LedgerSketch = {
    accountabilities: [
      { measure: '警告', count: 2 },
      { measure: '警告', count: 3, on: day('2024-07-05') },
      { measure: '警告', count: 4, on: day('2024-07-06') },
    ],
    outcomes: [
      { kind: 'returned', amount: amount('1.5') },
      { kind: 'returned', amount: amount('2'), on: day('2024-07-06') },
    ],
  }
  expect(values(sketch)).toMatchObject({ 'accountability.party.total.persons': '5', 'money.returned': '1.5' })
  expect(figure(sketch, 'accountability.party.total.persons')?.formula).toBe(
    '登记簿“问责处理”中党纪处分（人）合计，一个问题写有未分处理方式的总数的，其分项不再相加（日期晚于统计日期的不计，未写日期的计入）',
  )
})

test('诫勉 and talks are no 处分, and all categories add up in each unit apart', () => {
  expect(
    values({
      accountabilities: [
        { category: 'party', measure: '警告', count: 5 },
        { category: 'combined', measure: '', count: 2 },
        { category: 'admonition', measure: '诫勉', count: 3 },
        { category: 'talk', measure: '约谈', count: 4, countUnit: 'personTimes' },
      ],
    }),
  ).toMatchObject({
    'accountability.discipline.total.persons': '7',
    'accountability.all.total.persons': '10',
    'accountability.all.total.personTimes': '4',
  })
})

test('money that came back adds up, money saved stands apart; an abolished regulation is none made or revised', () => {
  expect(
    values({
      outcomes: [
        { kind: 'returned', amount: amount('0.1') },
        { kind: 'collected', amount: amount('0.2') },
        { kind: 'recovered', amount: amount('5') },
        { kind: 'regulation', regulation: 'made', count: 3 },
        { kind: 'regulation', regulation: 'revised' },
        { kind: 'regulation', regulation: 'abolished', count: 2 },
        { kind: 'regulation', count: 10 },
        { kind: 'extended' },
      ],
    }),
  ).toMatchObject({
    'money.returned': '0.1',
    'money.collected': '0.2',
    'money.returnedAndCollected': '0.3',
    'money.recovered': '5',
    'regulations.total': '14',
    'regulations.made': '3',
    'regulations.revised': '1',
    'regulations.abolished': '2',
    'regulations.unspecified': '10',
    'outcomes.extended': '1',
  })
})

test('leads stand as they stood: received later they were not there, settled later they were open', () => {
  const one = { kind: 'letter', received: 1 } as const
  const sketch: LedgerSketch = {
    leads: [
      { ...one, receivedOn: day('2024-05-01'), closedOn: day('2024-06-01') },
      { ...one, receivedOn: day('2024-05-01'), closedOn: day('2024-08-01') },
      { ...one, receivedOn: day('2024-06-01'), replyDue: day('2024-07-01') },
      { ...one, receivedOn: day('2024-07-20') },
    ],
  }
  expect(values(sketch)).toMatchObject({
    'leads.letter.received': '3',
    'leads.letter.closed': '1',
    'leads.letter.inProgress': '2',
    'leads.letter.closedRate': '33.33',
    'leads.letter.overdue': '1',
  })
  expect(values(sketch, '2024-08-01')).toMatchObject({ 'leads.letter.received': '4', 'leads.letter.closedRate': '50' })
})

test('meetings by body, supervisions, and notices issued, replied to and left without a reply', () => {
  expect(
    values({
      more: {
        meeting: [
          { body: 'standing', on: day('2024-05-01') },
          { body: 'standing', count: 3 },
          { body: 'leadingGroup', on: day('2024-09-01') },
        ],
        supervision: [{ count: 2 }, { on: day('2024-07-05') }],
        supervisionNotice: [
          { printedOn: day('2024-05-01'), replyDue: day('2024-05-20'), repliedOn: day('2024-05-18') },
          { printedOn: day('2024-06-01'), replyDue: day('2024-06-20'), repliedOn: day('2024-07-10') },
          { kind: 'reminder', printedOn: day('2024-07-01'), replyDue: day('2024-07-20') },
          { printedOn: null, replyDue: day('2024-05-20') },
        ],
      },
    }),
  ).toMatchObject({
    'meetings.total': '4',
    'meetings.standing': '4',
    'supervisions.total': '3',
    'supervisionNotices.issued': '3',
    'supervisionNotices.replied': '1',
    'supervisionNotices.overdue': '1',
    'supervisionNotices.handling.issued': '2',
    'supervisionNotices.reminder.overdue': '0',
  })
})

test('what hangs on a problem that is gone counts nowhere', () => {
  const sketch: LedgerSketch = {
    problems: [{}],
    accountabilities: [{ problemId: 'p9', count: 3 }],
    outcomes: [{ ownerId: 'p9', kind: 'recovered', amount: amount('5') }],
    more: {
      measure: [{ problemId: 'p9' }],
      extension: [{ ownerId: 'p9' }],
      closure: [{ problemId: 'p9', cycle: 1, closedOn: day('2024-01-01') }],
    },
  }
  const gone = Object.keys(values(sketch)).filter((id) => /^(?:accountability|money|extensions|closures)/.test(id))
  expect([gone, values(sketch)['measures.total']]).toEqual([[], '0'])
})
