import type { Refusal } from '../../shared/base/refusal.ts'
import type { Result } from '../../shared/base/result.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import { LARGEST_INCOMING_MEGABYTES } from '../../shared/intake/readers/limits.ts'
import { readIncoming } from '../../shared/intake/readers/read-incoming.ts'
import { readWholeFile } from '../files/read-file.ts'
import { startChildProcess } from '../old-files/child-process.ts'
import { readApart } from '../old-files/read-apart.ts'

/** Reads a file of any kind the program takes in. */
export const readIncomingFile = async (path: string): Promise<Result<IncomingDocument, Refusal>> => {
  const bytes = await readWholeFile(path, LARGEST_INCOMING_MEGABYTES)
  return bytes.ok
    ? readIncoming(bytes.value, path, { old: (old, format) => readApart(startChildProcess, { bytes: old, format }) })
    : bytes
}
