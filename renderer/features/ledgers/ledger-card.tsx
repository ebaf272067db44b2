import { EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { decimalOf, percentOf } from '../../../shared/base/decimal.ts'
import type { LedgerCardFacts } from '../../data/home-queries.ts'
import { LEDGERS_WORDS } from '../../messages/ledgers.ts'
import { type ExportKind, useScreen } from '../../state/screen.ts'
import { printMoment } from '../../ui/who-and-when.ts'
import { ProgressRing } from './progress-ring.tsx'

interface LedgerCardProps {
  readonly ledger: LedgerCardFacts
  readonly isArchived: boolean
  readonly onRename: () => void
  readonly onArchive: () => void
}

/** One ledger of this PC: how far it is, what is late, and who touched it last. */
export const LedgerCard = ({ ledger, isArchived, onRename, onArchive }: LedgerCardProps) => {
  const { openLedger, openDialog } = useScreen.getState()
  const { id, problems, done, overdue, near } = ledger
  const title = ledger.title || LEDGERS_WORDS.untitled
  const rate = rateText(done, problems)
  const act = (key: string) => {
    if (key === 'rename') onRename()
    else if (key === 'archive') onArchive()
    else void openDialog({ type: 'export', kind: key as ExportKind, ledgerId: id })
  }
  return (
    <article className="ledger-card" aria-label={title}>
      <button type="button" className="ledger-open" onClick={() => void openLedger(id)}>
        <ProgressRing share={problems === 0 ? 0 : done / problems} words={rate} label={LEDGERS_WORDS.ring(rate)} />
        <span className="ledger-told">
          <strong className="ledger-name">{title}</strong>
          <span className="ledger-party">{factsOf(ledger)}</span>
          <span className="ledger-figures">
            <Figure label={LEDGERS_WORDS.problems} value={problems} />
            <Figure label={LEDGERS_WORDS.overdue} value={overdue} className={overdue > 0 ? 'figure-bad' : ''} />
            <Figure label={LEDGERS_WORDS.near} value={near} className={near > 0 ? 'figure-near' : ''} />
          </span>
          <span className="ledger-last">{lastChangeOf(ledger)}</span>
        </span>
      </button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'rename', label: LEDGERS_WORDS.rename },
            { type: 'divider' },
            { key: 'notice', label: LEDGERS_WORDS.exportNotice },
            { key: 'tables', label: LEDGERS_WORDS.exportTables },
            { key: 'package', label: LEDGERS_WORDS.exportPackage },
            { type: 'divider' },
            { key: 'archive', label: isArchived ? LEDGERS_WORDS.unarchive : LEDGERS_WORDS.archive },
          ],
          onClick: ({ key }) => act(key),
        }}
      >
        <Button
          type="text"
          size="small"
          className="ledger-more"
          icon={<EllipsisOutlined />}
          aria-label={LEDGERS_WORDS.menuOf(title)}
        />
      </Dropdown>
    </article>
  )
}

const Figure = ({
  label,
  value,
  className = '',
}: {
  readonly label: string
  readonly value: number
  readonly className?: string
}) => (
  <span className={`ledger-figure ${className}`}>
    {label} <b>{value}</b>
  </span>
)

/** 市委第三巡察组 · 常规巡察 · 中共青梧县委 · 2024-03-15 反馈 */
const factsOf = ({ inspection }: LedgerCardFacts): string => {
  const { team, kind, rectifyingParty, inspectedParty, feedbackOn } = inspection
  const told = [team, kind, rectifyingParty ?? inspectedParty, feedbackOn && LEDGERS_WORDS.fedBack(feedbackOn)].filter(Boolean)
  return told.length === 0 ? `${LEDGERS_WORDS.party}：${LEDGERS_WORDS.partyUnknown}` : told.join(' · ')
}

const lastChangeOf = ({ lastAct }: LedgerCardFacts): string => {
  if (lastAct === null) return LEDGERS_WORDS.noChange
  return LEDGERS_WORDS.lastChange(lastAct.author.clerk || lastAct.author.pc, printMoment(lastAct.at), lastAct.intent)
}

/** 完成率 as the figures give it: two places, 四舍五入. */
const rateText = (done: number, problems: number): string => {
  const rate = percentOf(decimalOf(done), decimalOf(problems), 2)
  return rate === null ? '—' : `${rate}%`
}
