import type { Refusal } from '../base/refusal.ts'
import { err, type Result } from '../base/result.ts'
import { printSnapshot, readSnapshot, type Snapshot } from '../domain/snapshot.ts'
import { keptText, openKeptText } from './kept-text.ts'

/** A period as a file, and the SHA-256 that names it. */
export const snapshotFile = (snapshot: Snapshot): { readonly sha256: string; readonly bytes: Uint8Array } =>
  keptText(printSnapshot(snapshot))

/** Opens the file a period names; `snapshot-missing` without one, `snapshot-damaged` when it is not what the period names. */
export const openSnapshotFile = (bytes: Uint8Array | undefined, sha256: string): Result<Snapshot, Refusal> => {
  if (!bytes) return err({ type: 'snapshot-missing' })
  const text = openKeptText(bytes, sha256)
  return text === null ? err({ type: 'snapshot-damaged' }) : readSnapshot(text)
}
