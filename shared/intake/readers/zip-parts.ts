import { Inflate } from 'fflate'
import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED_BYTES, RATIO_FROM_BYTES } from './limits.ts'

/** The parts of a zip, unpacked one at a time and counted while they are; every unpacked byte counts against one budget. */
export interface ZipParts {
  readonly names: readonly string[]
  /** null where there is no such part. */
  readonly read: (name: string) => Result<Uint8Array | null, Refusal>
  /** Unpacks everything, keeping nothing: what a library may then unpack without counting. */
  readonly checkAll: () => Result<null, Refusal>
}

interface Entry {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

export const DAMAGED: Refusal = { type: 'incoming-damaged' }
const TOO_MUCH: Refusal = { type: 'incoming-bursts', limit: MOST_UNPACKED_BYTES / 1_000_000 }

/** Opens by the directory at the end, as every office program does. */
export const openZip = (bytes: Uint8Array): Result<ZipParts, Refusal> => {
  const directory = readDirectory(bytes)
  if (!directory.ok) return directory
  const entries = directory.value
  let left = MOST_UNPACKED_BYTES
  const unpack = (entry: Entry, keep: boolean): Result<Uint8Array, Refusal> => {
    const unpacked = unpackEntry(bytes, entry, left, keep)
    if (unpacked.ok) left -= entry.size
    return unpacked
  }
  return ok({
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      return entry ? unpack(entry, true) : ok(null)
    },
    checkAll: () => {
      for (const entry of entries.values()) {
        const unpacked = unpack(entry, false)
        if (!unpacked.ok) return unpacked
      }
      return ok(null)
    },
  })
}

const END_LENGTH = 22
const HEADER_LENGTH = 46
const LOCAL_LENGTH = 30

const readDirectory = (bytes: Uint8Array): Result<ReadonlyMap<string, Entry>, Refusal> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lowest = Math.max(0, bytes.length - END_LENGTH - 0xffff)
  let end = bytes.length - END_LENGTH
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < lowest) return err(DAMAGED)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) return err(TOO_MUCH)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + HEADER_LENGTH > end || view.getUint32(at, true) !== 0x02014b50) return err(DAMAGED)
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + HEADER_LENGTH, at + HEADER_LENGTH + nameLength))
    entries.set(name.replace(/\\/g, '/'), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += HEADER_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

const PIECE = 65_536

const unpackEntry = (bytes: Uint8Array, entry: Entry, left: number, keep: boolean): Result<Uint8Array, Refusal> => {
  if ((entry.flags & 1) !== 0) return err({ type: 'incoming-encrypted' })
  if (entry.size > left || (entry.size > RATIO_FROM_BYTES && entry.size > entry.packed * MOST_RATIO)) return err(TOO_MUCH)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + LOCAL_LENGTH > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return err(DAMAGED)
  const start = entry.offset + LOCAL_LENGTH + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) return err(DAMAGED)
  const pieces: Uint8Array[] = []
  let size = 0
  let crc = 0xffffffff
  const take = (piece: Uint8Array): void => {
    size += piece.length
    if (size > entry.size) return
    crc = crcOf(piece, crc)
    if (keep) pieces.push(piece)
  }
  try {
    if (entry.method === 0) take(packed)
    else {
      const inflate = new Inflate(take)
      // Stops at the first piece beyond the stated size: what an entry says of itself is not believed.
      for (let at = 0; at < packed.length && size <= entry.size; at += PIECE)
        inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  } catch {
    // fflate throws for a stream that is none: the file is damaged, nothing else is known.
    return err(DAMAGED)
  }
  return size === entry.size && (crc ^ 0xffffffff) >>> 0 === entry.crc ? ok(joined(pieces, keep ? size : 0)) : err(DAMAGED)
}

const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

const crcOf = (bytes: Uint8Array, before: number): number => {
  let crc = before
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return crc
}
