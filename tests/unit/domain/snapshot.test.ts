import { strFromU8, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { compareSnapshots } from '../../../shared/domain/compare-snapshots.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { openLedger } from '../../../shared/domain/ledger.ts'
import { printSnapshot, readSnapshot, snapshotOf } from '../../../shared/domain/snapshot.ts'
import { openSnapshotFile, snapshotFile } from '../../../shared/exchange/snapshot-file.ts'
import { refusalText } from '../../../shared/messages/refusals.ts'
import { aLedger, type LedgerSketch } from '../../support/a-ledger.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { day } from '../../support/ports.ts'

const sketch: LedgerSketch = {
  problems: [
    {
      statement: '学习不深入。'.repeat(60),
      status: 'done',
      sustained: true,
      completedOn: day('2024-06-01'),
      responsibilities: [
        { role: 'leadUnit', name: '县委办' },
        { role: 'leader', name: '何启' },
        { role: 'unit', name: '县财政局' },
      ],
    },
    { statement: '管网漏损率高。', status: 'inProgress', deadlineOn: day('2024-06-30'), measures: [{ text: '换管' }] },
  ],
  accountabilities: [
    { measure: '警告', count: 2 },
    { measure: '党内警告', count: 1 },
  ],
  leads: [{ received: 9, closed: 8, kind: 'clue' }],
}
const ledger = aLedger(sketch)
const cutoff = day('2024-07-05')

test('a snapshot holds every figure as it is at the cut-off, and how every problem stands', () => {
  const snapshot = snapshotOf(ledger, cutoff)
  expect(snapshot.figures.map(({ id, value }) => [id, value])).toEqual(
    figuresOf(ledger, cutoff).map(({ id, value }) => [id, value]),
  )
  expect(snapshot.problems).toMatchObject([
    {
      id: 'p1',
      number: 1,
      status: 'done',
      sustained: true,
      cycle: 1,
      leadUnits: ['县委办'],
      units: ['县财政局'],
      leaders: ['何启'],
    },
    { id: 'p2', number: 2, status: 'inProgress', deadlineOn: '2024-06-30', deadlineWords: '2024年6月30日前', warning: 'red' },
  ])
  expect(snapshot.problems[0]?.statement).toHaveLength(200)
})

describe('the bytes of a snapshot', () => {
  test('are the same for the same ledger, in whatever order its records were read', () => {
    const { records } = ledger
    const shuffled = openLedger({
      ...records,
      problem: [...records.problem].reverse(),
      accountability: [...records.accountability].reverse(),
      responsibility: [...records.responsibility].reverse(),
    })
    expect(snapshotFile(snapshotOf(shuffled, cutoff))).toEqual(snapshotFile(snapshotOf(ledger, cutoff)))
    expect(snapshotFile(snapshotOf(ledger, day('2024-07-06'))).sha256).not.toBe(snapshotFile(snapshotOf(ledger, cutoff)).sha256)
  })

  test('are what they are read from', () => {
    const { bytes, sha256 } = snapshotFile(snapshotOf(ledger, cutoff))
    const read = unwrapped(openSnapshotFile(bytes, sha256))
    expect(read).toEqual(snapshotOf(ledger, cutoff))
    expect(printSnapshot(read)).toBe(strFromU8(bytes))
  })

  test('are refused with a sentence when they are missing, changed, none, or of a later program', () => {
    const { bytes, sha256 } = snapshotFile(snapshotOf(ledger, cutoff))
    const text = strFromU8(bytes)
    const refusalOf = (result: ReturnType<typeof readSnapshot>) => {
      if (result.ok) return 'read'
      expect(refusalText(result.error)).toMatch(/[\u4e00-\u9fff]{4}/)
      return result.error.type
    }
    expect(refusalOf(openSnapshotFile(undefined, sha256))).toBe('snapshot-missing')
    expect(refusalOf(openSnapshotFile(strToU8(text.replace('"value":"2"', '"value":"1"')), sha256))).toBe('snapshot-damaged')
    for (const none of ['', '{', 'null', '[]', '{"format":{}}', text.replace('2024-07-05', '2024-02-30')])
      expect(refusalOf(readSnapshot(none)), none.slice(0, 40)).toBe('snapshot-damaged')
    expect(refusalOf(readSnapshot('{"format":{"name":"zgtz-snapshot","version":0}}'))).toBe('snapshot-damaged')
    expect(refusalOf(readSnapshot('{"format":{"name":"zgtz-snapshot","version":2},"more":1}'))).toBe('snapshot-newer')
  })
})

test('what is done later does not reach back behind the cut-off', () => {
  const later = aLedger({
    ...sketch,
    problems: [
      { ...sketch.problems?.[0], status: 'done' },
      {
        ...sketch.problems?.[1],
        status: 'done',
        completedOn: day('2024-07-20'),
        deadlineOn: day('2024-12-31'),
        progress: [{ on: day('2024-07-20'), text: '换完' }],
      },
    ],
    accountabilities: [...(sketch.accountabilities ?? []), { measure: '警告', count: 7, on: day('2024-07-10') }],
    leads: [...(sketch.leads ?? []), { kind: 'letter', received: 4, receivedOn: day('2024-07-30') }],
    outcomes: [{ kind: 'regulation', on: day('2024-07-31') }],
    more: {
      extension: [{ ownerId: 'p2', fromOn: day('2024-06-30'), toOn: day('2024-12-31'), approvedOn: day('2024-07-08') }],
      meeting: [{ on: day('2024-07-09') }],
      closure: [{ problemId: 'p1', cycle: 1, appliedOn: day('2024-07-12') }],
    },
  })
  const now = snapshotOf(later, cutoff)
  const then = snapshotOf(ledger, cutoff)
  const values = (of: typeof now) => of.figures.map(({ id, value }) => [id, value])
  expect(values(now)).toEqual(values(then))
  expect(now.problems).toEqual(then.problems)
})

describe('two snapshots', () => {
  const before = aLedger({
    problems: [
      { id: 'a', status: 'inProgress', deadlineOn: day('2024-07-31') },
      { id: 'b', status: 'done' },
      { id: 'c', status: 'closed' },
      { id: 'd', status: 'inProgress', measures: [{ id: 'd1', text: '查' }] },
      { id: 'e', status: 'unstated' },
      { id: 'f', status: 'inProgress', deadlineOn: day('2024-07-31') },
    ],
  })
  const after = aLedger({
    problems: [
      { id: 'n', status: 'notStarted' },
      { id: 'a', status: 'closed', measures: [{ id: 'a1', text: '查', originId: 'd1' }] },
      { id: 'b', status: 'inProgress' },
      { id: 'c', status: 'closed' },
      { id: 'f', status: 'inProgress', deadlineOn: day('2024-08-31') },
    ],
    more: {
      closure: [
        { problemId: 'c', cycle: 1, closedOn: day('2024-06-01'), reopenedOn: day('2024-07-20') },
        { problemId: 'c', cycle: 2, closedOn: day('2024-08-20') },
      ],
      extension: [{ ownerId: 'f', fromOn: day('2024-07-31'), toOn: day('2024-08-31'), approvedOn: day('2024-07-30') }],
    },
  })
  const comparison = compareSnapshots(snapshotOf(before, day('2024-07-05')), snapshotOf(after, day('2024-09-05')))
  const ids = (list: readonly { readonly after: { readonly id: string } }[]) => list.map((change) => change.after.id)

  test('tell what is new, what is gone and where it went', () => {
    expect(comparison.added.map(({ id }) => id)).toEqual(['n'])
    expect(comparison.gone.map(({ problem, joinedIntoId }) => [problem.id, joinedIntoId])).toEqual([
      ['d', 'a'],
      ['e', null],
    ])
  })

  test('tell what was finished, closed, reopened, extended, became late, and every change of status', () => {
    expect(ids(comparison.finished)).toEqual(['a', 'c'])
    expect(ids(comparison.closed)).toEqual(['a', 'c'])
    expect(ids(comparison.reopened)).toEqual(['b', 'c'])
    expect(ids(comparison.extended)).toEqual(['f'])
    expect(ids(comparison.newlyOverdue)).toEqual(['f'])
    expect(ids(comparison.statusChanged)).toEqual(['a', 'b'])
  })

  test('tell figure by figure what differs, null where a side has none', () => {
    const figure = (id: string) => comparison.figures.find((change) => change.id === id)
    expect(figure('problems.total')).toEqual({ id: 'problems.total', label: '问题总数', unit: '个', before: '6', after: '5' })
    expect(figure('closures.closed')).toMatchObject({ before: null, after: '2' })
    expect(figure('problems.byMonth.2024-07.total')).toMatchObject({ before: '2', after: null })
    expect(figure('problems.sustained')).toBeUndefined()
  })

  test('of the same ledger at the same date differ in nothing', () => {
    const same = compareSnapshots(snapshotOf(before, cutoff), snapshotOf(before, cutoff))
    for (const [name, list] of Object.entries(same)) expect(list, name).toEqual([])
  })
})
