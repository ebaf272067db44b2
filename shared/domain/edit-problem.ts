import { orderBetween, orderKeys } from '../base/order.ts'
import type { Ids } from '../base/ports.ts'
import { type DeadlineAnchors, deadlineOf, parseDeadline } from './deadline.ts'
import { extensionsOf } from './extensions.ts'
import type { ProblemFile } from './ledger.ts'
import { type RecordEdit, tag } from './record-edit.ts'
import type { ResponsibilityRole } from './records/ledger-records.ts'
import { type Extension, type Measure, type OfficePart, type Problem, recordOf } from './records/record-kinds.ts'
import { splitNames } from './unit-names.ts'

/** The problem itself, or one of its measures. */
export type Owner =
  | { readonly kind: 'problem'; readonly record: Problem }
  | { readonly kind: 'measure'; readonly record: Measure }

/** Writes fields of a problem or measure. */
export const changeOwner = (owner: Owner, fields: Partial<Problem & Measure>): RecordEdit =>
  ({ type: 'change', kind: owner.kind, id: owner.record.id, fields }) as RecordEdit

/** What the words of a deadline are read by. */
export interface DeadlineReading {
  /** The year an unfinished date belongs to. */
  readonly year: number | null
  /** Absent: no day of the ledger is known. */
  readonly anchors?: DeadlineAnchors
}

/** Why and by whom a deadline was put off. */
export type Approval = Pick<Extension, 'reason' | 'approvedBy' | 'approvedOn'>

/**
 * Sets a deadline from its words. Where one stood before, the change is recorded as an extension (延期), so that the original stays
 * visible. The same words again change nothing, unless they come with their `approval`: what was signed is kept, whatever day it names.
 */
export const setDeadline = (
  file: ProblemFile,
  owner: Owner,
  words: string,
  { year, anchors, ids }: DeadlineReading & { readonly ids: Ids },
  approval: Approval | null = null,
): readonly RecordEdit[] => {
  const before = deadlineOf(owner.record)
  const after = parseDeadline(words, year, anchors)
  const isSame = before.words === after.words && before.on === after.on
  if (isSame && approval === null) return []
  const change = isSame ? [] : [changeOwner(owner, { deadlineOn: after.on, deadlineWords: after.words })]
  if (before.words === '' && before.on === null) return change
  const last = extensionsOf(file, owner.record.id).at(-1)
  const record = recordOf('extension', {
    id: ids.id(),
    ownerId: owner.record.id,
    order: orderBetween(last?.order ?? null, null),
    fromOn: before.on,
    fromWords: before.words,
    toOn: after.on,
    toWords: after.words,
    ...approval,
  })
  return [...change, { type: 'create', tagged: tag('extension', record) }]
}

/** Puts a deadline right that was mistyped: no extension; where one stands, its end is put right with it. */
export const correctDeadline = (
  file: ProblemFile,
  owner: Owner,
  words: string,
  { year, anchors }: DeadlineReading,
): readonly RecordEdit[] => {
  const before = deadlineOf(owner.record)
  const after = parseDeadline(words, year, anchors)
  if (before.words === after.words && before.on === after.on) return []
  const last = extensionsOf(file, owner.record.id).at(-1)
  return [
    changeOwner(owner, { deadlineOn: after.on, deadlineWords: after.words }),
    ...(last
      ? [{ type: 'change', kind: 'extension', id: last.id, fields: { toOn: after.on, toWords: after.words } } as const]
      : []),
  ]
}

/** Puts these names (separated by 、) into one role in place of those that stand there. */
export const setNames = (
  file: ProblemFile,
  owner: Owner,
  role: ResponsibilityRole,
  names: string,
  ids: Ids,
): readonly RecordEdit[] => {
  const standing = file.responsibilities.filter((r) => r.ownerId === owner.record.id && r.role === role)
  const wanted = splitNames(names)
  if (standing.map((r) => r.name).join('、') === wanted.join('、')) return []
  const places = orderKeys(wanted.length)
  return [
    ...standing.map((r): RecordEdit => ({ type: 'remove', kind: 'responsibility', id: r.id })),
    ...wanted.map(
      (name, i): RecordEdit => ({
        type: 'create',
        tagged: tag(
          'responsibility',
          recordOf('responsibility', { id: ids.id(), ownerId: owner.record.id, role, order: places[i] ?? 'a0', name }),
        ),
      }),
    ),
  ]
}

/**
 * Writes 办内信息 of a problem: 拟不公开 with its reason, notes. The office part has the id of its problem, so that two clerks who
 * make it at once make one, and a different answer shows as a conflict.
 */
export const changeOffice = (
  file: ProblemFile,
  fields: Partial<Pick<OfficePart, 'withheld' | 'withheldReason' | 'notes'>>,
): RecordEdit =>
  file.office
    ? { type: 'change', kind: 'officePart', id: file.office.id, fields }
    : {
        type: 'create',
        tagged: tag('officePart', recordOf('officePart', { id: file.problem.id, problemId: file.problem.id, ...fields })),
      }
