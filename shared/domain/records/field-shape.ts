import { defect } from '../../base/result.ts'
import { type RecordKind, recordSchemas } from './record-kinds.ts'

/** What kind of value a field takes. `date`, `decimal`, `sha256` and `order` are text of one form. */
export type FieldType = 'id' | 'reference' | 'order' | 'text' | 'date' | 'decimal' | 'sha256' | 'count' | 'flag' | 'choice'

/** One field of a record as its schema says, in a form that can be shown and typed into. */
export interface FieldShape {
  readonly name: string
  /** The Chinese title a person sees. */
  readonly title: string
  readonly type: FieldType
  /** May be null: not told. */
  readonly nullable: boolean
  /** UTF-16 units of a text, the largest count; null where the form sets the limit. */
  readonly limit: number | null
  /** The words of a choice by code. */
  readonly words: Readonly<Record<string, string>>
  /** What a record begins with; undefined for a field that must be told (where the record belongs). */
  readonly initial: string | number | boolean | null | undefined
  readonly accepts: (value: unknown) => boolean
}

/** Every field of a kind, as the schema lists them. */
export const fieldShapes = (kind: RecordKind): readonly FieldShape[] => SHAPES[kind]

export const fieldShape = (kind: RecordKind, name: string): FieldShape =>
  SHAPES[kind].find((shape) => shape.name === name) ?? defect(`the program names fields its schemas have: ${kind}/${name}`)

/** Titles of fields that say where a record belongs; their schemas have none. */
const PLACE_TITLES: Readonly<Record<string, string>> = {
  id: '标识',
  ownerId: '所属',
  problemId: '所属问题',
  closureId: '所属销号',
  noticeId: '所属通报',
}

interface Layer {
  readonly type: string
  readonly innerType?: Field
  readonly defaultValue?: unknown
}
interface Field {
  readonly _zod: { readonly def: Layer }
  readonly maxLength?: number | null
  readonly maxValue?: number | null
  readonly meta: () => { readonly title?: string; readonly format?: string; readonly words?: Record<string, string> } | undefined
  readonly safeParse: (value: unknown) => { readonly success: boolean }
}

const shapeOf = (name: string, field: Field): FieldShape => {
  const layers = layersOf(field)
  const core = layers.at(-1) ?? field
  const { title, format, words = {} } = field.meta() ?? {}
  const initial = layers.find((layer) => layer._zod.def.type === 'default')?._zod.def.defaultValue
  return {
    name,
    title: title ?? PLACE_TITLES[name] ?? defect(`every field has a title: ${name}`),
    type: typeOf(name, core._zod.def.type, format),
    nullable: layers.some((layer) => layer._zod.def.type === 'nullable'),
    limit: core._zod.def.type === 'number' ? (core.maxValue ?? null) : (core.maxLength ?? null),
    words,
    initial: initial as FieldShape['initial'],
    accepts: (value) => field.safeParse(value).success,
  }
}

const layersOf = (field: Field): readonly Field[] => {
  const { innerType } = field._zod.def
  return innerType ? [field, ...layersOf(innerType)] : [field]
}

const FORMATS: Readonly<Record<string, FieldType>> = {
  'plain-date': 'date',
  decimal: 'decimal',
  order: 'order',
  sha256: 'sha256',
  reference: 'reference',
}
const CORES: Readonly<Record<string, FieldType>> = { string: 'text', number: 'count', boolean: 'flag', enum: 'choice' }

const typeOf = (name: string, core: string, format: string | undefined): FieldType => {
  if (name === 'id') return 'id'
  if (name.endsWith('Id')) return 'reference'
  return (
    (format === undefined ? CORES[core] : FORMATS[format]) ?? defect(`fields.ts makes every field: ${name} ${core} ${format}`)
  )
}

const SHAPES = Object.fromEntries(
  Object.entries(recordSchemas).map(([kind, schema]) => [
    kind,
    Object.entries(schema.shape).map(([name, field]) => shapeOf(name, field as unknown as Field)),
  ]),
) as unknown as Readonly<Record<RecordKind, readonly FieldShape[]>>
