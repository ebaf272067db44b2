import { groupBy } from '../../base/list.ts'
import { datePartsOf } from '../../base/plain-date.ts'
import type { Directory } from '../directory.ts'
import type { ResponsibilityRole } from '../records/ledger-records.ts'
import { KIND_WORDS, SOURCE_WORDS } from '../records/problem-records.ts'
import type { WarningThresholds } from '../warning.ts'
import type { Figure } from './figure.ts'
import type { ProblemStanding } from './standing.ts'
import { GROUP_PARTS, statusFigures } from './status-figures.ts'

/** Problems by 类别, 来源, 整改类型, month of the deadline, unit and leader: each group with its total, done, open, late ones and rate. */
export const groupFigures = (
  problems: readonly ProblemStanding[],
  directory: Directory,
  thresholds: WarningThresholds,
): readonly Figure[] =>
  [
    grouped(problems, 'byCategory', '类别', (problem) => [categoryOf(problem)]),
    grouped(problems, 'bySource', '来源', ({ file: { problem } }) => [
      { key: problem.source, name: SOURCE_WORDS[problem.source] },
    ]),
    grouped(problems, 'byKind', '整改类型', ({ file: { problem } }) => [
      { key: problem.kind, name: KIND_WORDS[problem.kind] || '未注明' },
    ]),
    { ...grouped(problems, 'byMonth', '时限', (problem) => [monthOf(problem)]), sorted: true },
    ...ROLES.map(([by, role, word]) => {
      const nameOf = onceEach(role === 'leader' ? directory.leaderOf : directory.unitOf)
      const groups = grouped(problems, by, word, ({ file }) =>
        file.responsibilities.filter((duty) => duty.role === role).map((duty) => nameOf(duty.name, duty.directoryId)),
      )
      return { ...groups, several: true }
    }),
  ].flatMap((grouping) => groupingFigures(grouping, thresholds))

/** A figure of a group, taken apart. */
export interface GroupFigure {
  /** `byUnit`. */
  readonly by: string
  readonly key: string
  /** The name of the unit, the leader, the category. */
  readonly name: string
  readonly part: string
}

/** Reads back what a figure of a group says of itself, one of an old period too; null for every other figure. */
export const groupOf = ({ id, label }: Pick<Figure, 'id' | 'label'>): GroupFigure | null => {
  const [, by, key, part] = /^problems\.(by[A-Z][A-Za-z]*)\.(.*)\.([A-Za-z]+)$/s.exec(id) ?? []
  if (by === undefined || key === undefined || part === undefined) return null
  const named = /“(.*)”/s.exec(label)?.[1]
  return { by, key, part, name: named ?? UNNAMED }
}

/** The same few names stand on thousands of problems: each is looked up once. */
const onceEach = (nameOf: Directory['unitOf']): Directory['unitOf'] => {
  const known = new Map<string, ReturnType<Directory['unitOf']>>()
  return (name, directoryId = null) => {
    const key = `${directoryId ?? ''}/${name}`
    const entry = known.get(key) ?? nameOf(name, directoryId)
    known.set(key, entry)
    return entry
  }
}

const ROLES: readonly (readonly [by: string, role: ResponsibilityRole, word: string])[] = [
  ['byLeadUnit', 'leadUnit', '牵头单位'],
  ['byUnit', 'unit', '责任单位'],
  ['byLeader', 'leader', '责任领导'],
]

interface GroupName {
  readonly key: string
  readonly name: string
}

interface Grouping {
  readonly by: string
  readonly word: string
  readonly groups: ReadonlyMap<string, { readonly name: string; readonly problems: readonly ProblemStanding[] }>
  /** A problem may stand in several groups, and in none: their sums are not the total. */
  readonly several?: boolean
  /** By key, not by first appearance. */
  readonly sorted?: boolean
}

/** What stands in no group. */
const NONE = 'none'
const UNNAMED = '未写明'

const grouped = (
  problems: readonly ProblemStanding[],
  by: string,
  word: string,
  namesOf: (problem: ProblemStanding) => readonly GroupName[],
): Grouping => {
  const names = new Map<string, string>()
  const placed = problems.flatMap((problem) => {
    const own = new Map(namesOf(problem).map(({ key, name }) => [key, name]))
    for (const [key, name] of own) if (!names.has(key)) names.set(key, name)
    return own.size === 0 ? [{ key: NONE, problem }] : [...own.keys()].map((key) => ({ key, problem }))
  })
  const groups = [...groupBy(placed, ({ key }) => key)].map(([key, of]) => {
    return [key, { name: names.get(key) ?? UNNAMED, problems: of.map(({ problem }) => problem) }] as const
  })
  return { by, word, groups: new Map(groups) }
}

const groupingFigures = (grouping: Grouping, thresholds: WarningThresholds): readonly Figure[] => {
  const { by, word, groups, several = false, sorted = false } = grouping
  // Where nobody is named in a role there is nothing to tell apart.
  if (several && [...groups.keys()].every((key) => key === NONE)) return []
  const keys = [...groups.keys()].filter((key) => key !== NONE)
  if (sorted) keys.sort()
  return [...keys, ...(groups.has(NONE) ? [NONE] : [])].flatMap((key) => {
    const { name = '', problems = [] } = groups.get(key) ?? {}
    const title = key === NONE && several ? `${word}未写明的` : `${word}“${name}”`
    const which = several
      ? key === NONE
        ? `问题及其整改措施都没有${word}的问题中，`
        : `问题或其任一整改措施的${word}为“${name}”的问题中（一个问题有几个${word}的各计一次），`
      : `${word}为“${name}”的问题中，`
    const of = {
      prefix: `problems.${by}.${key}`,
      noun: '问题',
      unit: '个',
      of: title,
      which,
      totalFormula: '全部问题',
      thresholds,
    }
    return statusFigures(of, problems, GROUP_PARTS)
  })
}

/** The top node above it; its heading is cut where a label would no longer be one. */
const categoryOf = ({ file }: ProblemStanding): GroupName => {
  const [top] = file.path
  return top ? { key: top.id, name: top.heading.slice(0, LONGEST_NAME) } : { key: NONE, name: '未分类' }
}

const LONGEST_NAME = 60

const monthOf = ({ deadline }: ProblemStanding): GroupName => {
  if (deadline.on === null) return { key: NONE, name: '无具体日期' }
  const { year, month } = datePartsOf(deadline.on)
  return { key: deadline.on.slice(0, 7), name: `${year}年${month}月` }
}
