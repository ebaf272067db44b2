import { DownOutlined, HomeOutlined, RedoOutlined, SearchOutlined, SettingOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useSyncExternalStore } from 'react'
import { useLedger } from '../data/queries.ts'
import { savingState } from '../data/store-client.ts'
import { PAPERS_WORDS } from '../messages/papers.ts'
import { SHELL_WORDS } from '../messages/shell.ts'
import { TABLES_WORDS } from '../messages/tables.ts'
import { UPDATE_WORDS } from '../messages/update.ts'
import { type ExportKind, type OpenDialog, openLedgerId, useScreen } from '../state/screen.ts'
import { useTakeBack } from './use-take-back.ts'

/** Name of the program, the ledger, whether everything is on the disk, and what can be done with the whole. */
export const TopBar = () => {
  const ledgerId = useScreen(openLedgerId)
  const screen = useScreen((state) => state.screen.type)
  const { goHome, openDialog } = useScreen.getState()
  return (
    <header className="top-bar">
      <span className="program-name">{SHELL_WORDS.program}</span>
      {screen === 'ledgers' ? null : (
        <Button size="small" type="text" icon={<HomeOutlined />} onClick={() => void goHome()}>
          {SHELL_WORDS.home}
        </Button>
      )}
      {ledgerId === null ? <span className="ledger-title" /> : <LedgerTitle ledgerId={ledgerId} />}
      <Button
        size="small"
        className="search-all"
        icon={<SearchOutlined />}
        aria-keyshortcuts="Control+K"
        onClick={() => void openDialog({ type: 'search' })}
      >
        {SHELL_WORDS.searchAll}
      </Button>
      <Saving />
      {ledgerId === null ? null : <LedgerActs ledgerId={ledgerId} />}
      <Button size="small" type="text" icon={<SettingOutlined />} onClick={() => void openDialog({ type: 'settings' })}>
        {SHELL_WORDS.settings}
      </Button>
    </header>
  )
}

const LedgerTitle = ({ ledgerId }: { readonly ledgerId: string }) => {
  const title = useLedger(ledgerId)?.title ?? ''
  return (
    <span className="ledger-title" title={title}>
      {title}
    </span>
  )
}

const Saving = () => {
  const isSaving = useSyncExternalStore(savingState.subscribe, savingState.isSaving)
  return (
    <span className={isSaving ? 'saving' : 'saved'} data-saving={isSaving} aria-live="polite">
      {isSaving ? SHELL_WORDS.saving : SHELL_WORDS.saved}
    </span>
  )
}

const EXPORTS: readonly { readonly key: ExportKind; readonly label: string }[] = [
  { key: 'notice', label: SHELL_WORDS.exportNotice },
  { key: 'tables', label: SHELL_WORDS.exportTables },
  { key: 'package', label: SHELL_WORDS.savePackage },
]

const DIALOGS: Readonly<Record<string, OpenDialog>> = { more: { type: 'tables' }, papers: { type: 'papers' } }

const LedgerActs = ({ ledgerId }: { readonly ledgerId: string }) => {
  const openDialog = useScreen((state) => state.openDialog)
  const { undo, redo, state } = useTakeBack(ledgerId)
  return (
    <>
      <Tooltip title={state.undo === null ? SHELL_WORDS.nothingToUndo : SHELL_WORDS.undoOf(state.undo)}>
        <Button size="small" type="text" icon={<UndoOutlined />} disabled={state.undo === null} onClick={() => void undo()}>
          {SHELL_WORDS.undo}
        </Button>
      </Tooltip>
      <Tooltip title={state.redo === null ? SHELL_WORDS.nothingToRedo : SHELL_WORDS.redoOf(state.redo)}>
        <Button size="small" type="text" icon={<RedoOutlined />} disabled={state.redo === null} onClick={() => void redo()}>
          {SHELL_WORDS.redo}
        </Button>
      </Tooltip>
      <Button size="small" type="text" onClick={() => void openDialog({ type: 'update' })}>
        {UPDATE_WORDS.open}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...EXPORTS.slice(0, 2),
            { key: 'more', label: TABLES_WORDS.open },
            { key: 'papers', label: PAPERS_WORDS.open },
            ...EXPORTS.slice(2),
          ],
          onClick: ({ key }) => void openDialog(DIALOGS[key] ?? { type: 'export', kind: key as ExportKind }),
        }}
      >
        <Button size="small" type="text">
          {SHELL_WORDS.export}
          <DownOutlined />
        </Button>
      </Dropdown>
    </>
  )
}
