import { foldWidth } from '../base/text.ts'
import type { Finding } from '../domain/finding.ts'
import type { Ledger } from '../domain/ledger.ts'
import { findTemplate } from '../domain/notices/find-template.ts'
import { TO_FILL } from '../domain/notices/standard-text.ts'
import { templateFaults } from '../domain/notices/template-faults.ts'
import type { Notice } from '../domain/records/record-kinds.ts'
import { templateFaultText } from '../messages/template-faults.ts'
import { masksNames, textsOf } from './mask-names.ts'
import type { NoticeModel } from './model.ts'
import { noticeFinding } from './notice-findings.ts'
import { personsOf } from './persons.ts'
import { residualNames } from './residual-names.ts'
import { unshownProblems, withheldTable } from './withheld-table.ts'

/**
 * What a person should look at before this edition leaves the office: a template that is gone or wrong, names that are left in it, marks
 * that no longer find their words, what nobody has filled in. `beside` are texts that go with it: properties, names and texts of attachments.
 */
export const editionFindings = (
  ledger: Ledger,
  notice: Notice,
  model: NoticeModel,
  beside: readonly string[] = [],
): readonly Finding[] => [
  ...templateFindings(ledger, notice),
  ...(masksNames(notice, model.edition)
    ? residualNames(model, personsOf(ledger.records), beside).map(({ known, name, quote }) =>
        noticeFinding(known ? 'notice.name-left' : 'notice.name-likely', name, quote),
      )
    : []),
  ...(model.edition === 'public' ? withheldFindings(ledger, notice, model) : []),
  ...textsOf(model)
    .filter((text) => text.includes(TO_FILL))
    .map((text) => noticeFinding('notice.to-fill', text.slice(Math.max(0, text.indexOf(TO_FILL) - 12), text.indexOf(TO_FILL)))),
]

const templateFindings = ({ records }: Ledger, { template }: Notice): readonly Finding[] => {
  if (findTemplate(template, records) === null) return [noticeFinding('notice.template-missing', template)]
  const own = records.noticeTemplate.find(({ id }) => id === template)
  return own
    ? templateFaults(own).map((fault) => noticeFinding('notice.template-fault', own.title, templateFaultText(fault)))
    : []
}

const withheldFindings = (ledger: Ledger, notice: Notice, model: NoticeModel): readonly Finding[] => {
  const texts = textsOf(model.lines).map(bare)
  const unshown = unshownProblems(ledger).length
  const left = ledger.problems.length - unshown
  const countsAll = findTemplate(notice.template, ledger.records)?.publicCounts === 'all'
  const counted = unshown === 0 || countsAll ? [] : [noticeFinding('notice.problems-withheld', String(unshown), String(left))]
  const marks = withheldTable(ledger).flatMap(({ state, content }) => {
    if (state === 'lost') return [noticeFinding('notice.withheld-lost', content)]
    if (state === 'gone') return [noticeFinding('notice.withheld-gone', content)]
    const words = bare(content)
    const isLeft = words.length >= TELLING && texts.some((text) => text.includes(words))
    return [
      ...(state === 'changed' ? [noticeFinding('notice.withheld-changed', content)] : []),
      ...(isLeft ? [noticeFinding('notice.withheld-left', content)] : []),
    ]
  })
  return [...counted, ...marks]
}

/** Shorter words (已办结) are said of many things. */
const TELLING = 8

const bare = (text: string): string => foldWidth(text).replace(/[\s。.,;:、；]/g, '')
