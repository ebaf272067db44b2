import { Checkbox, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { type Decimal, differenceOf } from '../../../shared/base/decimal.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import type { Overview, PeriodSide, ShownComparison, ShownFigure } from '../../data/figures-host.ts'
import { overviewFigures } from '../../data/overview-queries.ts'
import { OVERVIEW_WORDS, PERIOD_WORDS } from '../../messages/overview.ts'
import { RefusalText } from '../../ui/refusal-notice.tsx'
import { FigureButton } from './figure-button.tsx'
import { CARD_FIGURES } from './figure-cards.tsx'
import { FigureTable } from './figure-table.tsx'
import { Panel } from './panel.tsx'
import type { ShowRows } from './use-show-rows.ts'

/** The ledger as it is, among the periods. */
const NOW = 'now'

/** 较上期: a period against the ledger as it is, or any two periods. */
export const ComparisonPanel = ({
  overview,
  periods,
  show,
}: {
  readonly overview: Overview
  readonly periods: readonly RecordOf<'snapshot'>[]
  readonly show: ShowRows
}) => {
  const { ledgerId, cutoff } = overview
  const [chosen, setChosen] = useState<{ readonly before: string | null; readonly after: string }>({ before: null, after: NOW })
  const [onlyChanged, setOnlyChanged] = useState(false)
  const known = (id: string | null) => periods.find((period) => period.id === id)
  const before = known(chosen.before) ?? periods.at(-1)
  const after = known(chosen.after)
  const [read, setRead] = useState<Result<ShownComparison, Refusal> | null>(null)
  const [earlier, later] = [before?.sha256 ?? '', after?.sha256 ?? NOW]
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new overview says that the ledger has changed
  useEffect(() => {
    if (earlier === '') return undefined
    let isWanted = true
    const side: PeriodSide = later === NOW ? { cutoff } : { sha256: later }
    void overviewFigures.compare(ledgerId, { sha256: earlier }, side).then((answer) => {
      if (isWanted) setRead(answer)
    })
    return () => {
      isWanted = false
    }
  }, [ledgerId, earlier, later, later === NOW ? overview : null])
  const options = [...periods].reverse().map(({ id, title }) => ({ value: id, label: title }))
  const rows = useMemo(() => (read?.ok ? comparedRows(read.value, onlyChanged) : []), [read, onlyChanged])
  return (
    <Panel
      title={PERIOD_WORDS.compareTitle}
      extra={
        <>
          <Select
            size="small"
            className="period-choice"
            aria-label={PERIOD_WORDS.chooseBefore}
            value={before?.id ?? null}
            options={options}
            onChange={(id) => setChosen((now) => ({ ...now, before: id }))}
          />
          <span aria-hidden>→</span>
          <Select
            size="small"
            className="period-choice"
            aria-label={PERIOD_WORDS.chooseAfter}
            value={after?.id ?? NOW}
            options={[{ value: NOW, label: PERIOD_WORDS.now }, ...options]}
            onChange={(id) => setChosen((now) => ({ ...now, after: id }))}
          />
          <Checkbox className="no-print" checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)}>
            {PERIOD_WORDS.onlyChanged}
          </Checkbox>
        </>
      }
    >
      {read?.ok === false ? <RefusalText refusal={read.error} /> : null}
      {read?.ok ? (
        <>
          <ul className="since-list">
            {read.value.changes
              .filter(({ count }) => count > 0)
              .map((figure) => (
                <li key={figure.id} data-change={figure.id}>
                  {figure.label}
                  <FigureButton figure={figure} onShow={() => show.ofFigure(figure)} />
                </li>
              ))}
          </ul>
          {rows.length === 0 ? <p className="label">{PERIOD_WORDS.noChange}</p> : null}
          {rows.length === 0 ? null : (
            <div className="comparison">
              <FigureTable
                caption={PERIOD_WORDS.compareTitle}
                head={[
                  OVERVIEW_WORDS.figure,
                  `${PERIOD_WORDS.before}（${read.value.before.cutoff}）`,
                  `${PERIOD_WORDS.after}（${read.value.after.cutoff}）`,
                  PERIOD_WORDS.delta,
                ]}
                rows={rows.map(({ id, label, before: was, after: is, delta }) => ({
                  key: id,
                  cells: [
                    label,
                    <Side key="before" figure={was} show={show} />,
                    <Side key="after" figure={is} show={show} />,
                    <span key="delta" data-delta={id}>
                      {delta}
                    </span>,
                  ],
                }))}
              />
            </div>
          )}
        </>
      ) : null}
    </Panel>
  )
}

const Side = ({ figure, show }: { readonly figure: ShownFigure | undefined; readonly show: ShowRows }) =>
  figure === undefined ? (
    PERIOD_WORDS.missing
  ) : (
    <FigureButton figure={figure} onShow={() => show.ofFigure(figure)}>
      {OVERVIEW_WORDS.valueOf(figure.value, figure.unit)}
    </FigureButton>
  )

interface ComparedRow {
  readonly id: string
  readonly label: string
  readonly before: ShownFigure | undefined
  readonly after: ShownFigure | undefined
  readonly delta: string
}

/** The figures everyone asks for first, and every other that is not the same; those of groups and of items are told by their whole. */
const comparedRows = ({ before, after }: ShownComparison, onlyChanged: boolean): readonly ComparedRow[] => {
  const earlier = new Map(before.figures.map((figure) => [figure.id, figure]))
  const later = new Map(after.figures.map((figure) => [figure.id, figure]))
  const ids = [...new Set([...CARD_FIGURES, ...later.keys(), ...earlier.keys()])]
  return ids.flatMap((id): readonly ComparedRow[] => {
    const [was, is] = [earlier.get(id), later.get(id)]
    const isFirst = (CARD_FIGURES as readonly string[]).includes(id)
    const isSame = was?.value === is?.value
    if ((!was && !is) || (isSame && (onlyChanged || !isFirst)) || (!isFirst && DETAIL.test(id))) return []
    return [{ id, label: is?.label ?? was?.label ?? '', before: was, after: is, delta: deltaOf(was, is) }]
  })
}

const DETAIL = /^(?:items|measures|problems\.by)/

/** What one side lacks counts as nothing. */
const deltaOf = (before: ShownFigure | undefined, after: ShownFigure | undefined): string => {
  const delta = differenceOf(after?.value ?? ZERO, before?.value ?? ZERO)
  return delta.startsWith('-') || delta === ZERO ? delta : `+${delta}`
}

const ZERO = '0' as Decimal
