import { z } from 'zod'
import { choice, count, date, flag, id, optionalText, order, reference, text } from './fields.ts'

/** 台账: one inspection round of one inspected party, with its settings. A setting that is null takes the program's own. */
export const ledgerSchema = z.object({
  id: id(),
  title: text('台账名称', 300),
  createdOn: date('建立日期'),
  /** Days before a deadline at which its colour turns green and yellow; red is past. */
  greenDays: count('绿色预警天数'),
  yellowDays: count('黄色预警天数'),
  /** Days from 反馈 until each duty is due. */
  planDays: count('整改方案报送天数'),
  meetingDays: count('专题民主生活会天数'),
  reportDays: count('整改报告报送天数'),
  /** The last day of 集中整改期: what “集中整改期内” means as a deadline. */
  concentratedUntil: date('集中整改期截止日期'),
  /** Numbering of the outline in the lists, from its top: numbering.ts printLevels. */
  levels: optionalText('层次序号', 300),
  /** Names of the four lists: places say 时间 or 时限, or use three lists. */
  problemsListName: optionalText('问题清单名称', 50),
  tasksListName: optionalText('任务清单名称', 50),
  timesListName: optionalText('时间清单名称', 50),
  dutiesListName: optionalText('责任清单名称', 50),
  /** Status words where a place uses others. */
  notStartedWord: optionalText('“未启动”用词', 20),
  inProgressWord: optionalText('“整改中”用词', 20),
  basicallyDoneWord: optionalText('“基本完成”用词', 20),
  doneWord: optionalText('“已完成”用词', 20),
  closedWord: optionalText('“已销号”用词', 20),
  titleFont: optionalText('标题字体', 50),
  firstHeadingFont: optionalText('一级标题字体', 50),
  secondHeadingFont: optionalText('二级标题字体', 50),
  bodyFont: optionalText('正文字体', 50),
  boldThirdHeading: flag('三级标题加粗'),
  /** 机关代字 before 〔年〕号 of 督办单 and the like: 青整督. */
  documentWord: optionalText('机关代字', 30),
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

/** 单位: an entry of the directory. `aliases` are separated by 、. One that was joined to another stays, and says to which. */
export const unitSchema = z.object({
  id: id(),
  order: order(),
  name: text('单位名称', 200),
  aliases: text('别名', 1000),
  contact: optionalText('联系人', 50),
  phone: optionalText('联系方式', 100),
  joinedIntoId: reference('并入'),
})

/** 领导: an entry of the directory. One that was joined to another stays, and says to which. */
export const leaderSchema = z.object({
  id: id(),
  order: order(),
  name: text('姓名', 50),
  post: optionalText('职务', 200),
  aliases: text('别名', 500),
  joinedIntoId: reference('并入'),
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
  role: choice('角色', RESPONSIBILITY_WORDS, 'unit'),
  order: order(),
  name: text('名称', 200),
  directoryId: reference('名录'),
})

/**
 * 分发: this ledger is the part of another that was handed to a unit. `cut` says in which state each document was then, as JSON
 * {document: heads}: what the unit answers is held against that.
 */
export const sliceSchema = z.object({
  id: id(),
  ledgerId: text('原台账', 64),
  unit: text('分发单位', 200),
  on: date('分发日期'),
  cut: text('分发时的状态', 2_000_000),
})
