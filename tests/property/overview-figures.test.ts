import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../shared/base/plain-date.ts'
import { burnUp } from '../../shared/domain/figures/burn-up.ts'
import { dueCalendar } from '../../shared/domain/figures/due-calendar.ts'
import type { Figure } from '../../shared/domain/figures/figure.ts'
import { figuresOf } from '../../shared/domain/figures/figures-of.ts'
import { groupOf } from '../../shared/domain/figures/group-figures.ts'
import { STATUSES } from '../../shared/domain/status.ts'
import { aLedger, type LedgerSketch } from '../support/a-ledger.ts'
import { day } from '../support/ports.ts'

const CUTOFF = day('2024-07-05')
const anyDay = fc.option(
  fc.integer({ min: -200, max: 90 }).map((days) => addDays(CUTOFF, days) ?? CUTOFF),
  { nil: null },
)
const anySketch = fc.record({
  inspection: fc.record({ feedbackOn: anyDay }),
  nodes: fc.constant([{ id: 'n1', heading: '“四风”问题' }]),
  problems: fc.array(
    fc.record({
      nodeId: fc.constantFrom('n1', null),
      status: fc.constantFrom(...STATUSES),
      deadlineOn: anyDay,
      completedOn: anyDay,
      responsibilities: fc.array(
        fc.record({
          role: fc.constantFrom('leadUnit', 'unit', 'leader'),
          name: fc.constantFrom('县委办', '县财政局.二科', '“双拥”办'),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 20 },
  ),
}) as fc.Arbitrary<LedgerSketch>

const idsOf = (figures: readonly Figure[], id: string): readonly string[] => figures.find((own) => own.id === id)?.counts ?? []
const checked = (property: (sketch: LedgerSketch) => void): void =>
  fc.assert(fc.property(anySketch, property), { seed: 51, numRuns: 200 })

describe('整改进度 by week', () => {
  test('ends, as to what is done, at the figure of the cut-off date with the same problems', () =>
    checked((sketch) => {
      const ledger = aLedger(sketch)
      const known = burnUp(ledger, CUTOFF).filter(({ done }) => done !== null)
      if (known.length === 0) return
      expect(known.at(-1)?.on).toBe(CUTOFF)
      expect(known.at(-1)?.done?.counts).toEqual(idsOf(figuresOf(ledger, CUTOFF), 'problems.done'))
    }))

  test('says at every week what the figures of that day say', () =>
    checked((sketch) => {
      const ledger = aLedger(sketch)
      for (const { on, done } of burnUp(ledger, CUTOFF).slice(0, 3))
        if (done !== null) expect(done.counts).toEqual(idsOf(figuresOf(ledger, on), 'problems.done'))
    }))

  test('plans every problem with a deadline in the end, and never fewer than the week before', () =>
    checked((sketch) => {
      const ledger = aLedger(sketch)
      const weeks = burnUp(ledger, CUTOFF)
      if (weeks.length === 0) return
      const days = weeks.map(({ on }) => on)
      expect(days).toEqual([...new Set(days)].sort())
      weeks.slice(1).forEach(({ planned }, i) => {
        expect(planned.counts.length).toBeGreaterThanOrEqual(weeks[i]?.planned.counts.length ?? 0)
      })
      const dated = ledger.problems.filter(({ problem }) => problem.deadlineOn !== null)
      expect(weeks.at(-1)?.planned.counts).toHaveLength(dated.length)
    }))
})

describe('未来30天到期', () => {
  test('holds in its first days what is 临期, and in all of them nothing that is not 未到时限', () =>
    checked((sketch) => {
      const ledger = aLedger(sketch)
      const figures = figuresOf(ledger, CUTOFF)
      const days = dueCalendar(ledger, CUTOFF)
      expect(days).toHaveLength(31)
      const soon = days.slice(0, 11).flatMap(({ due }) => due.counts)
      expect([...soon].sort()).toEqual([...idsOf(figures, 'problems.dueSoon')].sort())
      const notDue = new Set(idsOf(figures, 'problems.notDue'))
      expect(days.flatMap(({ due }) => due.counts).filter((id) => !notDue.has(id))).toEqual([])
    }))
})

test('a figure of a group tells the group it belongs to, whatever the name is made of', () =>
  checked((sketch) => {
    const ledger = aLedger(sketch)
    const named = new Set(ledger.problems.flatMap(({ responsibilities }) => responsibilities.map(({ name }) => name)))
    const figures = figuresOf(ledger, CUTOFF)
    const groups = figures.flatMap((figure) => groupOf(figure) ?? [])
    const told = groups.filter(({ by, key }) => ['byUnit', 'byLeadUnit', 'byLeader'].includes(by) && key !== 'none')
    expect(new Set(told.map(({ name }) => name))).toEqual(named)
    expect(figures.filter((figure) => figure.id.startsWith('problems.by')).length).toBe(groups.length)
    for (const { by, name } of groups) if (by === 'byCategory') expect(['“四风”问题', '未分类']).toContain(name)
  }))

test.each([
  ['2024-07-01', 1],
  ['2024-02-29', 4],
  ['1900-01-01', 1],
  ['2199-12-31', 2],
])('%s is day %i of its week', (on, weekday) => expect(weekdayOf(day(on))).toBe(weekday))
