import { groupBy } from '../../base/list.ts'
import type { OutlineNode, Problem } from '../records/record-kinds.ts'
import { type IntegrityIssue, type IntegrityPlace, issue } from './integrity-issue.ts'
import { placeOfFile, type Survey } from './survey.ts'

/** Headings that a merge has put under each other: they are shown at the top until a person puts one elsewhere. */
export const outlineCycles = ({ records }: Survey): readonly IntegrityIssue[] =>
  ringsOf(records.outlineNode, ({ parentId }) => parentId).map((ring) =>
    issue('integrity.outline-cycle', { area: 'outline' }, ring, { names: ring.map(({ heading }) => heading) }),
  )

/** Entries that lead to each other in a ring, each ring once; `next` names where an entry leads. */
export const ringsOf = <T extends { readonly id: string }>(
  entries: readonly T[],
  next: (entry: T) => string | null,
): readonly (readonly T[])[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const seen = new Set<T>()
  return entries.flatMap((start): (readonly T[])[] => {
    const way: T[] = []
    let entry: T | undefined = start
    const walked = new Set<T>()
    while (entry && !seen.has(entry)) {
      seen.add(entry)
      walked.add(entry)
      way.push(entry)
      entry = byId.get(next(entry) ?? '')
    }
    return entry && walked.has(entry) ? [way.slice(way.indexOf(entry))] : []
  })
}

/** What stands under a heading that is not there stands at the top: one finding for each heading that is missing. */
export const missingParents = ({ records, placeOf }: Survey): readonly IntegrityIssue[] => {
  const nodes = new Set(records.outlineNode.map(({ id }) => id))
  const lost = [...records.outlineNode, ...records.problem].filter(
    (child) => !nodes.has(parentOf(child) ?? '') && parentOf(child),
  )
  return [...groupBy(lost, parentOf).values()].map((children) => {
    const [first] = children
    const place: IntegrityPlace = children.length === 1 && first ? placeOf(first.id) : { area: 'outline' }
    return issue('integrity.parent-missing', place.area === 'ledger' ? { area: 'outline' } : place, children, {
      count: children.length,
      names: children.slice(0, 3).map(nameOf),
    })
  })
}

/** The number of the source stands twice among siblings: a paste, or two PCs that took in the same text. */
export const doubledSourceNumbers = ({ records, files }: Survey): readonly IntegrityIssue[] => {
  const ofOutline = twins([...records.outlineNode, ...records.problem], (child) =>
    child.sourceNumber ? `${parentOf(child)} ${child.sourceNumber}` : null,
  ).map((same) => doubled({ area: 'outline' }, same, same.map(nameOf)))
  const ofMeasures = files.flatMap((file) =>
    twins(file.measures, ({ sourceNumber }) => sourceNumber).map((same) =>
      doubled(
        placeOfFile(file),
        same,
        same.map(({ title, text }) => title || text),
      ),
    ),
  )
  return [...ofOutline, ...ofMeasures]
}

const doubled = (
  place: IntegrityPlace,
  same: readonly { readonly id: string; readonly sourceNumber: string | null }[],
  names: readonly string[],
): IntegrityIssue =>
  issue('integrity.source-number-doubled', place, same, { text: same[0]?.sourceNumber ?? '', names: names.slice(0, 3) })

/** Siblings at one place, as two PCs leave them that added at the same spot: shown in the same order everywhere, but by chance. */
export const orderTies = ({ records, files }: Survey): readonly IntegrityIssue[] => {
  const ofOutline = twins([...records.outlineNode, ...records.problem], (child) => `${parentOf(child)} ${child.order}`).map(
    (same) =>
      issue('integrity.order-tie', { area: 'outline' }, same, { count: same.length, names: same.slice(0, 3).map(nameOf) }),
  )
  const ofMeasures = files.flatMap((file) =>
    twins(file.measures, ({ order }) => order).map((same) =>
      issue('integrity.order-tie', placeOfFile(file), same, {
        count: same.length,
        names: same.slice(0, 3).map(({ title, text }) => title || text),
      }),
    ),
  )
  return [...ofOutline, ...ofMeasures]
}

/** Groups of more than one; null belongs to none. */
export const twins = <T>(items: readonly T[], keyOf: (item: T) => string | null): readonly (readonly T[])[] =>
  [...groupBy(items, keyOf)].flatMap(([key, same]) => (key !== null && key !== '' && same.length > 1 ? [same] : []))

type Child = OutlineNode | Problem

const parentOf = (child: Child): string | null => ('heading' in child ? child.parentId : child.nodeId)

const nameOf = (child: Child): string => ('heading' in child ? child.heading : child.statement)
