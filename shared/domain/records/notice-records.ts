import { z } from 'zod'
import { MARK_STYLE_WORDS } from '../numbering.ts'
import { STATUS_WORDS } from '../status.ts'
import { choice, date, flag, id, optionalChoice, optionalText, order, reference, sha256, text } from './fields.ts'

export const EDITIONS = ['report', 'party', 'public'] as const
export type Edition = (typeof EDITIONS)[number]
export const EDITION_WORDS: Readonly<Record<Edition, string>> = { report: '上报版', party: '党内通报', public: '社会公开' }

export const ITEM_HEADING_WORDS = { 'run-in': '标题后接正文', alone: '标题独占一行' } as const

/** In which editions personal names are masked (金某某). What was published with its names keeps them unless somebody says otherwise. */
const NAMES_WORDS = { shown: '照写', public: '社会公开版隐去', outside: '社会公开版和党内通报隐去' } as const

/**
 * 通报: a document composed from the ledger. The wording fields override the template's; null takes the template's own.
 * See [Note: A notice is composed] in shared/notice/compose.ts.
 */
export const noticeSchema = z.object({
  id: id(),
  order: order(),
  title: optionalText('标题', 500),
  template: text('模板', 100),
  edition: choice('版本', EDITION_WORDS, 'public'),
  /** Several parties stand on lines of their own. */
  signature: optionalText('署名', 500),
  signedOn: date('成文日期'),
  /** Numbering of the problems' outline, from its top: shared/domain/numbering.ts printLevels. */
  levels: optionalText('层次序号', 300),
  /** 关于“{statement}”问题的整改情况: how a heading names a problem. */
  problemHeading: optionalText('问题标题样式', 300),
  /** 关于“{statement}”的问题: how a remaining item names its problem. */
  remainingHeading: optionalText('需继续整改事项标题样式', 300),
  /** Items under a heading run on into their text, or stand alone on their line. */
  itemHeadings: choice('事项标题形式', ITEM_HEADING_WORDS, 'run-in'),
  /** What stands under a problem and in which order: shared/domain/item-lines.ts. */
  itemLines: optionalText('问题内容样式', 1_000),
  names: choice('人员姓名', NAMES_WORDS, 'shown'),
  /** 版头, 主送 and 版记 (GB/T 9704-2012 7.2–7.4); what the public reads has no 版头 and no 版记. Null takes the template's. */
  issuerMark: optionalText('发文机关标志', 100),
  /** 青委发〔2024〕5号. */
  documentNumber: optionalText('发文字号', 100),
  copyNumber: optionalText('份号', 20),
  secrecy: optionalText('密级和保密期限', 50),
  urgency: optionalText('紧急程度', 20),
  /** Of a document that goes up. */
  signer: optionalText('签发人', 100),
  addressee: optionalText('主送机关', 1_000),
  copyTo: optionalText('抄送机关', 1_000),
  printedBy: optionalText('印发机关', 200),
  printedOn: date('印发日期'),
  /** Signature and date are placed for a seal (7.3.5.1). */
  sealed: flag('加盖印章'),
  contents: flag('印目录'),
})

const ATTACHMENT_WORDS = {
  text: '文字',
  problems: '问题清单',
  tasks: '任务清单',
  times: '时间清单',
  duties: '责任清单',
  withheld: '拟不公开事项表',
} as const

/** 附件 of a notice: words of its own, or a table that is made from the ledger each time. */
export const noticeAttachmentSchema = z.object({
  id: id(),
  noticeId: id(),
  order: order(),
  title: text('附件名称', 200),
  kind: choice('附件内容', ATTACHMENT_WORDS, 'text'),
  text: text('附件正文', 200_000),
})

export const NOTICE_PART_WORDS = {
  head: '标题',
  opening: '开头',
  arrangement: '组织领导',
  statistics: '统计情况',
  problems: '反馈问题整改情况',
  dealing: '线索处置和问责',
  remaining: '需继续整改事项',
  outlook: '下一步打算',
  contact: '联系方式',
  annotation: '附注',
} as const
export type NoticePart = keyof typeof NOTICE_PART_WORDS

