import { z } from 'zod'
import { groupBy } from '../../base/list.ts'
import type { Refusal } from '../../base/refusal.ts'
import { assertNever, defect, err, ok, type Result } from '../../base/result.ts'
import { canonicalPersonName, directoryOf, otherEntryNamed, standingEntries } from '../directory.ts'
import { unfit } from '../field-limits.ts'
import type { Ledger } from '../ledger.ts'
import type { RecordEdit } from '../record-edit.ts'
import { fieldShape } from '../records/field-shape.ts'
import { id } from '../records/fields.ts'
import type { ResponsibilityRole } from '../records/ledger-records.ts'
import type { RecordOf } from '../records/record-kinds.ts'
import { canonicalUnitName, splitNames } from '../unit-names.ts'
import type { Decision } from './decision.ts'

const someProblems = () => z.array(id()).max(30_000)

export const directoryCommandSchemas = [
  /**
   * Two entries are one: names and aliases of the joined go to the kept one, and the joined stay and say so. In these problems
   * responsibilities that named a joined one are written with the kept name.
   */
  z.object({
    type: z.literal('join-entries'),
    kind: z.enum(['unit', 'leader']),
    intoId: id(),
    ids: z.array(id()).min(1).max(5_000),
    problemIds: someProblems().optional(),
  }),
  /** Another name for an entry; the one before stays among its aliases. In these problems responsibilities that named it are written anew. */
  z.object({
    type: z.literal('rename-entry'),
    kind: z.enum(['unit', 'leader']),
    id: id(),
    name: z.string(),
    problemIds: someProblems().optional(),
  }),
  /** Responsibilities of these problems that name somebody of the directory point to the entry. */
  z.object({ type: z.literal('match-responsibilities'), problemIds: someProblems() }),
] as const
export type DirectoryCommand = Readonly<z.infer<(typeof directoryCommandSchemas)[number]>>

export const decideDirectoryCommand = (ledger: Ledger, command: DirectoryCommand): Result<Decision, Refusal> => {
  switch (command.type) {
    case 'join-entries':
      return joinEntries(ledger, command)
    case 'rename-entry':
      return renameEntry(ledger, command)
    case 'match-responsibilities':
      return ok(matchResponsibilities(ledger, command.problemIds))
    default:
      return assertNever(command)
  }
}

type Entry = RecordOf<'unit'> | RecordOf<'leader'>

const joinEntries = (
  ledger: Ledger,
  command: Extract<DirectoryCommand, { readonly type: 'join-entries' }>,
): Result<Decision, Refusal> => {
  const entries: readonly Entry[] = ledger.records[command.kind]
  const missing = [command.intoId, ...command.ids].find((entryId) => !entries.some((entry) => entry.id === entryId))
  if (missing !== undefined) return err({ type: 'entity-removed', entity: `${command.kind}:${missing}` })
  const into = standingEntries(entries)(command.intoId) ?? defect('the entry was found a line above')
  const joined = entries.filter((entry) => command.ids.includes(entry.id) && entry.id !== into.id)
  if (joined.length === 0) return ok({ intent: '合并名录', edits: [] })
  const canonical = command.kind === 'unit' ? canonicalUnitName : canonicalPersonName
  const fields = {
    aliases: aliasesOf(into, joined, canonical),
    joinedIntoId: null,
    ...firstTold(into, joined, command.kind === 'unit' ? ['contact', 'phone'] : ['post']),
  }
  const tooLong = unfit(command.kind, fields)
  if (tooLong) return tooLong
  return ok({
    intent: command.kind === 'unit' ? '合并单位' : '合并领导',
    edits: [
      { type: 'change', kind: command.kind, id: into.id, fields } as RecordEdit,
      ...joined.map((entry): RecordEdit => {
        const change = { type: 'change', id: entry.id, fields: { joinedIntoId: into.id } } as const
        return command.kind === 'unit' ? { ...change, kind: 'unit' } : { ...change, kind: 'leader' }
      }),
      ...namesFollow(ledger, command, new Set(joined.map(({ id }) => id)), into),
    ],
  })
}

