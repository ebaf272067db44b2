import { describe, expect, test } from 'vitest'
import { APART, LABELLED } from '../../support/proof/labelled.ts'
import { mutationScore } from '../../support/proof/mutation/score.ts'
import { scoreOf, totalOf } from '../../support/proof/score.ts'

/** What the project asks of the check; `npm run proof:score` prints every rule. */
const RECALL = 0.95
const PRECISION = 0.98

describe('on labelled texts of an invented county', () => {
  const results = LABELLED.map(({ file, texts }) => ({
    file,
    texts,
    // Half-width marks are everywhere in texts copied from web pages, and labelled in one file only.
    ...scoreOf(texts, new Set(file === 'words-and-marks.json' ? [] : ['mark.width'])),
  }))
  const total = totalOf(new Map(results.map(({ file, scores }) => [file, totalOf(scores)])))

  test('there are enough of them, and every label names words that stand in its text', () => {
    const texts = results.flatMap((result) => result.texts)
    expect(texts.length).toBeGreaterThanOrEqual(150)
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length)
    for (const { id, text, relations } of texts)
      for (const { figures } of relations)
        for (const figure of figures) expect(text.includes(figure), `${id} ${figure}`).toBe(true)
  })

  test('what is called 必改 is wrong for certain in 98 of 100', () => {
    expect(total.rightErrors / total.errors).toBeGreaterThanOrEqual(PRECISION)
  })

  test('relations that do not hold are told, 94 of 100 and more', () => {
    expect(total.told / total.wrong).toBeGreaterThanOrEqual(0.94)
  })

  test('sentences full of numbers that belong to nothing are let be', () => {
    const plain = results.find(({ file }) => file === 'plain.json')
    expect(plain?.misses).toEqual([])
  })
})

describe('on sentences by somebody who never saw the rules', () => {
  const { scores } = scoreOf(APART, new Set(['mark.width']))
  const total = totalOf(scores)

  test('what is called 必改 is wrong for certain in 98 of 100', () => {
    expect(total.rightErrors / total.errors).toBeGreaterThanOrEqual(PRECISION)
  })

  test('relations that do not hold are told, 85 of 100 and more', () => {
    expect(total.told / total.wrong).toBeGreaterThanOrEqual(0.85)
  })
})

describe('on generated notices', () => {
  const score = mutationScore(20, 40)

  test('true notices are let be', () => {
    expect(score.saidOfTrue).toBe(0)
  })

  test('a changed figure of a labelled relation is told, 95 of 100 and more, in every rule', () => {
    expect(score.changed).toBeGreaterThan(600)
    expect(score.told / score.changed).toBeGreaterThanOrEqual(RECALL)
    for (const [rule, { changed, told }] of score.byRule) expect(told / changed, rule).toBeGreaterThanOrEqual(0.9)
  })
})
