import type { OutlineNode } from '../../../shared/domain/records/record-kinds.ts'
import { rowUnder } from '../../../shared/domain/siblings.ts'
import type { PlacedProblem } from '../../data/queries.ts'

/** Where problems go by one step: what `move-problems` takes; or why they stay. */
export type Step =
  | { readonly ids: readonly string[]; readonly nodeId: string | null; readonly afterId: string | null }
  | 'at-end'
  | 'not-together'

/** Problems of one 方面 before the problem above them, or behind the one below. */
export const stepped = (
  placed: readonly PlacedProblem[],
  nodes: readonly OutlineNode[],
  ids: readonly string[],
  way: 'up' | 'down',
): Step => {
  const chosen = placed.filter(({ row }) => ids.includes(row.id))
  const nodeId = chosen[0]?.path.at(-1)?.id ?? null
  if (chosen.some(({ path }) => (path.at(-1)?.id ?? null) !== nodeId)) return 'not-together'
  const rows = placed.map(({ row }) => row)
  const row = rowUnder(nodeId, nodes, rows) ?? []
  const places = row.flatMap(({ id }, i) => (ids.includes(id) ? [i] : []))
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0]
  const inTurn = chosen.map((problem) => problem.row.id)
  if (way === 'down') {
    const next = row.slice(last + 1).find(({ kind }) => kind === 'problem')
    return next ? { ids: inTurn, nodeId, afterId: next.id } : 'at-end'
  }
  const before = row.slice(0, first).flatMap(({ kind }, i) => (kind === 'problem' ? [i] : []))
  const above = before.at(-1)
  return above === undefined ? 'at-end' : { ids: inTurn, nodeId, afterId: row[above - 1]?.id ?? null }
}
