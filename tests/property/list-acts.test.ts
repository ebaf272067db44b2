import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideCommand } from '../../shared/domain/commands/ledger-command.ts'
import { LIST_COLUMNS, listView } from '../../shared/domain/four-lists.ts'
import { planPaste } from '../../shared/domain/paste-table.ts'
import { findText, replacements } from '../../shared/domain/replace-text.ts'
import { splitParts, splitPieces } from '../../shared/domain/split-plan.ts'
import { thresholdsOf } from '../../shared/domain/warning.ts'
import { aLedger } from '../support/a-ledger.ts'
import { act, actingPc, ledgerAt, recordsAt } from '../support/acts.ts'
import { by } from '../support/engine-parts.ts'
import { unwrapped } from '../support/expect-ok.ts'
import { day } from '../support/ports.ts'

const TODAY = day('2024-07-05')
const words = fc.string({ unit: fc.constantFrom('县', '村', '财', '务', '。', 'A', 'Ａ', '1'), minLength: 1, maxLength: 12 })
const tableRow = fc.record({
  category: fc.constantFrom('甲类', '乙类'),
  aspect: fc.constantFrom('', '一方面', '二方面'),
  statement: words,
  details: words,
  source: fc.constantFrom('反馈意见', '审计', '信访'),
  kind: fc.constantFrom('', '立行立改', '限期整改'),
  status: fc.constantFrom('未注明', '整改中', '已完成', '已完成并长期坚持'),
})
const headed = (rows: readonly Readonly<Record<string, string>>[]) => [
  LIST_COLUMNS.problems.map(({ title }) => title),
  ...rows.map((row, i) => LIST_COLUMNS.problems.map(({ key }) => (key === 'number' ? String(i + 1) : (row[key] ?? '')))),
]
const anew = (pc: ReturnType<typeof actingPc>, matrix: readonly (readonly string[])[]) =>
  planPaste(
    {
      list: 'problems',
      columns: LIST_COLUMNS.problems.map(({ key }) => key),
      matrix,
      files: [],
      anchor: { row: 0, column: 0 },
      at: { today: TODAY, thresholds: thresholdsOf(ledgerAt(pc).ledger) },
      place: { nodeId: null, afterId: null },
      fit: (text) => text,
    },
    pc.context,
  )
/** Takes back what the last act did, as 撤销 does. */
const takeBack = (pc: ReturnType<typeof actingPc>, before: ReadonlyMap<string, unknown>) => {
  for (const [key, doc] of pc.documents) {
    if (before.get(key) === doc) continue
    const hash = pc.engine.heads(doc)[0] ?? ''
    const inverse = unwrapped(pc.engine.inverse(doc, hash, () => true))
    pc.documents = new Map(pc.documents).set(key, unwrapped(pc.engine.edit(doc, inverse, by('撤销'))))
  }
}

describe('a table pasted into a list', () => {
  test('prints the texts it was pasted from, and is gone when it is taken back', () => {
    fc.assert(
      fc.property(fc.array(tableRow, { minLength: 1, maxLength: 6 }), (rows) => {
        const pc = actingPc(aLedger())
        const before = new Map(pc.documents)
        const standing = recordsAt(pc)
        const plan = anew(pc, headed(rows))
        expect(plan).toMatchObject({ refused: [], added: rows.length, hasHeader: true })
        act(pc, plan.command)
        const shown = listView(ledgerAt(pc), 'problems', TODAY).rows.map(({ cells }) => cells.slice(3).join('|'))
        const told = rows.map(({ statement, details, source, kind, status }) =>
          [statement, details, source, kind, status].join('|'),
        )
        expect([...shown].sort()).toEqual([...told].sort())
        const categories = listView(ledgerAt(pc), 'problems', TODAY).rows.map(({ cells }) => `${cells[1]}/${cells[3]}`)
        for (const { category, statement } of rows) expect(categories).toContain(`${category}/${statement}`)
        takeBack(pc, before)
        expect(recordsAt(pc)).toEqual(standing)
      }),
      { seed: 11, numRuns: 20 },
    )
  })
})

