import {
  BorderStyle,
  HeightRule,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { emWidth } from '../../base/text.ts'
import type { DocumentImprint, DocumentRedHead, DocumentSection, DocumentTable } from '../paper-document.ts'
import { PAGE } from './notice-layout.ts'
import { run } from './notice-runs.ts'
import { STYLE } from './notice-styles.ts'

const UPRIGHT_WIDTH = PAGE.width - PAGE.left - PAGE.right
const TURNED_WIDTH = PAGE.height - PAGE.top - PAGE.bottom

/** Width of the text block of a page, in twips. */
export const textWidth = (direction: DocumentSection['direction']): number =>
  direction === 'portrait' ? UPRIGHT_WIDTH : TURNED_WIDTH

/** 小初 (half-points) unless the mark is too long for one line. */
const MARK_SIZE = 72

/** 版头: the mark, 发文字号 two lines below (with 签发人 at the right of a document that goes up), the red line as its lower border. */
export const redHeadParagraphs = ({ issuerMark, documentNumber, signer }: DocumentRedHead): readonly Paragraph[] => {
  const size = Math.min(MARK_SIZE, Math.floor((UPRIGHT_WIDTH / 10 / Math.max(1, emWidth(issuerMark))) * 2) / 2)
  const tab = (): TextRun => new TextRun({ children: [new Tab()] })
  const number = signer === '' ? [run(documentNumber)] : [tab(), run(documentNumber), tab(), ...signerRuns(signer)]
  return [
    new Paragraph({ style: STYLE.issuerMark, children: issuerMark === '' ? [] : [run(issuerMark, { size })] }),
    new Paragraph({ style: STYLE.blank }),
    new Paragraph({ style: STYLE.blank }),
    new Paragraph({ style: signer === '' ? STYLE.documentNumber : STYLE.documentNumberLeft, children: number }),
  ]
}

/** 签发人 in 仿宋, the name in 楷体 (7.2.6). */
const signerRuns = (signer: string): readonly TextRun[] => {
  const behindColon = signer.indexOf('：') + 1
  return [run(signer.slice(0, behindColon)), run(signer.slice(behindColon), { style: STYLE.signerName })]
}

export const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** An attachment as a table: its heading row stands on every page; rows may go on over a page's end. */
export const tableOf = ({ columns, rows }: DocumentTable, direction: DocumentSection['direction']): Table => {
  const room = textWidth(direction)
  const sum = columns.reduce((all, { width }) => all + width, 0)
  const widths = columns.map(({ width }) => Math.floor((room * width) / sum))
  const cell = (text: string, c: number, style: string, rowSpan = 1): TableCell =>
    new TableCell({
      width: { size: widths[c] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(rowSpan > 1 ? { rowSpan } : {}),
      children: text.split('\n').map((line) => new Paragraph({ style, children: line === '' ? [] : [run(line)] })),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, c) => cell(title, c, STYLE.cellHead)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            children: row.flatMap((own, c) =>
              own === null ? [] : [cell(own.text, c, columns[c]?.align === 'center' ? STYLE.cellCentre : STYLE.cell, own.span)],
            ),
          }),
      ),
    ],
  })
}

/** Eighths of a point: 0.35 mm and 0.25 mm. */
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

/** 版记 at the foot of the page it ends on (7.4): a table that hangs on the lower edge of the text block. */
export const imprintTable = (
  { copyTo, printedBy, printedOn }: DocumentImprint,
  isBehindTable: boolean,
): readonly (Paragraph | Table)[] => {
  const row = (paragraph: Paragraph, isFirst: boolean, isLast: boolean): TableRow =>
    new TableRow({
      height: { value: PAGE.linePitch, rule: HeightRule.ATLEAST },
      children: [
        new TableCell({
          width: { size: UPRIGHT_WIDTH, type: WidthType.DXA },
          borders: { top: isFirst ? STRONG : THIN, bottom: isLast ? STRONG : THIN, left: NONE, right: NONE },
          children: [paragraph],
        }),
      ],
    })
  const by = new Paragraph({
    style: STYLE.imprint,
    children: [run(printedBy), new TextRun({ children: [new Tab()] }), run(printedOn)],
  })
  const rows =
    copyTo === ''
      ? [row(by, true, true)]
      : [row(new Paragraph({ style: STYLE.imprintCopy, children: [run(copyTo)] }), true, false), row(by, false, true)]
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: UPRIGHT_WIDTH, type: WidthType.DXA },
    columnWidths: [UPRIGHT_WIDTH],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows,
  })
  // A table is anchored to the paragraph behind it, which takes as little room as Word knows.
  const anchor = () => new Paragraph({ style: STYLE.anchor })
  // Two tables without anything between them would be one.
  return [...(isBehindTable ? [anchor()] : []), table, anchor()]
}
