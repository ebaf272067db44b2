import { z } from 'zod'
import { choice, count, date, id, optionalText, order, reference, text } from './fields.ts'

export const LEAD_KINDS = ['letter', 'clue', 'case'] as const
export type LeadKind = (typeof LEAD_KINDS)[number]
export const LEAD_WORDS: Readonly<Record<LeadKind, string>> = { letter: '信访件', clue: '问题线索', case: '立案' }

/**
 * 信访件 / 问题线索 (and 立案): a group as a register counts it, or a single one (受理数 1). Null counts were not told. A group without
 * 办结数 whose `closedOn` is told counts as closed from that day.
 */
export const leadSchema = z.object({
  id: id(),
  order: order(),
  kind: choice('类别', LEAD_WORDS, 'letter'),
  number: optionalText('编号', 100),
  title: optionalText('反映内容', 2_000),
  problemId: reference('所属问题'),
  receivedOn: date('移交日期'),
  handledBy: optionalText('承办单位', 200),
  replyDue: date('办理时限'),
  closedOn: date('办结日期'),
  result: optionalText('办理结果', 2_000),
  received: count('受理数'),
  closed: count('办结数'),
  inProgress: count('在办数'),
  duplicates: count('重复件'),
  note: optionalText('说明', 2_000),
})

/**
 * 问责处理. `combined` is what a source gives as 党纪政务处分 without telling them apart. 诫勉 and 谈话类 are not 处分 and are never
 * added to them.
 */
export const ACCOUNTABILITY_CATEGORIES = [
  'party',
  'government',
  'combined',
  'organisational',
  'admonition',
  'talk',
  'judicial',
] as const
export type AccountabilityCategory = (typeof ACCOUNTABILITY_CATEGORIES)[number]
export const ACCOUNTABILITY_WORDS: Readonly<Record<AccountabilityCategory, string>> = {
  party: '党纪处分',
  government: '政务处分',
  combined: '党纪政务处分',
  organisational: '组织处理',
  admonition: '诫勉',
  talk: '谈话提醒等',
  judicial: '移送司法机关',
}

export const COUNT_UNITS = ['persons', 'personTimes'] as const
export type CountUnit = (typeof COUNT_UNITS)[number]
export const COUNT_UNIT_WORDS: Readonly<Record<CountUnit, string>> = { persons: '人', personTimes: '人次' }

/** One line of the accountability register: a person, or a number of persons of one measure (党内警告18人). 人 and 人次 never mix. */
export const accountabilitySchema = z.object({
  id: id(),
  problemId: reference('所属问题'),
  order: order(),
  category: choice('类别', ACCOUNTABILITY_WORDS, 'party'),
  /** 警告, 严重警告, 调离岗位 …; empty when only the category was told. */
  measure: text('处理方式', 100),
  count: count('数量'),
  countUnit: choice('计量', COUNT_UNIT_WORDS, 'persons'),
  people: optionalText('姓名', 2_000),
  post: optionalText('单位及职务', 500),
  reason: optionalText('问责事由', 2_000),
  on: date('日期'),
  /** The problem it was dealt with for before a join: a total and its 其中 stay those of that problem. */
  originId: reference('原问题'),
})

/** The bodies whose meetings a notice counts. */
export const MEETING_BODY_WORDS = {
  standing: '常委会',
  leadingGroup: '领导小组会',
  special: '专题会',
  democratic: '专题民主生活会',
  other: '其他',
} as const

/** 会议 on the rectification; the notice counts them. One line may stand for several (`count`; null is one). */
export const meetingSchema = z.object({
  id: id(),
  order: order(),
  on: date('日期'),
  body: choice('会议类别', MEETING_BODY_WORDS, 'special'),
  /** 县委常委会第12次会议. */
  name: optionalText('会议名称', 200),
  subject: text('议题', 2_000),
  chair: optionalText('主持人', 100),
  count: count('次数'),
})

/** 督查: one round. `units` are separated by 、. */
export const supervisionSchema = z.object({
  id: id(),
  order: order(),
  on: date('日期'),
  until: date('结束日期'),
  title: text('督查名称', 300),
  team: optionalText('督查组', 200),
  units: text('督查单位', 2_000),
  findings: text('发现问题', 20_000),
  count: count('次数'),
})

export const SUPERVISION_NOTICE_WORDS = { handling: '督办通知单', reminder: '提示函', caution: '警示函' } as const

/**
 * 督办通知单 / 提示函 / 警示函 to one unit. Its 〔年〕号 is a proposal until `printedOn`: then it stands, and a clash is settled by the other.
 */
export const supervisionNoticeSchema = z.object({
  id: id(),
  order: order(),
  kind: choice('文种', SUPERVISION_NOTICE_WORDS, 'handling'),
  supervisionId: reference('所属督查'),
  problemId: reference('所属问题'),
  unit: text('受文单位', 200),
  word: optionalText('机关代字', 30),
  year: count('年份'),
  number: count('序号'),
  printedOn: date('印发日期'),
  text: text('督办事项', 20_000),
  replyDue: date('回复时限'),
  repliedOn: date('回复日期'),
  reply: text('回复情况', 20_000),
})

/** 号段: the numbers one PC may give to documents of one kind in one year, so that two PCs never print the same. Both ends belong to it. */
export const numberBlockSchema = z.object({
  id: id(),
  order: order(),
  kind: choice('文种', SUPERVISION_NOTICE_WORDS, 'handling'),
  year: count('年份'),
  pc: text('电脑', 100),
  from: count('起始号'),
  to: count('截止号'),
})
