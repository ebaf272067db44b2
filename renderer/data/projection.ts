import { problemRow, searchTextOf } from '../../shared/domain/problem-row.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { isKeptInTrash } from '../../shared/domain/trash.ts'
import { thresholdsOf } from '../../shared/domain/warning.ts'
import { type DocumentKey, documentParts, ROOT_RECORDS } from '../../shared/merge/document-boundaries.ts'
import type { Conflict, MergeEngine } from '../../shared/merge/engine.ts'
import { taggedRecords, withoutOrphans } from '../../shared/merge/ledger-documents.ts'
import { byKind, fieldsToRecords } from '../../shared/merge/record-codec.ts'
import type { StoredLedger, StoredRecords, UnplacedProblem } from './database.ts'

/** Counts up with every change of what rows hold: an older database's are made again at the start, from the documents. */
export const PROJECTION_VERSION = 4

/** What one document is projected to. Null: nothing of it is shown (its root is in the 回收站), and a row that stood before goes. */
export interface Projected {
  readonly key: DocumentKey
  readonly records: StoredRecords
  readonly ledger: StoredLedger | null
  readonly problem: UnplacedProblem | null
  /** Everything that can be searched for; null in a document that holds no problem. */
  readonly searchText: string | null
}

/**
 * Pure: the rows follow from the document alone, so that they can be made again at any time. `conflicts` are the document's, where they
 * are known: to look for them takes as long as everything else here.
 */
export const project = <Doc>(
  engine: MergeEngine<Doc>,
  ledgerId: string,
  key: DocumentKey,
  doc: Doc,
  conflicts: readonly Conflict[] = engine.conflicts(doc),
): Projected => {
  const { kind, id } = documentParts(key)
  const all = fieldsToRecords(engine.read(doc)).records
  const roots = ROOT_RECORDS[kind]
  const isLiving = roots === undefined || all.some((tagged) => roots.includes(tagged.kind) && tagged.record.id === id)
  // In a problem's own document everything that hangs on it can be seen; elsewhere its owner may be in another document.
  const own = isLiving ? byKind(all) : byKind([])
  const records = kind === 'problem' ? withoutOrphans(own) : own
  // A document lists its records in the order they were met: loaded anew, in another.
  const removed = [...engine.removed(doc)].filter((entity) => isKeptInTrash(entity.slice(0, entity.indexOf(':')))).sort()
  return {
    key,
    records: {
      key,
      ledgerId,
      kind,
      records: taggedRecords(records),
      conflicts,
      hasConflicts: conflicts.length > 0 ? 1 : 0,
      removed,
      hasRemoved: removed.length > 0 ? 1 : 0,
    },
    ledger: kind === 'outline' ? ledgerOf(records) : null,
    ...problemRows(ledgerId, records, kind === 'problem' ? conflicts : []),
  }
}

const ledgerOf = (records: LedgerRecords): StoredLedger | null => {
  const [ledger] = records.ledger
  const [inspection] = records.inspection
  if (!ledger || !inspection) return null
  return {
    id: ledger.id,
    title: ledger.title,
    createdOn: ledger.createdOn,
    inspection,
    nodes: records.outlineNode,
    thresholds: thresholdsOf(ledger),
  }
}

const problemRows = (
  ledgerId: string,
  records: LedgerRecords,
  conflicts: readonly Conflict[],
): Pick<Projected, 'problem' | 'searchText'> => {
  const row = problemRow(records)
  if (!row) return { problem: null, searchText: null }
  return {
    problem: { ...row, ledgerId, conflicts: conflicts.length },
    searchText: searchTextOf(records),
  }
}
