import { expect, test } from 'vitest'
import { foldWidth } from '../../../shared/base/text.ts'
import { type NumberedLine, numberedOutline } from '../../../shared/domain/display-numbers.ts'
import type { Ledger } from '../../../shared/domain/ledger.ts'
import { aLedger, PROBLEMS_BLOCK } from '../../support/a-ledger.ts'
import { composed, suggested } from '../../support/suggested.ts'
import { TWINS } from '../../support/texts.ts'

const nodes = [
  { id: 'a', heading: '甲方面' },
  { id: 'b', heading: '乙方面' },
]
const problems = [
  { nodeId: 'a', statement: '一问题' },
  { nodeId: 'a', statement: '二问题' },
  { nodeId: 'b', statement: '三问题' },
]

const linesOf = (lines: readonly NumberedLine[]): readonly NumberedLine[] =>
  lines.flatMap((line) => [line, ...(line.type === 'node' ? linesOf(line.children) : [])])
const marksOf = (ledger: Ledger): readonly string[] => linesOf(numberedOutline(ledger)).map(({ mark }) => mark)

test('without a setting the outline is numbered 一、（一）1. as official documents are', () => {
  expect(marksOf(aLedger({ nodes, problems }))).toEqual(['一、', '（一）', '（二）', '二、', '（一）'])
})

test('a level restarts under each heading, or runs through the whole ledger', () => {
  const marks = (levels: string) => marksOf(aLedger({ nodes, problems, settings: { levels } }))
  expect(marks('cjk-paren,arabic-dot')).toEqual(['（一）', '1.', '2.', '（二）', '1.'])
  expect(marks('cjk-paren,arabic-paren*')).toEqual(['（一）', '（1）', '（2）', '（二）', '（3）'])
})

test('the ledger’s own numbering goes before the notice’s', () => {
  const notice = { levels: 'cjk-paren,problem-number*' }
  expect(marksOf(aLedger({ nodes, problems, notice })).at(-1)).toBe('问题3：')
  expect(marksOf(aLedger({ nodes, problems, notice, settings: { levels: 'arabic-dot,arabic-half-paren' } })).at(-1)).toBe('1）')
})

test('a problem beside headings is counted with them', () => {
  const row = [{ id: 'top', heading: '总', order: 'a0' }]
  const beside = aLedger({
    nodes: row,
    problems: [
      { statement: '单列问题', order: 'a1' },
      { nodeId: 'top', statement: '其下' },
    ],
  })
  expect(marksOf(beside)).toEqual(['一、', '（一）', '二、'])
})

test('a notice that holds nothing but the problems prints the same marks', () => {
  for (const levels of ['cjk-dun,cjk-paren', 'cjk-paren,arabic-paren*', 'arabic-dot,arabic-half-paren']) {
    const ledger = aLedger({ nodes, problems, blocks: [PROBLEMS_BLOCK], notice: { levels } })
    const headings = composed(ledger).lines.flatMap((line) => (line.kind === 'heading' ? [line.text] : []))
    expect(headings).toEqual(
      linesOf(numberedOutline(ledger)).map((line) => line.mark + (line.type === 'node' ? line.heading : line.statement)),
    )
  }
})

test.each(TWINS)('the problems of $name stand under the numbers their text printed', ({ text }) => {
  const lines = linesOf(numberedOutline(suggested(text).ledger))
  const moved = lines.filter(({ mark, sourceNumber }) => sourceNumber !== null && sourceNumber !== foldWidth(mark))
  expect(moved).toEqual([])
})
