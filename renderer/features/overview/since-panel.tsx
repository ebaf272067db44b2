import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Overview, ShownFigure } from '../../data/figures-host.ts'
import { overviewFigures } from '../../data/overview-queries.ts'
import type { SinceVisit } from '../../data/since-visit.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { SINCE_WORDS } from '../../messages/overview.ts'
import { useScreen } from '../../state/screen.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { printAuthor, printMoment } from '../../ui/who-and-when.ts'
import { FigureButton } from './figure-button.tsx'
import type { TellingFigure } from './figure-card.tsx'
import { Panel } from './panel.tsx'
import type { ShowRows } from './use-show-rows.ts'
import { useVisit } from './use-visit.ts'

interface Since {
  readonly done: SinceVisit
  readonly newlyOverdue: ShownFigure | null
}

const KINDS = ['changed', 'added', 'finished', 'closed', 'reopened', 'removed'] as const

/** 较上次打开: what was done since, by whom, and what fell due meanwhile. */
export const SincePanel = ({ overview, show }: { readonly overview: Overview; readonly show: ShowRows }) => {
  const { ledgerId, cutoff } = overview
  const { visit, sequence, startAnew } = useVisit(ledgerId)
  const [since, setSince] = useState<Since | null>(null)
  const tellRefusal = useTellRefusal()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sequence` says that something was written
  useEffect(() => {
    if (!visit) return undefined
    let isWanted = true
    void Promise.all([ledgerStore.changesSince(ledgerId, visit), overviewFigures.newlyOverdue(ledgerId, visit.on, cutoff)]).then(
      ([done, newlyOverdue]) => {
        if (!isWanted) return
        if (done.ok) setSince({ done: done.value, newlyOverdue })
        else tellRefusal(done.error)
      },
    )
    return () => {
      isWanted = false
    }
  }, [ledgerId, visit, cutoff, sequence, tellRefusal])

  if (visit === undefined || visit === null || since === null)
    return (
      <Panel title={SINCE_WORDS.title}>
        <p className="label">{visit === null ? SINCE_WORDS.first : SINCE_WORDS.reading}</p>
      </Panel>
    )
  const { done, newlyOverdue } = since
  const when = SINCE_WORDS.since(printMoment(visit.at))
  const figureOf = (label: string, formula: string, ids: readonly string[]): TellingFigure => ({
    label,
    formula: `${when}，${formula}`,
    value: String(ids.length),
    unit: '个',
    count: ids.length,
    cutoff,
  })
  const shown = KINDS.filter((kind) => kind === 'changed' || done[kind].length > 0)
  const isQuiet = done.acts === 0 && (newlyOverdue?.count ?? 0) === 0
  return (
    <Panel title={SINCE_WORDS.title} extra={<span className="label">{when}</span>}>
      {isQuiet ? <p className="label">{SINCE_WORDS.nothing}</p> : null}
      {isQuiet ? null : (
        <>
          <ul className="since-list" data-since>
            {shown.map((kind) => {
              const ids = done[kind]
              const figure = figureOf(SINCE_WORDS[kind], SINCE_WORDS[`${kind}Formula`], ids)
              return (
                <li key={kind} data-kind={kind}>
                  {SINCE_WORDS[kind]}
                  <FigureButton
                    figure={figure}
                    onShow={() =>
                      kind === 'removed'
                        ? void useScreen.getState().openDialog({ type: 'trash' })
                        : show.ofProblems(SINCE_WORDS[kind], ids)
                    }
                  />
                </li>
              )
            })}
            {newlyOverdue === null || newlyOverdue.count === 0 ? null : (
              <li data-kind="overdue">
                {SINCE_WORDS.newlyOverdue}
                <FigureButton
                  className="figure-number tone-red"
                  figure={newlyOverdue}
                  onShow={() => show.ofFigure(newlyOverdue)}
                />
              </li>
            )}
          </ul>
          <p className="label">{SINCE_WORDS.acts(done.acts)}</p>
          <ul className="since-by">
            {done.by.slice(0, MOST_AUTHORS).map(({ author, acts, changed }) => (
              <li key={JSON.stringify(author)}>
                {SINCE_WORDS.by(printAuthor(author), acts)}
                <FigureButton
                  figure={figureOf(SINCE_WORDS.byLabel(printAuthor(author)), SINCE_WORDS.changedFormula, changed)}
                  onShow={() => show.ofProblems(SINCE_WORDS.byLabel(printAuthor(author)), changed)}
                />
              </li>
            ))}
          </ul>
          <Button size="small" className="no-print" onClick={startAnew}>
            {SINCE_WORDS.fromNow}
          </Button>
        </>
      )}
    </Panel>
  )
}

const MOST_AUTHORS = 8
