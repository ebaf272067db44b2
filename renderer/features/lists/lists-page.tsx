import { DeleteOutlined, FileTextOutlined } from '@ant-design/icons'
import { App, Button, type InputRef, Skeleton, Tooltip } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import type { StoredLedger } from '../../data/database.ts'
import { lastAct } from '../../data/last-act.ts'
import { type PlacedProblem, useLedger, usePlacedProblems, useSearch } from '../../data/queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { LISTS_WORDS } from '../../messages/lists.ts'
import { useFind } from '../../state/find.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { leave } from '../../state/typing.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ColumnChooser } from '../../ui/grid/column-chooser.tsx'
import { useGridLayout } from '../../ui/grid/grid-layout.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { addedAfter } from './added-after.ts'
import { ListGrid, type ListGridHandle } from './list-grid.tsx'
import { FROZEN, LIST_GRID_COLUMNS } from './list-layout.ts'
import { ListToolbar } from './list-toolbar.tsx'
import { shownProblems, unitChoices } from './shown-problems.ts'

/** 四张清单 of one ledger. */
export const ListsPage = ({ ledgerId }: { readonly ledgerId: string }) => {
  const ledger = useLedger(ledgerId)
  const placed = usePlacedProblems(ledgerId)
  if (!ledger || !placed) return <Skeleton className="lists-loading" active paragraph={{ rows: 8 }} />
  return <Lists ledger={ledger} placed={placed} />
}

const Lists = ({ ledger, placed }: { readonly ledger: StoredLedger; readonly placed: readonly PlacedProblem[] }) => {
  const { id: ledgerId, thresholds } = ledger
  const today = useScreen((state) => state.date)
  const openProblem = useScreen((state) => state.openProblem)
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
  const problems = useMemo(() => shownProblems(placed, filter, found, sort, at), [placed, filter, found, sort, at])
  const units = useMemo(() => unitChoices(placed), [placed])
  const categories = useMemo(() => firstLevel(placed), [placed])
  const list = useListView((state) => state.list)
  const layout = useGridLayout(ledgerId, list, LIST_GRID_COLUMNS[list], FROZEN[list])
  const focused = placed.find(({ row }) => row.id === focus?.problemId)

  useEffect(() => useListView.getState().setShown(problems.map(({ row }) => row.id)), [problems])
  const openedId = useScreen((state) => state.problemId)
  useEffect(() => {
    if (openedId !== null) return undefined
    // When the 问题档案 has gone the keys are the list's again, unless something else has taken them.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) grid.current?.takeKeys()
    }, DRAWER_CLOSES_MS)
    return () => clearTimeout(timer)
  }, [openedId])
  const finds = useFind((state) => state.asked)
  useEffect(() => {
    if (finds > 0) search.current?.focus({ cursor: 'all' })
  }, [finds])

  const add = async () => {
    if (!(await leave())) return
    const answer = await ledgerStore.run(ledgerId, { type: 'add-problem', statement: '', ...addedAfter(placed, focused) })
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

  return (
    <main className="lists">
      <ListToolbar
        search={search}
        units={units}
        categories={categories}
        onAdd={() => void add()}
        onToList={() => grid.current?.takeKeys()}
      />
      {problems.length === 0 ? (
        <EmptyState
          title={placed.length === 0 ? LISTS_WORDS.emptyTitle : LISTS_WORDS.nothingFound}
          detail={placed.length === 0 ? LISTS_WORDS.emptyDetail : LISTS_WORDS.nothingFoundDetail}
        />
      ) : (
        <ListGrid ref={grid} ledgerId={ledgerId} problems={problems} layout={layout} at={at} onAdd={() => void add()} />
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
