import { Input, Radio, Tag } from 'antd'
import { memo } from 'react'
import type { CellChange, CellVerdict, ProblemDifference } from '../../../shared/intake/compare-with-ledger.ts'
import { UPDATE_WORDS as WORDS } from '../../messages/update.ts'
import { canBeTaken, type DeadlineAnswer } from './choices.ts'

const COLOURS: Readonly<Record<CellVerdict, string>> = {
  table: 'processing',
  ledger: 'default',
  both: 'error',
  differs: 'warning',
}

interface ProblemChangesProps {
  readonly difference: ProblemDifference
  /** The chosen ids of this problem, joined: what makes it drawn again. */
  readonly chosen: string
  readonly deadlines: ReadonlyMap<string, DeadlineAnswer>
  readonly onTake: (ids: readonly string[], isTaken: boolean) => void
  readonly onDeadline: (id: string, answer: DeadlineAnswer) => void
}

/** One problem about which the table says something else: both texts side by side, and which of them is to stand. */
export const ProblemChanges = memo(({ difference, chosen, deadlines, onTake, onDeadline }: ProblemChangesProps) => {
  const { number, statement, by, certainty, numberClash, changes, newMeasures } = difference
  const ids = new Set(chosen.split('\n'))
  return (
    <section className="update-problem" aria-label={`${WORDS.problem(number)} ${statement.slice(0, 40)}`}>
      <h3>
        <span className="update-number">{WORDS.problem(number)}</span>
        <span className="update-statement">{statement}</span>
        {by === 'words' ? <Tag>{WORDS.byWords(Math.round(certainty * 100))}</Tag> : null}
        {numberClash === null ? null : <Tag color="warning">{WORDS.numberClash(numberClash)}</Tag>}
      </h3>
      {changes.map((change) => (
        <Change
          key={change.id}
          change={change}
          number={number}
          isTaken={ids.has(change.id)}
          deadline={deadlines.get(change.id) ?? null}
          onTake={onTake}
          onDeadline={onDeadline}
        />
      ))}
      {newMeasures.map(({ id, text }) => (
        <div key={id} className="update-change">
          <Take id={id} label={WORDS.take(WORDS.newMeasure, number)} isTaken={ids.has(id)} onTake={onTake} />
          <span className="update-field">{WORDS.newMeasure}</span>
          <span className="update-words update-none">{WORDS.empty}</span>
          <span className="update-words update-new">{text}</span>
          <Tag color="processing">{WORDS.verdicts.table}</Tag>
        </div>
      ))}
    </section>
  )
})

interface ChangeProps {
  readonly change: CellChange
  readonly number: number
  readonly isTaken: boolean
  readonly deadline: DeadlineAnswer | null
  readonly onTake: ProblemChangesProps['onTake']
  readonly onDeadline: ProblemChangesProps['onDeadline']
}

const Change = ({ change, number, isTaken, deadline, onTake, onDeadline }: ChangeProps) => {
  const { id, title, ledger, table, exported, verdict, asks, measureId } = change
  return (
    <div className="update-change" data-verdict={verdict} data-field={change.field}>
      {canBeTaken(change) ? (
        <Take id={id} label={WORDS.take(title, number)} isTaken={isTaken} onTake={onTake} />
      ) : (
        <span className="update-take" />
      )}
      <span className="update-field">
        {measureId === null ? null : <small>{WORDS.measure} · </small>}
        {title}
      </span>
      <span className={ledger === '' ? 'update-words update-none' : 'update-words'}>{ledger || WORDS.empty}</span>
      <span className={table === '' ? 'update-words update-none' : 'update-words update-new'}>{table || WORDS.empty}</span>
      <span className="update-verdict">
        <Tag color={COLOURS[verdict]} {...(exported === null ? {} : { title: WORDS.exported(exported) })}>
          {WORDS.verdicts[verdict]}
        </Tag>
        {asks === 'deadline' && canBeTaken(change) ? (
          <>
            <Radio.Group
              size="small"
              aria-label={WORDS.deadline}
              value={deadline?.as ?? null}
              options={[
                { value: 'correct', label: WORDS.correct },
                { value: 'extend', label: WORDS.extend },
              ]}
              onChange={(event) =>
                onDeadline(
                  id,
                  event.target.value === 'correct' ? { as: 'correct' } : { as: 'extend', reason: null, approvedBy: null },
                )
              }
            />
            {deadline?.as === 'extend' ? (
              <>
                <Input
                  size="small"
                  aria-label={WORDS.reason}
                  placeholder={WORDS.reason}
                  value={deadline.reason ?? ''}
                  onChange={(event) => onDeadline(id, { ...deadline, reason: event.target.value || null })}
                />
                <Input
                  size="small"
                  aria-label={WORDS.approvedBy}
                  placeholder={WORDS.approvedBy}
                  value={deadline.approvedBy ?? ''}
                  onChange={(event) => onDeadline(id, { ...deadline, approvedBy: event.target.value || null })}
                />
              </>
            ) : null}
          </>
        ) : null}
      </span>
    </div>
  )
}

/** A plain box: hundreds of them stand in one list. */
export const Take = ({
  id,
  label,
  isTaken,
  onTake,
}: {
  readonly id: string
  readonly label: string
  readonly isTaken: boolean
  readonly onTake: ProblemChangesProps['onTake']
}) => (
  <span className="update-take">
    <input type="checkbox" aria-label={label} checked={isTaken} onChange={(event) => onTake([id], event.target.checked)} />
  </span>
)
