import { describe, expect, test } from 'vitest'
import {
  type LaidPage,
  type PlacedLine,
  pageOfLine,
  pageOfPlace,
  pageStarts,
} from '../../../../shared/documents/pages/laid-page.ts'
import { TIMES_IN_WORD } from '../../../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../../../shared/documents/pages/lay-out-pages.ts'
import { newLayoutCache } from '../../../../shared/documents/pages/layout-cache.ts'
import type { DocumentTable, PaperDocument } from '../../../../shared/documents/paper-document.ts'
import { aDocument, aParagraph } from '../../../support/documents-by-hand.ts'

const laid = (document: PaperDocument): readonly LaidPage[] => layOutPages(document, TIMES_IN_WORD)
const wordsOf = ({ set }: PlacedLine): string => set.pieces.map(({ text }) => text).join('')
const linesOf = (page: LaidPage | undefined): readonly string[] => page?.lines.map(wordsOf) ?? []
const han = (count: number): string => '整'.repeat(count)

describe('lines', () => {
  const linesOfBody = (text: string) => linesOf(laid(aDocument([aParagraph('body', text)]))[0])

  test('hold 26 characters behind the indent, then 28', () => {
    expect(linesOfBody(han(26 + 28 + 3)).map((line) => line.length)).toEqual([26, 28, 3])
  })

  test('let one stop hang over the end, and keep two together with the word before them', () => {
    expect(linesOfBody(`${han(26)}，${han(5)}`)).toEqual([`${han(26)}，`, han(5)])
    expect(linesOfBody(`${han(25)}）。${han(5)}`)).toEqual([`${han(25)}）。`, han(5)])
    expect(linesOfBody(`${han(26)}”。${han(5)}`)).toEqual([han(25), `整”。${han(5)}`])
  })

  test('take an opening bracket to the next line, and a number whole', () => {
    expect(linesOfBody(`${han(25)}《${han(5)}》`)).toEqual([han(25), `《${han(5)}》`])
    expect(linesOfBody(`${han(25)}2024年`)).toEqual([han(25), '2024年'])
    expect(linesOfBody(`${han(24)}2024年`)).toEqual([`${han(24)}2024`, '年'])
    expect(linesOfBody(`${han(25)}——${han(3)}`)).toEqual([han(25), `——${han(3)}`])
  })

  test('cut an address that is longer than a line', () => {
    const lines = linesOfBody(`网址：${'x'.repeat(130)}`)
    expect(lines.join('')).toBe(`网址：${'x'.repeat(130)}`)
    expect(lines[0]).toBe('网址：')
    expect(lines.length).toBe(4)
  })

  test('are justified but for the last of a paragraph', () => {
    const [page] = laid(aDocument([aParagraph('body', han(60)), aParagraph('body-left', han(60))]))
    expect(page?.lines.map(({ set }) => set.align)).toEqual(['justify', 'justify', 'left', 'left', 'left', 'left'])
  })

  test('of a heading that runs on say where in the heading and where in the text they stand', () => {
    const runs = [{ text: '（一）抓紧整改。', headingLevel: 2 as const }, { text: han(30) }]
    const pages = laid(aDocument([aParagraph('body', '', { runs, line: 7 })]))
    expect(pages[0]?.lines[0]?.set.pieces).toEqual([
      { text: '（一）抓紧整改。', font: 'heading-2', of: 'heading', start: 0, end: 8 },
      { text: han(18), font: 'body', of: 'text', start: 0, end: 18 },
    ])
    expect(pages[0]?.lines[1]?.set.pieces[0]).toMatchObject({ of: 'text', start: 18, end: 30 })
    expect(pageOfPlace(pages, 7, 'text', 29)).toBe(1)
    expect(pageOfPlace(pages, 7, 'text', 99)).toBeNull()
  })
})

