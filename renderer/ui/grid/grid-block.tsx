import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { memo } from 'react'
import { GRID_WORDS } from '../../messages/grid.ts'
import { GRID_ROWS, gridCell, gridRow, headingCell } from '../grid-roles.ts'
import { spanOf } from './cell-span.ts'
import type { GridColumn, GridDrawing, GridItem, GridRow } from './grid-items.ts'

interface GridBlockProps extends GridDrawing {
  readonly itemKey: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly frozen: number
  /** The column whose cells name their rows, or −1. */
  readonly rowHeader: number
  readonly isTotal: boolean
  /** The place of its first row among all rows of the grid, counted from 1 with the headings. */
  readonly rowIndex: number
  /** The cell the keys act on, or −1. */
  readonly focusRow: number
  readonly focusColumn: number
  /** The rows and columns selected here; `selectedTo` below `selectedFrom` for none. */
  readonly selectedFrom: number
  readonly selectedTo: number
  readonly left: number
  readonly right: number
  readonly isEditable: ((column: GridColumn) => boolean) | undefined
}

/** One item of a grid: its rows as one CSS grid, so that a cell can reach over several of them. */
export const GridBlock = memo((props: GridBlockProps) => {
  const { itemKey, rows, columns, frozen, rowHeader, isTotal, rowIndex, isEditable } = props
  return (
    <div className={isTotal ? 'list-group list-total' : 'list-group'} {...GRID_ROWS} data-problem={itemKey} data-item={itemKey}>
      {rows.map((row, r) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div {...gridRow(rowIndex + r)} className="list-row" key={r}>
          {columns.map((column, c) => {
            const text = row[c] ?? (r === 0 ? '' : null)
            if (text === null) return null
            const span = spanOf(rows, r, c)
            const isFocused = props.focusRow === r && props.focusColumn === c
            const isSelected = props.selectedFrom <= r + span - 1 && r <= props.selectedTo && props.left <= c && c <= props.right
            const cell = { key: itemKey, row: r, column, text }
            const isReadOnly = isTotal || (isEditable !== undefined && !isEditable(column))
            return (
              <div
                {...gridCell(c + 1, { rowHeader: c === rowHeader, selected: isSelected, readOnly: isReadOnly })}
                key={column.key}
                className={classOf(column, c, frozen, isFocused, isSelected, props.toneOf?.(cell))}
                style={{
                  gridColumn: c + 1,
                  gridRow: `${r + 1} / span ${span}`,
                  ...(c < frozen ? { left: `var(--frozen-${c})` } : {}),
                }}
                {...(span > 1 ? { 'aria-rowspan': span } : {})}
                data-cell={`${r}/${c}`}
                data-column={column.key}
              >
                {props.draw?.(cell) ?? <CellText text={text} span={span} />}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
})

/** The text of a cell as far as the grid shows it; the whole of it stands in the editor. */
export const CellText = ({ text, span = 1 }: { readonly text: string; readonly span?: number }) => (
  <div className="cell-text" style={{ WebkitLineClamp: LINES + (span - 1) * 4 }}>
    {text}
  </div>
)

const LINES = 6

const classOf = (
  column: GridColumn,
  c: number,
  frozen: number,
  isFocused: boolean,
  isSelected: boolean,
  tone: string | undefined,
): string =>
  [
    'cell',
    `cell-${column.holds}`,
    isFocused ? 'cell-focused' : '',
    isSelected && !isFocused ? 'cell-selected' : '',
    c < frozen ? 'frozen' : '',
    c === frozen - 1 ? 'frozen-last' : '',
    tone ?? '',
  ]
    .filter((name) => name !== '')
    .join(' ')

/** The heading over a group: a button that opens and closes it. */
export const GridHeading = ({
  item,
  columns,
  rowIndex,
  onToggle,
}: {
  readonly item: Extract<GridItem, { type: 'heading' }>
  readonly columns: number
  readonly rowIndex: number
  readonly onToggle: ((key: string) => void) | undefined
}) => (
  <div className="list-heading" {...gridRow(rowIndex)} data-heading={item.key}>
    <div {...headingCell(columns)} className="heading-cell">
      <button
        type="button"
        tabIndex={-1}
        aria-expanded={item.isOpen}
        title={item.isOpen ? GRID_WORDS.close : GRID_WORDS.open}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onToggle?.(item.key)}
      >
        {item.isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
        <span className="heading-title">{item.title}</span>
        <span className="heading-count">{GRID_WORDS.headingCount(item.count)}</span>
      </button>
    </div>
  </div>
)
