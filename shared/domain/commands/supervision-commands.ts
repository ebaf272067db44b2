import { z } from 'zod'
import { orderBetween } from '../../base/order.ts'
import { datePartsOf } from '../../base/plain-date.ts'
import type { Refusal } from '../../base/refusal.ts'
import { assertNever, err, ok, type Result } from '../../base/result.ts'
import type { Advice } from '../advice.ts'
import { inOrder } from '../arrangement.ts'
import { isPrinted, overlap, printDocumentNumber, proposeNumber } from '../document-numbers.ts'
import type { Ledger } from '../ledger.ts'
import { tag } from '../record-edit.ts'
import { id, plainDate } from '../records/fields.ts'
import { recordOf, type SupervisionNotice } from '../records/record-kinds.ts'
import { numberBlockSchema, supervisionNoticeSchema } from '../records/register-records.ts'
import type { CommandContext, Decision } from './decision.ts'

const number = () => z.number().int().min(1).max(1_000_000)
const year = () => z.number().int().min(1900).max(2199)
const kind = () => supervisionNoticeSchema.shape.kind.unwrap()

/** 督办通知单 / 提示函 / 警示函 and their numbers: a number is a proposal until the paper is printed, and stands from then on. */
export const supervisionCommandSchemas = [
  /** A notice with the number `pc` may give it (`proposeNumber`). `year` null: today's. */
  z.object({
    type: z.literal('issue-notice'),
    kind: kind(),
    pc: z.string(),
    year: year().nullable(),
    unit: supervisionNoticeSchema.shape.unit.unwrap(),
    supervisionId: id().nullable(),
    problemId: id().nullable(),
    text: supervisionNoticeSchema.shape.text.unwrap(),
    replyDue: plainDate().nullable(),
  }),
  /** `on` null: today. */
  z.object({ type: z.literal('print-notice'), noticeId: id(), on: plainDate().nullable() }),
  z.object({ type: z.literal('renumber-notice'), noticeId: id(), number: number() }),
  z.object({
    type: z.literal('give-block'),
    kind: kind(),
    year: year(),
    pc: numberBlockSchema.shape.pc.unwrap().min(1),
    from: number(),
    to: number(),
  }),
] as const
export type SupervisionCommand = Readonly<z.infer<(typeof supervisionCommandSchemas)[number]>>

export const decideSupervisionCommand = (
  ledger: Ledger,
  command: SupervisionCommand,
  context: CommandContext,
): Result<Decision, Refusal> => {
  switch (command.type) {
    case 'issue-notice':
      return issue(ledger, command, context)
    case 'print-notice':
      return withNotice(ledger, command.noticeId, (notice) => {
        const advice = adviceOnPrinting(ledger, notice)
        if (!advice.ok) return advice
        const fields = { printedOn: command.on ?? context.today }
        return ok({
          intent: '印发督办文书',
          edits: [{ type: 'change', kind: 'supervisionNotice', id: notice.id, fields }],
          advice: advice.value,
        })
      })
    case 'renumber-notice':
      return withNotice(ledger, command.noticeId, (notice) => {
        if (command.number === notice.number) return ok({ intent: '改编文号', edits: [] })
        if (sameNumber(ledger, notice, command.number).length > 0)
          return err({ type: 'number-taken', number: printed({ ...notice, number: command.number }) })
        const fields = { number: command.number, year: notice.year ?? datePartsOf(context.today).year }
        return ok({ intent: '改编文号', edits: [{ type: 'change', kind: 'supervisionNotice', id: notice.id, fields }] })
      })
    case 'give-block':
      return giveBlock(ledger, command, context)
    default:
      return assertNever(command)
  }
}

/** May the notice go on paper under its number? Refused without one, and where another is on paper under it. */
export const adviceOnPrinting = (ledger: Ledger, notice: SupervisionNotice): Result<readonly Advice[], Refusal> => {
  if (notice.number === null || notice.year === null) return err({ type: 'notice-unnumbered' })
  const others = sameNumber(ledger, notice, notice.number)
  if (others.some(isPrinted)) return err({ type: 'number-taken', number: printed(notice) })
  return ok(others.length > 0 ? [{ type: 'number-also-proposed', number: printed(notice) }] : [])
}

type Of<T extends SupervisionCommand['type']> = Extract<SupervisionCommand, { readonly type: T }>

const issue = ({ ledger, records }: Ledger, command: Of<'issue-notice'>, context: CommandContext): Result<Decision, Refusal> => {
  const { kind, pc, unit, supervisionId, problemId, text, replyDue } = command
  if (supervisionId !== null && !records.supervision.some(({ id }) => id === supervisionId))
    return err({ type: 'entity-removed', entity: `supervision:${supervisionId}` })
  if (problemId !== null && !records.problem.some(({ id }) => id === problemId))
    return err({ type: 'entity-removed', entity: `problem:${problemId}` })
  const word = ledger.documentWord
  const year = command.year ?? datePartsOf(context.today).year
  const proposal = proposeNumber(records, { kind, word, year }, pc)
  const record = recordOf('supervisionNotice', {
    id: context.ids.id(),
    order: orderBetween(inOrder(records.supervisionNotice).at(-1)?.order ?? null, null),
    ...{ kind, unit, supervisionId, problemId, text, replyDue, word, year },
    number: proposal.number,
  })
  const advice: Advice[] = [
    ...(word === null ? [{ type: 'no-document-word' } as const] : []),
    ...(proposal.outside === null
      ? []
      : [{ type: 'number-outside-block', pc, usedUp: proposal.outside === 'used-up', number: printed(record) } as const]),
  ]
  return ok({ intent: '拟发督办文书', edits: [{ type: 'create', tagged: tag('supervisionNotice', record) }], advice })
}

const giveBlock = ({ records }: Ledger, command: Of<'give-block'>, context: CommandContext): Result<Decision, Refusal> => {
  const { type: _, ...block } = command
  if (block.to < block.from)
    return err({ type: 'value-not-understood', field: '截止号', value: String(block.to), expected: `不小于起始号${block.from}` })
  const other = records.numberBlock.find((standing) => overlap(standing, block))
  if (other) return err({ type: 'block-overlaps', pc: other.pc, from: other.from ?? 0, to: other.to ?? 0 })
  const order = orderBetween(inOrder(records.numberBlock).at(-1)?.order ?? null, null)
  const record = recordOf('numberBlock', { id: context.ids.id(), order, ...block })
  return ok({ intent: '分配号段', edits: [{ type: 'create', tagged: tag('numberBlock', record) }] })
}

/** A notice whose number may still change. */
const withNotice = (
  { records }: Ledger,
  noticeId: string,
  decide: (notice: SupervisionNotice) => Result<Decision, Refusal>,
): Result<Decision, Refusal> => {
  const notice = records.supervisionNotice.find(({ id }) => id === noticeId)
  if (!notice) return err({ type: 'entity-removed', entity: `supervisionNotice:${noticeId}` })
  return isPrinted(notice) ? err({ type: 'number-printed', number: printed(notice) }) : decide(notice)
}

const sameNumber = ({ records }: Ledger, notice: SupervisionNotice, number: number): readonly SupervisionNotice[] =>
  records.supervisionNotice.filter(
    (other) =>
      other.id !== notice.id &&
      other.number === number &&
      other.kind === notice.kind &&
      other.word === notice.word &&
      other.year === notice.year,
  )

const printed = (notice: SupervisionNotice): string => printDocumentNumber(notice) ?? ''
