import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { GRID_WORDS } from '../../messages/grid.ts'
import { gridHead, gridRow } from '../grid-roles.ts'
import type { GridColumn } from './grid-items.ts'

export interface GridSort {
  readonly column: string
  readonly descending: boolean
}

interface GridHeaderProps {
  readonly columns: readonly GridColumn[]
  readonly tracks: readonly number[]
  readonly frozen: number
  readonly sort: GridSort | null
  readonly onSort: ((column: string) => void) | undefined
  readonly onWidth: (column: string, width: number) => void
  /** As wide as what stands in it. */
  readonly onFit: (column: string) => void
  readonly onPick: (column: number, extend: boolean) => void
}

/** The headings. Those the grid can be sorted by are buttons; the right edge of each is dragged to make its column wider. */
export const GridHeader = ({ columns, tracks, frozen, sort, onSort, onWidth, onFit, onPick }: GridHeaderProps) => {
  const row = useRef<HTMLDivElement>(null)
  const onKey = (event: KeyboardEvent, column: GridColumn, i: number) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) return onWidth(column.key, (tracks[i] ?? column.width) + step * WIDTH_STEP)
    row.current?.querySelectorAll<HTMLElement>('.head-button')[i + step]?.focus()
  }
  return (
    <div className="list-head" {...gridRow(1)} ref={row}>
      {columns.map((column, i) => {
        const { key, title, sortable } = column
        return (
          <div
            key={key}
            {...gridHead(i + 1, sort?.column === key ? (sort.descending ? 'descending' : 'ascending') : null)}
            className={`head-cell${i < frozen ? ' frozen' : ''}${i === frozen - 1 ? ' frozen-last' : ''}`}
            style={i < frozen ? { left: `var(--frozen-${i})` } : undefined}
            data-head={key}
          >
            <button
              type="button"
              className="head-button"
              tabIndex={i === 0 ? 0 : -1}
              title={sortable && onSort ? GRID_WORDS.sortBy(title) : GRID_WORDS.headHint}
              onClick={(event) => {
                if (sortable && onSort && !event.shiftKey) onSort(key)
                else onPick(i, event.shiftKey)
              }}
              onKeyDown={(event) => onKey(event, column, i)}
            >
              {title}
              <span className="head-sort">
                {sort?.column === key ? sort.descending ? <CaretDownOutlined /> : <CaretUpOutlined /> : null}
              </span>
            </button>
            <WidthEdge width={tracks[i] ?? column.width} onWidth={(width) => onWidth(key, width)} onFit={() => onFit(key)} />
          </div>
        )
      })}
    </div>
  )
}

/** For the mouse alone: the keys have Alt+← and Alt+→ on the heading. */
const WidthEdge = ({
  width,
  onWidth,
  onFit,
}: {
  readonly width: number
  readonly onWidth: (width: number) => void
  readonly onFit: () => void
}) => {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const follow = (event: PointerEvent) => {
    if (start.current) onWidth(start.current.width + event.clientX - start.current.x)
  }
  return (
    <span
      className="head-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width }
      }}
      onPointerMove={follow}
      onPointerUp={() => {
        start.current = null
      }}
      onDoubleClick={onFit}
    />
  )
}

const WIDTH_STEP = 16
