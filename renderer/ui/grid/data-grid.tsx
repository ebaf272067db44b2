import { useVirtualizer } from '@tanstack/react-virtual'
import { Dropdown, type MenuProps } from 'antd'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { TextMatrix } from '../../../shared/base/tsv.ts'
import { leave } from '../../state/typing.ts'
import { gridCell, gridRow } from '../grid-roles.ts'
import { CellKeeper, type KeeperHandle, type MoveAfter } from './cell-keeper.tsx'
import { fitWidth } from './fit-width.ts'
import { GridBlock, GridHeading } from './grid-block.tsx'
import { GridHeader, type GridSort } from './grid-header.tsx'
import { indexed } from './grid-index.ts'
import type { GridCell, GridColumn, GridDrawing, GridItem, GridRange, GridSource, GridWrite, WriteKind } from './grid-items.ts'
import { actOfKey, type GridAct, type GridShape, moved } from './grid-moves.ts'
import {
  cornerOf,
  everything,
  holdsCell,
  holdsRow,
  isSingle,
  keysIn,
  movedInside,
  rangeOf,
  type Selection,
  wholeColumns,
  wholeRows,
} from './grid-range.ts'
import { type ColumnWidths, frozenCount, frozenLefts, tracksOf, withWidth } from './grid-tracks.ts'
import { HEAD_HEIGHT, showCell } from './show-cell.ts'
import { cellElement, useCellPlace } from './use-cell-place.ts'
import { useGridWrites } from './use-grid-writes.ts'
import { cellOfElement, useRangeDrag } from './use-range-drag.ts'
import './grid.css'

export interface DataGridHandle {
  /** Gives the keys to the grid: to its cell, or to the first one. */
  readonly takeKeys: () => void
  /** Brings an item into the window. */
  readonly reveal: (key: string) => void
  /** Opens a cell for typing as soon as it is drawn. */
  readonly edit: (cell: GridCell) => void
}

export interface DataGridProps extends GridDrawing {
  readonly ref?: Ref<DataGridHandle>
  readonly label: string
  /** The columns shown, in order (`useGridLayout`). */
  readonly columns: readonly GridColumn[]
  readonly items: readonly GridItem[]
  /** What stands in the items that are drawn. Others may be told as empty rows. */
  readonly source: GridSource
  /** Reads items that are not drawn, before they are copied, filled or cleared; without it `source` knows them all. */
  readonly read?: (keys: readonly string[]) => Promise<GridSource>
  /** The items drawn now, by place: what should be read. */
  readonly onWindow?: (from: number, to: number) => void
  /** The height of one row nobody has measured yet, in px. */
  readonly rowHeight: number

  /** The cell the keys act on; kept by the caller (`useGridFocus`). */
  readonly focus: GridCell | null
  /** Asks to move; false: what is being typed was refused, and nothing moves. */
  readonly onFocus: (cell: GridCell) => Promise<boolean>
  /** The items the selection touches, whenever it changes. */
  readonly onSelect?: (keys: readonly string[]) => void

  /** Saves what was typed into one cell. False: it was refused, which has been told, and the text stays. */
  readonly onCommit?: (cell: GridCell, text: string) => Promise<boolean>
  /** Saves many cells as one act; all of them have fields. */
  readonly onWrite?: (writes: readonly GridWrite[], kind: WriteKind) => Promise<boolean>
  /** A paste of Excel's or WPS's cells with its first one at `anchor`; it may reach beyond the last item. */
  readonly onPaste?: (anchor: GridCell, matrix: TextMatrix) => void
  /** Why this cell cannot be typed in. */
  readonly onRefuse?: (cell: GridCell) => void
  /** Ctrl+Enter, and a double click on the row's own number: the whole of the item. */
  readonly onOpen?: (key: string) => void
  readonly onInsert?: () => void
  readonly menu?: (keys: readonly string[]) => MenuProps['items']

