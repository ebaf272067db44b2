import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { tableCsv } from '../../../shared/documents/render/table-csv.ts'
import { renderWorkbookXlsx } from '../../../shared/documents/render/workbook-xlsx.ts'
import { booksOf } from '../../../shared/documents/tables/books.ts'
import { distinctNames } from '../../../shared/documents/tables/plain-table.ts'
import { TABLE_KEYS } from '../../../shared/documents/tables/table-keys.ts'
import { tablesWorkbook } from '../../../shared/documents/tables/tables-workbook.ts'
import { HEADER_ROWS, isFormula, type SheetModel } from '../../../shared/documents/workbook-model.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { aLedger } from '../../support/a-ledger.ts'
import { docxParts } from '../../support/docx-text.ts'
import { papersLedger } from '../../support/papers-ledger.ts'
import { day } from '../../support/ports.ts'
import { suggested } from '../../support/suggested.ts'
import { sampleText } from '../../support/texts.ts'

const date = day('2024-07-05')
const { ledger } = suggested(sampleText())
const model = tablesWorkbook(ledger, date, TABLE_KEYS, { secrecy: '内部★1年', isProtected: true })
const sheet = (name: string): SheetModel => {
  const found = model.sheets.find((one) => one.name === name)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}
const figure = (id: string): number => Number(figuresOf(ledger, date).find((one) => one.id === id)?.value)
const bytes = await renderWorkbookXlsx(model, date)
const book = XLSX.read(bytes.slice(), { cellFormula: true, cellStyles: true })

describe('the tables of a ledger', () => {
  test('总表 has every problem once and every measure in a row of its own', () => {
    const { rows } = sheet('整改台账总表')
    const numbers = rows.map(({ cells }) => cells[0]).filter((cell) => cell !== '')
    expect(numbers).toEqual(ledger.problems.map(({ number }) => number))
    const measures = ledger.problems.reduce((sum, { measures: own }) => sum + Math.max(1, own.length), 0)
    expect(rows.length).toBeGreaterThanOrEqual(measures)
    expect(sheet('整改台账总表').paper).toBe('A3')
  })

  test('分册: every problem stands with each of its units, and the first sheet leads to all', () => {
    const books = booksOf(ledger, 'unit')
    for (const { problem, responsibilities } of ledger.problems) {
      const named = responsibilities.some(({ role }) => role === 'unit' || role === 'leadUnit')
      const own = books.filter(({ files }) => files.some((file) => file.problem.id === problem.id))
      expect(own.length, problem.statement).toBeGreaterThanOrEqual(1)
      if (!named) expect(own.map(({ name }) => name)).toEqual(['未明确'])
    }
    const index = sheet('目录')
    expect(index.links?.map(({ sheet: to }) => to)).toEqual(books.map(({ name }) => name))
    for (const link of index.links ?? []) expect(book.SheetNames).toContain(link.sheet)
  })

  test('统计表: the totals are formulas that come to what the ledger counts', () => {
    const { rows } = sheet('统计表（按类别）')
    const total = rows.at(-1)
    const [, name, problems, done, basically, open, unstated, rate] = total?.cells ?? []
    expect(name).toBe('合计')
    expect(
      [problems, done, basically, open, unstated].map((cell) =>
        cell && isFormula(cell as never) ? (cell as { value: number }).value : cell,
      ),
    ).toEqual([
      figure('problems.total'),
      figure('problems.done'),
      figure('problems.basicallyDone'),
      figure('problems.open'),
      figure('problems.unstated'),
    ])
    expect(rate).toMatchObject({ value: figure('problems.doneRate') })
    // Where a problem stands in several rows nothing is added up.
    expect(sheet('统计表（按责任单位）').rows.every(({ cells }) => cells[1] !== '合计')).toBe(true)
  })

  test('逾期临期表 has the late ones first, with how late they are', () => {
    const days = sheet('逾期临期表').rows.map(({ cells }) => cells[5])
    expect(days).toEqual([...days].sort((a, b) => Number(a) - Number(b)))
    expect(days.filter((left) => Number(left) < 0)).toHaveLength(figure('problems.overdue'))
  })

  test('a table with nothing in it says so, with its header and the line for signatures', () => {
    const empty = tablesWorkbook(aLedger(), date, TABLE_KEYS)
    for (const one of empty.sheets.filter(({ foot }) => foot !== undefined)) {
      expect(one.rows.length, one.name).toBeGreaterThanOrEqual(1)
      expect(one.columns.length, one.name).toBeGreaterThan(3)
    }
  })
})

