import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { OpenFile } from './open-file.ts'
import { writeRefusal } from './system-errors.ts'

/**
 * [Note: Atomic write] The new bytes are written beside the file and flushed to the disk before they take its name: rename is atomic,
 * writing is not. Pulling a stick out or filling the disk leaves the old file or the new one, never half of one. The folder is flushed
 * too where the system can, so that the new name survives a power cut.
 */
export const writeFileAtomically = (path: string, bytes: Uint8Array): Promise<Result<string, Refusal>> =>
  writeBeside(path, bytes, open, async () => true)

/**
 * [Note: Reading back] A worn or false stick takes every byte and gives others back. So the new file is closed, opened anew and compared
 * byte for byte with what was to be written, before it takes its name: where they differ it is removed and the old file stands. What this
 * shows has a limit: the bytes were flushed first, and a failed flush is a refusal, but the system may answer the reading from its memory.
 */
export const writeFileReadBack = (path: string, bytes: Uint8Array, openFile: OpenFile = open): Promise<Result<string, Refusal>> =>
  writeBeside(path, bytes, openFile, (beside) => holds(beside, bytes, openFile))

/** `isRight` is asked about the flushed file before it takes its name. */
const writeBeside = async (
  path: string,
  bytes: Uint8Array,
  openFile: OpenFile,
  isRight: (beside: string) => Promise<boolean>,
): Promise<Result<string, Refusal>> => {
  const target = resolve(path)
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const standing = await stat(target).catch(ignoreMissing)
    if (standing?.isDirectory()) return err({ type: 'write-failed', path, reason: 'is-a-folder', detail: 'EISDIR' })
    await writeFlushed(beside, bytes, openFile)
    if (!(await isRight(beside))) {
      await discard(beside)
      return err({ type: 'read-back-differs', path })
    }
    await rename(beside, target)
    await flushFolder(dirname(target))
    return ok(target)
  } catch (thrown) {
    await discard(beside)
    return err(writeRefusal(path, thrown))
  }
}

/** Makes a folder with those above it; one that stands already is fine. */
export const ensureFolder = async (path: string): Promise<Result<string, Refusal>> => {
  try {
    await mkdir(path, { recursive: true })
    return ok(resolve(path))
  } catch (thrown) {
    return err(writeRefusal(path, thrown))
  }
}

/** As far as the disk still lets it. */
const discard = (beside: string): Promise<unknown> =>
  rm(beside, { force: true }).catch((thrown: unknown) => writeRefusal(beside, thrown))

const writeFlushed = async (path: string, bytes: Uint8Array, openFile: OpenFile): Promise<void> => {
  const file = await openFile(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const PIECE_BYTES = 4_000_000

/** Read in pieces, so that a large file is not held twice. */
const holds = async (path: string, bytes: Uint8Array, openFile: OpenFile): Promise<boolean> => {
  const file = await openFile(path, 'r')
  try {
    if ((await file.stat()).size !== bytes.length) return false
    const piece = Buffer.alloc(Math.min(PIECE_BYTES, bytes.length))
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await file.read(piece, 0, piece.length, done)
      if (bytesRead === 0 || !piece.subarray(0, bytesRead).equals(bytes.subarray(done, done + bytesRead))) return false
      done += bytesRead
    }
    return true
  } finally {
    await file.close()
  }
}

/** Windows cannot open a folder to flush it, and some file systems refuse; the rename itself has been done by then. */
export const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null)
  if (!handle) return
  try {
    await handle.sync().catch((thrown: unknown) => writeRefusal(folder, thrown))
  } finally {
    await handle.close()
  }
}

const ignoreMissing = (thrown: unknown): null => {
  writeRefusal('', thrown)
  return null
}
