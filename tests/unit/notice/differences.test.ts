import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNotices, compareWords } from '../../../shared/notice/differences.ts'
import { printDraft, readDraft } from '../../../shared/notice/draft.ts'
import { aLedger, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { composed, suggested, textOf } from '../../support/suggested.ts'
import { sampleText } from '../../support/texts.ts'

const ledger = aLedger({
  problems: [
    { statement: '甲问题。', account: '何启明已换管3公里。', office: { withheld: true } },
    { statement: '乙问题。', account: '何启明已办结9件。' },
  ],
  notice: { names: 'public', itemLines: 'account:整改情况', levels: 'arabic-dot' },
  blocks: [{ part: 'opening', text: '共⟦problems.total⟧个问题。' }, PROBLEMS_BLOCK],
  more: { leader: [{ name: '何启明' }] },
})
const [party, open] = [composed(ledger, { edition: 'party' }), composed(ledger, { edition: 'public' })]

describe('two editions side by side', () => {
  test('what only one has, and word by word what both say differently', () => {
    expect(compareNotices(party, open).map(({ type, before, after }) => [type, before, after])).toEqual([
      ['changed', '共2个问题。', '共1个问题。'],
      ['removed', '1.甲问题。', null],
      ['removed', '整改情况：何启明已换管3公里。', null],
      ['changed', '2.乙问题。', '1.乙问题。'],
      ['changed', '整改情况：何启明已办结9件。', '整改情况：何某某已办结9件。'],
    ])
    expect(compareNotices(party, open)[4]).toMatchObject({
      about: { problemId: 'p2' },
      words: [
        { type: 'same', text: '整改情况：何' },
        { type: 'removed', text: '启明' },
        { type: 'added', text: '某某' },
        { type: 'same', text: '已办结9件。' },
      ],
    })
  })

  test('a composition does not differ from itself', () => {
    const model = composed(suggested(sampleText()).ledger)
    expect(new Set(compareNotices(model, model).map(({ type }) => type))).toEqual(new Set(['same']))
  })

  test('both sides can be read back from the comparison, in their order', () => {
    const { ledger: sample } = suggested(sampleText())
    const [a, b] = [
      composed(sample, { edition: 'report' }),
      composed(aLedger({ problems: [{ statement: '甲。' }], blocks: [PROBLEMS_BLOCK] })),
    ]
    for (const [before, after] of [
      [a, b],
      [b, a],
      [party, open],
    ] as const) {
      const found = compareNotices(before, after)
      expect(found.flatMap((paragraph) => paragraph.before ?? [])).toEqual(textOf(before))
      expect(found.flatMap((paragraph) => paragraph.after ?? [])).toEqual(textOf(after))
    }
  })
})

describe('words', () => {
  test('a number is one word, and a lone character between two changes is part of them', () => {
    expect(compareWords('已办结128件', '已办结129件')).toEqual([
      { type: 'same', text: '已办结' },
      { type: 'removed', text: '128' },
      { type: 'added', text: '129' },
      { type: 'same', text: '件' },
    ])
    expect(compareWords('甲的乙', '丙的丁')).toEqual([
      { type: 'removed', text: '甲的乙' },
      { type: 'added', text: '丙的丁' },
    ])
  })

  test('put together they are the two texts, and what is the same is in both', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙丙，。12]{0,30}$/), fc.stringMatching(/^[甲乙丙，。12]{0,30}$/), (before, after) => {
        const words = compareWords(before, after)
        const side = (other: 'added' | 'removed') => words.flatMap(({ type, text }) => (type === other ? [] : text)).join('')
        expect([side('added'), side('removed')]).toEqual([before, after])
      }),
      { seed: 23, numRuns: 400 },
    ))
})

describe('a frozen draft', () => {
  const draft = { noticeId: 'notice', template: 'problem-situation', model: party }

  test('comes back as it was, and the same composition gives the same text', () => {
    expect(readDraft(printDraft(draft))).toEqual({ ok: true, value: draft })
    expect(printDraft({ ...draft, model: composed(ledger, { edition: 'party' }) })).toBe(printDraft(draft))
  })

  test('of a later program, or cut off, is refused', () => {
    const text = printDraft(draft)
    expect(readDraft(text.replace('"version":1', '"version":2'))).toEqual({
      ok: false,
      error: { type: 'draft-newer', version: 2, known: 1 },
    })
    for (const wrong of [text.slice(0, -9), '{}', '', text.replace('"lines"', '"line"')])
      expect(readDraft(wrong)).toEqual({ ok: false, error: { type: 'draft-damaged' } })
  })
})
