import type { Status } from './status.ts'

/** Who asks for a step. The office records what is signed on paper, so that an unusual asker is told and never refused. */
export const ASKERS = ['unit', 'leadUnit', 'office'] as const
export type Asker = (typeof ASKERS)[number]

/** What moves a status. `apply` moves nothing: it asks for `close`. `withdraw` takes back a beginning, `forget` what was said of it at all. */
export type StatusAct =
  | 'start'
  | 'finishBasically'
  | 'finish'
  | 'rework'
  | 'apply'
  | 'return'
  | 'close'
  | 'reopen'
  | 'withdraw'
  | 'forget'

interface Step {
  /** Null: the status stays. */
  readonly to: Status | null
  /** The statuses it is usual from; from another it is done all the same, and said. */
  readonly from: readonly Status[]
  readonly askers: readonly Asker[]
}

const ALL = ASKERS

/**
 * 状态流转 as the field does it: 未启动 → 整改中 → 基本完成 → 已完成 → 已销号. A unit reports its own work; the lead unit and the office send work
 * back; only the office closes and reopens. 长期坚持 is a flag beside the status and may be applied for from any.
 */
export const STEPS: Readonly<Record<StatusAct, Step>> = {
  start: { from: ['unstated', 'notStarted', 'inProgress'], to: 'inProgress', askers: ALL },
  finishBasically: { from: ['unstated', 'inProgress', 'basicallyDone'], to: 'basicallyDone', askers: ALL },
  finish: { from: ['unstated', 'inProgress', 'basicallyDone', 'done'], to: 'done', askers: ALL },
  rework: { from: ['basicallyDone', 'done'], to: 'inProgress', askers: ['leadUnit', 'office'] },
  apply: { from: ['basicallyDone', 'done'], to: null, askers: ['unit', 'leadUnit'] },
  return: { from: ['inProgress', 'basicallyDone', 'done'], to: 'inProgress', askers: ['leadUnit', 'office'] },
  close: { from: ['done'], to: 'closed', askers: ['office'] },
  reopen: { from: ['closed'], to: 'inProgress', askers: ['office'] },
  withdraw: { from: ['unstated', 'notStarted'], to: 'notStarted', askers: ALL },
  forget: { from: ['unstated'], to: 'unstated', askers: ALL },
}

/** The act that setting a status by hand stands for. */
export const actOfSetting = (from: Status, to: Status): StatusAct => {
  if (to === 'inProgress') return from === 'closed' ? 'reopen' : from === 'done' || from === 'basicallyDone' ? 'rework' : 'start'
  return ACT_TO[to]
}

const ACT_TO: Readonly<Record<Exclude<Status, 'inProgress'>, StatusAct>> = {
  unstated: 'forget',
  notStarted: 'withdraw',
  basicallyDone: 'finishBasically',
  done: 'finish',
  closed: 'close',
}
