import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Decimal } from '../../shared/base/decimal.ts'
import { ACCOUNTABILITY_CATEGORIES, COUNT_UNITS } from '../../shared/domain/records/register-records.ts'
import { STATUSES } from '../../shared/domain/status.ts'
import { fillText } from '../../shared/notice/filled-text.ts'
import { noticeFigures } from '../../shared/notice/notice-figures.ts'
import { registerText } from '../../shared/notice/register-text.ts'
import { aLedger, type LedgerSketch } from '../support/a-ledger.ts'
import { day } from '../support/ports.ts'

const CUTOFF = day('2024-07-05')
const few = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null })

const anySketch = fc.record({
  problems: fc.array(fc.record({ status: fc.constantFrom(...STATUSES), sustained: fc.boolean() }), { maxLength: 8 }),
  accountabilities: fc.array(
    fc.record({
      problemId: fc.constantFrom(null, 'p1'),
      category: fc.constantFrom(...ACCOUNTABILITY_CATEGORIES),
      measure: fc.constantFrom('', '警告', '严重警告', '诫勉', '约谈', '其他'),
      count: few,
      countUnit: fc.constantFrom(...COUNT_UNITS),
      people: fc.constantFrom(null, '何启明、沈国栋'),
    }),
    { maxLength: 9 },
  ),
  leads: fc.array(fc.record({ kind: fc.constantFrom('letter', 'clue', 'case'), received: few, closed: few, inProgress: few }), {
    maxLength: 6,
  }),
  outcomes: fc.array(
    fc.record({
      kind: fc.constantFrom('regulation', 'returned', 'collected', 'recovered'),
      regulation: fc.constantFrom(null, 'made', 'revised', 'abolished'),
      count: few,
      amount: fc.option(
        fc.integer({ min: 1, max: 900_000 }).map((n) => String(n / 100) as Decimal),
        { nil: null },
      ),
    }),
    { maxLength: 6 },
  ),
  more: fc.record({
    meeting: fc.array(fc.record({ body: fc.constantFrom('standing', 'special', 'other'), count: few }), { maxLength: 4 }),
    supervision: fc.array(fc.record({ title: fc.constant('督查'), count: few }), { maxLength: 3 }),
  }),
}) as unknown as fc.Arbitrary<LedgerSketch>

const holdsFor = (check: (text: string) => void): void =>
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const figures = noticeFigures(aLedger(sketch), CUTOFF)
      for (const part of ['arrangement', 'statistics', 'dealing'] as const) {
        const { text, spans } = fillText(registerText(part, figures), figures)
        expect(spans.filter(({ value }) => value === null)).toEqual([])
        check(text)
      }
    }),
    { seed: 15835, numRuns: 400 },
  )

const NUMBER = /(\d+(?:\.\d+)?)(人次|人|件|项|次|份|个)/g

test('the parts in brackets come to the number before them, in the same unit', () =>
  holdsFor((text) => {
    for (const [, total, unit, inner = ''] of text.matchAll(/(\d+)(人次|人|件|项|次|份)（其中([^）]*)）/g)) {
      const parts = [...inner.matchAll(NUMBER)]
      expect(parts.length, text).toBeGreaterThan(1)
      expect(new Set(parts.map(([, , own]) => own)), text).toEqual(new Set([unit]))
      expect(
        parts.reduce((sum, [, n]) => sum + Number(n), 0),
        text,
      ).toBe(Number(total))
    }
  }))

test('no clause holds 人 and 人次 both', () =>
  holdsFor((text) => {
    for (const clause of text.split(/[；。]/)) {
      const units = new Set([...clause.matchAll(/\d(人次|人)/g)].map(([, unit]) => unit))
      expect(units.size, clause).toBeLessThanOrEqual(1)
    }
  }))

test('statuses come to all problems, what is closed is no more than what came in, and nothing is told of zero', () =>
  holdsFor((text) => {
    const problems = /(\d+)个问题中，([^。]*)/.exec(text)
    if (problems) {
      const told = [...(problems[2] ?? '').replace(/（[^）]*）/g, '').matchAll(/(\d+)个/g)]
      expect(
        told.reduce((sum, [, n]) => sum + Number(n), 0),
        text,
      ).toBe(Number(problems[1]))
    }
    for (const [, received, closed] of text.matchAll(/(\d+)件，(?:办结|了结)(\d+)件/g))
      expect(Number(closed), text).toBeLessThanOrEqual(Number(received))
    for (const [, received, closed, rate] of text.matchAll(/(\d+)件，办结(\d+)件(?:，在办\d+件)?，办结率([\d.]+)%/g))
      expect(Number(rate), text).toBeCloseTo((Number(closed) / Number(received)) * 100, 1)
    expect(text.replace(/[，]?(?:办结|了结)0件|办结率0%/g, ''), text).not.toMatch(/(?<![\d.])0(?:人|件|项|次|份|个|万元|%)/)
  }))

test('registers that hold nothing are not spoken of', () => {
  const figures = noticeFigures(aLedger(), CUTOFF)
  for (const part of ['arrangement', 'statistics', 'dealing'] as const) expect(registerText(part, figures)).toBe('')
})
