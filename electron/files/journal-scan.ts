import type { FileHandle } from 'node:fs/promises'
import { decodeHead, decodePayload, HEAD_LENGTH, type Head, MAGIC, type Payload } from './journal-record.ts'
import { sha256Of } from './sha256.ts'

/** Where a whole record lies; `length` is that of the whole record. */
export interface RecordPlace {
  readonly sequence: number
  readonly previous: number
  readonly offset: number
  readonly length: number
}

/** Bytes that are no whole record, between two records or at the end of the file. */
export interface BrokenStretch {
  readonly offset: number
  readonly length: number
  /** How many records it seems to have held, from the beginnings that can still be seen; at least one. */
  readonly records: number
  /** The first part of a record whose writing did not finish: nobody was told that it was saved. */
  readonly unfinished: boolean
}

export interface Scan {
  readonly places: readonly RecordPlace[]
  readonly broken: readonly BrokenStretch[]
  readonly size: number
}

/** Reads one journal file from its beginning, one record in memory at a time, and says what lies where. */
export const scanJournalFile = async (file: FileHandle): Promise<Scan> => {
  const { size } = await file.stat()
  const places: RecordPlace[] = []
  const broken: BrokenStretch[] = []
  let offset = 0
  while (offset < size) {
    const found = await recordAt(file, offset, size)
    if (found !== null) {
      const { entry, previous } = found.payload
      places.push({ sequence: entry.sequence, previous, offset, length: found.length })
      offset += found.length
      continue
    }
    const { next, beginnings } = await nextWhole(file, offset + 1, size)
    const end = next ?? size
    const unfinished = next === null && beginnings === 0 && (await isUnfinished(file, offset, size))
    broken.push({ offset, length: end - offset, records: 1 + beginnings, unfinished })
    offset = end
  }
  return { places, broken, size }
}

/** The whole record that begins here; null when there is none. */
export const recordAt = async (
  file: FileHandle,
  offset: number,
  size: number,
): Promise<{ readonly payload: Payload; readonly length: number } | null> => {
  const head = decodeHead(await readBytes(file, offset, HEAD_LENGTH))
  if (head === null || offset + HEAD_LENGTH + head.payloadLength > size) return null
  const payload = decodePayload(head, await readBytes(file, offset + HEAD_LENGTH, head.payloadLength))
  return payload === null ? null : { payload, length: HEAD_LENGTH + head.payloadLength }
}

/** Where the next whole record begins, and how many damaged ones begin before it. */
const nextWhole = async (
  file: FileHandle,
  from: number,
  size: number,
): Promise<{ readonly next: number | null; readonly beginnings: number }> => {
  let beginnings = 0
  const chunkLength = 1_048_576
  for (let at = from; at < size; at += chunkLength) {
    const chunk = await readBytes(file, at, chunkLength + MAGIC.length - 1)
    for (let hit = chunk.indexOf(MAGIC); hit !== -1 && hit < chunkLength; hit = chunk.indexOf(MAGIC, hit + 1)) {
      if ((await recordAt(file, at + hit, size)) !== null) return { next: at + hit, beginnings }
      beginnings += 1
    }
  }
  return { next: null, beginnings }
}

/**
 * Whether the rest of a file looks like a write that a power cut or a kill broke off: the first part of a record, possibly with zeros
 * where the file system had grown the file before the bytes arrived. A record that is whole in length but altered is damage.
 */
const isUnfinished = async (file: FileHandle, offset: number, size: number): Promise<boolean> => {
  const start = await readBytes(file, offset, HEAD_LENGTH)
  const head = decodeHead(start)
  if (head === null) {
    const known = Math.min(start.length, MAGIC.length)
    const broken = start.length < HEAD_LENGTH && start.subarray(0, known).equals(MAGIC.subarray(0, known))
    return broken || (await endsInZeros(file, offset, size))
  }
  const left = size - offset - HEAD_LENGTH
  if (head.payloadLength <= left) return endsInZeros(file, offset, size)
  return !(await onlyLengthIsWrong(file, offset, left, head))
}

const onlyLengthIsWrong = async (file: FileHandle, offset: number, left: number, head: Head): Promise<boolean> =>
  sha256Of(await readBytes(file, offset + HEAD_LENGTH, left)).equals(head.sha256)

/** A run of zeros as long as this at the end is no document: compressed bytes have none. */
const ZEROS = 256

const endsInZeros = async (file: FileHandle, offset: number, size: number): Promise<boolean> => {
  const from = Math.max(offset, size - ZEROS)
  return (await readBytes(file, from, size - from)).every((byte) => byte === 0)
}

/** Fewer bytes than asked for only at the end of the file. */
const readBytes = async (file: FileHandle, offset: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
