import type { LedgerRecords, TaggedRecord } from '../../shared/domain/records/record-kinds.ts'
import { withoutOrphans } from '../../shared/merge/ledger-documents.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import type { LedgerDatabase } from './database.ts'

/**
 * Everything of a ledger as its rows have it; null where there is none. Read a part at a time, so that no writer waits behind one long
 * transaction: what was read while someone wrote must be read again.
 */
export const wholeLedger = async (db: LedgerDatabase, ledgerId: string): Promise<LedgerRecords | null> => {
  const keys = await db.records.where('ledgerId').equals(ledgerId).primaryKeys()
  const found: TaggedRecord[] = []
  for (let at = 0; at < keys.length; at += ROWS_A_TURN) {
    const rows = await db.records.bulkGet(keys.slice(at, at + ROWS_A_TURN))
    for (const row of rows) if (row) for (const tagged of row.records) found.push(tagged)
  }
  const records = withoutOrphans(byKind(found))
  return records.ledger.length === 1 && records.inspection.length === 1 ? records : null
}

const ROWS_A_TURN = 1_000
