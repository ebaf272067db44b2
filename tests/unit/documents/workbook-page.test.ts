import { describe, expect, test } from 'vitest'
import { fourListsWorkbook } from '../../../shared/documents/four-lists-workbook.ts'
import { escapeHtml, roughPageCount, workbookPage } from '../../../shared/documents/workbook-page.ts'
import { day } from '../../support/ports.ts'
import { suggested } from '../../support/suggested.ts'
import { sampleText } from '../../support/texts.ts'

const { ledger } = suggested(sampleText())
const date = day('2024-07-05')

describe('the page of the four lists', () => {
  const model = fourListsWorkbook(ledger, date)
  const { body } = workbookPage(model)

  test('has every cell of the workbook, a table for each sheet', () => {
    expect(body.match(/<table/g)).toHaveLength(4)
    for (const { rows } of model.sheets)
      for (const { cells } of rows)
        for (const cell of cells) if (cell !== '') expect(body.includes(escapeHtml(String(cell))), String(cell)).toBe(true)
  })

  test('fills every row with cells and what reaches down into it', () => {
    for (const [i, table] of body.split('</table>').slice(0, 4).entries()) {
      const columns = model.sheets[i]?.columns.length ?? 0
      const cells = table.split('<tbody>')[1]?.match(/<td[^>]*>/g) ?? []
      const areaOf = (cell: string): number =>
        Number(/rowspan="(\d+)"/.exec(cell)?.[1] ?? 1) * Number(/colspan="(\d+)"/.exec(cell)?.[1] ?? 1)
      const area = cells.reduce((sum, cell) => sum + areaOf(cell), 0)
      expect(area).toBe(columns * (model.sheets[i]?.rows.length ?? 0))
    }
  })

  test('takes words as words', () => expect(escapeHtml('<b>&"\'\n')).toBe('&#60;b&#62;&#38;&#34;&#39;<br>'))
})

test('some lists of some problems keep the numbers of the whole ledger', () => {
  const second = ledger.problems[1]
  const model = fourListsWorkbook(ledger, date, { lists: ['problems', 'times'], problemIds: new Set([second?.problem.id ?? '']) })
  expect(model.sheets.map(({ name }) => name)).toEqual(['问题清单', '时间清单'])
  expect(model.sheets.map(({ rows }) => rows[0]?.cells[0])).toEqual([2, 2])
  expect(roughPageCount(model)).toBe(2)
})
