import type { PlainDate } from '../base/plain-date.ts'
import type { Reviewer } from './records/closure-records.ts'
import type { Status } from './status.ts'
import type { Asker, StatusAct } from './status-machine.ts'
import type { SuggestedStatus } from './suggested-status.ts'

/** A day of an act that an advice speaks of. */
export type AdvisedDay = 'appliedOn' | 'reviewedOn' | 'closedOn' | 'returnedOn' | 'reopenedOn' | 'completedOn' | 'approvedOn'

/**
 * What a person is told about an act that was carried out all the same, because signatures on paper rule and the program records. Each
 * type has its sentence in shared/messages/advice.ts.
 */
export type Advice =
  /** The problem is set 已销号 by hand: no application, no date stands behind it. */
  | { readonly type: 'closed-without-closure' }
  /** Problems of different status were joined: the one they were joined to keeps its own. */
  | { readonly type: 'joined-statuses-differ' }
  /** Deadlines differed: that of the one they were joined to stands; the others', with their extensions, stand in 回收站. */
  | { readonly type: 'joined-deadlines-differ' }
  /** A joined problem had been applied for or closed (销号): its cycles stay with it in 回收站, as they were signed for it alone. */
  | { readonly type: 'joined-closures' }
  /** A closed problem (已销号) was split: its 销号 stays with it, the new ones are 已完成 without one. */
  | { readonly type: 'split-closed' }
  /** Problems were added or split off, or one was left, without a statement (问题表述). */
  | { readonly type: 'statement-empty' }
  /** The number of a notice is not from the block of this PC: another PC without one may give the same. */
  | { readonly type: 'number-outside-block'; readonly pc: string; readonly usedUp: boolean; readonly number: string }
  /** It was printed under a number that another notice, not yet printed, was to have. */
  | { readonly type: 'number-also-proposed'; readonly number: string }
  /** The ledger has no 机关代字: the number prints as 〔年〕号 alone. */
  | { readonly type: 'no-document-word' }
  /** 已销号 was left by hand: no reason, no basis stands behind it. */
  | { readonly type: 'left-closed-by-hand'; readonly to: Status }
  /** `to` null: the status stays. */
  | { readonly type: 'unusual-step'; readonly act: StatusAct; readonly from: Status; readonly to: Status | null }
  | { readonly type: 'unusual-asker'; readonly act: StatusAct; readonly asker: Asker }
  /** Who applies has no part in the problem. */
  | { readonly type: 'foreign-applicant'; readonly by: string }
  | { readonly type: 'closed-without-application' }
  | { readonly type: 'review-without-application' }
  | { readonly type: 'reviews-missing'; readonly reviewers: readonly Reviewer[] }
  | { readonly type: 'review-returned'; readonly reviewers: readonly Reviewer[] }
  | { readonly type: 'measures-unfinished'; readonly unfinished: number; readonly measures: number }
  | {
      readonly type: 'day-before'
      readonly day: AdvisedDay
      readonly on: PlainDate
      readonly of: AdvisedDay
      readonly not: PlainDate
    }
  | { readonly type: 'day-ahead'; readonly day: AdvisedDay; readonly on: PlainDate }
  | ({ readonly type: 'status-suggested' } & SuggestedStatus)
  /** The new deadline of an extension is no later than the one before. */
  | { readonly type: 'extended-backwards'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly type: 'extended-nothing' }
  /** 延期理由 or 批准人 is missing. */
  | { readonly type: 'extension-unfounded' }
  | { readonly type: 'deadline-unread'; readonly words: string }
