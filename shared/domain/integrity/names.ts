import { groupBy } from '../../base/list.ts'
import { type Directory, directoryOf } from '../directory.ts'
import { RESPONSIBILITY_WORDS } from '../records/ledger-records.ts'
import type { Responsibility } from '../records/record-kinds.ts'
import { canonicalUnitName, splitNames } from '../unit-names.ts'
import { type IntegrityIssue, issue } from './integrity-issue.ts'
import { ringsOf, twins } from './outline.ts'
import { placeOfFile, type Survey, worksOf } from './survey.ts'

/** A name that no directory knows: figures by unit count it apart. One finding for each name. */
export const unknownNames = ({ records, placeOf }: Survey): readonly IntegrityIssue[] => {
  const directory = directoryOf(records)
  const unknown = records.responsibility.filter((one) => named(one) && entryOf(directory, one)?.entryId === null)
  return [...groupBy(unknown, (one) => `${one.role === 'leader'} ${entryOf(directory, one)?.key}`).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const place = same.length === 1 ? placeOf(first.ownerId) : ({ area: 'directories' } as const)
    return [
      issue('integrity.name-unknown', place, same, {
        text: first.name,
        stated: first.role === 'leader' ? 'leader' : 'unit',
        count: same.length,
      }),
    ]
  })
}

/** One name twice in a role, and two that were put at the same place in a role that one unit or leader carries: written on two PCs. */
export const doubledDuties = ({ records, files }: Survey): readonly IntegrityIssue[] => {
  const directory = directoryOf(records)
  return files.flatMap((file) => {
    const byOwner = groupBy(file.responsibilities.filter(named), ({ ownerId }) => ownerId)
    return worksOf(file).flatMap(({ work, whose }) =>
      [...groupBy(byOwner.get(work.id) ?? [], ({ role }) => role)].flatMap(([role, row]) => {
        const text = `${whose}${RESPONSIBILITY_WORDS[role]}`
        const keyOf = (one: Responsibility): string => entryOf(directory, one)?.key ?? one.name
        const twice = twins(row, keyOf).map((same) =>
          issue('integrity.name-twice', placeOfFile(file), same, { text, names: [...new Set(same.map(({ name }) => name))] }),
        )
        const isLead = role === 'leader' || role === 'leadUnit'
        const apart = isLead ? twins(row, ({ order }) => order).filter((same) => new Set(same.map(keyOf)).size > 1) : []
        const leads = apart.map((same) =>
          issue('integrity.two-leads', placeOfFile(file), same, { text, names: same.map(({ name }) => name) }),
        )
        return [...twice, ...leads]
      }),
    )
  })
}

/** One name or alias leads to two entries of a directory: which one counts is left to chance. */
export const doubledAliases = ({ records }: Survey): readonly IntegrityIssue[] =>
  [records.unit, records.leader].flatMap((entries) => {
    const ids = new Set<string>(entries.map(({ id }) => id))
    const kept = entries.filter(({ joinedIntoId }) => joinedIntoId === null || !ids.has(joinedIntoId))
    const names = kept.flatMap((entry) =>
      [...new Set([entry.name, ...splitNames(entry.aliases)].map(canonicalUnitName))].map((name) => ({
        name,
        id: entry.id,
        entry,
      })),
    )
    return twins(names, ({ name }) => name).map((same) =>
      issue('integrity.alias-doubled', { area: 'directories' }, same, {
        text: same[0]?.name ?? '',
        names: same.map(({ entry }) => entry.name),
      }),
    )
  })

/** Entries that were joined to each other on two PCs. */
export const joinedCycles = ({ records }: Survey): readonly IntegrityIssue[] =>
  [records.unit, records.leader].flatMap((entries) =>
    ringsOf<{ readonly id: string; readonly name: string; readonly joinedIntoId: string | null }>(
      entries,
      ({ joinedIntoId }) => joinedIntoId,
    ).map((ring) => issue('integrity.joined-cycle', { area: 'directories' }, ring, { names: ring.map(({ name }) => name) })),
  )

const entryOf = (directory: Directory, { role, name, directoryId }: Responsibility) => {
  if (role === 'leader') return directory.leaderOf(name, directoryId)
  return role === 'leadUnit' || role === 'unit' || role === 'supportUnit' ? directory.unitOf(name, directoryId) : null
}

const named = ({ name }: Responsibility): boolean => name.trim() !== ''
