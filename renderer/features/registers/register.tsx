import { App, Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { registerFigures } from '../../../shared/domain/figures/register-figures.ts'
import { REGISTER_WORDS, type RegisterKey } from '../../../shared/domain/registers/register-keys.ts'
import { type RegisterRow, registerRows } from '../../../shared/domain/registers/register-rows.ts'
import { missedTotals } from '../../../shared/domain/registers/stated-totals.ts'
import { printTotals } from '../../../shared/domain/registers/sum-lines.ts'
import type { LedgerRegisters } from '../../data/registers-queries.ts'
import { ENTRY_WORDS } from '../../messages/entries.ts'
import { EMPTY_REGISTERS, REGISTERS_WORDS } from '../../messages/registers.ts'
import { useRegisterView } from '../../state/register-view.ts'
import { useScreen } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EntryGrid } from '../../ui/entries/entry-grid.tsx'
import { arrangedEntries, type EntryRow } from '../../ui/entries/entry-rows.ts'
import { EntryToolbar } from '../../ui/entries/entry-toolbar.tsx'
import { PasteDialog } from '../../ui/entries/paste-dialog.tsx'
import { useEntryView } from '../../ui/entries/use-entry-view.ts'
import type { DrawnCell } from '../../ui/grid/grid-items.ts'
import { useGridLayout } from '../../ui/grid/grid-layout.ts'
import { BlockDialog } from './block-dialog.tsx'
import { entryColumns } from './entry-columns.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { NoticeFormButton } from './notice-form-button.tsx'
import { PrintButton } from './print-button.tsx'
import { registerCell } from './register-cell.tsx'
import { SumsPanel } from './sums-panel.tsx'
import { useRegisterActs } from './use-register-acts.ts'
import '../../ui/entries/entries.css'

interface RegisterProps {
  readonly ledgerId: string
  readonly register: RegisterKey
  readonly source: LedgerRegisters
}

