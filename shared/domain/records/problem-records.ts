import { z } from 'zod'
import { STATUS_WORDS } from '../status.ts'
import { choice, count, date, decimal, flag, id, optionalChoice, optionalText, order, reference, text } from './fields.ts'

export type ProblemSource = 'feedback' | 'special' | 'onTheSpot' | 'letters' | 'audit' | 'environment' | 'other'
export const SOURCE_WORDS: Readonly<Record<ProblemSource, string>> = {
  feedback: '反馈意见',
  special: '专项检查',
  onTheSpot: '立行立改',
  letters: '信访',
  audit: '审计',
  environment: '环保督察',
  other: '其他',
}

export type RectificationKind = 'unstated' | 'immediate' | 'dated' | 'sustained'
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
  status: choice('状态', STATUS_WORDS, 'unstated'),
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
  source: choice('来源', SOURCE_WORDS, 'feedback'),
  kind: choice('整改类型', KIND_WORDS, 'unstated'),
  target: text('整改目标', 20_000),
  ...progressFields,
  /** 整改情况: the account a notice gives of the whole problem. Paragraphs are separated by line feeds. */
  account: text('整改情况', 200_000),
  result: text('整改成效', 200_000),
  sourceNumber: optionalText('原序号', 20),
  /** The problem it was split from (拆分): what was written before stands in that one's history. */
  originId: reference('拆分自'),
  /** The problem it was joined to (合并), written as it is removed: what was said of this one goes on there. */
  joinedIntoId: reference('合并到'),
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
  result: text('整改成效', 200_000),
  sourceNumber: optionalText('原序号', 20),
  /** The measure of another problem it was before a split or a join: its history up to then stands there. */
  originId: reference('原措施'),
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

/** 挽回 is a loss averted, 清退 money given back, 追缴 money collected; a register that does not tell the last two apart says 清退追缴. */
export type OutcomeKind = 'regulation' | 'recovered' | 'returned' | 'collected' | 'extended' | 'special' | 'other'
export const OUTCOME_WORDS: Readonly<Record<OutcomeKind, string>> = {
  regulation: '制度',
  recovered: '挽回经济损失',
  returned: '清退追缴资金',
  collected: '追缴资金',
  extended: '举一反三',
  special: '专项整治',
  other: '其他',
}

export const REGULATION_WORDS = { made: '制定', revised: '修订', abolished: '废止' } as const

/**
 * 成效: a countable result, one thing (a regulation with its title) or a sum as a register gives it (制定制度40项). `ownerId` is a problem,
 * a measure or a progress entry; null for a sum over the whole ledger. `amount` is in 万元.
 */
export const outcomeSchema = z.object({
  id: id(),
  ownerId: reference('所属'),
  order: order(),
  kind: choice('成效类别', OUTCOME_WORDS, 'other'),
  title: optionalText('名称', 500),
  documentNumber: optionalText('文号', 100),
  /** Of a regulation; null where the source does not say. */
  regulation: optionalChoice('制修订', REGULATION_WORDS),
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
  approvedOn: date('批准日期'),
})

/** 办内信息: what belongs to a problem and never leaves the office. Its document has the id of the problem. */
export const officePartSchema = z.object({
  id: id(),
  problemId: id(),
  withheld: flag('拟不公开'),
  withheldReason: optionalText('不公开理由', 2_000),
  notes: text('内部备注', 20_000),
})
