import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Ids } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { LARGEST_ATTACHMENT_BYTES, LARGEST_ATTACHMENT_MEGABYTES } from '../../shared/domain/attached-files.ts'
import { ensureFolder, flushFolder } from './atomic-write.ts'
import { attachmentPath, isWholeAttachment } from './attachments.ts'
import { caught } from './caught.ts'

/** Files of 佐证材料 on their way in, a piece at a time, so that neither side holds or copies a whole scan at once. */
export interface IncomingAttachments {
  readonly begin: (name: string) => Promise<Result<{ readonly upload: string }, Refusal>>
  /** The limit holds for what arrives, whatever was announced. */
  readonly append: (upload: string, bytes: Uint8Array) => Promise<Result<null, Refusal>>
  /** Takes its place under its hash; answers whether the same content stood there already. */
  readonly finish: (
    upload: string,
  ) => Promise<Result<{ readonly sha256: string; readonly size: number; readonly wasThere: boolean }, Refusal>>
  readonly cancel: (upload: string) => Promise<void>
}

interface Incoming {
  readonly name: string
  readonly path: string
  readonly file: FileHandle
  readonly hash: Hash
  size: number
}

export const incomingAttachments = (dataFolder: string, ids: Ids): IncomingAttachments => {
  const folder = join(dataFolder, 'attachments', 'incoming')
  const underWay = new Map<string, Incoming>()

  const drop = async (upload: string): Promise<void> => {
    const incoming = underWay.get(upload)
    underWay.delete(upload)
    if (!incoming) return
    await incoming.file.close()
    await rm(incoming.path, { force: true })
  }

  return {
    begin: (name) =>
      caught(folder, 'write', async () => {
        const made = await ensureFolder(folder)
        if (!made.ok) return made
        const upload = ids.id()
        const path = join(folder, `${upload}.part`)
        underWay.set(upload, { name, path, file: await open(path, 'wx'), hash: createHash('sha256'), size: 0 })
        return ok({ upload })
      }),
    append: async (upload, bytes) => {
      const incoming = underWay.get(upload)
      if (!incoming) return err({ type: 'attachment-missing' })
      incoming.size += bytes.length
      if (incoming.size > LARGEST_ATTACHMENT_BYTES) {
        await drop(upload)
        const megabytes = Math.ceil(incoming.size / 1_000_000)
        return err({ type: 'attachment-too-large', name: incoming.name, megabytes, limit: LARGEST_ATTACHMENT_MEGABYTES })
      }
      const written = await caught(incoming.name, 'write', async () => {
        await incoming.file.write(bytes)
        return ok(null)
      })
      if (written.ok) incoming.hash.update(bytes)
      else await drop(upload)
      return written
    },
    finish: async (upload) => {
      const incoming = underWay.get(upload)
      if (!incoming) return err({ type: 'attachment-missing' })
      const { name, path, file, size } = incoming
      if (size === 0) {
        await drop(upload)
        return err({ type: 'attachment-empty', name })
      }
      const sha256 = incoming.hash.digest('hex')
      if (await isWholeAttachment(dataFolder, sha256)) {
        await drop(upload)
        return ok({ sha256, size, wasThere: true })
      }
      const kept = await caught(name, 'write', async () => {
        await file.sync()
        await file.close()
        underWay.delete(upload)
        const target = attachmentPath(dataFolder, sha256)
        const made = await ensureFolder(dirname(target))
        if (!made.ok) return made
        await rename(path, target)
        await flushFolder(dirname(target))
        return ok({ sha256, size, wasThere: false })
      })
      if (!kept.ok) await rm(path, { force: true })
      return kept
    },
    cancel: drop,
  }
}

/** What a stopped program left half-way; nothing names it. */
export const clearIncoming = (dataFolder: string): Promise<void> =>
  rm(join(dataFolder, 'attachments', 'incoming'), { recursive: true, force: true })
