import type { DeadlineAnchors } from '../../../shared/domain/deadline.ts'
import { editableFields } from '../../../shared/domain/edit-field.ts'
import type { EditableField } from '../../../shared/domain/editable-field.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { windowIds } from '../../platform/window-ports.ts'
import { FieldRow } from './field-row.tsx'

/** What the fields of an owner need to be shown and saved. */
export interface FieldContext {
  readonly file: ProblemFile
  readonly year: number | null
  readonly anchors: DeadlineAnchors
  readonly units: readonly string[]
  readonly leaders: readonly string[]
  readonly save: (measureId: string | null, field: string, value: string) => Promise<boolean>
}

/** Some fields of the problem or of a measure; in `columns` two stand side by side. */
export const Fields = (props: {
  readonly context: FieldContext
  readonly measureId: string | null
  readonly names: readonly string[]
  readonly columns?: boolean
}) => {
  const { context, measureId, names, columns = false } = props
  const fields = editableFields(context.file, measureId, { ids: windowIds, year: context.year, anchors: context.anchors })
  const wanted = names.flatMap((name): readonly EditableField[] => fields.filter((field) => field.names[0] === name))
  return (
    <div className={columns ? 'fields fields-two' : 'fields'}>
      {wanted.map((field) => (
        <FieldRow
          key={field.names[0]}
          id={`${measureId ?? 'problem'}/${field.names[0]}`}
          field={field}
          year={context.year}
          names={PEOPLE.includes(field.names[0]) ? context.leaders : context.units}
          onSave={(value) => context.save(measureId, field.names[0], value)}
        />
      ))}
    </div>
  )
}

const PEOPLE = ['leader', 'person', 'contact']
