import * as A from '@automerge/automerge'
import type { Ids } from '../base/ports.ts'
import { defect, err, ok, type Result } from '../base/result.ts'
import { mergeClones } from './automerge-clones.ts'
import { operationsOf } from './automerge-operations.ts'
import { messageOf } from './change-message.ts'
import type { Conflict, ConflictingValue, EditRefusal, FieldEdit, ForeignChange, MergeEngine, Stamp } from './engine.ts'
import { ALIVE, type EntityKey, type FieldKey, type FlatMap, fieldKey, parseFieldKey, type Scalar } from './flat-map.ts'
import { changesIn, removalsIn } from './history.ts'
import { inverseIn } from './undo.ts'

/** One document: a root map of scalars and nothing else ([Note: Flat records]). */
export type AutomergeDocument = A.Doc<Record<string, unknown>>

/**
 * The merge engine over Automerge, used in one narrow way. Each rule answers a measured trap:
 * strings only as ImmutableString (plain ones interleave letter by letter); never `delete` (it loses to a concurrent put in
 * silence); whole-document bytes only (incremental ones are not verified); a fresh actor at every load (two PCs with one
 * actor merge only after one branch was written anew, [Note: Cloned actors]); a field in conflict accepts only `resolve` (any other write would clear the conflict); who and why go
 * into the change's message (the `author` option overrides the actor); every document grows from the same genesis.
 */
export const automergeEngine = (ids: Ids): MergeEngine<AutomergeDocument> => {
  const loadFresh = (bytes: Uint8Array): AutomergeDocument => A.load<Record<string, unknown>>(bytes, { actor: ids.actor() })

  const change = (doc: AutomergeDocument, edits: readonly FieldEdit[], stamp: Stamp, keepsLife = false): AutomergeDocument =>
    A.change(doc, { time: stamp.at, message: messageOf(stamp) }, (draft) => {
      for (const [key, value] of valuesOf(edits, ids)) {
        if (keepsLife && key.endsWith(`/${ALIVE}`)) continue
        if (isOneOfSeveral(doc, key, value)) draft[key] = value === null ? false : null
        draft[key] = typeof value === 'string' ? new A.ImmutableString(value) : value
      }
    })

  return {
    create: (fields, stamp) =>
      change(
        loadFresh(GENESIS),
        [...fields].map(([key, value]) => ({ type: 'set', key, value })),
        stamp,
      ),

    load: (bytes) => {
      // A.load gives an empty document for empty bytes instead of refusing them.
      const loaded = bytes.length === 0 ? err('empty') : attempt(() => loadFresh(bytes))
      if (!loaded.ok) return err({ type: 'document-damaged' })
      const foreign = Object.entries(loaded.value).find(([key, value]) => !isOurs(key, value))
      return foreign ? err({ type: 'document-foreign', key: foreign[0] }) : loaded
    },

    save: (doc) => A.save(doc),
    read: (doc) => livingFields(doc),
    removed: (doc) => entitiesOf(doc).filter((entity) => !isAlive(doc, entity)),
    heads: (doc) => A.getHeads(doc),

    refusal: refusalOf,
    edit: (doc, edits, stamp) => {
      const refusal = refusalOf(doc, edits)
      return refusal ? err(refusal) : ok(change(doc, edits, stamp))
    },

    resolve: (doc, key, value, stamp) => {
      const { entity, field } = parseFieldKey(key) ?? defect(`conflicts are listed under keys we can read: ${key}`)
      // Whether the entity stays is a question of its own: a resolution of one field must not answer it, nor bring back what is removed.
      const keepsLife = !isAlive(doc, entity) || valuesInConflict(doc, fieldKey(entity, ALIVE)).length > 0
      if (field !== ALIVE) return change(doc, [{ type: 'set', key, value }], stamp, keepsLife)
      return change(doc, [{ type: value === null ? 'remove' : 'restore', entity }], stamp)
    },

    merge: (mine, theirs) => {
      const merged = attempt(() => A.merge(mine, theirs))
      if (merged.ok) return merged
      // The library refuses before it has taken anything in but whole changes of theirs; what clashes is told apart and merged again.
      const parted = attempt(() => mergeClones(mine, theirs, ids.actor()))
      if (!parted.ok) return err({ type: 'documents-cannot-merge', reason: `${merged.error}; ${parted.error}` })
      A.free(mine)
      return parted
    },

    graft: (doc, heads, changes) =>
      A.hasHeads(doc, [...heads]) ? ok(grafted(doc, heads, changes)) : err({ type: 'heads-unknown' }),
    conflicts: (doc) => conflictsOf(doc),
    removals: (doc) =>
      removalsIn(
        operationsOf(doc),
        entitiesOf(doc).filter((entity) => !isAlive(doc, entity)),
      ),
    history: (doc) => changesIn(operationsOf(doc)).map(({ fields: _, lives: __, touched: ___, ...entry }) => entry),
    changes: (doc, since) => {
      const all = changesIn(operationsOf(doc))
      if (since === undefined || since.length === 0) return all
      const news = new Set(A.getChangesMetaSince(doc, [...since]).map(({ hash }) => hash))
      return all.filter(({ hash }) => news.has(hash))
    },
    writers: (doc) => new Map([...operationsOf(doc).standing].map(([key, writes]) => [key, writes.map(({ entry }) => entry)])),
    inverse: (doc, hash, isOwn) => inverseIn(operationsOf(doc), hash, isOwn),
    release: (doc) => A.free(doc),
  }
}

