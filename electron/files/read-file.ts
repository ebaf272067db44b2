import { open } from 'node:fs/promises'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { OpenFile } from './open-file.ts'
import { readRefusal } from './system-errors.ts'

/** The most a package may weigh on disk. */
export const LARGEST_PACKAGE_MEGABYTES = 256

/** The most that is read at once of what lies on a stick or was chosen together. */
export const LARGEST_READING_MEGABYTES = 512

/** Reads a whole file; one larger than the limit is refused by its size, before a byte is read. */
export const readWholeFile = async (
  path: string,
  limitMegabytes: number,
  openFile: OpenFile = open,
): Promise<Result<Uint8Array, Refusal>> => {
  try {
    const file = await openFile(path, 'r')
    try {
      const { size } = await file.stat()
      const megabytes = size / 1_000_000
      if (megabytes > limitMegabytes)
        return err({ type: 'file-too-large', megabytes: Math.ceil(megabytes), limit: limitMegabytes })
      return ok(new Uint8Array(await file.readFile()))
    } finally {
      await file.close()
    }
  } catch (thrown) {
    return err(readRefusal(path, thrown))
  }
}
