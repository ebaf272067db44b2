import { problemRow, searchTextOf } from '../../shared/domain/problem-row.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { thresholdsOf } from '../../shared/domain/warning.ts'
import { type DocumentKey, documentParts, ROOT_RECORDS } from '../../shared/merge/document-boundaries.ts'
import type { Conflict, MergeEngine } from '../../shared/merge/engine.ts'
import { taggedRecords, withoutOrphans } from '../../shared/merge/ledger-documents.ts'
import { byKind, fieldsToRecords } from '../../shared/merge/record-codec.ts'
import type { LedgerDatabase, StoredLedger, StoredProblem, StoredRecords, StoredSearchText } from './database.ts'

/** What one document is projected to. Null: nothing of it is shown (its root is in the 回收站), and a row that stood before goes. */
export interface Projected {
  readonly key: DocumentKey
  readonly records: StoredRecords
  readonly ledger: StoredLedger | null
  readonly problem: StoredProblem | null
  readonly searchText: StoredSearchText | null
}

/** Pure: the rows follow from the document alone, so that they can be made again at any time. */
export const project = <Doc>(engine: MergeEngine<Doc>, ledgerId: string, key: DocumentKey, doc: Doc): Projected => {
  const { kind, id } = documentParts(key)
  const all = fieldsToRecords(engine.read(doc)).records
  const root = ROOT_RECORDS[kind]
  const isLiving = root === undefined || all.some((tagged) => tagged.kind === root && tagged.record.id === id)
  // In a problem's own document everything that hangs on it can be seen; elsewhere its owner may be in another document.
  const own = isLiving ? byKind(all) : byKind([])
  const records = kind === 'problem' ? withoutOrphans(own) : own
  const conflicts = engine.conflicts(doc)
  return {
    key,
    records: { key, ledgerId, kind, records: taggedRecords(records), conflicts },
    ledger: kind === 'outline' ? ledgerOf(records) : null,
    ...problemRows(ledgerId, records, kind === 'problem' ? conflicts : []),
  }
}

/** Writes projected rows; called inside the transaction that writes the bytes. */
export const putProjected = async (db: LedgerDatabase, projected: readonly Projected[]): Promise<void> => {
  const problems = projected.filter(({ key }) => documentParts(key).kind === 'problem')
  const gone = problems.filter(({ problem }) => problem === null).map(({ key }) => documentParts(key).id)
  await db.records.bulkPut(projected.map(({ records }) => records))
  await db.ledgers.bulkPut(projected.flatMap(({ ledger }) => ledger ?? []))
  await db.problems.bulkPut(problems.flatMap(({ problem }) => problem ?? []))
  await db.searchTexts.bulkPut(problems.flatMap(({ searchText }) => searchText ?? []))
  if (gone.length > 0) {
    await db.problems.bulkDelete(gone)
    await db.searchTexts.bulkDelete(gone)
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
    searchText: { id: row.id, ledgerId, text: searchTextOf(records) },
  }
}
