import { groupOf } from '../../../shared/domain/figures/group-figures.ts'
import type { ShownFigure } from '../../data/figures-host.ts'
import { GROUP_WORDS, PART_WORDS } from '../../messages/overview.ts'

export type Grouping = keyof typeof GROUP_WORDS
export type GroupPart = keyof typeof PART_WORDS

/** The parts that are the whole of a group, in the order they are stacked. */
export const STACKED = ['done', 'basicallyDone', 'open', 'unstated'] as const satisfies readonly GroupPart[]

/** One unit, leader or category with its figures. */
export interface Group {
  readonly key: string
  readonly name: string
  readonly parts: { readonly [P in GroupPart]?: ShownFigure }
}

/** The groups of each sort, the largest first; what names nobody stands last. */
export const groupsIn = (figures: readonly ShownFigure[]): ReadonlyMap<Grouping, readonly Group[]> => {
  const found = new Map<Grouping, Map<string, { key: string; name: string; parts: { [P in GroupPart]?: ShownFigure } }>>()
  for (const figure of figures) {
    const group = groupOf(figure)
    if (group === null || !isGrouping(group.by) || !isPart(group.part)) continue
    const groups = found.get(group.by) ?? new Map()
    found.set(group.by, groups)
    const known = groups.get(group.key) ?? { key: group.key, name: group.name, parts: {} }
    groups.set(group.key, known)
    known.parts[group.part] = figure
  }
  return new Map(
    GROUPINGS.flatMap((by): readonly [Grouping, readonly Group[]][] => {
      const groups = [...(found.get(by)?.values() ?? [])]
      return groups.length === 0 ? [] : [[by, groups.sort(bySize)]]
    }),
  )
}

const bySize = (a: Group, b: Group): number =>
  Number(a.key === NONE) - Number(b.key === NONE) || (b.parts.total?.count ?? 0) - (a.parts.total?.count ?? 0)

const NONE = 'none'

const GROUPINGS = Object.keys(GROUP_WORDS) as readonly Grouping[]
const isGrouping = (by: string): by is Grouping => by in GROUP_WORDS
const isPart = (part: string): part is GroupPart => part in PART_WORDS
