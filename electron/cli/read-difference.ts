import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import { compareDocument, type TableComparison } from '../../shared/intake/table-comparison.ts'
import { readIncomingFile } from './read-incoming-file.ts'

/** What the tables of a file of any kind say that the ledger does not. */
export const readDifference = async (
  ledger: Ledger,
  path: string,
  today: PlainDate,
): Promise<Result<TableComparison, Refusal>> => {
  const read = await readIncomingFile(path)
  return read.ok ? compareDocument(ledger, read.value, today) : read
}