/** Actors of grafted changes: the rest is the change's own name, so that every PC writes it under the same. */
const GRAFTED = '96af7e'

/**
 * The changes are made on a copy that knows nothing later than the heads: the numbers of their operations are then the same everywhere, and
 * a second reading makes the very changes that are there.
 */
const grafted = (doc: AutomergeDocument, heads: readonly string[], changes: readonly ForeignChange[]): AutomergeDocument => {
  const later = new Set(A.getChangesMetaSince(doc, [...heads]).map(({ hash }) => hash))
  const before = A.getAllChanges(doc).filter((change) => !later.has(A.decodeChange(change).hash ?? ''))
  let [branch] = A.applyChanges(A.init<Record<string, unknown>>({ actor: GRAFTED.padEnd(32, '0') }), before)
  for (const { id, stamp, fields, alive, removed } of changes) {
    const actor = GRAFTED + id.slice(0, 32 - GRAFTED.length)
    const lives = [
      ...alive.map((entity) => [fieldKey(entity, ALIVE), id.slice(0, 24)] as const),
      ...removed.map((entity) => [fieldKey(entity, ALIVE), null] as const),
    ]
    const written = [...new Map<FieldKey, Scalar>([...fields, ...lives])].sort(([a], [b]) => (a < b ? -1 : 1))
    const next = A.change(A.clone(branch, { actor }), { time: stamp.at, message: messageOf(stamp) }, (draft) => {
      for (const [key, value] of written) draft[key] = typeof value === 'string' ? new A.ImmutableString(value) : value
    })
    A.free(branch)
    branch = next
  }
  const merged = A.merge(doc, branch)
  A.free(branch)
  return merged
}

const bytesOfHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const FORMAT_KEY = 'document/format'

/**
 * The first change of every document, the same bytes everywhere, so that documents begun on two PCs stand on common ground.
 * Made once by `A.change(A.init({ actor: 32 zeros }), { time: 0, message: '' }, d => { d['document/format'] = 1 })`; frozen.
 */
const GENESIS = bytesOfHex(
  '856f4a83b5e1ecca00800101100000000000000000000000000000000001f81eeec577fc26f0f77f7b4763b49fd28c67b99ab7bed31835bd768cb93df42a' +
    '0701020302130223023502400256020815112102230234014202560257018001027f007f017f017f007f007f007f077f0f646f63756d656e742f666f72' +
    '6d61747f007f01017f017f14017f0000',
)

/** What a list of edits writes, each field once: the fields, and one fresh `_alive` token for each entity that was edited. */
const valuesOf = (edits: readonly FieldEdit[], ids: Ids): ReadonlyMap<FieldKey, Scalar> => {
  const lives = new Map<EntityKey, string | null>()
  const fields = edits.flatMap((edit): readonly (readonly [FieldKey, Scalar])[] => {
    if (edit.type === 'set') {
      const { entity } = parseFieldKey(edit.key) ?? defect(`the codec writes keys it can read: ${edit.key}`)
      if (!lives.has(entity)) lives.set(entity, ids.id())
      return [[edit.key, edit.value]]
    }
    lives.set(edit.entity, edit.type === 'remove' ? null : ids.id())
    return []
  })
  return new Map([...fields, ...[...lives].map(([entity, token]) => [fieldKey(entity, ALIVE), token] as const)])
}

