import { App, Button, Checkbox, Segmented } from 'antd'
import type { IncomingDocument } from '../../../shared/intake/incoming.ts'
import { INCOMING_KINDS, type IncomingKind } from '../../../shared/intake/kind-of-incoming.ts'
import { CORRECTION_WORDS as WORDS } from '../../messages/intake.ts'
import type { IntakeChoices, SuggestedLedger } from '../../workers/intake-worker.ts'

interface ReadAsProps {
  readonly document: IncomingDocument
  readonly suggested: SuggestedLedger
  readonly choices: IntakeChoices
  readonly isBusy: boolean
  readonly onChoose: (change: Partial<IntakeChoices>) => void
  readonly onCorrect: (step: 'splits' | 'columns') => void
}

/** What it was read as and why, and how that is put right. */
export const ReadAs = ({ document, suggested, choices, isBusy, onChoose, onCorrect }: ReadAsProps) => {
  const { kind, isDoubtful, reasons } = suggested.kind
  const isPossible = (one: IncomingKind): boolean => (one === 'table' ? document.tables.length > 0 : document.text.trim() !== '')
  return (
    <div className="read-as">
      <span>{WORDS.readAs}</span>
      <Segmented<IncomingKind>
        aria-label={WORDS.readAs}
        value={kind}
        disabled={isBusy}
        options={INCOMING_KINDS.map((one) => ({ value: one, label: WORDS.kinds[one], disabled: !isPossible(one) }))}
        onChange={(asKind) => onChoose({ asKind, splits: null, readings: null })}
      />
      {isDoubtful ? <strong className="read-doubtful">{WORDS.doubtful}</strong> : null}
      {reasons.length === 0 ? null : <span className="label">{WORDS.reasons(reasons.slice(0, 2))}</span>}
      <span className="grow" />
      {kind === 'notice' ? (
        <Checkbox
          checked={choices.measuresFromAnswer}
          disabled={isBusy}
          onChange={(event) => onChoose({ measuresFromAnswer: event.target.checked })}
        >
          {WORDS.measures}
        </Checkbox>
      ) : null}
      {suggested.splits === null ? null : (
        <Button disabled={isBusy} onClick={() => onCorrect('splits')}>
          {WORDS.openSplits}
        </Button>
      )}
      {suggested.tables === null ? null : (
        <Button disabled={isBusy} onClick={() => onCorrect('columns')}>
          {WORDS.openColumns}
        </Button>
      )}
    </div>
  )
}

/** What stands beside the text, and the rows that were left out: nothing of a file disappears without a word. */
export const BesideTheText = ({
  document,
  suggested,
}: {
  readonly document: IncomingDocument
  readonly suggested: SuggestedLedger
}) => {
  const { message } = App.useApp()
  const rejected = suggested.tables?.rejected ?? []
  const rows = rejected.map(({ at, reason, text }) => ({
    place: WORDS.rejectedRow(document.tables[at.table]?.name ?? '', at.row + 1),
    reason,
    text,
  }))
  const copy = async () => {
    await navigator.clipboard.writeText(rows.map(({ place, reason, text }) => [place, reason, text].join('\t')).join('\n'))
    void message.success(WORDS.copied)
  }
  return (
    <>
      {rows.length === 0 ? null : (
        <details className="beside-text">
          <summary>{WORDS.rejected(rows.length)}</summary>
          <Button size="small" onClick={() => void copy()}>
            {WORDS.copyRejected}
          </Button>
          <ul>
            {rows.map(({ place, reason, text }) => (
              <li key={place}>
                <b>{place}</b> {reason}：{text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {document.asides.length === 0 ? null : (
        <details className="beside-text">
          <summary>{WORDS.asides(document.asides.length)}</summary>
          <ul>
            {document.asides.map(({ kind, author, text }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: asides do not change here
              <li key={i}>
                <b>{WORDS.asideKinds[kind]}</b> {author === null ? '' : `${author}：`}
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
