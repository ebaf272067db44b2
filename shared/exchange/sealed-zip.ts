import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { Refusal } from '../base/refusal.ts'
import { err, ok, type Result } from '../base/result.ts'
import { digestOf } from './digest.ts'

/**
 * The seal is the comment of the zip: `zgtz sha256 ` and the digest of everything before it. Zip readers do not check the bytes
 * between the entries, and fflate checks none; with the seal no single flipped bit goes unseen.
 */
const SEAL = 'zgtz sha256 '
const SEAL_LENGTH = SEAL.length + 64

/** Seals a zip. */
export const seal = (zip: Uint8Array): Uint8Array => {
  const sealed = new Uint8Array(zip.length + SEAL_LENGTH)
  sealed.set(zip)
  // The length of the comment is the last field of the end record.
  sealed[zip.length - 2] = SEAL_LENGTH
  sealed[zip.length - 1] = 0
  sealed.set(strToU8(SEAL + digestOf(sealed.subarray(0, zip.length))), zip.length)
  return sealed
}

export const isSealed = (bytes: Uint8Array): boolean => {
  const end = bytes.length - SEAL_LENGTH
  return end > 0 && strFromU8(bytes.subarray(end)) === SEAL + digestOf(bytes.subarray(0, end))
}

/** Limits against bombs: a 20,000-problem ledger is some 120 MB unzipped. */
const LARGEST_MEGABYTES = 512
/** A zip without extensions counts its entries in 16 bits. */
const MOST_ENTRIES = 65_000

/** `only` reads no other entry. Sizes are counted as stored and as declared: neither is to be trusted alone. */
export const unzip = (bytes: Uint8Array, only: string | null = null): Result<Record<string, Uint8Array>, Refusal> => {
  let megabytes = 0
  let entries = 0
  const tooLarge = (): boolean => megabytes > LARGEST_MEGABYTES || entries > MOST_ENTRIES
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (only !== null && name !== only) return false
        megabytes += Math.max(size, originalSize) / 1_000_000
        entries += 1
        return !tooLarge()
      },
    })
    return tooLarge() ? err({ type: 'package-too-large', megabytes: Math.round(megabytes), limit: LARGEST_MEGABYTES }) : ok(files)
  } catch {
    // fflate gives no reason a person could use: the end of the zip is missing, or what stands in it cannot be unpacked.
    return err({ type: 'package-truncated' })
  }
}
