import { beforeAll, describe, expect, test } from 'vitest'
import { noticeDocument } from '../../shared/documents/build-document.ts'
import { pagesOfLines } from '../../shared/documents/pages/laid-page.ts'
import { type LatinMeasure, TIMES_IN_WORD } from '../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../shared/documents/pages/lay-out-pages.ts'
import { renderNoticeDocx } from '../../shared/documents/render/notice-docx.ts'
import type { NoticeModel } from '../../shared/notice/model.ts'
import { NO_OFFICE, pagesOf, toPdf } from '../support/office.ts'
import { composed, suggested } from '../support/suggested.ts'
import { SEEDS, sampleText, TWINS } from '../support/texts.ts'

const PAGE_NUMBER = /^\s*—\s*\d+\s*—\s*$/
const squeezed = (text: string): string => text.replace(/\s/g, '')

/**
 * LibreOffice's own ways in the preview profile: 0.25 pt between characters, a gap of a fifth of an em (rounded up at each end) between Han
 * characters and digits whatever the file says, no hanging stops, and no break between a stop and a digit. Everything else is shared.
 */
const LIBRE_OFFICE: LatinMeasure = { ...TIMES_IN_WORD, spacing: -5, gap: 225, hangs: false, joinsStops: true }

interface Compared {
  readonly name: string
  readonly model: NoticeModel
  /** The lines of each page, in characters without spaces. */
  readonly office: readonly (readonly string[])[]
  readonly own: readonly (readonly string[])[]
  readonly headingPages: ReadonlyMap<number, number>
}

describe.skipIf(NO_OFFICE)('pages that are laid out without Word, beside those of LibreOffice', () => {
  const texts = [...TWINS, ...SEEDS.values(), { name: 'sample', text: sampleText() }]
  let all: readonly Compared[] = []

  beforeAll(async () => {
    const models = texts.map(({ name, text }) => ({ name, model: composed(suggested(text).ledger) }))
    const files: Record<string, Uint8Array> = {}
    for (const { name, model } of models) files[`${name}.docx`] = await renderNoticeDocx(model, { profile: 'preview' })
    const pdfs = toPdf(files)
    all = models.map(({ name, model }) => {
      const pages = layOutPages(noticeDocument(model), LIBRE_OFFICE)
      return {
        name,
        model,
        office: pagesOf(pdfs[`${name}.docx`] ?? new Uint8Array()).map((page) =>
          page.filter((line) => !PAGE_NUMBER.test(line)).map(squeezed),
        ),
        own: pages.map(({ lines }) =>
          lines.map(({ set }) => squeezed(set.pieces.map(({ text }) => text).join(''))).filter((line) => line !== ''),
        ),
        headingPages: pagesOfLines(pages),
      }
    })
  })

  test('begin each page within a line of where LibreOffice begins it, and mostly with the same words', () => {
    let [pages, same, within] = [0, 0, 0]
    for (const { name, office, own } of all) {
      expect(own.length, name).toBe(office.length)
      const starts = own.flatMap((lines) => lines.map((line) => line.length))
      const ends = starts.map((_, i) => starts.slice(0, i + 1).reduce((sum, length) => sum + length, 0))
      const firsts = own.map((_, p) => own.slice(0, p).reduce((sum, lines) => sum + lines.length, 0))
      let read = 0
      for (const [p, lines] of office.entries()) {
        const at = ends.findIndex((end) => end > read)
        pages += 1
        same += lines[0] === own[p]?.[0] ? 1 : 0
        within += Math.abs(at - (firsts[p] ?? Number.NaN)) <= 1 ? 1 : 0
        read += lines.join('').length
      }
    }
    process.stdout.write(`pages ${pages}: same first line ${same}, within a line ${within}\n`)
    expect(within / pages).toBeGreaterThanOrEqual(0.99)
    expect(same / pages).toBeGreaterThanOrEqual(0.95)
  })

  test('tell the page of 99 % of the headings at least', () => {
    let [headings, right] = [0, 0]
    for (const { model, office, headingPages } of all) {
      const pages = office.map((lines) => lines.join(''))
      let from = 0
      for (const [i, line] of model.lines.entries()) {
        if (line.kind === 'paragraph') continue
        const words = squeezed(line.kind === 'heading' ? line.text : line.heading).slice(0, 12)
        const page = pages.findIndex((text, p) => p >= from && text.includes(words))
        // A heading that the end of a page parts is found on neither.
        if (page === -1) continue
        from = page
        headings += 1
        right += headingPages.get(i) === page + 1 ? 1 : 0
      }
    }
    process.stdout.write(`headings ${headings}: on the page that is told ${right}\n`)
    // The published texts have most of them.
    expect(headings).toBeGreaterThan(SEEDS.size > 0 ? 300 : 150)
    expect(right / headings).toBeGreaterThanOrEqual(0.99)
  })
})
