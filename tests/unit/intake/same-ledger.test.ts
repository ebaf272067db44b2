import { describe, expect, test } from 'vitest'
import type { IncomingDocument } from '../../../shared/intake/incoming.ts'
import { kindOfIncoming } from '../../../shared/intake/kind-of-incoming.ts'
import { readIncoming, readPlain } from '../../../shared/intake/readers/read-incoming.ts'
import { readHtmlTables } from '../../../shared/intake/readers/read-workbook.ts'
import { suggestFromTable } from '../../../shared/intake/suggest-from-table.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { countingIds, day } from '../../support/ports.ts'
import { paragraph, wordFile } from '../../support/word-file.ts'
import { rowsOf, workbookBytes } from '../../support/workbooks.ts'

const ROWS = [
  ['序号', '类别', '反馈问题', '整改措施', '责任单位', '整改时限', '完成情况'],
  ['1', '一、党的领导方面', '学习不深入', '制定计划', '县委办', '2021年6月底前', '已完成'],
  ['', '', '', '开展轮训', '', '', ''],
  ['2', '二、党的建设方面', '会议不规范', '修订规则', '县委组织部', '立行立改', '整改中'],
]

/** Columns whose cells of the first problem are one. */
const MERGED = [0, 1, 2, 4, 5, 6]

const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

const word = (): Uint8Array => {
  const rows = ROWS.map((row, r) =>
    row.map((text, c) =>
      cell(text, MERGED.includes(c) && (r === 1 || r === 2) ? (r === 1 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''),
    ),
  )
  const table = `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`
  return wordFile({ body: `${paragraph('巡察整改台账')}${table}${paragraph('')}` })
}

const html = (): string => {
  const rows = ROWS.map((row, r) =>
    row.flatMap((text, c) =>
      MERGED.includes(c) && r === 2 ? [] : [`<td${MERGED.includes(c) && r === 1 ? ' rowspan="2"' : ''}>${text}</td>`],
    ),
  )
  return `<table>${rows.map((row) => `<tr>${row.join('')}</tr>`).join('')}</table>`
}

const ledgerOf = (document: IncomingDocument): unknown => {
  const given = { ids: countingIds(), today: day('2026-11-22'), title: null, year: null, splitsEnumerations: false }
  return unwrapped(suggestFromTable(rowsOf(document), given)).records
}

describe('the same table makes the same ledger', async () => {
  const merges = ['A', 'B', 'C', 'E', 'F', 'G'].map((letter) => `${letter}2:${letter}3`)
  const workbook = unwrapped(await readIncoming(await workbookBytes([{ rows: ROWS, merges }]), '台账.xlsx', {}))

  test.each([
    { name: 'in Word', read: async () => unwrapped(await readIncoming(word(), '台账.docx', {})) },
    { name: 'from the clipboard as HTML', read: async () => unwrapped(readHtmlTables(html())) },
    { name: 'from the clipboard as rows', read: async () => unwrapped(readPlain(ROWS.map((row) => row.join('\t')).join('\n'))) },
  ])('$name', async ({ read }) => {
    const document = await read()
    expect(kindOfIncoming(document).kind).toBe('table')
    expect(ledgerOf(document)).toEqual(ledgerOf(workbook))
  })

  test('with two problems, three measures', () => {
    expect(rowsOf(workbook).problems.map(({ number, measures }) => [number, measures.length])).toEqual([
      ['1', 2],
      ['2', 1],
    ])
  })
})
