import { groupBy } from '../../base/list.ts'
import { inOrder } from '../arrangement.ts'
import { directoryOf, standingEntries } from '../directory.ts'
import type { ResponsibilityRole } from '../records/ledger-records.ts'
import type { LedgerRecords, Responsibility } from '../records/record-kinds.ts'

export type DirectoryKind = 'unit' | 'leader'

/** A responsibility with the problem it belongs to, whether it hangs on that or on one of its measures. */
export interface PlacedDuty extends Pick<Responsibility, 'ownerId' | 'role' | 'name' | 'directoryId'> {
  readonly problemId: string
}

/** Where an entry of a directory is named. */
export interface NameUse {
  readonly leads: number
  readonly units: number
  readonly supports: number
  readonly leaders: number
  /** Every place that names it. */
  readonly places: number
  readonly problemIds: readonly string[]
}

/** A name in responsibilities that no entry of the directory knows. */
export interface UnknownName {
  readonly kind: DirectoryKind
  readonly name: string
  readonly use: NameUse
}

export interface NameUses {
  /** By the id of the entry each stands for. */
  readonly ofEntry: ReadonlyMap<string, NameUse>
  readonly unknown: readonly UnknownName[]
  /** Problems with a duty that names somebody of the directory and does not point to the entry yet. */
  readonly unmatched: readonly string[]
}

/** Who is named where, as figures by unit and leader count it. */
export const nameUses = (records: Pick<LedgerRecords, 'unit' | 'leader'>, duties: readonly PlacedDuty[]): NameUses => {
  const directory = directoryOf(records)
  const placed = duties.flatMap((duty) => {
    const kind = DIRECTORY_KIND[duty.role]
    if (!kind || duty.name.trim() === '') return []
    const entry =
      kind === 'leader' ? directory.leaderOf(duty.name, duty.directoryId) : directory.unitOf(duty.name, duty.directoryId)
    return [{ duty, kind, entry }]
  })
  const known = groupBy(
    placed.filter(({ entry }) => entry.entryId !== null),
    ({ entry }) => entry.key,
  )
  const unknown = groupBy(
    placed.filter(({ entry }) => entry.entryId === null),
    ({ kind, entry }) => `${kind} ${entry.key}`,
  )
  return {
    ofEntry: new Map([...known].map(([id, of]) => [id, countedUse(of.map(({ duty }) => duty))])),
    unknown: [...unknown.values()].flatMap((of): readonly UnknownName[] => {
      const [first] = of
      return first ? [{ kind: first.kind, name: first.entry.name, use: countedUse(of.map(({ duty }) => duty)) }] : []
    }),
    unmatched: [
      ...new Set(
        placed.flatMap(({ duty, entry }) =>
          entry.entryId !== null && entry.entryId !== duty.directoryId ? [duty.problemId] : [],
        ),
      ),
    ],
  }
}

export const NO_USE: NameUse = { leads: 0, units: 0, supports: 0, leaders: 0, places: 0, problemIds: [] }

/** The entries that stand, in their order; those joined to another are told apart by the one they stand for. */
export const entriesOf = <T extends { readonly id: string; readonly order: string; readonly joinedIntoId: string | null }>(
  entries: readonly T[],
): { readonly kept: readonly T[]; readonly joinedTo: ReadonlyMap<string, readonly T[]> } => {
  const standing = standingEntries(entries)
  const row = inOrder(entries)
  const isKept = (entry: T): boolean => (standing(entry.id)?.id ?? entry.id) === entry.id
  return {
    kept: row.filter(isKept),
    joinedTo: groupBy(
      row.filter((entry) => !isKept(entry)),
      ({ id }) => standing(id)?.id ?? id,
    ),
  }
}

const DIRECTORY_KIND: Readonly<Partial<Record<ResponsibilityRole, DirectoryKind>>> = {
  leader: 'leader',
  leadUnit: 'unit',
  unit: 'unit',
  supportUnit: 'unit',
}

const countedUse = (duties: readonly PlacedDuty[]): NameUse => {
  const times = (role: ResponsibilityRole): number => duties.filter((duty) => duty.role === role).length
  return {
    leads: times('leadUnit'),
    units: times('unit'),
    supports: times('supportUnit'),
    leaders: times('leader'),
    places: duties.length,
    problemIds: [...new Set(duties.map(({ problemId }) => problemId))],
  }
}
