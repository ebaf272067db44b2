import { groupBy } from '../base/list.ts'
import { fieldShapes } from '../domain/records/field-shape.ts'
import { isRecordKind, type TaggedRecord } from '../domain/records/record-kinds.ts'
import { RECORD_WORDS } from '../domain/records/record-words.ts'
import { printTyped } from '../domain/typed-value.ts'
import type { Author, ChangedLife, ChangeEntry, DocumentChange, MergeEngine } from './engine.ts'
import { type EntityKey, entityKey, type FieldKey, type FlatMap, parseFieldKey, type Scalar } from './flat-map.ts'

/** What a change did to one record: `what` and `title` name it, `fields` are what a person wrote, before and after. */
export interface ToldRecord {
  readonly entity: EntityKey
  /** 整改措施. */
  readonly what: string
  /** By what a person recognises it; empty where it says nothing of itself. */
  readonly title: string
  readonly life: ChangedLife['what'] | 'changed'
  readonly fields: readonly ToldField[]
}

export interface ToldField {
  readonly field: string
  readonly title: string
  /** Empty where nothing stood; several where the change decided between them. */
  readonly from: readonly string[]
  readonly to: string
}

/** One act of 修改记录: who, when (seconds since 1970, as that PC's clock said), what for, and what it did to each record. */
export interface ToldChange {
  readonly hash: string
  readonly author: Author | null
  readonly at: number
  readonly intent: string
  readonly records: readonly ToldRecord[]
}

/**
 * The history of documents, newest first, at most `newest` acts; an act that changed several of them is told once. In each document the
 * order is that of its changes; where documents leave it open the times say, which are shown and not trusted.
 */
export const toldChanges = <Doc>(engine: MergeEngine<Doc>, docs: readonly Doc[], newest: number): readonly ToldChange[] => {
  const rows = docs.map((doc) => engine.changes(doc).map((change): Part<Doc> => ({ doc, change })))
  const titles = new Map<Doc, ReadonlyMap<EntityKey, string>>()
  return actsInOrder(rows)
    .slice(-newest)
    .reverse()
    .flatMap((parts): readonly ToldChange[] => {
      const [first] = parts
      if (!first) return []
      const { hash, author, at, intent } = first.change
      const records = parts.flatMap(({ doc, change }) => {
        const known = titles.get(doc) ?? titlesIn(engine, doc)
        titles.set(doc, known)
        return recordsOf(change, known)
      })
      return [{ hash, author, at, intent, records }]
    })
}

/** What one change of a document did to each record; empty when the document has no such change. */
export const toldRecords = <Doc>(engine: MergeEngine<Doc>, doc: Doc, hash: string): readonly ToldRecord[] => {
  const change = engine.changes(doc).find((candidate) => candidate.hash === hash)
  return change ? recordsOf(change, titlesIn(engine, doc)) : []
}

/**
 * Weaves the changes of several documents into one row of acts. The next act is one that comes first in every document it changed, of
 * those the one with the earliest time; where two PCs' merges leave no such act, the earliest in any document.
 */
const actsInOrder = <Doc>(rows: readonly (readonly Part<Doc>[])[]): readonly (readonly Part<Doc>[])[] => {
  const actOf = ({ change }: Part<Doc>): string => change.act?.id ?? change.hash
  const parts = groupBy(rows.flat(), actOf)
  const heads = rows.map((row) => ({ row, at: 0 }))
  const done = new Set<string>()
  const ordered: (readonly Part<Doc>[])[] = []
  for (;;) {
    const waiting = new Map<string, { readonly part: Part<Doc>; heads: number }>()
    for (const head of heads) {
      while (head.at < head.row.length && done.has(actOf(head.row[head.at] as Part<Doc>))) head.at += 1
      const part = head.row[head.at]
      if (part) waiting.set(actOf(part), { part, heads: (waiting.get(actOf(part))?.heads ?? 0) + 1 })
    }
    const candidates = [...waiting]
    const whole = candidates.filter(([act, { heads: n }]) => n === new Set(parts.get(act)?.map(({ doc }) => doc)).size)
    const [next] = (whole.length > 0 ? whole : candidates).sort(([, a], [, b]) => a.part.change.at - b.part.change.at)
    if (!next) return ordered
    done.add(next[0])
    ordered.push(parts.get(next[0]) ?? [])
  }
}

interface Part<Doc> {
  readonly doc: Doc
  readonly change: DocumentChange
}

