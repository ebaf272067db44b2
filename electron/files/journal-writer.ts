import type { FileHandle } from 'node:fs/promises'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { caught } from './caught.ts'
import type { OpenFile } from './open-file.ts'
import { writeRefusal } from './system-errors.ts'

/** Appends to one file; what is answered is on the disk. */
export interface JournalWriter {
  readonly path: string
  readonly end: () => number
  /** Answers with the offset at which the record begins. */
  readonly append: (record: Uint8Array) => Promise<Result<number, Refusal>>
  readonly close: () => Promise<void>
}

/**
 * Opens a journal file for appending at `end`. A failed write (no space, a disk error) leaves the file as it was: the torn bytes are cut
 * off at once or, if the disk refuses that too, before the next record; until then nothing else is written.
 */
export const openJournalWriter = (path: string, end: number, openFile: OpenFile): Promise<Result<JournalWriter, Refusal>> =>
  caught(path, 'write', async () => {
    const file = await openFile(path, end === 0 ? 'a' : 'r+').then((made) => reopened(made, path, openFile))
    return ok(writerOf(file, path, end))
  })

/** `a` makes the file when it is missing but ignores positions when writing, so the work is done through a second handle. */
const reopened = async (made: FileHandle, path: string, openFile: OpenFile): Promise<FileHandle> => {
  await made.close()
  return openFile(path, 'r+')
}

const writerOf = (file: FileHandle, path: string, start: number): JournalWriter => {
  let end = start
  let torn = false

  const cutBack = (): Promise<Result<null, Refusal>> =>
    caught(path, 'write', async () => {
      await file.truncate(end)
      await file.datasync()
      torn = false
      return ok(null)
    })

  return {
    path,
    end: () => end,
    append: async (record) => {
      const ready = torn ? await cutBack() : ok(null)
      if (!ready.ok) return ready
      try {
        await writeAll(file, record, end)
        await file.datasync()
      } catch (thrown) {
        torn = true
        await cutBack()
        return err(writeRefusal(path, thrown))
      }
      end += record.length
      return ok(end - record.length)
    },
    close: () => file.close(),
  }
}

const writeAll = async (file: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}
