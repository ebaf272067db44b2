import { type PlainDate, printChineseDate } from '../base/plain-date.ts'
import { daysLeft, deadlineOf, printDeadline } from './deadline.ts'
import { originalDeadline } from './extensions.ts'
import { fileAt } from './file-at.ts'
import type { Ledger, ProblemFile } from './ledger.ts'
import { RESPONSIBILITY_WORDS, type ResponsibilityRole } from './records/ledger-records.ts'
import { KIND_WORDS, SOURCE_WORDS } from './records/problem-records.ts'
import type { Measure, Problem, RecordOf } from './records/record-kinds.ts'
import { isDone, type Status, statusLabel } from './status.ts'
import { thresholdsOf, WARNING_WORDS, type Warning, type WarningThresholds, warningAt } from './warning.ts'

/** 四张清单: four views of the same records, never four copies (domain.md). */
export const LIST_KEYS = ['problems', 'tasks', 'times', 'duties'] as const
export type ListKey = (typeof LIST_KEYS)[number]

export const LIST_WORDS: Readonly<Record<ListKey, string>> = {
  problems: '问题清单',
  tasks: '任务清单',
  times: '时间清单',
  duties: '责任清单',
}

/** What a ledger calls its lists. */
export const listNamesOf = (ledger: Partial<RecordOf<'ledger'>>): Readonly<Record<ListKey, string>> => ({
  problems: ledger.problemsListName?.trim() || LIST_WORDS.problems,
  tasks: ledger.tasksListName?.trim() || LIST_WORDS.tasks,
  times: ledger.timesListName?.trim() || LIST_WORDS.times,
  duties: ledger.dutiesListName?.trim() || LIST_WORDS.duties,
})

export interface ListColumn {
  readonly key: string
  readonly title: string
  /** Equal neighbours down the list are shown as one cell: 类别 and 方面. */
  readonly joinsEqual: boolean
  /** `words` are wrapped text, `mark` is short and centred. */
  readonly holds: 'words' | 'mark'
}

/**
 * One row: a problem, or one of its measures. `cells` stand in the order of the columns; null says that the cell above reaches
 * down to here (the problem beside its second measure).
 */
export interface ListRow {
  readonly problemId: string
  readonly measureId: string | null
  readonly cells: readonly (string | null)[]
  readonly status: Status
  readonly warning: Warning
}

/** A list as screen, Excel and print show it; rows of one problem stand together. */
export interface ListView {
  readonly key: ListKey
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRow[]
}

/** The four lists of a ledger as of the end of a day: status, 时限 and 销号 as they were then (`fileAt`). */
export const fourLists = (ledger: Ledger, today: PlainDate): readonly ListView[] =>
  LIST_KEYS.map((key) => listView(ledger, key, today))

export const listView = (ledger: Ledger, key: ListKey, today: PlainDate): ListView => ({
  key,
  title: listNamesOf(ledger.ledger)[key],
  columns: LIST_COLUMNS[key],
  rows: ledger.problems.flatMap((file) => listRows(key, fileAt(file, today), { today, thresholds: thresholdsOf(ledger.ledger) })),
})

/** The rows of one problem in one list, with the status and the deadlines the 问题档案 has. */
export const listRows = (key: ListKey, file: ProblemFile, at: ListDate): readonly ListRow[] => ROWS[key](file, at)

/** The day a list is looked at (for 剩余天数 and 预警), and the ledger's thresholds. */
export interface ListDate {
  readonly today: PlainDate
  readonly thresholds: WarningThresholds
}

/** Names in one role, as a cell shows them: 县财政局、县审计局. */
export const namesInRole = (file: ProblemFile, ownerId: string, role: ResponsibilityRole): string =>
  file.responsibilities
    .filter((r) => r.ownerId === ownerId && r.role === role)
    .map((r) => r.name)
    .join('、')

const column = (key: string, title: string, holds: ListColumn['holds'] = 'words', joinsEqual = false): ListColumn => ({
  key,
  title,
  holds,
  joinsEqual,
})

const NUMBER = column('number', '序号', 'mark')

export const LIST_COLUMNS: Readonly<Record<ListKey, readonly ListColumn[]>> = {
  problems: [
    NUMBER,
    column('category', '类别', 'words', true),
    column('aspect', '方面', 'words', true),
    column('statement', '反馈问题'),
    column('details', '具体表现'),
    column('source', '来源', 'mark'),
    column('kind', '整改类型', 'mark'),
    column('status', '状态', 'mark'),
  ],
  tasks: [
    NUMBER,
    column('statement', '反馈问题'),
    column('target', '整改目标'),
    column('measure', '整改措施'),
    column('progress', '进展情况'),
    column('result', '整改成效'),
    column('status', '完成情况', 'mark'),
  ],
  times: [
    NUMBER,
    column('subject', '反馈问题/措施'),
    column('start', '启动时间', 'mark'),
    column('originalDeadline', '原定时限', 'mark'),
    column('deadline', '现定时限', 'mark'),
    column('daysLeft', '剩余天数', 'mark'),
    column('warning', '预警', 'mark'),
    column('completed', '完成日期', 'mark'),
    column('closed', '销号日期', 'mark'),
  ],
  duties: [
    NUMBER,
    column('subject', '反馈问题/措施'),
    ...(['leader', 'leadUnit', 'unit', 'supportUnit', 'person', 'phone'] as const).map((role) =>
      column(role, RESPONSIBILITY_WORDS[role]),
    ),
  ],
}

