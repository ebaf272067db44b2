import { describe, expect, test } from 'vitest'
import { closureState, openApplication } from '../../../../shared/domain/closing.ts'
import type { Decision } from '../../../../shared/domain/commands/decision.ts'
import { decideOnProblem, type OneProblemCommand } from '../../../../shared/domain/commands/ledger-command.ts'
import { fileAfter } from '../../../../shared/domain/file-after.ts'
import type { ProblemFile } from '../../../../shared/domain/ledger.ts'
import { statusAt } from '../../../../shared/domain/status-at.ts'
import { adviceText } from '../../../../shared/messages/advice.ts'
import { refusalText } from '../../../../shared/messages/refusals.ts'
import { aLedger, type ProblemSketch } from '../../../support/a-ledger.ts'
import { unwrapped } from '../../../support/expect-ok.ts'
import { countingIds, day } from '../../../support/ports.ts'

type Named = OneProblemCommand extends infer C ? (C extends OneProblemCommand ? Omit<C, 'problemId'> : never) : never

const DONE: ProblemSketch = {
  status: 'done',
  completedOn: day('2024-03-01'),
  responsibilities: [
    { role: 'leadUnit', name: '县水利局' },
    { role: 'leader', name: '何启明' },
  ],
}

/** A problem whose acts are carried out one after the other. */
const aProblem = (sketch: ProblemSketch = DONE) => {
  let file = aLedger({ problems: [sketch] }).problems[0] as ProblemFile
  const context = { ids: countingIds('n'), year: 2024, today: day('2024-12-01') }
  const decide = (command: Named) => decideOnProblem(file, { problemId: 'p1', ...command } as OneProblemCommand, context)
  const act = (command: Named): Decision => {
    const decided = unwrapped(decide(command))
    file = fileAfter(file, decided.edits) as ProblemFile
    return decided
  }
  return { act, decide, file: () => file, at: (on: string) => statusAt(file, day(on)) }
}

const apply = (on: string, by = '县水利局') => ({ type: 'apply-closure', on: day(on), by, text: '已换管12公里。' }) as const
const review = (reviewer: 'leadUnit' | 'leader' | 'office', opinion: 'agreed' | 'returned' = 'agreed') =>
  ({ type: 'review-closure', reviewer, opinion, by: '何启明', on: day('2024-03-08'), text: '' }) as const
const close = (on: string) => ({ type: 'close', on: day(on), result: '同意销号' }) as const
const giveBack = (on: string, reason = '佐证材料不全') => ({ type: 'return-closure', on: day(on), reason }) as const
const reopen = (on: string, reason = '漏损反弹') =>
  ({ type: 'reopen', on: day(on), reason, basis: '县委巡察“回头看”反馈' }) as const
const advised = (decision: Decision) => (decision.advice ?? []).map(({ type }) => type)

test('an application, its opinions and its closing make cycle 1, with nothing to be said', () => {
  const { act, file } = aProblem()
  const decisions = [apply('2024-03-05'), review('leadUnit'), review('leader'), review('office'), close('2024-03-10')].map(act)
  expect(decisions.map(({ intent }) => intent)).toEqual(['申请销号', '登记审核意见', '登记审核意见', '登记审核意见', '销号'])
  expect(decisions.flatMap(advised)).toEqual([])
  expect(file().problem).toMatchObject({ status: 'closed', completedOn: '2024-03-01' })
  expect(file().closures).toMatchObject([
    { id: 'p1-c1', cycle: 1, appliedBy: '县水利局', closedOn: '2024-03-10', result: '同意销号', completedOn: '2024-03-01' },
  ])
  expect(file().reviews.map(({ reviewer }) => reviewer)).toEqual(['leadUnit', 'leader', 'office'])
})

test('two PCs that apply at once make one application', () => {
  const ids = [aProblem(), aProblem()].map(({ act }) => act(apply('2024-03-05')).edits)
  expect(ids[0]).toEqual(ids[1])
})

test('a returned application keeps its words and reviews, and the cycle is tried again', () => {
  const { act, file, at } = aProblem()
  act(apply('2024-03-05'))
  act(review('office', 'returned'))
  act(giveBack('2024-03-09'))
  expect(file().problem).toMatchObject({ status: 'inProgress', completedOn: null })
  act({ type: 'set-field', measureId: null, field: 'status', value: 'done' })
  act({ type: 'set-field', measureId: null, field: 'completedOn', value: '2024-04-01' })
  act(apply('2024-04-02'))
  expect(file().closures).toMatchObject([
    { id: 'p1-c1', returnedOn: '2024-03-09', returnReason: '佐证材料不全', appliedOn: '2024-03-05' },
    { id: 'p1-c1-2', cycle: 1, attempt: 2, appliedOn: '2024-04-02' },
  ])
  expect(file().reviews).toMatchObject([{ closureId: 'p1-c1', opinion: 'returned' }])
  expect(['2024-02-29', '2024-03-08', '2024-03-09', '2024-04-01'].map(at)).toEqual(['inProgress', 'done', 'inProgress', 'done'])
})

