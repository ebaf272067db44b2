import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { type FieldShape, fieldShapes } from '../records/field-shape.ts'
import type { RecordKind } from '../records/record-kinds.ts'
import { readTyped } from '../typed-value.ts'

/** What a person or a script tells of a new record: its id and its place among others are the program's. */
export const toldShapes = (kind: RecordKind): readonly FieldShape[] =>
  fieldShapes(kind).filter(({ type }) => type !== 'id' && type !== 'order')

/** Fields by their name or Chinese title, each as typed text, as the values of a record. References are not followed. */
export const typedFields = (
  kind: RecordKind,
  fields: Readonly<Record<string, string>>,
): Result<Readonly<Record<string, string | number | boolean | null>>, Refusal> => {
  const shapes = toldShapes(kind)
  const values: Record<string, string | number | boolean | null> = {}
  for (const [name, typed] of Object.entries(fields)) {
    const shape = shapes.find((candidate) => candidate.name === name || candidate.title === name)
    if (!shape) return err({ type: 'no-such-field', field: name, known: shapes.map((known) => `${known.name}/${known.title}`) })
    const value = readTyped(shape, typed)
    if (!value.ok) return value
    values[shape.name] = value.value
  }
  return ok(values)
}
