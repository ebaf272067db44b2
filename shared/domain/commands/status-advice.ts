import type { Advice } from '../advice.ts'
import { standingClosure } from '../closing.ts'
import { fileAfter } from '../file-after.ts'
import type { ProblemFile } from '../ledger.ts'
import type { RecordEdit } from '../record-edit.ts'
import type { Status } from '../status.ts'
import { type Asker, actOfSetting, STEPS, type StatusAct } from '../status-machine.ts'
import { suggestedStatus } from '../suggested-status.ts'

/**
 * What to say of edits that set statuses by hand: an unusual step of the problem, and, where only measures were set, what they now say of
 * the problem.
 */
export const adviceOnStatusEdits = (file: ProblemFile, edits: readonly RecordEdit[], asker: Asker | null): readonly Advice[] => {
  const { problem } = file
  const set = edits.flatMap((edit) => {
    const status = statusSetBy(edit)
    return status === undefined || edit.type !== 'change' ? [] : [{ kind: edit.kind, id: edit.id, status }]
  })
  const ofProblem = set.find(({ kind }) => kind === 'problem')
  if (ofProblem) return adviceOnSetting(problem.status, ofProblem.status, standingClosure(file) !== null, asker)
  const after = set.some(({ kind }) => kind === 'measure') ? fileAfter(file, edits) : null
  const suggested = after && suggestedStatus(after)
  return suggested ? [{ type: 'status-suggested', ...suggested }] : []
}

const statusSetBy = (edit: RecordEdit): Status | undefined =>
  edit.type === 'change' && (edit.kind === 'problem' || edit.kind === 'measure') ? edit.fields.status : undefined

/** What is unusual about a step: where it starts from, and who asks for it (null: nobody said). */
export const adviceOnStep = (act: StatusAct, from: Status, asker: Asker | null): readonly Advice[] => {
  const { from: usual, askers, to } = STEPS[act]
  return [
    ...(usual.includes(from) ? [] : [{ type: 'unusual-step', act, from, to } as const]),
    ...(asker === null || askers.includes(asker) ? [] : [{ type: 'unusual-asker', act, asker } as const]),
  ]
}

/**
 * What is unusual about a status that is set by hand. 已销号 is set and left by its own acts (close, reopen), which keep date and reason;
 * `isRecorded` says that a closing stands behind it.
 */
const adviceOnSetting = (from: Status, to: Status, isRecorded: boolean, asker: Asker | null): readonly Advice[] => {
  if (from === to) return []
  const act = actOfSetting(from, to)
  const ofAsker = adviceOnStep(act, STEPS[act].from[0] ?? from, asker)
  if (to === 'closed') return isRecorded ? ofAsker : [{ type: 'closed-without-closure' }, ...ofAsker]
  if (from === 'closed') return [{ type: 'left-closed-by-hand', to }, ...ofAsker]
  return adviceOnStep(act, from, asker)
}