test('closed, reopened and closed again, every day is what it was', () => {
  const { act, file, at } = aProblem()
  act(apply('2024-03-05'))
  act(close('2024-03-10'))
  act(reopen('2024-06-01'))
  expect(file().problem).toMatchObject({ status: 'inProgress', completedOn: null })
  act({ type: 'set-field', measureId: null, field: 'status', value: 'done' })
  act({ type: 'set-field', measureId: null, field: 'completedOn', value: '2024-07-01' })
  act(apply('2024-07-02'))
  act(close('2024-07-10'))
  expect(file().closures).toMatchObject([
    { id: 'p1-c1', closedOn: '2024-03-10', reopenedOn: '2024-06-01', reopenReason: '漏损反弹', completedOn: '2024-03-01' },
    { id: 'p1-c2', cycle: 2, closedOn: '2024-07-10', reopenedOn: null },
  ])
  const days = ['2024-02-01', '2024-03-01', '2024-03-10', '2024-05-31', '2024-06-01', '2024-07-01', '2024-07-10']
  expect(days.map(at)).toEqual(['inProgress', 'done', 'closed', 'closed', 'inProgress', 'done', 'closed'])
})

test('a problem that was closed unfinished was what it was before', () => {
  const { act, at } = aProblem({ status: 'basicallyDone' })
  expect(advised(act(close('2024-03-10')))).toEqual(['closed-without-application', 'unusual-step', 'reviews-missing'])
  expect(['2024-03-09', '2024-03-10'].map(at)).toEqual(['basicallyDone', 'closed'])
})

describe('what is unusual is done and said', () => {
  test.each<[string, ProblemSketch, readonly Named[], readonly string[]]>([
    ['an application of unfinished work', { status: 'inProgress' }, [apply('2024-03-05')], ['unusual-step']],
    ['but not of 长期坚持', { status: 'inProgress', sustained: true }, [apply('2024-03-05')], []],
    ['nor of 基本完成', { status: 'basicallyDone' }, [apply('2024-03-05')], []],
    ['a unit that has no part in it', DONE, [apply('2024-03-05', '县财政局')], ['foreign-applicant']],
    ['an application before the completion', DONE, [apply('2024-02-05')], ['day-before']],
    ['an application of tomorrow', DONE, [apply('2024-12-02')], ['day-ahead']],
    ['an application the office makes', DONE, [{ ...apply('2024-03-05'), asker: 'office' }], ['unusual-asker']],
    ['measures that are left', { ...DONE, measures: [{ status: 'inProgress' }] }, [apply('2024-03-05')], ['measures-unfinished']],
    ['a closing without reviews', DONE, [apply('2024-03-05'), close('2024-03-10')], ['reviews-missing']],
    ['an opinion without an application', DONE, [review('office')], ['review-without-application']],
    [
      'a closing against an opinion',
      { status: 'done' },
      [apply('2024-03-05'), review('office', 'returned'), close('2024-03-10')],
      ['review-returned'],
    ],
    [
      'but not when the last opinion agrees',
      { status: 'done' },
      [apply('2024-03-05'), review('office', 'returned'), review('office'), close('2024-03-10')],
      [],
    ],
    [
      'a closing before the completion',
      DONE,
      [apply('2024-03-05'), ...(['leadUnit', 'leader', 'office'] as const).map((who) => review(who)), close('2024-02-10')],
      ['day-before', 'day-before'],
    ],
    ['a reopening before the closing', DONE, [close('2024-03-10'), reopen('2024-03-09')], ['day-before']],
    [
      'a closing asked for by a unit',
      DONE,
      [{ ...close('2024-03-10'), asker: 'unit' }],
      ['closed-without-application', 'unusual-asker', 'reviews-missing'],
    ],
  ])('%s', (_, sketch, commands, types) => {
    const { act } = aProblem(sketch)
    const decisions = commands.map(act)
    expect(advised(decisions.at(-1) as Decision)).toEqual(types)
    for (const advice of decisions.at(-1)?.advice ?? []) expect(adviceText(advice)).toMatch(/[\u4e00-\u9fff]{4}.*。$/)
  })

  test('已销号 set by hand, and left by hand', () => {
    const { act, file } = aProblem()
    const byHand = (value: string) => act({ type: 'set-field', measureId: null, field: 'status', value })
    expect(advised(byHand('已销号'))).toEqual(['closed-without-closure'])
    expect(advised(byHand('整改中'))).toEqual(['left-closed-by-hand'])
    expect(advised(byHand('已完成'))).toEqual([])
    expect(advised(byHand('未启动'))).toEqual(['unusual-step'])
    expect(file().closures).toEqual([])
  })

  test('what the measures say of the problem, when one was set', () => {
    const { act } = aProblem({ status: 'inProgress', measures: [{ status: 'done' }, { status: 'inProgress' }] })
    const decision = act({ type: 'set-field', measureId: 'p1-m2', field: 'status', value: '已完成' })
    expect(decision.advice).toEqual([{ type: 'status-suggested', status: 'done', measures: 2, done: 2, basicallyDone: 0 }])
    expect(adviceText((decision.advice ?? [])[0] as never)).toBe('2 条措施中已完成 2 条，问题状态可以改为“已完成”。')
  })
})

