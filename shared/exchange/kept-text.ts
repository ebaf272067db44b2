import { strFromU8, strToU8 } from 'fflate'
import { digestOf } from './digest.ts'

/** A text that a record names by its hash, as a file: a period, a draft of a notice. */
export const keptText = (text: string): { readonly sha256: string; readonly bytes: Uint8Array } => {
  const bytes = strToU8(text)
  return { sha256: digestOf(bytes), bytes }
}

/** The text of such a file; null when its bytes are not those the hash names. */
export const openKeptText = (bytes: Uint8Array, sha256: string): string | null =>
  digestOf(bytes) === sha256 ? strFromU8(bytes) : null
