import type { ParagraphStyle } from '../paper-document.ts'
import { PAGE } from '../render/notice-layout.ts'
import type { LineFont, SetLine } from './laid-page.ts'

/** 3 号, 2 号 and 4 号 type. */
export const BODY_SIZE = 320
export const TITLE_SIZE = 440
export const SMALL_SIZE = 280
/** 小四, as in the cells of a form. */
export const FORM_LINE_SIZE = 240
/** The title stands off the grid, on lines of 32 pt. */
export const TITLE_LINE = 640

/** How the paragraphs of a style are set. Indents are ems of the text block. */
export interface ParagraphLook {
  readonly font: LineFont
  readonly size: number
  readonly height: number
  readonly align: SetLine['align']
  readonly firstIndent: number
  readonly indent: number
  /** Is its type set on the character grid? */
  readonly isOnGrid: boolean
}

const BODY: ParagraphLook = {
  font: 'body',
  size: BODY_SIZE,
  height: PAGE.linePitch,
  align: 'justify',
  firstIndent: 2,
  indent: 0,
  isOnGrid: true,
}
const FLUSH: ParagraphLook = { ...BODY, firstIndent: 0 }
const TITLE: ParagraphLook = {
  ...FLUSH,
  font: 'title',
  size: TITLE_SIZE,
  height: TITLE_LINE,
  align: 'center',
  isOnGrid: false,
}

export const LOOKS: Readonly<Record<ParagraphStyle, ParagraphLook>> = {
  'copy-number': { ...FLUSH, align: 'left' },
  secrecy: { ...FLUSH, font: 'heading-1', align: 'left' },
  urgency: { ...FLUSH, font: 'heading-1', align: 'left' },
  head: { ...FLUSH, align: 'center' },
  title: TITLE,
  addressee: FLUSH,
  body: BODY,
  'body-left': { ...BODY, align: 'left' },
  'heading-1': { ...BODY, font: 'heading-1' },
  'heading-2': { ...BODY, font: 'heading-2' },
  'heading-3': { ...BODY, font: 'heading-3' },
  'heading-4': BODY,
  blank: FLUSH,
  'attachment-list': BODY,
  signature: { ...FLUSH, align: 'right' },
  date: { ...FLUSH, align: 'right' },
  annotation: BODY,
  'attachment-mark': { ...FLUSH, font: 'heading-1', align: 'left' },
  'attachment-title': TITLE,
  'toc-title': TITLE,
  'form-line': { ...FLUSH, size: FORM_LINE_SIZE, isOnGrid: false },
}

/** The font of the heading part of a paragraph. */
export const HEADING_FONTS: Readonly<Record<1 | 2 | 3 | 4, LineFont>> = {
  1: 'heading-1',
  2: 'heading-2',
  3: 'heading-3',
  4: 'body',
}