const recordsOf = (change: DocumentChange, titles: ReadonlyMap<EntityKey, string>): readonly ToldRecord[] => {
  const lives = new Map(change.lives.map(({ entity, what }) => [entity, what]))
  const fields = new Map<EntityKey, ToldField[]>([...lives.keys()].map((entity) => [entity, []]))
  for (const { key, from, to } of change.fields) {
    const told = toldField(key, from, to)
    if (told === null) continue
    const own = fields.get(told.entity)
    if (own) own.push(told.field)
    else fields.set(told.entity, [told.field])
  }
  return [...fields].map(([entity, own]) => ({
    entity,
    what: recordWord(entity),
    title: titles.get(entity) ?? '',
    life: lives.get(entity) ?? 'changed',
    fields: own,
  }))
}

/** Null for what is the program's (where a record stands, what it belongs to), and for a default written where nothing stood. */
const toldField = (
  key: FieldKey,
  from: readonly Scalar[],
  to: Scalar,
): { readonly entity: EntityKey; readonly field: ToldField } | null => {
  const parts = parseFieldKey(key)
  if (!parts) return null
  const { entity, kind, field } = parts
  const value = printField(kind, field, to)
  if (value === null) return null
  const before = [...new Set(from.map((old) => printField(kind, field, old) ?? ''))].filter((old) => old !== '')
  if (before.length <= 1 && (before[0] ?? '') === value) return null
  return { entity, field: { field, title: fieldTitle(kind, field), from: before, to: value } }
}

const shapeOf = (kind: string, field: string) =>
  isRecordKind(kind) ? fieldShapes(kind).find(({ name }) => name === field) : undefined

const fieldTitle = (kind: string, field: string): string => shapeOf(kind, field)?.title ?? field

/** A value as a person sees it; null for fields that are the program's. */
const printField = (kind: string, field: string, value: Scalar): string | null => {
  const shape = shapeOf(kind, field)
  if (!shape || PROGRAM_TYPES.includes(shape.type)) return null
  return shape.accepts(value) ? printTyped(shape, value) : String(value ?? '')
}

/** Types of what only the program writes: names, places, links. */
export const PROGRAM_TYPES: readonly string[] = ['id', 'order', 'sha256', 'reference']

/** By what a person knows the records of a document, removed ones too. */
const titlesIn = <Doc>(engine: MergeEngine<Doc>, doc: Doc): ReadonlyMap<EntityKey, string> =>
  titlesOf(new Map([...engine.read(doc), ...engine.removals(doc).flatMap((removed) => [...removed.fields])]))

/** By what a person knows each record these fields belong to. */
export const titlesOf = (fields: FlatMap): ReadonlyMap<EntityKey, string> => {
  const entities = new Map<EntityKey, Map<string, Scalar>>()
  for (const [key, value] of fields) {
    const parts = parseFieldKey(key)
    if (!parts) continue
    const own = entities.get(parts.entity) ?? new Map<string, Scalar>()
    entities.set(parts.entity, own.set(parts.field, value))
  }
  return new Map([...entities].map(([entity, own]) => [entity, recordTitle(own)]))
}

/** The same of records as rules read them. */
export const titlesOfRecords = (records: readonly TaggedRecord[]): ReadonlyMap<EntityKey, string> =>
  new Map(records.map(({ kind, record }) => [entityKey(kind, record.id), recordTitle(new Map(Object.entries(record)))]))

/** 整改措施. */
export const recordWord = (entity: EntityKey): string => {
  const kind = entity.slice(0, entity.indexOf(':'))
  return isRecordKind(kind) ? RECORD_WORDS[kind] : kind
}

/** The first field that names the record to a person. */
export const recordTitle = (fields: ReadonlyMap<string, Scalar>): string => {
  const named = NAMING.map((field) => fields.get(field)).find((value) => typeof value === 'string' && value !== '')
  return String(named ?? '').replace(/\s+/g, ' ')
}

const NAMING = [
  ...['title', 'name', 'statement', 'heading', 'text', 'subject', 'unit', 'findings', 'toWords', 'measure', 'people'],
  ...['withheldReason', 'notes', 'remainingText', 'result', 'application', 'closedOn', 'appliedOn'],
]

/** A field with who wrote what stands in it: one, or several while it is in conflict. */
export interface WrittenField {
  readonly entity: EntityKey
  readonly what: string
  readonly title: string
  readonly value: string
  readonly writers: readonly ChangeEntry[]
}

/** Who wrote this, for every field of some documents in which anything stands. */
export const writtenFields = <Doc>(engine: MergeEngine<Doc>, docs: readonly Doc[]): readonly WrittenField[] =>
  docs.flatMap((doc) => {
    const writers = engine.writers(doc)
    return [...engine.read(doc)].flatMap(([key, scalar]): readonly WrittenField[] => {
      const parts = parseFieldKey(key)
      const value = parts && printField(parts.kind, parts.field, scalar)
      if (!parts || !value) return []
      const { entity, kind, field } = parts
      return [{ entity, what: recordWord(entity), title: fieldTitle(kind, field), value, writers: writers.get(key) ?? [] }]
    })
  })