describe('pages', () => {
  const body = (count: number) => Array.from({ length: count }, (_, line) => aParagraph('body', `第${line}段。`, { line }))

  test('hold 22 lines; margins are mirrored on the back', () => {
    const pages = laid(aDocument(body(45)))
    expect(pages.map(({ lines }) => lines.length)).toEqual([22, 22, 1])
    expect(pages.map(({ block }) => block.left)).toEqual([1587, 1474, 1587])
    expect(pageOfLine(pages, 21)).toBe(1)
    expect(pageOfLine(pages, 22)).toBe(2)
    expect(pageOfLine(pages, 45)).toBeNull()
  })

  test('that a change leaves as they were are the same objects, so that a screen draws them no second time', () => {
    const cache = newLayoutCache()
    const before = layOutPages(aDocument(body(60)), TIMES_IN_WORD, cache)
    const changed = body(60).map((p, i) => (i === 30 ? { ...p, runs: [{ text: '改过的一段。' }] } : p))
    const after = layOutPages(aDocument(changed), TIMES_IN_WORD, cache)
    expect(after.map((page, i) => page === before[i])).toEqual([true, false, true])
  })

  test('say where in the notice they begin, in the middle of a paragraph too', () => {
    const runs = [{ text: '（一）抓紧整改。', headingLevel: 2 as const }, { text: han(30 * 28) }]
    expect(pageStarts(laid(aDocument([aParagraph('blank', ''), aParagraph('body', '', { runs, line: 3 })])))).toEqual([
      { page: 1, line: 3, of: 'heading', offset: 0 },
      { page: 2, line: 3, of: 'text', offset: 18 + 20 * 28 },
    ])
  })

  test('hold 18 lines below a title of two lines and its blank line', () => {
    const pages = laid(aDocument([aParagraph('title', '中共青梧县委\n整改通报'), aParagraph('blank', ''), ...body(30)]))
    expect(linesOf(pages[0]).slice(0, 3)).toEqual(['中共青梧县委', '整改通报', ''])
    expect(pages[0]?.lines).toHaveLength(2 + 1 + 18)
  })

  test('begin anew with each section, an attachment too', () => {
    const pages = laid({
      ...aDocument([]),
      sections: [
        { direction: 'portrait', blocks: body(1) },
        { direction: 'portrait', blocks: [aParagraph('attachment-mark', '附件1')] },
      ],
    })
    expect(pages.map(linesOf)).toEqual([['第0段。'], ['附件1']])
  })

  test('place signature and date: without a seal by their lengths, with one in the middle of each other', () => {
    const signed = [aParagraph('signature', '中共青梧县委'), aParagraph('date', '2024年7月5日')]
    const indentsOf = (document: PaperDocument) =>
      laid(document)[0]?.lines.map(({ left, set }) => Math.round((8845 - left - set.width) / (320 + TIMES_IN_WORD.spacing)))
    // Both are six ems long: the date begins two further right.
    expect(indentsOf(aDocument(signed))).toEqual([2, 0])
    expect(indentsOf(aDocument(signed, { sealed: true }))).toEqual([4, 4])
    const long = [aParagraph('signature', '中共青梧县委员会办公室'), aParagraph('date', '2024年7月5日')]
    expect(indentsOf(aDocument(long, { sealed: true }))).toEqual([2, 4])
  })

  test('put 版记 at the foot of the last page, or on one of its own', () => {
    const imprint = { copyTo: '抄送：县人大常委会办公室。', printedBy: '中共青梧县委办公室', printedOn: '2024年7月5日印发' }
    const [only, ...more] = laid(aDocument(body(3), { imprint }))
    expect(more).toEqual([])
    expect(linesOf(only).slice(3)).toEqual([imprint.copyTo, imprint.printedBy, imprint.printedOn])
    const foot = only?.rules.at(-1)
    expect(Math.round((foot?.top ?? 0) + (foot?.height ?? 0))).toBe(only?.block.height)
    expect(only?.rules.map(({ height }) => height)).toEqual([20, 14, 20])
    expect(laid(aDocument(body(21), { imprint })).map(({ lines }) => lines.length)).toEqual([21, 3])
  })

  test('give the red head its places: the mark 35 mm down, the red line under the number', () => {
    const head = { kind: 'red-head' as const, issuerMark: '中共青梧县委员会文件', documentNumber: '青委〔2024〕12号', signer: '' }
    const [page] = laid(aDocument([head, aParagraph('title', '通报')]))
    expect(page?.lines[0]?.top).toBe(1984)
    expect(page?.rules).toMatchObject([{ width: 8845, height: 20, colour: 'red' }])
    const up = laid(aDocument([{ ...head, signer: '签发人：王志远' }]))[0]
    const [, number, signer] = up?.lines ?? []
    expect(number?.top).toBe(signer?.top)
    expect([number?.set.align, signer?.set.align]).toEqual(['left', 'right'])
  })
})

