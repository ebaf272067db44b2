import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { ensureFolder, writeFileAtomically } from './atomic-write.ts'
import { caught } from './caught.ts'
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

/** Where a file is kept; it need not be there. */
export const attachmentPath = (folder: string, sha256: string): string => placeOf(folder, sha256).path

/** Is it there with exactly its content? Read as a stream: the window's other calls go on. */
export const isWholeAttachment = async (folder: string, sha256: string): Promise<boolean> => {
  const read = await caught(sha256, 'read', async () => {
    const hash = createHash('sha256')
    for await (const piece of createReadStream(attachmentPath(folder, sha256))) hash.update(piece as Buffer)
    return ok(hash.digest('hex'))
  })
  return read.ok && read.value === sha256
}

/** What one answer carries: copied from process to process in a few milliseconds. */
const PIECE_BYTES = 4_000_000

/** A piece of a file, and how long the whole is. With the first piece the whole is checked, so that no damaged file is shown. */
export const readAttachmentPiece = async (
  folder: string,
  sha256: string,
  offset: number,
): Promise<Result<{ readonly bytes: Uint8Array; readonly size: number }, Refusal>> => {
  if (offset === 0 && !(await isWholeAttachment(folder, sha256))) return err({ type: 'attachment-missing' })
  return caught(sha256, 'read', async () => {
    const file = await open(attachmentPath(folder, sha256), 'r')
    try {
      const { size } = await file.stat()
      const bytes = new Uint8Array(Math.max(0, Math.min(PIECE_BYTES, size - offset)))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
      return ok({ bytes: bytes.subarray(0, bytesRead), size })
    } finally {
      await file.close()
    }
  })
}

/** Those of these files that are not here, or have another length: what a list marks without reading every file. */
export const missingAttachments = async (
  folder: string,
  files: readonly { readonly sha256: string; readonly size: number | null }[],
): Promise<readonly string[]> => {
  const missing: string[] = []
  for (const { sha256, size } of files) {
    const found = await caught(sha256, 'read', async () => ok((await stat(attachmentPath(folder, sha256))).size))
    if (!found.ok || (size !== null && found.value !== size)) missing.push(sha256)
  }
  return missing
}

const placeOf = (folder: string, sha256: string): { readonly folder: string; readonly path: string } => {
  const place = join(folder, 'attachments', sha256.slice(0, 2), sha256.slice(2, 4))
  return { folder: place, path: join(place, sha256) }
}