const renameEntry = (
  ledger: Ledger,
  command: Extract<DirectoryCommand, { readonly type: 'rename-entry' }>,
): Result<Decision, Refusal> => {
  const { kind, id: entryId } = command
  const entry = (ledger.records[kind] as readonly Entry[]).find((known) => known.id === entryId)
  if (!entry) return err({ type: 'entity-removed', entity: `${kind}:${entryId}` })
  const name = command.name.trim()
  const intent = kind === 'unit' ? '更改单位名称' : '更改领导姓名'
  if (name === entry.name) return ok({ intent, edits: [] })
  if (name === '')
    return err({ type: 'value-not-understood', field: fieldShape(kind, 'name').title, value: '', expected: '名称' })
  const taken = otherEntryNamed(ledger.records, kind, entryId, [name])
  if (taken) return err({ type: 'name-in-use', ...taken })
  const renamed = { ...entry, name } as Entry
  const fields = { name, aliases: aliasesOf(renamed, [entry], kind === 'unit' ? canonicalUnitName : canonicalPersonName) }
  const tooLong = unfit(kind, fields)
  if (tooLong) return tooLong
  const edits = [
    { type: 'change', kind, id: entryId, fields } as RecordEdit,
    ...namesFollow(ledger, command, new Set([entryId]), renamed),
  ]
  return ok({ intent, edits })
}

/**
 * Responsibilities of the problems an act names that stood for one of these entries, with the name of another. Where a role names that one
 * already, the second goes.
 */
const namesFollow = (
  ledger: Ledger,
  { kind, problemIds = [] }: { readonly kind: 'unit' | 'leader'; readonly problemIds?: readonly string[] | undefined },
  before: ReadonlySet<string>,
  { id: directoryId, name }: Entry,
): readonly RecordEdit[] => {
  const directory = directoryOf(ledger.records)
  const resolve = kind === 'unit' ? 'unitOf' : 'leaderOf'
  const wanted = new Set(problemIds)
  const rows = groupBy(
    ledger.problems
      .flatMap((file) => (wanted.has(file.problem.id) ? file.responsibilities : []))
      .filter(({ role }) => DIRECTORY_OF[role] === resolve),
    ({ ownerId, role }) => `${ownerId} ${role}`,
  )
  return [...rows.values()].flatMap((row) => {
    let isNamed = row.some(
      (one) => !before.has(directoryId) && directory[resolve](one.name, one.directoryId).entryId === directoryId,
    )
    return row.flatMap((one): readonly RecordEdit[] => {
      const { entryId } = directory[resolve](one.name, one.directoryId)
      if (entryId === null || !before.has(entryId)) return []
      if (isNamed) return [{ type: 'remove', kind: 'responsibility', id: one.id }]
      isNamed = true
      const isSame = one.name === name && one.directoryId === directoryId
      return isSame ? [] : [{ type: 'change', kind: 'responsibility', id: one.id, fields: { name, directoryId } }]
    })
  })
}

/** Every name but one's own, each spelling once. */
const aliasesOf = (into: Entry, joined: readonly Entry[], canonical: (name: string) => string): string => {
  const names = [into, ...joined].flatMap((entry) => [...(entry === into ? [] : [entry.name]), ...splitNames(entry.aliases)])
  const seen = new Set([canonical(into.name)])
  return names
    .filter((name) => {
      const isNew = name !== '' && !seen.has(canonical(name))
      seen.add(canonical(name))
      return isNew
    })
    .join('、')
}

/** Fields the kept entry does not tell, as the first of the joined tells them. */
const firstTold = (into: Entry, joined: readonly Entry[], names: readonly string[]): Readonly<Record<string, string>> => {
  const told = (entry: Entry, name: string): string | null => (entry as unknown as Record<string, string | null>)[name] ?? null
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = told(into, name) === null ? joined.map((entry) => told(entry, name)).find((text) => text !== null) : null
      return value ? [[name, value] as const] : []
    }),
  )
}

/** Which directory a role names somebody of; the others name people and numbers of no directory. */
const DIRECTORY_OF: Readonly<Partial<Record<ResponsibilityRole, 'unitOf' | 'leaderOf'>>> = {
  leader: 'leaderOf',
  leadUnit: 'unitOf',
  unit: 'unitOf',
  supportUnit: 'unitOf',
}

const matchResponsibilities = (ledger: Ledger, problemIds: readonly string[]): Decision => {
  const directory = directoryOf(ledger.records)
  const wanted = new Set(problemIds)
  const responsibilities = ledger.problems.flatMap((file) => (wanted.has(file.problem.id) ? file.responsibilities : []))
  return {
    intent: '对应名录',
    edits: responsibilities.flatMap(({ id: responsibilityId, role, name, directoryId }): readonly RecordEdit[] => {
      const resolve = DIRECTORY_OF[role]
      const entryId = resolve ? directory[resolve](name, directoryId).entryId : null
      return entryId === null || entryId === directoryId
        ? []
        : [{ type: 'change', kind: 'responsibility', id: responsibilityId, fields: { directoryId: entryId } }]
    }),
  }
}
