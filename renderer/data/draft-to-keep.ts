import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import type { CommandContext, Decision } from '../../shared/domain/commands/decision.ts'
import { decideFreezeDraft } from '../../shared/domain/commands/freeze-draft.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import { findTemplate } from '../../shared/domain/notices/find-template.ts'
import type { Edition } from '../../shared/domain/records/notice-records.ts'
import { keptText } from '../../shared/exchange/kept-text.ts'
import { composeNotice } from '../../shared/notice/compose.ts'
import { printDraft } from '../../shared/notice/draft.ts'

/** A file to be kept, and the record that names it. */
export interface ToKeep {
  readonly file: { readonly sha256: string; readonly bytes: Uint8Array }
  readonly decided: Result<Decision, Refusal>
}

/** Which composition of which notice is frozen. Null: the notice's own; an empty title is 第N稿. */
export interface WantedDraft {
  readonly noticeId: string
  readonly template: string | null
  readonly edition: Edition | null
  readonly date: PlainDate | null
  readonly title: string
  readonly note: string | null
}

export const draftToKeep = (ledger: Ledger, wanted: WantedDraft, context: CommandContext): ToKeep => {
  const { noticeId, edition, date, title, note } = wanted
  const notice = ledger.records.notice.find(({ id }) => id === noticeId)
  if (!notice) return { file: keptText(''), decided: err({ type: 'no-notice' }) }
  const template = wanted.template === null ? null : findTemplate(wanted.template, ledger.records)
  const model = composeNotice(ledger, notice, {
    today: context.today,
    ...(template ? { template } : {}),
    ...(edition === null ? {} : { edition }),
    ...(date === null ? {} : { date }),
  })
  const used = template?.id ?? notice.template
  const file = keptText(printDraft({ noticeId, template: used, model }))
  const named = { noticeId, title, note, cutoff: model.cutoff, edition: model.edition, template: used, sha256: file.sha256 }
  return { file, decided: decideFreezeDraft(ledger, named, context) }
}
