import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderNoticeDocx } from '../../shared/documents/render/notice-docx.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import { recordOf } from '../../shared/domain/records/record-kinds.ts'
import { composeNotice } from '../../shared/notice/compose.ts'
import { believableLedger } from '../support/believable/ledger.ts'
import { NO_OFFICE, pagesOf, toPdf } from '../support/office.ts'
import { day } from '../support/ports.ts'

const squeezed = (line: string): string => line.replace(/\s/g, '')

/** A 报告 with everything a 公文 has, over some twenty pages. */
const model = (() => {
  const records = believableLedger({ problems: 30, seed: 7 })
  const [first] = records.notice
  if (!first) throw new Error('the ledger has a notice')
  const notice = {
    ...first,
    edition: 'report' as const,
    issuerMark: '中共青梧县委文件',
    documentNumber: '青委发〔2024〕5号',
    addressee: '市委巡察工作领导小组',
    copyTo: '市纪委监委，市委组织部',
    printedBy: '中共青梧县委办公室',
    contents: true,
  }
  const noticeAttachment = [
    recordOf('noticeAttachment', { id: 'a1', noticeId: first.id, order: 'a1', kind: 'duties' }),
    recordOf('noticeAttachment', { id: 'a2', noticeId: first.id, order: 'a2', title: '领导小组名单', text: '组长：何启明' }),
  ]
  return composeNotice(openLedger({ ...records, notice: [notice], noticeAttachment }), notice, { today: day('2024-07-05') })
})()

describe.skipIf(NO_OFFICE)('a complete 公文 laid out by LibreOffice', () => {
  let [pages, sizes]: [readonly (readonly string[])[], readonly string[]] = [[], []]

  beforeAll(async () => {
    const pdf =
      toPdf({ 'complete.docx': await renderNoticeDocx(model, { profile: 'preview' }) })['complete.docx'] ?? new Uint8Array()
    pages = pagesOf(pdf).map((page) => page.map(squeezed))
    const path = join(mkdtempSync(join(tmpdir(), 'complete-')), 'complete.pdf')
    writeFileSync(path, pdf)
    sizes = execFileSync('pdfinfo', ['-f', '1', '-l', '999', path], { encoding: 'utf8' })
      .split('\n')
      .flatMap((line) => /^Page\s+\d+ size:\s+(.*) pts/.exec(line)?.[1] ?? [])
  })

  test('has its mark, number, title and contents on the first page, and the addressee above the text on the second', () => {
    const first = pages[0]?.join('\n') ?? ''
    expect(first).toMatch(/中共青梧县委文件\n青委发〔2024〕5号\n[\s\S]*目录/)
    expect(pages[1]?.[0]).toBe('市委巡察工作领导小组：')
  })

  test('tells in its contents the page each heading stands on', () => {
    const entries = (pages[0] ?? []).flatMap((line) => {
      const [, text, page] = /^(.+?)\.{3,}(\d+)$/.exec(line) ?? []
      return text !== undefined && page !== undefined ? [{ text, page: Number(page) }] : []
    })
    expect(entries.length).toBeGreaterThan(3)
    for (const { text, page } of entries) expect(pages[page - 1]?.join(''), `${text} on page ${page}`).toContain(text)
  })

  test('turns the pages of a wide table, which keep their numbers, and ends in 版记', () => {
    const turned = sizes.flatMap((size, i) => (/^84\d(?:\.\d+)? x 59\d/.test(size) ? [i] : []))
    expect(turned.length).toBeGreaterThan(0)
    expect(turned.every((i) => pages[i]?.join('').includes(String(i + 1)))).toBe(true)
    const heads = turned.filter((i) => pages[i]?.join('').includes('联系方式'))
    expect(heads).toEqual(turned)
    expect(pages.at(-1)?.join('\n')).toMatch(/抄送：市纪委监委，市委组织部。\n中共青梧县委办公室.*印发/)
  })
})