/** One register: its lines on the grid, and its totals at the foot. */
export const Register = ({ ledgerId, register, source }: RegisterProps) => {
  const date = useScreen((state) => state.date)
  const openProblem = useScreen((state) => state.openProblem)
  const only = useRegisterView((state) => state.only)
  const { showOnly } = useRegisterView.getState()
  const { message } = App.useApp()
  const [dialog, setDialog] = useState<'paste' | 'issue' | 'block' | null>(null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [editKey, setEditKey] = useState<string | null>(null)
  const rows = useMemo(() => registerRows(register, source, date), [register, source, date])
  const columns = useMemo(() => entryColumns(register, source), [register, source])
  const layout = useGridLayout(ledgerId, `register-${register}`, columns, FROZEN[register] ?? 1)
  const state = useEntryView(ledgerId, `register-${register}`, only?.ids ?? null)
  const acts = useRegisterActs(ledgerId, register, source, rows)
  const figures = useMemo(() => registerFigures(source.records, source.living, date), [source, date])
  const missed = useMemo(
    () => (register === 'accountability' ? missedTotals(source.records.accountability, date) : []),
    [register, source, date],
  )
  const printGroup = useCallback(
    (value: string, group: readonly EntryRow[]): string => {
      const ids = new Set(group.map(({ key }) => key))
      const totals = printTotals(register, registerFigures(onlyOf(source, ids), source.living, date))
      return [value === '' ? ENTRY_WORDS.unset : value, totals].filter((words) => words !== '').join('　')
    },
    [register, source, date],
  )
  const entries = useMemo(
    () => arrangedEntries(rows.map(entryRow), columns, state.view, printGroup),
    [rows, columns, state.view, printGroup],
  )
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const draw = useCallback(
    (cell: DrawnCell) => registerCell(cell, byId.get(cell.key), (problemId) => void openProblem(problemId)),
    [byId, openProblem],
  )
  const onEdited = useCallback(() => setEditKey(null), [])

  const showAll = () => {
    state.setWords('')
    void showOnly(register, null)
  }
  const add = async () => {
    if (register === 'notices') return setDialog('issue')
    if (register === 'blocks') return setDialog('block')
    const created = await acts.add()
    if (created === null) return
    showAll()
    setEditKey(created)
    void message.info({ key: 'added', content: REGISTERS_WORDS.added })
  }
  const open = (key: string) => {
    const problemId = byId.get(key)?.problemId ?? null
    if (problemId === null) void message.info({ key: 'no-problem', content: REGISTERS_WORDS.noProblem })
    else void openProblem(problemId)
  }
  const addWord =
    register === 'notices' ? REGISTERS_WORDS.issue : register === 'blocks' ? REGISTERS_WORDS.giveBlock : ENTRY_WORDS.add
  const hasProblem = columns.some(({ key }) => key === 'problemId' || key === 'ownerId')
  return (
    <section className="entries" aria-label={REGISTER_WORDS[register]}>
      <EntryToolbar
        state={state}
        layout={layout}
        groups={columns.filter(({ key, holds }) => (holds === 'mark' && key !== 'number' ? true : GROUPED.has(key)))}
        only={only && { what: only.what, count: only.ids.size }}
        onShowAll={showAll}
        selected={selected}
        addWord={addWord}
        onAdd={() => void add()}
        onPaste={() => setDialog('paste')}
        onDuplicate={() => void acts.duplicate(selected)}
        onRemove={() => void acts.remove(selected)}
        hasDate
      >
        {register === 'notices' ? (
          <>
            <NoticeFormButton source={source} selected={selected} />
            <PrintButton source={source} selected={selected} onPrint={async (command) => (await acts.run(command)) !== null} />
          </>
        ) : null}
      </EntryToolbar>
      {entries.rows.length === 0 ? (
        <EmptyState
          title={rows.length === 0 ? EMPTY_REGISTERS[register].title : ENTRY_WORDS.nothingFound}
          detail={rows.length === 0 ? EMPTY_REGISTERS[register].detail : ENTRY_WORDS.nothingFoundDetail}
        >
          <div className="full-page-actions empty-acts">
            {rows.length > 0 ? <Button onClick={showAll}>{ENTRY_WORDS.clear}</Button> : null}
            <Button type="primary" onClick={() => void add()}>
              {addWord}
            </Button>
          </div>
        </EmptyState>
      ) : (
        <EntryGrid
          label={REGISTERS_WORDS.gridLabel(REGISTER_WORDS[register])}
          layout={layout}
          columns={columns}
          entries={entries}
          sort={state.view.sort}
          onSort={state.sortBy}
          onToggle={state.toggle}
          onSelect={setSelected}
          onWrite={acts.write}
          onAdd={() => void add()}
          onRemove={(keys) => void acts.remove(keys)}
          onDuplicate={(keys) => void acts.duplicate(keys)}
          {...(hasProblem ? { onOpen: open, openWord: REGISTERS_WORDS.openProblem } : {})}
          draw={draw}
          editKey={editKey}
          onEdited={onEdited}
        />
      )}
      {register === 'blocks' || rows.length === 0 ? null : (
        <SumsPanel register={register} figures={figures} missed={missed} source={source} />
      )}
      <footer className="list-foot">
        <span data-counted>{ENTRY_WORDS.shown(rows.length, entries.rows.length)}</span>
        <span className="list-keys">{ENTRY_WORDS.keys}</span>
      </footer>
      {dialog === 'paste' ? (
        <PasteDialog
          title={`${ENTRY_WORDS.paste}：${REGISTER_WORDS[register]}`}
          columns={columns}
          onAdd={(added) => acts.write([], added)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'issue' ? (
        <IssueDialog ledgerId={ledgerId} source={source} acts={acts} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'block' ? <BlockDialog acts={acts} onClose={() => setDialog(null)} /> : null}
    </section>
  )
}

/** Columns that stay at the left where a register is wider than the window. */
const FROZEN: Readonly<Partial<Record<RegisterKey, number>>> = { leads: 4, notices: 2 }

/** Columns of words whose values come again. */
const GROUPED: ReadonlySet<string> = new Set(['problemId', 'ownerId', 'supervisionId', 'unit', 'handledBy', 'team', 'post', 'pc'])

const entryRow = ({ id, cells, counts }: RegisterRow): EntryRow => ({ key: id, cells, tone: counts ? undefined : 'cell-unmet' })

/** The registers with these lines alone. */
const onlyOf = ({ records }: LedgerRegisters, ids: ReadonlySet<string>): LedgerRegisters['records'] =>
  Object.fromEntries(
    Object.entries(records).map(([kind, lines]) => [
      kind,
      (lines as readonly { readonly id: string }[]).filter(({ id }) => ids.has(id)),
    ]),
  ) as unknown as LedgerRegisters['records']
