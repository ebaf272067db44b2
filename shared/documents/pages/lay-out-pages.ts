import { assertNever } from '../../base/result.ts'
import { emWidth } from '../../base/text.ts'
import type { DocumentBlock, DocumentContents, DocumentParagraph, PaperDocument } from '../paper-document.ts'
import { signatureIndents } from '../signature-indents.ts'
import { type LaidPage, pagesOfLines } from './laid-page.ts'
import type { LatinMeasure } from './latin-measure.ts'
import { layForm } from './lay-form.ts'
import { layImprint, layRedHead } from './lay-head.ts'
import { layTable } from './lay-table.ts'
import { type LayoutCache, newLayoutCache, newSetter, type Setter } from './layout-cache.ts'
import { newPageMaker, type PageMaker } from './page-maker.ts'
import { LOOKS, type ParagraphLook } from './paragraph-looks.ts'

/**
 * [Note: Pages without Word] Lays a notice out on paper as Word does in the format of GB/T 9704-2012: 22 lines of 28 characters, breaks of
 * lines and pages computed here, so that the page view, the PDF, the contents of the Word file and the editor's page breaks are one answer.
 * With a cache that is kept, retyping a paragraph breaks only that paragraph again.
 */
export const layOutPages = (
  document: PaperDocument,
  measure: LatinMeasure,
  cache: LayoutCache = newLayoutCache(),
): readonly LaidPage[] => {
  const setter = newSetter(cache, measure)
  const maker = newPageMaker(cache.pages)
  const entries: EntryPlace[] = []
  const indents = rightIndents(document)
  for (const { direction, blocks } of document.sections) {
    maker.begin(direction)
    for (const [b, block] of blocks.entries()) {
      switch (block.kind) {
        case 'paragraph':
          layParagraph(block, blocks, b, maker, setter, indents)
          break
        case 'red-head':
          layRedHead(block, maker, setter, measure)
          break
        case 'table':
          layTable(block, maker, setter)
          break
        case 'form':
          layForm(block, maker, setter)
          break
        case 'contents':
          layContents(block, maker, setter, entries)
          break
        default:
          assertNever(block)
      }
    }
  }
  if (maker.pages.length === 0) maker.begin('portrait')
  if (document.imprint) layImprint(document.imprint, maker, setter)
  maker.end()
  cache.pages = entries.length === 0 ? maker.pages : withPageNumbers(maker.pages, entries)
  return cache.pages
}

type RightIndents = ReadonlyMap<DocumentParagraph['style'], (paragraph: DocumentParagraph) => number>

const textOf = ({ runs }: DocumentParagraph): string => runs.map(({ text }) => text).join('')

/**
 * Right indents of signature and date in ems. With a seal each signature stands over the middle of the date, without one all are indented
 * as the longest is.
 */
const rightIndents = (document: PaperDocument): RightIndents => {
  const paragraphs = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block : [])),
  )
  const textsOf = (style: DocumentParagraph['style']) => paragraphs.filter((p) => p.style === style).map(textOf)
  const longest = textsOf('signature').reduce((a, b) => (emWidth(b) > emWidth(a) ? b : a), '')
  const date = textsOf('date').at(-1) ?? ''
  const indentsOf = (signature: string) => signatureIndents(document.sealed ? signature : longest, date, document.sealed)
  return new Map([
    ['signature', (paragraph: DocumentParagraph) => indentsOf(textOf(paragraph)).signature],
    ['date', () => indentsOf(longest).date],
  ])
}

const setOf = (paragraph: DocumentParagraph, maker: PageMaker, setter: Setter, indents: RightIndents) =>
  setter.paragraph(paragraph, maker.width(), indents.get(paragraph.style)?.(paragraph) ?? 0)

const layParagraph = (
  paragraph: DocumentParagraph,
  blocks: readonly DocumentBlock[],
  at: number,
  maker: PageMaker,
  setter: Setter,
  indents: RightIndents,
): void => {
  const { lines, lefts } = setOf(paragraph, maker, setter, indents)
  const { keepNext, line } = paragraph
  for (const [i, set] of lines.entries()) {
    const isKept = keepNext && i === lines.length - 1
    const below = isKept ? heightKept(blocks, at + 1, maker, setter, indents) : 0
    if (!maker.fits(set.height + below) && !maker.isEmpty() && (!isKept || set.height + below <= maker.height())) maker.newPage()
    // A chain that is longer than a page is broken where the page ends.
    else if (!maker.fits(set.height) && !maker.isEmpty()) maker.newPage()
    maker.line(set, lefts[i] ?? 0, line)
  }
}

/** What must stand on the page of a line that is kept with the next: that paragraph's first line, and what it is kept with itself. */
const heightKept = (
  blocks: readonly DocumentBlock[],
  at: number,
  maker: PageMaker,
  setter: Setter,
  indents: RightIndents,
): number => {
  const block = blocks[at]
  if (block?.kind !== 'paragraph') return 0
  const { lines } = setOf(block, maker, setter, indents)
  const first = lines[0]?.height ?? 0
  return first + (block.keepNext && lines.length === 1 ? heightKept(blocks, at + 1, maker, setter, indents) : 0)
}

/** The last line of an entry of the contents, whose page is known when all is laid. */
interface EntryPlace {
  readonly page: number
  readonly index: number
  readonly line: number
}

/** Room for the page number and some dots before it, in ems. */
const ENTRY_RESERVE = 3

const layContents = (contents: DocumentContents, maker: PageMaker, setter: Setter, entries: EntryPlace[]): void => {
  for (const { level, text, line } of contents.entries) {
    const look: ParagraphLook = { ...LOOKS['body-left'], firstIndent: 0, indent: level - 1 }
    const { lines, lefts } = setter.text(text, `entry-${level}`, look, maker.width(), ENTRY_RESERVE)
    for (const [i, set] of lines.entries()) {
      if (!maker.fits(set.height) && !maker.isEmpty()) maker.newPage()
      maker.line(set, lefts[i] ?? 0, null)
    }
    const page = maker.pages.length - 1
    entries.push({ page, index: (maker.pages[page]?.lines.length ?? 0) - 1, line })
  }
}

/** The room kept for a number does not hang on the number: one layout is enough, and the numbers are those of the pages as they lie. */
const withPageNumbers = (pages: readonly LaidPage[], entries: readonly EntryPlace[]): readonly LaidPage[] => {
  const numbers = pagesOfLines(pages)
  const changed = new Map<number, Map<number, string>>()
  for (const { page, index, line } of entries) {
    const ofPage = changed.get(page) ?? new Map<number, string>()
    ofPage.set(index, String(numbers.get(line) ?? ''))
    changed.set(page, ofPage)
  }
  return pages.map((page, p) => {
    const ofPage = changed.get(p)
    if (!ofPage) return page
    const lines = page.lines.map((placed, i) => {
      const pageNumber = ofPage.get(i)
      return pageNumber === undefined ? placed : { ...placed, pageNumber }
    })
    return { ...page, lines }
  })
}
