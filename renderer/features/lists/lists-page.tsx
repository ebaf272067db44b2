import { DeleteOutlined, FileTextOutlined } from '@ant-design/icons'
import { App, Button, type InputRef, Skeleton, Tooltip } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { parseTsv } from '../../../shared/base/tsv.ts'
import { listNamesOf } from '../../../shared/domain/four-lists.ts'
import type { StoredLedger } from '../../data/database.ts'
import { lastAct } from '../../data/last-act.ts'
import {
  type PlacedProblem,
  useDeadlineAnchors,
  useLedger,
  usePlacedProblems,
  useSearch,
  useTypingYear,
} from '../../data/queries.ts'
import { useLedgerFrame } from '../../data/settings-queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { LIST_ACTS_WORDS } from '../../messages/list-acts.ts'
import { LISTS_WORDS } from '../../messages/lists.ts'
import { windowIds } from '../../platform/window-ports.ts'
import { useFind } from '../../state/find.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { leave, typing } from '../../state/typing.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ColumnChooser } from '../../ui/grid/column-chooser.tsx'
import { useGridLayout } from '../../ui/grid/grid-layout.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { addedAfter, addedBefore } from './added-after.ts'
import './list-acts.css'
import { useListDialog } from '../../state/list-dialog.ts'
import { ListDialogs } from './list-dialogs.tsx'
import { ListGrid, type ListGridHandle } from './list-grid.tsx'
import { FROZEN, LIST_GRID_COLUMNS } from './list-layout.ts'
import { ListToolbar } from './list-toolbar.tsx'
import { pasteInto } from './paste.ts'
import { groupedItems, groupedProblems, leaderChoices, shownProblems, unitChoices } from './shown-problems.ts'
import { actedOn, useSelectionActs } from './use-selection-acts.ts'

/** 四张清单 of one ledger. */
export const ListsPage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const ledger = useLedger(ledgerId)
  const placed = usePlacedProblems(ledgerId)
  if (!ledger || !placed) return <Skeleton className="lists-loading" active paragraph={{ rows: 8 }} />
  return <Lists ledger={ledger} placed={placed} />
}

