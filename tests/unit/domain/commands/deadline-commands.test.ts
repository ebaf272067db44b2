import { expect, test } from 'vitest'
import {
  decideCommand,
  decideOnProblem,
  type LedgerCommand,
  type OneProblemCommand,
  problemsOf,
} from '../../../../shared/domain/commands/ledger-command.ts'
import { decideFieldChange } from '../../../../shared/domain/edit-field.ts'
import { originalDeadline } from '../../../../shared/domain/extensions.ts'
import { fileAfter, recordsAfter } from '../../../../shared/domain/file-after.ts'
import { type Ledger, openLedger, type ProblemFile } from '../../../../shared/domain/ledger.ts'
import { adviceText } from '../../../../shared/messages/advice.ts'
import { aLedger } from '../../../support/a-ledger.ts'
import { unwrapped } from '../../../support/expect-ok.ts'
import { countingIds, day } from '../../../support/ports.ts'

const anchors = { concentratedUntil: null, feedbackOn: day('2024-01-15') }
const context = { ids: countingIds('n'), year: 2024, anchors, today: day('2024-07-05') }

const ledger = () =>
  aLedger({
    problems: [
      {
        status: 'inProgress',
        deadlineOn: day('2024-06-30'),
        deadlineWords: '2024年6月底前',
        measures: [{ deadlineWords: '集中整改期内', status: 'inProgress' }, { status: 'notStarted' }],
      },
      { deadlineWords: '集中整改期结束前', status: 'notStarted' },
    ],
  })

const act = (before: Ledger, command: unknown) => {
  const decision = unwrapped(decideCommand(before, command as LedgerCommand, context))
  return { decision, after: openLedger(recordsAfter(before.records, decision.edits)) }
}
const fileIn = (of: Ledger, index = 0): ProblemFile => of.problems[index] as ProblemFile

const extend = (deadline: string, measureId: string | null = null) => ({
  type: 'extend-deadline',
  problemId: 'p1',
  measureId,
  deadline,
  reason: '汛期无法施工',
  approvedBy: '县委整改办',
  approvedOn: '2024-06-20',
})

test('extensions make a chain, and the original deadline stays', () => {
  const once = act(ledger(), extend('2024年9月底前'))
  const { after, decision } = act(once.after, extend('2024年底前'))
  expect(fileIn(after).problem).toMatchObject({ deadlineOn: '2024-12-31', deadlineWords: '2024年底前' })
  expect(fileIn(after).extensions).toMatchObject([
    { fromWords: '2024年6月底前', toWords: '2024年9月底前', reason: '汛期无法施工', approvedBy: '县委整改办' },
    { fromWords: '2024年9月底前', toWords: '2024年底前', approvedOn: '2024-06-20' },
  ])
  expect(originalDeadline(fileIn(after), fileIn(after).problem)).toEqual({ on: '2024-06-30', words: '2024年6月底前' })
  expect(decision.advice).toEqual([])
})

test('an extension to the day that stands is recorded with its reason, and told', () => {
  const { after, decision } = act(ledger(), extend('2024年6月底前'))
  expect(fileIn(after).extensions).toMatchObject([
    { fromOn: '2024-06-30', toOn: '2024-06-30', reason: '汛期无法施工', approvedBy: '县委整改办' },
  ])
  expect(decision.edits).toMatchObject([{ type: 'create' }])
  expect(decision.advice).toMatchObject([{ type: 'extended-backwards' }])
})

test('a mistyped deadline is put right without an extension, and in the last extension where there is one', () => {
  const correct = { type: 'correct-deadline', problemId: 'p1', measureId: null, deadline: '2024年7月底前' }
  const first = act(ledger(), correct).after
  expect(fileIn(first).extensions).toEqual([])
  expect(originalDeadline(fileIn(first), fileIn(first).problem).words).toBe('2024年7月底前')
  const extended = act(act(ledger(), extend('2024年9月底前')).after, { ...correct, deadline: '2024年10月底前' }).after
  expect(fileIn(extended).problem.deadlineOn).toBe('2024-10-31')
  expect(fileIn(extended).extensions).toMatchObject([{ fromWords: '2024年6月底前', toWords: '2024年10月底前' }])
})

test.each([
  [{ reason: null }, ['extension-unfounded']],
  [{ deadline: '2024年5月底前' }, ['extended-backwards']],
  [{ deadline: '另行通知' }, ['deadline-unread']],
  [{ deadline: '长期坚持' }, []],
  [{ deadline: '2024年9月底前', measureId: 'p1-m2' }, ['extended-nothing']],
  [{ approvedOn: '2024-07-06' }, ['day-ahead']],
])('an extension with %j is done and says what is unusual', (change, types) => {
  const { advice = [] } = act(ledger(), { ...extend('2024年9月底前'), ...change }).decision
  expect(advice.map(({ type }) => type)).toEqual(types)
  for (const found of advice) expect(adviceText(found)).toMatch(/。$/)
})

test('a day that no calendar has, words beyond the limit and a measure that is gone are refused', () => {
  const refusal = (command: object) => {
    const decided = decideOnProblem(fileIn(ledger()), command as OneProblemCommand, context)
    return decided.ok ? null : decided.error.type
  }
  expect(refusal(extend('2024年2月30日前'))).toBe('value-not-understood')
  expect(refusal(extend('长'.repeat(201)))).toBe('text-too-long')
  expect(refusal(extend('2024年9月底前', 'gone'))).toBe('entity-removed')
})

