import { z } from 'zod'
import { orderBetween } from '../../base/order.ts'
import type { Refusal } from '../../base/refusal.ts'
import type { Result } from '../../base/result.ts'
import { tag } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import { recordOf } from '../records/record-kinds.ts'
import type { CommandContext, Decision } from './decision.ts'
import { withText } from './problem-commands.ts'

/** A new problem under an outline node, between two neighbours (their `order`; null at an end). */
export const addProblemSchema = z.object({
  type: z.literal('add-problem'),
  nodeId: id().nullable(),
  after: z.string().nullable(),
  before: z.string().nullable(),
  statement: z.string(),
})
export type AddProblem = Readonly<z.infer<typeof addProblemSchema>>

export const decideAddProblem = (
  command: AddProblem,
  context: CommandContext,
): Result<Decision & { readonly problemId: string }, Refusal> => {
  const problemId = context.ids.id()
  return withText('反馈问题', command.statement, 20_000, (statement) => ({
    problemId,
    intent: '添加问题',
    edits: [
      {
        type: 'create',
        tagged: tag(
          'problem',
          recordOf('problem', {
            id: problemId,
            nodeId: command.nodeId,
            order: orderBetween(command.after, command.before),
            statement,
          }),
        ),
      },
    ],
  }))
}
