import { useLiveQuery } from 'dexie-react-hooks'
import type { Inspection, RecordOf } from '../../shared/domain/records/record-kinds.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { windowDb } from './queries.ts'

/** A ledger's own record, which holds its settings, and its inspection. */
export interface LedgerFrame {
  readonly ledger: RecordOf<'ledger'>
  readonly inspection: Inspection
}

/** Null when there is none, undefined while it is being read. */
export const useLedgerFrame = (ledgerId: string): LedgerFrame | null | undefined =>
  useLiveQuery(async () => {
    const outline = await windowDb.records.get(documentKey('outline', ledgerId))
    const records = byKind(outline?.records ?? [])
    const [ledger] = records.ledger
    const [inspection] = records.inspection
    return ledger && inspection ? { ledger, inspection } : null
  }, [ledgerId])
