import type { Refusal } from '../base/refusal.ts'
import { plainCell } from '../domain/cell-words.ts'
import type { OneProblemCommand } from '../domain/commands/ledger-command.ts'
import type { EditContext } from '../domain/edit-field.ts'
import { LIST_KEYS } from '../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import { editableCell } from '../domain/list-cells.ts'
import type { CellChange, TableDifference } from './compare-with-ledger.ts'

/** What a person accepted: ids of changes and new measures, and what each changed 时限 is. */
export interface AcceptedChanges {
  readonly ids: ReadonlySet<string>
  readonly deadlines: ReadonlyMap<string, 'correct' | 'extend'>
}

/** Why an accepted change is not written. */
export type LeftOut =
  | { readonly type: 'deadline-undecided' }
  /** 销号, 类别 and what is counted are not a table's to say. */
  | { readonly type: 'by-hand' }
  /** Words the ledger has were changed or left out in 进展情况: what was reported is not rewritten by a table. */
  | { readonly type: 'progress-rewritten' }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export interface DifferenceActs {
  /** One act, one step of 撤销; null: nothing to write. */
  readonly command: { readonly type: 'batch'; readonly commands: OneProblemCommand[] } | null
  readonly leftOut: readonly { readonly id: string; readonly why: LeftOut }[]
}

/**
 * What is accepted as one act. 进展情况 is reported forward: words behind those the ledger has become a new entry; nothing that stands is
 * rewritten, and nothing the table lacks is deleted. A status goes through its field with the usual advice, 销号 does not.
 */
export const actsOfDifference = (
  ledger: Ledger,
  difference: TableDifference,
  accepted: AcceptedChanges,
  context: EditContext,
): DifferenceActs => {
  const files = new Map<string, ProblemFile>(ledger.problems.map((file) => [file.problem.id, file]))
  const commands: OneProblemCommand[] = []
  const leftOut: { id: string; why: LeftOut }[] = []
  for (const { problemId, changes, newMeasures } of difference.changed) {
    const file = files.get(problemId)
    if (!file) continue
    for (const change of changes.filter(({ id }) => accepted.ids.has(id))) {
      const act = actOf(change, file, accepted, context)
      if ('why' in act) leftOut.push({ id: change.id, why: act.why })
      else commands.push(act)
    }
    for (const { id, text } of newMeasures) if (accepted.ids.has(id)) commands.push({ type: 'add-measure', problemId, text })
  }
  return { command: commands.length === 0 ? null : { type: 'batch', commands }, leftOut }
}

const actOf = (
  change: CellChange,
  file: ProblemFile,
  { deadlines }: AcceptedChanges,
  context: EditContext,
): OneProblemCommand | { readonly why: LeftOut } => {
  const { problemId, measureId, field, table } = change
  if (field === 'progress') return progressAct(change, file)
  if (field === 'deadline' && change.asks !== null) {
    const kind = deadlines.get(change.id)
    if (kind === undefined) return { why: { type: 'deadline-undecided' } }
    return kind === 'correct'
      ? { type: 'correct-deadline', problemId, measureId, deadline: table }
      : { type: 'extend-deadline', problemId, measureId, deadline: table, reason: null, approvedBy: null, approvedOn: null }
  }
  if (field === 'status' && /销号/.test(table)) return { why: { type: 'by-hand' } }
  const column = field === 'statement' && measureId !== null ? 'subject' : field
  const cell = LIST_KEYS.map((list) => editableCell(list, column, file, measureId, context)).find(
    (found) => found !== null && found.measureId === measureId,
  )
  if (!cell) return { why: { type: 'by-hand' } }
  const set = cell.field.set(table)
  if (!set.ok) return { why: { type: 'refused', refusal: set.error } }
  return { type: 'set-field', problemId, measureId, field: cell.field.names[0], value: table }
}

const progressAct = (
  { problemId, measureId, ledger, table }: CellChange,
  file: ProblemFile,
): OneProblemCommand | { readonly why: LeftOut } => {
  const known = plainCell('progress', ledger)
  if (!plainCell('progress', table).startsWith(known)) return { why: { type: 'progress-rewritten' } }
  let end = 0
  while (plainCell('progress', table.slice(0, end)) !== known && end < table.length) end++
  const text = table.slice(end).trim()
  const isOwn = measureId === null || file.progress.some(({ ownerId }) => ownerId === measureId) || file.measures.length > 1
  return { type: 'add-progress', problemId, measureId: isOwn ? measureId : null, on: null, text }
}