/**
 * `section`: a heading that opens a part · `heading`: a lower heading alone on its line · `run-in`: a heading that runs on into
 * its paragraph · `paragraph` · `problems`: here the problems of the ledger stand · `remaining`: here those of one status stand ·
 * `register`: what the registers say, written anew each time.
 */
export const BLOCK_FORM_WORDS = {
  section: '一级标题',
  heading: '下级标题',
  'run-in': '标题后接正文',
  paragraph: '段落',
  problems: '各个问题',
  remaining: '未完成的问题',
  register: '按登记簿生成',
} as const

/** One block of a notice's text. `text` may hold figure tokens (shared/notice/tokens.ts). */
export const noticeBlockSchema = z.object({
  id: id(),
  noticeId: id(),
  order: order(),
  part: choice('部分', NOTICE_PART_WORDS, 'opening'),
  form: choice('形式', BLOCK_FORM_WORDS, 'paragraph'),
  /** How its heading is numbered; null for what has no number. */
  mark: optionalChoice('序号样式', MARK_STYLE_WORDS),
  heading: text('标题', 20_000),
  text: text('正文', 200_000),
  status: choice('状态', STATUS_WORDS, 'unstated'),
})

/** What a notice says of one problem beside the problem's own fields. */
export const noticeEntrySchema = z.object({
  id: id(),
  noticeId: id(),
  problemId: id(),
  /** Overrides the notice's problemHeading for this problem. */
  problemHeading: optionalText('问题标题样式', 300),
  /** Overrides the notice's remainingHeading for this problem. */
  remainingHeading: optionalText('需继续整改事项标题样式', 300),
  /** Overrides the notice's itemLines for this problem. */
  itemLines: optionalText('问题内容样式', 1_000),
  /** 需要进一步整改的事项: what is still to be done. */
  remainingText: text('需继续整改事项', 200_000),
  /** The text names the deadline itself, so that no line of its own does. */
  deadlineInText: flag('时限写在正文'),
})

/**
 * A sentence, or a whole record, that leaves what the public reads: 拟不公开. It is known by its own words within its problem (or its
 * notice), so that it is found again after edits around it; `ownerId` and `field` say where it stood when it was marked. Without words the
 * record `ownerId` stays out whole.
 */
export const withheldTextSchema = z.object({
  id: id(),
  order: order(),
  problemId: reference('所属问题'),
  noticeId: reference('所属通报'),
  ownerId: id(),
  field: text('所在栏目', 50),
  sentence: text('拟不公开内容', 20_000),
  reason: optionalText('不公开理由', 2_000),
})

export const VERDICT_WORDS = { accepted: '属实待改', dismissed: '核对无误' } as const
export type Verdict = keyof typeof VERDICT_WORDS

/**
 * What a person said of a finding of the check (shared/proof). It holds as long as the rule finds the same words in the same sentence:
 * once the sentence is changed the finding is asked about anew.
 */
export const proofDecisionSchema = z.object({
  id: id(),
  noticeId: id(),
  order: order(),
  rule: text('检查规则', 50),
  stated: text('所指文字', 2_000),
  sentence: text('所在句子', 20_000),
  verdict: choice('处理', VERDICT_WORDS, 'dismissed'),
  reason: optionalText('理由', 2_000),
})

/** 第1稿, 第2稿 …: a composed notice as it stood, kept as a file under its SHA-256 (shared/notice/draft.ts); this record names it. */
export const noticeDraftSchema = z.object({
  id: id(),
  noticeId: id(),
  order: order(),
  title: text('稿次', 200),
  cutoff: date('截至日期'),
  edition: choice('版本', EDITION_WORDS, 'public'),
  template: text('模板', 100),
  takenOn: date('冻结日期'),
  sha256: sha256(),
  note: optionalText('说明', 2_000),
})
