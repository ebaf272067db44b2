import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { FilesByHash } from '../../shared/exchange/package-files.ts'
import type { LedgerDatabase } from './database.ts'
import type { MainPort } from './ports.ts'

/** Keeps the files a package brought in main's store, under their hashes. They go in before the documents that name them. */
export const keepFiles = async (main: MainPort, files: FilesByHash): Promise<Result<null, Refusal>> => {
  for (const bytes of files.values()) {
    const kept = await main.invoke('attachment.put', { bytes })
    if (!kept.ok) return err(kept.error)
  }
  return ok(null)
}

/**
 * The files a ledger's records name. One that main no longer has whole is left out: it is missing on this PC already, and must not keep a
 * person from taking the ledger itself away.
 */
export const filesOf = async (db: LedgerDatabase, main: MainPort, ledgerId: string): Promise<FilesByHash> => {
  const hashes = new Set<string>()
  await db.records
    .where('[ledgerId+kind]')
    .anyOf(KINDS_WITH_FILES.map((kind) => [ledgerId, kind]))
    .each(({ records }) => {
      for (const { kind, record } of records)
        if ((kind === 'attachment' || kind === 'snapshot' || kind === 'noticeDraft') && record.sha256 !== '')
          hashes.add(record.sha256)
    })
  return filesNamed(main, hashes)
}

/** Those of these files that main has whole. */
export const filesNamed = async (main: MainPort, hashes: Iterable<string>): Promise<FilesByHash> => {
  const files = new Map<string, Uint8Array>()
  for (const sha256 of hashes) {
    const found = await main.invoke('attachment.get', { sha256 })
    if (found.ok) files.set(sha256, found.value.bytes)
  }
  return files
}

/** The documents in which records name files. */
const KINDS_WITH_FILES = ['registers', 'problem', 'notice'] as const
