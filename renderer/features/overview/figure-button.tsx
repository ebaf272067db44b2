import type { ReactNode } from 'react'
import { OVERVIEW_WORDS } from '../../messages/overview.ts'
import { type TellingFigure, useTelling } from './figure-card.tsx'

/** A number that leads to the rows it counts, and tells its 口径. */
export const FigureButton = ({
  figure,
  onShow,
  children,
  className = 'figure-number',
  isNamed = false,
}: {
  /** What it shows says already what it counts. */
  readonly isNamed?: boolean
  readonly figure: TellingFigure
  readonly onShow: () => void
  readonly children?: ReactNode
  readonly className?: string
}) => {
  const tells = useTelling(figure)
  return (
    <button
      type="button"
      ref={tells}
      data-figure
      className={className}
      aria-label={isNamed ? undefined : OVERVIEW_WORDS.figureButton(figure.label, figure.value, figure.unit)}
      aria-description={figure.formula}
      onClick={onShow}
    >
      {children ?? figure.value}
    </button>
  )
}
