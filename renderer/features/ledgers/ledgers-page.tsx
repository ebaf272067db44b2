import { FolderOpenOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Card, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { decimalOf, percentOf } from '../../../shared/base/decimal.ts'
import { type LedgerSummary, useLedgers } from '../../data/queries.ts'
import { LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { useScreen } from '../../state/screen.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SourceChoices } from './source-choices.tsx'
import { useOpenFile } from './use-open-file.ts'

/** 台账首页: every ledger of this PC, and how to make the first. */
export const LedgersPage = ({ notice }: { readonly notice: ReactNode }) => {
  const date = useScreen((state) => state.date)
  const startIntake = useScreen((state) => state.startIntake)
  const ledgers = useLedgers(date)
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
          <Button icon={<FolderOpenOutlined />} onClick={() => void choosePackage()}>
            {LEDGERS_WORDS.openPackage}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void startIntake({ type: 'choose' })}>
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
          <SourceChoices onPaste={() => void startIntake({ type: 'paste' })} />
        </EmptyState>
      ) : (
        <div className="cards">
          {ledgers.map((ledger) => (
            <LedgerCard key={ledger.id} ledger={ledger} />
          ))}
        </div>
      )}
    </Page>
  )
}

const LedgerCard = ({ ledger }: { readonly ledger: LedgerSummary }) => {
  const openLedger = useScreen((state) => state.openLedger)
  const { title, inspection, problems, done, overdue } = ledger
  return (
    <Card hoverable size="small" className="ledger-card">
      <button type="button" className="ledger-open" onClick={() => void openLedger(ledger.id)}>
        <h2>{title || LEDGERS_WORDS.untitled}</h2>
        <p className="ledger-party">
          {LEDGERS_WORDS.party}：{inspection.rectifyingParty || inspection.inspectedParty || LEDGERS_WORDS.partyUnknown}
        </p>
        <dl className="ledger-figures">
          <Figure label={LEDGERS_WORDS.problems} value={String(problems)} />
          <Figure label={LEDGERS_WORDS.doneRate} value={rateText(done, problems)} />
          <Figure label={LEDGERS_WORDS.overdue} value={String(overdue)} isBad={overdue > 0} />
        </dl>
      </button>
    </Card>
  )
}

const Figure = ({
  label,
  value,
  isBad = false,
}: {
  readonly label: string
  readonly value: string
  readonly isBad?: boolean
}) => (
  <div>
    <dt>{label}</dt>
    <dd className={isBad ? 'figure-bad' : ''}>{value}</dd>
  </div>
)

/** 完成率 to two places, 四舍五入, as the notice gives it. */
const rateText = (done: number, problems: number): string => {
  const rate = percentOf(decimalOf(done), decimalOf(problems), 2)
  return rate === null ? '—' : `${rate}%`
}
