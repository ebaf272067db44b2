import type { PlainDate } from '../../../shared/base/plain-date.ts'
import { namesOf, warningOfRow } from '../../../shared/domain/problem-row.ts'
import { isDone, STATUSES } from '../../../shared/domain/status.ts'
import type { WarningThresholds } from '../../../shared/domain/warning.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import type { ListFilter, Sort } from '../../state/list-view.ts'

interface At {
  readonly today: PlainDate
  readonly thresholds: WarningThresholds
}

/** The problems a list shows, in the order it shows them. `found` is what the search words have found, null without words. */
export const shownProblems = (
  placed: readonly PlacedProblem[],
  filter: ListFilter,
  found: ReadonlySet<string> | null,
  sort: Sort | null,
  at: At,
): readonly PlacedProblem[] => {
  const kept = placed.filter(
    ({ row, path }) =>
      (found === null || found.has(row.id)) &&
      (filter.only === null || filter.only.ids.has(row.id)) &&
      isAmong(filter.statuses, row.status) &&
      (filter.warnings.length === 0 || filter.warnings.includes(warningOfRow(row, at.today, at.thresholds))) &&
      isAmong(filter.categories, path[0]?.id ?? '') &&
      (filter.units.length === 0 || namesOf(row.units).some((unit) => filter.units.includes(unit))),
  )
  if (!sort) return kept
  const compare = COMPARE[sort.column]
  if (!compare) return kept
  const turn = sort.descending ? -1 : 1
  return [...kept].sort((a, b) => compare(a, b, turn) || a.number - b.number)
}

/** Every unit the problems name, as often used first. */
export const unitChoices = (placed: readonly PlacedProblem[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { row } of placed) for (const unit of namesOf(row.units)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || collate(a[0], b[0])).map(([unit]) => unit)
}

const isAmong = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value)

const collator = new Intl.Collator('zh-Hans-CN')
const collate = (a: string, b: string): number => collator.compare(a, b)

type Compare = (a: PlacedProblem, b: PlacedProblem, turn: 1 | -1) => number

/** What has no value stands last, whichever way the others are turned. */
const byText =
  (textOf: (problem: PlacedProblem) => string | null): Compare =>
  (a, b, turn) => {
    const [left, right] = [textOf(a) ?? '', textOf(b) ?? '']
    if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1
    return turn * collate(left, right)
  }

const byDeadline = byText(({ row }) => row.deadlineOn)
/** 剩余天数 and 预警 are empty where the work is done. */
const byDaysLeft = byText(({ row }) => (isDone(row.status) ? null : row.deadlineOn))

const COMPARE: Readonly<Record<string, Compare>> = {
  number: (a, b, turn) => turn * (a.number - b.number),
  category: (a, b, turn) => turn * (a.number - b.number),
  status: (a, b, turn) => turn * (STATUSES.indexOf(a.row.status) - STATUSES.indexOf(b.row.status)),
  deadline: byDeadline,
  daysLeft: byDaysLeft,
  warning: byDaysLeft,
  completed: byText(({ row }) => row.completedOn),
  leader: byText(({ row }) => row.leaders),
  leadUnit: byText(({ row }) => row.units),
  unit: byText(({ row }) => row.units),
}
