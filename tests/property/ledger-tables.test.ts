import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read, utils, write } from 'xlsx'
import { findTables } from '../../shared/intake/find-table.ts'
import { readRows } from '../../shared/intake/read-rows.ts'
import { readDelimited } from '../../shared/intake/readers/read-delimited.ts'
import { readTextBytes } from '../../shared/intake/readers/read-text.ts'
import { readWorkbook, type WorkbookFormat } from '../../shared/intake/readers/read-workbook.ts'
import { suggestFromTable } from '../../shared/intake/suggest-from-table.ts'
import { TABLE_VOCABULARY } from '../../shared/intake/table-vocabulary.ts'
import { refusalText } from '../../shared/messages/refusals.ts'
import { countingIds, day } from '../support/ports.ts'
import { rowsOf, type SheetMade, workbook, workbookBytes } from '../support/workbooks.ts'

interface MadeProblem {
  readonly statement: string
  readonly unit: string
  readonly deadline: string
  readonly measures: readonly string[]
}

const words = (stem: string) => fc.integer({ min: 1, max: 99_999 }).map((n) => `${stem}${n}，落实不够到位`)

const problems = fc.uniqueArray(
  fc.record({
    statement: words('学习贯彻精神不够深入'),
    unit: fc.constantFrom('县委办', '县财政局、县审计局', '各乡镇'),
    deadline: fc.constantFrom('2021年6月底前', '立行立改', '长期坚持', '2021-12-31'),
    measures: fc.uniqueArray(words('制定清单并开展督查'), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8, selector: ({ statement }) => statement },
)

/** How an office draws the same ledger. */
const layout = fc.record({
  isMerged: fc.boolean(),
  above: fc.integer({ min: 0, max: 12 }),
  isGrouped: fc.boolean(),
  left: fc.integer({ min: 0, max: 3 }),
  isCategorised: fc.boolean(),
  sheets: fc.integer({ min: 1, max: 3 }),
  hasTotal: fc.boolean(),
  number: fc.constantFrom(
    (n: number) => `${n}`,
    (n: number) => `${n}、`,
    (n: number) => `（${n}）`,
  ),
  headings: fc.record({
    statement: fc.constantFrom('反馈问题', '存在问题', '巡察反馈问题', '问题表述'),
    measure: fc.constantFrom('整改措施', '整改举措', '具体措施'),
    unit: fc.constantFrom('责任单位', '责任科室', '整改责任单位'),
    deadline: fc.constantFrom('整改时限', '完成时限', '时限要求'),
  }),
  turn: fc.shuffledSubarray(['statement', 'measure', 'unit', 'deadline'] as const, { minLength: 4, maxLength: 4 }),
})

test('a ledger drawn in any layout reads back as the same problems', async () => {
  await fc.assert(
    fc.asyncProperty(
      problems,
      layout,
      async (made, { isMerged, above, isGrouped, left, isCategorised, sheets, hasTotal, number, headings, turn }) => {
        const drawn = (part: readonly MadeProblem[], from: number): SheetMade => {
          const rows: string[][] = Array.from({ length: above }, (_, i) => [i === 0 ? '青梧县巡察反馈问题整改台账' : ''])
          const merges: string[] = []
          const letter = (c: number): string => 'ABCDEFGHIJ'[c + left] ?? 'A'
          if (isGrouped) {
            rows.push([
              '序号',
              ...turn.map((field) => (field === 'statement' || field === 'measure' ? headings[field] : '责任分工')),
            ])
            merges.push(`${letter(0)}${rows.length}:${letter(0)}${rows.length + 1}`)
            turn.forEach((field, i) => {
              if (field === 'statement' || field === 'measure')
                merges.push(`${letter(i + 1)}${rows.length}:${letter(i + 1)}${rows.length + 1}`)
            })
            rows.push(['', ...turn.map((field) => (field === 'statement' || field === 'measure' ? '' : headings[field]))])
          } else rows.push(['序号', ...turn.map((field) => headings[field])])
          part.forEach((problem, p) => {
            if (isCategorised) {
              rows.push([`${'一二三四五六七八'[from + p]}、方面${from + p}`])
              merges.push(`${letter(0)}${rows.length}:${letter(4)}${rows.length}`)
            }
            const first = rows.length + 1
            problem.measures.forEach((measure, m) => {
              const cell = { ...problem, measure }
              rows.push([
                m === 0 ? number(from + p + 1) : '',
                ...turn.map((field) => (field === 'measure' || m === 0 ? cell[field] : '')),
              ])
            })
            if (isMerged && problem.measures.length > 1)
              ['number', ...turn].forEach((field, c) => {
                if (field !== 'measure') merges.push(`${letter(c)}${first}:${letter(c)}${rows.length}`)
              })
          })
          if (hasTotal) rows.push(['合计', `${part.length}个`], ['填报人：何启'])
          return { rows: rows.map((row) => [...Array<string>(left).fill(''), ...row]), merges }
        }
        const size = Math.ceil(made.length / sheets)
        const parts = Array.from({ length: sheets }, (_, i) => made.slice(i * size, (i + 1) * size)).filter(
          (part) => part.length > 0,
        )
        const read = rowsOf(await workbook(parts.map((part, i) => drawn(part, i * size))))
        const told = read.problems.map(({ number: n, cells, measures }) => ({
          number: n,
          statement: cells['statement'],
          unit: cells['unit'],
          deadline: cells['deadline'],
          category: cells['category'],
          measures: measures.map((measure) => measure.cells['measure']),
        }))
        expect(told).toEqual(
          made.map((problem: MadeProblem, i) => ({
            number: String(i + 1),
            category: isCategorised ? `${'一二三四五六七八'[i]}、方面${i}` : undefined,
            ...problem,
          })),
        )
      },
    ),
    { seed: 20210918, numRuns: 120 },
  )
})

/** A reading or a sentence; the name says which. */
const outcomeOf = (bytes: Uint8Array, format: WorkbookFormat | 'csv'): string => {
  const text = format === 'csv' ? readTextBytes(bytes) : null
  const document = text === null ? readWorkbook(bytes, format as WorkbookFormat) : text.ok ? readDelimited(text.value.text) : text
  if (!document.ok) return refusalText(document.error)
  const rows = readRows(document.value, findTables(document.value, TABLE_VOCABULARY))
  const given = { ids: countingIds(), today: day('2026-11-22'), title: null, year: null, splitsEnumerations: false }
  const suggestion = suggestFromTable(rows, given)
  return suggestion.ok ? 'read' : refusalText(suggestion.error)
}

test('three times two hundred damaged files (.xlsx, .ods, .csv) each give a reading or a sentence, and soon', async () => {
  const rows = [
    ['序号', '反馈问题', '整改措施', '责任单位', '整改时限'],
    ...Array.from({ length: 30 }, (_, i) => [`${i + 1}`, `问题${i}表述`, `措施${i}，逐条落实`, '县委办', '2021年底前']),
  ]
  const xlsx = await workbookBytes([{ rows, merges: ['B2:B3'] }])
  const book = read(xlsx, { type: 'array' })
  const sources: readonly (readonly [WorkbookFormat | 'csv', Uint8Array])[] = [
    ['xlsx', xlsx],
    ['ods', new Uint8Array(write(book, { type: 'array', bookType: 'ods' }))],
    ['csv', new TextEncoder().encode(utils.sheet_to_csv(book.Sheets['Sheet1'] ?? {}))],
  ]
  for (const [format, source] of sources)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.option(fc.nat(source.length - 1), { freq: 4 }),
        (flips, cut) => {
          const bytes = source.slice(0, cut ?? source.length)
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value
          const before = performance.now()
          expect(outcomeOf(bytes, format).length).toBeGreaterThan(3)
          expect(performance.now() - before).toBeLessThan(10_000)
        },
      ),
      { seed: 20210918, numRuns: 200 },
    )
})
