import * as A from '@automerge/automerge'
import { defect } from '../base/result.ts'
import { readMessage } from './change-message.ts'
import type { ChangeEntry } from './engine.ts'
import { type FieldKey, parseFieldKey, type Scalar } from './flat-map.ts'

/** One write of one field: what it wrote, what it wrote over, and the change it belongs to. */
export interface Operation {
  readonly id: string
  readonly key: FieldKey
  readonly value: Scalar
  /** The writes it had seen and took the place of; none for the first, several where it ended a conflict. */
  readonly over: readonly string[]
  readonly entry: ChangeEntry
}

/**
 * Every write a document remembers, in an order that is the same on every PC and in which nothing stands before what it had seen (the
 * library counts operations as Lamport did; equal counts fall back to the hash).
 */
export interface Operations {
  readonly all: readonly Operation[]
  readonly byId: ReadonlyMap<string, Operation>
  /** The writes that stand: nobody who had seen them wrote over them. */
  readonly standing: ReadonlyMap<FieldKey, readonly Operation[]>
}

export const operationsOf = (doc: A.Doc<Record<string, unknown>>): Operations => {
  const changes = A.getAllChanges(doc)
    .map((change) => A.decodeChange(change))
    .sort((a, b) => a.startOp - b.startOp || (a.hash < b.hash ? -1 : 1))
  const all = changes.flatMap((change): readonly Operation[] => {
    const hash = change.hash ?? defect('a decoded change has its hash')
    const entry: ChangeEntry = { hash, at: change.time, ...readMessage(change.message) }
    const own = new Map<FieldKey, Operation>()
    for (const [i, op] of change.ops.entries()) {
      const {
        key,
        value,
        pred = [],
      } = op as { readonly key?: string; readonly value?: Scalar; readonly pred?: readonly string[] }
      if (key === undefined || parseFieldKey(key) === null) continue
      // A field that a change writes twice (to end a conflict) says what it wrote last, over what it found.
      const first = own.get(key as FieldKey)
      own.set(key as FieldKey, {
        id: `${change.startOp + i}@${change.actor}`,
        key: key as FieldKey,
        value: value ?? null,
        over: first?.over ?? pred,
        entry,
      })
    }
    return [...own.values()]
  })
  const byId = new Map(all.map((op) => [op.id, op]))
  const overwritten = new Set(all.flatMap(({ over }) => over))
  const standing = new Map<FieldKey, Operation[]>()
  for (const op of all) {
    if (overwritten.has(op.id)) continue
    const others = standing.get(op.key)
    if (others) others.push(op)
    else standing.set(op.key, [op])
  }
  return { all, byId, standing }
}
