import { printChineseDate } from '../base/plain-date.ts'
import type { Advice, AdvisedDay } from '../domain/advice.ts'
import { REVIEWER_WORDS, type Reviewer } from '../domain/records/closure-records.ts'
import { STATUS_WORDS } from '../domain/status.ts'
import type { Asker, StatusAct } from '../domain/status-machine.ts'

type Words = { readonly [T in Advice['type']]: (advice: Extract<Advice, { readonly type: T }>) => string }

const ACT_WORDS: Readonly<Record<StatusAct, string>> = {
  start: '启动整改',
  finishBasically: '报告基本完成',
  finish: '报告完成',
  rework: '退回整改',
  apply: '申请销号',
  return: '退回销号申请',
  close: '销号',
  reopen: '重新启动整改',
  withdraw: '改为未启动',
  forget: '改为未注明',
}

const ASKER_WORDS: Readonly<Record<Asker, string>> = { unit: '责任单位', leadUnit: '牵头单位', office: '整改办' }

const DAY_WORDS: Readonly<Record<AdvisedDay, string>> = {
  appliedOn: '申请日期',
  reviewedOn: '审核日期',
  closedOn: '销号日期',
  returnedOn: '退回日期',
  reopenedOn: '重新整改日期',
  completedOn: '完成日期',
  approvedOn: '批准日期',
}

const names = (reviewers: readonly Reviewer[]): string => reviewers.map((reviewer) => REVIEWER_WORDS[reviewer]).join('、')

const WORDS: Words = {
  'closed-without-closure': () => '已直接改为“已销号”，没有销号申请和销号日期，请在“销号”中补登。',
  'joined-statuses-differ': () => '合并的问题状态不同，合并后保留原问题的状态，请核对。',
  'joined-deadlines-differ': () => '合并的问题时限不同，合并后保留原问题的时限，其他时限及延期记录留在回收站，请核对。',
  'joined-closures': () => '被合并的问题有销号记录，记录随原问题留在回收站，不算作合并后问题的销号，请核对。',
  'split-closed': () => '拆分的问题已销号，销号记录仍属于原问题，拆出的问题按“已完成”登记，请核对。',
  'statement-empty': () => '有问题没有写明“反馈问题”，请补上。',
  'number-outside-block': ({ pc, usedUp, number }) =>
    `${usedUp ? `“${pc}”的号段已用完` : `没有给“${pc}”分配号段`}，暂编为“${number}”；印发前请与其他电脑核对，或先分配号段。`,
  'number-also-proposed': ({ number }) => `另有未印发的文书也编作“${number}”，请给它改编文号。`,
  'no-document-word': () => '台账没有登记机关代字，文号只有年份和序号，请在台账设置中补上。',
  'left-closed-by-hand': ({ to }) =>
    `已从“已销号”直接改为“${STATUS_WORDS[to]}”，没有原因和依据；如系“回头看”发现问题，请用“重新启动整改”登记。`,
  'unusual-step': ({ act, from, to }) =>
    to === null
      ? `问题状态是“${STATUS_WORDS[from]}”就${ACT_WORDS[act]}，请核对。`
      : `从“${STATUS_WORDS[from]}”到“${STATUS_WORDS[to]}”不是通常的步骤，请核对。`,
  'unusual-asker': ({ act, asker }) => `“${ACT_WORDS[act]}”通常不由${ASKER_WORDS[asker]}提出，请核对签批材料。`,
  'foreign-applicant': ({ by }) => `申请单位“${by}”不是这个问题的牵头单位或责任单位，请核对。`,
  'closed-without-application': () => '没有登记过销号申请，已直接登记销号；如有书面申请，请补登。',
  'review-without-application': () => '没有登记过销号申请，已随审核意见建立；请补登申请日期和申请单位。',
  'reviews-missing': ({ reviewers }) => `还没有登记${names(reviewers)}的审核意见，请核对审批表。`,
  'review-returned': ({ reviewers }) => `${names(reviewers)}的意见是“退回”，请核对后再销号。`,
  'measures-unfinished': ({ unfinished, measures }) => `${measures} 条措施中有 ${unfinished} 条没有完成，请核对。`,
  'day-before': ({ day, on, of, not }) =>
    `${DAY_WORDS[day]}（${printChineseDate(on)}）早于${DAY_WORDS[of]}（${printChineseDate(not)}），请核对。`,
  'day-ahead': ({ day, on }) => `${DAY_WORDS[day]}（${printChineseDate(on)}）在今天之后，请核对。`,
  'status-suggested': ({ status, measures, done, basicallyDone }) =>
    `${measures} 条措施中已完成 ${done} 条${basicallyDone === 0 ? '' : `、基本完成 ${basicallyDone} 条`}，问题状态可以改为“${STATUS_WORDS[status]}”。`,
  'extended-backwards': ({ from, to }) =>
    `新时限（${printChineseDate(to)}）不晚于原时限（${printChineseDate(from)}），请核对；如系录入有误，请用“更正时限”。`,
  'extended-nothing': () => '原来没有时限，已直接填写，不算延期。',
  'extension-unfounded': () => '延期没有写明理由或批准人，请补登。',
  'deadline-unread': ({ words }) => `“${words}”没有读出日期：只保留文字，不参加逾期计算。`,
}

/** One sentence for a person: what is unusual about the act just carried out, and what to do. */
export const adviceText = (advice: Advice): string => (WORDS[advice.type] as (advice: Advice) => string)(advice)
