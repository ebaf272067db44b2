import { type ProblemFile, problemFiles } from './ledger.ts'
import type { RecordEdit } from './record-edit.ts'
import { type LedgerRecords, noRecords, type RecordKind } from './records/record-kinds.ts'

/** A 问题档案 as these edits leave it; null when they remove the problem. Edits of what does not belong to it are passed over. */
export const fileAfter = (file: ProblemFile, edits: readonly RecordEdit[]): ProblemFile | null => {
  const records = recordsAfter(recordsOfFile(file), edits)
  const problem = records.problem.find(({ id }) => id === file.problem.id)
  return problem ? problemFiles(records)(problem, file.path, file.number) : null
}

/** Records as these edits leave them. What hangs on a removed record stays, out of sight. */
export const recordsAfter = (records: LedgerRecords, edits: readonly RecordEdit[]): LedgerRecords => {
  const kinds = new Set(edits.map((edit) => (edit.type === 'create' ? edit.tagged.kind : edit.kind)))
  const changed = [...kinds].map((kind) => [kind, ofKind(records[kind], kind, edits)])
  return { ...records, ...Object.fromEntries(changed) }
}

interface AnyRecord {
  readonly id: string
}

const ofKind = (records: readonly AnyRecord[], kind: RecordKind, edits: readonly RecordEdit[]): readonly AnyRecord[] => {
  const byId = new Map<string, AnyRecord>(records.map((record) => [record.id, record]))
  for (const edit of edits) {
    if (edit.type === 'create') {
      if (edit.tagged.kind === kind) byId.set(edit.tagged.record.id, edit.tagged.record)
    } else if (edit.kind === kind) {
      const standing = byId.get(edit.id)
      if (edit.type === 'remove') byId.delete(edit.id)
      else if (standing) byId.set(edit.id, { ...standing, ...edit.fields })
    }
  }
  return [...byId.values()]
}

/** The records of one 问题档案. */
export const recordsOfFile = (file: ProblemFile): LedgerRecords => ({
  ...noRecords(),
  problem: [file.problem],
  measure: file.measures,
  responsibility: file.responsibilities,
  progress: file.progress,
  outcome: file.outcomes,
  extension: file.extensions,
  closure: file.closures,
  review: file.reviews,
  attachment: file.attachments,
  officePart: file.office ? [file.office] : [],
})