const attempt = <T>(run: () => T): Result<T, string> => {
  try {
    return ok(run())
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** A scalar as Automerge hands it out, or undefined for text, lists and maps. */
const scalarOf = (value: unknown): Scalar | undefined => {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  return A.isImmutableString(value) ? value.val : undefined
}

const isOurs = (key: string, value: unknown): boolean =>
  key === FORMAT_KEY || (parseFieldKey(key) !== null && scalarOf(value) !== undefined)

const livingFields = (doc: AutomergeDocument): FlatMap => {
  const dead = new Set(entitiesOf(doc).filter((entity) => !isAlive(doc, entity)))
  const fields = new Map<FieldKey, Scalar>()
  for (const [key, value] of Object.entries(doc)) {
    const parts = parseFieldKey(key)
    const scalar = scalarOf(value)
    if (parts && scalar !== undefined && parts.field !== ALIVE && !dead.has(parts.entity)) fields.set(key as FieldKey, scalar)
  }
  return fields
}

const entitiesOf = (doc: AutomergeDocument): readonly EntityKey[] =>
  Object.keys(doc).flatMap((key) => {
    const parts = parseFieldKey(key)
    return parts?.field === ALIVE ? [parts.entity] : []
  })

/** Removed only when everyone who wrote last agrees: an edit made elsewhere keeps the entity in sight. */
const isAlive = (doc: AutomergeDocument, entity: EntityKey): boolean => {
  const key = fieldKey(entity, ALIVE)
  return scalarOf(doc[key]) !== null || rawValues(doc, key).some(([, value]) => value !== null)
}

const rawValues = (doc: AutomergeDocument, key: FieldKey): readonly (readonly [operation: string, value: Scalar])[] =>
  Object.entries(A.getConflicts(doc, key) ?? {}).map(([operation, value]) => {
    // Values in conflict come out as plain strings.
    const scalar = typeof value === 'string' ? value : scalarOf(value)
    return [operation, scalar ?? null] as const
  })

/**
 * Is this the value a field shows, with others beside it? The library would not write it but delete the others, and two people who settle
 * one conflict in opposite ways would end it in silence. Another value written first makes it a write like any other.
 */
const isOneOfSeveral = (doc: AutomergeDocument, key: FieldKey, value: Scalar): boolean =>
  scalarOf(doc[key]) === value && rawValues(doc, key).length > 1

/** Different values of one field, or a removal beside a token; tokens of two ordinary edits are no conflict. */
const valuesInConflict = (doc: AutomergeDocument, key: FieldKey): readonly (readonly [string, Scalar])[] => {
  const values = rawValues(doc, key)
  const distinct = new Set(values.map(([, value]) => value))
  if (distinct.size < 2) return []
  return key.endsWith(`/${ALIVE}`) && !distinct.has(null) ? [] : values
}

const conflictsOf = (doc: AutomergeDocument): readonly Conflict[] => {
  const keys = Object.keys(doc).filter((key): key is FieldKey => parseFieldKey(key) !== null)
  const inConflict = keys.map((key) => [key, valuesInConflict(doc, key)] as const).filter(([, values]) => values.length > 0)
  if (inConflict.length === 0) return []
  const { byId } = operationsOf(doc)
  const writtenBy = ([operation, value]: readonly [string, Scalar]): ConflictingValue => {
    const entry = byId.get(operation)?.entry
    return { value, author: entry?.author ?? null, at: entry?.at ?? null }
  }
  return inConflict.map(([key, values]) => ({
    type: key.endsWith(`/${ALIVE}`) ? 'removed-while-edited' : 'field',
    key,
    values: values.map(writtenBy),
  }))
}

const refusalOf = (doc: AutomergeDocument, edits: readonly FieldEdit[]): EditRefusal | null => {
  const restored = new Set<EntityKey>()
  for (const edit of edits) {
    const entity = edit.type === 'set' ? (parseFieldKey(edit.key)?.entity ?? defect(`unreadable key ${edit.key}`)) : edit.entity
    const life = fieldKey(entity, ALIVE)
    if (!(life in doc)) continue
    if (edit.type === 'set' && valuesInConflict(doc, edit.key).length > 0) return { type: 'field-in-conflict', key: edit.key }
    if (edit.type === 'restore' && !isAlive(doc, entity)) restored.add(entity)
    if (restored.has(entity)) continue
    if (valuesInConflict(doc, life).length > 0) return { type: 'field-in-conflict', key: life }
    if (!isAlive(doc, entity)) return { type: 'entity-removed', entity }
  }
  return null
}
