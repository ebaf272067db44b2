import { z } from 'zod'
import { choice, flag, id, optionalText, order, text } from './fields.ts'
import { EDITION_WORDS, ITEM_HEADING_WORDS } from './notice-records.ts'

const GENRE_WORDS = { notice: '通报', report: '报告', plan: '方案' } as const

const BUILD_WORDS = { headed: '标题写明问题', labelled: '问题逐条' } as const

/** 王某某 for all, or 王某甲 and 王某乙 where two persons of one surname stand in the text. */
const SAME_SURNAME_WORDS = { alike: '都写“某某”', apart: '以甲、乙区分' } as const

const PUBLIC_COUNT_WORDS = { shown: '按列出的问题', all: '按全部问题' } as const

/**
 * 通报模板 of the ledger's own: everything a template says, as a person may change it. `notice-template.ts` reads it, `template-faults.ts`
 * says what is wrong with it. Fonts that are null are the ledger's.
 */
export const noticeTemplateSchema = z.object({
  id: id(),
  order: order(),
  title: text('模板名称', 100),
  genre: choice('文种', GENRE_WORDS, 'notice'),
  build: choice('问题写法', BUILD_WORDS, 'labelled'),
  edition: choice('版本', EDITION_WORDS, 'public'),
  /** numbering.ts printLevels. */
  levels: text('层次序号', 300),
  /** opening|arrangement=整改工作部署推动情况|problems: the parts in order, each with the heading it stands under. */
  parts: text('各部分及次序', 2_000),
  problemHeading: text('问题标题样式', 300),
  itemHeadings: choice('事项标题形式', ITEM_HEADING_WORDS, 'run-in'),
  /** item-lines.ts printItemLines. */
  itemLines: text('问题内容样式', 1_000),
  remainingHeading: text('需继续整改事项标题样式', 300),
  /** basicallyDone=基本完成事项|inProgress=正在整改事项. */
  remainingGroups: text('需继续整改事项分组', 1_000),
  deadlineLabel: text('时限标签', 50),
  notStartedWords: text('“未启动”语式', 200),
  inProgressWords: text('“整改中”语式', 200),
  basicallyDoneWords: text('“基本完成”语式', 200),
  doneWords: text('“已完成”语式', 200),
  closedWords: text('“已销号”语式', 200),
  titleWords: text('标题语式', 300),
  openingText: text('开头标准段', 20_000),
  arrangementText: text('组织领导标准段', 20_000),
  dealingText: text('线索处置和问责标准段', 20_000),
  outlookText: text('下一步打算标准段', 20_000),
  contactText: text('联系方式标准段', 20_000),
  annotationText: text('附注标准段', 2_000),
  sameSurname: choice('同姓人员', SAME_SURNAME_WORDS, 'alike'),
  publicCounts: choice('公开版问题数', PUBLIC_COUNT_WORDS, 'shown'),
  titleFont: optionalText('标题字体', 50),
  firstHeadingFont: optionalText('一级标题字体', 50),
  secondHeadingFont: optionalText('二级标题字体', 50),
  bodyFont: optionalText('正文字体', 50),
  boldThirdHeading: flag('三级标题加粗'),
  /** 发文机关标志 in red above the title; null for none. */
  issuerMark: optionalText('发文机关标志', 100),
  /** 青委发: what 〔年〕号 stands behind. */
  documentWord: optionalText('机关代字', 30),
  copyTo: optionalText('抄送', 1_000),
  printedBy: optionalText('印发机关', 200),
})
