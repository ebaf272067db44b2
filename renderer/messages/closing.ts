import type { ClosureState } from '../../shared/domain/closing.ts'

/** 销号 and 延期 in the 问题档案. */
export const CLOSING_WORDS = {
  title: '销号',
  none: '还没有销号申请。',
  cycle: (cycle: number, attempt: number): string => (attempt === 1 ? `第 ${cycle} 轮` : `第 ${cycle} 轮，第 ${attempt} 次申请`),
  applied: '申请',
  closed: '销号',
  returned: '退回',
  reopened: '重新启动整改',
  basis: (basis: string): string => `依据：${basis}`,
  undated: '未注明日期',
  apply: '申请销号',
  review: '审核意见',
  close: '登记销号',
  giveBack: '退回申请',
  reopen: '重新启动整改',
  extend: '延期',
  correct: '更正时限',
  save: '登记',
  cancel: '取消',
  notSaved: '请先登记或取消',
  begun: (title: string): string => `“${title}”已经填了一部分，还没有登记：请登记，或按 Esc 放弃，然后再离开。`,
  adviceTitle: (intent: string): string => `已登记“${intent}”，请留意`,
} as const

export const CLOSURE_STATE_WORDS: Readonly<Record<ClosureState, string>> = {
  applied: '在办',
  returned: '已退回',
  closed: '已销号',
  reopened: '已重新整改',
}
