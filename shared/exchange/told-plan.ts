import { fieldShapes } from '../domain/records/field-shape.ts'
import { isRecordKind } from '../domain/records/record-kinds.ts'
import { printTyped } from '../domain/typed-value.ts'
import { type DocumentKey, type DocumentKind, documentParts } from '../merge/document-boundaries.ts'
import type { Author, Conflict, MergeEngine } from '../merge/engine.ts'
import { ALIVE, type EntityKey, type FieldKey, type FlatMap, fieldKey, parseFieldKey, type Scalar } from '../merge/flat-map.ts'
import { PROGRAM_TYPES, recordWord, titlesOf } from '../merge/told-changes.ts'
import { type DocumentPlan, livesChanged, type MergePlan, type PackageState } from './merge-plan.ts'

/** A record and a field of it, as a person reads them. */
export interface ToldPlace {
  readonly key: FieldKey
  /** 整改措施. */
  readonly record: string
  /** By what a person recognises the record. */
  readonly recordTitle: string
  /** 时限; empty where the record itself comes or goes. */
  readonly title: string
}

/** What taking in changes in one place. Null: nothing stands there. */
export interface ToldNews extends ToldPlace {
  /** What is taken or turned down with it: the field itself, or the life of a record that comes or goes as one. */
  readonly item: FieldKey
  /** What happens to the whole record it belongs to. */
  readonly life: 'added' | 'removed' | 'changed'
  readonly before: string | null
  readonly after: string | null
  readonly author: Author | null
  readonly at: number | null
  readonly intent: string
}

/** One place with every text that stands for it, and who wrote each. */
export interface ToldConflict extends ToldPlace {
  readonly type: Conflict['type']
  readonly values: readonly {
    readonly value: Scalar
    readonly text: string
    readonly author: Author | null
    readonly at: number | null
  }[]
}

/** One document of a plan: a problem, or a part of the ledger beside the problems. */
export interface ToldDocument {
  readonly key: DocumentKey
  readonly kind: DocumentKind
  /** The problem it is or belongs to. */
  readonly problemId: string | null
  readonly title: string
  readonly verdict: DocumentPlan<unknown>['verdict']
  readonly news: readonly ToldNews[]
  readonly conflicts: readonly ToldConflict[]
}

export interface ToldPlan {
  readonly packages: readonly PackageState[]
  /** Only documents in which anything happens. */
  readonly documents: readonly ToldDocument[]
  /** How many stay as they are. */
  readonly same: number
}

/** A plan in the words a person decides by. What only the program writes (the place among siblings) is left out. */
export const toldPlan = <Doc>(engine: MergeEngine<Doc>, plan: MergePlan<Doc>): ToldPlan => {
  const told = plan.documents
    .filter(({ verdict }) => verdict !== 'same' && verdict !== 'seen')
    .map((document) => toldDocument(engine, document))
    .filter(({ verdict, news, conflicts }) => verdict === 'added' || news.length + conflicts.length > 0)
  return { packages: plan.packages, documents: told, same: plan.documents.length - told.length }
}

const toldDocument = <Doc>(
  engine: MergeEngine<Doc>,
  { key, verdict, fields, conflicts, merged }: DocumentPlan<Doc>,
): ToldDocument => {
  const { kind, id } = documentParts(key)
  const after: FlatMap = merged === null ? new Map() : engine.read(merged)
  const before: FlatMap = new Map(
    fields.flatMap(({ key: field, before: value }) => (value === undefined ? [] : [[field, value] as const])),
  )
  const titles = titlesOf(new Map([...before, ...after]))
  const place = (field: FieldKey): ToldPlace => placeOf(field, titles)
  const lives = livesChanged(fields)
  const disputed = new Set(conflicts.map((conflict) => conflict.key))
  return {
    key,
    kind,
    problemId: kind === 'problem' || kind === 'office' ? id : null,
    title: titles.get(`${kind === 'office' ? 'officePart' : kind}:${id}` as EntityKey) ?? '',
    verdict,
    news: fields.flatMap((field): readonly ToldNews[] => {
      // What is in conflict is told once, with every text.
      if (!isNews(field.key) || disputed.has(field.key)) return []
      const told = place(field.key)
      const [old, now] = [printed(field.key, field.before), printed(field.key, field.after)]
      if (old === now) return []
      const { by } = field
      const entity = parseFieldKey(field.key)?.entity
      const life = entity === undefined ? undefined : lives.get(entity)
      const item = entity === undefined || life === undefined ? field.key : fieldKey(entity, ALIVE)
      const written = { author: by?.author ?? null, at: by?.at ?? null, intent: by?.intent ?? '' }
      return [{ ...told, item, life: life ?? 'changed', before: old, after: now, ...written }]
    }),
    conflicts: conflicts.map((conflict) => toldConflict(conflict, titles)),
  }
}

export const toldConflict = ({ type, key, values }: Conflict, titles: ReadonlyMap<EntityKey, string>): ToldConflict => ({
  ...placeOf(key, titles),
  type,
  values: values.map(({ value, author, at }) => ({
    value: key.endsWith(`/${ALIVE}`) ? value !== null : value,
    text: key.endsWith(`/${ALIVE}`) ? (value === null ? '删除' : '保留') : (printed(key, value) ?? ''),
    author,
    at,
  })),
})

const placeOf = (key: FieldKey, titles: ReadonlyMap<EntityKey, string>): ToldPlace => {
  const parts = parseFieldKey(key)
  const entity = parts?.entity ?? (key as EntityKey)
  return { key, record: recordWord(entity), recordTitle: titles.get(entity) ?? '', title: shapeOf(key)?.title ?? '' }
}

const shapeOf = (key: FieldKey) => {
  const parts = parseFieldKey(key)
  return parts && isRecordKind(parts.kind) ? (fieldShapes(parts.kind).find(({ name }) => name === parts.field) ?? null) : null
}

/** Is it a person's word? What the program writes for itself (where a record stands, what it belongs to, the 收发登记) is no news. */
const isNews = (key: FieldKey): boolean =>
  !PROGRAM_TYPES.includes(shapeOf(key)?.type ?? 'id') && parseFieldKey(key)?.kind !== 'transfer'

const printed = (key: FieldKey, value: Scalar | undefined): string | null => {
  if (value === undefined || value === null || value === '') return null
  const shape = shapeOf(key)
  return shape ? printTyped(shape, value) : String(value)
}