describe('read back by another library', () => {
  test('values, formulas and joined cells are those of the model', () => {
    for (const own of model.sheets) {
      const read = book.Sheets[own.name] ?? {}
      const covered = new Set(
        own.merges.flatMap(({ top, bottom, left, right }) =>
          Array.from({ length: bottom - top + 1 }, (_, r) =>
            Array.from({ length: right - left + 1 }, (_c, c) => `${top + r},${left + c}`),
          )
            .flat()
            .slice(1),
        ),
      )
      own.rows.forEach(({ cells }, r) => {
        cells.forEach((cell, c) => {
          if (covered.has(`${r},${c}`)) return
          const found = read[XLSX.utils.encode_cell({ r: r + 3, c })] as XLSX.CellObject | undefined
          if (isFormula(cell)) {
            expect(found?.f, `${own.name} ${r},${c}`).toBe(cell.formula)
            expect(found?.v, `${own.name} ${r},${c}`).toBe(cell.value)
          } else expect(found?.v ?? '', `${own.name} ${r},${c}`).toBe(cell)
        })
      })
      const merges = (read['!merges'] ?? []).filter(({ s }) => s.r >= 3 && s.r < 3 + own.rows.length)
      expect(merges.length, own.name).toBe(own.merges.length)
    }
  })

  test('a cell that begins like a formula is text, in Excel and in CSV', async () => {
    const risky = aLedger({
      problems: [{ statement: '=HYPERLINK("http://x","y")', details: '+1', target: '-2', result: '@SUM(A1)' }],
    })
    const own = tablesWorkbook(risky, date, ['master'])
    const read = XLSX.read((await renderWorkbookXlsx(own, date)).slice(), { cellFormula: true })
    const cells = Object.values(read.Sheets['整改台账总表'] ?? {}).filter(
      (cell): cell is XLSX.CellObject => typeof cell === 'object' && 't' in cell,
    )
    expect(cells.every(({ f }) => f === undefined)).toBe(true)
    const [first] = own.sheets
    if (!first) throw new Error('no sheet')
    const csv = new TextDecoder().decode(tableCsv(first, 'utf-8'))
    expect(csv).toContain('"\'=HYPERLINK(""http://x"",""y"")"')
    for (const words of ["'+1", "'-2", "'@SUM(A1)"]) expect(csv).toContain(words)
  })
})

describe('CSV', () => {
  const [first] = tablesWorkbook(ledger, date, ['master']).sheets
  if (!first) throw new Error('no sheet')

  test('has every row whole: what reaches down is repeated', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(tableCsv(first, 'utf-8'))
    expect(text.startsWith('\ufeff序号,类别,')).toBe(true)
    const rows = XLSX.utils.sheet_to_json<string[]>(
      XLSX.read(text.slice(1), { type: 'string', raw: true }).Sheets['Sheet1'] ?? {},
      { header: 1 },
    )
    expect(rows).toHaveLength(first.rows.length + 1)
    expect(rows.slice(1).every((row) => (row[0] ?? '') !== '')).toBe(true)
  })

  test('in GB18030 comes back as it was, rare characters too', () => {
    const rare = aLedger({ problems: [{ statement: '㐂村、𠮷镇、“引号”、€、①、ā、…——〔2024〕', status: 'done' }] })
    const [own] = tablesWorkbook(rare, date, ['master']).sheets
    if (!own) throw new Error('no sheet')
    const [a, b] = [tableCsv(own, 'gb18030'), tableCsv(own, 'utf-8')]
    expect(`\ufeff${new TextDecoder('gb18030').decode(a)}`).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(b))
  })
})

test('names of sheets are those Excel takes, and differ', () => {
  const long = '县住房和城乡建设局（县人民防空办公室）房屋征收与补偿服务中心'
  const names = distinctNames(['a/b', 'A_B', '', long, long, "'引'"])
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  for (const name of names) {
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$|^$/)
  }
})

describe('each table', () => {
  const own = papersLedger()
  const day10 = day('2024-07-10')

  test.each(TABLE_KEYS)('%s: parts are as they were, and what is read back is what was meant', async (key) => {
    const wanted = tablesWorkbook(own, day10, [key])
    const written = await renderWorkbookXlsx(wanted, day10)
    const parts = docxParts(written)
    const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).sort()
    const whole = [...sheets, 'xl/sharedStrings.xml'].map((name) => `<!-- ${name} -->\n${parts.get(name) ?? ''}`).join('\n')
    await expect(whole.replace(/></g, '>\n<')).toMatchFileSnapshot(`../../golden/tables/${key}.xml`)
    const read = XLSX.read(written.slice(), { cellFormula: true })
    for (const { name, rows, columns, merges } of wanted.sheets) {
      const sheetRead = read.Sheets[name] ?? {}
      rows.forEach(({ cells }, r) => {
        columns.forEach((_, c) => {
          const cell = sheetRead[XLSX.utils.encode_cell({ r: r + HEADER_ROWS, c })] as XLSX.CellObject | undefined
          const meant = cells[c] ?? ''
          const isCovered = merges.some(
            ({ top, bottom, left, right }) => r >= top && r <= bottom && c >= left && c <= right && !(r === top && c === left),
          )
          if (isCovered) return
          if (typeof meant === 'object') expect([cell?.f, cell?.v], `${name} ${r},${c}`).toEqual([meant.formula, meant.value])
          else expect(cell?.v ?? '', `${name} ${r},${c}`).toBe(meant)
        })
      })
      const ranges = (sheetRead['!merges'] ?? []).map(({ s, e }) => [s.r - HEADER_ROWS, e.r - HEADER_ROWS, s.c, e.c].join())
      for (const { top, bottom, left, right } of merges) expect(ranges, name).toContain([top, bottom, left, right].join())
    }
  })
})
