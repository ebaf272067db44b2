import { z } from 'zod'
import type { Refusal } from '../../base/refusal.ts'
import { ok, type Result } from '../../base/result.ts'
import { trimmedOrNull } from '../../base/text.ts'
import type { Advice } from '../advice.ts'
import { setConcentratedUntil } from '../concentrated-until.ts'
import { deadlineOf, isOpenEnded, parseDeadline, printDeadline } from '../deadline.ts'
import { impossibleDay } from '../edit-field.ts'
import { correctDeadline, type Owner, setDeadline } from '../edit-problem.ts'
import { unfit } from '../field-limits.ts'
import type { Ledger, ProblemFile } from '../ledger.ts'
import { id, plainDate } from '../records/fields.ts'
import { adviceOnDays } from './closure-advice.ts'
import type { CommandContext, Decision } from './decision.ts'

/** 时限 of the problem itself (`measureId` null) or of one of its measures, in the words of the genre. */
export const deadlineCommandSchemas = [
  /** 延期: with its reason and who approved it; the original deadline stays visible. */
  z.object({
    type: z.literal('extend-deadline'),
    problemId: id(),
    measureId: id().nullable(),
    deadline: z.string().trim().min(1),
    reason: z.string().nullable(),
    approvedBy: z.string().nullable(),
    approvedOn: plainDate().nullable(),
  }),
  /** A deadline that was mistyped is put right; that is no extension. */
  z.object({ type: z.literal('correct-deadline'), problemId: id(), measureId: id().nullable(), deadline: z.string() }),
] as const
export type DeadlineCommand = Readonly<z.infer<(typeof deadlineCommandSchemas)[number]>>

export const decideDeadlineCommand = (
  file: ProblemFile,
  command: DeadlineCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  const owner = ownerOf(file, command.measureId)
  const words = command.deadline.trim()
  const refusal = impossibleDay(words) ?? unfit(owner.kind, { deadlineWords: words })
  if (refusal) return refusal
  const before = deadlineOf(owner.record)
  const after = parseDeadline(words, context.year, context.anchors)
  const unread: readonly Advice[] =
    after.on === null && words !== '' && !isOpenEnded(words) ? [{ type: 'deadline-unread', words }] : []
  if (command.type === 'correct-deadline')
    return ok({ intent: '更正时限', edits: correctDeadline(file, owner, words, context), advice: unread })

  const approval = {
    reason: trimmedOrNull(command.reason),
    approvedBy: trimmedOrNull(command.approvedBy),
    approvedOn: command.approvedOn,
  }
  const isFirst = printDeadline(before) === ''
  return (
    unfit('extension', approval) ??
    ok({
      intent: '延期',
      edits: setDeadline(file, owner, words, context, approval),
      advice: [
        ...unread,
        ...(isFirst ? [{ type: 'extended-nothing' } as const] : []),
        ...(!isFirst && (approval.reason === null || approval.approvedBy === null)
          ? [{ type: 'extension-unfounded' } as const]
          : []),
        ...(before.on !== null && after.on !== null && after.on <= before.on
          ? [{ type: 'extended-backwards', from: before.on, to: after.on } as const]
          : []),
        ...adviceOnDays('approvedOn', approval.approvedOn, {}, context.today),
      ],
    })
  )
}

/** The last day of 集中整改期, and with it every deadline given in those words. */
export const setConcentratedUntilSchema = z.object({
  type: z.literal('set-concentrated-until'),
  on: plainDate().nullable(),
})
export type SetConcentratedUntil = Readonly<z.infer<typeof setConcentratedUntilSchema>>

/** `ledger` holds every problem. */
export const decideSetConcentratedUntil = (ledger: Ledger, { on }: SetConcentratedUntil): Decision => ({
  intent: '修改集中整改期截止日期',
  edits: setConcentratedUntil(ledger, on),
})

/** The measure is there: commands are asked about their targets first (ledger-command.ts). */
const ownerOf = (file: ProblemFile, measureId: string | null): Owner => {
  const measure = file.measures.find(({ id }) => id === measureId)
  return measure ? { kind: 'measure', record: measure } : { kind: 'problem', record: file.problem }
}
