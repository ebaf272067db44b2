import { randomBytes } from 'node:crypto'
import { chmod, copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { extensionOf, fileNameToShow, mayBeOpened } from '../../shared/domain/attached-files.ts'
import { safeFileName } from '../platform/file-names.ts'
import { ensureFolder } from './atomic-write.ts'
import { attachmentPath, isWholeAttachment } from './attachments.ts'
import { caught } from './caught.ts'

/**
 * [Note: Opened copies] What the system opens is a copy, never the kept file: a program that saves into it would change what a hash names.
 * It is read-only, so that the program says so instead of letting a person write where nothing is taken back. Only kinds that cannot
 * run are opened at all (`mayBeOpened`). The copies go at the next start; a program may hold them open until then.
 */
export const copyToOpen = (dataFolder: string, sha256: string, name: string): Promise<Result<string, Refusal>> =>
  caught(name, 'write', async () => {
    const shown = fileNameToShow(name)
    if (!mayBeOpened(shown)) return err({ type: 'attachment-not-opened', name: shown })
    if (!(await isWholeAttachment(dataFolder, sha256))) return err({ type: 'attachment-missing' })
    const folder = join(openedFolder(dataFolder), randomBytes(6).toString('hex'))
    const made = await ensureFolder(folder)
    if (!made.ok) return made
    const path = join(folder, safeFileName(shown, extensionOf(shown)))
    await copyFile(attachmentPath(dataFolder, sha256), path)
    await chmod(path, 0o444)
    return ok(path)
  })

/** At the start. One that a program still holds open stays till the next. */
export const clearOpenedCopies = async (dataFolder: string): Promise<Result<null, Refusal>> =>
  caught(openedFolder(dataFolder), 'write', async () => {
    await rm(openedFolder(dataFolder), { recursive: true, force: true })
    return ok(null)
  })

const openedFolder = (dataFolder: string): string => join(dataFolder, 'opened')
