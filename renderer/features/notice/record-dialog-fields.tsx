import { typedShapes } from '../../../shared/domain/record-fields.ts'
import type { FieldShape } from '../../../shared/domain/records/field-shape.ts'
import { printTyped } from '../../../shared/domain/typed-value.ts'
import { lastAct } from '../../data/last-act.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { useTellRemoval } from '../../ui/removal-notice.tsx'
import { SavedField } from '../../ui/saved-field.tsx'
import { CodedField, isCoded } from './coded/coded-field.tsx'

interface RecordDialogFieldsProps {
  readonly ledgerId: string
  readonly kind: 'notice' | 'noticeTemplate' | 'noticeAttachment'
  readonly record: { readonly id: string }
  readonly leaveOut?: readonly string[]
  /** What holds where a field is empty. */
  readonly placeholders?: Readonly<Record<string, string>>
}

/** Everything of a record that can be typed, each field saved as an act of its own. */
export const RecordDialogFields = ({ ledgerId, kind, record, leaveOut = [], placeholders = {} }: RecordDialogFieldsProps) => {
  const tellRefusal = useTellRefusal()
  const tellTakeBack = useTellRemoval()
  const values = record as unknown as Readonly<Record<string, string | number | boolean | null>>
  const save = async (shape: FieldShape, value: string): Promise<boolean> => {
    const command = { type: 'set-record-field', kind, problemId: null, id: record.id, field: shape.name, value } as const
    const answer = await ledgerStore.run(ledgerId, command)
    if (answer.ok) tellTakeBack(WORKBENCH_WORDS.fieldSaved(shape.title), lastAct(ledgerId))
    else tellRefusal(answer.error)
    return answer.ok
  }
  const shapes = typedShapes(kind).filter(({ name }) => !leaveOut.includes(name))
  const stored = (shape: FieldShape): string => printTyped(shape, values[shape.name] ?? null)
  return (
    <div className="typed-fields record-fields">
      {shapes.map((shape) =>
        isCoded(shape.name) ? (
          <CodedField
            key={`${record.id}/${shape.name}`}
            name={shape.name}
            title={shape.title}
            stored={stored(shape)}
            onSave={(value) => void save(shape, value)}
          />
        ) : (
          <SavedField
            key={`${record.id}/${shape.name}`}
            id={`${kind}/${record.id}/${shape.name}`}
            shape={shape}
            stored={stored(shape)}
            {...(placeholders[shape.name] === undefined ? {} : { placeholder: placeholders[shape.name] ?? '' })}
            onSave={(value) => save(shape, value)}
          />
        ),
      )}
    </div>
  )
}
