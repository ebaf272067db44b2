import { Button, Tag } from 'antd'
import { useState } from 'react'
import { type PlainDate, printChineseDate } from '../../../shared/base/plain-date.ts'
import { closureState } from '../../../shared/domain/closing.ts'
import type { OneProblemCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { OPINION_WORDS, REVIEWER_WORDS } from '../../../shared/domain/records/closure-records.ts'
import type { Closure, Review } from '../../../shared/domain/records/record-kinds.ts'
import { CLOSING_WORDS, CLOSURE_STATE_WORDS } from '../../messages/closing.ts'
import { ActForm } from './act-form.tsx'
import { CLOSING_FORMS, type ClosingAct, closingActs } from './closing-acts.ts'

interface ActsProps {
  readonly file: ProblemFile
  readonly acts: { readonly run: (command: OneProblemCommand) => Promise<boolean> }
  readonly today: PlainDate
}

/** 销号 of a problem: every application with its opinions and its end, and what can be done now. */
export const ClosingSection = (props: ActsProps) => {
  const { closures, reviews } = props.file
  return (
    <>
      {closures.length === 0 ? <p className="label">{CLOSING_WORDS.none}</p> : null}
      {closures.map((closure) => (
        <Application key={closure.id} closure={closure} reviews={reviews.filter(({ closureId }) => closureId === closure.id)} />
      ))}
      <ActButtons {...props} offered={closingActs(props.file)} />
    </>
  )
}

interface ActButtonsProps extends ActsProps {
  readonly offered: readonly ClosingAct[]
  /** Whose deadline is meant; left out or null: the problem's own. */
  readonly measureId?: string | null
}

/** Buttons for acts, each with its form; one form is open at a time. */
export const ActButtons = ({ file, acts, today, offered, measureId = null }: ActButtonsProps) => {
  const [open, setOpen] = useState<ClosingAct | null>(null)
  const form = open !== null && offered.includes(open) ? CLOSING_FORMS[open] : null
  const owner = file.measures.find(({ id }) => id === measureId) ?? file.problem
  if (form) {
    return (
      <ActForm
        id={`act/${owner.id}/${open ?? ''}`}
        title={form.title}
        fields={form.fields(file, today, owner)}
        onSubmit={(values) => acts.run(form.command(file.problem.id, values, measureId))}
        onClose={() => setOpen(null)}
      />
    )
  }
  if (offered.length === 0) return null
  return (
    <div className="act-buttons">
      {offered.map((act) => (
        <Button key={act} size="small" onClick={() => setOpen(act)}>
          {CLOSING_FORMS[act].title}
        </Button>
      ))}
    </div>
  )
}

const Application = ({ closure, reviews }: { readonly closure: Closure; readonly reviews: readonly Review[] }) => {
  const { appliedOn, appliedBy, application } = closure
  const hasApplication = appliedOn !== null || appliedBy !== null || application !== ''
  return (
    <div className="closure" data-closure={closure.id}>
      <div className="entry-head">
        <strong>{CLOSING_WORDS.cycle(closure.cycle ?? 1, closure.attempt ?? 1)}</strong>
        <Tag>{CLOSURE_STATE_WORDS[closureState(closure)]}</Tag>
      </div>
      {hasApplication ? <Line what={CLOSING_WORDS.applied} on={appliedOn} words={[appliedBy, application]} /> : null}
      {reviews.map(({ id, reviewer, opinion, by, on, text }) => (
        <Line key={id} what={REVIEWER_WORDS[reviewer]} on={on} words={[OPINION_WORDS[opinion], by, text]} />
      ))}
      {closure.closedOn === null ? null : <Line what={CLOSING_WORDS.closed} on={closure.closedOn} words={[closure.result]} />}
      {closure.returnedOn === null ? null : (
        <Line what={CLOSING_WORDS.returned} on={closure.returnedOn} words={[closure.returnReason]} />
      )}
      {closure.reopenedOn === null ? null : (
        <Line
          what={CLOSING_WORDS.reopened}
          on={closure.reopenedOn}
          words={[closure.reopenReason, closure.reopenBasis === null ? null : CLOSING_WORDS.basis(closure.reopenBasis)]}
        />
      )}
    </div>
  )
}

const Line = (props: { readonly what: string; readonly on: PlainDate | null; readonly words: readonly (string | null)[] }) => (
  <div className="closure-line">
    <span className="label">{props.what}</span>
    <span>{props.on === null ? CLOSING_WORDS.undated : printChineseDate(props.on)}</span>
    <span className="entry-text">{props.words.filter((text) => text !== null && text !== '').join('，')}</span>
  </div>
)
