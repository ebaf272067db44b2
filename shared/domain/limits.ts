import { groupBy } from '../base/list.ts'
import type { Refusal } from '../base/refusal.ts'
import type { RecordEdit } from './record-edit.ts'
import type { LedgerRecords, RecordKind, TaggedRecord } from './records/record-kinds.ts'
import { RECORD_WORDS } from './records/record-words.ts'

interface Limit {
  /** The field that says what holds them; null: the ledger. */
  readonly by: string | null
  readonly within: string
  readonly limit: number
}

const ofLedger = (limit: number): Limit => ({ by: null, within: '台账', limit })

/**
 * How many records of a kind one holder may have. A package holds 65,000 entries (docs/format-zgtz.md) and a problem takes up to two of
 * them, so that 30,000 problems leave room for the rest. The others keep one document a size that opens at once.
 */
export const LIMITS: Readonly<Record<RecordKind, Limit>> = {
  ledger: ofLedger(1),
  inspection: ofLedger(1),
  slice: ofLedger(1),
  outlineNode: ofLedger(5_000),
  unit: ofLedger(5_000),
  leader: ofLedger(5_000),
  problem: ofLedger(30_000),
  measure: { by: 'problemId', within: '问题', limit: 500 },
  responsibility: { by: 'ownerId', within: '问题或措施', limit: 300 },
  progress: { by: 'ownerId', within: '问题或措施', limit: 2_000 },
  outcome: { by: 'ownerId', within: '问题、措施或进展', limit: 2_000 },
  extension: { by: 'ownerId', within: '问题或措施', limit: 100 },
  closure: { by: 'problemId', within: '问题', limit: 100 },
  review: { by: 'closureId', within: '销号轮次', limit: 50 },
  officePart: { by: 'problemId', within: '问题', limit: 1 },
  lead: ofLedger(20_000),
  accountability: ofLedger(20_000),
  meeting: ofLedger(5_000),
  supervision: ofLedger(5_000),
  supervisionNotice: ofLedger(20_000),
  numberBlock: ofLedger(2_000),
  attachment: { by: 'ownerId', within: '问题、措施、进展、销号或登记事项', limit: 500 },
  snapshot: ofLedger(1_000),
  transfer: ofLedger(20_000),
  notice: ofLedger(500),
  noticeBlock: { by: 'noticeId', within: '通报', limit: 5_000 },
  noticeEntry: { by: 'noticeId', within: '通报', limit: 30_000 },
  noticeTemplate: ofLedger(100),
  noticeDraft: { by: 'noticeId', within: '通报', limit: 500 },
  withheldText: ofLedger(20_000),
  noticeAttachment: { by: 'noticeId', within: '通报', limit: 100 },
  proofDecision: { by: 'noticeId', within: '通报', limit: 20_000 },
}

/** Why these edits would make too many of something, or null. What stands above a limit already (a merge brought it) may still be edited. */
export const tooMany = (records: LedgerRecords, edits: readonly RecordEdit[]): Refusal | null => {
  const created = edits.flatMap((edit) => (edit.type === 'create' ? [edit.tagged] : []))
  const removed = new Set(edits.flatMap((edit) => (edit.type === 'remove' ? [edit.id] : [])))
  for (const [kind, fresh] of groupBy(created, (tagged) => tagged.kind)) {
    const { by, within, limit } = LIMITS[kind]
    const holderOf = (record: TaggedRecord['record']): unknown => (by === null ? null : record[by as keyof typeof record])
    const holders = new Map<unknown, number>()
    for (const { record } of fresh) holders.set(holderOf(record), (holders.get(holderOf(record)) ?? 0) + 1)
    for (const record of records[kind])
      if (!removed.has(record.id) && holders.has(holderOf(record)))
        holders.set(holderOf(record), (holders.get(holderOf(record)) ?? 0) + 1)
    if ([...holders.values()].some((n) => n > limit)) return { type: 'too-many', what: RECORD_WORDS[kind], within, limit }
  }
  return null
}
