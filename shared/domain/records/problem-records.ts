import { z } from 'zod'
import { STATUSES } from '../status.ts'
import { choice, count, date, decimal, flag, id, optionalText, order, reference, text } from './fields.ts'

export const PROBLEM_SOURCES = ['feedback', 'special', 'onTheSpot', 'letters', 'audit', 'environment', 'other'] as const
export type ProblemSource = (typeof PROBLEM_SOURCES)[number]
export const SOURCE_WORDS: Readonly<Record<ProblemSource, string>> = {
  feedback: '反馈意见',
  special: '专项检查',
  onTheSpot: '立行立改',
  letters: '信访',
  audit: '审计',
  environment: '环保督察',
  other: '其他',
}

export const RECTIFICATION_KINDS = ['unstated', 'immediate', 'dated', 'sustained'] as const
export type RectificationKind = (typeof RECTIFICATION_KINDS)[number]
export const KIND_WORDS: Readonly<Record<RectificationKind, string>> = {
  unstated: '',
  immediate: '立行立改',
  dated: '限期整改',
  sustained: '长期坚持',
}

/** When work began and must end, and where it stands: shared by problems and measures. */
const progressFields = {
  startOn: date('启动时间'),
  deadlineOn: date('时限'),
  /** The words the deadline was given in, kept as they are. */
  deadlineWords: text('时限原文', 200),
  status: choice('状态', STATUSES, 'unstated'),
  sustained: flag('长期坚持'),
  /** The status in the words of a source; printed as long as it still means what status, sustained and deadline say. */
  statusWords: text('状态原文', 200),
  completedOn: date('完成日期'),
}

/** 问题. The display number is computed from the outline and the order, never stored. */
export const problemSchema = z.object({
  id: id(),
  nodeId: reference('所属方面'),
  order: order(),
  statement: text('反馈问题', 20_000),
  details: text('具体表现', 200_000),
  source: choice('来源', PROBLEM_SOURCES, 'feedback'),
  kind: choice('整改类型', RECTIFICATION_KINDS, 'unstated'),
  target: text('整改目标', 20_000),
  ...progressFields,
  /** 整改情况: the account a notice gives of the whole problem. Paragraphs are separated by line feeds. */
  account: text('整改情况', 200_000),
  result: text('整改成效', 200_000),
  sourceNumber: optionalText('原序号', 20),
})

/** 整改措施. One that a notice prints under a title of its own with an account is an Item (整改事项). */
export const measureSchema = z.object({
  id: id(),
  problemId: id(),
  order: order(),
  title: text('措施标题', 20_000),
  text: text('整改措施', 20_000),
  ...progressFields,
  account: text('整改情况', 200_000),
  sourceNumber: optionalText('原序号', 20),
})

/** 进展: a dated entry on a problem or measure. */
export const progressSchema = z.object({
  id: id(),
  ownerId: id(),
  order: order(),
  on: date('日期'),
  unit: optionalText('填报单位', 200),
  text: text('进展情况', 20_000),
})

/** 制度 · 挽回经济损失 · 清退追缴资金 · 专项整治 · 其他. */
export const OUTCOME_KINDS = ['regulation', 'recovered', 'returned', 'special', 'other'] as const

/**
 * 成效: a countable result, one thing (a regulation with its title) or a sum as a register gives it (制定制度40项). `ownerId`
 * is null for a sum over the whole ledger. `amount` is in 万元.
 */
export const outcomeSchema = z.object({
  id: id(),
  ownerId: reference('所属'),
  order: order(),
  kind: choice('成效类别', OUTCOME_KINDS, 'other'),
  title: optionalText('名称', 500),
  documentNumber: optionalText('文号', 100),
  on: date('日期'),
  count: count('数量'),
  amount: decimal('金额（万元）'),
})

/** 延期: the deadline before and after. The first `from` of an owner is the original deadline. */
export const extensionSchema = z.object({
  id: id(),
  ownerId: id(),
  order: order(),
  fromOn: date('原时限'),
  fromWords: text('原时限原文', 200),
  toOn: date('新时限'),
  toWords: text('新时限原文', 200),
  reason: optionalText('延期理由', 2_000),
  approvedBy: optionalText('批准人', 100),
})

/** 销号: one cycle of a problem. Reopening starts the next cycle; the old one stays. */
export const closureSchema = z.object({
  id: id(),
  problemId: id(),
  cycle: count('轮次'),
  closedOn: date('销号日期'),
  result: optionalText('销号结论', 2_000),
})

/** 办内信息: what belongs to a problem and never leaves the office. Its document has the id of the problem. */
export const officePartSchema = z.object({
  id: id(),
  problemId: id(),
  withheld: flag('拟不公开'),
  withheldReason: optionalText('不公开理由', 2_000),
  notes: text('内部备注', 20_000),
})
