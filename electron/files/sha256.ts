import { createHash } from 'node:crypto'

export const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export const sha256Hex = (bytes: Uint8Array): string => sha256Of(bytes).toString('hex')
