import type { DocumentImprint, DocumentRedHead } from '../paper-document.ts'
import { PAGE } from '../render/notice-layout.ts'
import { widthOf } from './break-lines.ts'
import type { LatinMeasure } from './latin-measure.ts'
import type { Setter } from './layout-cache.ts'
import type { PageMaker } from './page-maker.ts'
import { BODY_SIZE, LOOKS, type ParagraphLook, SMALL_SIZE } from './paragraph-looks.ts'

const MILLIMETRE = 1440 / 25.4
/** The upper edge of 发文机关标志 below that of the text block (GB/T 9704-2012 7.2.4). */
const MARK_FROM_TOP = Math.round(35 * MILLIMETRE)
/** 小初 unless it is too long for one line. */
const MARK_SIZE = 720
/** The red line stands 4 mm below 发文字号; strong lines are 0.35 mm, thin ones 0.25 mm. */
const RED_LINE_BELOW = Math.round(4 * MILLIMETRE)
const STRONG = Math.round(0.35 * MILLIMETRE)
const THIN = Math.round(0.25 * MILLIMETRE)

/** 版头 from 发文机关标志 to the red line. */
export const layRedHead = (head: DocumentRedHead, maker: PageMaker, setter: Setter, measure: LatinMeasure): void => {
  if (maker.y() < MARK_FROM_TOP) maker.advance(MARK_FROM_TOP - maker.y())
  const ems = widthOf(head.issuerMark, 1, 0, measure)
  const size = Math.min(MARK_SIZE, Math.floor(maker.width() / Math.max(1, ems)))
  const look: ParagraphLook = {
    ...LOOKS.head,
    font: 'issuer-mark',
    size,
    height: Math.ceil(size * 1.2),
    isOnGrid: false,
  }
  const mark = setter.text(head.issuerMark, `mark-${size}`, look, maker.width())
  for (const [i, set] of mark.lines.entries()) maker.line(set, mark.lefts[i] ?? 0, null)
  if (head.documentNumber !== '' || head.signer !== '') {
    maker.advance(2 * PAGE.linePitch)
    layNumber(head, maker, setter)
  }
  maker.advance(RED_LINE_BELOW)
  maker.rule({ left: 0, top: maker.y(), width: maker.width(), height: STRONG, colour: 'red' })
  maker.advance(STRONG)
}

/** 发文字号 in the middle; on a document that goes up at the left, and 签发人 at the right, each one character in (7.2.6). */
const layNumber = (head: DocumentRedHead, maker: PageMaker, setter: Setter): void => {
  if (head.signer === '') {
    const [set] = setter.text(head.documentNumber, 'number', LOOKS.head, maker.width()).lines
    if (set) maker.line(set, 0, null)
    return
  }
  const room = maker.width() - 2 * BODY_SIZE
  const [number] = setter.text(head.documentNumber, 'number-left', { ...LOOKS.head, align: 'left' }, room).lines
  const [signer] = setter.text(head.signer, 'signer', { ...LOOKS.head, align: 'right' }, room).lines
  if (number) maker.lineAt({ left: BODY_SIZE, top: maker.y(), set: number, line: null })
  if (signer) maker.line(signer, BODY_SIZE, null)
}

const IMPRINT_LOOK: ParagraphLook = { ...LOOKS['body-left'], size: SMALL_SIZE, firstIndent: 0, isOnGrid: false }

/** 版记 at the foot of the last page, or of a page of its own where it does not fit (GB/T 9704-2012 7.4). */
export const layImprint = (imprint: DocumentImprint, maker: PageMaker, setter: Setter): void => {
  const room = maker.width() - 2 * SMALL_SIZE
  const copyTo = imprint.copyTo === '' ? [] : setter.text(imprint.copyTo, 'copy-to', IMPRINT_LOOK, room).lines
  const [by] = setter.text(imprint.printedBy, 'printed-by', IMPRINT_LOOK, room).lines
  const [on] = setter.text(imprint.printedOn, 'printed-on', { ...IMPRINT_LOOK, align: 'right' }, room).lines
  const height = (copyTo.length + 1) * PAGE.linePitch + 2 * STRONG + (copyTo.length > 0 ? THIN : 0)
  if (!maker.fits(height)) maker.newPage()
  maker.advance(maker.height() - height - maker.y())
  const rule = (thickness: number): void => {
    maker.rule({ left: 0, top: maker.y(), width: maker.width(), height: thickness, colour: 'black' })
    maker.advance(thickness)
  }
  rule(STRONG)
  for (const set of copyTo) maker.line(set, SMALL_SIZE, null)
  if (copyTo.length > 0) rule(THIN)
  if (by) maker.lineAt({ left: SMALL_SIZE, top: maker.y(), set: by, line: null })
  if (on) maker.line(on, SMALL_SIZE, null)
  rule(STRONG)
}
