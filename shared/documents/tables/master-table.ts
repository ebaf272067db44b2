import { type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import { standingClosure } from '../../domain/closing.ts'
import { deadlineOf, printDeadline } from '../../domain/deadline.ts'
import { fileAt } from '../../domain/file-at.ts'
import { type ListRow, listRows, namesInRole } from '../../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import { RESPONSIBILITY_WORDS, type ResponsibilityRole } from '../../domain/records/ledger-records.ts'
import { KIND_WORDS, SOURCE_WORDS } from '../../domain/records/problem-records.ts'
import { statusLabel } from '../../domain/status.ts'
import { thresholdsOf } from '../../domain/warning.ts'
import { TABLE_WORDS } from '../../messages/tables.ts'
import { mendPunctuation } from '../../notice/punctuation.ts'
import type { TableCells } from '../lay-out-rows.ts'
import type { SheetModel } from '../workbook-model.ts'
import { type PlainTable, partySubtitle, tableSheet } from './plain-table.ts'
import { mark, STATUS_COLOURS, STATUS_OPTIONS, words } from './table-columns.ts'

/** 整改台账总表: every column of the four lists side by side, a row for each measure. It needs A3. */
export const masterTable = (ledger: Ledger, date: PlainDate): SheetModel =>
  tableSheet(ledger, {
    name: TABLE_WORDS.master,
    subtitle: partySubtitle(ledger, date),
    ...masterRows(ledger, ledger.problems, date),
  })

/** The rows of some of the problems; numbers stay those of the whole ledger. */
export const masterRows = (
  ledger: Ledger,
  files: readonly ProblemFile[],
  date: PlainDate,
): Pick<PlainTable, 'columns' | 'groups' | 'joined' | 'numbers' | 'paper' | 'home'> => ({
  columns: COLUMNS,
  groups: files.map((file) => rowsOf(fileAt(file, date), date, ledger)),
  home: {
    head: { list: 'tasks', ledgerId: ledger.ledger.id, date },
    groups: files.map((file) => tasksOf(fileAt(file, date), date, ledger)),
  },
  joined: new Set([1, 2]),
  numbers: new Set([0]),
  paper: 'A3',
})

const COLUMNS = [
  mark('序号', 6),
  words('类别', 12),
  words('方面', 12),
  words('反馈问题', 26),
  words('具体表现', 22),
  mark('来源', 8),
  mark('整改类型', 8),
  words('整改目标', 16),
  words('整改措施', 28),
  words(RESPONSIBILITY_WORDS.leader, 9),
  words(RESPONSIBILITY_WORDS.leadUnit, 12),
  words(RESPONSIBILITY_WORDS.unit, 16),
  mark('时限', 12),
  words('进展情况', 32),
  words('整改成效', 22),
  { ...mark('完成情况', 10, STATUS_COLOURS), options: STATUS_OPTIONS },
  mark('完成日期', 11),
  mark('销号日期', 11),
]

/** What a unit fills in stands in the columns of the task list, under the same titles: it is read back as one. */
const tasksOf = (file: ProblemFile, date: PlainDate, ledger: Ledger): readonly ListRow[] =>
  listRows('tasks', file, { today: date, thresholds: thresholdsOf(ledger.ledger) })

/** One row a measure; what belongs to the problem reaches over them. A measure without names of its own has those of the problem. */
const rowsOf = (file: ProblemFile, date: PlainDate, ledger: Ledger): readonly TableCells[] => {
  const { problem, number, path, measures } = file
  const tasks = tasksOf(file, date, ledger)
  const [first] = tasks
  // 进展情况 and 整改成效 are told as the task list tells them.
  const told = (column: number): string => first?.cells[column] ?? ''
  const names = (role: ResponsibilityRole): string => namesInRole(file, problem.id, role)
  const on = (day: PlainDate | null): string => (day === null ? '' : printChineseDate(day))
  const rows = measures.length === 0 ? [null] : measures
  return rows.map((measure, i): TableCells => {
    const own = (cell: string): string | null => (i === 0 ? mendPunctuation(cell) : null)
    const ofMeasure = (role: ResponsibilityRole): string => {
      const named = measure === null ? '' : namesInRole(file, measure.id, role)
      return named === '' ? names(role) : named
    }
    const deadline = measure === null || measure.deadlineWords === '' ? deadlineOf(problem) : deadlineOf(measure)
    return [
      own(String(number)),
      own(path[0]?.heading ?? ''),
      own(path[1]?.heading ?? ''),
      own(problem.statement),
      own(problem.details),
      own(SOURCE_WORDS[problem.source]),
      own(KIND_WORDS[problem.kind]),
      own(problem.target),
      mendPunctuation(measure === null ? '' : [measure.title, measure.text].filter((part) => part !== '').join('\n')),
      ofMeasure('leader'),
      ofMeasure('leadUnit'),
      ofMeasure('unit'),
      printDeadline(deadline),
      mendPunctuation(i === 0 ? told(4) : (tasks[i]?.cells[4] ?? '')),
      own(told(5)),
      own(statusLabel(problem.status, problem.sustained)),
      own(on(problem.completedOn)),
      own(on(standingClosure(file)?.closedOn ?? null)),
    ]
  })
}
