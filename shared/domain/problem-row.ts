import type { PlainDate } from '../base/plain-date.ts'
import { deadlineOf } from './deadline.ts'
import { LIST_KEYS, type ListKey, listRows, namesInRole } from './four-lists.ts'
import { type ProblemFile, problemFiles } from './ledger.ts'

import type { RectificationKind } from './records/problem-records.ts'
import type { LedgerRecords } from './records/record-kinds.ts'
import type { Status } from './status.ts'
import { type Warning, type WarningThresholds, warningAt } from './warning.ts'

/**
 * What a list needs of a problem to order, filter and lay it out without opening it: a projection that can be made again from the records
 * at any time. Long texts are not in it; `statement` is cut for sorting.
 */
export interface ProblemRow {
  readonly id: string
  readonly nodeId: string | null
  readonly order: string
  readonly statement: string
  readonly status: Status
  readonly sustained: boolean
  readonly kind: RectificationKind
  readonly deadlineOn: PlainDate | null
  readonly deadlineWords: string
  readonly completedOn: PlainDate | null
  readonly lastProgressOn: PlainDate | null
  readonly measures: number
  readonly leaders: string
  /** 牵头单位 and 责任单位. */
  readonly units: string
  /** The rows it has in each list: null for its own, else the id of a measure. */
  readonly lists: Readonly<Record<ListKey, readonly (string | null)[]>>
}

/** The row of the one problem in these records (with its office part, where there is one); null without a problem. */
export const problemRow = (records: LedgerRecords): ProblemRow | null => {
  const file = fileOf(records)
  if (!file) return null
  const { problem } = file
  return {
    id: problem.id,
    nodeId: problem.nodeId,
    order: problem.order,
    statement: problem.statement.slice(0, 200),
    status: problem.status,
    sustained: problem.sustained,
    kind: problem.kind,
    deadlineOn: problem.deadlineOn,
    deadlineWords: problem.deadlineWords,
    completedOn: problem.completedOn,
    lastProgressOn: file.progress.reduce<PlainDate | null>(
      (last, { on }) => (on !== null && (last === null || on > last) ? on : last),
      null,
    ),
    measures: file.measures.length,
    leaders: namesInRole(file, problem.id, 'leader'),
    units: [namesInRole(file, problem.id, 'leadUnit'), namesInRole(file, problem.id, 'unit')].filter((n) => n !== '').join('、'),
    lists: Object.fromEntries(
      LIST_KEYS.map((key) => [key, listRows(key, file, ANY_DATE).map((row) => row.measureId)]),
    ) as unknown as ProblemRow['lists'],
  }
}

/** The single names of `leaders` and `units`. */
export const namesOf = (names: string): readonly string[] => names.split('、').filter((name) => name !== '')

/** The 问题档案 of the one problem in these records, as it stands outside an outline: number 0, no path. */
export const fileOf = (records: LedgerRecords): ProblemFile | null => {
  const [problem] = records.problem
  return problem ? problemFiles(records)(problem, [], 0) : null
}

/** Everything a person may look for in a problem, in one text. */
export const searchTextOf = (records: LedgerRecords): string => {
  const file = fileOf(records)
  if (!file) return ''
  const { problem, measures, progress, responsibilities } = file
  return [
    ...[problem.statement, problem.details, problem.target, problem.account, problem.result, problem.deadlineWords],
    ...measures.flatMap((m) => [m.title, m.text, m.account, m.deadlineWords]),
    ...progress.map((p) => p.text),
    ...responsibilities.map((r) => r.name),
  ]
    .filter((text) => text !== '')
    .join('\n')
    .toLowerCase()
}

/** The warning of a row at a date. */
export const warningOfRow = (row: ProblemRow, today: PlainDate, thresholds: WarningThresholds): Warning =>
  warningAt(deadlineOf(row), row.status, today, thresholds)

/** Which rows a problem has does not depend on the day it is looked at. */
const ANY_DATE = { today: '2000-01-01' as PlainDate, thresholds: { greenDays: 0, yellowDays: 0 } }