  /** Names the cell for a screen reader and for messages: 第 3 个问题，状态. */
  readonly labelOf?: (cell: GridCell, column: GridColumn) => string
  /** Names offered while typing into this column. */
  readonly namesOf?: (column: GridColumn) => readonly string[]
  /** The year unfinished dates belong to. */
  readonly year?: number | null
  /** Columns that can be typed in at all, for `aria-readonly`. */
  readonly isEditable?: (column: GridColumn) => boolean

  readonly widths: ColumnWidths
  readonly onWidths: (widths: ColumnWidths) => void
  /** How many columns at the left stay when the grid is scrolled sideways. */
  readonly frozen?: number
  /** The key of the column whose cells name their rows: a click on one selects its rows. */
  readonly rowHeader?: string
  readonly sort?: GridSort | null
  readonly onSort?: (column: string) => void
  readonly onToggle?: (headingKey: string) => void
}

/** The focus of a grid that nothing outside moves. */
export const useGridFocus = () => {
  const [focus, setFocus] = useState<GridCell | null>(null)
  const onFocus = useCallback((cell: GridCell) => leave(() => setFocus(cell)), [])
  return { focus, onFocus } as const
}

/**
 * The one grid of the program: walked over with keys, selected, copied, pasted, filled and typed into as in Excel and WPS. Only what is near
 * the window is drawn. It knows nothing of ledgers: what stands in it is told by `source`, what is done in it goes to the `on…` functions.
 */
