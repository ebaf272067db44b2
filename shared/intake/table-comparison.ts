import type { PlainDate } from '../base/plain-date.ts'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Ledger } from '../domain/ledger.ts'
import { compareWithLedger, type TableDifference } from './compare-with-ledger.ts'
import { findTables } from './find-table.ts'
import type { IncomingDocument } from './incoming.ts'
import { homeRowsFor, readHomeTables } from './read-home-tables.ts'
import { readRows } from './read-rows.ts'
import { TABLE_VOCABULARY, type Vocabulary } from './table-vocabulary.ts'

/** A table that came in beside the ledger it is to bring up to date. */
export interface TableComparison {
  readonly difference: TableDifference
  /** Our own export, told by its hidden column: what changed on which side is known. */
  readonly isOwnExport: boolean
  /** Exported from this ledger; null for a foreign table. */
  readonly isSameLedger: boolean | null
  readonly exportedOn: PlainDate | null
}

/** Compares every ledger table of a document with a ledger. Refused is a document without one. Nothing is written. */
export const compareDocument = (
  ledger: Ledger,
  document: IncomingDocument,
  today: PlainDate,
  vocabulary: Vocabulary = TABLE_VOCABULARY,
): Result<TableComparison, Refusal> => {
  const home = readHomeTables(document)
  if (home) {
    const { rows, base, isSameLedger } = homeRowsFor(home, ledger.ledger.id)
    const difference = compareWithLedger(ledger, rows, today, base)
    return ok({ difference, isOwnExport: true, isSameLedger, exportedOn: home.heads[0]?.date ?? null })
  }
  const readings = findTables(document, vocabulary)
  if (readings.length === 0)
    return err({ type: 'no-table', sheets: document.tables.map(({ name }) => name).slice(0, SHEETS_NAMED) })
  const difference = compareWithLedger(ledger, readRows(document, readings), today)
  return ok({ difference, isOwnExport: false, isSameLedger: null, exportedOn: null })
}

const SHEETS_NAMED = 10
