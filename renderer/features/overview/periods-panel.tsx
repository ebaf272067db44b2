import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import type { Author } from '../../../shared/merge/engine.ts'
import type { Overview } from '../../data/figures-host.ts'
import { lastAct } from '../../data/last-act.ts'
import { usePeriods } from '../../data/overview-queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { PERIOD_WORDS } from '../../messages/overview.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { printAuthor } from '../../ui/who-and-when.ts'
import { ComparisonPanel } from './comparison-panel.tsx'
import { FigureTable } from './figure-table.tsx'
import { Panel } from './panel.tsx'
import { PeriodDialog, RenameDialog } from './period-dialogs.tsx'
import type { ShowRows } from './use-show-rows.ts'

type Period = RecordOf<'snapshot'>
type Open = { readonly what: 'figures' | 'rename'; readonly period: Period }

/** 期报 and 较上期. */
export const PeriodPanels = ({
  overview,
  show,
  onFreeze,
}: {
  readonly overview: Overview
  readonly show: ShowRows
  readonly onFreeze: () => void
}) => {
  const { ledgerId } = overview
  const periods = usePeriods(ledgerId)
  const authors = useAuthors(ledgerId, periods?.length ?? 0)
  const [open, setOpen] = useState<Open | null>(null)
  const tellRefusal = useTellRefusal()
  const tellRemoval = useTellRemoval()
  const remove = async ({ id, title }: Period) => {
    const removed = await ledgerStore.run(ledgerId, { type: 'remove-record', kind: 'snapshot', problemId: null, id })
    if (!removed.ok) return tellRefusal(removed.error)
    tellRemoval(PERIOD_WORDS.removed(title), lastAct(ledgerId))
  }
  if (periods === undefined) return null
  return (
    <>
      <Panel title={PERIOD_WORDS.title}>
        {periods.length === 0 ? (
          <>
            <p className="label">{PERIOD_WORDS.none}</p>
            <Button size="small" className="no-print" onClick={onFreeze}>
              {PERIOD_WORDS.freeze}
            </Button>
          </>
        ) : (
          <FigureTable
            caption={PERIOD_WORDS.title}
            isText
            head={[PERIOD_WORDS.name, PERIOD_WORDS.cutoff, PERIOD_WORDS.takenOn, PERIOD_WORDS.who, PERIOD_WORDS.acts]}
            rows={[...periods].reverse().map((period) => ({
              key: period.id,
              cells: [
                period.title,
                period.cutoff,
                period.takenOn,
                printAuthor(authors.get(period.id) ?? null),
                <span key="acts" className="no-print">
                  <PeriodAct word="open" title={period.title} onClick={() => setOpen({ what: 'figures', period })} />
                  <PeriodAct word="rename" title={period.title} onClick={() => setOpen({ what: 'rename', period })} />
                  <PeriodAct word="remove" title={period.title} onClick={() => void remove(period)} />
                </span>,
              ],
            }))}
          />
        )}
        {open?.what === 'figures' ? (
          <PeriodDialog period={open.period} onShow={show.ofFigure} onClose={() => setOpen(null)} />
        ) : null}
        {open?.what === 'rename' ? <RenameDialog ledgerId={ledgerId} period={open.period} onClose={() => setOpen(null)} /> : null}
      </Panel>
      {periods.length === 0 ? null : <ComparisonPanel overview={overview} periods={periods} show={show} />}
    </>
  )
}

const PeriodAct = ({
  word,
  title,
  onClick,
}: {
  readonly word: 'open' | 'rename' | 'remove'
  readonly title: string
  readonly onClick: () => void
}) => (
  <Button size="small" type="link" aria-label={PERIOD_WORDS[`${word}Of`](title)} onClick={onClick}>
    {PERIOD_WORDS[word]}
  </Button>
)

const useAuthors = (ledgerId: string, count: number): ReadonlyMap<string, Author> => {
  const [authors, setAuthors] = useState<ReadonlyMap<string, Author>>(new Map())
  useEffect(() => {
    if (count === 0) return
    void ledgerStore.frozenBy(ledgerId).then((read) => (read.ok ? setAuthors(read.value) : undefined))
  }, [ledgerId, count])
  return authors
}
