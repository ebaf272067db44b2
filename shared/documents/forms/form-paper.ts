import { FORM_WORDS as WORDS } from '../../messages/forms.ts'
import type {
  DocumentBlock,
  DocumentParagraph,
  DocumentSection,
  DocumentTable,
  PaperDocument,
  ParagraphStyle,
} from '../paper-document.ts'
import { titleLines } from '../title-lines.ts'

/** A paragraph of one look. */
export const line = (style: ParagraphStyle, text: string, keepNext = false): DocumentParagraph => ({
  kind: 'paragraph',
  style,
  runs: text === '' ? [] : [{ text }],
  keepNext,
  line: null,
})

export const title = (text: string): readonly DocumentBlock[] => [line('title', titleLines(text).join('\n')), line('blank', '')]

/** The title of a form, close above it: room on the page is for what is filled in. */
export const formTitle = (text: string): DocumentBlock => line('title', titleLines(text).join('\n'))

/** A table whose columns are told by title and width; an empty one says so. */
export const table = (
  columns: readonly (readonly [title: string, width: number, align?: 'left' | 'center'])[],
  rows: readonly (readonly string[])[],
): DocumentTable => ({
  kind: 'table',
  columns: columns.map(([text, width, align = 'left']) => ({ title: text, width, align })),
  rows: (rows.length === 0 ? [columns.map((_, i) => (i === 1 ? WORDS.none : ''))] : rows).map((cells) =>
    cells.map((text) => ({ text, span: 1 })),
  ),
})

/** A paper of one section. */
export const paper = (
  name: string,
  creator: string,
  blocks: readonly DocumentBlock[],
  direction: DocumentSection['direction'] = 'portrait',
): PaperDocument => ({ title: name, creator, sections: [{ direction, blocks }], imprint: null, sealed: false })
