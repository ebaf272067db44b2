import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read, write } from 'xlsx'
import { readDelimited } from '../../../shared/intake/readers/read-delimited.ts'
import { readTextBytes } from '../../../shared/intake/readers/read-text.ts'
import { readHtmlTables, readWorkbook, workbookFormatOf } from '../../../shared/intake/readers/read-workbook.ts'
import { refusalText } from '../../../shared/messages/refusals.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { rulesOf } from '../../support/suggested.ts'
import { opened, workbook, workbookBytes } from '../../support/workbooks.ts'

const soffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0

/** The same workbook as LibreOffice writes it in another format. */
const converted = (bytes: Uint8Array, to: 'xls' | 'ods'): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'zgtz-sheets-'))
  writeFileSync(join(folder, 'a.xlsx'), bytes)
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, 'a.xlsx'),
    ],
    { timeout: 110_000 },
  )
  if (run.status !== 0) throw new Error(String(run.stderr))
  return new Uint8Array(readFileSync(join(folder, `a.${to}`)))
}

const DAY = new Date(Date.UTC(2021, 11, 31))

const everyKind = (date1904 = false): Promise<Uint8Array> =>
  workbookBytes(
    [
      {
        rows: [
          [
            '文字',
            0.1 + 0.2,
            true,
            DAY,
            DAY,
            0.536,
            { richText: [{ text: '富' }, { text: '文本' }] },
            { formula: '1+1', result: 2 },
            13800000000,
          ],
        ],
        touch: (sheet) => {
          sheet.getCell('D1').numFmt = 'yyyy/m/d'
          sheet.getCell('E1').numFmt = 'yyyy"年"m"月"d"日"'
          sheet.getCell('F1').numFmt = '0.0%'
        },
      },
    ],
    (book) => {
      book.properties.date1904 = date1904
    },
  )

const SEEN = ['文字', '0.3', '是', '2021-12-31', '2021年12月31日', '53.6%', '富文本', '2', '13800000000']

describe('a workbook is read as a person sees it', () => {
  test('numbers without float noise, dates as days, percentages, rich text and the results of formulas', async () => {
    expect(opened(await everyKind()).tables[0]?.rows[0]).toEqual(SEEN)
  })

  test('a workbook that counts its days from 1904 tells the same days', async () => {
    expect(opened(await everyKind(true)).tables[0]?.rows[0]).toEqual(SEEN)
  })

  test('.xls and .et made by the library read as the .xlsx does', async () => {
    const xls = new Uint8Array(
      write(read(await everyKind(), { type: 'array', cellNF: true }), { type: 'array', bookType: 'biff8' }),
    )
    expect(workbookFormatOf(xls, 'a.et')).toBe('et')
    expect(opened(xls, 'a.xls').tables[0]?.rows[0]).toEqual(SEEN)
  })

  test.runIf(soffice)('.xls and .ods written by LibreOffice read as the .xlsx does', async () => {
    const bytes = await everyKind()
    expect(opened(converted(bytes, 'xls'), 'a.xls').tables[0]?.rows[0]).toEqual(SEEN)
    const ods = opened(converted(bytes, 'ods'), 'a.ods')
    expect(ods.format).toBe('ods')
    // LibreOffice keeps 是/否 that came from Excel as a number with a format of its own.
    expect(ods.tables[0]?.rows[0]).toEqual(SEEN.map((text) => (text === '是' ? '1' : text)))
  })

  test('a formula without a result is blank and said, as are error cells', async () => {
    const document = await workbook([{ rows: [['甲', { formula: 'A1&"乙"' }, { error: '#N/A' }]] }])
    expect(document.tables[0]?.rows[0]).toEqual(['甲', '', '#N/A'])
    expect(rulesOf(document.findings)).toEqual(['intake.formula-uncomputed', 'intake.cell-errors'])
  })

  test('hidden rows, columns and sheets are read and said; the sheet of our own ids is kept and stays out of the text', async () => {
    const document = opened(
      await workbookBytes([
        {
          rows: [
            ['甲', '乙'],
            ['丙', '丁'],
          ],
          touch: (sheet) => {
            sheet.getRow(2).hidden = true
            sheet.getColumn(1).hidden = true
          },
        },
        {
          name: '旧',
          rows: [['戊']],
          touch: (sheet) => {
            sheet.state = 'hidden'
          },
        },
        {
          name: '_zgtz',
          rows: [['id1']],
          touch: (sheet) => {
            sheet.state = 'veryHidden'
          },
        },
      ]),
    )
    expect(document.tables.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Sheet1', false],
      ['旧', true],
      ['_zgtz', true],
    ])
    expect(document.tables[0]).toMatchObject({ hiddenRows: [1], hiddenColumns: [0] })
    expect(document.text).toBe('甲\t乙\n丙\t丁\n戊')
    expect(rulesOf(document.findings)).toEqual(['intake.sheets-hidden', 'intake.rows-hidden'])
  })

  test('words of a merged cell stand in its upper left cell only', async () => {
    const document = await workbook([
      {
        rows: [
          ['甲', '', '丁'],
          ['', '', '戊'],
        ],
        merges: ['A1:B2'],
      },
    ])
    expect(document.tables[0]?.rows).toEqual([
      ['甲', '', '丁'],
      ['', '', '戊'],
    ])
    expect(document.tables[0]?.merges).toEqual([{ top: 0, bottom: 1, left: 0, right: 1 }])
  })

  test('a web page called .xls and a table from the clipboard keep their merged cells', () => {
    const html = '<html><body><table><tr><td rowspan="2">甲</td><td>001</td></tr><tr><td>丙</td></tr></table></body></html>'
    expect(workbookFormatOf(new TextEncoder().encode(html), 'a.xls')).toBe('xls')
    for (const document of [unwrapped(readHtmlTables(html)), opened(new TextEncoder().encode(html), 'a.xls')]) {
      expect(document.tables[0]?.rows).toEqual([
        ['甲', '001'],
        ['', '丙'],
      ])
      expect(document.tables[0]?.merges).toEqual([{ top: 0, bottom: 1, left: 0, right: 0 }])
    }
  })
})