const problemRow = (file: ProblemFile, at: ListDate, cells: readonly (string | null)[]): ListRow =>
  rowOf(file, null, file.problem, at, cells)

const rowOf = (
  file: ProblemFile,
  measureId: string | null,
  of: Problem | Measure,
  at: ListDate,
  cells: readonly (string | null)[],
): ListRow => ({
  problemId: file.problem.id,
  measureId,
  cells,
  status: of.status,
  warning: warningAt(deadlineOf(of), of.status, at.today, at.thresholds),
})

/** A measure stands in 时间清单 and 责任清单 only where it has a deadline or a responsibility of its own. */
const ROWS: Readonly<Record<ListKey, (file: ProblemFile, at: ListDate) => readonly ListRow[]>> = {
  problems: (file, at) => {
    const { problem, path } = file
    const aspect = path.slice(1).map((node) => node.heading)
    return [
      problemRow(file, at, [
        String(file.number),
        path[0]?.heading ?? '',
        aspect.join('\n'),
        problem.statement,
        problem.details,
        SOURCE_WORDS[problem.source],
        KIND_WORDS[problem.kind],
        statusLabel(problem.status, problem.sustained),
      ]),
    ]
  },
  tasks: (file, at) => {
    const { problem } = file
    const row = (isFirst: boolean, measure: string, progress: string | null) =>
      isFirst
        ? [
            String(file.number),
            problem.statement,
            problem.target,
            measure,
            progress,
            problem.result,
            statusLabel(problem.status, problem.sustained),
          ]
        : [null, null, null, measure, progress, null, null]
    const ofProblem = joinParagraphs([progressText(file, problem.id), problem.account])
    if (file.measures.length === 0) return [problemRow(file, at, row(true, '', ofProblem))]
    const ofMeasures = file.measures.map((measure) => joinParagraphs([progressText(file, measure.id), measure.account]))
    // With nothing reported measure by measure, the account of the problem stands once beside all its measures.
    const isShared = ofMeasures.every((text) => text === '')
    return file.measures.map((measure, i) => {
      const words = joinParagraphs([measure.title, measure.text])
      const own = i === 0 ? joinParagraphs([ofProblem, ofMeasures[i] ?? '']) : isShared ? null : (ofMeasures[i] ?? '')
      return rowOf(file, measure.id, problem, at, row(i === 0, words, own))
    })
  },
  times: (file, at) => {
    // A problem that was reopened keeps its old closure in the history, not in the list.
    const closedOn = file.problem.status === 'closed' ? (file.closures.at(-1)?.closedOn ?? null) : null
    const cells = (number: string, subject: string, of: Problem | Measure, closed: PlainDate | null) => [
      number,
      subject,
      dateText(of.startOn),
      printDeadline(originalDeadline(file, of)),
      printDeadline(deadlineOf(of)),
      isDone(of.status) ? '' : String(daysLeft(deadlineOf(of), at.today) ?? ''),
      WARNING_WORDS[warningAt(deadlineOf(of), of.status, at.today, at.thresholds)],
      dateText(of.completedOn),
      dateText(closed),
    ]
    const dated = file.measures.filter((m) => m.deadlineOn !== null || m.deadlineWords !== '' || m.startOn !== null)
    return [
      problemRow(file, at, cells(String(file.number), file.problem.statement, file.problem, closedOn)),
      ...dated.map((m) => rowOf(file, m.id, m, at, cells(measureNumber(file, m), measureSubject(m), m, null))),
    ]
  },
  duties: (file, at) => {
    const names = (ownerId: string) => [
      ...(['leader', 'leadUnit', 'unit', 'supportUnit'] as const).map((role) => namesInRole(file, ownerId, role)),
      [namesInRole(file, ownerId, 'person'), namesInRole(file, ownerId, 'contact')].filter((n) => n !== '').join('、'),
      namesInRole(file, ownerId, 'phone'),
    ]
    const assigned = file.measures.filter((m) => file.responsibilities.some((r) => r.ownerId === m.id))
    return [
      problemRow(file, at, [String(file.number), file.problem.statement, ...names(file.problem.id)]),
      ...assigned.map((m) => rowOf(file, m.id, m, at, [measureNumber(file, m), measureSubject(m), ...names(m.id)])),
    ]
  },
}

const measureNumber = (file: ProblemFile, measure: Measure): string => `${file.number}.${file.measures.indexOf(measure) + 1}`

const measureSubject = (measure: Measure): string => (measure.title === '' ? measure.text : measure.title)

const progressText = (file: ProblemFile, ownerId: string): string =>
  joinParagraphs(
    file.progress
      .filter((p) => p.ownerId === ownerId)
      .map((p) => (p.on === null ? p.text : `${printChineseDate(p.on)}，${p.text}`)),
  )

const dateText = (date: PlainDate | null): string => (date === null ? '' : printChineseDate(date))

const joinParagraphs = (paragraphs: readonly string[]): string => paragraphs.filter((p) => p !== '').join('\n')
