import { canonicalPersonName, directoryOf } from '../directory.ts'
import type { LedgerRecords } from '../records/record-kinds.ts'
import { canonicalUnitName } from '../unit-names.ts'
import { type DirectoryKind, entriesOf } from './name-uses.ts'
import { nearNames } from './near-names.ts'

export interface NameMatch {
  readonly name: string
  /** `exact` is the entry's own name, `alias` another of its names or spellings, `near` is for a person to decide. */
  readonly kind: 'exact' | 'alias' | 'near' | 'new'
  /** The entry it is; null for `near` and `new`. */
  readonly entryId: string | null
  /** Entries it may be, for `near`. */
  readonly candidates: readonly string[]
}

/**
 * Names of a table beside the entries of a ledger's directory: by name and alias, then by near misses, then by sound where the caller can
 * spell (`soundOf`: 拼音 without tones). Nothing is joined here.
 */
export const matchNames = (
  kind: DirectoryKind,
  names: readonly string[],
  records: Pick<LedgerRecords, 'unit' | 'leader'>,
  soundOf: ((name: string) => string) | null = null,
): readonly NameMatch[] => {
  const directory = directoryOf(records)
  const canonical = kind === 'unit' ? canonicalUnitName : canonicalPersonName
  const { kept } = entriesOf<LedgerRecords['unit'][number] | LedgerRecords['leader'][number]>(records[kind])
  const own = new Map(kept.map((entry) => [canonical(entry.name), entry.id]))
  const entryOf = kind === 'unit' ? directory.unitOf : directory.leaderOf
  const asked = [...new Set(names)].map((name) => ({ name, entryId: entryOf(name).entryId }))
  const strangers = asked.filter(({ entryId }) => entryId === null).map(({ name }) => name)
  const near = nearOf(kind, strangers, kept)
  const sounding = soundOf ? new Map(kept.map((entry) => [soundOf(canonical(entry.name)), entry.id])) : new Map<string, string>()
  return asked.map(({ name, entryId }): NameMatch => {
    if (entryId !== null) return { name, kind: own.get(canonical(name)) === entryId ? 'exact' : 'alias', entryId, candidates: [] }
    const heard = soundOf ? sounding.get(soundOf(canonical(name))) : undefined
    const candidates = [...new Set([...(near.get(name) ?? []), ...(heard === undefined ? [] : [heard])])]
    return { name, kind: candidates.length > 0 ? 'near' : 'new', entryId: null, candidates }
  })
}

/** An id no record has: letters, digits, - and _ only are ids. */
const STRANGER = '?'

const nearOf = (
  kind: DirectoryKind,
  strangers: readonly string[],
  entries: readonly { readonly id: string; readonly name: string; readonly aliases: string }[],
): ReadonlyMap<string, readonly string[]> => {
  const guests = strangers.map((name) => ({ id: STRANGER + name, name, aliases: '' }))
  const found = new Map<string, string[]>()
  for (const { a, b } of nearNames(kind, [...entries, ...guests])) {
    const guest = [a, b].find((id) => id.startsWith(STRANGER))
    const entry = [a, b].find((id) => !id.startsWith(STRANGER))
    if (guest === undefined || entry === undefined) continue
    const name = guest.slice(STRANGER.length)
    found.set(name, [...(found.get(name) ?? []), entry])
  }
  return found
}
