import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import { printTyped } from '../../../shared/domain/typed-value.ts'
import { lastAct } from '../../data/last-act.ts'
import type { LedgerFrame } from '../../data/settings-queries.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { SETTINGS_WORDS } from '../../messages/settings.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { SavedField } from '../../ui/saved-field.tsx'

interface SettingFieldProps {
  readonly frame: LedgerFrame
  readonly kind: 'ledger' | 'inspection'
  readonly name: string
  readonly placeholder?: string
  readonly note?: string
}

/** One setting of a ledger: Enter, or leaving the field, saves it as an act of its own. */
export const SettingField = ({ frame, kind, name, ...words }: SettingFieldProps) => {
  const ledgerId = frame.ledger.id
  const record = frame[kind] as Readonly<Record<string, string | number | boolean | null>>
  const shape = fieldShape(kind, name)
  const tellRefusal = useTellRefusal()
  const tellTakeBack = useTellRemoval()
  const save = async (value: string): Promise<boolean> => {
    const command = { type: 'set-record-field', kind, problemId: null, id: frame[kind].id, field: name, value } as const
    const answer = await ledgerStore.run(ledgerId, command)
    if (answer.ok) tellTakeBack(SETTINGS_WORDS.fieldSaved(shape.title), lastAct(ledgerId))
    else tellRefusal(answer.error)
    return answer.ok
  }
  const stored = printTyped(shape, record[name] ?? null)
  return <SavedField id={`setting/${kind}/${name}`} shape={shape} stored={stored} onSave={save} {...words} />
}