describe('contents', () => {
  test('have the page of each heading, also when the contents themselves push it', () => {
    const headings = Array.from({ length: 30 }, (_, i) => ({ level: 1, text: `第${i}个标题`, line: i * 10 }))
    const blocks = Array.from({ length: 300 }, (_, line) =>
      aParagraph(line % 10 === 0 ? 'heading-1' : 'body', line % 10 === 0 ? `第${line / 10}个标题` : '正文。', { line }),
    )
    const pages = laid(aDocument([aParagraph('toc-title', '目录'), { kind: 'contents', entries: headings }, ...blocks]))
    const entries = pages.flatMap(({ lines }) => lines.filter(({ pageNumber }) => pageNumber !== undefined))
    expect(entries).toHaveLength(30)
    for (const [i, entry] of entries.entries()) expect(entry.pageNumber).toBe(String(pageOfLine(pages, i * 10)))
  })
})

describe('tables', () => {
  const table = (rows: DocumentTable['rows']): PaperDocument => ({
    ...aDocument([]),
    sections: [
      {
        direction: 'landscape',
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: '序号', width: 1, align: 'center' },
              { title: '问题', width: 4, align: 'left' },
              { title: '措施', width: 6, align: 'left' },
            ],
            rows,
          },
        ],
      },
    ],
  })
  const cell = (text: string, span = 1) => ({ text, span })

  test('repeat their head on every page and lose no character of a row that goes over', () => {
    const long = '逐座更换或修复停用的消毒设备。'.repeat(120)
    const pages = laid(
      table([
        [cell('1'), cell('农村小水厂'), cell(long)],
        [cell('2'), cell('供水管网'), cell('探测漏点。')],
      ]),
    )
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(linesOf(page).slice(0, 3)).toEqual(['序号', '问题', '措施'])
    expect(pages.flatMap(linesOf).join('').replaceAll('序号问题措施', '').replace('农村小水厂', '')).toContain(`${long}2供水管网`)
    for (const { lines, block, rules } of pages) {
      for (const { top, set } of lines) expect(top + set.height).toBeLessThanOrEqual(block.height + 1)
      for (const { top, height, left, width } of rules) {
        expect(top + height).toBeLessThanOrEqual(block.height + 20)
        expect(left + width).toBeLessThanOrEqual(block.width + 20)
      }
    }
  })

  test('let a cell reach over its rows, over the end of a page too', () => {
    const statement = '农村小水厂日常管理缺位，'.repeat(60)
    const rows = Array.from({ length: 30 }, (_, i) => [
      i === 0 ? cell('1', 30) : null,
      i === 0 ? cell(statement, 30) : null,
      cell(`第${i}条措施。`),
    ])
    const pages = laid(table(rows))
    const own = pages.flatMap(({ lines }) => lines)
    expect(own.filter(({ left }) => left < 1000 + 200 && left > 500).length).toBe(0)
    const all = pages.flatMap(linesOf).join('')
    expect(all.match(/农村小水厂日常管理缺位，|第\d+条措施。/g)?.length).toBeGreaterThanOrEqual(30)
    for (let i = 0; i < 30; i++) expect(all).toContain(`第${i}条措施。`)
    const second = own
      .filter(({ left }) => left > 1000 && left < 4000)
      .map(wordsOf)
      .filter((text) => text !== '问题')
      .join('')
    expect(second).toBe(statement)
  })
})
