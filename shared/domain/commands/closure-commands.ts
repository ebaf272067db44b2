import { z } from 'zod'
import { orderBetween } from '../../base/order.ts'
import type { Refusal } from '../../base/refusal.ts'
import { assertNever, err, ok, type Result } from '../../base/result.ts'
import { trimmedOrNull } from '../../base/text.ts'
import { nextApplication, openApplication, standingClosure } from '../closing.ts'
import { unfit } from '../field-limits.ts'
import type { ProblemFile } from '../ledger.ts'
import { type RecordEdit, tag } from '../record-edit.ts'
import { OPINION_WORDS, REVIEWER_WORDS } from '../records/closure-records.ts'
import { id, plainDate } from '../records/fields.ts'
import { type Closure, type DraftOf, type Problem, recordOf } from '../records/record-kinds.ts'
import { isDone, STATUSES } from '../status.ts'
import { ASKERS } from '../status-machine.ts'
import { adviceOnApplying, adviceOnClosing, adviceOnDays, adviceOnReturning } from './closure-advice.ts'
import type { CommandContext, Decision } from './decision.ts'

const asker = () => z.enum(ASKERS).optional()
const keysOf = <T extends string>(words: Readonly<Record<T, string>>) => z.enum(Object.keys(words) as [T, ...T[]])

/**
 * The acts of 销号. Each speaks of the application that is open, or makes one that the paper knows and the program did not: an opinion or a
 * closing without an application is recorded all the same, and said.
 */
export const closureCommandSchemas = [
  z.object({
    type: z.literal('apply-closure'),
    problemId: id(),
    on: plainDate().nullable(),
    by: z.string().nullable(),
    text: z.string(),
    asker: asker(),
  }),
  z.object({
    type: z.literal('review-closure'),
    problemId: id(),
    reviewer: keysOf(REVIEWER_WORDS),
    opinion: keysOf(OPINION_WORDS),
    by: z.string().nullable(),
    on: plainDate().nullable(),
    text: z.string(),
  }),
  z.object({ type: z.literal('close'), problemId: id(), on: plainDate(), result: z.string().nullable(), asker: asker() }),
  /** `status`: what the problem goes back to; 整改中 when not told. */
  z.object({
    type: z.literal('return-closure'),
    problemId: id(),
    on: plainDate(),
    reason: z.string(),
    status: z.enum(STATUSES).exclude(['closed']).optional(),
    asker: asker(),
  }),
  z.object({
    type: z.literal('reopen'),
    problemId: id(),
    on: plainDate(),
    reason: z.string(),
    basis: z.string(),
    asker: asker(),
  }),
] as const
export type ClosureCommand = Readonly<z.infer<(typeof closureCommandSchemas)[number]>>

export const decideClosureCommand = (
  file: ProblemFile,
  command: ClosureCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  switch (command.type) {
    case 'apply-closure':
      return apply(file, command, context)
    case 'review-closure':
      return review(file, command, context)
    case 'close':
      return close(file, command, context)
    case 'return-closure':
      return giveBack(file, command, context)
    case 'reopen':
      return reopen(file, command, context)
    default:
      return assertNever(command)
  }
}

type Act<T extends ClosureCommand['type']> = (
  file: ProblemFile,
  command: Extract<ClosureCommand, { readonly type: T }>,
  context: CommandContext,
) => Result<Decision, Refusal>

/** Opens a cycle, or tries it again after a return. One that began with an opinion or a closing gets the application it lacked. */
const apply: Act<'apply-closure'> = (file, { on, by, text, asker }, { today }) => {
  const current = currentClosure(file)
  if (current && hasApplication(current))
    return err(current.closedOn === null ? { type: 'application-open', cycle: current.cycle ?? 1 } : { type: 'already-closed' })
  const fields = { appliedOn: on, appliedBy: trimmedOrNull(by), application: text.trimEnd() }
  return (
    unfit('closure', fields) ??
    ok({
      intent: '申请销号',
      edits: [current ? changeClosure(current, fields) : createClosure(file, fields)],
      advice: adviceOnApplying(file, { on, by: trimmedOrNull(by), asker: asker ?? null, today }),
    })
  )
}

/** An opinion belongs to the open application, or to the closing that stands: signatures are often entered after the act. */
const review: Act<'review-closure'> = (file, { reviewer, opinion, by, on, text }, { ids, today }) => {
  const current = currentClosure(file)
  const closureId = current?.id ?? nextApplication(file).id
  const last = file.reviews.filter((r) => r.closureId === closureId).at(-1)
  const fields = { reviewer, opinion, by: trimmedOrNull(by), on, text: text.trimEnd() }
  const refusal = unfit('review', fields)
  if (refusal) return refusal
  const record = recordOf('review', { id: ids.id(), closureId, order: orderBetween(last?.order ?? null, null), ...fields })
  return ok({
    intent: '登记审核意见',
    edits: [...(current ? [] : [createClosure(file, {})]), { type: 'create', tagged: tag('review', record) }],
    advice: [
      ...(current ? [] : [{ type: 'review-without-application' } as const]),
      ...adviceOnDays('reviewedOn', on, { appliedOn: current?.appliedOn ?? null }, today),
    ],
  })
}

