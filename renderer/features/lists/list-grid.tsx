import { App } from 'antd'
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { LIST_COLUMNS, type ListDate } from '../../../shared/domain/four-lists.ts'
import { type PlacedProblem, useDirectory } from '../../data/queries.ts'
import { LISTS_WORDS, READ_ONLY_OTHER, READ_ONLY_WORDS } from '../../messages/lists.ts'
import { type Focus, useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { DataGrid, type DataGridHandle, type DataGridProps } from '../../ui/grid/data-grid.tsx'
import type { DrawnCell, GridCell, GridItem } from '../../ui/grid/grid-items.ts'
import type { GridLayout } from '../../ui/grid/grid-layout.ts'
import { joinsOf } from './joins.ts'
import { listCell } from './list-cell.tsx'
import { ROW_HEIGHTS } from './list-layout.ts'
import { nextSort } from './next-sort.ts'
import { pasteInto } from './paste.ts'
import { useListSource } from './use-list-source.ts'
import { useListWrites } from './use-list-writes.tsx'

export interface ListGridHandle {
  readonly takeKeys: () => void
}

interface ListGridProps {
  readonly ledgerId: string
  /** The problems shown, in order. */
  readonly problems: readonly PlacedProblem[]
  /** The same with the headings of groups between them; without it the problems alone. */
  readonly items?: readonly GridItem[]
  readonly layout: GridLayout
  readonly at: ListDate
  readonly onAdd: () => void
  readonly onToggle?: (headingKey: string) => void
  /** What can be done to the problems the selection touches. */
  readonly menu?: DataGridProps['menu']
  readonly ref: Ref<ListGridHandle>
}

/** One of the four lists on the grid. Only the problems near the window are read and drawn. */
export const ListGrid = ({ ledgerId, problems, items, layout, at, onAdd, onToggle, menu, ref }: ListGridProps) => {
  const list = useListView((state) => state.list)
  const focus = useListView((state) => state.focus)
  const editAt = useListView((state) => state.editAt)
  const sort = useListView((state) => state.sort)
  const { setFocus, setSort, setSelected, editBegun } = useListView.getState()
  const openProblem = useScreen((state) => state.openProblem)
  const { message } = App.useApp()
  const grid = useRef<DataGridHandle>(null)
  const [drawn, setDrawn] = useState({ from: 0, to: 12 })
  const { columns } = layout
  const shownItems = useMemo(() => items ?? itemsOf(problems, list), [items, problems, list])
  const focusedId = focus?.problemId
  const places = useMemo(() => new Map(problems.map((problem, i) => [problem.row.id, i])), [problems])
  const placeOf = useCallback((problemId: string) => problems[places.get(problemId) ?? -1], [problems, places])
  const near = useMemo(() => {
    const keys = new Set(shownItems.slice(drawn.from, drawn.to).map(({ key }) => key))
    if (focusedId !== undefined) keys.add(focusedId)
    return [...keys].flatMap((key) => placeOf(key) ?? [])
  }, [placeOf, shownItems, drawn, focusedId])
  const { source, read, year } = useListSource({ ledgerId, list, at, columns, placeOf, near })
  const directory = useDirectory(ledgerId)

  const shownColumn = (column: number) =>
    Math.max(
      0,
      columns.findIndex(({ key }) => key === LIST_COLUMNS[list][column]?.key),
    )
  const cellOf = ({ problemId, row, column }: Focus): GridCell => ({ key: problemId, row, column: shownColumn(column) })
  const focusOf = ({ key, row, column }: GridCell): Focus => ({
    problemId: key,
    row,
    column: LIST_COLUMNS[list].findIndex((of) => of.key === columns[column]?.key),
  })

  useImperativeHandle(ref, () => ({ takeKeys: () => grid.current?.takeKeys() }))

  // 上一个 and 下一个 of the 问题档案 move the focus: the list goes along, so that it stands there when the file is closed.
  useEffect(() => {
    if (focusedId !== undefined) grid.current?.reveal(focusedId)
  }, [focusedId])

  // A problem that was just added is opened for typing as soon as it has been read and drawn.
  const isEditAtRead = editAt !== null && source.fileOf(editAt.problemId) !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell can be shown
  useEffect(() => {
    if (editAt === null) return undefined
    grid.current?.reveal(editAt.problemId)
    if (!isEditAtRead) return undefined
    const timer = setTimeout(() => {
      grid.current?.edit(cellOf(editAt))
      editBegun()
    }, 60)
    return () => clearTimeout(timer)
  }, [editAt, isEditAtRead, shownItems])

  const nameOf = (cell: GridCell): string => {
    return LISTS_WORDS.cellOf(columns[cell.column]?.title ?? '', placeOf(cell.key)?.number ?? 0)
  }
  const { onCommit, onWrite } = useListWrites({ ledgerId, source, read, nameOf })

  // What is drawn is drawn again when its rows change, and not because other problems have been read.
  const latest = useRef({ source, placeOf })
  latest.current = { source, placeOf }
  const draw = useCallback(({ key, row, column, text }: DrawnCell) => {
    const now = latest.current
    const conflicts = now.placeOf(key)?.row.conflicts ?? 0
    return listCell(column.key, text, now.source.rowOf(key, row), row === 0 && conflicts > 0)
  }, [])
  const toneOf = useCallback(
    ({ key, row, column }: DrawnCell) => {
      const index = places.get(key)
      const problem = index === undefined ? undefined : problems[index]
      if (!problem || index === undefined || row > 0 || sort !== null) return undefined
      const at = LIST_COLUMNS[list].findIndex((of) => of.key === column.key)
      return joinsOf(list, problems[index - 1], problem)[at] ? 'cell-joined' : undefined
    },
    [problems, places, list, sort],
  )

  return (
    <DataGrid
      ref={grid}
      label={LISTS_WORDS.gridLabel}
      columns={columns}
      items={shownItems}
      source={source}
      read={read}
      onWindow={useCallback((from: number, to: number) => setDrawn({ from, to }), [])}
      rowHeight={ROW_HEIGHTS[list]}
      focus={focus === null ? null : cellOf(focus)}
      onFocus={(cell) => setFocus(focusOf(cell))}
      onSelect={setSelected}
      onCommit={onCommit}
      onWrite={onWrite}
      onPaste={(start, matrix) =>
        void pasteInto({
          list,
          anchor: { problemId: start.key, row: start.row, column: start.column },
          matrix,
          order: shownItems.flatMap(({ type, key }) => (type === 'rows' ? [key] : [])),
          columns: columns.map(({ key }) => key),
        })
      }
      onRefuse={(cell) =>
        void message.info({
          key: 'read-only',
          content: READ_ONLY_WORDS[columns[cell.column]?.key ?? ''] ?? READ_ONLY_OTHER,
          duration: 3,
        })
      }
      onOpen={(key) => void openProblem(key)}
      onInsert={onAdd}
      labelOf={nameOf}
      namesOf={({ key }) => (key === 'leader' || key === 'person' ? directory.leaders : directory.units)}
      year={year}
      isEditable={isEditable}
      draw={draw}
      toneOf={toneOf}
      widths={layout.widths}
      onWidths={layout.onWidths}
      frozen={layout.frozen}
      rowHeader="number"
      sort={sort}
      onSort={(column) => void setSort(nextSort(sort, column))}
      {...(onToggle ? { onToggle } : {})}
      {...(menu ? { menu } : {})}
    />
  )
}

const itemsOf = (problems: readonly PlacedProblem[], list: keyof typeof ROW_HEIGHTS): readonly GridItem[] =>
  problems.map(({ row }) => ({ type: 'rows', key: row.id, rows: Math.max(1, row.lists[list].length) }))

/** A column without a reason why it cannot be typed in, `measure` apart: it can where there is one. */
const isEditable = ({ key }: { readonly key: string }): boolean => key === 'measure' || READ_ONLY_WORDS[key] === undefined
