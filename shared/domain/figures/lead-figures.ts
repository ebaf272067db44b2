import type { PlainDate } from '../../base/plain-date.ts'
import type { Lead } from '../records/record-kinds.ts'
import { LEAD_KINDS, LEAD_WORDS, type LeadKind } from '../records/register-records.ts'
import { counted, type Figure, isBy, rateOf, summed } from './figure.ts'

/** 信访件, 问题线索 and 立案, and how many of them are settled, at the cut-off date. */
export const leadFigures = (register: readonly Lead[], cutoff: PlainDate): readonly Figure[] =>
  LEAD_KINDS.flatMap((kind) => {
    const leads = register
      .filter((lead) => lead.kind === kind && isBy(lead.receivedOn, cutoff))
      .map((lead) => leadAt(lead, cutoff))
    // Of the lines that tell both: a line without 办结数 says nothing about the rate.
    const both = leads.filter((lead) => lead.received !== null && lead.closed !== null)
    const [received, closed] = [leadSum(both, kind, 'received'), leadSum(both, kind, 'closed')]
    return [
      ...leadSum(leads, kind, 'received'),
      ...leadSum(leads, kind, 'closed'),
      ...leadSum(leads, kind, 'inProgress'),
      ...leadSum(leads, kind, 'duplicates'),
      ...(received[0] && closed[0]
        ? rateOf(`leads.${kind}.closedRate`, `${LEAD_WORDS[kind]}办结率`, closed[0], received[0])
        : []),
      ...overdueLeads(leads, kind, cutoff),
    ]
  })

/**
 * The counts of a line as they stood: settled later, it was still open with everything it holds. A line of one piece of which we know
 * when it came in is open until it has a day of settling; a group that does not tell 办结数 is not guessed at.
 */
const leadAt = (lead: Lead, cutoff: PlainDate): Lead => {
  const { closedOn, received } = lead
  if (closedOn !== null)
    return closedOn > cutoff
      ? { ...lead, closed: 0, inProgress: received }
      : { ...lead, closed: lead.closed ?? received, inProgress: lead.inProgress ?? (lead.closed === null ? 0 : null) }
  const isSingleAndOpen = received === 1 && lead.closed === null && lead.inProgress === null && lead.receivedOn !== null
  return isSingleAndOpen ? { ...lead, closed: 0, inProgress: 1 } : lead
}

const LEAD_COLUMNS = { received: '受理', closed: '办结', inProgress: '在办', duplicates: '重复' } as const

const LEAD_FORMULAS: Readonly<Record<keyof typeof LEAD_COLUMNS, string>> = {
  received: '移交日期晚于统计日期的不计',
  closed: '只写办结日期的按受理数计，办结日期晚于统计日期的不计',
  inProgress: '办结日期晚于统计日期的按在办计',
  duplicates: '移交日期晚于统计日期的不计',
}

const leadSum = (leads: readonly Lead[], kind: LeadKind, column: keyof typeof LEAD_COLUMNS): readonly Figure[] => {
  const told = leads.filter((lead) => lead[column] !== null)
  if (told.length === 0) return []
  const label = kind === 'case' && column === 'closed' ? '立案了结数' : `${LEAD_WORDS[kind]}${LEAD_COLUMNS[column]}数`
  const formula = `登记簿“${LEAD_WORDS[kind]}”${LEAD_COLUMNS[column]}数合计（${LEAD_FORMULAS[column]}）`
  return [summed({ id: `leads.${kind}.${column}`, label, unit: '件', formula }, told, (lead) => lead[column] ?? 0)]
}

/** Lines whose 办理时限 is past and that are not settled; only where a register tells 办理时限. */
const overdueLeads = (leads: readonly Lead[], kind: LeadKind, cutoff: PlainDate): readonly Figure[] => {
  const due = leads.filter(({ replyDue }) => replyDue !== null)
  const late = due.filter(
    ({ replyDue, closed, received }) => replyDue !== null && replyDue < cutoff && (closed ?? 0) < (received ?? 1),
  )
  const words = {
    id: `leads.${kind}.overdue`,
    label: `${LEAD_WORDS[kind]}逾期未办结条数`,
    unit: '条',
    formula: `登记簿“${LEAD_WORDS[kind]}”中办理时限早于统计日期且未全部办结的，每条记录计一条`,
  }
  return due.length === 0
    ? []
    : [
        counted(
          words,
          late.map(({ id }) => id),
        ),
      ]
}
