import { Skeleton } from 'antd'
import { Suspense, useEffect } from 'react'
import type { StartReport } from '../data/start-store.ts'
import { HandOutDialog } from '../features/exchange/hand-out-dialog.tsx'
import { ReceiveDialog } from '../features/exchange/receive-dialog.tsx'
import { StickNotice } from '../features/exchange/stick-notice.tsx'
import { ExportDialog } from '../features/export/export-dialog.tsx'
import { PapersDialog } from '../features/export/papers-dialog.tsx'
import { TablesDialog } from '../features/export/tables-dialog.tsx'
import { rememberOpened } from '../features/ledgers/home-desk.ts'
import { IntakePage } from '../features/ledgers/intake-page.tsx'
import { LedgersPage } from '../features/ledgers/ledgers-page.tsx'
import { PrintDialog } from '../features/print/print-dialog.tsx'
import { ProblemDrawer } from '../features/problem/problem-drawer.tsx'
import { ProofDialog } from '../features/proof/proof-dialog.tsx'
import { SearchDialog } from '../features/search/search-dialog.tsx'
import { AskWho } from '../features/settings/ask-who.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { useLook } from '../features/settings/use-settings.ts'
import { ShortcutsDialog } from '../features/shortcuts/shortcuts-dialog.tsx'
import { TrashDialog } from '../features/trash/trash-dialog.tsx'
import { UpdateDialog } from '../features/update/update-dialog.tsx'
import { openLedgerId, useScreen } from '../state/screen.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Incidents } from './incidents.tsx'
import { LedgerRoom } from './ledger-room.tsx'
import { SideNav } from './side-nav.tsx'
import { TopBar } from './top-bar.tsx'
import { useMainEvents } from './use-main-events.ts'
import { useWindowKeys } from './use-window-keys.ts'

const NO_FILES = [] as const

/** The frame around every screen, once the store is open. */
export const Shell = ({ report }: { readonly report: StartReport }) => {
  const screen = useScreen((state) => state.screen)
  const dialog = useScreen((state) => state.dialog)
  const ledgerId = useScreen(openLedgerId)
  const openDialog = useScreen((state) => state.openDialog)
  const exportedId = (dialog?.type === 'export' ? dialog.ledgerId : null) ?? ledgerId
  useMainEvents()
  useWindowKeys()
  useLook()
  useEffect(() => {
    if (ledgerId !== null) void rememberOpened(ledgerId)
  }, [ledgerId])
  useEffect(() => {
    document.documentElement.dataset['ready'] = 'true'
  }, [])
  return (
    <div className="shell">
      <TopBar />
      <Incidents report={report} />
      <StickNotice />
      <div className="screen">
        <ErrorBoundary part={screen.type} key={`${screen.type}/${ledgerId ?? ''}/${screen.type === 'ledger' ? screen.room : ''}`}>
          {screen.type === 'ledgers' ? <LedgersPage notice={<AskWho />} /> : null}
          {screen.type === 'intake' ? <IntakePage source={screen.source} /> : null}
          {screen.type === 'ledger' ? (
            <div className="rooms">
              <SideNav ledgerId={screen.ledgerId} room={screen.room} />
              <Suspense fallback={<Skeleton className="page-body" active />}>
                <LedgerRoom ledgerId={screen.ledgerId} room={screen.room} />
              </Suspense>
            </div>
          ) : null}
        </ErrorBoundary>
        {ledgerId === null ? null : (
          <ErrorBoundary part="problem">
            <ProblemDrawer ledgerId={ledgerId} />
          </ErrorBoundary>
        )}
      </div>
      <ErrorBoundary part="dialog">
        {dialog?.type === 'settings' ? (
          <SettingsDialog section={dialog.section ?? 'pc'} onClose={() => void openDialog(null)} />
        ) : null}
        {dialog?.type === 'shortcuts' ? <ShortcutsDialog onClose={() => void openDialog(null)} /> : null}
        {dialog?.type === 'search' ? <SearchDialog ledgerId={ledgerId} onClose={() => void openDialog(null)} /> : null}
        {dialog?.type === 'proof' ? <ProofDialog ledgerId={ledgerId} onClose={() => void openDialog(null)} /> : null}
        {dialog?.type === 'print' && ledgerId !== null ? (
          <PrintDialog ledgerId={ledgerId} form={dialog.form ?? null} onClose={() => void openDialog(null)} />
        ) : null}
        {dialog?.type === 'receive' ? (
          <ReceiveDialog files={dialog.files ?? NO_FILES} folder={dialog.folder ?? null} onClose={() => void openDialog(null)} />
        ) : null}
        {dialog?.type === 'hand-out' && (ledgerId !== null || dialog.kind === 'backup') ? (
          <HandOutDialog ledgerId={ledgerId} kind={dialog.kind} onClose={() => void openDialog(null)} />
        ) : null}
        {dialog?.type === 'tables' && ledgerId !== null ? <TablesDialog onClose={() => void openDialog(null)} /> : null}
        {dialog?.type === 'papers' && ledgerId !== null ? (
          <PapersDialog ledgerId={ledgerId} onClose={() => void openDialog(null)} />
        ) : null}
        {dialog?.type === 'update' && ledgerId !== null ? (
          <UpdateDialog ledgerId={ledgerId} onClose={() => void openDialog(null)} />
        ) : null}
        {dialog?.type === 'trash' && ledgerId !== null ? (
          <TrashDialog ledgerId={ledgerId} onClose={() => void openDialog(null)} />
        ) : null}
        {dialog?.type === 'export' && exportedId !== null ? (
          <ExportDialog
            ledgerId={exportedId}
            kind={dialog.kind}
            comments={dialog.comments === true}
            tables={dialog.tables ?? null}
            form={dialog.form ?? null}
            onClose={() => void openDialog(null)}
          />
        ) : null}
      </ErrorBoundary>
    </div>
  )
}
