import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { ensureFolder, writeFileAtomically } from './atomic-write.ts'
import { readWholeFile } from './read-file.ts'
import { sha256Hex } from './sha256.ts'

const LARGEST_ATTACHMENT_MEGABYTES = 256

/**
 * Keeps a file under its own sha-256 (`attachments/ab/cd/…`), so that the same scan is kept once and a document can name it for ever.
 * One that stands there already and is whole is not written again.
 */
export const putAttachment = async (folder: string, bytes: Uint8Array): Promise<Result<{ readonly sha256: string }, Refusal>> => {
  const sha256 = sha256Hex(bytes)
  if ((await getAttachment(folder, sha256)).ok) return ok({ sha256 })
  const place = placeOf(folder, sha256)
  const made = await ensureFolder(place.folder)
  if (!made.ok) return made
  const written = await writeFileAtomically(place.path, bytes)
  return written.ok ? ok({ sha256 }) : written
}

/** A file that no longer has its hash is as good as missing: it is never handed out. */
export const getAttachment = async (folder: string, sha256: string): Promise<Result<{ readonly bytes: Uint8Array }, Refusal>> => {
  const bytes = await readWholeFile(placeOf(folder, sha256).path, LARGEST_ATTACHMENT_MEGABYTES)
  if (!bytes.ok) return bytes.error.type === 'file-not-found' ? err({ type: 'attachment-missing' }) : bytes
  return sha256Hex(bytes.value) === sha256 ? ok({ bytes: bytes.value }) : err({ type: 'attachment-missing' })
}

const placeOf = (folder: string, sha256: string): { readonly folder: string; readonly path: string } => {
  const place = join(folder, 'attachments', sha256.slice(0, 2), sha256.slice(2, 4))
  return { folder: place, path: join(place, sha256) }
}
