import {
  BorderStyle,
  Footer,
  HeightRule,
  PageNumber,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { PAGE, SIZE } from './notice-layout.ts'
import { STYLE } from './notice-styles.ts'

const number = (style: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }

/** 7 mm between the text block and the dash. */
const BESIDE_BLOCK = 397
const ROOM = 1_800

/**
 * — 1 — in 4 号 宋体 outside the text block, odd pages right and even pages left (7.5). On a page that lies on its side it keeps its place on
 * the sheet: it stands at the left edge of the turned page, low on odd pages and high on even ones, read from the side.
 */
export const pageFooters = (direction: 'portrait' | 'landscape') =>
  direction === 'portrait'
    ? { default: new Footer({ children: [number(STYLE.pageOdd)] }), even: new Footer({ children: [number(STYLE.pageEven)] }) }
    : {
        default: new Footer({
          children: [turned(PAGE.width - PAGE.right - ROOM - oneCharacter), new Paragraph({ style: STYLE.anchor })],
        }),
        even: new Footer({ children: [turned(PAGE.left + oneCharacter), new Paragraph({ style: STYLE.anchor })] }),
      }

const oneCharacter = SIZE.pageNumber * 10

const turned = (from: number): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: SIZE.pageNumber * 14, type: WidthType.DXA },
    columnWidths: [SIZE.pageNumber * 14],
    borders: BORDERS,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: PAGE.bottom - BESIDE_BLOCK - SIZE.pageNumber * 14,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: from,
    },
    rows: [
      new TableRow({
        height: { value: ROOM, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: SIZE.pageNumber * 14, type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 0, bottom: 0, left: 0, right: 0 },
            children: [number(STYLE.pageTurned)],
          }),
        ],
      }),
    ],
  })
