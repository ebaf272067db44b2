import { HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { emWidth } from '../../base/text.ts'
import { edgesOf } from '../form-grid.ts'
import { CELL } from '../pages/lay-table.ts'
import type { DocumentForm, DocumentSection, FormCell } from '../paper-document.ts'
import { LINE, textWidth } from './notice-blocks.ts'
import { run } from './notice-runs.ts'
import { STYLE } from './notice-styles.ts'

const STYLE_OF: Readonly<Record<FormCell['role'], string>> = {
  label: STYLE.cellHead,
  words: STYLE.cell,
  mark: STYLE.cellCentre,
}

/** A form as a table of Word, whose cells are one where they reach over several columns or rows. */
export const formOf = (form: DocumentForm, direction: DocumentSection['direction']): Table => {
  const edges = edgesOf(form, textWidth(direction))
  const widths = form.columns.map((_, i) => (edges[i + 1] ?? 0) - (edges[i] ?? 0))
  const taken = new Map<number, number>()
  const rows = form.rows.map(({ cells, lines }, r) => {
    let column = 0
    const children = cells.map((cell) => {
      while ((taken.get(column) ?? -1) >= r) column += 1
      const own = widths.slice(column, column + cell.across).reduce((sum, width) => sum + width, 0)
      for (let i = 0; i < cell.across; i += 1) taken.set(column + i, r + cell.down - 1)
      column += cell.across
      return cellOf(cell, own, lines)
    })
    return new TableRow({
      cantSplit: cells.some(({ sign, down }) => sign !== '' && down === 1),
      height: { value: lines * CELL.line + 2 * CELL.above, rule: HeightRule.ATLEAST },
      children,
    })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows,
  })
}

const cellOf = (cell: FormCell, width: number, lines: number): TableCell => {
  const { text, role, across, down, sign } = cell
  const paragraphs = (words: string, style: string): readonly Paragraph[] =>
    words.split('\n').map((line) => new Paragraph({ style, children: line === '' ? [] : [run(line)] }))
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: sign === '' ? VerticalAlign.CENTER : VerticalAlign.TOP,
    ...(across > 1 ? { columnSpan: across } : {}),
    ...(down > 1 ? { rowSpan: down } : {}),
    children:
      sign === ''
        ? paragraphs(text, STYLE_OF[role])
        : [
            ...paragraphs(text, STYLE_OF[role]),
            ...Array.from({ length: blanksBefore(cell, width, lines) }, () => new Paragraph({ style: STYLE.cell })),
            ...paragraphs(sign, STYLE.sign),
          ],
  })
}

/** Empty lines that bring the place to sign down to the foot of the cell: Word knows no other way to have words above and below. */
const blanksBefore = ({ text, sign }: FormCell, width: number, lines: number): number => {
  const characters = Math.max(1, Math.floor((width - 2 * CELL.side) / CELL.size))
  const linesIn = (words: string): number =>
    words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(emWidth(line) / characters)), 0)
  return Math.max(0, lines - linesIn(text) - linesIn(sign))
}
