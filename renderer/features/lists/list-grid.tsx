import { App } from 'antd'
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { DeadlineReading } from '../../../shared/domain/edit-problem.ts'
import { LIST_COLUMNS, type ListDate, listRows } from '../../../shared/domain/four-lists.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { editableCell } from '../../../shared/domain/list-cells.ts'
import { type PlacedProblem, useDeadlineAnchors, useDirectory, useProblemFiles, useTypingYear } from '../../data/queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { LISTS_WORDS, READ_ONLY_OTHER, READ_ONLY_WORDS } from '../../messages/lists.ts'
import { windowIds } from '../../platform/window-ports.ts'
import { type Focus, useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { VirtualStack, type VirtualStackHandle } from '../../ui/virtual-stack.tsx'
import { CellKeeper, type KeeperHandle } from './cell-keeper.tsx'
import { anchorRow, rowAsTsv } from './cell-span.ts'
import { type GridShape, type Move, moved } from './focus-moves.ts'
import { joinsOf } from './joins.ts'
import { ListHeader } from './list-header.tsx'
import { ProblemGroup } from './problem-group.tsx'
import { cellElement, useCellPlace } from './use-cell-place.ts'

export interface ListGridHandle {
  readonly takeKeys: () => void
}

interface ListGridProps {
  readonly ledgerId: string
  readonly problems: readonly PlacedProblem[]
  readonly at: ListDate
  readonly onAdd: () => void
  readonly ref: Ref<ListGridHandle>
}

/** One of the four lists as a grid to read, walk over with keys and edit. Only what is near the window is read and drawn. */
export const ListGrid = ({ ledgerId, problems, at, onAdd, ref }: ListGridProps) => {
  const list = useListView((state) => state.list)
  const focus = useListView((state) => state.focus)
  const editAt = useListView((state) => state.editAt)
  const isSorted = useListView((state) => state.sort !== null)
  const { setFocus, editBegun } = useListView.getState()
  const openProblem = useScreen((state) => state.openProblem)
  const tellRefusal = useTellRefusal()
  const tellAdvice = useTellAdvice()
  const { message } = App.useApp()
  const stack = useRef<VirtualStackHandle>(null)
  const keeper = useRef<KeeperHandle>(null)
  const [body, setBody] = useState<HTMLDivElement | null>(null)
  const [drawn, setDrawn] = useState({ from: 0, to: 12 })
  const onWindow = useCallback((from: number, to: number) => setDrawn({ from, to }), [])
  const focusedId = focus?.problemId
  const read = useMemo(() => withFocused(problems, drawn.from, drawn.to, focusedId), [problems, drawn, focusedId])
  const files = useProblemFiles(read)
  const year = useTypingYear(ledgerId)
  const anchors = useDeadlineAnchors(ledgerId)
  const reading = useMemo(() => ({ year, anchors }), [year, anchors])
  const directory = useDirectory(ledgerId)
  const keys = useMemo(() => problems.map(({ row }) => row.id), [problems])
  const columns = LIST_COLUMNS[list]

  const shape: GridShape = {
    ids: keys,
    columns: columns.length,
    rowsOf: (problemId) => {
      const file = files.get(problemId)
      return file ? listRows(list, file, at) : null
    },
  }
  const file = focus === null ? undefined : files.get(focus.problemId)
  const column = columns[focus?.column ?? 0]
  const cell = focus === null || !file || !column ? null : focusedCell(shape, focus, file, list, column.key, reading)
  const place = useCellPlace(body, focus)

  const bringIntoView = (target: Focus, then: () => void = () => undefined) => {
    stack.current?.reveal(keys.indexOf(target.problemId))
    requestAnimationFrame(() => {
      if (body) cellElement(body, target)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      then()
    })
  }
  const reveal = (target: Focus) => bringIntoView(target, () => keeper.current?.take())
  const goTo = (target: Focus) => {
    void setFocus(target).then((moved) => {
      if (moved) reveal(target)
    })
  }
  useImperativeHandle(ref, () => ({
    takeKeys: () => {
      const target = focus && keys.includes(focus.problemId) ? focus : firstCell(keys)
      if (target) goTo(target)
    },
  }))

  // 上一个 and 下一个 of the 问题档案 move the focus: the list goes along, so that it stands there when the file is closed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another problem has the focus, and only then
  useEffect(() => {
    if (focusedId !== undefined) stack.current?.reveal(keys.indexOf(focusedId))
  }, [focusedId])

  // A problem that was just added is opened for typing as soon as it has been read and drawn.
  const isEditAtRead = editAt !== null && files.has(editAt.problemId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cell can be shown
  useEffect(() => {
    if (editAt === null) return
    reveal(editAt)
    if (!isEditAtRead) return
    const timer = setTimeout(() => {
      keeper.current?.take()
      keeper.current?.edit()
      editBegun()
    }, 60)
    return () => clearTimeout(timer)
  }, [editAt, isEditAtRead, keys])

  const onMove = (move: Move) => {
    if (focus) goTo(moved(shape, focus, move))
  }
  const refuse = () => {
    const why = column ? (READ_ONLY_WORDS[column.key] ?? READ_ONLY_OTHER) : READ_ONLY_OTHER
    void message.info({ key: 'read-only', content: why, duration: 3 })
  }
  const onCommit = async (value: string): Promise<boolean> => {
    if (!cell?.editable || !focus) return true
    const { measureId, field } = cell.editable
    const command = { type: 'set-field', problemId: focus.problemId, measureId, field: field.names[0], value } as const
    const accepted = await ledgerStore.run(ledgerId, command)
    if (!accepted.ok) tellRefusal(accepted.error)
    else tellAdvice(accepted.value.intent, accepted.value.advice)
    return accepted.ok
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Insert') {
      event.preventDefault()
      onAdd()
    } else if (event.key === 'Enter' && event.ctrlKey && focus) {
      event.preventDefault()
      void openProblem(focus.problemId)
    }
  }
  const cellAt = (event: MouseEvent): Focus | null => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    const problemId = element?.closest<HTMLElement>('[data-problem]')?.dataset['problem']
    const [row, at] = (element?.dataset['cell'] ?? '').split('/').map(Number)
    return problemId === undefined || row === undefined || at === undefined ? null : { problemId, row, column: at }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: see the roles of a grid in ui/grid-roles.ts
    <div
      className="list-grid"
      role="grid"
      tabIndex={-1}
      aria-label={LISTS_WORDS.gridLabel}
      aria-rowcount={problems.length}
      onMouseDown={(event) => {
        const target = cellAt(event)
        if (!target) return
        event.preventDefault()
        void setFocus(target).then((moved) => {
          if (moved) requestAnimationFrame(() => keeper.current?.take())
        })
      }}
      onDoubleClick={(event) => {
        const target = cellAt(event)
        if (!target) return
        if (target.column === 0) void openProblem(target.problemId)
        // After the second press has given the keys to the cell: taking them later would close what is opened here.
        else
          void setFocus(target).then((moved) => {
            if (moved) requestAnimationFrame(() => keeper.current?.edit())
          })
      }}
    >
      <VirtualStack
        ref={stack}
        onBody={setBody}
        keys={keys}
        estimate={ESTIMATES[list]}
        onWindow={onWindow}
        header={<ListHeader list={list} />}
        render={(index) => {
          const problem = problems[index]
          if (!problem) return null
          const { id } = problem.row
          return (
            <ProblemGroup
              place={problem}
              file={files.get(id)}
              list={list}
              at={at}
              focus={focus?.problemId === id ? focus : null}
              joins={joinsOf(list, isSorted ? undefined : problems[index - 1], problem)}
            />
          )
        }}
        overlay={
          <CellKeeper
            ref={keeper}
            cellId={focus === null ? '' : `${list}/${focus.problemId}/${focus.row}/${focus.column}`}
            place={focus === null || !keys.includes(focus.problemId) ? null : place}
            shown={focus?.column === 0 && cell ? rowAsTsv(cell.cells) : (cell?.text ?? '')}
            label={column && file ? LISTS_WORDS.cellOf(column.title, file.number) : ''}
            field={cell?.editable?.field ?? null}
            year={year}
            names={column?.key === 'leader' || column?.key === 'person' ? directory.leaders : directory.units}
            onCommit={onCommit}
            onShow={() => focus && bringIntoView(focus)}
            onMove={onMove}
            onRefuse={refuse}
            onKey={onKey}
          />
        }
      />
    </div>
  )
}

const ESTIMATES = { problems: 130, tasks: 300, times: 60, duties: 60 } as const

/** The problems drawn, and the one whose cell the keys act on: its file stays read however far the list is scrolled. */
const withFocused = (problems: readonly PlacedProblem[], from: number, to: number, focusedId: string | undefined) =>
  problems.filter(({ row }, i) => (i >= from && i < to) || row.id === focusedId)

const firstCell = (keys: readonly string[]): Focus | null =>
  keys[0] === undefined ? null : { problemId: keys[0], row: 0, column: 0 }

const focusedCell = (
  shape: GridShape,
  focus: Focus,
  file: ProblemFile,
  list: Parameters<typeof editableCell>[0],
  column: string,
  reading: DeadlineReading,
) => {
  const rows = shape.rowsOf(focus.problemId) ?? []
  const row = rows[anchorRow(rows, focus.row, focus.column)]
  return {
    cells: row?.cells ?? [],
    text: row?.cells[focus.column] ?? '',
    editable: editableCell(list, column, file, row?.measureId ?? null, { ids: windowIds, ...reading }),
  }
}
