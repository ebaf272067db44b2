import { z } from 'zod'
import { orderKeys } from '../../base/order.ts'
import type { Ids } from '../../base/ports.ts'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { inOrder } from '../arrangement.ts'
import { standingClosure } from '../closing.ts'
import { fittingRecord, unfit } from '../field-limits.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import { placesAt } from '../placement.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { id } from '../records/fields.ts'
import { type Problem, recordOf } from '../records/record-kinds.ts'
import { indexBehind, placeEdits, rowUnder } from '../siblings.ts'
import type { CommandContext, Decision } from './decision.ts'
import { marksSplit } from './move-marks.ts'
import { joinedMoves, moveMeasure } from './move-records.ts'

/**
 * 拆分: new problems right behind, each with its own statement and the measures named for it; what is not named stays. `statement` and
 * `details` are what is left of the first (null: as they were). Deadline (with its extensions) and responsibilities are copied on demand.
 */
export const splitProblemSchema = z.object({
  type: z.literal('split-problem'),
  problemId: id(),
  parts: z
    .array(z.object({ statement: z.string(), details: z.string(), measureIds: z.array(id()) }))
    .min(1)
    .max(100),
  statement: z.string().nullable(),
  details: z.string().nullable(),
  copyResponsibilities: z.boolean(),
  copyDeadline: z.boolean(),
})
type SplitProblem = Readonly<z.infer<typeof splitProblemSchema>>

export const decideSplitProblem = (
  ledger: Ledger,
  file: ProblemFile,
  command: SplitProblem,
  context: CommandContext,
): Result<Decision, Refusal> => {
  const { ids } = context
  const { problem } = file
  const wrong = wrongMeasures(file, command)
  if (wrong) return err(wrong)
  const left = {
    ...(command.statement === null ? {} : { statement: command.statement.trimEnd() }),
    ...(command.details === null ? {} : { details: command.details.trimEnd() }),
  }
  const tooLong = unfit('problem', left)
  if (tooLong) return tooLong
  const { nodes, problems } = { nodes: ledger.records.outlineNode, problems: ledger.records.problem }
  const row = rowUnder(file.path.at(-1)?.id ?? null, nodes, problems) ?? []
  const { orders, moved } = placesAt(row, indexBehind(row, problem.id) ?? row.length, command.parts.length)
  const edits: RecordEdit[] = [...placeEdits(moved)]
  const removals: RecordEdit[] = []
  for (const [i, part] of command.parts.entries()) {
    const fresh = fittingRecord('problem', {
      ...inherited(file, problem, command.copyDeadline),
      id: ids.id(),
      order: orders[i] ?? 'a0',
      statement: part.statement.trimEnd(),
      details: part.details.trimEnd(),
    })
    if (!fresh.ok) return fresh
    edits.push({ type: 'create', tagged: tag('problem', fresh.value) }, ...copies(file, fresh.value.id, command, ids))
    const places = orderKeys(part.measureIds.length)
    const { created, removed } = joinedMoves(
      part.measureIds.flatMap((measureId, at) => {
        const measure = file.measures.find((candidate) => candidate.id === measureId)
        return measure ? [moveMeasure(file, measure, fresh.value.id, places[at] ?? 'a0', ids)] : []
      }),
    )
    const marks = ledger.records.withheldText.filter(({ problemId }) => problemId === problem.id)
    edits.push(...created, ...marksSplit(marks, fresh.value, removed, ids))
    removals.push(...removed)
  }
  if (Object.keys(left).length > 0) edits.push({ type: 'change', kind: 'problem', id: problem.id, fields: left })
  const isUnsaid = [left.statement, ...command.parts.map(({ statement }) => statement.trimEnd())].includes('')
  return ok({
    intent: '拆分问题',
    edits: [...edits, ...removals],
    advice: [
      ...(problem.status === 'closed' ? [{ type: 'split-closed' } as const] : []),
      ...(isUnsaid ? [{ type: 'statement-empty' } as const] : []),
    ],
  })
}

const wrongMeasures = (file: ProblemFile, command: SplitProblem): Refusal | null => {
  const named = command.parts.flatMap(({ measureIds }) => measureIds)
  const gone = named.find((measureId) => !file.measures.some((measure) => measure.id === measureId))
  if (gone !== undefined) return { type: 'entity-removed', entity: `measure:${gone}` }
  const twice = named.find((measureId, i) => named.indexOf(measureId) !== i)
  if (twice === undefined) return null
  const measure = file.measures.find((candidate) => candidate.id === twice)
  const value = measure?.title || measure?.text || twice
  return { type: 'value-not-understood', field: '整改措施', value, expected: '每条措施只归入一个问题' }
}

/** What a part has from the problem it was split from. A 销号 was signed for the whole and stays with it. */
const inherited = (file: ProblemFile, problem: Problem, copyDeadline: boolean): Partial<Problem> => ({
  nodeId: problem.nodeId,
  source: problem.source,
  kind: problem.kind,
  status: problem.status === 'closed' ? 'done' : problem.status,
  sustained: problem.sustained,
  startOn: problem.startOn,
  // Closed without 完成日期, the whole was finished on no day before its closing: nor was a part.
  completedOn: problem.completedOn ?? (problem.status === 'closed' ? (standingClosure(file)?.closedOn ?? null) : null),
  sourceNumber: problem.sourceNumber,
  originId: problem.id,
  ...(copyDeadline ? { deadlineOn: problem.deadlineOn, deadlineWords: problem.deadlineWords } : {}),
})

/** Copies for a part. 拟不公开 goes with every part: what was withheld must not come out by a split. */
const copies = (file: ProblemFile, partId: string, command: SplitProblem, ids: Ids): readonly RecordEdit[] => {
  const { problem, office } = file
  const own = <T extends { readonly ownerId: string; readonly order: string; readonly id: string }>(records: readonly T[]) =>
    inOrder(records.filter(({ ownerId }) => ownerId === problem.id))
  const responsibilities = command.copyResponsibilities ? own(file.responsibilities) : []
  const extensions = command.copyDeadline ? own(file.extensions) : []
  const withheld = office?.withheld === true ? [office] : []
  return [
    ...responsibilities.map((r) => tag('responsibility', { ...r, id: ids.id(), ownerId: partId })),
    ...extensions.map((e) => tag('extension', { ...e, id: ids.id(), ownerId: partId })),
    ...withheld.map(({ withheldReason }) =>
      tag('officePart', recordOf('officePart', { id: partId, problemId: partId, withheld: true, withheldReason })),
    ),
  ].map((tagged): RecordEdit => ({ type: 'create', tagged }))
}
