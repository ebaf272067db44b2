import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import { printTyped } from '../../../shared/domain/typed-value.ts'
import { lastAct } from '../../data/last-act.ts'
import type { LedgerFrame } from '../../data/settings-queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { TypedField } from '../../ui/typed-field.tsx'

interface SettingFieldProps {
  readonly frame: LedgerFrame
  readonly kind: 'ledger' | 'inspection'
  readonly name: string
  readonly placeholder?: string
  readonly note?: string
}

/** One setting of a ledger: Enter, or leaving the field, saves it as an act of its own. */
export const SettingField = ({ frame, kind, name, placeholder, note }: SettingFieldProps) => {
  const ledgerId = frame.ledger.id
  const record = frame[kind] as Readonly<Record<string, string | number | boolean | null>>
  const shape = fieldShape(kind, name)
  const stored = printTyped(shape, record[name] ?? null)
  const tellRefusal = useTellRefusal()
  const tellTakeBack = useTellRemoval()
  const save = async (value: string): Promise<boolean> => {
    if (value.trim() === stored) return true
    const command = { type: 'set-record-field', kind, problemId: null, id: frame[kind].id, field: name } as const
    const answer = await ledgerStore.run(ledgerId, { ...command, value: value.trim() })
    if (answer.ok) tellTakeBack(SETTINGS_WORDS.fieldSaved(shape.title), lastAct(ledgerId))
    else tellRefusal(answer.error)
    return answer.ok
  }
  const { draft, setDraft, commit, within } = useDraft({ id: `setting/${kind}/${name}`, what: shape.title, save })
  return (
    <div ref={within}>
      <TypedField
        shape={shape}
        value={draft ?? stored}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(note === undefined ? {} : { note })}
        onType={setDraft}
        onChoose={(value) => void save(value)}
        onLeave={() => void commit()}
        onKey={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') void commit()
          else if (event.key === 'Escape' && draft !== null) {
            // The dialog stays: only the text is given up.
            event.stopPropagation()
            setDraft(null)
          }
        }}
      />
    </div>
  )
}
