import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Ledger } from '../../shared/domain/ledger.ts'
import { type OpenedLedger, openLedgerPackage } from '../../shared/exchange/ledger-package.ts'
import { encodePackage } from '../../shared/exchange/package.ts'
import { type AutomergeDocument, automergeEngine } from '../../shared/merge/automerge-engine.ts'
import type { Author } from '../../shared/merge/engine.ts'
import type { LedgerDocuments } from '../../shared/merge/ledger-documents.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { readPackageFile } from './package-file.ts'
import type { CliPorts } from './verb.ts'

export const readLedgerFile = async (
  path: string,
  ports: CliPorts,
): Promise<Result<OpenedLedger<AutomergeDocument>, Refusal>> => {
  const bytes = await readPackageFile(path, ports)
  return bytes.ok ? openLedgerPackage(automergeEngine(ports.ids), bytes.value) : bytes
}

/** What goes out again with the documents: files by hash, and what this program does not know. */
type Beside = Pick<OpenedLedger<AutomergeDocument>, 'filesByHash' | 'unknown'>

/** Writes documents as a package; the title shown outside is the ledger's. `beside` is what the package they came from held beside. */
export const writeLedgerFile = async (
  path: string,
  documents: LedgerDocuments<AutomergeDocument>,
  ledger: Pick<Ledger, 'ledger'>,
  sender: Author,
  ports: CliPorts,
  beside?: Beside,
): Promise<Result<string, Refusal>> => {
  const bytes = encodePackage(automergeEngine(ports.ids), documents, {
    ledger: { id: ledger.ledger.id, title: ledger.ledger.title },
    sender,
    writtenAt: ports.clock.now(),
    programVersion: ports.programVersion,
    ...(beside ? { unknown: beside.unknown, files: beside.filesByHash } : {}),
  })
  const written = await writeFileAtomically(path, bytes)
  return written.ok ? ok(written.value) : written
}
