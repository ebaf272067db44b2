import { strFromU8, strToU8 } from 'fflate'
import type { Refusal } from '../base/refusal.ts'
import { err, type Result } from '../base/result.ts'
import { printSnapshot, readSnapshot, type Snapshot } from '../domain/snapshot.ts'
import { digestOf } from './digest.ts'

/** A period as a file, and the SHA-256 that names it. */
export const snapshotFile = (snapshot: Snapshot): { readonly sha256: string; readonly bytes: Uint8Array } => {
  const bytes = strToU8(printSnapshot(snapshot))
  return { sha256: digestOf(bytes), bytes }
}

/** Opens the file a period names; `snapshot-missing` without one, `snapshot-damaged` when it is not what the period names. */
export const openSnapshotFile = (bytes: Uint8Array | undefined, sha256: string): Result<Snapshot, Refusal> => {
  if (!bytes) return err({ type: 'snapshot-missing' })
  return digestOf(bytes) === sha256 ? readSnapshot(strFromU8(bytes)) : err({ type: 'snapshot-damaged' })
}
