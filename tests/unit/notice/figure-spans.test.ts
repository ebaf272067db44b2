import { describe, expect, test } from 'vitest'
import type { NoticeModel } from '../../../shared/notice/model.ts'
import { noticeFigures } from '../../../shared/notice/notice-figures.ts'
import { typedFigures } from '../../../shared/notice/typed-figures.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { composed, suggested } from '../../support/suggested.ts'
import { sampleText, TWINS } from '../../support/texts.ts'

/** Every span with the words it covers. */
const covered = (model: NoticeModel) =>
  model.lines.flatMap((line) =>
    (line.spans ?? []).map((span) => ({
      ...span,
      words: (span.of === 'heading' && line.kind === 'run-in' ? line.heading : line.text).slice(span.start, span.end),
    })),
  )

describe('a number that follows the ledger says where it stands and what it counts', () => {
  const ledger = aLedger({
    problems: [{ status: 'done' }, { status: 'done' }, { status: 'inProgress' }],
    leads: [{ kind: 'letter', received: 9, closed: 8 }],
    blocks: [
      {
        part: 'statistics',
        form: 'run-in',
        mark: 'cjk-paren',
        heading: '办结⟦leads.letter.closed⟧件',
        text: '共 ⟦leads.letter.received⟧ 件,办结率 ⟦leads.letter.closedRate:1⟧%,另⟦leads.clue.received⟧件。',
      },
      { part: 'statistics', form: 'section', mark: 'cjk-dun', heading: '完成⟦problems.done⟧个' },
    ],
  })

  test('in headings and text, after punctuation was mended', () => {
    expect(covered(composed(ledger)).map(({ of, words, figureId, value, unit }) => [of, words, figureId, value, unit])).toEqual([
      ['heading', '8', 'leads.letter.closed', '8', '件'],
      ['text', '9', 'leads.letter.received', '9', '件'],
      ['text', '88.9', 'leads.letter.closedRate', '88.89', '%'],
      ['text', '〔？〕', 'leads.clue.received', null, ''],
      ['text', '2', 'problems.done', '2', '个'],
    ])
    expect(covered(composed(ledger))[0]?.formula).toContain('信访件')
  })

  test.each([...TWINS, { name: 'sample', text: sampleText() }])('in every text: $name', ({ text }) => {
    const spans = covered(composed(suggested(text).ledger))
    for (const { words, value, label } of spans) {
      expect(value, label).not.toBeNull()
      expect(Number(words), label).toBeCloseTo(Number(value), 0)
    }
  })
})

describe('a typed number beside words that name a figure', () => {
  const text =
    '共指出2类3个问题。收到移交信访件⟦leads.letter.received⟧件，立案7件。给予党纪处分5人，给予党纪政务处分9人，诫勉4人次，基本完成1个，清退资金3.50万元。'
  const ledger = aLedger({
    problems: [{ status: 'basicallyDone' }, {}, {}],
    leads: [
      { kind: 'letter', received: 9 },
      { kind: 'case', received: 6 },
    ],
    accountabilities: [
      { category: 'party', measure: '警告', count: 5 },
      { category: 'admonition', measure: '诫勉', count: 4, countUnit: 'personTimes' },
    ],
    outcomes: [{ kind: 'returned', amount: '3.5' as never }],
    blocks: [{ part: 'opening', text }],
  })
  const found = typedFigures(composed(ledger), noticeFigures(ledger, day('2024-07-05')))

  test('is compared with it; a token is none, and words without a figure are not guessed at', () => {
    expect(found.map(({ figureId, stated, value, agrees }) => [figureId, stated, value, agrees])).toEqual([
      ['problems.total', '3', '3', true],
      ['problems.basicallyDone', '1', '1', true],
      ['leads.case.received', '7', '6', false],
      ['accountability.party.total.persons', '5', '5', true],
      ['accountability.admonition.total.personTimes', '4', '4', true],
      ['money.returned', '3.50', '3.50', true],
    ])
  })

  test('and says where it stands', () => {
    const [first] = composed(ledger).lines
    for (const { start, end, stated } of found) expect(first?.text.slice(start, end)).toBe(stated)
  })

  test.each([...TWINS, { name: 'sample', text: sampleText() }])(
    'in $name nothing that agrees with the registers is called wrong',
    ({ text: whole }) => {
      const { ledger: twin } = suggested(whole)
      const wrong = typedFigures(composed(twin), noticeFigures(twin, day('2026-11-22'))).filter(({ agrees }) => !agrees)
      expect(wrong).toEqual([])
    },
  )
})
