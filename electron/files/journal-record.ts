import { z } from 'zod'
import { parseJson } from '../../shared/base/json.ts'
import type { JournalEntry } from '../../shared/ipc/contract.ts'
import { sha256Of } from './sha256.ts'

/**
 * [Note: Journal record] magic (8) · payload length (uint32 LE) · sha-256 of the payload (32) · payload. The payload is a header (its
 * length as uint32 LE, then JSON) and the documents' bytes behind one another. The magic lets a reader find the next record behind
 * damage; its last byte is the version. `previous` in the header is the sequence before this one, so that lost neighbours are counted.
 */
export const MAGIC = Buffer.from([0x9a, 0x5a, 0x47, 0x4a, 0x0d, 0x0a, 0x1a, 0x01])
export const HEAD_LENGTH = MAGIC.length + 4 + 32

const headerSchema = z.object({
  sequence: z.number().int().min(1),
  previous: z.number().int().min(0),
  ledgerId: z.string(),
  documents: z.array(z.object({ key: z.string(), length: z.number().int().min(0) })),
})

export interface Head {
  readonly payloadLength: number
  readonly sha256: Buffer
}

export interface Payload {
  readonly entry: JournalEntry
  readonly previous: number
}

export const encodeRecord = (entry: JournalEntry, previous: number): Buffer => {
  const { sequence, ledgerId, documents } = entry
  const described = documents.map(({ key, bytes }) => ({ key, length: bytes.length }))
  const header = Buffer.from(JSON.stringify({ sequence, previous, ledgerId, documents: described }))
  const payload = Buffer.concat([uint32(header.length), header, ...documents.map(({ bytes }) => bytes)])
  return Buffer.concat([MAGIC, uint32(payload.length), sha256Of(payload), payload])
}

/** The fixed part of a record; null when these bytes do not begin one. */
export const decodeHead = (bytes: Buffer): Head | null => {
  if (bytes.length < HEAD_LENGTH || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null
  return { payloadLength: bytes.readUInt32LE(MAGIC.length), sha256: bytes.subarray(MAGIC.length + 4, HEAD_LENGTH) }
}

/** The entry of a payload; null when it is not what its head promised. Document bytes are copies and may outlive the buffer. */
export const decodePayload = (head: Head, payload: Buffer): Payload | null => {
  if (payload.length !== head.payloadLength || !sha256Of(payload).equals(head.sha256)) return null
  const header = readHeader(payload)
  if (header === null) return null
  const documents: { key: string; bytes: Uint8Array }[] = []
  let at = header.end
  for (const { key, length } of header.value.documents) {
    documents.push({ key, bytes: new Uint8Array(payload.subarray(at, at + length)) })
    at += length
  }
  if (at !== payload.length) return null
  const { sequence, previous, ledgerId } = header.value
  return { entry: { sequence, ledgerId, documents }, previous }
}

const readHeader = (payload: Buffer): { readonly value: z.output<typeof headerSchema>; readonly end: number } | null => {
  if (payload.length < 4) return null
  const end = 4 + payload.readUInt32LE(0)
  if (end > payload.length) return null
  const value = headerSchema.safeParse(parseJson(payload.toString('utf8', 4, end)))
  return value.success ? { value: value.data, end } : null
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
