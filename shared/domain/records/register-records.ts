import { z } from 'zod'
import { choice, count, date, id, optionalText, order, reference, text } from './fields.ts'

export const LEAD_KINDS = ['letter', 'clue', 'case'] as const
export type LeadKind = (typeof LEAD_KINDS)[number]
export const LEAD_WORDS: Readonly<Record<LeadKind, string>> = { letter: '信访件', clue: '问题线索', case: '立案' }

/** 信访件 / 问题线索 (and 立案): a group as a register counts it. Null counts were not told. */
export const leadSchema = z.object({
  id: id(),
  order: order(),
  kind: choice('类别', LEAD_KINDS, 'letter'),
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
  category: choice('类别', ACCOUNTABILITY_CATEGORIES, 'party'),
  /** 警告, 严重警告, 调离岗位 …; empty when only the category was told. */
  measure: text('处理方式', 100),
  count: count('数量'),
  countUnit: choice('计量', COUNT_UNITS, 'persons'),
  people: optionalText('姓名', 2_000),
  on: date('日期'),
})
