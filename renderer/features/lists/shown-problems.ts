import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { ListKey } from '../../../shared/domain/four-lists.ts'
import { namesOf, warningOfRow } from '../../../shared/domain/problem-row.ts'
import { isDone, STATUS_WORDS, STATUSES, type Status } from '../../../shared/domain/status.ts'
import type { WarningThresholds } from '../../../shared/domain/warning.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import type { Grouping, ListFilter, Sort } from '../../state/list-view.ts'
import type { GridItem } from '../../ui/grid/grid-items.ts'

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
      isAmong(filter.kinds, row.kind) &&
      (filter.sustained === null || row.sustained === filter.sustained) &&
      (filter.leaders.length === 0 || namesOf(row.leaders).some((leader) => filter.leaders.includes(leader))) &&
      (filter.units.length === 0 || namesOf(row.units).some((unit) => filter.units.includes(unit))),
  )
  if (!sort) return kept
  const compare = COMPARE[sort.column]
  if (!compare) return kept
  const turn = sort.descending ? -1 : 1
  return [...kept].sort((a, b) => compare(a, b, turn) || a.number - b.number)
}

/** Every unit the problems name, as often used first. */
export const unitChoices = (placed: readonly PlacedProblem[]): readonly string[] => byUse(placed.map(({ row }) => row.units))

/** The same of 责任领导. */
export const leaderChoices = (placed: readonly PlacedProblem[]): readonly string[] => byUse(placed.map(({ row }) => row.leaders))

const byUse = (named: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const names of named) for (const name of namesOf(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || collate(a[0], b[0])).map(([name]) => name)
}

/** Problems under the heading of their group; each stands in one group only, so that the counts add up. */
export interface ProblemGroup {
  readonly key: string
  readonly title: string
  readonly problems: readonly PlacedProblem[]
}

/**
 * The problems put together. By unit one stands under its (first) 牵头单位, without one under its first 责任单位; by leader under the first
 * named. Groups stand as their first problem does, those of a status in the order of the statuses, what tells nothing last.
 */
export const groupedProblems = (problems: readonly PlacedProblem[], grouping: Grouping): readonly ProblemGroup[] => {
  const groups = new Map<string, { readonly title: string; readonly problems: PlacedProblem[] }>()
  for (const problem of problems) {
    const { key, title } = GROUP_OF[grouping](problem)
    const group = groups.get(key)
    if (group) group.problems.push(problem)
    else groups.set(key, { title, problems: [problem] })
  }
  const rankOf = (key: string): number =>
    key === '' ? Number.MAX_SAFE_INTEGER : grouping === 'status' ? STATUSES.indexOf(key as Status) : 0
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => rankOf(a.key) - rankOf(b.key))
}

const named = (names: string): { readonly key: string; readonly title: string } => {
  const name = namesOf(names)[0] ?? ''
  return { key: name, title: name }
}

const GROUP_OF: Readonly<Record<Grouping, (problem: PlacedProblem) => { readonly key: string; readonly title: string }>> = {
  category: ({ path }) => ({ key: path[0]?.id ?? '', title: path[0]?.heading ?? '' }),
  unit: ({ row }) => named(row.units),
  leader: ({ row }) => named(row.leaders),
  status: ({ row }) => ({ key: row.status, title: STATUS_WORDS[row.status] }),
}

/** What a list shows from top to bottom: headings with their counts, and the problems of the groups that are open. */
export const groupedItems = (
  groups: readonly ProblemGroup[],
  list: ListKey,
  { closed, untold }: { readonly closed: readonly string[]; readonly untold: string },
): readonly GridItem[] =>
  groups.flatMap(({ key, title, problems }): GridItem[] => {
    const isOpen = !closed.includes(HEADING + key)
    const heading = {
      type: 'heading',
      key: HEADING + key,
      title: title === '' ? untold : title,
      count: problems.length,
      isOpen,
    } as const
    const rows = problems.map(({ row }) => ({ type: 'rows', key: row.id, rows: Math.max(1, row.lists[list].length) }) as const)
    return [heading, ...(isOpen ? rows : [])]
  })

/** No id begins so. */
const HEADING = 'group:'

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
