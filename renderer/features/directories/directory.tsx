import { MergeCellsOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { type DirectoryKind, entriesOf, type NameUses } from '../../../shared/domain/directories/name-uses.ts'
import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { ENTRY_WORDS } from '../../messages/entries.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EntryGrid } from '../../ui/entries/entry-grid.tsx'
import { arrangedEntries, type EntryRow } from '../../ui/entries/entry-rows.ts'
import { EntryToolbar } from '../../ui/entries/entry-toolbar.tsx'
import { PasteDialog } from '../../ui/entries/paste-dialog.tsx'
import { useEntryView } from '../../ui/entries/use-entry-view.ts'
import type { DrawnCell } from '../../ui/grid/grid-items.ts'
import { useGridLayout } from '../../ui/grid/grid-layout.ts'
import { DIRECTORY_COLUMNS, directoryRows, type Entry } from './directory-columns.ts'
import { JoinDialog } from './join-dialog.tsx'
import { showUses } from './show-uses.ts'
import type { DirectoryActs } from './use-directory-acts.ts'

interface DirectoryProps {
  readonly ledgerId: string
  readonly kind: DirectoryKind
  readonly entries: readonly Entry[]
  readonly uses: NameUses
  readonly acts: DirectoryActs
}

/** 单位库 or 领导库 on the grid. */
export const Directory = ({ ledgerId, kind, entries, uses, acts }: DirectoryProps) => {
  const [dialog, setDialog] = useState<'paste' | 'join' | null>(null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [editKey, setEditKey] = useState<string | null>(null)
  const columns = DIRECTORY_COLUMNS[kind]
  const rows = useMemo(() => directoryRows(entries, uses), [entries, uses])
  const layout = useGridLayout(ledgerId, `directory-${kind}`, columns, 2)
  const state = useEntryView(ledgerId, `directory-${kind}`, null)
  const shown = useMemo(() => arrangedEntries(rows, columns, state.view, printGroup), [rows, columns, state.view])
  const onEdited = useCallback(() => setEditKey(null), [])
  const show = useCallback(
    (key: string) => {
      const name = entries.find(({ id }) => id === key)?.name ?? ''
      void showUses(name, uses.ofEntry.get(key)?.problemIds ?? [])
    },
    [entries, uses],
  )
  const draw = useCallback(
    ({ key, column, text }: DrawnCell) =>
      column.key === 'used' && text !== '' ? (
        <button
          type="button"
          tabIndex={-1}
          className="use-link"
          onMouseDown={(event) => {
            event.preventDefault()
            event.stopPropagation()
          }}
          onClick={() => show(key)}
        >
          {DIRECTORIES_WORDS.problems(Number(text))}
        </button>
      ) : undefined,
    [show],
  )
  const add = async () => {
    const created = await acts.add(kind)
    if (created === null) return
    state.setWords('')
    setEditKey(created)
  }
  const kept = useMemo(() => entriesOf<Entry>(entries).kept, [entries])
  const joinable = selected.filter((id) => kept.some((entry) => entry.id === id))
  return (
    <section className="entries" aria-label={kind === 'unit' ? DIRECTORIES_WORDS.units : DIRECTORIES_WORDS.leaders}>
      <EntryToolbar
        state={state}
        layout={layout}
        groups={[]}
        only={null}
        onShowAll={() => state.setWords('')}
        selected={selected}
        addWord={DIRECTORIES_WORDS.add(kind)}
        onAdd={() => void add()}
        onPaste={() => setDialog('paste')}
        onDuplicate={() => void acts.duplicate(kind, selected)}
        onRemove={() => void acts.remove(kind, selected)}
        hasDate={false}
      >
        <Tooltip title={DIRECTORIES_WORDS.joinHint}>
          <Button size="small" icon={<MergeCellsOutlined />} disabled={joinable.length === 0} onClick={() => setDialog('join')}>
            {DIRECTORIES_WORDS.join}
          </Button>
        </Tooltip>
      </EntryToolbar>
      {shown.rows.length === 0 ? (
        <EmptyState
          title={rows.length === 0 ? DIRECTORIES_WORDS.empty[kind].title : ENTRY_WORDS.nothingFound}
          detail={rows.length === 0 ? DIRECTORIES_WORDS.empty[kind].detail : ENTRY_WORDS.nothingFoundDetail}
        >
          <div className="full-page-actions empty-acts">
            <Button type="primary" onClick={() => void add()}>
              {DIRECTORIES_WORDS.add(kind)}
            </Button>
          </div>
        </EmptyState>
      ) : (
        <EntryGrid
          label={DIRECTORIES_WORDS.gridLabel(kind)}
          layout={layout}
          columns={columns}
          entries={shown}
          sort={state.view.sort}
          onSort={state.sortBy}
          onToggle={state.toggle}
          onSelect={setSelected}
          onWrite={acts.write(kind)}
          onAdd={() => void add()}
          onRemove={(keys) => void acts.remove(kind, keys)}
          onDuplicate={(keys) => void acts.duplicate(kind, keys)}
          onOpen={show}
          openWord={DIRECTORIES_WORDS.used}
          draw={draw}
          editKey={editKey}
          onEdited={onEdited}
        />
      )}
      <footer className="list-foot">
        <span data-counted>{ENTRY_WORDS.shown(rows.length, shown.rows.length)}</span>
        <span className="list-keys">{ENTRY_WORDS.keys}</span>
      </footer>
      {dialog === 'paste' ? (
        <PasteDialog
          title={`${ENTRY_WORDS.paste}：${kind === 'unit' ? DIRECTORIES_WORDS.units : DIRECTORIES_WORDS.leaders}`}
          columns={columns}
          onAdd={(added) => acts.addAll(kind, added)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'join' ? (
        <JoinDialog
          kind={kind}
          entries={kept}
          begun={joinable}
          uses={uses}
          onJoin={(intoId, ids) => acts.join(kind, intoId, ids)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </section>
  )
}

const printGroup = (value: string, _rows: readonly EntryRow[]): string => value