describe('a file that is no readable workbook is refused with a sentence', () => {
  test('cut in the middle', async () => {
    const bytes = await everyKind()
    expect(readWorkbook(bytes.slice(0, bytes.length / 2), 'xlsx')).toEqual({ ok: false, error: { type: 'incoming-damaged' } })
  })

  test('with a password', () => {
    const manifest = new TextEncoder().encode('<manifest:encryption-data/>')
    const locked = readWorkbook(zipSync({ 'META-INF/manifest.xml': manifest, 'content.xml': manifest }), 'ods')
    expect(locked).toEqual({ ok: false, error: { type: 'incoming-encrypted' } })
    if (!locked.ok) expect(refusalText(locked.error)).toContain('密码')
  })

  test('one that would fill the memory when unzipped', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) }, { level: 9 })
    const refused = readWorkbook(bomb, 'xlsx')
    expect(refused.ok ? null : refused.error.type).toBe('workbook-too-large')
  })

  test('one that says it is small and inflates without end stops at what it said', () => {
    const bomb = zipSync(
      { 'xl/workbook.xml': new Uint8Array(60_000_000), 'xl/worksheets/sheet1.xml': new Uint8Array(10) },
      { level: 9 },
    )
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    const told = { local: 0, central: 0 }
    for (let at = 0; at < lying.length - 46; at++) {
      const signature = view.getUint32(at, true)
      if (signature === 0x04034b50 && view.getUint32(at + 22, true) === 60_000_000) {
        view.setUint32(at + 22, 1_000, true)
        told.local += 1
      }
      if (signature === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000) {
        view.setUint32(at + 24, 1_000, true)
        told.central += 1
      }
    }
    expect(told).toEqual({ local: 1, central: 1 })
    const before = performance.now()
    const refused = readWorkbook(lying, 'xlsx')
    expect(refused.ok ? null : refused.error.type).toBe('incoming-damaged')
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

describe('delimited text', () => {
  test('quotes hold separators, line feeds and doubled quotes', () => {
    const document = unwrapped(readDelimited('序号,反馈问题,整改措施\n1,"甲，""乙"",丙","一\n二"\n'))
    expect(document.tables[0]?.rows).toEqual([
      ['序号', '反馈问题', '整改措施'],
      ['1', '甲，"乙",丙', '一\n二'],
    ])
  })

  test('GBK, tabs and semicolons are told by content', () => {
    // 序号;问题 / 1;甲 in GBK.
    const bytes = new Uint8Array([0xd0, 0xf2, 0xba, 0xc5, 0x3b, 0xce, 0xca, 0xcc, 0xe2, 0x0a, 0x31, 0x3b, 0xbc, 0xd7])
    const document = unwrapped(readDelimited(unwrapped(readTextBytes(bytes)).text))
    expect(document.tables[0]?.rows).toEqual([
      ['序号', '问题'],
      ['1', '甲'],
    ])
    expect(unwrapped(readDelimited('甲\t乙\n丙\t丁')).tables[0]?.rows).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ])
  })

  test('a quote that is never closed is a letter', () => {
    expect(unwrapped(readDelimited('甲,"乙\n丙,丁')).tables[0]?.rows).toEqual([
      ['甲', '"乙'],
      ['丙', '丁'],
    ])
  })
})
