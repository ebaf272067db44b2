import { edgesOf } from '../form-grid.ts'
import type { DocumentForm, FormCell } from '../paper-document.ts'
import type { SetLine } from './laid-page.ts'
import { CELL, CELL_LOOK, HEAD_LOOK } from './lay-table.ts'
import type { Setter } from './layout-cache.ts'
import type { PageMaker } from './page-maker.ts'
import type { ParagraphLook } from './paragraph-looks.ts'

const BORDER = 10

/** A cell in its place across the page, with what is not yet laid of it. */
interface LaidCell {
  readonly left: number
  readonly width: number
  readonly cell: FormCell
  lines: readonly SetLine[]
  readonly sign: readonly SetLine[]
}

/** A cell that reaches down over several rows, while they are laid. */
interface ReachingCell extends LaidCell {
  top: number
  readonly columns: readonly number[]
  readonly lastRow: number
}

const LOOKS_OF: Readonly<Record<FormCell['role'], ParagraphLook>> = {
  label: HEAD_LOOK,
  words: CELL_LOOK,
  mark: { ...CELL_LOOK, align: 'center' },
}
const SIGN_LOOK: ParagraphLook = { ...CELL_LOOK, align: 'right' }

/** Lays a form: a row with a place to sign stays whole, any other goes on behind the page's end line by line. */
export const layForm = (form: DocumentForm, maker: PageMaker, setter: Setter): void => {
  const edges = edgesOf(form, maker.width() - BORDER)
  let reaching: readonly ReachingCell[] = []

  const frame = ({ left, width }: LaidCell, top: number, height: number): void => {
    maker.rule({ left, top, width: width + BORDER, height: BORDER, colour: 'black' })
    maker.rule({ left, top: top + height, width: width + BORDER, height: BORDER, colour: 'black' })
    maker.rule({ left, top, width: BORDER, height: height + BORDER, colour: 'black' })
    maker.rule({ left: left + width, top, width: BORDER, height: height + BORDER, colour: 'black' })
  }
  const put = (cell: LaidCell, lines: readonly SetLine[], top: number): void => {
    let at = top
    for (const set of lines) {
      maker.lineAt({ left: cell.left + CELL.side, top: at, set, line: null })
      at += set.height
    }
  }
  /** Words stand in the middle of their cell, unless there is a place to sign below them. */
  const fill = (cell: LaidCell, lines: readonly SetLine[], top: number, height: number, isSigned: boolean): void => {
    frame(cell, top, height)
    const room = height - 2 * CELL.above - lines.length * CELL.line
    put(cell, lines, top + CELL.above + (cell.cell.sign === '' ? Math.max(0, Math.floor(room / 2)) : 0))
    if (isSigned) put(cell, cell.sign, top + height - CELL.above - cell.sign.length * CELL.line)
  }
  const closeReaching = (cells: readonly ReachingCell[]): void => {
    for (const cell of cells) {
      fill(cell, cell.lines, cell.top, maker.y() - cell.top, true)
      cell.lines = []
    }
  }
  const breakPage = (): void => {
    closeReaching(reaching)
    maker.newPage()
    for (const cell of reaching) cell.top = 0
  }

  for (const [r, row] of form.rows.entries()) {
    const taken = new Set(reaching.flatMap(({ columns }) => columns))
    const own: LaidCell[] = []
    let column = 0
    for (const cell of row.cells) {
      while (taken.has(column)) column += 1
      const [left = 0, right = left] = [edges[column], edges[column + cell.across]]
      const width = right - left
      const set = (text: string, name: string, look: ParagraphLook): readonly SetLine[] =>
        text === '' ? [] : setter.text(text, name, look, width - 2 * CELL.side).lines
      const laid: LaidCell = {
        left,
        width,
        cell,
        lines: set(cell.text, `form-${cell.role}`, LOOKS_OF[cell.role]),
        sign: set(cell.sign, 'form-sign', SIGN_LOOK),
      }
      const columns = Array.from({ length: cell.across }, (_, i) => column + i)
      if (cell.down > 1) reaching = [...reaching, { ...laid, top: maker.y(), columns, lastRow: r + cell.down - 1 }]
      else own.push(laid)
      column += cell.across
    }
    const canBreak = own.every(({ sign }) => sign.length === 0)
    let least = row.lines
    for (;;) {
      const ending = reaching.filter(({ lastRow }) => lastRow === r)
      const needed = Math.max(least, 1, ...own.map(({ lines, sign }) => lines.length + sign.length))
      const left = Math.max(0, ...ending.map((cell) => heightOf(cell.lines.length + cell.sign.length) - (maker.y() - cell.top)))
      const height = Math.max(heightOf(needed), left)
      if (maker.fits(height) || (maker.isEmpty() && !own.some(({ lines }) => lines.length > 1))) {
        for (const cell of own) fill(cell, cell.lines, maker.y(), height, true)
        maker.advance(height)
        closeReaching(ending)
        reaching = reaching.filter(({ lastRow }) => lastRow !== r)
        break
      }
      const room = Math.floor((maker.height() - maker.y() - 2 * CELL.above) / CELL.line)
      // A row that would not fit on an empty page either is broken whatever it holds.
      if ((canBreak || maker.isEmpty()) && room >= 2) {
        const part = heightOf(room)
        for (const cell of own) {
          fill(cell, cell.lines.slice(0, room), maker.y(), part, false)
          cell.lines = cell.lines.slice(room)
        }
        maker.advance(part)
        least = 0
      }
      breakPage()
    }
  }
}

const heightOf = (lines: number): number => lines * CELL.line + 2 * CELL.above
