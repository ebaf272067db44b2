import type { Refusal } from '../../shared/base/refusal.ts'
import { err, type Result } from '../../shared/base/result.ts'
import { LARGEST_ATTACHMENT_BYTES, LARGEST_ATTACHMENT_MEGABYTES } from '../../shared/domain/attached-files.ts'
import { invoke } from '../platform/bridge.ts'

/** Copied across two borders in some milliseconds: the window stays free while a large scan goes by. */
const PIECE_BYTES = 2_000_000

interface Kept {
  readonly sha256: string
  readonly size: number
  readonly wasThere: boolean
}

/** Sends a file to main's store a piece at a time. Refused by size before a byte is read; null when cancelled. */
export const sendFile = async (
  name: string,
  file: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<Kept, Refusal> | null> => {
  if (file.size > LARGEST_ATTACHMENT_BYTES) {
    const megabytes = Math.ceil(file.size / 1_000_000)
    return err({ type: 'attachment-too-large', name, megabytes, limit: LARGEST_ATTACHMENT_MEGABYTES })
  }
  const begun = await invoke('attachment.begin', { name })
  if (!begun.ok) return begun
  const { upload } = begun.value
  for (let at = 0; at < file.size && !signal.aborted; at += PIECE_BYTES) {
    const bytes = await readPiece(name, file, at)
    const sent = bytes.ok ? await invoke('attachment.append', { upload, bytes: bytes.value }) : bytes
    if (!sent.ok) {
      await invoke('attachment.cancel', { upload })
      return sent
    }
    onProgress(Math.min(1, (at + PIECE_BYTES) / file.size))
  }
  if (!signal.aborted) return invoke('attachment.finish', { upload })
  await invoke('attachment.cancel', { upload })
  return null
}

/** A folder that was dropped cannot be read at all; a stick that is pulled out cannot be read any more. */
const readPiece = async (name: string, file: Blob, at: number): Promise<Result<Uint8Array, Refusal>> => {
  try {
    return { ok: true, value: new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer()) }
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown
    return err(at === 0 ? { type: 'attachment-empty', name } : { type: 'file-unreadable', path: name, reason: thrown.name })
  }
}

/** The whole content of a kept file, piece by piece; null when cancelled. */
export const readKeptFile = async (sha256: string, signal: AbortSignal): Promise<Result<Uint8Array, Refusal> | null> => {
  let whole: Uint8Array | null = null
  for (let at = 0; whole === null || at < whole.length; ) {
    const piece = await invoke('attachment.read', { sha256, offset: at })
    if (signal.aborted) return null
    if (!piece.ok) return piece
    whole ??= new Uint8Array(piece.value.size)
    if (piece.value.bytes.length === 0) return err({ type: 'attachment-missing' })
    whole.set(piece.value.bytes, at)
    at += piece.value.bytes.length
  }
  return { ok: true, value: whole }
}