const Lists = ({ ledger, placed }: { readonly ledger: StoredLedger; readonly placed: readonly PlacedProblem[] }) => {
  const { id: ledgerId, thresholds, nodes } = ledger
  const today = useScreen((state) => state.date)
  const openProblem = useScreen((state) => state.openProblem)
  const list = useListView((state) => state.list)
  const filter = useListView((state) => state.filter)
  const sort = useListView((state) => state.sort)
  const focus = useListView((state) => state.focus)
  const found = useSearch(ledgerId, filter.words)
  const search = useRef<InputRef>(null)
  const grid = useRef<ListGridHandle>(null)
  const tellRefusal = useTellRefusal()
  const tellRemoval = useTellRemoval()
  const { message } = App.useApp()
  const at = useMemo(() => ({ today, thresholds }), [today, thresholds])
  const grouping = useListView((state) => state.grouping)
  const closed = useListView((state) => state.closedGroups)
  const filtered = useMemo(() => shownProblems(placed, filter, found, sort, at), [placed, filter, found, sort, at])
  const groups = useMemo(() => (grouping === null ? null : groupedProblems(filtered, grouping)), [filtered, grouping])
  const problems = useMemo(() => groups?.flatMap((group) => group.problems) ?? filtered, [groups, filtered])
  const frame = useLedgerFrame(ledgerId)
  const listNames = useMemo(() => listNamesOf(frame?.ledger ?? {}), [frame])
  const units = useMemo(() => unitChoices(placed), [placed])
  const categories = useMemo(() => firstLevel(placed), [placed])
  const layout = useGridLayout(ledgerId, list, LIST_GRID_COLUMNS[list], FROZEN[list])
  const items = useMemo(
    () =>
      groups === null || grouping === null
        ? undefined
        : groupedItems(groups, list, { closed, untold: LIST_ACTS_WORDS.groupUntold[grouping] }),
    [groups, grouping, list, closed],
  )
  const leaders = useMemo(() => leaderChoices(placed), [placed])
  const year = useTypingYear(ledgerId)
  const anchors = useDeadlineAnchors(ledgerId)
  const context = useMemo(() => ({ ids: windowIds, year, anchors, today }), [year, anchors, today])
  const focused = placed.find(({ row }) => row.id === focus?.problemId)

  useEffect(() => useListView.getState().setShown(problems.map(({ row }) => row.id)), [problems])
  const isDialogOpen = useListDialog((state) => state.dialog !== null)
  const openedId = useScreen((state) => state.problemId)
  useEffect(() => {
    if (openedId !== null || isDialogOpen) return undefined
    // When the 问题档案 or a dialog has gone the keys are the list's again, unless something else has taken them.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) grid.current?.takeKeys()
    }, DRAWER_CLOSES_MS)
    return () => clearTimeout(timer)
  }, [openedId, isDialogOpen])
  const finds = useFind((state) => state.asked)
  useEffect(() => {
    if (finds > 0) search.current?.focus({ cursor: 'all' })
  }, [finds])

  const add = async (where: 'above' | 'below' = 'below') => {
    if (!(await leave())) return
    const place = where === 'above' && focused ? addedBefore(placed, nodes, focused) : addedAfter(placed, focused)
    const answer = await ledgerStore.run(ledgerId, { type: 'add-problem', statement: '', ...place })
    if (!answer.ok) return tellRefusal(answer.error)
    const { list, editNew } = useListView.getState()
    void editNew({ problemId: answer.value.created[0] ?? '', row: 0, column: STATEMENT_COLUMN[list] })
    void message.info(LISTS_WORDS.added)
  }
  const remove = async ({ row, number }: PlacedProblem) => {
    const answer = await ledgerStore.run(ledgerId, { type: 'remove-problem', problemId: row.id })
    if (!answer.ok) return tellRefusal(answer.error)
    tellRemoval(LISTS_WORDS.removed(number), lastAct(ledgerId))
  }

  const latestAdd = useRef(add)
  latestAdd.current = add
  const onAdd = useCallback((where: 'above' | 'below') => void latestAdd.current(where), [])
  const acts = useSelectionActs({ ledgerId, nodes, placed, onAdd })
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, shiftKey } = event
    const isInGrid = (event.target as Element).closest('.list-grid') !== null && !typing.isAny()
    // A dialog's keys come through here too; a text that is being typed has its own.
    if (useListDialog.getState().dialog !== null || !isInGrid) return
    if (ctrlKey && shiftKey && key.toLowerCase() === 'd') acts.duplicate()
    else if (ctrlKey && key === 'Delete') acts.remove()
    else if (altKey && shiftKey && (key === 'ArrowUp' || key === 'ArrowDown')) acts.step(key === 'ArrowUp' ? 'up' : 'down')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const { replace } = acts
  useEffect(() => {
    const onReplace = (event: globalThis.KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'h' || useListDialog.getState().dialog !== null) return
      event.preventDefault()
      replace()
    }
    document.addEventListener('keydown', onReplace)
    return () => document.removeEventListener('keydown', onReplace)
  }, [replace])
  // Where no cell is, a table is pasted into the list itself.
  const isEmpty = placed.length === 0
  const isBare = problems.length === 0
  useEffect(() => {
    if (!isBare) return undefined
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!isEmpty || text === '' || (event.target as Element).closest('input, textarea')) return
      void pasteInto({ list, anchor: null, matrix: parseTsv(text), order: [] })
    }
    const onInsert = (event: globalThis.KeyboardEvent) => {
      const isElsewhere = useListDialog.getState().dialog !== null || useScreen.getState().dialog !== null
      if (event.key === 'Insert' && !isElsewhere) onAdd('below')
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('keydown', onInsert)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('keydown', onInsert)
    }
  }, [isEmpty, isBare, list, onAdd])

  return (
    <main className="lists" onKeyDownCapture={onKeyDown}>
      <ListToolbar
        search={search}
        listNames={listNames}
        units={units}
        leaders={leaders}
        categories={categories}
        ledgerId={ledgerId}
        menu={acts.menu}
        acted={actedOn}
        onAdd={() => void add()}
        onToList={() => grid.current?.takeKeys()}
      />
      {problems.length === 0 ? (
        <EmptyState
          title={placed.length === 0 ? LISTS_WORDS.emptyTitle : LISTS_WORDS.nothingFound}
          detail={
            placed.length === 0 ? `${LISTS_WORDS.emptyDetail}${LIST_ACTS_WORDS.emptyPaste}` : LISTS_WORDS.nothingFoundDetail
          }
        >
          {placed.length === 0 ? (
            <Button onClick={() => useListDialog.getState().open({ type: 'outline' })}>{LIST_ACTS_WORDS.outline}</Button>
          ) : null}
        </EmptyState>
      ) : (
        <ListGrid
          ref={grid}
          ledgerId={ledgerId}
          problems={problems}
          {...(items ? { items } : {})}
          layout={layout}
          at={at}
          onAdd={() => void add()}
          onToggle={(key) => void useListView.getState().toggleGroup(key)}
          menu={acts.menu}
        />
      )}
      <footer className="list-foot">
        <span data-counted>{LISTS_WORDS.counted(placed.length, problems.length)}</span>
        {focused ? (
          <span className="list-acts">
            <Tooltip title={LISTS_WORDS.openFileHint}>
              <Button size="small" type="text" icon={<FileTextOutlined />} onClick={() => void openProblem(focused.row.id)}>
                {LISTS_WORDS.openFile}
              </Button>
            </Tooltip>
            <Button size="small" type="text" icon={<DeleteOutlined />} onClick={() => void remove(focused)}>
              {LISTS_WORDS.remove}
            </Button>
          </span>
        ) : null}
        <ColumnChooser layout={layout} />
        <span className="list-keys">{LISTS_WORDS.keys}</span>
      </footer>
      <ListDialogs ledgerId={ledgerId} nodes={nodes} placed={placed} at={at} context={context} />
    </main>
  )
}

const STATEMENT_COLUMN = { problems: 3, tasks: 1, times: 1, duties: 1 } as const

const firstLevel = (placed: readonly PlacedProblem[]) => {
  const nodes = new Map(placed.flatMap(({ path }) => (path[0] ? [[path[0].id, path[0]] as const] : [])))
  return [...nodes.values()]
}

/** The drawer slides out first. */
const DRAWER_CLOSES_MS = 400
