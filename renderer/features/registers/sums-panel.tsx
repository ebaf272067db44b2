import type { Figure } from '../../../shared/domain/figures/figure.ts'
import { ACCOUNTABILITY_WORDS, COUNT_UNIT_WORDS } from '../../../shared/domain/records/register-records.ts'
import type { RegisterKey } from '../../../shared/domain/registers/register-keys.ts'
import type { RegisterSource } from '../../../shared/domain/registers/register-rows.ts'
import type { StatedTotal } from '../../../shared/domain/registers/stated-totals.ts'
import { printSum, type SumLine, sumLines } from '../../../shared/domain/registers/sum-lines.ts'
import { REGISTERS_WORDS } from '../../messages/registers.ts'
import { useRegisterView } from '../../state/register-view.ts'
import { useScreen } from '../../state/screen.ts'
import './sums-panel.css'

interface SumsPanelProps {
  readonly register: RegisterKey
  readonly figures: readonly Figure[]
  readonly missed: readonly StatedTotal[]
  readonly source: RegisterSource
}

/** The totals of a register with the parts they are made of; each shows the lines it counts. */
export const SumsPanel = ({ register, figures, missed, source }: SumsPanelProps) => {
  const date = useScreen((state) => state.date)
  const lines = sumLines(register, figures)
  const { showFigure, showOnly } = useRegisterView.getState()
  const show = (figure: Figure) => void showFigure(figure)
  return (
    <section className="sums" aria-label={REGISTERS_WORDS.sums}>
      <h2>
        {REGISTERS_WORDS.sums}
        <span className="label">{REGISTERS_WORDS.sumsAsOf(date)}</span>
      </h2>
      {lines.length === 0 ? <p className="label">{REGISTERS_WORDS.noSums}</p> : null}
      <ul>
        {lines.map((line) => (
          <Line key={`${line.total.id} ${line.parts[0]?.label ?? ''}`} line={line} onShow={show} />
        ))}
        {missed.map((total) => (
          <li key={total.ids.join()} className="sum-wrong">
            <button
              type="button"
              className="sum-figure"
              onClick={() => void showOnly(register, { what: ACCOUNTABILITY_WORDS[total.category], ids: new Set(total.ids) })}
            >
              {wordsOf(total, source)}
            </button>
          </li>
        ))}
      </ul>
      <p className="label">{REGISTERS_WORDS.notCounted}</p>
    </section>
  )
}

const Line = ({ line, onShow }: { readonly line: SumLine; readonly onShow: (figure: Figure) => void }) => {
  const { total, over, beside } = line
  // 诫勉 is made of 诫勉: that tells nothing.
  const parts = line.parts.length === 1 && line.parts[0]?.label === total.label ? [] : line.parts
  return (
    <li data-sum={total.id}>
      <FigureButton figure={total} label={total.label} onShow={onShow} />
      <span className="sum-parts">
        {parts.map(({ label, value, figure }, i) => (
          <span key={label}>
            {i === 0 ? '= ' : '+ '}
            {figure === null ? `${label} ${value}` : <FigureButton figure={figure} label={label} onShow={onShow} isPart />}
          </span>
        ))}
        {beside.map((figure) => (
          <span key={figure.id} className="sum-beside">
            <FigureButton figure={figure} label={figure.label} onShow={onShow} />
          </span>
        ))}
        {over === null ? null : <span className="sum-wrong">{REGISTERS_WORDS.over(over, total.unit)}</span>}
      </span>
      {parts.length > 1 ? <output className="sum-formula">{printSum(line)}</output> : null}
    </li>
  )
}

const FigureButton = ({
  figure,
  label,
  onShow,
  isPart = false,
}: {
  readonly figure: Figure
  readonly label: string
  readonly onShow: (figure: Figure) => void
  readonly isPart?: boolean
}) => (
  <button
    type="button"
    className="sum-figure"
    title={REGISTERS_WORDS.showLines(figure.label, figure.formula)}
    onClick={() => onShow(figure)}
  >
    {label} <b>{figure.value}</b>
    {isPart ? '' : ` ${figure.unit}`}
  </button>
)

const wordsOf = ({ category, countUnit, stated, added, problemId }: StatedTotal, { problems }: RegisterSource): string => {
  const problem = problems.find(({ id }) => id === problemId)
  const where = problem ? REGISTERS_WORDS.ofProblem(problem.number) : REGISTERS_WORDS.ofNone
  return REGISTERS_WORDS.missed(ACCOUNTABILITY_WORDS[category], stated, added, COUNT_UNIT_WORDS[countUnit], where)
}
