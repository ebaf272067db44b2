import { type Duty, dutyDates } from '../../../shared/domain/duty-dates.ts'
import { LIST_WORDS } from '../../../shared/domain/four-lists.ts'
import { STATUS_WORDS } from '../../../shared/domain/status.ts'
import { type LedgerFrame, useLedgerFrame } from '../../data/settings-queries.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { openLedgerId, useScreen } from '../../state/screen.ts'
import { SettingField } from './setting-field.tsx'

/** 本台账: every setting of the open ledger, each saved as an act. */
export const LedgerSettings = () => {
  const ledgerId = useScreen(openLedgerId)
  return ledgerId === null ? <p className="label">{SETTINGS_WORDS.noLedger}</p> : <OpenLedger ledgerId={ledgerId} />
}

const OpenLedger = ({ ledgerId }: { readonly ledgerId: string }) => {
  const frame = useLedgerFrame(ledgerId)
  if (!frame) return null
  return (
    <>
      <p className="label">{SETTINGS_WORDS.ledgerDetail}</p>
      {PARTS.map(({ title, detail, fields }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {detail === undefined ? null : <p className="label">{detail}</p>}
          <div className="typed-fields">
            {fields.map(({ kind, name, placeholder = SETTINGS_WORDS.unset, duty }) => (
              <SettingField
                key={`${kind}/${name}`}
                frame={frame}
                kind={kind}
                name={name}
                placeholder={placeholder}
                note={duty === undefined ? '' : dutyNote(frame, duty)}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

/** The day the duty falls due, as the days give it. */
const dutyNote = (frame: LedgerFrame, duty: Duty): string => {
  const due = dutyDates(frame).find((date) => date.duty === duty)
  if (!due) return ''
  return due.on === null ? SETTINGS_WORDS.dutyWithoutFeedback : SETTINGS_WORDS.dutyOn(due.on)
}

interface Field {
  readonly kind: 'ledger' | 'inspection'
  readonly name: string
  /** What holds as long as nothing is set. */
  readonly placeholder?: string
  readonly duty?: Duty
}

const ledger = (name: string, placeholder?: string, duty?: Duty): Field => ({
  kind: 'ledger',
  name,
  ...(placeholder === undefined ? {} : { placeholder }),
  ...(duty === undefined ? {} : { duty }),
})
const inspection = (name: string): Field => ({ kind: 'inspection', name })

const PARTS: readonly { readonly title: string; readonly detail?: string; readonly fields: readonly Field[] }[] = [
  {
    title: SETTINGS_WORDS.frame,
    fields: [
      ledger('title'),
      ledger('createdOn'),
      inspection('level'),
      inspection('kind'),
      inspection('team'),
      inspection('inspectedParty'),
      inspection('rectifyingParty'),
      inspection('periodFrom'),
      inspection('periodTo'),
      inspection('feedbackOn'),
    ],
  },
  {
    title: SETTINGS_WORDS.duties,
    fields: [
      ledger('planDays', SETTINGS_WORDS.unset, 'plan'),
      ledger('meetingDays', SETTINGS_WORDS.unset, 'meeting'),
      ledger('reportDays', SETTINGS_WORDS.unset, 'report'),
      ledger('concentratedUntil'),
    ],
  },
  {
    title: SETTINGS_WORDS.thresholds,
    detail: SETTINGS_WORDS.thresholdsDetail,
    fields: [ledger('greenDays', '20'), ledger('yellowDays', '10')],
  },
  {
    title: SETTINGS_WORDS.lists,
    detail: SETTINGS_WORDS.listsDetail,
    fields: [
      ledger('problemsListName', LIST_WORDS.problems),
      ledger('tasksListName', LIST_WORDS.tasks),
      ledger('timesListName', LIST_WORDS.times),
      ledger('dutiesListName', LIST_WORDS.duties),
    ],
  },
  {
    title: SETTINGS_WORDS.statusWords,
    detail: SETTINGS_WORDS.statusWordsDetail,
    fields: [
      ledger('notStartedWord', STATUS_WORDS.notStarted),
      ledger('inProgressWord', STATUS_WORDS.inProgress),
      ledger('basicallyDoneWord', STATUS_WORDS.basicallyDone),
      ledger('doneWord', STATUS_WORDS.done),
      ledger('closedWord', STATUS_WORDS.closed),
    ],
  },
  {
    title: SETTINGS_WORDS.paper,
    detail: SETTINGS_WORDS.paperDetail,
    fields: [
      ledger('titleFont'),
      ledger('firstHeadingFont'),
      ledger('secondHeadingFont'),
      ledger('bodyFont'),
      ledger('boldThirdHeading'),
      ledger('documentWord'),
      ledger('levels'),
    ],
  },
]
