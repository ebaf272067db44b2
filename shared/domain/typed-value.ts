import { parseDecimal } from '../base/decimal.ts'
import { parsePlainDate, plainDateOf } from '../base/plain-date.ts'
import type { Refusal } from '../base/refusal.ts'
import { assertNever, err, ok, type Result } from '../base/result.ts'
import { foldWidth } from '../base/text.ts'
import { parseDeadline } from './deadline.ts'
import { unfitText } from './field-limits.ts'
import type { FieldShape } from './records/field-shape.ts'

type Value = string | number | boolean | null

/**
 * What a person typed, as the value of a field; empty takes it away where the field may be unknown. Dates are 2021-09-30 or 2021年9月30日,
 * counts and decimals may have full-width digits and thousands commas, choices are named by their word or code, references by id.
 */
export const readTyped = (shape: FieldShape, typed: string): Result<Value, Refusal> => {
  if (shape.type === 'text') return unfitText(shape, typed) ?? ok(typed === '' && shape.nullable ? null : typed)
  const text = foldWidth(typed).trim()
  if (text === '' && shape.nullable) return ok(null)
  const value = VALUES[shape.type](shape, text)
  return value !== undefined && shape.accepts(value) ? ok(value) : notUnderstood(shape, typed)
}

/** A value as a person sees it, and as `readTyped` reads it again. */
export const printTyped = (shape: FieldShape, value: Value): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return shape.type === 'choice' ? (shape.words[String(value)] ?? String(value)) : String(value)
}

/** The words a person chooses from; empty for what is typed freely. */
export const choicesOf = ({ type, words, nullable }: FieldShape): readonly string[] => {
  if (type === 'flag') return ['是', '否']
  return type === 'choice' ? [...(nullable ? [''] : []), ...Object.values(words)] : []
}

const VALUES: Readonly<Record<Exclude<FieldShape['type'], 'text'>, (shape: FieldShape, text: string) => Value | undefined>> = {
  id: (_, text) => text,
  reference: (_, text) => text,
  order: (_, text) => text,
  sha256: (_, text) => text,
  date: (_, text) => dateOf(text),
  decimal: (shape, text) => {
    const parsed = text.length > (shape.limit ?? 0) ? null : parseDecimal(text)
    return parsed?.ok ? parsed.value : undefined
  },
  count: (_, text) => (/^(?:\d{1,10}|\d{1,3}(?:,\d{3}){1,3})$/.test(text) ? Number(text.replaceAll(',', '')) : undefined),
  flag: (_, text) => (['是', 'true'].includes(text) ? true : ['否', 'false'].includes(text) ? false : undefined),
  choice: ({ words }, text) => Object.entries(words).find(([code, word]) => code === text || foldWidth(word) === text)?.[0],
}

/** A full date in any of the genre's forms, or as a spreadsheet shows it: 2024/3/5, 2024.3.5. */
const dateOf = (text: string): string | undefined => {
  const written = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  const plain = written
    ? plainDateOf({ year: Number(written[1]), month: Number(written[3]), day: Number(written[4]) })
    : parsePlainDate(text)
  return plain.ok ? plain.value : /日$/.test(text) ? (parseDeadline(text, null).on ?? undefined) : undefined
}

const notUnderstood = (shape: FieldShape, value: string): Result<never, Refusal> =>
  err({ type: 'value-not-understood', field: shape.title, value: value.slice(0, 100), expected: expectedOf(shape) })

const expectedOf = (shape: FieldShape): string => {
  switch (shape.type) {
    case 'date':
      return '日期，如 2021-09-30 或 2021年9月30日'
    case 'count':
      return `0 到 ${shape.limit} 的整数`
    case 'decimal':
      return '数字，如 565.25'
    case 'flag':
    case 'choice':
      return choicesOf(shape)
        .filter((word) => word !== '')
        .join('、')
    case 'id':
    case 'reference':
      return '台账中已有的一条'
    case 'order':
    case 'sha256':
    case 'text':
      return '程序写出的内容'
    default:
      return assertNever(shape.type)
  }
}
