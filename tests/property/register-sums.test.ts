import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Decimal, sumOf } from '../../shared/base/decimal.ts'
import { figuresOf } from '../../shared/domain/figures/figures-of.ts'
import { OUTCOME_WORDS, REGULATION_WORDS } from '../../shared/domain/records/problem-records.ts'
import {
  ACCOUNTABILITY_CATEGORIES,
  COUNT_UNITS,
  LEAD_KINDS,
  MEETING_BODY_WORDS,
  SUPERVISION_NOTICE_WORDS,
} from '../../shared/domain/records/register-records.ts'
import { REGISTERS } from '../../shared/domain/registers/register-keys.ts'
import { printSum, sumLines } from '../../shared/domain/registers/sum-lines.ts'
import { aLedger, type LedgerSketch } from '../support/a-ledger.ts'
import { day } from '../support/ports.ts'

const CUTOFF = day('2024-07-05')
const keysOf = <T extends object>(words: T) => fc.constantFrom(...(Object.keys(words) as (keyof T & string)[]))
const anyDay = fc.option(
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([month, at]) => {
    return day(`2024-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`)
  }),
  { nil: null },
)
const some = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: null })
const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 10 })
const line = fc.record({
  category: fc.constantFrom(...ACCOUNTABILITY_CATEGORIES),
  measure: fc.constantFrom('警告', '严重警告', '诫勉', '约谈', '免职'),
  count: some(50),
  people: fc.constantFrom(null, '甲、乙'),
  countUnit: fc.constantFrom(...COUNT_UNITS),
  on: anyDay,
  problemId: fc.constantFrom(null, 'p1', 'gone'),
})
const anySketch = (lines: fc.Arbitrary<unknown>) =>
  fc.record({
    problems: fc.constant([{ statement: '甲' }]),
    accountabilities: list(lines),
    leads: list(
      fc.record({
        kind: fc.constantFrom(...LEAD_KINDS),
        receivedOn: anyDay,
        received: some(9),
        closedOn: anyDay,
        closed: some(9),
      }),
    ),
    outcomes: list(
      fc.record({
        ownerId: fc.constantFrom(null, 'p1', 'gone'),
        kind: keysOf(OUTCOME_WORDS),
        regulation: fc.option(keysOf(REGULATION_WORDS), { nil: null }),
        on: anyDay,
        count: some(9),
        amount: fc.option(
          fc.integer({ min: 0, max: 99_999 }).map((n) => String(n / 100) as Decimal),
          { nil: null },
        ),
      }),
    ),
    more: fc.record({
      meeting: list(fc.record({ body: keysOf(MEETING_BODY_WORDS), on: anyDay, count: some(9) })),
      supervisionNotice: list(
        fc.record({ kind: keysOf(SUPERVISION_NOTICE_WORDS), printedOn: anyDay, repliedOn: anyDay, replyDue: anyDay }),
      ),
    }),
  }) as fc.Arbitrary<LedgerSketch>

const linesOf = (sketch: LedgerSketch) => {
  const figures = figuresOf(aLedger(sketch), CUTOFF)
  return { figures, lines: REGISTERS.flatMap((register) => sumLines(register, figures)) }
}

test('the parts of every total of the registers add up to it, and the formula says so', () =>
  fc.assert(
    fc.property(anySketch(line), (sketch) => {
      for (const sum of linesOf(sketch).lines) {
        // Counts of 信访件 are each as somebody wrote them; everything else follows from the lines.
        if (sum.total.id.startsWith('leads.') && sum.over !== null) continue
        expect(sum.over, sum.total.id).toBeNull()
        if (sum.parts.length === 0) expect(printSum(sum)).toBe(sum.total.value)
        else {
          expect(sumOf(sum.parts.map(({ value }) => value)), sum.total.id).toBe(sum.total.value)
          expect(printSum(sum)).toBe(`${sum.total.value} = ${sum.parts.map(({ value }) => value).join(' + ')}`)
        }
      }
    }),
    { seed: 52, numRuns: 200 },
  ))

test('every total is the figure of the ledger, and no figure of 问责处理, 会议 or 资金 is left out', () =>
  fc.assert(
    fc.property(anySketch(line), (sketch) => {
      const { figures, lines } = linesOf(sketch)
      const shown = new Set(
        lines.flatMap(({ total, parts, beside }) => [total, ...parts.flatMap((part) => part.figure ?? []), ...beside]),
      )
      for (const figure of shown) expect(figures).toContain(figure)
      for (const figure of figures)
        if (/^(?:accountability|leads|meetings|money|regulations|outcomes|supervisions)\b/.test(figure.id))
          expect(shown, figure.id).toContain(figure)
    }),
    { seed: 53, numRuns: 100 },
  ))

test('a total written by hand is made up with what its parts leave open, or says by how much they are more', () =>
  fc.assert(
    fc.property(
      anySketch(line.chain((own) => fc.constantFrom('', own.measure).map((measure) => ({ ...own, measure })))),
      (sketch) => {
        for (const { total, parts, over } of linesOf(sketch).lines) {
          if (!total.id.startsWith('accountability.') || parts.length === 0) continue
          const sum = sumOf(parts.map(({ value }) => value))
          expect(over === null ? sum : sumOf([total.value, over]), total.id).toBe(over === null ? total.value : sum)
        }
      },
    ),
    { seed: 54, numRuns: 200 },
  ))
