import type { Node } from 'prosemirror-model'
import { printedDocument } from '../../../shared/documents/build-document.ts'
import { pageStarts } from '../../../shared/documents/pages/laid-page.ts'
import { TIMES_IN_WORD } from '../../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../../shared/documents/pages/lay-out-pages.ts'
import type { LayoutCache } from '../../../shared/documents/pages/layout-cache.ts'
import type { DocumentBlock, PaperDocument, ParagraphStyle } from '../../../shared/documents/paper-document.ts'
import type { NoticeLine } from '../../../shared/notice/model.ts'
import type { SheetLine } from '../../../shared/notice/sheet.ts'
import { type LineText, lineText } from './editor/found-words.ts'
import type { PageStart } from './editor/sheet-marks.ts'

/**
 * Where the pages of the sheet begin, as the words stand there now. With the cache of the last time only what was retyped is broken into
 * lines again. What an edition leaves out is counted like what it prints: these are the pages of what is seen.
 */
export const sheetPages = (doc: Node, cache: LayoutCache): readonly PageStart[] => {
  const lines: ReadLine[] = []
  doc.forEach((line, pos) => {
    lines.push(readLine(line, pos))
  })
  const { document, printed } = sheetDocument(lines)
  return pageStarts(layOutPages(document, TIMES_IN_WORD, cache)).flatMap(({ page, line, of, offset }): readonly PageStart[] => {
    const read = printed[line]
    // Only the text of a run-in line begins behind its heading; a heading alone on its line is all there is.
    const place = read?.places[offset + (of === 'text' && read.kind === 'run-in' ? read.headingLength : 0)]
    return page === 1 || place === undefined ? [] : [{ page, pos: place.pos }]
  })
}

/** A line of the sheet with its words as they are read. */
interface ReadLine extends LineText {
  readonly kind: SheetLine['kind']
  readonly level: number
  readonly headingLength: number
}

const readLine = (line: Node, pos: number): ReadLine => {
  const { kind, level } = line.attrs as Pick<SheetLine, 'kind' | 'level'>
  const { text, places } = lineText(line, pos)
  const parts = line.content.content.filter((part) => part.attrs['of'] === 'heading')
  const isHeading = parts.length === line.childCount
  const heading = parts.length === 0 ? '' : isHeading ? text : lineText(line.type.create(line.attrs, parts), pos).text
  return { kind, level, text, places, headingLength: heading.length }
}

/** What stands around the text: a kind of line, and the style it is printed in. */
type AroundText = SheetLine['kind'] & ParagraphStyle

/** The sheet as it is printed. Its paragraphs count the lines in `printed`: first those of the text, then those around it. */
const sheetDocument = (
  lines: readonly ReadLine[],
): { readonly document: PaperDocument; readonly printed: readonly ReadLine[] } => {
  const around: Record<AroundText, ReadLine[]> = { head: [], title: [], signature: [], date: [], annotation: [] }
  const printed: ReadLine[] = []
  const text: NoticeLine[] = []
  for (const line of lines) {
    const own = noticeLine(line)
    if (own === null) around[line.kind as AroundText].push(line)
    else {
      printed.push(line)
      text.push(own)
    }
  }
  const wordsOf = (kind: AroundText) => around[kind].map((line) => line.text)
  const { sections, ...document } = printedDocument({
    head: wordsOf('head'),
    title: wordsOf('title')[0] ?? null,
    lines: text,
    signature: around.signature.length === 0 ? null : wordsOf('signature').join('\n'),
    date: wordsOf('date')[0] ?? '',
    annotations: wordsOf('annotation'),
  })
  const counted = (block: DocumentBlock): DocumentBlock => {
    if (block.kind !== 'paragraph' || block.line !== null) return block
    const line = around[block.style as AroundText]?.shift()
    return line === undefined ? block : { ...block, line: printed.push(line) - 1 }
  }
  const blocks = sections.map((section) => ({ ...section, blocks: section.blocks.map(counted) }))
  return { document: { ...document, sections: blocks }, printed }
}

/** Null for a line that stands around the text. */
const noticeLine = ({ kind, level, text, headingLength }: ReadLine): NoticeLine | null => {
  switch (kind) {
    case 'heading':
      return { kind, level, text }
    case 'run-in':
      return { kind, level, heading: text.slice(0, headingLength), text: text.slice(headingLength) }
    case 'paragraph':
      return { kind, text }
    default:
      return null
  }
}
