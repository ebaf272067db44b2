import { expect, test } from 'vitest'
import { usualDate } from '../../../shared/domain/ledger.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'

const shown = (ledger: ReturnType<typeof aLedger>) =>
  ledger.problems.map((file) => `${file.number} ${file.problem.statement} ${file.path.map((n) => n.id).join('/')}`.trim())

test('problems are numbered in the order of the outline, through all of it', () => {
  const ledger = aLedger({
    nodes: [{ id: 'one' }, { id: 'two' }, { id: 'sub', parentId: 'two' }],
    problems: [
      { statement: '丙', nodeId: 'sub' },
      { statement: '甲', nodeId: 'one' },
      { statement: '乙', nodeId: 'one' },
    ],
  })
  expect(shown(ledger)).toEqual(['1 甲 one', '2 乙 one', '3 丙 two/sub'])
})

test('nodes and problems under one parent stand in one order', () => {
  const ledger = aLedger({
    nodes: [{ id: 'node', order: 'a1' }],
    problems: [
      { statement: '后', order: 'a2' },
      { statement: '先', order: 'a0' },
      { statement: '中', nodeId: 'node' },
    ],
  })
  expect(shown(ledger)).toEqual(['1 先', '2 中 node', '3 后'])
})

test('a problem under a node that is gone stands at the top, not nowhere', () => {
  expect(shown(aLedger({ problems: [{ statement: '甲', nodeId: 'gone' }] }))).toEqual(['1 甲'])
})

test('what stands below a node whose parent is gone stays below it', () => {
  const ledger = aLedger({
    nodes: [
      { id: 'a', parentId: 'gone' },
      { id: 'b', parentId: 'a' },
    ],
    problems: [{ statement: '甲', nodeId: 'b' }],
  })
  expect(shown(ledger)).toEqual(['1 甲 a/b'])
})

test('nodes that were put under each other are all shown', () => {
  const ledger = aLedger({
    nodes: [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ],
    problems: [
      { statement: '甲', nodeId: 'a' },
      { statement: '乙', nodeId: 'b' },
    ],
  })
  expect(shown(ledger)).toEqual(['1 甲 a', '2 乙 b'])
})

test('equal places fall back to the id, so that every PC shows the same', () => {
  const ledger = aLedger({
    problems: [
      { id: 'b', statement: '乙', order: 'a0' },
      { id: 'a', statement: '甲', order: 'a0' },
    ],
  })
  expect(shown(ledger)).toEqual(['1 甲', '2 乙'])
})

test('what belongs to a measure is found with its problem', () => {
  const [file] = aLedger({
    problems: [
      {
        measures: [{ text: '建台账' }],
        progress: [{ ownerId: 'p1-m1', text: '已建' }],
        responsibilities: [{ name: '县财政局' }],
      },
    ],
  }).problems
  expect(file?.progress.map((p) => p.text)).toEqual(['已建'])
  expect(file?.responsibilities.map((r) => r.name)).toEqual(['县财政局'])
})

test('a ledger is looked at as of its notice, and today where no notice has a date', () => {
  expect(usualDate(aLedger({ notice: { signedOn: day('2024-07-05') } }), day('2026-01-01'))).toBe('2024-07-05')
  expect(usualDate(aLedger(), day('2026-01-01'))).toBe('2026-01-01')
})
