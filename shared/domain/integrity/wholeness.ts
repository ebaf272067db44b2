import { groupBy } from '../../base/list.ts'
import { type LedgerRecords, RECORD_KINDS, type RecordKind } from '../records/record-kinds.ts'
import { type IntegrityIssue, issue } from './integrity-issue.ts'
import type { RawLedger, Survey } from './survey.ts'

/** One ledger, one inspection. */
export const ledgerRecords = ({ records }: RawLedger): readonly IntegrityIssue[] =>
  (['ledger', 'inspection'] as const).flatMap((kind) =>
    records[kind].length === 1
      ? []
      : [issue('integrity.ledger-records', { area: 'ledger' }, records[kind], { text: kind, count: records[kind].length })],
  )

/** One record in two documents: a copy of a document under another name, or two problems that claim one part. */
export const doubledIds = ({ records }: RawLedger): readonly IntegrityIssue[] =>
  RECORD_KINDS.flatMap((kind) =>
    kind === 'ledger' || kind === 'inspection'
      ? []
      : [...groupBy<{ readonly id: string }, string>(records[kind], ({ id }) => id).values()]
          .filter((same) => same.length > 1)
          .map((same) => issue('integrity.id-doubled', { area: 'ledger' }, same.slice(0, 1), { text: kind, count: same.length })),
  )

interface Owned {
  readonly kind: RecordKind
  /** The record, what it names, and the problem, measure or closure it is found under (null: elsewhere). */
  readonly ownerOf: (records: LedgerRecords) => readonly (readonly [id: string, owner: string | null, holder: string | null])[]
  readonly owners: readonly RecordKind[]
}

const owned = <K extends RecordKind>(
  kind: K,
  ownerOf: (record: LedgerRecords[K][number]) => string | null,
  owners: readonly RecordKind[],
): Owned => {
  const holderOf = (record: { readonly id: string; readonly ownerId?: string | null; readonly problemId?: string | null }) => {
    if (kind === 'problem') return record.id
    return kind === 'measure' ? (record.problemId ?? null) : (record.ownerId ?? null)
  }
  return {
    kind,
    ownerOf: (records) => records[kind].map((record) => [record.id, ownerOf(record), holderOf(record)]),
    owners,
  }
}

/** A kind of part, the record it hangs on (null: on the ledger), and the kinds that may be. */
const OWNERS: readonly Owned[] = [
  owned('measure', ({ problemId }) => problemId, ['problem']),
  owned('closure', ({ problemId }) => problemId, ['problem']),
  owned('officePart', ({ problemId }) => problemId, ['problem']),
  owned('accountability', ({ problemId }) => problemId, ['problem']),
  owned('responsibility', ({ ownerId }) => ownerId, ['problem', 'measure']),
  owned('progress', ({ ownerId }) => ownerId, ['problem', 'measure']),
  owned('extension', ({ ownerId }) => ownerId, ['problem', 'measure']),
  owned('outcome', ({ ownerId }) => ownerId, ['problem', 'measure', 'progress']),
  owned('review', ({ closureId }) => closureId, ['closure']),
  owned('attachment', ({ ownerId }) => ownerId, [
    ...(['problem', 'measure', 'progress', 'closure', 'meeting', 'supervision', 'supervisionNotice', 'lead'] as const),
  ]),
  owned('noticeBlock', ({ noticeId }) => noticeId, ['notice']),
  owned('noticeEntry', ({ noticeId }) => noticeId, ['notice']),
  owned('noticeDraft', ({ noticeId }) => noticeId, ['notice']),
  owned('noticeAttachment', ({ noticeId }) => noticeId, ['notice']),
  owned('proofDecision', ({ noticeId }) => noticeId, ['notice']),
  owned('withheldText', ({ problemId }) => problemId, ['problem']),
  owned('withheldText', ({ noticeId }) => noticeId, ['notice']),
]

/** A part whose owner is neither there nor in the 回收站: nothing shows it. */
export const orphans = ({ records, removed }: Survey): readonly IntegrityIssue[] =>
  OWNERS.flatMap(({ kind, ownerOf, owners }) => {
    const living = idsOf(records, owners)
    const lost = ownerOf(records).filter(([, owner]) => owner !== null && !living.has(owner) && !removed.has(owner))
    if (lost.length === 0) return []
    return [
      issue(
        'integrity.orphan',
        { area: 'ledger' },
        lost.map(([id]) => ({ id })),
        { text: kind, count: lost.length },
      ),
    ]
  })

/** Records that name another one without hanging on it. */
const REFERENCES: readonly Owned[] = [
  owned('noticeEntry', ({ problemId }) => problemId, ['problem']),
  owned('lead', ({ problemId }) => problemId, ['problem']),
  owned('supervisionNotice', ({ problemId }) => problemId, ['problem']),
  owned('supervisionNotice', ({ supervisionId }) => supervisionId, ['supervision']),
  owned('responsibility', ({ directoryId }) => directoryId, ['unit', 'leader']),
  owned('unit', ({ joinedIntoId }) => joinedIntoId, ['unit']),
  owned('leader', ({ joinedIntoId }) => joinedIntoId, ['leader']),
  owned('problem', ({ originId }) => originId, ['problem']),
  owned('problem', ({ joinedIntoId }) => joinedIntoId, ['problem']),
  owned('measure', ({ originId }) => originId, ['measure']),
]

export const missingReferences = (survey: Survey): readonly IntegrityIssue[] =>
  REFERENCES.flatMap(({ kind, ownerOf, owners }) => {
    const living = idsOf(survey.records, owners)
    return ownerOf(survey.records)
      .filter(([, target]) => target !== null && !living.has(target) && !survey.removed.has(target))
      .map(([id, , holder]) => {
        const place = holder === null ? AREAS[kind] : survey.placeOf(holder)
        return issue('integrity.reference-missing', place ?? { area: 'ledger' }, [{ id }], {
          text: kind,
          stated: owners[0] ?? '',
        })
      })
  })

const AREAS: Readonly<Partial<Record<RecordKind, { readonly area: 'notice' | 'registers' | 'directories' }>>> = {
  noticeEntry: { area: 'notice' },
  lead: { area: 'registers' },
  supervisionNotice: { area: 'registers' },
  unit: { area: 'directories' },
  leader: { area: 'directories' },
}

const idsOf = (records: LedgerRecords, kinds: readonly RecordKind[]): ReadonlySet<string> =>
  new Set(kinds.flatMap((kind) => records[kind].map(({ id }) => id)))
