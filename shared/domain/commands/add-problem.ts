import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { Placed } from '../arrangement.ts'
import { fittingRecord } from '../field-limits.ts'
import { placeAt } from '../placement.ts'
import { tag } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import type { OutlineNode } from '../records/record-kinds.ts'
import { indexBehind, placeEdits, rowUnder } from '../siblings.ts'
import type { CommandContext, Decision } from './decision.ts'

/** A new problem under an outline node (null: at the top), behind one of the problems and nodes there (null: first). */
export const addProblemSchema = z.object({
  type: z.literal('add-problem'),
  nodeId: id().nullable(),
  afterId: id().nullable(),
  statement: z.string(),
})
export type AddProblem = Readonly<z.infer<typeof addProblemSchema>>

/** Of the ledger only the outline and the places of its problems are asked. */
export const decideAddProblem = (
  outline: { readonly outlineNode: readonly OutlineNode[]; readonly problem: readonly Placed[] },
  command: AddProblem,
  context: CommandContext,
): Result<Decision & { readonly problemId: string }, Refusal> => {
  const row = rowUnder(command.nodeId, outline.outlineNode, outline.problem)
  if (!row) return err({ type: 'entity-removed', entity: `outlineNode:${command.nodeId}` })
  const index = indexBehind(row, command.afterId)
  if (index === null) return err({ type: 'no-such-place' })
  const { order, moved } = placeAt(row, index)
  const problemId = context.ids.id()
  const statement = command.statement.trimEnd()
  const problem = fittingRecord('problem', { id: problemId, nodeId: command.nodeId, order, statement })
  if (!problem.ok) return problem
  return ok({
    problemId,
    intent: '添加问题',
    edits: [...placeEdits(moved), { type: 'create', tagged: tag('problem', problem.value) }],
    advice: statement === '' ? [{ type: 'statement-empty' }] : [],
  })
}
