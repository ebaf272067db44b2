import type { DocumentTable } from '../paper-document.ts'
import type { SetLine } from './laid-page.ts'
import type { Setter } from './layout-cache.ts'
import type { PageMaker } from './page-maker.ts'
import { LOOKS, type ParagraphLook } from './paragraph-looks.ts'

/** 小四 in cells, on lines of 18 pt. */
export const CELL = { size: 240, line: 360, side: 108, above: 40 } as const
const BORDER = 10

/** How the words of cells are set, and their heads. */
export const CELL_LOOK: ParagraphLook = {
  ...LOOKS['body-left'],
  size: CELL.size,
  height: CELL.line,
  firstIndent: 0,
  isOnGrid: false,
}
export const HEAD_LOOK: ParagraphLook = { ...CELL_LOOK, font: 'heading-1', align: 'center' }

interface Column {
  readonly left: number
  readonly width: number
  readonly look: ParagraphLook
  readonly head: readonly SetLine[]
}

/** A cell that reaches over several rows, while they are laid. */
interface Reaching {
  lines: readonly SetLine[]
  /** Where it begins on this page. */
  top: number
  readonly lastRow: number
}

/**
 * Lays a table: the heading row stands on every page, a row that does not fit goes on behind the page's end line by line, and so does a
 * cell that reaches over several rows.
 */
export const layTable = (table: DocumentTable, maker: PageMaker, setter: Setter): void => {
  const columns = columnsOf(table, maker.width(), setter)
  const reaching = new Map<number, Reaching>()
  let top = 0

  const putLines = (lines: readonly SetLine[], column: Column, from: number): void => {
    let at = from + CELL.above
    for (const set of lines) {
      maker.lineAt({ left: column.left + CELL.side, top: at, set, line: null })
      at += set.height
    }
  }
  const borderBelow = (column: Column): void =>
    maker.rule({ left: column.left, top: maker.y(), width: column.width + BORDER, height: BORDER, colour: 'black' })
  const begin = (): void => {
    top = maker.y()
    for (const column of columns) {
      borderBelow(column)
      putLines(column.head, column, top)
    }
    maker.advance(heightOf(Math.max(...columns.map(({ head }) => head.length))))
    for (const column of columns) borderBelow(column)
    for (const cell of reaching.values()) cell.top = maker.y()
  }
  /** Draws what a reaching cell holds down to here. */
  const putReaching = (c: number, cell: Reaching): void => {
    const column = columns[c]
    if (!column) return
    const room = Math.floor((maker.y() - cell.top - 2 * CELL.above) / CELL.line)
    putLines(cell.lines.slice(0, room), column, cell.top)
    cell.lines = cell.lines.slice(room)
    cell.top = maker.y()
  }
  const sides = (): void => {
    const height = maker.y() - top
    for (const { left } of columns) maker.rule({ left, top, width: BORDER, height, colour: 'black' })
    const last = columns.at(-1)
    if (last) maker.rule({ left: last.left + last.width, top, width: BORDER, height: height + BORDER, colour: 'black' })
  }
  const breakPage = (): void => {
    for (const [c, cell] of reaching) {
      putReaching(c, cell)
      const column = columns[c]
      if (column) borderBelow(column)
    }
    sides()
    maker.newPage()
    begin()
  }

  const headHeight = heightOf(Math.max(...columns.map(({ head }) => head.length)))
  if (!maker.fits(headHeight + heightOf(1)) && !maker.isEmpty()) maker.newPage()
  begin()
  for (const [r, row] of table.rows.entries()) {
    const own: { readonly column: Column; lines: readonly SetLine[] }[] = []
    for (const [c, column] of columns.entries()) {
      const cell = row[c] ?? null
      if (cell === null) {
        if (!reaching.has(c)) own.push({ column, lines: [] })
        continue
      }
      const { lines } = setter.text(cell.text, 'cell', column.look, column.width - 2 * CELL.side)
      if (cell.span > 1) reaching.set(c, { lines, top: maker.y(), lastRow: r + cell.span - 1 })
      else own.push({ column, lines })
    }
    for (;;) {
      const ending = [...reaching].filter(([, cell]) => cell.lastRow === r || r === table.rows.length - 1)
      const ownHeight = heightOf(Math.max(1, ...own.map(({ lines }) => lines.length)))
      const endHeight = Math.max(0, ...ending.map(([, cell]) => heightOf(cell.lines.length) - (maker.y() - cell.top)))
      if (maker.fits(Math.max(ownHeight, endHeight))) {
        for (const { column, lines } of own) putLines(lines, column, maker.y())
        maker.advance(Math.max(ownHeight, endHeight))
        for (const { column } of own) borderBelow(column)
        for (const [c, cell] of ending) {
          putReaching(c, cell)
          const column = columns[c]
          if (column) borderBelow(column)
          reaching.delete(c)
        }
        break
      }
      const isAtTop = maker.y() - top <= headHeight
      const room = Math.floor((maker.height() - maker.y() - 2 * CELL.above) / CELL.line)
      const count = isAtTop ? Math.max(1, room) : room
      if (count >= 1) {
        for (const cell of own) {
          putLines(cell.lines.slice(0, count), cell.column, maker.y())
          cell.lines = cell.lines.slice(count)
        }
        maker.advance(heightOf(count))
        for (const { column } of own) borderBelow(column)
      }
      breakPage()
    }
  }
  sides()
}

const heightOf = (lines: number): number => lines * CELL.line + 2 * CELL.above

const columnsOf = (table: DocumentTable, width: number, setter: Setter): readonly Column[] => {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  let left = 0
  return table.columns.map((column) => {
    const own = Math.round((column.width / total) * (width - BORDER))
    const laid: Column = {
      left,
      width: own,
      look: { ...CELL_LOOK, align: column.align },
      head: setter.text(column.title, 'cell-head', HEAD_LOOK, own - 2 * CELL.side).lines,
    }
    left += own
    return laid
  })
}
