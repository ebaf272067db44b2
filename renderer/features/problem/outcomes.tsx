import { PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { type PlainDate, printChineseDate } from '../../../shared/base/plain-date.ts'
import { outcomeFigures } from '../../../shared/domain/figures/outcome-figures.ts'
import { OUTCOME_WORDS, type OutcomeKind, REGULATION_WORDS } from '../../../shared/domain/records/problem-records.ts'
import type { Outcome } from '../../../shared/domain/records/record-kinds.ts'
import { PROGRESS_WORDS } from '../../messages/problem.ts'
import { type ActField, ActForm, type ActValues } from './act-form.tsx'
import { changedFields, recordActFields, toldFields } from './record-fields.ts'
import { RecordLine } from './record-line.tsx'
import type { ProblemActs } from './use-problem-acts.ts'

interface OutcomesProps {
  readonly problemId: string
  /** The problem, the measure or the entry they belong to. */
  readonly ownerId: string
  readonly outcomes: readonly Outcome[]
  readonly acts: Pick<ProblemActs, 'run' | 'remove'>
}

/** 成效 of one owner: each can be changed and removed, and another added. */
export const Outcomes = ({ problemId, ownerId, outcomes, acts }: OutcomesProps) => {
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  const add = (values: ActValues) =>
    acts.run({ type: 'add-record', kind: 'outcome', problemId, fields: { ...toldFields(values), ownerId } })
  return (
    <div className="outcomes">
      {outcomes.map((outcome) =>
        open === outcome.id ? (
          <OutcomeForm
            key={outcome.id}
            id={`outcome/${outcome.id}`}
            outcome={outcome}
            onClose={close}
            onSubmit={(values) => {
              const fields = changedFields('outcome', ALL_FIELDS, { ...outcome }, values)
              return acts.run({ type: 'change-record', kind: 'outcome', problemId, id: outcome.id, fields })
            }}
          />
        ) : (
          <RecordLine
            key={outcome.id}
            id={outcome.id}
            changeLabel={PROGRESS_WORDS.changeOutcome}
            onChange={() => setOpen(outcome.id)}
            removeLabel={PROGRESS_WORDS.removeOutcome}
            onRemove={() => void acts.remove({ type: 'remove-record', kind: 'outcome', problemId, id: outcome.id })}
          >
            <Tag>{OUTCOME_WORDS[outcome.kind]}</Tag>
            {outcomeText(outcome)}
          </RecordLine>
        ),
      )}
      {open === NEW ? (
        <OutcomeForm id={`outcome/${ownerId}`} outcome={null} onClose={close} onSubmit={add} />
      ) : (
        <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => setOpen(NEW)}>
          {PROGRESS_WORDS.addOutcome}
        </Button>
      )}
    </div>
  )
}

const NEW = 'new'

export const OutcomeForm = (props: {
  readonly id: string
  readonly outcome: Outcome | null
  readonly onSubmit: (values: ActValues) => Promise<boolean>
  readonly onClose: () => void
}) => (
  <ActForm
    id={props.id}
    title={props.outcome === null ? PROGRESS_WORDS.addOutcome : PROGRESS_WORDS.changeOutcome}
    fields={outcomeFields(props.outcome)}
    onSubmit={props.onSubmit}
    onClose={props.onClose}
  />
)

/** Which fields there are follows from what kind of 成效 it is. */
export const outcomeFields =
  (outcome: Outcome | null) =>
  (values: ActValues): readonly ActField[] => {
    const word = values['kind'] ?? OUTCOME_WORDS[outcome?.kind ?? FIRST_KIND]
    const kind = (Object.keys(OUTCOME_WORDS) as OutcomeKind[]).find((code) => OUTCOME_WORDS[code] === word) ?? 'other'
    return recordActFields('outcome', ['kind', ...FIELDS[kind]], outcome === null ? NEW_OUTCOME : { ...outcome })
  }

const FIRST_KIND: OutcomeKind = 'regulation'
const NEW_OUTCOME = { kind: FIRST_KIND, regulation: null, title: null, documentNumber: null, on: null, count: null, amount: null }
const MONEY = ['amount', 'on', 'title']
const COUNTED = ['title', 'count', 'on']
const FIELDS: Readonly<Record<OutcomeKind, readonly string[]>> = {
  regulation: ['title', 'documentNumber', 'regulation', 'on'],
  recovered: MONEY,
  returned: MONEY,
  collected: MONEY,
  extended: COUNTED,
  special: COUNTED,
  other: COUNTED,
}
const ALL_FIELDS = ['kind', 'title', 'documentNumber', 'regulation', 'on', 'count', 'amount']

/** 《县城供水管理办法》（青政发〔2024〕3号），制定，2024年5月6日; 12.5 万元. */
export const outcomeText = ({ title, documentNumber, regulation, on, count, amount }: OutcomeWords): string =>
  [
    (title ?? '') + (documentNumber === null ? '' : `（${documentNumber}）`),
    regulation === null ? '' : REGULATION_WORDS[regulation],
    amount === null ? '' : PROGRESS_WORDS.tenThousand(amount),
    count === null ? '' : PROGRESS_WORDS.count(count),
    on === null ? '' : printChineseDate(on),
  ]
    .filter((text) => text !== '')
    .join('，')

type OutcomeWords = Pick<Outcome, 'title' | 'documentNumber' | 'regulation' | 'on' | 'count' | 'amount'>

/** What the 成效 of this problem come to, as the same figures are counted everywhere. */
export const OutcomeTotals = ({ outcomes, date }: { readonly outcomes: readonly Outcome[]; readonly date: PlainDate }) => {
  const figures = outcomeFigures(outcomes, date)
  if (figures.length === 0) return null
  return (
    <p className="outcome-totals">
      <span className="label">{PROGRESS_WORDS.totals}：</span>
      {figures.map(({ label, value, unit }) => PROGRESS_WORDS.total(label, value, unit)).join('；')}
    </p>
  )
}
