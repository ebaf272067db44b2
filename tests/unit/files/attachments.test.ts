import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attachmentPath, missingAttachments, readAttachmentPiece } from '../../../electron/files/attachments.ts'
import { clearIncoming, incomingAttachments } from '../../../electron/files/incoming-attachments.ts'
import { clearOpenedCopies, copyToOpen } from '../../../electron/files/opened-copies.ts'
import { randomIds } from '../../../electron/platform/node-ports.ts'
import { LARGEST_ATTACHMENT_BYTES } from '../../../shared/domain/attached-files.ts'
import { unwrapped } from '../../support/expect-ok.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const sent = async (folder: string, pieces: readonly Uint8Array[]) => {
  const incoming = incomingAttachments(folder, randomIds)
  const { upload } = unwrapped(await incoming.begin('材料.bin'))
  for (const piece of pieces) unwrapped(await incoming.append(upload, piece))
  return incoming.finish(upload)
}
const left = (folder: string): readonly string[] => readdirSync(`${folder}/attachments/incoming`)

describe('a file that comes in pieces', () => {
  test('stands under the hash of the whole, and is kept once', async () => {
    const folder = tempFolder()
    const pieces = [Buffer.from('整改'), Buffer.from('台账')]
    const sha256 = createHash('sha256').update(Buffer.concat(pieces)).digest('hex')
    expect(unwrapped(await sent(folder, pieces))).toEqual({ sha256, size: 12, wasThere: false })
    expect(readFileSync(attachmentPath(folder, sha256), 'utf8')).toBe('整改台账')
    expect(unwrapped(await sent(folder, pieces))).toEqual({ sha256, size: 12, wasThere: true })
    expect(left(folder)).toEqual([])
  })

  test('is refused beyond the limit, empty, or after it was cancelled, and leaves nothing behind', async () => {
    const folder = tempFolder()
    const incoming = incomingAttachments(folder, randomIds)
    const { upload } = unwrapped(await incoming.begin('录像.mp4'))
    unwrapped(await incoming.append(upload, new Uint8Array(LARGEST_ATTACHMENT_BYTES)))
    expect(await incoming.append(upload, new Uint8Array(1))).toMatchObject({
      error: { type: 'attachment-too-large', name: '录像.mp4', megabytes: 51, limit: 50 },
    })
    expect(await sent(folder, [])).toMatchObject({ error: { type: 'attachment-empty' } })
    const other = unwrapped(await incoming.begin('另一个.txt')).upload
    await incoming.cancel(other)
    expect(await incoming.append(other, new Uint8Array(1))).toMatchObject({ ok: false })
    expect(left(folder)).toEqual([])
  })

  test('half of it is cleared away at the next start', async () => {
    const folder = tempFolder()
    unwrapped(await incomingAttachments(folder, randomIds).begin('断电.txt'))
    await clearIncoming(folder)
    expect(existsSync(`${folder}/attachments/incoming`)).toBe(false)
  })
})

describe('a kept file', () => {
  test('is read piece by piece while it is whole, and missing when a byte of it has changed', async () => {
    const folder = tempFolder()
    const { sha256 } = unwrapped(await sent(folder, [new Uint8Array(5_000_000).fill(7)]))
    const first = unwrapped(await readAttachmentPiece(folder, sha256, 0))
    const second = unwrapped(await readAttachmentPiece(folder, sha256, first.bytes.length))
    expect([first.size, first.bytes.length + second.bytes.length]).toEqual([5_000_000, 5_000_000])
    expect(await missingAttachments(folder, [{ sha256, size: 5_000_000 }])).toEqual([])
    writeFileSync(attachmentPath(folder, sha256), 'other')
    expect(await readAttachmentPiece(folder, sha256, 0)).toMatchObject({ error: { type: 'attachment-missing' } })
    expect(await missingAttachments(folder, [{ sha256, size: 5_000_000 }])).toEqual([sha256])
  })

  test('is opened as a read-only copy under a safe name, never when it could run, and the copies go at the next start', async () => {
    const folder = tempFolder()
    const { sha256 } = unwrapped(await sent(folder, [Buffer.from('正文')]))
    const copy = unwrapped(await copyToOpen(folder, sha256, '..\\..\\验收:意见?.pdf'))
    expect(basename(copy)).toBe('验收 意见.pdf')
    expect(statSync(copy).mode & 0o222).toBe(0)
    expect(await copyToOpen(folder, sha256, '发票.pdf.exe')).toMatchObject({ error: { type: 'attachment-not-opened' } })
    unwrapped(await clearOpenedCopies(folder))
    expect(existsSync(copy)).toBe(false)
    expect(readFileSync(attachmentPath(folder, sha256), 'utf8')).toBe('正文')
  })
})
