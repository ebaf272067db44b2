import type { Advice } from '../advice.ts'
import { standingClosure } from '../closing.ts'
import { fileAfter } from '../file-after.ts'
import type { ProblemFile } from '../ledger.ts'
import type { RecordEdit } from '../record-edit.ts'
import type { Status } from '../status.ts'
import { type Asker, adviceOnSetting } from '../status-machine.ts'
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
