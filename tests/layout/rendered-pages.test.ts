import { beforeAll, describe, expect, test } from 'vitest'
import { emWidth } from '../../shared/base/text.ts'
import { fourListsWorkbook } from '../../shared/documents/four-lists-workbook.ts'
import { renderNoticeDocx } from '../../shared/documents/render/notice-docx.ts'
import { renderWorkbookXlsx } from '../../shared/documents/render/workbook-xlsx.ts'
import { NOTICE_TEMPLATES } from '../../shared/domain/notices/built-in-templates.ts'
import { fontsOf, NO_OFFICE, pagesOf, toPdf } from '../support/office.ts'
import { day } from '../support/ports.ts'
import { composed, suggested } from '../support/suggested.ts'
import { SEEDS, sampleText, TWINS } from '../support/texts.ts'

const PAGE_NUMBER = /^\s*—\s*\d+\s*—\s*$/

/** pdftotext parts characters by small gaps; a line is measured without them. */
const widthOf = (line: string): number => emWidth(line.replace(/\s/g, ''))

type Pages = readonly (readonly string[])[]

const expectFullPages = (pages: Pages): void => {
  expect(pages.length).toBeGreaterThan(3)
  const counts = pages.map((page) => page.filter((line) => !PAGE_NUMBER.test(line)).length)
  // The first page holds the title, the last one ends where the text ends.
  expect(new Set(counts.slice(1, -1))).toEqual(new Set([22]))
  expect(Math.max(...counts)).toBe(22)
}

const expectFullLines = (pages: Pages): void => {
  const lines = pages.flat().filter((line) => !PAGE_NUMBER.test(line))
  const chinese = lines.filter((line) => !/[\d!-~]/.test(line.replace(/\s/g, ''))).map(widthOf)
  expect(Math.max(...chinese)).toBe(28)
  expect(chinese.filter((width) => width === 28).length).toBeGreaterThan(10)
  // Digits are set in Times New Roman, half an em wide, so that a line may hold a little more or less.
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(29)
}

const expectPageNumbers = (pages: Pages): void => {
  const numbers = pages.map((page) => page.find((line) => PAGE_NUMBER.test(line)) ?? '')
  expect(numbers.map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual(numbers.map((_, i) => i + 1))
  const indent = (line: string) => line.length - line.trimStart().length
  for (const [i, line] of numbers.slice(0, -1).entries()) {
    if (i % 2 === 0) expect(indent(line), line).toBeGreaterThan(25)
    else expect(indent(line), line).toBeLessThan(10)
  }
}

describe.skipIf(NO_OFFICE)('a notice laid out by LibreOffice in the preview profile', () => {
  const texts = [...TWINS, ...SEEDS.values(), { name: 'sample', text: sampleText() }]
  let pdfs: Readonly<Record<string, Uint8Array>> = {}

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {}
    for (const { name, text } of texts)
      files[`${name}.docx`] = await renderNoticeDocx(composed(suggested(text).ledger), { profile: 'preview' })
    pdfs = toPdf(files)
  })

  const pages = (name: string) => pagesOf(pdfs[`${name}.docx`] ?? new Uint8Array())

  test.each(texts.map(({ name }) => name))('%s has 22 lines on every full page', (name) => {
    expectFullPages(pages(name))
  })

  test.each(texts.map(({ name }) => name))('%s has 28 characters on a full line', (name) => {
    expectFullLines(pages(name))
  })

  test('page numbers stand at the right on odd pages and at the left on even ones', () => {
    expectPageNumbers(pages('sample'))
  })

  test('title, headings and text are set in their own fonts', () => {
    const fonts = fontsOf(pdfs['sample.docx'] ?? new Uint8Array()).join(' ')
    for (const standIn of ['NotoSerifCJK', 'WenQuanYiZenHei', 'GBZenKai', 'BousungEG', 'LiberationSerif'])
      expect(fonts).toContain(standIn)
  })

  test('the signature stands with the end of the text', () => {
    const last =
      pages('sample')
        .at(-1)
        ?.filter((line) => !PAGE_NUMBER.test(line)) ?? []
    expect(last.length).toBeGreaterThan(2)
    expect(last.slice(-2).map((line) => line.replace(/\s/g, ''))).toEqual(['中共青梧县委', '2024年7月5日'])
  })
})

describe.skipIf(NO_OFFICE)('the sample laid out by LibreOffice in each of the program’s templates', () => {
  const ids = NOTICE_TEMPLATES.map(({ id }) => id)
  const lastParagraphs = new Map<string, string>()
  let pdfs: Readonly<Record<string, Uint8Array>> = {}

  beforeAll(async () => {
    const { ledger } = suggested(sampleText())
    const files: Record<string, Uint8Array> = {}
    for (const template of NOTICE_TEMPLATES) {
      const model = composed(ledger, { template })
      lastParagraphs.set(template.id, model.lines.at(-1)?.text ?? '')
      files[`${template.id}.docx`] = await renderNoticeDocx(model, { profile: 'preview' })
    }
    pdfs = toPdf(files)
  })

  const pages = (id: string) => pagesOf(pdfs[`${id}.docx`] ?? new Uint8Array())

  test.each(ids)('%s has 22 lines on every full page', (id) => {
    const all = pages(id)
    // LibreOffice takes the last paragraph to the signature's page as a whole: the page it leaves is no full one.
    const [first = ''] = all.at(-1) ?? []
    const isKept = lastParagraphs.get(id)?.replace(/\s/g, '').startsWith(first.replace(/\s/g, '')) === true
    expectFullPages(isKept ? all.slice(0, -1) : all)
  })

  test.each(ids)('%s has 28 characters on a full line', (id) => {
    expectFullLines(pages(id))
  })

  test.each(ids)('%s numbers its pages, at the right on odd ones and at the left on even ones', (id) => {
    expectPageNumbers(pages(id))
  })
})

describe.skipIf(NO_OFFICE)('the four lists printed by LibreOffice', () => {
  test('repeat title and header on every page, number the pages, and show every word', async () => {
    const { ledger } = suggested(sampleText())
    const model = fourListsWorkbook(ledger, day('2024-07-05'))
    const pdf = toPdf({ 'lists.xlsx': await renderWorkbookXlsx(model, day('2024-07-05')) })['lists.xlsx'] ?? new Uint8Array()
    const pages = pagesOf(pdf).map((page) => page.join('\n').replace(/\s/g, ''))
    pages.forEach((page, i) => {
      expect(page).toMatch(/青梧县巡察整改(?:问题|任务|时间|责任)清单/)
      expect(page).toContain('序号')
      // The last sign may be parted from the rest by a line of a cell that the page cuts and that lies as low.
      expect(page).toContain(`第${i + 1}页，共${pages.length}`)
    })
    const printed = pages.join('')
    // Cells are printed beside each other, so that their lines interleave: every character must be there.
    for (const file of ledger.problems)
      for (const c of new Set(file.problem.statement.replace(/\s/g, ''))) expect(printed).toContain(c)
    expect(printed).not.toContain('###')
  })
})
