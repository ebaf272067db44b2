import { InfoCircleOutlined } from '@ant-design/icons'
import type { ShownFigure } from '../../data/figures-host.ts'
import { CARD_WORDS, OVERVIEW_WORDS } from '../../messages/overview.ts'
import { FigureButton } from './figure-button.tsx'
import { useTelling } from './figure-card.tsx'

/** The numbers everyone asks for first. */
export const CARD_FIGURES = [
  'problems.total',
  'problems.done',
  'problems.closed',
  'problems.doneRate',
  'problems.closedRate',
  'problems.inProgress',
  'problems.overdue',
  'problems.dueSoon',
  'problems.sustained',
] as const

const TONES: Readonly<Record<string, string>> = {
  'problems.overdue': 'tone-red',
  'problems.dueSoon': 'tone-amber',
  'problems.done': 'tone-green',
  'problems.closed': 'tone-green',
}

export const FigureCards = ({
  figures,
  onShow,
}: {
  readonly figures: readonly ShownFigure[]
  readonly onShow: (figure: ShownFigure) => void
}) => (
  <div className="figure-cards">
    {figures.map((figure) => (
      <FigureCell key={figure.id} figure={figure} onShow={() => onShow(figure)} />
    ))}
  </div>
)

const FigureCell = ({ figure, onShow }: { readonly figure: ShownFigure; readonly onShow: () => void }) => {
  const tells = useTelling(figure)
  const tone = figure.count > 0 ? (TONES[figure.id] ?? '') : ''
  return (
    <div className="figure-cell" data-id={figure.id}>
      <FigureButton figure={figure} onShow={onShow} className="figure-main" isNamed>
        <span className="figure-label">{CARD_WORDS[figure.id] ?? figure.label}</span>
        <span className={`figure-value ${tone}`}>
          {figure.value}
          <small>{figure.unit}</small>
        </span>
      </FigureButton>
      <button
        type="button"
        ref={tells}
        data-figure
        data-why
        className="figure-why no-print"
        aria-label={OVERVIEW_WORDS.why(figure.label)}
        aria-description={figure.formula}
      >
        <InfoCircleOutlined />
      </button>
    </div>
  )
}
