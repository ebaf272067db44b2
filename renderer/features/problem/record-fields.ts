import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import type { RecordKind } from '../../../shared/domain/records/record-kinds.ts'
import { choicesOf, printTyped, readTyped } from '../../../shared/domain/typed-value.ts'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { PROBLEM_WORDS } from '../../messages/problem.ts'
import type { ActField, ActValues } from './act-form.tsx'

type Scalars = Readonly<Record<string, string | number | boolean | null>>

/** Fields of a form as the schema of a record says; `record` is what stands now, null for one that is to be made. */
export const recordActFields = (kind: RecordKind, names: readonly string[], record: Scalars | null): readonly ActField[] =>
  names.map((name): ActField => {
    const shape = fieldShape(kind, name)
    const now = record === null ? (shape.initial ?? null) : (record[name] ?? null)
    const fault = (value: string): string | null => {
      const read = readTyped(shape, value)
      if (read.ok) return null
      return read.error.type === 'value-not-understood'
        ? PROBLEM_WORDS.expects(read.error.expected)
        : sentenceOf(read.error).title
    }
    const common = { name, label: shape.title, initial: printTyped(shape, now), fault }
    if (shape.type === 'date') return { ...common, input: 'date' }
    if (shape.type === 'choice' || shape.type === 'flag')
      return {
        ...common,
        input: 'choice',
        choices: choicesOf(shape).map((word) => ({ value: word, label: word === '' ? PROBLEM_WORDS.unset : word })),
      }
    return { ...common, input: (shape.limit ?? 0) > 500 && shape.type === 'text' ? 'lines' : 'line' }
  })

/** What a form leaves of a record to write: the fields that say something else, and those no longer shown, which are emptied. */
export const changedFields = (
  kind: RecordKind,
  names: readonly string[],
  record: Scalars,
  values: ActValues,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const shape = fieldShape(kind, name)
      const before = printTyped(shape, record[name] ?? null)
      const after = values[name] ?? (shape.nullable ? '' : before)
      return before === after ? [] : [[name, after]]
    }),
  )

/** What a form says of a record that is to be made; what is empty is left to the schema. */
export const toldFields = (values: ActValues): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
