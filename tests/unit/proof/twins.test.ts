import { describe, expect, test } from 'vitest'
import { proofText } from '../../../shared/proof/proof.ts'
import { sampleText, TWINS } from '../../support/texts.ts'

/** What the twins' own lists call wrong and no reading of the text alone can show: a heading quoted with another word. */
const NEEDS_MORE = new Set(['行政事业单位房产出租底数不清,欠缴租金清缴不力'])

describe.each(TWINS.map((twin) => [twin.name, twin] as const))('the twin %s', (_, { text, slips }) => {
  const { findings } = proofText(text)

  test('each of its slips is found where it stands', () => {
    for (const { quote, stated } of slips.filter((slip) => !NEEDS_MORE.has(slip.quote))) {
      const at = text.indexOf(quote)
      expect(at, quote).toBeGreaterThanOrEqual(0)
      // A contradiction stands in two places; either will do, and the other is told with the number of this one.
      const isFound = findings.some(
        ({ start, end, expected }) => (start < at + quote.length + 60 && end > at - 200) || expected === stated,
      )
      expect(isFound, quote).toBe(true)
    }
  })

  test('nothing else of it is called wrong', () => {
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors.length, errors.map(({ rule, stated }) => `${rule} ${stated}`).join('; ')).toBeLessThanOrEqual(slips.length + 1)
  })
})

test('the sample has the one slip it is meant to show', () => {
  const errors = proofText(sampleText()).findings.filter(({ severity }) => severity !== 'hint')
  expect(errors.map(({ rule, stated, expected }) => ({ rule, stated, expected }))).toEqual([
    { rule: 'rate.rounding', stated: '95.6%', expected: '95.7' },
  ])
})
