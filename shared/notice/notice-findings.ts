import type { Finding } from '../domain/finding.ts'
import { NOTICE_FINDINGS, type NoticeRule } from '../messages/findings.ts'
import type { NoticeModel } from './model.ts'

/** What a person should look at before a composed notice is signed. */
export const noticeFindings = (model: NoticeModel): readonly Finding[] => [
  ...(model.title === null ? [noticeFinding('notice.title-missing')] : []),
  ...(model.signature === null ? [noticeFinding('notice.signature-missing')] : []),
  ...(model.signedOn === null ? [noticeFinding('notice.date-missing')] : []),
  ...model.unnamedProblems.map((number) => noticeFinding('notice.problem-unnamed', String(number))),
  ...(model.paper?.attachments ?? []).flatMap(({ title, content }) =>
    'leftOut' in content && content.leftOut.length > 0
      ? [noticeFinding('notice.columns-left-out', title, content.leftOut.join('、'))]
      : [],
  ),
  ...model.missingFigures.map((id) => noticeFinding('notice.figure-missing', id)),
]

/** `text` is what the sentence names, `stated` the words around it where they say more. */
export const noticeFinding = (rule: NoticeRule, text: string | null = null, stated: string | null = null): Finding => {
  const { severity, say } = NOTICE_FINDINGS[rule]
  const facts = { ...(text === null ? {} : { text }), ...(stated === null ? {} : { stated }) }
  return { rule, severity, message: say(facts), start: null, end: null, text, stated, expected: null }
}
