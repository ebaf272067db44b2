import { groupBy } from '../../base/list.ts'
import type { Ids } from '../../base/ports.ts'
import type { Refusal } from '../../base/refusal.ts'
import type { Result } from '../../base/result.ts'
import { unfit } from '../field-limits.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { type NoticeEntry, type OfficePart, recordOf } from '../records/record-kinds.ts'
import { movedRecord } from './move-records.ts'

/** Texts one under the other; empty ones and repetitions are left out. */
export const appended = (texts: readonly string[], between = '\n'): string =>
  [...new Set(texts.filter((text) => text !== ''))].join(between)

/** Statements in one paragraph: 甲。乙。; one that ends without a stop gets ；. */
export const joinedStatement = (statements: readonly string[]): string =>
  [...new Set(statements.filter((statement) => statement !== ''))].reduce(
    (text, next) => (text === '' || /[。；！？;!?\n]$/.test(text) ? text + next : `${text}；${next}`),
    '',
  )

/** The office parts of joined problems as one: 拟不公开 when any of them is. `fields` may be too long for a record: ask `unfit` first. */
export const joinedOffice = (
  into: ProblemFile,
  joined: readonly ProblemFile[],
): { readonly fields: Partial<OfficePart>; readonly edits: readonly RecordEdit[]; readonly removed: readonly RecordEdit[] } => {
  const theirs = joined.flatMap(({ office }) => office ?? [])
  if (theirs.length === 0) return { fields: {}, edits: [], removed: [] }
  const all = [...(into.office ? [into.office] : []), ...theirs]
  const reason = appended(all.map(({ withheldReason }) => withheldReason ?? ''))
  const fields = {
    withheld: all.some(({ withheld }) => withheld),
    withheldReason: reason === '' ? null : reason,
    notes: appended(all.map(({ notes }) => notes)),
  }
  const problemId = into.problem.id
  const removed = theirs.map(({ id }): RecordEdit => ({ type: 'remove', kind: 'officePart', id, movedTo: problemId }))
  if (into.office) return { fields, edits: [{ type: 'change', kind: 'officePart', id: into.office.id, fields }], removed }
  if (unfit('officePart', fields)) return { fields, edits: [], removed: [] }
  const created = recordOf('officePart', { id: problemId, problemId, ...fields })
  return { fields, edits: [{ type: 'create', tagged: tag('officePart', created) }], removed }
}

/** What names the joined problems from registers, offices and notices names the one they were joined to. */
export const repointed = (
  ledger: Ledger,
  intoId: string,
  joinedIds: readonly string[],
  ids: Ids,
): { readonly edits: readonly RecordEdit[]; readonly tooLong: Result<never, Refusal> | null } => {
  const { lead, supervisionNotice, accountability } = ledger.records
  const isOfJoined = ({ problemId }: { readonly problemId: string | null }): boolean =>
    problemId !== null && joinedIds.includes(problemId)
  const moves = accountability
    .filter(isOfJoined)
    .map((line) =>
      movedRecord('accountability', line, { id: ids.id(), problemId: intoId, originId: line.originId ?? line.problemId }),
    )
  const notices = [...groupBy(ledger.records.noticeEntry, ({ noticeId }) => noticeId).values()].map((entries) =>
    joinedEntries(entries, intoId, joinedIds),
  )
  return {
    tooLong: notices.reduce<Result<never, Refusal> | null>((found, { tooLong }) => found ?? tooLong, null),
    edits: [
      ...lead
        .filter(isOfJoined)
        .map(({ id }): RecordEdit => ({ type: 'change', kind: 'lead', id, fields: { problemId: intoId } })),
      ...supervisionNotice
        .filter(isOfJoined)
        .map(({ id }): RecordEdit => ({ type: 'change', kind: 'supervisionNotice', id, fields: { problemId: intoId } })),
      ...moves.flatMap(({ created, removed }) => [...created, ...removed]),
      ...notices.flatMap(({ edits }) => edits),
    ],
  }
}

/** What one notice says of the joined problems, as one entry: its remaining texts one under the other, the first heading that was told. */
const joinedEntries = (
  entries: readonly NoticeEntry[],
  intoId: string,
  joinedIds: readonly string[],
): { readonly edits: readonly RecordEdit[]; readonly tooLong: Result<never, Refusal> | null } => {
  const own = entries.find(({ problemId }) => problemId === intoId)
  const theirs = joinedIds.flatMap((problemId) => entries.filter((entry) => entry.problemId === problemId))
  const [first] = own ? [own] : theirs
  if (!first || theirs.length === 0) return { edits: [], tooLong: null }
  const all = [first, ...theirs.filter((entry) => entry !== first)]
  const told = <F extends 'problemHeading' | 'remainingHeading' | 'itemLines'>(field: F) =>
    all.find((entry) => entry[field] !== null)?.[field] ?? null
  const fields = {
    problemId: intoId,
    problemHeading: told('problemHeading'),
    remainingHeading: told('remainingHeading'),
    itemLines: told('itemLines'),
    remainingText: appended(all.map(({ remainingText }) => remainingText)),
    deadlineInText: all.some(({ deadlineInText }) => deadlineInText),
  }
  return {
    tooLong: unfit('noticeEntry', fields),
    edits: [
      { type: 'change', kind: 'noticeEntry', id: first.id, fields },
      ...all.slice(1).map(({ id }): RecordEdit => ({ type: 'remove', kind: 'noticeEntry', id })),
    ],
  }
}
