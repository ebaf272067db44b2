import type { Overview, ShownFigure } from '../../data/figures-host.ts'
import { OVERVIEW_WORDS } from '../../messages/overview.ts'
import { FigureButton } from './figure-button.tsx'
import { FigureTable } from './figure-table.tsx'
import { Panel } from './panel.tsx'

/** The totals of the registers; their parts stand in 登记簿 itself. */
const TOTALS =
  /^(?:leads\.[^.]+\.(?:received|closed|closedRate|overdue)|accountability\.(?:all|discipline)\.total\..+|regulations\.total|money\..+|outcomes\..+|meetings\.total|supervisions\.total|supervisionNotices\.(?:issued|overdue)|extensions\.problems|closures\.(?:applied|pending)|problems\.reopened)$/

export const RegistersPanel = ({
  overview,
  onShow,
}: {
  readonly overview: Overview
  readonly onShow: (figure: ShownFigure) => void
}) => {
  const figures = overview.figures.filter(({ id }) => TOTALS.test(id))
  return (
    <Panel title={OVERVIEW_WORDS.registers}>
      {figures.length === 0 ? <p className="label">{OVERVIEW_WORDS.noRegisters}</p> : null}
      {figures.length === 0 ? null : (
        <div className="two-tables">
          {halves(figures).map((half) => (
            <FigureTable
              key={half[0]?.id ?? ''}
              caption={OVERVIEW_WORDS.registers}
              head={[OVERVIEW_WORDS.figure, OVERVIEW_WORDS.value]}
              rows={half.map((figure) => ({
                key: figure.id,
                cells: [
                  figure.label,
                  <FigureButton key="value" figure={figure} onShow={() => onShow(figure)}>
                    {OVERVIEW_WORDS.valueOf(figure.value, figure.unit)}
                  </FigureButton>,
                ],
              }))}
            />
          ))}
        </div>
      )}
    </Panel>
  )
}

const halves = (figures: readonly ShownFigure[]): readonly (readonly ShownFigure[])[] => {
  const middle = Math.ceil(figures.length / 2)
  return [figures.slice(0, middle), figures.slice(middle)].filter((half) => half.length > 0)
}