describe('words that are replaced', () => {
  test('are as many as were found, stand nowhere else, and come back', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('县', '村财', 'A', '务。'),
        words,
        (texts, wanted, other) => {
          const pc = actingPc(
            aLedger({ problems: texts.map((text) => ({ statement: text, measures: [{ text }], progress: [{ text }] })) }),
          )
          const standing = recordsAt(pc)
          const before = new Map(pc.documents)
          const hits = ledgerAt(pc).problems.flatMap((file) => findText(file, wanted))
          const places = (text: string) => text.split(wanted).length - 1
          expect(hits).toHaveLength(texts.reduce((sum, text) => sum + places(text) * 3, 0))
          const commands = replacements(hits, wanted, other)
          if (commands.length === 0) return
          act(pc, { type: 'batch', commands })
          expect(ledgerAt(pc).problems.map(({ problem }) => problem.statement)).toEqual(
            texts.map((text) => text.replaceAll(wanted, other)),
          )
          takeBack(pc, before)
          expect(recordsAt(pc)).toEqual(standing)
        },
      ),
      { seed: 12, numRuns: 30 },
    )
  })
})

describe('splitting by sentences', () => {
  test('loses no sentence and puts each in one part', () => {
    fc.assert(
      fc.property(words, words, fc.array(fc.nat(2), { minLength: 1 }), (statement, details, places) => {
        const [file] = aLedger({ problems: [{ statement, details, measures: [{ text: '甲' }] }] }).problems
        if (!file) return
        const pieces = splitPieces(file)
        const parts = splitParts(pieces, (key) => places[pieces.findIndex((piece) => piece.key === key) % places.length] ?? 0, 2)
        expect(parts.reduce((sum, part) => sum + part.statement.length, 0)).toBe(statement.length)
        expect(parts.flatMap(({ measureIds }) => measureIds)).toHaveLength(1)
      }),
      { seed: 13, numRuns: 50 },
    )
  })
})

describe('a copy of a problem', () => {
  test('has its measures and responsibilities and nothing that was done', () => {
    const pc = actingPc(
      aLedger({
        problems: [
          {
            statement: '甲',
            status: 'done',
            account: '已办',
            measures: [{ text: '乙' }],
            progress: [{ text: '丙' }],
            responsibilities: [{ role: 'unit', name: '县财政局', ownerId: 'p1-m1' }],
          },
          { statement: '丁' },
        ],
      }),
    )
    act(pc, { type: 'duplicate-problems', ids: ['p1'] })
    const [, copy, last] = ledgerAt(pc).problems
    expect(copy).toMatchObject({ problem: { statement: '甲', status: 'notStarted', account: '' }, progress: [] })
    expect(copy?.responsibilities).toMatchObject([{ name: '县财政局', ownerId: copy?.measures[0]?.id }])
    expect(last?.problem.statement).toBe('丁')
  })

  test('of a problem that is gone is refused', () => {
    const pc = actingPc(aLedger())
    const refused = decideCommand(ledgerAt(pc), { type: 'duplicate-problems', ids: ['gone'] }, pc.context)
    expect(refused).toMatchObject({ ok: false, error: { type: 'entity-removed' } })
  })
})

test('a column of texts beside problems of several rows goes on from problem to problem', () => {
  const pc = actingPc(
    aLedger({ problems: [{ statement: '甲', measures: [{ text: '一' }, { text: '二' }] }, { statement: '乙' }] }),
  )
  const ledger = ledgerAt(pc)
  const plan = planPaste(
    {
      list: 'tasks',
      columns: LIST_COLUMNS.tasks.map(({ key }) => key),
      matrix: [['目标一'], ['目标二']],
      files: ledger.problems,
      anchor: { row: 0, column: 2 },
      at: { today: TODAY, thresholds: thresholdsOf(ledger.ledger) },
      place: { nodeId: null, afterId: 'p2' },
      fit: (text) => text,
    },
    pc.context,
  )
  expect(plan).toMatchObject({ refused: [], changed: 2, added: 0 })
  act(pc, plan.command)
  expect(ledgerAt(pc).problems.map(({ problem }) => problem.target)).toEqual(['目标一', '目标二'])
})

describe('cells of a pasted table that cannot be written', () => {
  test('are named with row, column and reason, and the others are kept', () => {
    const pc = actingPc(aLedger())
    const plan = anew(
      pc,
      headed([
        { statement: '甲', source: '天上' },
        { statement: '乙', status: '差不多' },
      ]),
    )
    expect(plan.added).toBe(2)
    expect(plan.refused).toMatchObject([
      { row: 2, column: '来源', text: '天上', why: { type: 'value-not-understood' } },
      { row: 3, column: '状态', text: '差不多', why: { type: 'value-not-understood' } },
    ])
  })
})
