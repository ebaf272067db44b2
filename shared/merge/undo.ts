import { err, ok, type Result } from '../base/result.ts'
import type { Operations } from './automerge-operations.ts'
import type { ChangeEntry, FieldEdit } from './engine.ts'
import { ALIVE, type EntityKey, type FieldKey, fieldKey, parseFieldKey } from './flat-map.ts'
import { lifeOf } from './history.ts'

/**
 * [Note: Undo] How one change of one document is taken back: by another change, derived from what the document remembers, so that it works
 * after a restart as well. It is refused with the key that stands in the way
 * - where somebody else wrote since, even the same value: a write is told by itself, not by what it says;
 * - where the field is in conflict (any write would clear it), or the change itself ended a conflict (which no write can open again);
 * - where what it created or brought back was edited by somebody else since: taking it out would take that along.
 * What one's own later acts wrote is no hindrance when it says what the change said: those acts have been taken back themselves.
 */
export const inverseIn = (
  { all, byId, standing }: Operations,
  hash: string,
  isOwn: (entry: ChangeEntry) => boolean,
): Result<readonly FieldEdit[], { readonly key: FieldKey }> => {
  const written = all.filter(({ entry }) => entry.hash === hash)
  // A copied disk's changes may have been written anew under other hashes ([Note: Cloned actors]): they are not found, and not taken back.
  if (written.length === 0) return err({ key: CHANGE })
  const lives = new Map<EntityKey, ReturnType<typeof lifeOf>>()
  for (const { key, value, over } of written) {
    const parts = parseFieldKey(key)
    if (parts?.field !== ALIVE) continue
    const before = over.map((id) => byId.get(id)?.value ?? null)
    lives.set(parts.entity, lifeOf([...new Set(before)], value))
  }
  const edits: FieldEdit[] = []
  for (const [entity, life] of lives) {
    const key = fieldKey(entity, ALIVE)
    if (life === 'settled') return err({ key })
    if (
      life !== null &&
      !standing.get(key)?.every(({ entry, value }) => isOwn(entry) && (value === null) === (life === 'removed'))
    )
      return err({ key })
    if (life === 'removed') edits.push({ type: 'restore', entity })
    else if (life === null) edits.push({ type: 'touch', entity })
  }
  for (const { key, value, over } of written) {
    const parts = parseFieldKey(key)
    const life = parts ? lives.get(parts.entity) : undefined
    // What was written into a record that came with the change goes with it.
    if (!parts || parts.field === ALIVE || life === 'created') continue
    const [stands, ...others] = standing.get(key) ?? []
    const [before, ...ended] = [...new Set(over.map((id) => byId.get(id)?.value ?? null))]
    if (!stands || others.length > 0 || ended.length > 0 || stands.value !== value || !isOwn(stands.entry)) return err({ key })
    edits.push({ type: 'set', key, value: before ?? null })
  }
  for (const [entity, life] of lives) if (life === 'created' || life === 'restored') edits.push({ type: 'remove', entity })
  return ok(edits)
}

/** Stands for the change itself where no field of it is known. */
const CHANGE: FieldKey = 'document:change/hash'
