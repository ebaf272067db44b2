import { orderBetween } from '../../base/order.ts'
import { type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { inOrder } from '../arrangement.ts'
import type { Ledger } from '../ledger.ts'
import { tag } from '../record-edit.ts'
import { recordOf } from '../records/record-kinds.ts'
import type { CommandContext, Decision } from './decision.ts'

/** 冻结本期: the record that names a period; its content (`sha256`) is kept as a file before. An empty title takes 截至 and the date. */
export interface Freeze {
  readonly cutoff: PlainDate
  readonly title: string
  readonly sha256: string
}

export const decideFreeze = (ledger: Ledger, freeze: Freeze, context: CommandContext): Result<Decision, Refusal> => {
  const title = freeze.title === '' ? `截至${printChineseDate(freeze.cutoff)}` : freeze.title
  if (title.length > LONGEST_TITLE) return err({ type: 'text-too-long', what: '期次', limit: LONGEST_TITLE })
  const last = inOrder(ledger.records.snapshot).at(-1)
  const record = recordOf('snapshot', {
    id: context.ids.id(),
    order: orderBetween(last?.order ?? null, null),
    cutoff: freeze.cutoff,
    takenOn: context.today,
    title,
    sha256: freeze.sha256,
  })
  return ok({ intent: `冻结期报“${title}”`, edits: [{ type: 'create', tagged: tag('snapshot', record) }] })
}

const LONGEST_TITLE = 200
