import { type Unzipped, unzipSync, zipSync } from 'fflate'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'

/** A ledger of 10,000 rows unzips to 10 MB; what is larger is no ledger a person keeps. */
const LARGEST_UNZIPPED_MEGABYTES = 200

/** Repeated cells shrink to a hundredth; a thousandth is what a file made to exhaust memory needs. */
const LARGEST_RATIO = 400

/** Sizes below this are never an attack, whatever the ratio. */
const HARMLESS_BYTES = 10_000_000

/** Parts of a workbook that say nothing a table is made of. */
const UNREAD =
  /(?:^|\/)(?:media|embeddings|drawings|charts|vbaProject\.bin|printerSettings|calcChain\.xml|Pictures|Thumbnails|ObjectReplacements)/i

/** Something hidden, or a formula whose result stands nowhere: `<f>A1</f></c>`, `<f si="0"/><v/></c>`. */
const TOLD_BY_STYLES = / hidden="|<\/f>(?:<v\/>|<v><\/v>)?<\/c>|<f [^<>]*\/>(?:<v\/>|<v><\/v>)?<\/c>/

export interface Repacked {
  readonly bytes: Uint8Array
  /** False when no sheet hides a row or a column and every formula has its result: the library need not keep empty cells to tell. */
  readonly needsStyles: boolean
}

/**
 * Unzips a workbook within limits and packs it again without compression, so that the library that reads it inflates nothing and sees no
 * pictures, macros and embedded files. What a file says of its sizes is believed no further than the buffer that is made for it.
 */
export const repackedWithin = (bytes: Uint8Array): Result<Repacked, Refusal> => {
  const sizes = { packed: 0, unpacked: 0 }
  const isWithin = (): boolean =>
    sizes.unpacked <= LARGEST_UNZIPPED_MEGABYTES * 1_000_000 &&
    (sizes.unpacked <= HARMLESS_BYTES || sizes.unpacked <= sizes.packed * LARGEST_RATIO)
  const parts = unzipped(bytes, ({ name, size, originalSize }) => {
    if (UNREAD.test(name) || name.endsWith('/')) return false
    sizes.packed += size
    sizes.unpacked += originalSize
    return isWithin()
  })
  if (!isWithin()) return err({ type: 'workbook-too-large', what: '解压后的大小', limit: `${LARGEST_UNZIPPED_MEGABYTES} MB` })
  if (parts === null) return err({ type: 'incoming-damaged' })
  if (isLocked(parts)) return err({ type: 'incoming-encrypted' })
  const sheets = Object.entries(parts).filter(([name]) => /worksheets\/[^/]*\.xml$/.test(name))
  const needsStyles =
    sheets.length === 0 || sheets.some(([, part]) => TOLD_BY_STYLES.test(new TextDecoder('latin1').decode(part)))
  return ok({ bytes: zipSync(parts, { level: 0 }), needsStyles })
}

type Keep = (part: { readonly name: string; readonly size: number; readonly originalSize: number }) => boolean

const unzipped = (bytes: Uint8Array, keep: Keep): Unzipped | null => {
  try {
    return unzipSync(bytes, { filter: keep })
  } catch {
    // Whatever the library found wrong, a person is told one thing: the file is damaged.
    return null
  }
}

/** An .ods with a password keeps its parts in the zip and says so in the manifest. */
const isLocked = (parts: Unzipped): boolean => {
  const manifest = parts['META-INF/manifest.xml']
  return manifest !== undefined && new TextDecoder().decode(manifest.subarray(0, 200_000)).includes('encryption-data')
}
