import fc from 'fast-check'
import { orderKeys } from '../../shared/base/order.ts'
import { RECORD_KINDS, type RecordKind, recordSchemas, type TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import type { RawFields } from '../../shared/migrations/record-upgrade.ts'
import { upgradeRecord } from '../../shared/migrations/record-upgrades.ts'

interface Definition {
  readonly type: string
  readonly innerType?: { readonly _zod: { readonly def: Definition } }
  readonly entries?: Readonly<Record<string, string>>
}

/** The kinds of schema a field is built of, from the outside in: default, nullable, string. */
export const layersOf = (field: unknown): readonly Definition[] => {
  const { def } = (field as { readonly _zod: { readonly def: Definition } })._zod
  return def.innerType ? [def, ...layersOf(def.innerType)] : [def]
}

const metaOf = (field: unknown): { readonly format?: string } =>
  (field as { meta: () => { format?: string } | undefined }).meta() ?? {}

const plainDate = fc
  .record({
    year: fc.integer({ min: 1900, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

const decimal = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => String(n / 4))

const place = fc.nat(2_000).map((n) => PLACES[n] ?? 'a0')
const PLACES = orderKeys(2_001)
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/)

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,24}$/)

/** Any value a field's schema takes. */
const fieldValue = (name: string, field: unknown): fc.Arbitrary<unknown> => {
  const layers = layersOf(field)
  const core = layers.at(-1)
  const { format } = metaOf(field)
  const value = ((): fc.Arbitrary<unknown> => {
    if (core?.type === 'enum') return fc.constantFrom(...Object.values(core.entries ?? {}))
    if (core?.type === 'boolean') return fc.boolean()
    if (core?.type === 'number') return fc.nat(1_000_000)
    if (format === 'plain-date') return plainDate
    if (format === 'decimal') return decimal
    if (format === 'order') return place
    if (format === 'sha256') return sha256
    if (/(?:^id|Id)$/.test(name)) return id
    return fc.string({ maxLength: 20, unit: 'binary' }).filter((text) => !/[\ud800-\udfff]/u.test(text))
  })()
  return layers.some((layer) => layer.type === 'nullable') ? fc.option(value, { nil: null, freq: 4 }) : value
}

/** Any record of a kind in today's shape, derived from its schema. */
export const arbitraryRecord = (kind: RecordKind): fc.Arbitrary<TaggedRecord> =>
  fc
    .record(Object.fromEntries(Object.entries(recordSchemas[kind].shape).map(([name, field]) => [name, fieldValue(name, field)])))
    .map(
      (record) => ({ kind, record: recordSchemas[kind].parse(upgradeRecord(kind, record as RawFields).fields) }) as TaggedRecord,
    )

export const anyRecord: fc.Arbitrary<TaggedRecord> = fc.constantFrom(...RECORD_KINDS).chain(arbitraryRecord)