const close: Act<'close'> = (file, { on, result, asker }, { today }) => {
  if (standingClosure(file) && file.problem.status === 'closed') return err({ type: 'already-closed' })
  const { problem } = file
  const open = openApplication(file)
  const kept = keptOf(problem)
  // Closed by hand before: now the day is known, and before it the problem was finished.
  const statusBefore = kept.statusBefore === 'closed' ? null : kept.statusBefore
  const fields = { closedOn: on, result: trimmedOrNull(result), ...kept, statusBefore }
  return (
    unfit('closure', fields) ??
    ok({
      intent: '销号',
      edits: [open ? changeClosure(open, fields) : createClosure(file, fields), changeProblem(problem, { status: 'closed' })],
      advice: adviceOnClosing(file, open, { on, asker: asker ?? null, today }),
    })
  )
}

/** The returned application keeps the status and the 完成日期 it was made with; the problem goes back to work. */
const giveBack: Act<'return-closure'> = (file, { on, reason, status = 'inProgress', asker }, { today }) => {
  const open = openApplication(file)
  if (!open) return err({ type: 'no-application' })
  if (reason.trim() === '') return err({ type: 'text-missing', what: '退回理由' })
  const fields = { returnedOn: on, returnReason: reason.trim(), ...keptOf(file.problem) }
  const standing = { status, ...(isDone(status) ? {} : { completedOn: null }) }
  return (
    unfit('closure', fields) ??
    ok({
      intent: '退回销号申请',
      edits: [changeClosure(open, fields), changeProblem(file.problem, standing)],
      advice: adviceOnReturning(file, open, { on, asker: asker ?? null, today }),
    })
  )
}

/**
 * 回头看: the closing is over, with its dates; the next application begins another cycle. A problem that was closed by hand, without a
 * record, gets one for the reason to stand in. One that was taken out of 已销号 by hand can still be given its reason.
 */
const reopen: Act<'reopen'> = (file, { on, reason, basis, asker }, { today }) => {
  const { problem } = file
  const standing = standingClosure(file)
  if (problem.status !== 'closed' && !standing) return err({ type: 'not-closed' })
  if (reason.trim() === '') return err({ type: 'text-missing', what: '重新整改原因' })
  if (basis.trim() === '') return err({ type: 'text-missing', what: '重新整改依据' })
  const told = { reopenedOn: on, reopenReason: reason.trim(), reopenBasis: basis.trim() }
  const kept = problem.status === 'closed' ? { completedOn: problem.completedOn } : {}
  const fields = standing ? { ...told, ...kept } : { ...told, ...keptOf(problem) }
  const over = standing ?? openApplication(file)
  return (
    unfit('closure', fields) ??
    ok({
      intent: '重新启动整改',
      edits: [
        over ? changeClosure(over, fields) : createClosure(file, fields),
        changeProblem(problem, { status: 'inProgress', completedOn: null }),
      ],
      advice: [
        ...adviceOnDays('reopenedOn', on, { closedOn: standing?.closedOn ?? null }, today),
        ...(asker === undefined || asker === 'office' ? [] : [{ type: 'unusual-asker', act: 'reopen', asker } as const]),
      ],
    })
  )
}

/** The open application, or the closing that stands; one that the problem has left by hand is past, and what comes now is the next cycle. */
const currentClosure = (file: ProblemFile): Closure | null =>
  openApplication(file) ?? (file.problem.status === 'closed' ? standingClosure(file) : null)

const hasApplication = ({ appliedOn, appliedBy, application }: Closure): boolean =>
  appliedOn !== null || appliedBy !== null || application !== ''

/** What the problem was on the day before, kept for figures of that time (status-at.ts). */
const keptOf = ({ status, completedOn }: Problem): Pick<Closure, 'statusBefore' | 'completedOn'> => ({
  statusBefore: status,
  completedOn,
})

const createClosure = (file: ProblemFile, fields: Omit<DraftOf<'closure'>, 'id' | 'problemId'>): RecordEdit => {
  const record = recordOf('closure', { ...nextApplication(file), problemId: file.problem.id, ...fields })
  return { type: 'create', tagged: tag('closure', record) }
}

const changeClosure = ({ id }: Closure, fields: Partial<Closure>): RecordEdit => ({ type: 'change', kind: 'closure', id, fields })

const changeProblem = ({ id }: Problem, fields: Partial<Problem>): RecordEdit => ({ type: 'change', kind: 'problem', id, fields })
