import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decimal } from '../../shared/base/decimal.ts'
import { percentOf, roundedText } from '../../shared/base/decimal.ts'
import { figuresOf } from '../../shared/domain/figures/figures-of.ts'
import { ACCOUNTABILITY_CATEGORIES, COUNT_UNITS } from '../../shared/domain/records/register-records.ts'
import { STATUSES } from '../../shared/domain/status.ts'
import { aLedger, type LedgerSketch } from '../support/a-ledger.ts'
import { day } from '../support/ports.ts'

const anyDay = fc.option(
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([month, dayOfMonth]) => {
    return day(`2024-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
  }),
  { nil: null },
)
const standing = { status: fc.constantFrom(...STATUSES), sustained: fc.boolean(), deadlineOn: anyDay, completedOn: anyDay }
const problem = fc.record({
  ...standing,
  nodeId: fc.constantFrom('n1', 'n2', null),
  source: fc.constantFrom('feedback', 'audit'),
  kind: fc.constantFrom('unstated', 'dated'),
  measures: fc.array(fc.record({ ...standing, account: fc.constantFrom('', '已办') }), { maxLength: 3 }),
  responsibilities: fc.array(
    fc.record({ role: fc.constantFrom('leadUnit', 'unit', 'leader'), name: fc.constantFrom('县委办', '县财政局', '县审计局') }),
    { maxLength: 4 },
  ),
})
const accountability = fc.record({
  category: fc.constantFrom(...ACCOUNTABILITY_CATEGORIES),
  measure: fc.constantFrom('', '警告', '诫勉', '约谈'),
  count: fc.integer({ min: 0, max: 50 }),
  countUnit: fc.constantFrom(...COUNT_UNITS),
  on: anyDay,
})
const anySketch = fc.record({
  nodes: fc.constant([
    { id: 'n1', heading: '甲' },
    { id: 'n2', heading: '乙' },
  ]),
  problems: fc.array(problem, { maxLength: 12 }),
  accountabilities: fc.array(accountability, { maxLength: 8 }),
}) as fc.Arbitrary<LedgerSketch>

const CUTOFF = day('2024-07-05')
const holdsFor = (check: (value: (id: string) => number, ids: readonly string[], sketch: LedgerSketch) => void): void =>
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const figures = new Map(figuresOf(aLedger(sketch), CUTOFF).map(({ id, value }) => [id, Number(value)]))
      check((id) => figures.get(id) ?? 0, [...figures.keys()], sketch)
    }),
    { seed: 41, numRuns: 150 },
  )

describe('parts add up to their whole', () => {
  test('by status and by deadline, for problems, items and measures', () =>
    holdsFor((value) => {
      for (const of of ['problems', 'items', 'measures']) {
        const sum = (...parts: readonly string[]) => parts.reduce((total, part) => total + value(`${of}.${part}`), 0)
        expect(sum('done', 'basicallyDone', 'open', 'unstated'), of).toBe(value(`${of}.total`))
        expect(sum('closed', 'awaitingClosure'), of).toBe(value(`${of}.done`))
        expect(sum('inProgress', 'notStarted'), of).toBe(value(`${of}.open`))
        expect(sum('done', 'overdue', 'notDue', 'noDay'), of).toBe(value(`${of}.total`))
        expect(value(`${of}.dueSoon`), of).toBeLessThanOrEqual(value(`${of}.notDue`))
      }
    }))

  test('over categories, sources, kinds and months of problems; over units each problem at least once', () =>
    holdsFor((value, ids) => {
      const sumOver = (by: string, part: string): number =>
        ids.filter((id) => id.startsWith(`problems.${by}.`) && id.endsWith(`.${part}`)).reduce((sum, id) => sum + value(id), 0)
      for (const part of ['total', 'done', 'basicallyDone', 'open', 'unstated', 'overdue']) {
        for (const by of ['byCategory', 'bySource', 'byKind', 'byMonth'])
          expect(sumOver(by, part), `${by} ${part}`).toBe(value(`problems.${part}`))
        for (const by of ['byLeadUnit', 'byUnit', 'byLeader'])
          if (ids.some((id) => id.startsWith(`problems.${by}.`)))
            expect(sumOver(by, part), `${by} ${part}`).toBeGreaterThanOrEqual(value(`problems.${part}`))
      }
    }))

  test('over the categories of accountability, in 人 and in 人次 apart: what is in one unit never changes the other', () =>
    holdsFor((value, _, sketch) => {
      for (const unit of COUNT_UNITS) {
        const sum = ACCOUNTABILITY_CATEGORIES.reduce((total, c) => total + value(`accountability.${c}.total.${unit}`), 0)
        expect(sum).toBe(value(`accountability.all.total.${unit}`))
        const lines = sketch.accountabilities?.filter(({ countUnit }) => countUnit === unit) ?? []
        const alone = figuresOf(aLedger({ accountabilities: lines }), CUTOFF)
        expect(Number(alone.find(({ id }) => id === `accountability.all.total.${unit}`)?.value ?? 0)).toBe(sum)
      }
    }))
})

test('a count is as many as the records it names, each once, and no figure stands twice', () =>
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const figures = figuresOf(aLedger(sketch), CUTOFF)
      expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
      for (const { id, value, counts, formula } of figures) {
        expect(new Set(counts).size, id).toBe(counts.length)
        expect(formula, id).not.toBe('')
        if (/^(?:problems|items|measures)\./.test(id) && !id.endsWith('Rate')) expect(value, id).toBe(String(counts.length))
      }
    }),
    { seed: 42, numRuns: 60 },
  ))

describe('四舍五入', () => {
  test.each([
    [2, 3, '66.67'],
    [1, 3, '33.33'],
    // Ties go up, where a binary float would go down: 1÷800 = 0.125 %, 201÷20000 = 1.005 %.
    [1, 800, '0.13'],
    [201, 20_000, '1.01'],
    [1, 1, '100'],
    [0, 7, '0'],
  ])('%i of %i is %s per cent', (part, whole, expected) => {
    expect(percentOf(String(part) as Decimal, String(whole) as Decimal, 2)).toBe(expected)
  })

  test('every rate is the exact quotient rounded half up, by whole numbers', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (part, whole) => {
        // part/whole·10000 + ½, rounded down, without a fraction anywhere.
        const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))
        const rate = percentOf(String(part) as Decimal, String(whole) as Decimal, 2)
        expect(rate && roundedText(rate, 2).replace('.', '')).toBe(String(hundredths).padStart(3, '0'))
      }),
      { seed: 43, numRuns: 300 },
    ))
})
