import { orderBetween } from '../../base/order.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { inOrder } from '../arrangement.ts'
import { fittingRecord } from '../field-limits.ts'
import type { Ledger } from '../ledger.ts'
import { tooMany } from '../limits.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import type { Edition } from '../records/notice-records.ts'
import type { CommandContext, Decision } from './decision.ts'

/** 冻结一稿: the record that names a draft; its content (`sha256`) is kept as a file before. An empty title takes 第N稿. */
export interface FreezeDraft {
  readonly noticeId: string
  readonly cutoff: PlainDate
  readonly edition: Edition
  readonly template: string
  readonly title: string
  readonly note: string | null
  readonly sha256: string
}

export const decideFreezeDraft = (ledger: Ledger, freeze: FreezeDraft, context: CommandContext): Result<Decision, Refusal> => {
  if (!ledger.records.notice.some(({ id }) => id === freeze.noticeId)) return err({ type: 'no-notice' })
  const drafts = inOrder(ledger.records.noticeDraft.filter(({ noticeId }) => noticeId === freeze.noticeId))
  const draft = fittingRecord('noticeDraft', {
    ...freeze,
    id: context.ids.id(),
    order: orderBetween(drafts.at(-1)?.order ?? null, null),
    title: freeze.title === '' ? `第${drafts.length + 1}稿` : freeze.title,
    takenOn: context.today,
  })
  if (!draft.ok) return draft
  const edits: readonly RecordEdit[] = [{ type: 'create', tagged: tag('noticeDraft', draft.value) }]
  const crowded = tooMany(ledger.records, edits)
  return crowded ? err(crowded) : ok({ intent: `冻结通报${draft.value.title}`, edits })
}