describe('what has no place is refused with a sentence', () => {
  test.each<[string, ProblemSketch, readonly Named[], Named, string]>([
    ['a second application', DONE, [apply('2024-03-05')], apply('2024-03-06'), 'application-open'],
    ['an application after the closing', DONE, [apply('2024-03-05'), close('2024-03-10')], apply('2024-03-11'), 'already-closed'],
    ['a second closing', DONE, [close('2024-03-10')], close('2024-03-11'), 'already-closed'],
    ['a return of nothing', DONE, [], giveBack('2024-03-05'), 'no-application'],
    ['a return without a reason', DONE, [apply('2024-03-05')], giveBack('2024-03-06', ' '), 'text-missing'],
    ['a reopening of what is not closed', DONE, [], reopen('2024-03-05'), 'not-closed'],
    ['a reopening without a reason', DONE, [close('2024-03-10')], reopen('2024-06-01', ''), 'text-missing'],
    ['a reopening without a basis', DONE, [close('2024-03-10')], { ...reopen('2024-06-01'), basis: ' ' }, 'text-missing'],
    ['a reason beyond its limit', DONE, [close('2024-03-10')], reopen('2024-06-01', '长'.repeat(2_001)), 'text-too-long'],
  ])('%s', (_, sketch, before, command, type) => {
    const { act, decide } = aProblem(sketch)
    before.forEach(act)
    const decided = decide(command)
    expect(decided).toMatchObject({ ok: false, error: { type } })
    if (!decided.ok) expect(refusalText(decided.error)).toMatch(/。$/)
  })
})

test('an application that came late is put to the closing that lacked it', () => {
  const { act, file } = aProblem()
  act(close('2024-03-10'))
  expect(advised(act(apply('2024-03-05')))).toEqual([])
  act(review('office'))
  expect(file().closures).toMatchObject([{ id: 'p1-c1', appliedOn: '2024-03-05', closedOn: '2024-03-10' }])
  expect(file().reviews).toMatchObject([{ closureId: 'p1-c1' }])
})

test('a problem closed by hand is reopened with its reason, and the next application begins cycle 2', () => {
  const { act, file, at } = aProblem({ status: 'closed', completedOn: day('2024-03-01') })
  act(reopen('2024-06-01'))
  expect(['2024-05-31', '2024-06-01'].map(at)).toEqual(['closed', 'inProgress'])
  act(apply('2024-07-01'))
  expect(file().closures.map((closure) => [closure.id, closureState(closure)])).toEqual([
    ['p1-c1', 'reopened'],
    ['p1-c2', 'applied'],
  ])
  expect(openApplication(file())?.id).toBe('p1-c2')
})

test('the id of an application fits, however long the id of its problem', () => {
  const id = `${'a'.repeat(40)}${'b'.repeat(24)}`
  const file = aLedger({ problems: [{ id, status: 'done' }] }).problems[0] as ProblemFile
  const decided = decideOnProblem(
    file,
    { problemId: id, ...apply('2024-03-05') },
    {
      ids: countingIds('n'),
      year: 2024,
      today: day('2024-12-01'),
    },
  )
  expect(fileAfter(file, unwrapped(decided).edits)?.closures[0]?.id).toMatch(/^(?=.{64}$)a{37}b{24}-c1$/)
})
