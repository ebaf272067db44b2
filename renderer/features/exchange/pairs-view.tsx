import { Select, Table, Tag } from 'antd'
import { useMemo } from 'react'
import type { RelatedChoice } from '../../../shared/exchange/place-problems.ts'
import type { ToldPair } from '../../../shared/exchange/told-pairs.ts'
import type { SuggestedRelation } from '../../data/relate-packages.ts'
import { RELATE_WORDS as WORDS } from '../../messages/exchange.ts'

/** What becomes of each of their problems: one of ours, a new one, or nothing. */
export type PairChoices = ReadonlyMap<string, string>

const NEW = 'new'
const LEAVE = 'leave'

/** What is as good as said is paired, what has no like comes in; a person looks at it before anything is planned. */
export const firstPairs = ({ pairs }: SuggestedRelation): PairChoices =>
  new Map(pairs.map(({ theirs, mine }) => [theirs.id, mine?.id ?? NEW]))

export const choiceOfPairs = (choices: PairChoices): RelatedChoice => ({
  pairs: [...choices].flatMap(([theirs, mine]) => (mine === NEW || mine === LEAVE ? [] : [{ mine, theirs }])),
  added: [...choices].flatMap(([theirs, mine]) => (mine === NEW ? [theirs] : [])),
})

/** Problems of ours that are chosen for more than one of theirs. */
export const doubledIn = (choices: PairChoices): ReadonlySet<string> => {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const { mine } of choiceOfPairs(choices).pairs) (seen.has(mine) ? doubled : seen).add(mine)
  return doubled
}

const COLOURS = { equal: 'success', near: 'warning', none: 'default' } as const

/** 关联: their problems beside ours, for a person to confirm. */
export const PairsView = ({
  suggested,
  choices,
  onChange,
}: {
  readonly suggested: SuggestedRelation
  readonly choices: PairChoices
  readonly onChange: (choices: PairChoices) => void
}) => {
  const options = useMemo(
    () => [
      { value: NEW, label: WORDS.asNew },
      { value: LEAVE, label: WORDS.leave },
      ...suggested.mine.map(({ id, number, statement }) => ({ value: id, label: WORDS.problem(number, statement.slice(0, 60)) })),
    ],
    [suggested],
  )
  const doubled = doubledIn(choices)
  return (
    <div className="pairs">
      <p className="label">{WORDS.detail}</p>
      <Table<ToldPair>
        size="small"
        rowKey={({ theirs }) => theirs.id}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ y: 400 }}
        dataSource={[...suggested.pairs]}
        columns={[
          { title: WORDS.theirs, render: (_, { theirs }) => WORDS.problem(theirs.number, theirs.statement) },
          {
            title: WORDS.likeness,
            width: 90,
            render: (_, { by, score }) => <Tag color={COLOURS[by]}>{WORDS.by[by](Math.round(score * 100))}</Tag>,
          },
          {
            title: WORDS.mine,
            width: 460,
            render: (_, { theirs }) => (
              <Select
                size="small"
                className="pairs-select"
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={WORDS.chooseFor(theirs.number)}
                value={choices.get(theirs.id) ?? NEW}
                status={doubled.has(choices.get(theirs.id) ?? '') ? 'error' : ''}
                options={options}
                onChange={(mine) => onChange(new Map([...choices, [theirs.id, mine]]))}
              />
            ),
          },
        ]}
      />
    </div>
  )
}
