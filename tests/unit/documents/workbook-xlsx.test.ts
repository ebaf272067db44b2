import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { fourListsWorkbook } from '../../../shared/documents/four-lists-workbook.ts'
import { renderWorkbookXlsx } from '../../../shared/documents/render/workbook-xlsx.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { day } from '../../support/ports.ts'
import { suggested } from '../../support/suggested.ts'
import { sampleText } from '../../support/texts.ts'

const date = day('2024-07-05')
const workbookModel = fourListsWorkbook(suggested(sampleText()).ledger, date)
const bytes = await renderWorkbookXlsx(workbookModel, date)
// SheetJS writes properties of its own on the array it reads.
const book = XLSX.read(bytes.slice(), { cellStyles: true })
const sheetXml = (n: number): string => strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array())

describe('read back by another library', () => {
  test('the four lists are four sheets, and the options are out of sight', () => {
    expect(book.SheetNames).toEqual(['问题清单', '任务清单', '时间清单', '责任清单', '选项'])
    expect(book.Workbook?.Sheets?.map((sheet) => sheet.Hidden)).toEqual([0, 0, 0, 0, 2])
  })

  test.each(workbookModel.sheets.map((sheet) => ({ name: sheet.name, sheet })))(
    '$name says what the model says, merged as it says',
    ({ name, sheet }) => {
      const read = book.Sheets[name] ?? {}
      const rows = XLSX.utils.sheet_to_json<unknown[]>(read, { header: 1, raw: true, defval: '' })
      expect(rows[0]?.[0]).toBe(sheet.title)
      expect(rows[1]?.[0]).toBe(sheet.subtitle)
      expect(rows[2]).toEqual([...sheet.columns.map((column) => column.title), sheet.hidden?.head])
      // A column of the usual width has no entry, and `map` would pass over it.
      const isHidden = Array.from({ length: sheet.columns.length + 1 }, (_, c) => read['!cols']?.[c]?.hidden === true)
      expect(isHidden).toEqual([...sheet.columns.map(() => false), true])
      const hidden = new Set(
        sheet.merges.flatMap(({ top, bottom, left }) => Array.from({ length: bottom - top }, (_, i) => `${top + 1 + i},${left}`)),
      )
      sheet.rows.forEach((row, r) => {
        row.cells.forEach((cell, c) => {
          if (!hidden.has(`${r},${c}`)) expect(rows[r + 3]?.[c] ?? '', `${r},${c}`).toBe(cell)
        })
      })
      const merges = (read['!merges'] ?? []).filter(({ s }) => s.r >= 3).map(({ s, e }) => `${s.r - 3}-${e.r - 3},${s.c}-${e.c}`)
      expect(merges.sort()).toEqual(
        sheet.merges.map(({ top, bottom, left, right }) => `${top}-${bottom},${left}-${right}`).sort(),
      )
    },
  )

  test('the status is chosen from a list that has every status', () => {
    const options = XLSX.utils.sheet_to_json<string[]>(book.Sheets['选项'] ?? {}, { header: 1 }).flat()
    expect(options).toEqual(
      expect.arrayContaining(['未注明', '未启动', '整改中', '基本完成', '已完成', '已销号', '已完成并长期坚持']),
    )
    const statuses = workbookModel.sheets[0]?.rows.map((row) => row.cells.at(-1)) ?? []
    for (const status of statuses) expect(options).toContain(status)
    expect(sheetXml(1)).toMatch(/<dataValidation type="list"[^>]*>.*?<formula1>状态选项<\/formula1>/s)
  })
})

describe('print set-up', () => {
  test.each([1, 2, 3, 4])(
    'sheet %i is A4 landscape, fitted to the width, with the header on every page and page numbers',
    (n) => {
      const xml = sheetXml(n)
      expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"/)
      expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/)
      expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1"/)
      expect(xml).toMatch(/<pageSetup [^>]*fitToHeight="0"/)
      expect(xml).toContain('第 &amp;P 页，共 &amp;N 页')
      expect(xml).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
      expect(xml).toContain('<autoFilter ')
    },
  )

  test('statuses and warnings are coloured', () => {
    expect([1, 2, 3, 4].map((n) => (sheetXml(n).match(/<cfRule /g) ?? []).length)).toEqual([5, 5, 3, 0])
  })

  test('the first three rows repeat', () => {
    const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
    expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(4)
    expect(workbook).toContain('$1:$3')
  })
})

test('the same lists give the same bytes, later and elsewhere', async () => {
  const zone = process.env['TZ']
  process.env['TZ'] = 'America/New_York'
  await new Promise((resolve) => setTimeout(resolve, 2100))
  expect(await renderWorkbookXlsx(workbookModel, date)).toEqual(bytes)
  process.env['TZ'] = zone
})

describe('content is data', () => {
  test('a cell that begins like a formula stays text', async () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://example.cn","x")']
    const ledger = aLedger({ problems: dangerous.map((statement) => ({ statement })) })
    const written = await renderWorkbookXlsx(fourListsWorkbook(ledger, date), date)
    const sheet = XLSX.read(written).Sheets['问题清单'] ?? {}
    for (const [address, cell] of Object.entries(sheet))
      if (!address.startsWith('!')) expect((cell as XLSX.CellObject).f, address).toBeUndefined()
    expect(
      XLSX.utils
        .sheet_to_json<string[]>(sheet, { header: 1 })
        .slice(3)
        .map((row) => row[3]),
    ).toEqual(dangerous)
    expect(
      Object.values(unzipSync(written))
        .map((content) => strFromU8(content))
        .join(''),
    ).not.toContain('<f>')
  })

  test('control characters are left out', async () => {
    const ledger = aLedger({ problems: [{ statement: '甲\u0000乙\ud800' }] })
    const sheet = XLSX.read(await renderWorkbookXlsx(fourListsWorkbook(ledger, date), date)).Sheets['问题清单'] ?? {}
    expect((sheet['D4'] as XLSX.CellObject).v).toBe('甲乙')
  })

  test('an empty ledger is a workbook with headers', async () => {
    const sheet = XLSX.read(await renderWorkbookXlsx(fourListsWorkbook(aLedger(), date), date)).Sheets['责任清单'] ?? {}
    expect(XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 })[2]?.[2]).toBe('责任领导')
  })
})
