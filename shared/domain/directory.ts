import { inOrder } from './arrangement.ts'
import type { LedgerRecords, RecordOf } from './records/record-kinds.ts'
import { canonicalUnitName, splitNames } from './unit-names.ts'

/** Who a name of a responsibility stands for. */
export interface NamedEntry {
  /** What figures are added up by: the id of the entry, or the canonical name when the directory knows nobody of it. */
  readonly key: string
  /** As the directory writes it, or as it was written. */
  readonly name: string
  /** Null when the directory knows nobody of this name. */
  readonly entryId: string | null
}

/**
 * 名录 as figures read it. A `directoryId` that leads to a living entry decides; else the name does, by names and aliases. An entry joined to
 * another stands for that one. Nothing is written here: what names one that was joined since need not be changed.
 */
export interface Directory {
  readonly unitOf: (name: string, directoryId?: string | null) => NamedEntry
  readonly leaderOf: (name: string, directoryId?: string | null) => NamedEntry
}

export const directoryOf = (records: Pick<LedgerRecords, 'unit' | 'leader'>): Directory => ({
  unitOf: resolver(records.unit, canonicalUnitName),
  leaderOf: resolver(records.leader, canonicalPersonName),
})

type Entry = RecordOf<'unit'> | RecordOf<'leader'>

/** 何 启 → 何启: names of two characters are spaced out in print. */
export const canonicalPersonName = (name: string): string => name.replace(/\s/g, '')

const resolver = (entries: readonly Entry[], canonical: (name: string) => string): Directory['unitOf'] => {
  const standing = standingEntries(entries)
  const byName = new Map<string, Entry>()
  const know = (name: string, entry: Entry): void => {
    const key = canonical(name)
    if (key !== '' && !byName.has(key)) byName.set(key, entry)
  }
  const row = inOrder<Entry>(entries)
  const kept = row.filter((entry) => standing(entry.id)?.id === entry.id)
  // A name of one's own goes before an alias, and both before what a joined entry was called.
  for (const entry of kept) know(entry.name, entry)
  for (const entry of kept) for (const alias of splitNames(entry.aliases)) know(alias, entry)
  for (const entry of row) for (const name of [entry.name, ...splitNames(entry.aliases)]) know(name, standing(entry.id) ?? entry)
  return (name, directoryId = null) => {
    const entry = (directoryId === null ? null : standing(directoryId)) ?? byName.get(canonical(name)) ?? null
    return entry
      ? { key: entry.id, name: entry.name, entryId: entry.id }
      : { key: canonical(name), name: name.trim(), entryId: null }
  }
}

/**
 * The entry each one stands for: where following `joinedIntoId` ends. Two PCs that join the same two the other way round make a ring: its
 * smallest id stands, the same on every PC. An entry whose target is gone stands for itself.
 */
export const standingEntries = <T extends { readonly id: string; readonly joinedIntoId: string | null }>(
  entries: readonly T[],
): ((id: string) => T | null) => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return (id) => {
    const way: T[] = []
    let entry = byId.get(id)
    while (entry && !way.includes(entry)) {
      way.push(entry)
      const next: T | undefined = entry.joinedIntoId === null ? undefined : byId.get(entry.joinedIntoId)
      if (!next) return entry
      entry = next
    }
    const ring = entry ? way.slice(way.indexOf(entry)) : []
    return ring.reduce<T | null>((least, one) => (least && least.id < one.id ? least : one), null)
  }
}

/**
 * The standing entry, other than this one, that goes by one of these names or has it as another name of its own: two entries of one name
 * would share out what is counted by it in whatever order they stand.
 */
export const otherEntryNamed = (
  { unit, leader }: Pick<LedgerRecords, 'unit' | 'leader'>,
  kind: 'unit' | 'leader',
  id: string,
  names: readonly string[],
): { readonly name: string; readonly entry: string } | null => {
  const entries: readonly Entry[] = kind === 'unit' ? unit : leader
  const canonical = kind === 'unit' ? canonicalUnitName : canonicalPersonName
  const standing = standingEntries(entries)
  const others = entries.filter((entry) => standing(entry.id)?.id === entry.id && entry.id !== (standing(id)?.id ?? id))
  for (const name of names) {
    const key = canonical(name)
    const other = others.find((entry) => [entry.name, ...splitNames(entry.aliases)].some((own) => canonical(own) === key))
    if (key !== '' && other) return { name: name.trim(), entry: other.name }
  }
  return null
}
