import { expose } from 'comlink'
import { z } from 'zod'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import { readIncoming } from '../../shared/intake/readers/read-incoming.ts'
import { suggestLedger } from '../../shared/intake/suggest-ledger.ts'
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
}

export type IntakeWorker = typeof worker

expose(worker)
