import { groupBy } from '../base/list.ts'
import { directoryOf } from '../domain/directory.ts'
import { tag } from '../domain/record-edit.ts'
import { fieldShapes } from '../domain/records/field-shape.ts'
import type { LedgerRecords, RecordKind, TaggedRecord } from '../domain/records/record-kinds.ts'
import { splitNames } from '../domain/unit-names.ts'
import { documentParts, homesOf } from '../merge/document-boundaries.ts'
import { type RecordFields, wordsOf } from './match-records.ts'
import { type Places, placeBeside } from './related-places.ts'

/** Units and leaders that go by a name we know are ours; the others come in. Counted is what was not here. */
export const placeDirectories = (
  mine: LedgerRecords,
  theirs: LedgerRecords,
  places: Places,
): { readonly units: number; readonly leaders: number } => {
  const { unitOf, leaderOf } = directoryOf(mine)
  const placed = (
    kind: 'unit' | 'leader',
    entries: readonly { readonly id: string; readonly name: string; readonly aliases: string }[],
    called: typeof unitOf,
  ): number =>
    entries.filter(({ id, name, aliases }) => {
      const known = [name, ...splitNames(aliases)].map((own) => called(own).entryId).find((entry) => entry !== null)
      return placeBeside(places, kind, id, known ?? null)
    }).length
  return { units: placed('unit', theirs.unit, unitOf), leaders: placed('leader', theirs.leader, leaderOf) }
}

/** Registers of the whole ledger. 号段 stay with the PC they were given to, 期报 with the ledger they were frozen from. */
const REGISTERS = [
  ...(['meeting', 'supervision', 'supervisionNotice', 'lead'] as const),
  ...(['accountability', 'outcome', 'withheldText', 'attachment'] as const),
] satisfies readonly RecordKind[]

/** What says the same as one of ours is known, each of ours once; the rest comes in. Counted is what was not here. */
export const placeRegisters = (mine: LedgerRecords, theirs: LedgerRecords, places: Places): number => {
  const [ours, others] = [groupBy(inRegisters(mine), kindOf), groupBy(inRegisters(theirs), kindOf)]
  return [...others].reduce((sum, [kind, lines]) => sum + placeLines(places, kind, lines, ours.get(kind) ?? []), 0)
}

const kindOf = ({ kind }: TaggedRecord): RecordKind => kind

const placeLines = (places: Places, kind: RecordKind, theirs: readonly TaggedRecord[], ours: readonly TaggedRecord[]): number => {
  const ids = theirs.map(({ record }) => record.id)
  const taken = places.taken(kind, ids)
  const left = ours.filter(({ record }) => !taken.has(record.id))
  const free = new Map([...groupBy(left, wordsOfRegister)].map(([said, same]) => [said, [...same]]))
  return theirs.filter((tagged) => {
    const { id } = tagged.record
    const same = places.earlier(kind, id, 'known') === null ? free.get(wordsOfRegister(tagged))?.shift() : undefined
    return placeBeside(places, kind, id, same?.record.id ?? null)
  }).length
}

const inRegisters = (records: LedgerRecords): readonly TaggedRecord[] => {
  const homeOf = homesOf(records)
  return REGISTERS.flatMap((kind) => records[kind].map((record) => tag(kind, record))).filter(
    (tagged) => documentParts(homeOf(tagged).document).kind === 'registers',
  )
}

/** All a record says, its place and its references left out. */
const wordsOfRegister = ({ kind, record }: TaggedRecord): string =>
  JSON.stringify([
    kind,
    ...fieldShapes(kind).flatMap(({ name, type }) =>
      type === 'id' || type === 'reference' || type === 'order' ? [] : [wordsOf((record as unknown as RecordFields)[name])],
    ),
  ])
