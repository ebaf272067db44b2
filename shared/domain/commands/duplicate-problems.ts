import { z } from 'zod'
import { orderKeys } from '../../base/order.ts'
import type { Ids } from '../../base/ports.ts'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { inOrder } from '../arrangement.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import { placesAt } from '../placement.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import { recordOf, type WithheldText } from '../records/record-kinds.ts'
import { indexBehind, placeEdits, rowUnder } from '../siblings.ts'
import type { CommandContext, Decision } from './decision.ts'
import { marksCopied } from './move-marks.ts'

/**
 * 复制: a problem like each of these right behind it, with measures, deadlines and responsibilities; 未启动, and nothing of what was
 * done: no progress, 整改情况, 成效, 延期, 销号 or attachment. 拟不公开 goes with it.
 */
export const duplicateProblemsSchema = z.object({
  type: z.literal('duplicate-problems'),
  ids: z.array(id()).min(1).max(500),
})
type DuplicateProblems = Readonly<z.infer<typeof duplicateProblemsSchema>>

export const decideDuplicateProblems = (
  ledger: Ledger,
  command: DuplicateProblems,
  { ids }: CommandContext,
): Result<Decision, Refusal> => {
  const wanted = [...new Set(command.ids)]
  const files = ledger.problems.filter(({ problem }) => wanted.includes(problem.id))
  const missing = wanted.find((problemId) => !files.some(({ problem }) => problem.id === problemId))
  if (missing !== undefined) return err({ type: 'entity-removed', entity: `problem:${missing}` })
  const { outlineNode, problem } = ledger.records
  const edits: RecordEdit[] = []
  // Places of one row are given against what stands there already, copies among it.
  const placed = new Map(problem.map((standing) => [standing.id, standing]))
  for (const file of files) {
    const row = rowUnder(file.path.at(-1)?.id ?? null, outlineNode, [...placed.values()]) ?? []
    const { orders, moved } = placesAt(row, indexBehind(row, file.problem.id) ?? row.length, 1)
    const marks = ledger.records.withheldText.filter(({ problemId }) => problemId === file.problem.id)
    const copy = copyOf(file, marks, orders[0] ?? 'a0', ids)
    for (const { sibling, order } of moved) {
      const standing = placed.get(sibling.id)
      if (standing) placed.set(sibling.id, { ...standing, order })
    }
    placed.set(copy.problem.id, copy.problem)
    edits.push(...placeEdits(moved), ...copy.edits)
  }
  return ok({ intent: files.length === 1 ? '复制问题' : `复制问题（${files.length}个）`, edits })
}

const copyOf = (file: ProblemFile, marks: readonly WithheldText[], order: string, ids: Ids) => {
  const { problem, office } = file
  const fresh = { completedOn: null, status: 'notStarted', sustained: false, statusWords: '', account: '', result: '' } as const
  const anew = { ...fresh, sourceNumber: null, originId: null }
  const copy = recordOf('problem', {
    ...problem,
    ...anew,
    id: ids.id(),
    order,
    nodeId: file.path.at(-1)?.id ?? null,
    joinedIntoId: null,
  })
  const places = orderKeys(file.measures.length)
  const measures = file.measures.map((measure, i) => ({
    from: measure.id,
    made: recordOf('measure', { ...measure, ...anew, id: ids.id(), problemId: copy.id, order: places[i] ?? 'a0' }),
  }))
  const owners = new Map([[problem.id, copy.id], ...measures.map(({ from, made }) => [from, made.id] as const)])
  const responsibilities = inOrder(file.responsibilities).map((responsibility) =>
    recordOf('responsibility', { ...responsibility, id: ids.id(), ownerId: owners.get(responsibility.ownerId) ?? copy.id }),
  )
  const { withheld, withheldReason } = office ?? { withheld: false, withheldReason: null }
  const hidden = withheld ? [recordOf('officePart', { id: copy.id, problemId: copy.id, withheld, withheldReason })] : []
  const tagged = [
    tag('problem', copy),
    ...measures.map(({ made }) => tag('measure', made)),
    ...responsibilities.map((made) => tag('responsibility', made)),
    ...hidden.map((made) => tag('officePart', made)),
    ...marksCopied(marks, copy.id, owners, ids),
  ]
  return { problem: copy, edits: tagged.map((record): RecordEdit => ({ type: 'create', tagged: record })) }
}