test('the end of 集中整改期 is the day of every deadline given in those words, and moves with it', () => {
  const set = (of: Ledger, on: string | null) => act(of, { type: 'set-concentrated-until', on }).after
  const first = set(ledger(), '2024-04-30')
  expect([fileIn(first).measures[0]?.deadlineOn, fileIn(first, 1).problem.deadlineOn]).toEqual(['2024-04-30', '2024-04-30'])
  const moved = set(first, '2024-05-31')
  expect([fileIn(moved).measures[0]?.deadlineOn, fileIn(moved, 1).problem.deadlineOn]).toEqual(['2024-05-31', '2024-05-31'])
  expect(fileIn(moved).problem.deadlineOn).toBe('2024-06-30')
  expect(fileIn(moved).extensions).toEqual([])
  expect(act(moved, { type: 'set-concentrated-until', on: '2024-05-31' }).decision.edits).toEqual([])
  // What it was put off from moves too; what it was put off to does not.
  const later = set(act(moved, extend('2024年9月底前', 'p1-m1')).after, '2024-06-10')
  expect(fileIn(later).measures[0]?.deadlineOn).toBe('2024-09-30')
  expect(fileIn(later).extensions).toMatchObject([{ fromOn: '2024-06-10', toOn: '2024-09-30' }])
})

test.each(['concentratedUntil', '集中整改期截止日期'])(
  'the end of 集中整改期 set as the field %s of the ledger moves the same deadlines',
  (field) => {
    const set = {
      type: 'set-record-field',
      kind: 'ledger',
      problemId: null,
      id: 'ledger',
      field,
      value: '2024年4月30日',
    } as const
    expect(problemsOf(set)).toBe('all')
    const { after } = act(ledger(), set)
    expect(after.ledger.concentratedUntil).toBe('2024-04-30')
    expect([fileIn(after).measures[0]?.deadlineOn, fileIn(after, 1).problem.deadlineOn]).toEqual(['2024-04-30', '2024-04-30'])
    const edited = unwrapped(decideFieldChange(ledger(), { target: 'ledger', field, value: '2024年4月30日' }, context))
    expect(openLedger(recordsAfter(ledger().records, edited.edits)).problems).toEqual(after.problems)
  },
)

test('the same end of 集中整改期 again puts right the deadlines that differ from it', () => {
  const { records } = ledger()
  const settings = records.ledger.map((own) => ({ ...own, concentratedUntil: day('2024-04-30') }))
  const { after } = act(openLedger({ ...records, ledger: settings }), { type: 'set-concentrated-until', on: '2024-04-30' })
  expect([fileIn(after).measures[0]?.deadlineOn, fileIn(after, 1).problem.deadlineOn]).toEqual(['2024-04-30', '2024-04-30'])
})

test('words that count from 反馈 are read by the day of it', () => {
  const { after } = act(ledger(), extend('反馈之日起两个月内', 'p1-m2'))
  expect(fileIn(after).measures[1]?.deadlineOn).toBe('2024-03-15')
})

test('many problems and measures are set to one status as one act', () => {
  const command = {
    type: 'set-status',
    targets: [
      { problemId: 'p1', measureId: 'p1-m1' },
      { problemId: 'p1', measureId: 'p1-m2' },
      { problemId: 'p2', measureId: null },
    ],
    status: 'done',
    sustained: true,
    completedOn: '2024-05-01',
  }
  const { after, decision } = act(ledger(), command)
  const set = { status: 'done', sustained: true, completedOn: '2024-05-01' }
  expect(fileIn(after).measures).toMatchObject([set, set])
  expect(fileIn(after, 1).problem).toMatchObject(set)
  expect(decision.intent).toBe('批量修改状态（3项）')
  expect(decision.advice).toMatchObject([{ type: 'status-suggested', status: 'done' }, { type: 'unusual-step' }])
  expect(act(after, command).decision.edits).toEqual([])
  const twice = act(ledger(), { ...command, targets: [...command.targets, ...command.targets] }).decision
  expect([twice.intent, twice.edits]).toEqual([decision.intent, decision.edits])
  const gone = { ...command, targets: [{ problemId: 'p1', measureId: 'gone' }] }
  expect(decideCommand(ledger(), gone as LedgerCommand, context)).toMatchObject({ error: { type: 'entity-removed' } })
})

test('a batch is one act, each part on what the one before it left, and none when one is refused', () => {
  const names = (value: string) => ({ type: 'set-field', problemId: 'p1', measureId: null, field: 'leadUnit', value })
  const { after, decision } = act(ledger(), { type: 'batch', commands: [names('县水利局'), names('县住建局')] })
  expect(decision.intent).toBe('批量修改牵头单位（2项）')
  expect(fileIn(after).responsibilities.map(({ name }) => name)).toEqual(['县住建局'])
  const refused = { type: 'batch', commands: [names('县水利局'), { type: 'remove-problem', problemId: 'p1' }, names('县住建局')] }
  expect(decideCommand(ledger(), refused as LedgerCommand, context)).toMatchObject({ error: { type: 'entity-removed' } })
  expect(fileAfter(fileIn(ledger()), [{ type: 'remove', kind: 'problem', id: 'p1' }])).toBeNull()
})
