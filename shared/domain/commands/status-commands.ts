import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { changeOwner, type Owner } from '../edit-problem.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import { id, plainDate } from '../records/fields.ts'
import { STATUSES } from '../status.ts'
import { ASKERS } from '../status-machine.ts'
import type { Decision } from './decision.ts'
import { adviceOnStatusEdits } from './status-advice.ts'

/** Many problems and measures to one status, as one act. What is left out (长期坚持, 完成日期) stays as it is. */
export const setStatusSchema = z.object({
  type: z.literal('set-status'),
  /** `measureId` null: the problem itself. One named twice counts once. */
  targets: z
    .array(z.object({ problemId: id(), measureId: id().nullable() }))
    .min(1)
    .max(5_000),
  status: z.enum(STATUSES),
  sustained: z.boolean().optional(),
  completedOn: plainDate().nullable().optional(),
  asker: z.enum(ASKERS).optional(),
})
export type SetStatus = Readonly<z.infer<typeof setStatusSchema>>

export const decideSetStatus = (ledger: Ledger, command: SetStatus): Result<Decision, Refusal> => {
  const { status, sustained, completedOn } = command
  const files = new Map(ledger.problems.map((file) => [file.problem.id, file]))
  const owners = new Map<ProblemFile, Owner[]>()
  const targets = [...new Map(command.targets.map((target) => [`${target.problemId} ${target.measureId}`, target])).values()]
  for (const { problemId, measureId } of targets) {
    const file = files.get(problemId)
    const owner = file && ownerIn(file, measureId)
    if (!file || !owner)
      return err({ type: 'entity-removed', entity: measureId ? `measure:${measureId}` : `problem:${problemId}` })
    owners.set(file, [...(owners.get(file) ?? []), owner])
  }
  const wanted = {
    status,
    ...(sustained === undefined ? {} : { sustained }),
    ...(completedOn === undefined ? {} : { completedOn }),
  }
  const decided = [...owners].map(([file, own]) => {
    const changed = own.filter(({ record }) =>
      Object.entries(wanted).some(([field, value]) => record[field as keyof typeof wanted] !== value),
    )
    const edits = changed.map((owner) => changeOwner(owner, wanted))
    return { edits, advice: adviceOnStatusEdits(file, edits, command.asker ?? null) }
  })
  return ok({
    intent: targets.length === 1 ? '修改状态' : `批量修改状态（${targets.length}项）`,
    edits: decided.flatMap(({ edits }) => edits),
    advice: decided.flatMap(({ advice }) => advice),
  })
}

const ownerIn = (file: ProblemFile, measureId: string | null): Owner | null => {
  if (measureId === null) return { kind: 'problem', record: file.problem }
  const record = file.measures.find(({ id }) => id === measureId)
  return record ? { kind: 'measure', record } : null
}
