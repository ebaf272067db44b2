import type { PlainDate } from '../../base/plain-date.ts'
import { printDeadline } from '../../domain/deadline.ts'
import type { Ledger } from '../../domain/ledger.ts'
import { statusLabel } from '../../domain/status.ts'
import { WARNING_WORDS } from '../../domain/warning.ts'
import { TABLE_WORDS } from '../../messages/tables.ts'
import { lateLines } from '../late-lines.ts'
import type { SheetModel } from '../workbook-model.ts'
import { partySubtitle, tableSheet } from './plain-table.ts'
import { mark, STATUS_COLOURS, WARNING_COLOURS, words } from './table-columns.ts'

/** 逾期临期表: problems and measures that are late or soon will be, the latest first. */
export const lateTable = (ledger: Ledger, date: PlainDate): SheetModel => {
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
    groups: lateLines(ledger, date).map(({ file, subject, units, leaders, deadline, days, warning, status, sustained }) => [
      [
        String(file.number),
        subject,
        units,
        leaders,
        printDeadline(deadline),
        String(days),
        WARNING_WORDS[warning],
        statusLabel(status, sustained),
      ],
    ]),
    numbers: new Set([0, 5]),
  })
}
