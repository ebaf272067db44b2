import type { PlainDate } from '../../base/plain-date.ts'
import { daysLeft, printDeadline } from '../../domain/deadline.ts'
import { standingsAt } from '../../domain/figures/standing.ts'
import { namesInRole } from '../../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import { statusLabel } from '../../domain/status.ts'
import { WARNING_WORDS } from '../../domain/warning.ts'
import { TABLE_WORDS } from '../../messages/tables.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import type { SheetModel } from '../workbook-model.ts'
import { partySubtitle, tableSheet } from './plain-table.ts'
import { mark, STATUS_COLOURS, WARNING_COLOURS, words } from './table-columns.ts'

/** 逾期临期表: problems and measures that are late or soon will be, the latest first. */
export const lateTable = (ledger: Ledger, date: PlainDate): SheetModel => {
  const lines = standingsAt(ledger, date).flatMap((standing) => {
    const { file, measures } = standing
    const own = [
      { of: standing, subject: file.problem.statement, ownerId: file.problem.id },
      ...measures.map((measure) => ({ of: measure, subject: measureWords(file, measure.id), ownerId: measure.id })),
    ]
    return own
      .filter(({ of }) => of.warning === 'red' || of.warning === 'yellow')
      .map(({ of, subject, ownerId }) => ({ ...of, file, subject, ownerId, days: daysLeft(of.deadline, date) ?? 0 }))
  })
  const { lateColumns: titles } = TABLE_WORDS
  return tableSheet(ledger, {
    name: TABLE_WORDS.late,
    subtitle: partySubtitle(ledger, date),
    columns: [
      mark(titles.number, 7),
      words(titles.subject, 50),
      words(titles.unit, 22),
      words(titles.leader, 12),
      mark(titles.deadline, 14),
      mark(titles.days, 12),
      mark(titles.warning, 8, WARNING_COLOURS),
      mark(titles.status, 12, STATUS_COLOURS),
    ],
    groups: [...lines]
      .sort((a, b) => a.days - b.days)
      .map(({ file, subject, ownerId, deadline, days, warning, status, sustained }) => [
        [
          String(file.number),
          mendPunctuation(subject),
          namesOf(file, ownerId, ['leadUnit', 'unit']),
          namesOf(file, ownerId, ['leader']),
          printDeadline(deadline),
          String(days),
          WARNING_WORDS[warning],
          statusLabel(status, sustained),
        ],
      ]),
    numbers: new Set([0, 5]),
  })
}

const measureWords = (file: ProblemFile, measureId: string): string => {
  const measure = file.measures.find(({ id }) => id === measureId)
  return measure === undefined ? '' : measure.title || measure.text
}

/** Of the measure itself, else of its problem. */
const namesOf = (file: ProblemFile, ownerId: string, roles: readonly ('leadUnit' | 'unit' | 'leader')[]): string => {
  const of = (id: string): string =>
    [...new Set(roles.map((role) => namesInRole(file, id, role)).filter((names) => names !== ''))].join('、')
  return of(ownerId) || of(file.problem.id)
}
