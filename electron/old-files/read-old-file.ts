import type { Refusal } from '../../shared/base/refusal.ts'
import type { Result } from '../../shared/base/result.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import type { OldFormat } from '../../shared/intake/readers/read-incoming.ts'
import { readWorkbook } from '../../shared/intake/readers/read-workbook.ts'
import { readDoc } from './read-doc.ts'

/** Reads a file of the old binary kinds. Damaged ones may hold their library up for ever: only called in a process of its own. */
export const readOldFile = (bytes: Uint8Array, format: OldFormat): Promise<Result<IncomingDocument, Refusal>> =>
  format === 'doc' || format === 'wps' ? readDoc(bytes, format) : Promise.resolve(readWorkbook(bytes, format))
