import { RESTORABLE_KINDS, type RestoreFields } from '../../../shared/domain/commands/restore-commands.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { fieldShape } from '../../../shared/domain/records/field-shape.ts'
import type { Accountability } from '../../../shared/domain/records/record-kinds.ts'
import { isKeptInTrash } from '../../../shared/domain/trash.ts'
import { printTyped } from '../../../shared/domain/typed-value.ts'
import { type DocumentKey, documentKey } from '../../../shared/merge/document-boundaries.ts'
import { type EntityKey, entityKey } from '../../../shared/merge/flat-map.ts'
import type { ToldField, ToldRecord } from '../../../shared/merge/told-changes.ts'

type Scalars = Readonly<Record<string, string | number | boolean | null>>

/** The records of a problem that live, by entity: what 修改记录 tells of them is compared with how they stand. */
export type Living = ReadonlyMap<EntityKey, Scalars>

export const livingIn = (file: ProblemFile, accountabilities: readonly Accountability[]): Living =>
  new Map(
    (
      [
        ['problem', [file.problem]],
        ['measure', file.measures],
        ['responsibility', file.responsibilities],
        ['progress', file.progress],
        ['outcome', file.outcomes],
        ['extension', file.extensions],
        ['closure', file.closures],
        ['review', file.reviews],
        ['attachment', file.attachments],
        ['officePart', file.office ? [file.office] : []],
        ['accountability', accountabilities],
      ] as const
    ).flatMap(([kind, records]) => records.map((record) => [entityKey(kind, record.id), { ...record } as Scalars] as const)),
  )

/** One old value that may be set back. */
export interface SetBack {
  readonly words: string
  readonly command: RestoreFields
}

/** The old values of a field that do not stand there now: several where the change decided between two people's. */
export const setBacksOf = (problemId: string, record: ToldRecord, field: ToldField, living: Living): readonly SetBack[] => {
  const now = living.get(record.entity)
  const kind = RESTORABLE_KINDS.find((known) => record.entity.startsWith(`${known}:`))
  if (record.life !== 'changed' || now === undefined || kind === undefined) return []
  const olds = field.from.length === 0 ? [''] : field.from
  return olds.flatMap((old): readonly SetBack[] => {
    if (printTyped(fieldShape(kind, field.field), now[field.field] ?? null) === old) return []
    const fields = { ...partnersOf(record, field.field), [field.field]: old }
    const id = record.entity.slice(kind.length + 1)
    return [{ words: old, command: { type: 'restore-fields', problemId, kind, id, fields } }]
  })
}

/** A deadline is its day and its words: neither goes back without the other. */
const partnersOf = (record: ToldRecord, name: string): Readonly<Record<string, string>> => {
  const pair = PAIRS.find((names) => names.includes(name)) ?? []
  return Object.fromEntries(
    record.fields.filter(({ field }) => pair.includes(field)).map(({ field, from }) => [field, from[0] ?? '']),
  )
}

const PAIRS: readonly (readonly string[])[] = [
  ['deadlineOn', 'deadlineWords'],
  ['fromOn', 'fromWords'],
  ['toOn', 'toWords'],
]

/** Where a removed record stands in the 回收站; null for one that lives again, or that is replaced and not restored. */
export const broughtBackFrom = (problemId: string, { entity, life }: ToldRecord, living: Living): DocumentKey | null => {
  const kind = entity.slice(0, entity.indexOf(':'))
  if (life !== 'removed' || living.has(entity)) return null
  if (!isKeptInTrash(kind) && kind !== 'responsibility') return null
  return documentKey(kind === 'accountability' || kind === 'officePart' ? 'office' : 'problem', problemId)
}
