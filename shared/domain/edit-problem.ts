import { orderBetween, orderKeys } from '../base/order.ts'
import type { Ids } from '../base/ports.ts'
import { inOrder } from './arrangement.ts'
import { type Deadline, deadlineOf, parseDeadline } from './deadline.ts'
import type { ProblemFile } from './ledger.ts'
import { type RecordEdit, tag } from './record-edit.ts'
import type { ResponsibilityRole } from './records/ledger-records.ts'
import { type Measure, type OfficePart, type Problem, recordOf } from './records/record-kinds.ts'
import { splitNames } from './unit-names.ts'

/** The problem itself, or one of its measures. */
export type Owner =
  | { readonly kind: 'problem'; readonly record: Problem }
  | { readonly kind: 'measure'; readonly record: Measure }

/** Writes fields of a problem or measure. */
export const changeOwner = (owner: Owner, fields: Partial<Problem & Measure>): RecordEdit =>
  ({ type: 'change', kind: owner.kind, id: owner.record.id, fields }) as RecordEdit

/**
 * Sets a deadline from its words. Where one stood before, the change is recorded as an extension (延期), so that the original stays
 * visible; the same words again change nothing.
 */
export const setDeadline = (
  file: ProblemFile,
  owner: Owner,
  words: string,
  year: number | null,
  ids: Ids,
): readonly RecordEdit[] => {
  const before = deadlineOf(owner.record)
  const after = parseDeadline(words, year)
  if (before.words === after.words && before.on === after.on) return []
  const change = changeOwner(owner, { deadlineOn: after.on, deadlineWords: after.words })
  return before.words === '' && before.on === null ? [change] : [change, extension(file, owner, before, after, ids)]
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

const extension = (file: ProblemFile, owner: Owner, from: Deadline, to: Deadline, ids: Ids): RecordEdit => {
  const last = inOrder(file.extensions.filter((e) => e.ownerId === owner.record.id)).at(-1)
  const record = recordOf('extension', {
    id: ids.id(),
    ownerId: owner.record.id,
    order: orderBetween(last?.order ?? null, null),
    fromOn: from.on,
    fromWords: from.words,
    toOn: to.on,
    toWords: to.words,
  })
  return { type: 'create', tagged: tag('extension', record) }
}
