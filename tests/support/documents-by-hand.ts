import type { DocumentBlock, DocumentParagraph, PaperDocument, ParagraphStyle } from '../../shared/documents/paper-document.ts'

export const aParagraph = (style: ParagraphStyle, text: string, more: Partial<DocumentParagraph> = {}): DocumentParagraph => ({
  kind: 'paragraph',
  style,
  runs: [{ text }],
  keepNext: false,
  line: null,
  ...more,
})

export const aDocument = (blocks: readonly DocumentBlock[], more: Partial<PaperDocument> = {}): PaperDocument => ({
  title: '',
  creator: '',
  sections: [{ direction: 'portrait', blocks }],
  imprint: null,
  sealed: false,
  ...more,
})
