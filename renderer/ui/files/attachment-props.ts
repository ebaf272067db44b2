import type { RefObject } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { Attachment } from '../../../shared/domain/records/record-kinds.ts'
import type { Author } from '../../../shared/merge/engine.ts'
import type { Removal } from '../removal-notice.tsx'

/** What `useAttachments` in data gives, and what this needs of it. */
export interface AttachmentListProps {
  readonly items: readonly Attachment[]
  /** Hashes whose content is not on this PC. */
  readonly missing: ReadonlySet<string>
  readonly uploads: readonly { readonly key: string; readonly name: string; readonly share: number }[]
  /** For names of pasted pictures. */
  readonly today: string
  readonly onAdd: (name: string, file: Blob) => Promise<Result<'added' | 'added-known-content' | 'already-here' | null, Refusal>>
  readonly onCancel: (key: string) => void
  readonly onRename: (id: string, name: string) => Promise<Result<unknown, Refusal>>
  readonly onSetSecrecy: (id: string, secrecy: string) => Promise<Result<unknown, Refusal>>
  readonly onRemove: (id: string) => Promise<Result<Removal, Refusal>>
  readonly onOpen: (sha256: string, name: string) => Promise<Result<unknown, Refusal>>
  readonly onSaveAs: (sha256: string, name: string) => Promise<Result<{ readonly path: string } | null, Refusal>>
  readonly onRead: (sha256: string, signal: AbortSignal) => Promise<Result<Uint8Array, Refusal> | null>
  readonly onAskWho: (id: string) => Promise<{ readonly author: Author | null; readonly at: number } | null>
  /** Beside an entry of a list: the sentence of what can be done is left out. */
  readonly compact?: boolean
  /** Pictures pasted anywhere in here are meant as well: the text they belong to. */
  readonly pasteWithin?: RefObject<HTMLElement | null>
}
