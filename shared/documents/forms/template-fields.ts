import { type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import { standingClosure } from '../../domain/closing.ts'
import { deadlineOf, printDeadline } from '../../domain/deadline.ts'
import { figuresOf } from '../../domain/figures/figures-of.ts'
import { fileAt } from '../../domain/file-at.ts'
import { namesInRole } from '../../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import { SECRECY_WORDS } from '../../domain/records/file-records.ts'
import { OUTCOME_WORDS } from '../../domain/records/problem-records.ts'
import { statusLabel } from '../../domain/status.ts'
import { ALL_PROBLEMS, type LEDGER_FIELDS, type PROBLEM_FIELDS, type PROBLEM_LOOPS } from '../../messages/template-fields.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import { dayWords, formFacts, measureWords, partyOf } from './form-facts.ts'

type Round<K extends keyof typeof PROBLEM_LOOPS> = Readonly<Record<keyof (typeof PROBLEM_LOOPS)[K], string>>
type ProblemValues = Readonly<Record<keyof typeof PROBLEM_FIELDS, string>> & {
  readonly [K in keyof typeof PROBLEM_LOOPS]: readonly Round<K>[]
}

/** What a form of a unit's own is filled with: plain words by field name, and lists of them by the name of a loop. */
export type TemplateValues = Readonly<Record<string, unknown>>

/** For one problem; the fields of the ledger can be used beside those of the problem. */
export const problemValues = (ledger: Ledger, file: ProblemFile, date: PlainDate, issuer: string): TemplateValues => ({
  ...ledgerFields(ledger, date, issuer),
  ...ofProblem(fileAt(file, date)),
})

/** For the whole ledger, with every problem as a round of {#问题清单}. */
export const ledgerValues = (ledger: Ledger, date: PlainDate, issuer: string): TemplateValues => ({
  ...ledgerFields(ledger, date, issuer),
  [ALL_PROBLEMS]: ledger.problems.map((file) => ofProblem(fileAt(file, date))),
})

const ledgerFields = (ledger: Ledger, date: PlainDate, issuer: string): Readonly<Record<keyof typeof LEDGER_FIELDS, string>> => {
  const figures = new Map(figuresOf(ledger, date).map(({ id, value }) => [id, value]))
  const of = (part: string): string => figures.get(`problems.${part}`) ?? '0'
  const { inspection } = ledger
  return {
    台账名称: ledger.ledger.title,
    整改单位: partyOf(ledger),
    被巡察单位: inspection.inspectedParty ?? '',
    巡察组: inspection.team ?? '',
    反馈日期: dayWords(inspection.feedbackOn),
    截至日期: printChineseDate(date),
    填报单位: issuer,
    问题总数: of('total'),
    已完成数: of('done'),
    完成率: of('doneRate'),
    基本完成数: of('basicallyDone'),
    整改中数: of('open'),
    已销号数: of('closed'),
    逾期数: of('overdue'),
    临期数: of('dueSoon'),
  }
}

const ofProblem = (file: ProblemFile): ProblemValues => {
  const facts = formFacts(file)
  const { problem } = file
  return {
    序号: facts.number,
    原序号: problem.sourceNumber ?? '',
    类别: facts.category,
    方面: facts.aspect,
    反馈问题: facts.statement,
    具体表现: facts.details,
    来源: facts.source,
    整改类型: facts.kind,
    整改目标: facts.target,
    整改措施: facts.measures,
    责任领导: facts.names('leader'),
    牵头单位: facts.names('leadUnit'),
    责任单位: facts.names('unit'),
    配合单位: facts.names('supportUnit'),
    责任人: facts.names('person'),
    联系人: facts.names('contact'),
    联系方式: facts.names('phone'),
    启动时间: dayWords(problem.startOn),
    原定时限: facts.originalDeadline,
    时限: facts.deadline,
    状态: facts.status,
    完成日期: facts.completedOn,
    销号日期: dayWords(standingClosure(file)?.closedOn ?? null),
    整改情况: facts.account,
    整改成效: facts.result,
    措施清单: file.measures.map((measure, i) => ({
      措施序号: String(i + 1),
      措施: measureWords(measure),
      措施责任领导: namesInRole(file, measure.id, 'leader') || facts.names('leader'),
      措施责任单位: namesInRole(file, measure.id, 'unit') || facts.names('unit'),
      措施时限: printDeadline(deadlineOf(measure)) || facts.deadline,
      措施状态: statusLabel(measure.status, measure.sustained),
      措施情况: mendPunctuation(measure.account),
    })),
    进展清单: file.progress.map(({ on, unit, text }) => ({
      进展日期: dayWords(on),
      进展单位: unit ?? '',
      进展内容: mendPunctuation(text),
    })),
    成效清单: file.outcomes.map(({ kind, title, documentNumber, on, count, amount }) => ({
      成效类别: OUTCOME_WORDS[kind],
      成效名称: title ?? '',
      文号: documentNumber ?? '',
      成效日期: dayWords(on),
      数量: count === null ? '' : String(count),
      金额: amount ?? '',
    })),
    延期清单: file.extensions.map(({ fromOn, fromWords, toOn, toWords, reason, approvedBy, approvedOn }) => ({
      延期前: printDeadline({ on: fromOn, words: fromWords }),
      延期后: printDeadline({ on: toOn, words: toWords }),
      延期理由: mendPunctuation(reason ?? ''),
      批准人: approvedBy ?? '',
      批准日期: dayWords(approvedOn),
    })),
    佐证清单: file.attachments.map(({ name, secrecy, addedOn }, i) => ({
      佐证序号: String(i + 1),
      文件名: name,
      密级: secrecy === 'none' ? '' : SECRECY_WORDS[secrecy],
      添加日期: dayWords(addedOn),
    })),
  }
}
