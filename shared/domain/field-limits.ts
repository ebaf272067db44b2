import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { printableText } from '../base/text.ts'
import { type FieldShape, fieldShape, fieldShapes } from './records/field-shape.ts'
import { type DraftOf, type RecordKind, type RecordOf, recordOf } from './records/record-kinds.ts'

/**
 * Null when a text may stand in a field: within its limit, and whole. Half of a character (a lone surrogate, as a broken clipboard gives
 * it) would be stored as another one.
 */
export const unfitText = ({ title, limit }: FieldShape, text: string): Result<never, Refusal> | null => {
  if (limit !== null && text.length > limit) return err({ type: 'text-too-long', what: title, limit })
  if (!/[\ud800-\udfff]/u.test(text)) return null
  return err({ type: 'value-not-understood', field: title, value: printableText(text).slice(0, 100), expected: '没有乱码的文字' })
}

/** The same for texts of one field; what does not fit is refused before any record is made of it. `title` is what the person calls it. */
export const fitting = (
  kind: RecordKind,
  field: string,
  texts: readonly string[],
  title: string = fieldShape(kind, field).title,
): Result<never, Refusal> | null => {
  const shape = { ...fieldShape(kind, field), title }
  return texts.reduce<Result<never, Refusal> | null>((found, text) => found ?? unfitText(shape, text), null)
}

/** Null when every text among these fields is within its limit. */
export const unfit = (kind: RecordKind, fields: Readonly<Record<string, unknown>>): Result<never, Refusal> | null => {
  for (const { name, type } of fieldShapes(kind)) {
    const value = fields[name]
    const refusal = type === 'text' && typeof value === 'string' ? fitting(kind, name, [value]) : null
    if (refusal) return refusal
  }
  return null
}

/** A record of this draft; a text beyond its limit is refused. */
export const fittingRecord = <K extends RecordKind>(kind: K, draft: DraftOf<K>): Result<RecordOf<K>, Refusal> =>
  unfit(kind, draft as Readonly<Record<string, unknown>>) ?? ok(recordOf(kind, draft))
