import {
  type DirectoryKind,
  entriesOf,
  type NameUse,
  type NameUses,
  NO_USE,
} from '../../../shared/domain/directories/name-uses.ts'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import type { RecordOf } from '../../../shared/domain/records/record-kinds.ts'
import { readTyped } from '../../../shared/domain/typed-value.ts'
import { DIRECTORIES_WORDS } from '../../messages/directories.ts'
import { NUMBER_COLUMN } from '../../ui/entries/entry-grid.tsx'
import type { EntryColumn, EntryRow } from '../../ui/entries/entry-rows.ts'

export type Entry = RecordOf<'unit'> | RecordOf<'leader'>

const typed = (kind: DirectoryKind, key: string, width: number): EntryColumn => {
  const shape = fieldShape(kind, key)
  const check = (text: string) => readTyped(shape, text)
  return { key, title: shape.title, width, grow: width, holds: 'words', sortable: true, input: 'line', choices: [], check }
}

const told = (key: string, title: string, width: number, holds: EntryColumn['holds']): EntryColumn => ({
  ...{ key, title, width, holds, sortable: true, input: null, choices: [] },
})

const TOLD: readonly EntryColumn[] = [
  told('used', DIRECTORIES_WORDS.used, 100, 'amount'),
  told('roles', DIRECTORIES_WORDS.roles, 170, 'words'),
  told('joined', DIRECTORIES_WORDS.joinedNames, 150, 'words'),
]

/** The columns of 单位库 and 领导库. */
export const DIRECTORY_COLUMNS: Readonly<Record<DirectoryKind, readonly EntryColumn[]>> = {
  unit: [
    NUMBER_COLUMN,
    typed('unit', 'name', 180),
    typed('unit', 'aliases', 180),
    typed('unit', 'contact', 90),
    typed('unit', 'phone', 120),
    ...TOLD,
  ],
  leader: [NUMBER_COLUMN, typed('leader', 'name', 120), typed('leader', 'post', 240), typed('leader', 'aliases', 160), ...TOLD],
}

/** The entries that stand, with where each is used. */
export const directoryRows = (entries: readonly Entry[], uses: NameUses): readonly EntryRow[] => {
  const { kept, joinedTo } = entriesOf<Entry>(entries)
  return kept.map((entry) => {
    const use = uses.ofEntry.get(entry.id) ?? NO_USE
    const joined = (joinedTo.get(entry.id) ?? []).map(({ name }) => name).join('、')
    const fields = Object.fromEntries(
      Object.entries(entry).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])),
    )
    const cells = { ...fields, used: use.places === 0 ? '' : String(use.problemIds.length), roles: printRoles(use), joined }
    return { key: entry.id, cells }
  })
}

/** 牵头 3、责任 5. */
export const printRoles = ({ leads, units, supports, leaders }: NameUse): string =>
  [
    leads > 0 ? DIRECTORIES_WORDS.leads(leads) : '',
    units > 0 ? DIRECTORIES_WORDS.unitsUse(units) : '',
    supports > 0 ? DIRECTORIES_WORDS.supports(supports) : '',
    leaders > 0 ? DIRECTORIES_WORDS.leadersUse(leaders) : '',
  ]
    .filter((words) => words !== '')
    .join('、')
