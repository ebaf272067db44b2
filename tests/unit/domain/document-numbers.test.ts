import { describe, expect, test } from 'vitest'
import { numberClashes, printDocumentNumber, proposeNumber } from '../../../shared/domain/document-numbers.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'

type Drafts = NonNullable<NonNullable<Parameters<typeof aLedger>[0]>['more']>
const records = (notices: Drafts['supervisionNotice'], blocks: Drafts['numberBlock'] = []) =>
  aLedger({
    more: {
      supervisionNotice: (notices ?? []).map((notice) => ({ word: '青整督', year: 2024, ...notice })),
      numberBlock: (blocks ?? []).map((block) => ({ year: 2024, ...block })),
    },
  }).records
const series = { kind: 'handling', word: '青整督', year: 2024 } as const

test('a number is printed in six-cornered brackets, without leading zeros', () => {
  expect(printDocumentNumber({ word: '青整督', year: 2024, number: 3 })).toBe('青整督〔2024〕3号')
  expect(printDocumentNumber({ word: null, year: 2024, number: 3 })).toBe('〔2024〕3号')
  expect(printDocumentNumber({ word: '青整督', year: 2024, number: null })).toBeNull()
})

describe('a proposal', () => {
  const blocks = [
    { pc: '一号机', from: 1, to: 3 },
    { pc: '二号机', from: 11, to: 20 },
  ]

  test('is the first number of the PC’s own block that nobody has taken', () => {
    expect(proposeNumber(records([{ number: 1 }, { number: 11 }], blocks), series, '一号机')).toEqual({
      number: 2,
      outside: null,
    })
    expect(proposeNumber(records([{ number: 1 }, { number: 11 }], blocks), series, '二号机').number).toBe(12)
  })

  test('goes beyond everything taken or given when the block is used up or there is none, and says so', () => {
    const taken = [{ number: 1 }, { number: 2 }, { number: 3 }]
    expect(proposeNumber(records(taken, blocks), series, '一号机')).toEqual({ number: 21, outside: 'used-up' })
    expect(proposeNumber(records(taken), series, '三号机')).toEqual({ number: 4, outside: 'no-block' })
    expect(proposeNumber(records([]), series, null)).toEqual({ number: 1, outside: 'no-block' })
  })

  test('other kinds, words and years are counted apart', () => {
    const others = [
      { number: 7, kind: 'reminder' as const },
      { number: 8, word: '青组督' },
      { number: 9, year: 2023 },
    ]
    expect(proposeNumber(records(others), series, null).number).toBe(1)
  })

  test('a block of a million numbers is looked through as fast as it has taken ones', () => {
    const huge = records([{ number: 1 }], [{ pc: '一号机', from: 0, to: 1_000_000_000 }])
    expect(proposeNumber(huge, series, '一号机').number).toBe(2)
  })
})

describe('a clash', () => {
  test('the printed one keeps its number, each other is given one of its own', () => {
    const clashing = records([
      { id: 'a', number: 2 },
      { id: 'b', number: 2, printedOn: day('2024-05-01') },
      { id: 'c', number: 2 },
      { id: 'd', number: 1 },
    ])
    const [clash, ...more] = numberClashes(clashing, null)
    expect(more).toEqual([])
    expect(clash).toMatchObject({ number: 2, printed: 1 })
    expect(clash?.notices.map(({ notice, proposal }) => [notice.id, proposal])).toEqual([
      ['a', 3],
      ['b', null],
      ['c', 4],
    ])
  })

  test('of none printed the first in order keeps it; two clashes of one series get no number twice', () => {
    const clashes = numberClashes(records([{ number: 1 }, { number: 1 }, { number: 2 }, { number: 2 }]), null)
    expect(clashes.map(({ notices }) => notices.map(({ proposal }) => proposal))).toEqual([
      [null, 3],
      [null, 4],
    ])
  })

  test('two printed ones have no proposal: a person must withdraw one', () => {
    const on = { number: 5, printedOn: day('2024-05-01') }
    expect(numberClashes(records([on, on]), null)).toMatchObject([
      { printed: 2, notices: [{ proposal: null }, { proposal: null }] },
    ])
  })

  test('documents without a number, and those of another kind, clash with nobody', () => {
    const apart = [{ number: 1 }, { number: 1, kind: 'caution' as const }, {}, {}]
    expect(numberClashes(records(apart), null)).toEqual([])
  })
})
