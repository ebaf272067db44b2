import { describe, expect, test } from 'vitest'
import { allIds, firstChoices, undecidedDeadlines } from '../../../renderer/features/update/choices.ts'
import type { CellChange, CellVerdict, TableDifference } from '../../../shared/intake/compare-with-ledger.ts'

const change = (id: string, verdict: CellVerdict, given: Partial<CellChange> = {}): CellChange => ({
  id,
  at: { table: 0, row: 1, column: 2 },
  problemId: 'p1',
  measureId: null,
  field: 'result',
  title: '整改成效',
  ledger: '原来的话',
  table: '报来的话',
  exported: null,
  verdict,
  asks: null,
  ...given,
})

const differing = (changes: readonly CellChange[]): TableDifference => ({
  changed: [
    { problemId: 'p1', number: 1, statement: '问题', by: 'id', certainty: 1, numberClash: null, changes, newMeasures: [] },
  ],
  unchanged: [],
  newProblems: [{ id: 'new', at: { table: 0, row: 9, column: null }, number: '9', cells: { statement: '新问题' }, measures: [] }],
  ambiguous: [],
  notFound: [],
  rejected: [],
})

describe('what is chosen of a table that came back', () => {
  test('at first it is what only the unit changed, and what fills an empty cell', () => {
    const difference = differing([
      change('unit', 'table'),
      change('conflict', 'both'),
      change('unknown', 'differs'),
      change('filled', 'differs', { ledger: '' }),
      change('old', 'ledger'),
    ])
    expect([...firstChoices(difference).ids]).toEqual(['unit', 'filled'])
  })

  test('all of it leaves out what only the ledger has changed since', () => {
    expect([...allIds(differing([change('unit', 'table'), change('old', 'ledger'), change('conflict', 'both')]))]).toEqual([
      'unit',
      'conflict',
      'new',
    ])
  })

  test('a changed 时限 is not chosen before it is said what it is, and counts as undecided when it is chosen', () => {
    const difference = differing([change('day', 'table', { field: 'deadline', asks: 'deadline' })])
    expect([...firstChoices(difference).ids]).toEqual([])
    const chosen = { ids: new Set(['day']), deadlines: new Map() }
    expect(undecidedDeadlines(difference, chosen)).toBe(1)
    expect(undecidedDeadlines(difference, { ...chosen, deadlines: new Map([['day', { as: 'correct' }]]) })).toBe(0)
  })
})
