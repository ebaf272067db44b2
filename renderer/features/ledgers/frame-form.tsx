import { frameKey, frameShape, type TypedFrame } from '../../../shared/domain/new-ledger.ts'
import { TypedField } from '../../ui/typed-field.tsx'
import type { WizardField } from './frame-fields.ts'

interface FrameFormProps {
  readonly fields: readonly WizardField[]
  readonly typed: TypedFrame
  readonly onType: (key: string, value: string) => void
  /** The first field takes the keys. */
  readonly takesKeys?: boolean
}

/** Some fields of the ledger to come, side by side. */
export const FrameForm = ({ fields, typed, onType, takesKeys = false }: FrameFormProps) => (
  <div className="typed-fields">
    {fields.map((field, i) => (
      <TypedField
        key={frameKey(field)}
        shape={frameShape(field)}
        value={typed[frameKey(field)] ?? ''}
        autoFocus={takesKeys && i === 0}
        {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })}
        {...(field.suggestions === undefined ? {} : { suggestions: field.suggestions })}
        onType={(value) => onType(frameKey(field), value)}
      />
    ))}
  </div>
)