export const DataGrid = (props: DataGridProps) => {
  const { columns, items, source, focus, widths, rowHeader, onWindow, onSelect, rowHeight } = props
  const outer = useRef<HTMLDivElement>(null)
  const keeper = useRef<KeeperHandle>(null)
  const [body, setBody] = useState<HTMLDivElement | null>(null)
  const [available, setAvailable] = useState(0)
  const [selection, setSelection] = useState<Selection | null>(null)
  const [fillTo, setFillTo] = useState<GridCell | null>(null)
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const followMouse = useRangeDrag(outer)

  const { keys, indexOf, places, starts, count } = useMemo(() => indexed(items), [items])
  const shape: GridShape = useMemo(
    () => ({ keys, indexOf, columns: columns.length, rowsOf: source.rowsOf }),
    [keys, indexOf, columns, source],
  )
  const focusRange = focus === null ? null : rangeOf(shape, { anchor: focus, head: focus })
  const chosen = selection === null ? null : rangeOf(shape, selection)
  // A focus that something else has moved takes the selection with it.
  const isInside = focusRange !== null && chosen !== null && holdsCell(chosen, focusRange)
  const range = isInside ? chosen : focusRange
  const current: Selection | null = isInside ? selection : focus && { anchor: focus, head: focus }
  const isOne = range === null || isSingle(shape, range)

  const tracks = useMemo(() => tracksOf(columns, widths, available), [columns, widths, available])
  const frozen = frozenCount(tracks, props.frozen ?? 0, available)
  const lefts = useMemo(() => frozenLefts(tracks, frozen), [tracks, frozen])
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => outer.current,
    // Another function here means that everything is measured anew.
    estimateSize: useCallback((i: number) => heightOf(items[i], rowHeight), [items, rowHeight]),
    getItemKey: useCallback((i: number) => items[i]?.key ?? i, [items]),
    overscan: 4,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    useFlushSync: false,
  })
  const drawn = virtualizer.getVirtualItems()
  const [from, to] = [drawn[0]?.index ?? 0, (drawn.at(-1)?.index ?? -1) + 1]
  useEffect(() => onWindow?.(from, to), [from, to, onWindow])

  useLayoutEffect(() => {
    const element = outer.current
    if (!element) return undefined
    const measure = () => setAvailable(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const selectedKeys = range === null ? '' : `${range.from.item}-${range.to.item}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected has changed, or what stands there
  useEffect(() => onSelect?.(range === null ? [] : keysIn(shape, range)), [selectedKeys, keys, onSelect])

  const place = useCellPlace(body, focus)
  const corner = range === null ? null : cornerOf(shape, range)
  const cornerPlace = useCellPlace(body, corner)
  const column = focus === null ? undefined : columns[focus.column]
  const field = focus === null || indexOf(focus.key) < 0 ? null : source.fieldOf(focus)
  const shown = focus === null ? '' : (source.rowsOf(focus.key)[focus.row]?.[focus.column] ?? '')

  const bringIntoView = (cell: GridCell, then: () => void = () => undefined, tries = 6) => {
    const element = body && cellElement(body, cell)
    if (element && outer.current) {
      showCell(outer.current, element, lefts.at(-1) ?? 0)
      return then()
    }
    if (tries === 6) virtualizer.scrollToIndex(places.get(cell.key) ?? 0, { align: 'auto' })
    if (tries > 0) requestAnimationFrame(() => latest.current.bringIntoView(cell, then, tries - 1))
  }
  const latest = useRef({ bringIntoView })
  latest.current = { bringIntoView }

  /** The keys go to a cell; `keep` is what stays selected. */
  const goTo = async (cell: GridCell, keep: Selection = { anchor: cell, head: cell }): Promise<boolean> => {
    const moves = await props.onFocus(cell)
    if (!moves) return false
    setSelection(keep)
    latest.current.bringIntoView(cell, () => keeper.current?.take())
    return true
  }
  /** The selection grows or shrinks; the keys stay where they are. */
  const select = async (next: Selection, shownCell: GridCell = next.head) => {
    if (focus === null || !(await props.onFocus(focus))) return
    setSelection(next)
    latest.current.bringIntoView(shownCell, () => keeper.current?.take())
  }

  useImperativeHandle(props.ref, () => ({
    takeKeys: () => {
      const first = keys[0]
      const target = focus && indexOf(focus.key) >= 0 ? focus : first === undefined ? null : { key: first, row: 0, column: 0 }
      if (target) void goTo(target, current && focus === target ? current : undefined)
    },
    reveal: (key) => {
      const index = places.get(key)
      if (index !== undefined) virtualizer.scrollToIndex(index, { align: 'auto' })
    },
    edit: (cell) =>
      latest.current.bringIntoView(cell, () => {
        keeper.current?.take()
        keeper.current?.edit()
      }),
  }))

  const page = Math.max(1, drawn.length - 10)
  const onMove = (move: MoveAfter) => {
    if (focus === null || range === null) return
    if (isOne) void goTo(moved(shape, focus, move))
    else void goTo(movedInside(shape, range, focus, move), current ?? undefined)
  }
  const { onClipboard, clear, fill, fillDown } = useGridWrites({
    acts: props,
    shape,
    source,
    columns,
    range,
    takeKeys: () => keeper.current?.take(),
    onFilled: setSelection,
  })
  const act = (what: GridAct) => {
    if (focus === null || current === null || range === null) return
    switch (what.type) {
      case 'move':
        if ((what.move === 'next' || what.move === 'previous') && !isOne) return onMove(what.move)
        return void goTo(moved(shape, focus, what.move, page))
      case 'extend':
        return void select({ ...current, head: moved(shape, current.head, what.move, page) })
      case 'single':
        return void goTo(focus)
      case 'all':
        return void select(everything(shape), focus)
      case 'rows':
        return void select(wholeRows(shape, current), focus)
      case 'columns':
        return void select(wholeColumns(shape, current), focus)
      case 'fill':
        return fillDown()
      case 'clear':
        return void clear('clear')
      case 'menu': {
        const box = body && cellElement(body, focus)?.getBoundingClientRect()
        if (box) setMenuAt({ x: box.left + 12, y: box.bottom - 8 })
      }
    }
  }
  const onKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey } = event
    const ctrl = ctrlKey || event.metaKey
    if (key === 'Enter' && ctrl && focus && props.onOpen) props.onOpen(focus.key)
    else if (key === 'Insert' && !ctrl && props.onInsert) props.onInsert()
    else if (key === 'Enter' && !ctrl && !altKey && !isOne) onMove(event.shiftKey ? 'up' : 'down')
    else {
      const meant = altKey ? null : actOfKey(key, { shift: event.shiftKey, ctrl })
      if (meant === null) return
      act(meant)
    }
    event.preventDefault()
  }

  const onMouseDown = (event: MouseEvent) => {
    if (event.button === 2 && range !== null) {
      const under = cellOfElement(event.target as Element)
      if (under && holdsRow(range, { item: shape.indexOf(under.key), row: under.row })) return event.preventDefault()
    }
    const target = cellOfElement(event.target as Element)
    if (!target || event.button === 1) return
    event.preventDefault()
    const isRow = columns[target.column]?.key === rowHeader
    const shaped = (next: Selection) => (isRow ? wholeRows(shape, next) : next)
    const anchor = event.shiftKey && current ? current.anchor : target
    const begun =
      event.shiftKey && current
        ? select(shaped({ anchor, head: target }), target)
        : goTo(target, shaped({ anchor, head: target }))
    if (event.button !== 0) return
    void begun
    followMouse((head) => {
      if (head.key !== target.key || head.row !== target.row || head.column !== target.column)
        setSelection(shaped({ anchor, head }))
    })
  }
  const onDoubleClick = (event: MouseEvent) => {
    const target = cellOfElement(event.target as Element)
    if (!target) return
    if (columns[target.column]?.key === rowHeader && props.onOpen) return props.onOpen(target.key)
    // After the second press has given the keys to the cell: taking them later would close what is opened here.
    void goTo(target).then((moves) => {
      if (moves) requestAnimationFrame(() => keeper.current?.edit())
    })
  }
  const onHandle = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (range === null) return
    let target: GridRange | null = null
    followMouse(
      (cell) => {
        setFillTo(cell)
        const item = shape.indexOf(cell.key)
        const reached = rangeOf(shape, { anchor: { ...cell, column: range.left }, head: { ...cell, column: range.right } })
        target = item >= range.to.item && reached ? { ...range, to: reached.to } : null
      },
      () => {
        setFillTo(null)
        if (target) void fill(range, target)
      },
    )
  }

  // The editor stands where its cell does, for a screen reader too.
  const keeperRow = focus === null ? 1 : (starts[places.get(focus.key) ?? 0] ?? 0) + 2 + focus.row
  const rowHeaderAt = columns.findIndex(({ key }) => key === rowHeader)
  const style = {
    '--grid-tracks': tracks.map((width) => `${width}px`).join(' '),
    '--grid-width': `${tracks.reduce((sum, width) => sum + width, 0)}px`,
    ...Object.fromEntries(lefts.map((left, i) => [`--frozen-${i}`, `${left}px`])),
  } as CSSProperties
  const menuItems = menuAt === null || range === null ? [] : props.menu?.(keysIn(shape, range))

  return (
    // biome-ignore lint/a11y/useSemanticElements: see the roles of a grid in ui/grid-roles.ts
    <div
      className="list-grid"
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      style={style}
      onMouseDown={onMouseDown}
      onDoubleClick={onDoubleClick}
      onContextMenu={(event) => {
        if (!props.menu || !cellOfElement(event.target as Element)) return
        event.preventDefault()
        setMenuAt({ x: event.clientX, y: event.clientY })
      }}
    >
      <div className="stack" ref={outer}>
        <GridHeader
          columns={columns}
          tracks={tracks}
          frozen={frozen}
          sort={props.sort ?? null}
          onSort={props.onSort}
          onWidth={(key, width) => props.onWidths(withWidth(widths, key, width))}
          onFit={(key) => outer.current && props.onWidths(withWidth(widths, key, fitWidth(outer.current, key)))}
          onPick={(at, extend) => {
            const first = keys[0]
            if (first === undefined) return
            const head = { key: first, row: 0, column: at }
            const next = wholeColumns(shape, { anchor: extend && current ? current.anchor : head, head })
            void (extend ? select(next, head) : goTo(head, next))
          }}
        />
        <div className="stack-body" ref={setBody} style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, key, start }) => {
            const item = items[index]
            if (item === undefined) return null
            const at = indexOf(item.key)
            const isIn = range !== null && at >= range.from.item && at <= range.to.item
            const isFocused = focus?.key === item.key
            return (
              <div
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                className="stack-block"
                style={{ top: start - HEAD_HEIGHT }}
              >
                {item.type === 'heading' ? (
                  <GridHeading
                    item={item}
                    columns={columns.length}
                    rowIndex={(starts[index] ?? 0) + 2}
                    onToggle={props.onToggle}
                  />
                ) : (
                  <GridBlock
                    itemKey={item.key}
                    rows={source.rowsOf(item.key)}
                    columns={columns}
                    frozen={frozen}
                    rowHeader={rowHeaderAt}
                    isTotal={item.type === 'total'}
                    rowIndex={(starts[index] ?? 0) + 2}
                    focusRow={isFocused ? focus.row : -1}
                    focusColumn={isFocused ? focus.column : -1}
                    selectedFrom={isIn && range.from.item === at ? range.from.row : 0}
                    selectedTo={isIn ? (range.to.item === at ? range.to.row : Number.MAX_SAFE_INTEGER) : -1}
                    left={isIn ? range.left : 0}
                    right={isIn ? range.right : -1}
                    isEditable={props.isEditable}
                    {...(props.draw ? { draw: props.draw } : {})}
                    {...(props.toneOf ? { toneOf: props.toneOf } : {})}
                  />
                )}
              </div>
            )
          })}
          {props.onWrite && cornerPlace && corner && indexOf(corner.key) >= 0 ? (
            <span
              className={fillTo === null ? 'fill-handle' : 'fill-handle fill-handle-held'}
              aria-hidden="true"
              style={{ top: cornerPlace.top + cornerPlace.height - 5, left: cornerPlace.left + cornerPlace.width - 6 }}
              onMouseDown={onHandle}
            />
          ) : null}
          <div className="keeper-cell" {...gridRow(keeperRow)}>
            <div className="keeper-cell" {...gridCell((focus?.column ?? 0) + 1, EDITOR)}>
              <CellKeeper
                ref={keeper}
                cellId={focus === null ? '' : `${column?.key ?? ''}/${focus.key}/${focus.row}`}
                place={focus === null || indexOf(focus.key) < 0 ? null : place}
                shown={shown}
                label={focus && column ? (props.labelOf?.(focus, column) ?? column.title) : ''}
                field={field}
                year={props.year ?? null}
                names={column ? (props.namesOf?.(column) ?? []) : []}
                onCommit={(text) => (focus && props.onCommit ? props.onCommit(focus, text) : Promise.resolve(true))}
                onShow={() => focus && latest.current.bringIntoView(focus)}
                onMove={onMove}
                onRefuse={() => focus && props.onRefuse?.(focus)}
                onKey={onKey}
                onClipboard={onClipboard}
              />
            </div>
          </div>
        </div>
      </div>
      {menuAt !== null && (menuItems?.length ?? 0) > 0 ? (
        <Dropdown
          open
          trigger={[]}
          menu={{ items: menuItems ?? [], onClick: () => setMenuAt(null) }}
          onOpenChange={(open) => {
            if (!open) setMenuAt(null)
          }}
        >
          <span className="menu-point" style={{ left: menuAt.x, top: menuAt.y }} />
        </Dropdown>
      ) : null}
    </div>
  )
}

const EDITOR = { rowHeader: false, selected: true, readOnly: false }
const HEADING_HEIGHT = 34

const heightOf = (item: GridItem | undefined, rowHeight: number): number =>
  item === undefined || item.type === 'heading' ? HEADING_HEIGHT : item.rows * rowHeight
