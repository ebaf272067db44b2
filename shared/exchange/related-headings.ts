import { groupBy } from '../base/list.ts'
import { pathsOf } from '../domain/arrangement.ts'
import type { ProblemFile } from '../domain/ledger.ts'
import type { OutlineNode } from '../domain/records/record-kinds.ts'
import { documentKey } from '../merge/document-boundaries.ts'
import type { ForeignChange, MergeEngine } from '../merge/engine.ts'
import { entityKey, fieldKey } from '../merge/flat-map.ts'
import { foreignChange, stampOf } from './related-branches.ts'
import { relatedId } from './related-ids.ts'
import { type Places, placeBeside, type RelatedSide } from './related-places.ts'
import { saidText } from './said-text.ts'

/** The heading under which problems of theirs stand whose own heading we have not. */
const ADDED_HEADING = '关联补入'
/** Behind every heading of ours, and behind what comes in under none. */
const LAST = 'n00000000000000'

/**
 * The headings of problems that come in: ours of the same words, best on the same path, else one heading for all others. Answers the
 * branches that make that one, where it is needed and was not made before.
 */
export const placeHeadings = <Doc>(
  engine: MergeEngine<Doc>,
  mine: RelatedSide<Doc>,
  theirs: RelatedSide<Doc>,
  coming: readonly ProblemFile[],
  places: Places,
): readonly (readonly ForeignChange[])[] => {
  if (coming.length === 0) return []
  const added = relatedId(mine.ledger.ledger.id, ADDED_HEADING)
  const sameHeading = headingFinder(mine.ledger.records.outlineNode)
  for (const [id, path] of pathsOf(theirs.ledger.records.outlineNode))
    placeBeside(places, 'outlineNode', id, sameHeading(path)?.id ?? added)
  const isNeeded = coming.some(({ path }) => path.some(({ id }, i) => i === path.length - 1 && places.idOf(id) === added))
  if (!isNeeded || places.isHere('outlineNode', added)) return []
  const outline = theirs.documents.get(documentKey('outline', theirs.ledger.ledger.id))
  const [first] = outline === undefined ? [] : engine.changes(outline)
  if (!first) return []
  const entity = entityKey('outlineNode', added)
  const fields = [
    [fieldKey(entity, 'heading'), ADDED_HEADING],
    [fieldKey(entity, 'order'), LAST],
  ] as const
  return [[foreignChange([first.hash], stampOf(first), { fields, alive: [entity], removed: [] })]]
}

/** The node of ours for a path of theirs, from 类别 down. */
export const headingFinder = (nodes: readonly OutlineNode[]): ((path: readonly OutlineNode[]) => OutlineNode | null) => {
  const paths = [...pathsOf(nodes).values()]
  const last = (path: readonly OutlineNode[]): string => saidText(path.at(-1)?.heading ?? '')
  const whole = (path: readonly OutlineNode[]): string => path.map(({ heading }) => saidText(heading)).join('\n')
  const [byPath, byHeading] = [groupBy(paths, whole), groupBy(paths, last)]
  return (path) => (last(path) === '' ? null : ((byPath.get(whole(path)) ?? byHeading.get(last(path)))?.[0]?.at(-1) ?? null))
}
