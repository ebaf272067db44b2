import { FileSearchOutlined, FolderOpenOutlined, PlusOutlined, SaveOutlined } from '@ant-design/icons'
import { App, Button, Input, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { type LedgerCardFacts, useLedgerCards } from '../../data/home-queries.ts'
import { LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { SHELL_WORDS } from '../../messages/shell.ts'
import { useScreen } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { byRecency, useHomeDesk } from './home-desk.ts'
import { LedgerCard } from './ledger-card.tsx'
import './ledgers.css'
import { RenameDialog } from './rename-dialog.tsx'
import { SourceChoices } from './source-choices.tsx'
import { useDroppedFile } from './use-dropped-file.ts'
import { useOpenFile } from './use-open-file.ts'

/** More ledgers than this are looked for by name. */
const SEARCHED = 8

/** 台账首页: every ledger of this PC, the recent ones first, and how to make the first. */
export const LedgersPage = ({ notice }: { readonly notice: ReactNode }) => {
  const date = useScreen((state) => state.date)
  const startIntake = useScreen((state) => state.startIntake)
  const ledgers = useLedgerCards(date)
  const isAbove = useDroppedFile()
  const { choosePackage } = useOpenFile()
  if (!ledgers) return <Skeleton className="page-body" active />
  return (
    <Page
      title={
        <>
          {LEDGERS_WORDS.title} <span className="label">{LEDGERS_WORDS.asOf(date)}</span>
        </>
      }
      extra={
        <>
          <Button icon={<FileSearchOutlined />} onClick={() => void useScreen.getState().openDialog({ type: 'proof' })}>
            {LEDGERS_WORDS.checkText}
          </Button>
          {ledgers.length === 0 ? null : (
            <Button
              icon={<SaveOutlined />}
              onClick={() => void useScreen.getState().openDialog({ type: 'hand-out', kind: 'backup' })}
            >
              {LEDGERS_WORDS.backUp}
            </Button>
          )}
          <Button icon={<FolderOpenOutlined />} onClick={() => void choosePackage()}>
            {LEDGERS_WORDS.openPackage}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void startIntake({ type: 'facts' })}>
            {LEDGERS_WORDS.create}
          </Button>
        </>
      }
    >
      {notice}
      {ledgers.length === 0 ? (
        <EmptyState title={LEDGERS_WORDS.emptyTitle} detail={LEDGERS_WORDS.emptyDetail}>
          <ol className="teach">
            {LEDGERS_WORDS.emptySteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <SourceChoices />
          <p className="label drop-hint">{LEDGERS_WORDS.dropHint}</p>
        </EmptyState>
      ) : (
        <Ledgers ledgers={ledgers} />
      )}
      {isAbove ? <div className="drop-here">{LEDGERS_WORDS.dropHere}</div> : null}
    </Page>
  )
}

const Ledgers = ({ ledgers }: { readonly ledgers: readonly LedgerCardFacts[] }) => {
  const [desk, keep] = useHomeDesk()
  const [words, setWords] = useState('')
  const [renamed, setRenamed] = useState<LedgerCardFacts | null>(null)
  const { message } = App.useApp()
  const archived = new Set(desk.archived)
  const found = [...ledgers].sort(byRecency(desk)).filter((ledger) => holds(ledger, words))
  const shown = found.filter(({ id }) => !archived.has(id))
  const away = found.filter(({ id }) => archived.has(id))
  const unarchive = (id: string) => keep({ ...desk, archived: desk.archived.filter((known) => known !== id) })
  const archive = ({ id, title }: LedgerCardFacts) => {
    keep({ ...desk, archived: [...desk.archived, id] })
    void message.success({
      key: 'archived',
      duration: 8,
      content: (
        <>
          {LEDGERS_WORDS.archivedNow(title)}
          <Button
            type="link"
            size="small"
            onClick={() => {
              keep(desk)
              message.destroy('archived')
            }}
          >
            {SHELL_WORDS.undo}
          </Button>
        </>
      ),
    })
  }
  const cards = (of: readonly LedgerCardFacts[], isArchived: boolean) => (
    <div className="cards">
      {of.map((ledger) => (
        <LedgerCard
          key={ledger.id}
          ledger={ledger}
          isArchived={isArchived}
          onRename={() => setRenamed(ledger)}
          onArchive={() => (isArchived ? unarchive(ledger.id) : archive(ledger))}
        />
      ))}
    </div>
  )
  return (
    <>
      {ledgers.length > SEARCHED ? (
        <Input.Search
          allowClear
          className="ledgers-search"
          aria-label={LEDGERS_WORDS.search}
          placeholder={LEDGERS_WORDS.search}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      {found.length === 0 ? <p className="label">{LEDGERS_WORDS.nothingFound}</p> : null}
      {shown.length === 0 && away.length > 0 && words === '' ? <p className="label">{LEDGERS_WORDS.allArchived}</p> : null}
      {cards(shown, false)}
      {away.length === 0 ? null : (
        <details className="archived" open={words !== ''}>
          <summary>{LEDGERS_WORDS.archived(away.length)}</summary>
          <p className="label">{LEDGERS_WORDS.archivedDetail}</p>
          {cards(away, true)}
        </details>
      )}
      <p className="label drop-hint">{LEDGERS_WORDS.dropHint}</p>
      {renamed === null ? null : <RenameDialog ledger={renamed} onClose={() => setRenamed(null)} />}
    </>
  )
}

const holds = ({ title, inspection }: LedgerCardFacts, words: string): boolean => {
  const text = [title, inspection.rectifyingParty, inspection.inspectedParty, inspection.team].join('\n')
  return words
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
