import type { Refusal } from '../base/refusal.ts'
import { ok, type Result } from '../base/result.ts'
import type { RecordEdit } from './record-edit.ts'
import { type FieldShape, fieldShape } from './records/field-shape.ts'
import type { RecordKind } from './records/record-kinds.ts'
import { choicesOf, printTyped, readTyped } from './typed-value.ts'

/** A field a person or a script may set: its names (the schema's, the Chinese title), what it says now, and what setting it does. */
export interface EditableField {
  readonly names: readonly [name: string, ...others: string[]]
  readonly shown: string
  /** `lines` is text of several paragraphs, `names` are separated by 、, `choice` is one of `choices`. */
  readonly input: 'line' | 'lines' | 'names' | 'date' | 'deadline' | 'choice'
  readonly choices: readonly string[]
  readonly set: (value: string) => Result<readonly RecordEdit[], Refusal>
}

type Value = string | number | boolean | null

/** A field as its schema says; `change` is what a new value means. */
export const schemaField = (
  kind: RecordKind,
  name: string,
  now: Value,
  change: (value: Value) => Result<readonly RecordEdit[], Refusal>,
): EditableField => {
  const shape = fieldShape(kind, name)
  return {
    names: [name, shape.title],
    shown: printTyped(shape, now),
    input: inputOf(shape),
    choices: choicesOf(shape),
    set: (typed) => {
      const value = readTyped(shape, typed)
      return value.ok ? change(value.value) : value
    },
  }
}

/** A field whose new value changes one record. The value has passed the field's own schema. */
export const plainField = (kind: RecordKind, name: string, now: Value, change: (fields: never) => RecordEdit): EditableField =>
  schemaField(kind, name, now, (value) => ok([change({ [name]: value } as never)]))

/** 署名 names one party on each line; what stands under a problem is a line for each thing. */
const LINES: readonly string[] = ['signature', 'itemLines']
const ONE_LINE: readonly string[] = ['title', 'withheldReason']

const inputOf = ({ name, type, limit }: FieldShape): EditableField['input'] => {
  if (type === 'date') return 'date'
  if (type === 'flag' || type === 'choice') return 'choice'
  if (type !== 'text' || ONE_LINE.includes(name)) return 'line'
  return (limit ?? 0) > 500 || LINES.includes(name) ? 'lines' : 'line'
}
