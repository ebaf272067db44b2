/**
 * 状态 of a problem or measure. `unstated` is what an imported text does not say. 逾期, 临期 and 未到时限 are derived from the
 * deadline and a date (shared/domain/warning.ts) and never stored. 长期坚持 is a flag beside the status.
 */
export const STATUSES = ['unstated', 'notStarted', 'inProgress', 'basicallyDone', 'done', 'closed'] as const
export type Status = (typeof STATUSES)[number]

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  unstated: '未注明',
  notStarted: '未启动',
  inProgress: '整改中',
  basicallyDone: '基本完成',
  done: '已完成',
  closed: '已销号',
}

/** Has the rectification been brought to an end? 基本完成 has not. */
export const isDone = (status: Status): boolean => status === 'done' || status === 'closed'

/** Is there work left that a notice must own up to? `unstated` is neither done nor left: nobody has said. */
export const isRemaining = (status: Status): boolean => status === 'basicallyDone' || isOpen(status)

/** 整改中, or not yet begun. */
export const isOpen = (status: Status): boolean => status === 'inProgress' || status === 'notStarted'

/** The status as a cell of a list shows it: 已完成并长期坚持. */
export const statusLabel = (status: Status, sustained: boolean): string =>
  sustained ? `${STATUS_WORDS[status]}并长期坚持` : STATUS_WORDS[status]
