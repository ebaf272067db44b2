import { z } from 'zod'
import { choice, count, date, id, optionalText, order, reference, text } from './fields.ts'

/** 台账: one inspection round of one inspected party. */
export const ledgerSchema = z.object({
  id: id(),
  title: text('台账名称', 300),
  createdOn: date('建立日期'),
  /** Days before a deadline at which its colour turns green and yellow; red is past. */
  greenDays: count('绿色预警天数'),
  yellowDays: count('黄色预警天数'),
})

/** 巡视/巡察 (also 审计, 环保督察): who inspected whom, and when. */
export const inspectionSchema = z.object({
  id: id(),
  level: optionalText('级别', 20),
  kind: optionalText('类型', 40),
  team: optionalText('巡视巡察组', 100),
  inspectedParty: optionalText('被巡视巡察单位', 200),
  /** May differ from the inspected party: a district that was merged answers for the one that is gone. */
  rectifyingParty: optionalText('整改单位', 200),
  periodFrom: date('进驻日期'),
  periodTo: date('离驻日期'),
  feedbackOn: date('反馈日期'),
})

/** 类别 / 方面: the tree above the problems, of any depth. */
export const outlineNodeSchema = z.object({
  id: id(),
  parentId: reference('上级'),
  order: order(),
  heading: text('标题', 20_000),
  /** What stands under the heading before the first problem. */
  text: text('说明', 200_000),
  sourceNumber: optionalText('原序号', 20),
})

/** 单位: an entry of the directory. `aliases` are separated by 、. */
export const unitSchema = z.object({ id: id(), order: order(), name: text('单位名称', 200), aliases: text('别名', 1000) })

/** 领导: an entry of the directory. */
export const leaderSchema = z.object({
  id: id(),
  order: order(),
  name: text('姓名', 50),
  post: optionalText('职务', 200),
  aliases: text('别名', 500),
})

export const RESPONSIBILITY_ROLES = ['leader', 'leadUnit', 'unit', 'supportUnit', 'person', 'contact', 'phone'] as const
export type ResponsibilityRole = (typeof RESPONSIBILITY_ROLES)[number]

export const RESPONSIBILITY_WORDS: Readonly<Record<ResponsibilityRole, string>> = {
  leader: '责任领导',
  leadUnit: '牵头单位',
  unit: '责任单位',
  supportUnit: '配合单位',
  person: '责任人',
  contact: '联系人',
  phone: '联系方式',
}

/** 责任: one name in one role for one problem or measure. `directoryId` points to the unit or leader it was matched with. */
export const responsibilitySchema = z.object({
  id: id(),
  ownerId: id(),
  role: choice('角色', RESPONSIBILITY_ROLES, 'unit'),
  order: order(),
  name: text('名称', 200),
  directoryId: reference('名录'),
})
