import { expose } from 'comlink'
import { z } from 'zod'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { DeadlineReading } from '../../shared/domain/edit-problem.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { type AcceptedChanges, actsOfDifference, type DifferenceActs } from '../../shared/intake/acts-of-difference.ts'
import type { TableDifference } from '../../shared/intake/compare-with-ledger.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import { readIncoming } from '../../shared/intake/readers/read-incoming.ts'
import { suggestLedger } from '../../shared/intake/suggest-ledger.ts'
import { compareDocument, type TableComparison } from '../../shared/intake/table-comparison.ts'
import { windowIds } from '../platform/window-ports.ts'

z.config({ jitless: true })

export interface SuggestedLedger {
  readonly records: LedgerRecords
  readonly findings: readonly Finding[]
}

/** Reading is done here, away from the window's thread; terminating the worker cancels. */
const worker = {
  read: (bytes: Uint8Array, name: string): Promise<Result<IncomingDocument, Refusal>> => readIncoming(bytes, name, {}),
  suggest: (text: string, today: PlainDate): Result<SuggestedLedger, Refusal> => {
    const suggestion = suggestLedger(text, { ids: windowIds, today })
    return suggestion.ok ? ok({ records: suggestion.value.records, findings: suggestion.value.findings }) : suggestion
  },
  /** What a table says that the ledger does not. */
  compare: (document: IncomingDocument, records: LedgerRecords, today: PlainDate): Result<TableComparison, Refusal> =>
    compareDocument(openLedger(records), document, today),
  /** The accepted part of it as one act. */
  updateActs: (
    records: LedgerRecords,
    difference: TableDifference,
    accepted: AcceptedChanges,
    reading: DeadlineReading,
  ): DifferenceActs => actsOfDifference(openLedger(records), difference, accepted, { ...reading, ids: windowIds }),
}

export type IntakeWorker = typeof worker

expose(worker)
