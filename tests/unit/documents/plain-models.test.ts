import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emWidth } from '../../../shared/base/text.ts'
import { cutToRows, linesIn, MAX_LINES } from '../../../shared/documents/cell-text.ts'
import { fourListsWorkbook } from '../../../shared/documents/four-lists-workbook.ts'
import { signatureIndents } from '../../../shared/documents/signature-indents.ts'
import { titleLines } from '../../../shared/documents/title-lines.ts'
import { MAX_ROW_HEIGHT } from '../../../shared/documents/workbook-model.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { suggested } from '../../support/suggested.ts'
import { sampleText, TWINS } from '../../support/texts.ts'

describe('a title', () => {
  test('that fits stays on one line', () => {
    expect(titleLines('关于巡察整改情况的通报')).toEqual(['关于巡察整改情况的通报'])
  })

  test.each([
    ['中共青梧县委关于市委第三轮巡察整改进展情况的通报', ['中共青梧县委关于市委第三轮', '巡察整改进展情况的通报']],
    [
      '中共霖州市望溪新区工作委员会关于市委巡察反馈意见整改情况的通报',
      ['中共霖州市望溪新区工作委员会', '关于市委巡察反馈意见整改情况的通报'],
    ],
  ])('%s is broken by sense', (title, lines) => {
    expect(titleLines(title)).toEqual(lines)
  })

  test('loses no character, and no line is too long or begins with 的', () => {
    for (const title of TWINS.map((twin) => twin.title).filter((t) => t !== null)) {
      const lines = titleLines(title)
      expect(lines.join('')).toBe(title)
      for (const line of lines) expect(emWidth(line)).toBeLessThanOrEqual(20)
      for (const line of lines) expect(line).not.toMatch(/^[的、）》]/)
    }
  })

  test('of three hundred characters with a place to break after every second is split at once', () => {
    const lines = titleLines('关于'.repeat(150))
    expect(lines.join('')).toBe('关于'.repeat(150))
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20)
  })

  test('without a place to break is left whole', () => {
    expect(titleLines('甲'.repeat(50))).toEqual(['甲'.repeat(50)])
  })
})

describe('signature and date', () => {
  test('the date begins two characters right of the signature, which is indented two', () => {
    expect(signatureIndents('中共青梧县望溪工作委员会', '2024年7月5日')).toEqual({ signature: 2, date: 6 })
    const start = (indent: number, text: string) => 28 - indent - emWidth(text)
    for (const signature of ['中共青梧县委', '县委办', '中共霖州市望溪新区工作委员会']) {
      const indents = signatureIndents(signature, '2021年12月31日')
      expect(start(indents.date, '2021年12月31日') - start(indents.signature, signature)).toBe(2)
      expect(Math.min(indents.signature, indents.date)).toBeGreaterThanOrEqual(0)
    }
  })

  test('a date longer than the signature is indented two itself', () => {
    expect(signatureIndents('县委办', '2021年12月31日')).toEqual({ signature: 8, date: 2 })
  })
})

describe('text in a cell', () => {
  test('is cut into rows without losing a character', () => {
    const clause = fc.constantFrom(
      '一是建立台账。',
      '二是开展培训；',
      '\n',
      '甲乙丙丁戊己庚辛',
      '已完成3公里，',
      '长'.repeat(700),
    )
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 60 }), fc.integer({ min: 9, max: 60 }), (clauses, width) => {
        const text = clauses.join('')
        const pieces = cutToRows(text, width)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(linesIn(piece, width)).toBeLessThanOrEqual(MAX_LINES + piece.split('\n').length)
      }),
      { seed: 4095, numRuns: 200 },
    )
  })
})

describe('the workbook of the four lists', () => {
  const long = '一是压实责任，逐项明确牵头单位和完成时限。'.repeat(90)

  test('lets every row show all its text, within what Excel allows', () => {
    for (const ledger of [suggested(sampleText()).ledger, ...TWINS.map((twin) => suggested(twin.text).ledger)])
      for (const sheet of fourListsWorkbook(ledger, day('2024-07-05')).sheets) {
        for (const row of sheet.rows) {
          expect(row.height).toBeLessThanOrEqual(MAX_ROW_HEIGHT)
          expect(row.cells).toHaveLength(sheet.columns.length)
        }
        const isCovered = (r: number, c: number) =>
          sheet.merges.some(({ top, bottom, left }) => left === c && top < r && r <= bottom)
        sheet.rows.forEach((row, r) => {
          row.cells.forEach((cell, c) => {
            if (isCovered(r, c)) return
            const merge = sheet.merges.find(({ top, left }) => top === r && left === c)
            const height = sheet.rows.slice(r, (merge?.bottom ?? r) + 1).reduce((sum, { height: h }) => sum + h, 0)
            expect(height, `${sheet.name} ${r} ${c}`).toBeGreaterThanOrEqual(
              Math.min(linesIn(String(cell), sheet.columns[c]?.width ?? 0) * 14, 380),
            )
          })
        })
      }
  })

  test('never merges a cell twice', () => {
    for (const sheet of fourListsWorkbook(suggested(sampleText()).ledger, day('2024-07-05')).sheets) {
      const covered = new Set<string>()
      for (const { top, bottom, left, right } of sheet.merges)
        for (let r = top; r <= bottom; r++)
          for (let c = left; c <= right; c++) {
            expect(covered.has(`${r},${c}`), `${sheet.name} ${r},${c}`).toBe(false)
            covered.add(`${r},${c}`)
          }
    }
  })

  test('a long account goes on in the next row, with its problem reaching over both', () => {
    const tasks = fourListsWorkbook(
      aLedger({ problems: [{ statement: '甲。', account: long }, { statement: '乙。' }] }),
      day('2024-07-05'),
    ).sheets[1]
    const progress = tasks?.columns.findIndex((column) => column.title === '进展情况') ?? 0
    const pieces = tasks?.rows.slice(0, -1).map((row) => row.cells[progress]) ?? []
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.slice(1).every((piece) => String(piece).startsWith('（续）'))).toBe(true)
    expect(pieces.map((piece, i) => (i === 0 ? piece : String(piece).slice('（续）'.length))).join('')).toBe(long)
    expect(tasks?.merges).toContainEqual({ top: 0, bottom: pieces.length - 1, left: 1, right: 1 })
  })

  test('a long account beside several measures gets rows enough', () => {
    const ledger = aLedger({ problems: [{ statement: '甲。', account: long, measures: [{ text: '换管' }, { text: '装表' }] }] })
    const tasks = fourListsWorkbook(ledger, day('2024-07-05')).sheets[1]
    const height = tasks?.rows.reduce((sum, row) => sum + row.height, 0) ?? 0
    const progress = tasks?.columns.findIndex((column) => column.title === '进展情况') ?? 0
    expect(height).toBeGreaterThanOrEqual(linesIn(long, tasks?.columns[progress]?.width ?? 1) * 14)
    expect(tasks?.rows.length).toBeGreaterThan(2)
  })

  test('running numbers and days are numbers, all else is text', () => {
    const ledger = aLedger({
      problems: [{ statement: '=1+1', deadlineOn: day('2024-07-31'), measures: [{ text: '@甲', deadlineWords: '年底前' }] }],
    })
    const [problems, , times] = fourListsWorkbook(ledger, day('2024-07-05')).sheets
    expect(problems?.rows[0]?.cells.slice(0, 4)).toEqual([1, '', '', '=1+1'])
    expect(times?.rows.map((row) => [row.cells[0], row.cells[5]])).toEqual([
      [1, 26],
      ['1.1', ''],
    ])
  })
})
