/**
 * [Note: Flat records] The merge engine keeps each document as one flat map `"<kind>:<id>/<field>" → scalar`. Nested objects
 * and lists are not used: an edit inside a removed or replaced one vanishes without a conflict. An *entity* is what stands
 * before the slash; its field `_alive` holds a fresh token after every edit and null after removal, so that an edit made
 * elsewhere on a removed entity shows as a conflict.
 */
export type Scalar = string | number | boolean | null

/** `problem:4f…`. */
export type EntityKey = `${string}:${string}`
/** `problem:4f…/statement`. */
export type FieldKey = `${EntityKey}/${string}`

export type FlatMap = ReadonlyMap<FieldKey, Scalar>

export const ALIVE = '_alive'

/** Written as a record is removed because it goes on elsewhere: under which id. It is no field of any record. */
export const MOVED = '_moved'

/** Stands in the name of a field that says which record of a ledger typed apart this one is ([Note: Related ledgers]). */
export const SAME_AS = '_is_'

/** A field the program keeps beside those of the record. */
export const isKeptBeside = (key: FieldKey): boolean => key.includes('/_')

export const entityKey = (kind: string, id: string): EntityKey => `${kind}:${id}`
export const fieldKey = (entity: EntityKey, field: string): FieldKey => `${entity}/${field}`

export interface KeyParts {
  readonly entity: EntityKey
  readonly kind: string
  readonly id: string
  readonly field: string
}

/** The parts of a key, or null for a key that is none of ours. */
export const parseFieldKey = (key: string): KeyParts | null => {
  const match = /^([A-Za-z]{1,40}):([A-Za-z0-9_-]{1,64})\/([A-Za-z_][A-Za-z0-9_]{0,60})$/.exec(key)
  const [, kind, id, field] = match ?? []
  return kind && id && field ? { entity: entityKey(kind, id), kind, id, field } : null
}
