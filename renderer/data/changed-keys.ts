import Dexie from 'dexie'

/** A table's keys that a transaction has written, here or in a worker; null: too many to name. */
export type ChangedKeys = ReadonlySet<string> | null

/** Dexie's tree of key ranges, as it also comes from a worker: a plain object there. */
interface RangeTree {
  readonly from?: unknown
  readonly to?: unknown
  readonly l?: RangeTree | null
  readonly r?: RangeTree | null
}

/** Tells the keys of a table whenever some of it has been written and can be read; answers with the function that ends it. */
export const onChangedKeys = (database: string, table: string, listener: (keys: ChangedKeys) => void): (() => void) => {
  const name = `idb://${database}/${table}/`
  const hear = (parts: Readonly<Record<string, unknown>>) => {
    if ('all' in parts) return listener(null)
    const tree = parts[name]
    if (tree !== undefined) listener(keysOf(tree as RangeTree))
  }
  Dexie.on.storagemutated.subscribe(hear)
  return () => Dexie.on.storagemutated.unsubscribe(hear)
}

const keysOf = (tree: RangeTree): ChangedKeys => {
  const keys = new Set<string>()
  const waiting: RangeTree[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.l) waiting.push(node.l)
    if (node.r) waiting.push(node.r)
    if (node.from === undefined && node.to === undefined) continue
    if (typeof node.from !== 'string' || node.from !== node.to) return null
    keys.add(node.from)
  }
  return keys
}
