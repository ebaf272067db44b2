import { fieldShapes } from '../domain/records/field-shape.ts'
import { isRecordKind } from '../domain/records/record-kinds.ts'
import { printTyped } from '../domain/typed-value.ts'
import { type DocumentKey, type DocumentKind, documentParts } from '../merge/document-boundaries.ts'
import type { Author, Conflict, MergeEngine } from '../merge/engine.ts'
import { ALIVE, type EntityKey, type FieldKey, type FlatMap, parseFieldKey, type Scalar } from '../merge/flat-map.ts'
import { recordTitle, recordWord } from '../merge/told-changes.ts'
import type { DocumentPlan, MergePlan, PackageState } from './merge-plan.ts'

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
  const told = plan.documents.filter(({ verdict }) => verdict !== 'same' && verdict !== 'seen')
  return {
    packages: plan.packages,
    documents: told.map((document) => toldDocument(engine, document)),
    same: plan.documents.length - told.length,
  }
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
  return {
    key,
    kind,
    problemId: kind === 'problem' || kind === 'office' ? id : null,
    title: titles.get(`${kind === 'office' ? 'officePart' : kind}:${id}` as EntityKey) ?? '',
    verdict,
    news: fields.flatMap((field): readonly ToldNews[] => {
      const told = place(field.key)
      if (told.title === '') return []
      const [old, now] = [printed(field.key, field.before), printed(field.key, field.after)]
      if (old === now) return []
      const { by } = field
      return [{ ...told, before: old, after: now, author: by?.author ?? null, at: by?.at ?? null, intent: by?.intent ?? '' }]
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

/** What each record of a document calls itself. */
export const titlesOf = (fields: FlatMap): ReadonlyMap<EntityKey, string> => {
  const records = new Map<EntityKey, Map<string, Scalar>>()
  for (const [key, value] of fields) {
    const parts = parseFieldKey(key)
    if (!parts) continue
    const own = records.get(parts.entity) ?? new Map<string, Scalar>()
    records.set(parts.entity, own.set(parts.field, value))
  }
  return new Map([...records].map(([entity, own]) => [entity, recordTitle(own)]))
}

const placeOf = (key: FieldKey, titles: ReadonlyMap<EntityKey, string>): ToldPlace => {
  const parts = parseFieldKey(key)
  const entity = parts?.entity ?? (key as EntityKey)
  return { key, record: recordWord(entity), recordTitle: titles.get(entity) ?? '', title: shapeOf(key)?.title ?? '' }
}

/** Null for what is the program's own: where a record stands, what it belongs to. */
const shapeOf = (key: FieldKey) => {
  const parts = parseFieldKey(key)
  if (!parts || !isRecordKind(parts.kind)) return null
  const shape = fieldShapes(parts.kind).find(({ name }) => name === parts.field)
  return shape && shape.type !== 'order' && shape.type !== 'id' && shape.type !== 'sha256' ? shape : null
}

const printed = (key: FieldKey, value: Scalar | undefined): string | null => {
  if (value === undefined || value === null || value === '') return null
  const shape = shapeOf(key)
  return shape ? printTyped(shape, value) : String(value)
}
