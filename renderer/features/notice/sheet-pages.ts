import type { Node } from 'prosemirror-model'
import type { DocumentParagraph, DocumentRun, NoticeDocument, ParagraphStyle } from '../../../shared/documents/notice-document.ts'
import { pageStarts } from '../../../shared/documents/pages/laid-page.ts'
import { TIMES_IN_WORD } from '../../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../../shared/documents/pages/lay-out-pages.ts'
import type { LayoutCache } from '../../../shared/documents/pages/layout-cache.ts'
import { titleLines } from '../../../shared/documents/title-lines.ts'
import { type LineText, lineText } from './editor/found-words.ts'
import type { PageStart } from './editor/sheet-marks.ts'

/**
 * Where the pages of the sheet begin, as the words stand there now. With the cache of the last time only what was retyped is broken into
 * lines again. What an edition leaves out is counted like what it prints: these are the pages of what is seen.
 */
export const sheetPages = (doc: Node, cache: LayoutCache): readonly PageStart[] => {
  const texts: LineText[] = []
  const headings: number[] = []
  const blocks: DocumentParagraph[] = []
  doc.forEach((line, pos, index) => {
    const whole = lineText(line, pos)
    const parts = line.content.content.filter((part) => part.attrs['of'] === 'heading')
    const heading = lineText(line.type.create(line.attrs, parts), pos).text
    texts.push(whole)
    headings.push(heading.length)
    blocks.push(...paragraphsFor(line, whole.text, heading.length, index, doc))
  })
  const pages = layOutPages(sheetDocument(blocks), TIMES_IN_WORD, cache)
  return pageStarts(pages).flatMap(({ page, line, of, offset }): readonly PageStart[] => {
    const place = texts[line]?.places[offset + (of === 'text' ? (headings[line] ?? 0) : 0)]
    return page === 1 || place === undefined ? [] : [{ page, pos: place.pos }]
  })
}

const sheetDocument = (blocks: readonly DocumentParagraph[]): NoticeDocument => ({
  title: '',
  creator: '',
  sections: [{ direction: 'portrait', blocks }],
  imprint: null,
  sealed: false,
})

const paragraphsFor = (
  { attrs }: Node,
  text: string,
  headingLength: number,
  index: number,
  doc: Node,
): readonly DocumentParagraph[] => {
  const { kind, level } = attrs as { readonly kind: string; readonly level: number }
  const paragraph = (style: ParagraphStyle, runs: readonly DocumentRun[], keepNext = false): DocumentParagraph => ({
    kind: 'paragraph',
    style,
    runs,
    keepNext,
    line: index,
  })
  const blank = (keepNext = false): DocumentParagraph => ({ ...paragraph('blank', [], keepNext), line: null })
  const before = index === 0 ? null : (doc.child(index - 1).attrs['kind'] as string)
  switch (kind) {
    case 'title':
      return [paragraph('title', [{ text: titleLines(text).join('\n') }]), blank()]
    case 'heading':
      return [paragraph(`heading-${headingLevel(level)}`, [{ text }])]
    case 'run-in':
      return [
        paragraph('body', [
          { text: text.slice(0, headingLength), headingLevel: headingLevel(level) },
          { text: text.slice(headingLength) },
        ]),
      ]
    case 'signature':
      return [...(before === 'signature' ? [] : [blank(true)]), paragraph('signature', [{ text }], true)]
    case 'date':
      return [...(before === 'signature' ? [] : [blank(true)]), paragraph('date', [{ text }])]
    case 'annotation':
      return [blank(), paragraph('annotation', [{ text }])]
    case 'head':
      return [paragraph('head', [{ text }])]
    default:
      return [paragraph('body', [{ text }])]
  }
}

const headingLevel = (level: number): 1 | 2 | 3 | 4 => (level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4)
