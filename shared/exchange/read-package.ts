import type { Refusal } from '../base/refusal.ts'
import { ok, type Result } from '../base/result.ts'
import type { DocumentKey } from '../merge/document-boundaries.ts'
import type { Author } from '../merge/engine.ts'
import { digestOf } from './digest.ts'
import { decodeJsonPackage } from './json-package.ts'
import { decodeFiles, type PackageFiles } from './package.ts'
import type { FilesByHash } from './package-files.ts'
import { type Receipt, readReceipt } from './receipt.ts'
import type { Reply } from './reply.ts'
import { readReply } from './reply-package.ts'

/** A .zgtz file by what it is for, checked whole; no document of it was given to the engine yet. */
export interface ReadPackage {
  /** SHA-256 of the file. */
  readonly digest: string
  readonly ledger: { readonly id: string; readonly title: string }
  readonly sender: Author
  /** Seconds since 1970 by the sender's clock; shown, never trusted. */
  readonly writtenAt: number
  readonly content:
    | { readonly type: 'whole' | 'slice'; readonly opened: PackageFiles }
    | { readonly type: 'reply'; readonly reply: Reply; readonly filesByHash: FilesByHash }
    | { readonly type: 'receipt'; readonly receipt: Receipt }
}

export const readPackage = (bytes: Uint8Array): Result<ReadPackage, Refusal> => {
  const json = decodeJsonPackage(bytes)
  if (!json.ok) return json
  if (json.value === null) {
    const opened = decodeFiles(bytes)
    if (!opened.ok) return opened
    const { manifest } = opened.value
    const type = manifest.purpose === 'slice' ? 'slice' : 'whole'
    return ok({ ...factsOf(bytes, manifest), content: { type, opened: opened.value } })
  }
  const { manifest, value, filesByHash } = json.value
  if (manifest.purpose === 'reply') {
    const reply = readReply(value)
    return reply.ok ? ok({ ...factsOf(bytes, manifest), content: { type: 'reply', reply: reply.value, filesByHash } }) : reply
  }
  const receipt = readReceipt(value)
  return receipt.ok ? ok({ ...factsOf(bytes, manifest), content: { type: 'receipt', receipt: receipt.value } }) : receipt
}

/** The documents a package writes to. */
export const documentsIn = ({ content }: ReadPackage): readonly DocumentKey[] => {
  if (content.type === 'receipt') return []
  return (content.type === 'reply' ? content.reply.documents : content.opened.files).map(({ key }) => key)
}

/** The files that came along with it. */
export const filesIn = ({ content }: ReadPackage): FilesByHash => {
  if (content.type === 'receipt') return new Map()
  return content.type === 'reply' ? content.filesByHash : content.opened.filesByHash
}

const factsOf = (
  bytes: Uint8Array,
  { ledger, sender, writtenAt }: Pick<ReadPackage, 'ledger' | 'sender' | 'writtenAt'>,
): Omit<ReadPackage, 'content'> => ({
  digest: digestOf(bytes),
  ledger: { id: ledger.id, title: ledger.title },
  sender: { clerk: sender.clerk, unit: sender.unit, pc: sender.pc },
  writtenAt,
})
