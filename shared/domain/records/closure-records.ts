import { z } from 'zod'
import { STATUS_WORDS } from '../status.ts'
import { choice, count, date, id, optionalChoice, optionalText, order, text } from './fields.ts'

/**
 * 销号: one application in one cycle of a problem, with what became of it. It is reviewed, and ends closed (`closedOn`) or returned
 * (`returnedOn`, 退回). After a return the same cycle is applied for again, as a record of its own (`attempt` 2, 3 …), so that the returned
 * one keeps its words, its reviews and its reason. A closed one that came back (回头看) was reopened (`reopenedOn`), and the next
 * application begins cycle n + 1. Old ones stay as they were. shared/domain/closing.ts reads and names them.
 */
export const closureSchema = z.object({
  id: id(),
  problemId: id(),
  cycle: count('轮次'),
  /** Null is the first. */
  attempt: count('第几次申请'),
  appliedOn: date('申请日期'),
  appliedBy: optionalText('申请单位', 200),
  application: text('销号申请', 20_000),
  /** The status the problem had before it was closed or returned; null reads as 已完成. */
  statusBefore: optionalChoice('销号前状态', STATUS_WORDS),
  /** 完成日期 of the problem in this cycle, kept when it is reopened, so that figures of an earlier day stay what they were. */
  completedOn: date('完成日期'),
  closedOn: date('销号日期'),
  result: optionalText('销号结论', 2_000),
  returnedOn: date('退回日期'),
  returnReason: optionalText('退回理由', 2_000),
  reopenedOn: date('重新整改日期'),
  reopenReason: optionalText('重新整改原因', 2_000),
  reopenBasis: optionalText('重新整改依据', 2_000),
})

/** Who gives an opinion on an application, in the usual order of signatures. */
export const REVIEWER_WORDS = {
  leadUnit: '牵头单位',
  leader: '责任领导',
  office: '整改办',
  discipline: '纪检组织部门',
} as const
export type Reviewer = keyof typeof REVIEWER_WORDS

export const OPINION_WORDS = { agreed: '同意', returned: '退回' } as const

/** 审核意见: one opinion on the application of one cycle. */
export const reviewSchema = z.object({
  id: id(),
  closureId: id(),
  order: order(),
  reviewer: choice('审核方', REVIEWER_WORDS, 'office'),
  opinion: choice('意见', OPINION_WORDS, 'agreed'),
  by: optionalText('审核人', 100),
  on: date('审核日期'),
  text: text('审核意见', 2_000),
})
