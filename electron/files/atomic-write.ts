import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { writeRefusal } from './system-errors.ts'

/**
 * [Note: Atomic write] The new bytes are written beside the file and flushed to the disk before they take its name: rename is atomic,
 * writing is not. Pulling a stick out or filling the disk leaves the old file or the new one, never half of one. The folder is flushed
 * too where the system can, so that the new name survives a power cut.
 */
export const writeFileAtomically = async (path: string, bytes: Uint8Array): Promise<Result<string, Refusal>> => {
  const target = resolve(path)
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const standing = await stat(target).catch(ignoreMissing)
    if (standing?.isDirectory()) return err({ type: 'write-failed', path, reason: 'is-a-folder', detail: 'EISDIR' })
    await writeFlushed(beside, bytes)
    await rename(beside, target)
    await flushFolder(dirname(target))
    return ok(target)
  } catch (thrown) {
    await rm(beside, { force: true }).catch((second: unknown) => writeRefusal(beside, second))
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

const writeFlushed = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
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
