import type { Refusal } from '../../shared/base/refusal.ts'
import type { Result } from '../../shared/base/result.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import { LARGEST_INCOMING_MEGABYTES } from '../../shared/intake/readers/limits.ts'
import { readIncoming } from '../../shared/intake/readers/read-incoming.ts'
import { readDocApart } from '../doc/read-doc-apart.ts'
import { readWholeFile } from '../files/read-file.ts'

/** Reads a file of any kind the program takes in. */
export const readIncomingFile = async (path: string): Promise<Result<IncomingDocument, Refusal>> => {
  const bytes = await readWholeFile(path, LARGEST_INCOMING_MEGABYTES)
  return bytes.ok ? readIncoming(bytes.value, path, { doc: readDocApart }) : bytes
}
