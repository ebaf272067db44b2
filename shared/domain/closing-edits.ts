import type { RecordEdit } from './record-edit.ts'
import type { LedgerRecords } from './records/record-kinds.ts'

/**
 * The problems whose 销号 these edits apply for or carry out. What two people wrote differently must be settled there before: a problem is
 * not closed on words that nobody has chosen. Returning and reopening are always possible. `records` are what the edits were decided on.
 */
export const problemsClosedBy = (edits: readonly RecordEdit[], records: LedgerRecords): readonly string[] => {
  const found = edits.flatMap((edit): readonly string[] => {
    if (edit.type === 'create') return edit.tagged.kind === 'closure' ? [edit.tagged.record.problemId] : []
    if (edit.type === 'remove') return []
    if (edit.kind === 'problem' && edit.fields.status === 'closed') return [edit.id]
    if (edit.kind === 'measure' && edit.fields.status === 'closed')
      return records.measure.flatMap(({ id, problemId }) => (id === edit.id ? [problemId] : []))
    if (edit.kind === 'closure' && (edit.fields.closedOn ?? null) !== null)
      return records.closure.flatMap(({ id, problemId }) => (id === edit.id ? [problemId] : []))
    return []
  })
  return [...new Set(found)]
}
