import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { type Ledger, openLedger } from '../domain/ledger.ts'
import type { MergeEngine } from '../merge/engine.ts'
import { type LedgerDocuments, readDocuments } from '../merge/ledger-documents.ts'
import type { CodecIssue } from '../merge/record-codec.ts'
import { decodePackage, type UnknownParts } from './package.ts'
import type { FilesByHash } from './package-files.ts'

/** A ledger as it was opened from a package: its documents, and the ledger they make. */
export interface OpenedLedger<Doc> {
  readonly documents: LedgerDocuments<Doc>
  readonly ledger: Ledger
  /** Fields that this program cannot use as they stand; they stay in the documents. */
  readonly issues: readonly CodecIssue[]
  /** 佐证材料 and 期报 that came along. */
  readonly filesByHash: FilesByHash
  /** What a newer program put in beside: to be written out again with the ledger. */
  readonly unknown: UnknownParts
}

export const openLedgerPackage = <Doc>(engine: MergeEngine<Doc>, bytes: Uint8Array): Result<OpenedLedger<Doc>, Refusal> => {
  const opened = decodePackage(engine, bytes)
  if (!opened.ok) return opened
  const { records, issues } = readDocuments(engine, opened.value.documents)
  const isLedger =
    records.ledger.length === 1 && records.inspection.length === 1 && records.ledger[0]?.id === opened.value.manifest.ledger.id
  if (!isLedger) return err({ type: 'package-foreign', entry: 'documents/outline' })
  const { documents, filesByHash, unknown } = opened.value
  return ok({ documents, ledger: openLedger(records), issues, filesByHash, unknown })
}
