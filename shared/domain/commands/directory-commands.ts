import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { defect, err, ok, type Result } from '../../base/result.ts'
import { canonicalPersonName, directoryOf, standingEntries } from '../directory.ts'
import { unfit } from '../field-limits.ts'
import type { Ledger } from '../ledger.ts'
import type { RecordEdit } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import type { ResponsibilityRole } from '../records/ledger-records.ts'
import type { RecordOf } from '../records/record-kinds.ts'
import { canonicalUnitName, splitNames } from '../unit-names.ts'
import type { Decision } from './decision.ts'

export const directoryCommandSchemas = [
  /** Two entries are one: names and aliases of the joined go to the kept one, and the joined stay and say so. */
  z.object({
    type: z.literal('join-entries'),
    kind: z.enum(['unit', 'leader']),
    intoId: id(),
    ids: z.array(id()).min(1).max(5_000),
  }),
  /** Responsibilities of these problems that name somebody of the directory point to the entry. */
  z.object({ type: z.literal('match-responsibilities'), problemIds: z.array(id()).max(30_000) }),
] as const
export type DirectoryCommand = Readonly<z.infer<(typeof directoryCommandSchemas)[number]>>

export const decideDirectoryCommand = (ledger: Ledger, command: DirectoryCommand): Result<Decision, Refusal> =>
  command.type === 'join-entries' ? joinEntries(ledger, command) : ok(matchResponsibilities(ledger, command.problemIds))

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
    ],
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
