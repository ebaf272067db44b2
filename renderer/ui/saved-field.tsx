import type { FieldShape } from '../../shared/domain/records/field-shape.ts'
import { useDraft } from '../state/use-draft.ts'
import { TypedField } from './typed-field.tsx'

interface SavedFieldProps {
  /** Names it among everything that may be typed at once. */
  readonly id: string
  readonly shape: FieldShape
  readonly stored: string
  readonly placeholder?: string
  readonly note?: string
  /** Not called for what stands already. False: it was refused, which has been told, and what was typed stays. */
  readonly onSave: (value: string) => Promise<boolean>
}

/** One field of a record that is saved as an act of its own: by Enter (in a field of one line), or by leaving it. */
export const SavedField = ({ id, shape, stored, placeholder, note, onSave }: SavedFieldProps) => {
  const save = async (value: string): Promise<boolean> => value.trim() === stored || onSave(value.trim())
  const { draft, setDraft, commit, within } = useDraft({ id, what: shape.title, save })
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
