import type { Finding } from '../domain/finding.ts'
import { NOTICE_FINDINGS, type NoticeRule } from '../messages/findings.ts'
import type { NoticeModel } from './model.ts'

/** What a person should look at before a composed notice is signed. */
export const noticeFindings = (model: NoticeModel): readonly Finding[] => [
  ...(model.title === null ? [finding('notice.title-missing')] : []),
  ...(model.signature === null ? [finding('notice.signature-missing')] : []),
  ...(model.signedOn === null ? [finding('notice.date-missing')] : []),
  ...model.unnamedProblems.map((number) => finding('notice.problem-unnamed', String(number))),
  ...model.missingFigures.map((id) => finding('notice.figure-missing', id)),
]

const finding = (rule: NoticeRule, text: string | null = null): Finding => {
  const { severity, say } = NOTICE_FINDINGS[rule]
  return {
    rule,
    severity,
    message: say(text === null ? {} : { text }),
    start: null,
    end: null,
    text,
    stated: null,
    expected: null,
  }
}
