import { strToU8 } from 'fflate'
import { fieldShapes } from '../domain/records/field-shape.ts'
import { isRecordKind } from '../domain/records/record-kinds.ts'
import type { Act, DocumentChange, ForeignChange, MergeEngine, Stamp } from '../merge/engine.ts'
import { type EntityKey, type FieldKey, fieldKey, type KeyParts, MOVED, parseFieldKey, type Scalar } from '../merge/flat-map.ts'
import { digestOf } from './digest.ts'
import { sameAsKey } from './related-ids.ts'

/**
 * Where a record of theirs goes. `new`: it comes in whole, under an id of its own · `paired`: ours is the same, what theirs says stands beside
 * it · `known`: ours says it already, nothing of theirs is written.
 */
export interface RelatedPlace {
  readonly id: string
  readonly as: 'new' | 'paired' | 'known'
}

export interface RelatedPlaces {
  /** Null for what does not come in. */
  readonly placeOf: (entity: EntityKey, kind: string, id: string) => RelatedPlace | null
  /** What a reference of theirs points to here; null where that does not come in. */
  readonly idOf: (id: string) => string | null
  /** The id a record of theirs goes by when it comes in new. */
  readonly relatedId: (id: string) => string
}

/** Says nothing: it gives way to whatever the other side says. */
export const saysNothing = (value: Scalar): boolean => value === null || value === '' || value === false || value === NOT_TOLD

/** 未注明: what status and 整改类型 begin with. */
const NOT_TOLD = 'unstated'

/**
 * The history of a document of theirs as changes of ours: one branch, and one more for each value of a field that is in conflict with them.
 * The same history gives the same changes; one that went on gives the same and more, as long as its records keep their places. The id of a
 * change follows from all it holds and all before it, so that two different ones never go by one.
 */
export const relatedBranches = <Doc>(
  engine: MergeEngine<Doc>,
  doc: Doc,
  places: RelatedPlaces,
): readonly (readonly ForeignChange[])[] => {
  const changes = engine.changes(doc)
  const beside = new Set(changes.flatMap(({ lives }) => lives.map(({ entity }) => entity.slice(entity.indexOf(':') + 1))))
  const writer = fieldWriter(places, beside)
  const chain: ForeignChange[] = []
  for (const change of changes) {
    const written = writer.written(change)
    const isEmpty = written.fields.length + written.alive.length + written.removed.length === 0
    if (!isEmpty) chain.push(foreignChange([chain.at(-1)?.id ?? '', change.hash], stampOf(change), written))
  }
  const sides = engine.conflicts(doc).flatMap(({ type, key, values }) =>
    values.flatMap(({ value, author, at }): readonly (readonly ForeignChange[])[] => {
      const parts = parseFieldKey(key)
      const place = parts && places.placeOf(parts.entity, parts.kind, parts.id)
      if (!parts || !place || place.as === 'known') return []
      const entity: EntityKey = `${parts.kind}:${place.id}`
      const isLife = type === 'removed-while-edited'
      const field = isLife ? null : writer.fieldOf(parts, place, value)
      if (saysNothing(value) || (!isLife && field === null)) return []
      const written = { fields: field ? [field] : [], alive: isLife ? [entity] : [], removed: [] }
      return [[foreignChange([key], stampOf({ author, at: at ?? 0, intent: '', act: null }), written)]]
    }),
  )
  return chain.length === 0 ? sides : [chain, ...sides]
}

/** A change under the name that follows from it. */
export const foreignChange = (
  after: readonly string[],
  stamp: Stamp,
  written: Pick<ForeignChange, 'fields' | 'alive' | 'removed'>,
): ForeignChange => ({ id: digestOf(strToU8(JSON.stringify([after, stamp, written]))), stamp, ...written })

/** As it was written, its act under a name that is nobody's to take back here. */
export const stampOf = ({ author, at, intent, act }: Pick<DocumentChange, 'author' | 'at' | 'intent' | 'act'>): Stamp => ({
  author: author ?? { clerk: '', unit: '', pc: '' },
  at,
  intent,
  ...(act === null ? {} : { act: relatedAct(act) }),
})

const relatedAct = ({ id, type, of }: Act): Act => ({ id: `related.${id}`, type, of: of === null ? null : `related.${of}` })

type Field = readonly [FieldKey, Scalar]

/** `beside` are the records of the same document, removed ones too. */
const fieldWriter = (places: RelatedPlaces, beside: ReadonlySet<string>) => {
  const met = new Set<EntityKey>()
  const spoken = new Set<FieldKey>()
  const placed = (entity: EntityKey) => {
    const at = entity.indexOf(':')
    const [kind, id] = [entity.slice(0, at), entity.slice(at + 1)]
    return { kind, id, place: places.placeOf(entity, kind, id) }
  }
  /** The record here, where it takes part in edits. */
  const hereOf = (entity: EntityKey): readonly EntityKey[] => {
    const { kind, place } = placed(entity)
    return place === null || place.as === 'known' ? [] : [`${kind}:${place.id}`]
  }
  /** Said once, with the first that is told of a record. */
  const sameAs = (entity: EntityKey): readonly Field[] => {
    const { kind, id, place } = placed(entity)
    const related = places.relatedId(id)
    if (place === null || met.has(entity) || place.id === related) return []
    met.add(entity)
    return [[sameAsKey(`${kind}:${place.id}`, related), true]]
  }
  const fieldOf = ({ kind, field }: KeyParts, place: RelatedPlace, value: Scalar): Field | null => {
    const shape = isRecordKind(kind) ? fieldShapes(kind).find(({ name }) => name === field) : undefined
    const isOurs = shape?.type === 'order' || (shape?.type === 'reference' && shape.nullable)
    if (place.as === 'known' || (place.as === 'paired' && (isOurs || field === MOVED))) return null
    if (field.startsWith('_') && field !== MOVED) return null
    const key = fieldKey(`${kind}:${place.id}`, field)
    if (typeof value !== 'string') return [key, value]
    if (shape?.type === 'order') return [key, behind(value)]
    if (shape?.type !== 'reference' && field !== MOVED) return [key, value]
    return [key, places.idOf(value) ?? (shape?.nullable && !beside.has(value) ? null : places.relatedId(value))]
  }
  return {
    fieldOf,
    written: ({ fields, lives, touched }: DocumentChange): Pick<ForeignChange, 'fields' | 'alive' | 'removed'> => {
      const removed = lives.flatMap(({ entity, what }) => (what === 'removed' ? [entity] : []))
      const alive = [...lives.flatMap(({ entity, what }) => (what === 'removed' ? [] : [entity])), ...touched]
      return {
        fields: [
          ...fields.flatMap(({ key, to }): readonly Field[] => {
            const parts = parseFieldKey(key)
            const place = parts && places.placeOf(parts.entity, parts.kind, parts.id)
            const field = parts && place && fieldOf(parts, place, to)
            if (!field || (place.as === 'paired' && saysNothing(to) && !spoken.has(key))) return []
            spoken.add(key)
            return [field]
          }),
          ...[...new Set([...alive, ...removed])].flatMap(sameAs),
        ],
        alive: [...new Set(alive)].filter((entity) => !removed.includes(entity)).flatMap(hereOf),
        removed: removed.flatMap(hereOf),
      }
    },
  }
}

/** A place behind all that were ever given to siblings of ours, as theirs stand among each other: the first of a million million more. */
const behind = (order: string): string => `m0000000000000${order}01`
