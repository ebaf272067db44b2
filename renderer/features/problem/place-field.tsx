import { Select } from 'antd'
import { pathsOf } from '../../../shared/domain/arrangement.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { rowUnder } from '../../../shared/domain/siblings.ts'
import { type PlacedProblem, useLedger } from '../../data/queries.ts'
import { FACTS_WORDS } from '../../messages/problem.ts'
import type { ProblemActs } from './use-problem-acts.ts'

interface PlaceFieldProps {
  readonly ledgerId: string
  readonly file: ProblemFile
  readonly placed: readonly PlacedProblem[]
  readonly acts: Pick<ProblemActs, 'run'>
}

/** 类别 and 方面 the problem stands under; another one takes it to the end of its row. */
export const PlaceField = ({ ledgerId, file, placed, acts }: PlaceFieldProps) => {
  const nodes = useLedger(ledgerId)?.nodes ?? []
  const paths = pathsOf(nodes)
  const here = file.path.at(-1)?.id ?? ''
  const options = [
    { value: '', label: FACTS_WORDS.atTop },
    ...[...paths].map(([value, path]) => ({ value, label: path.map(({ heading }) => heading).join(' › ') })),
  ]
  const move = (value: string) => {
    if (value === here) return
    const nodeId = value === '' ? null : value
    const others = placed.filter(({ row }) => row.id !== file.problem.id).map(({ row }) => row)
    const afterId = rowUnder(nodeId, nodes, others)?.at(-1)?.id ?? null
    void acts.run({ type: 'move-problems', ids: [file.problem.id], nodeId, afterId })
  }
  return (
    <div className="field field-choice" data-field="place">
      <span className="field-title">{FACTS_WORDS.place}</span>
      <div className="field-input">
        <Select
          size="small"
          aria-label={FACTS_WORDS.place}
          value={here}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={move}
          title={FACTS_WORDS.findPlace}
        />
      </div>
    </div>
  )
}
