import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { inOrder } from '../../shared/domain/arrangement.ts'
import type { Attachment } from '../../shared/domain/records/record-kinds.ts'
import { documentKey } from '../../shared/merge/document-boundaries.ts'
import { byKind } from '../../shared/merge/record-codec.ts'
import { invoke } from '../platform/bridge.ts'
import { windowDb } from './queries.ts'

/** What files prove: a record of a problem (the problem itself, a measure, an entry of 进展, a 销号), or of the registers; null: the ledger. */
export interface AttachmentOwner {
  /** Null where the owner stands in the registers. */
  readonly problemId: string | null
  readonly ownerId: string | null
}

/** The files of one owner in their order, once. */
export const attachmentsOf = async (ledgerId: string, owner: AttachmentOwner): Promise<readonly Attachment[]> => {
  const key = owner.problemId === null ? documentKey('registers', ledgerId) : documentKey('problem', owner.problemId)
  const stored = await windowDb.records.get(key)
  return inOrder(byKind(stored?.records ?? []).attachment.filter(({ ownerId }) => ownerId === owner.ownerId))
}

const NONE: readonly Attachment[] = []
const NOTHING_MISSING: ReadonlySet<string> = new Set()

/** The same, live, with the hashes of those whose content is not on this PC. */
export const useAttachmentRecords = (
  ledgerId: string,
  { problemId, ownerId }: AttachmentOwner,
): { readonly records: readonly Attachment[]; readonly missing: ReadonlySet<string> } => {
  const records = useLiveQuery(() => attachmentsOf(ledgerId, { problemId, ownerId }), [ledgerId, problemId, ownerId]) ?? NONE
  const [missing, setMissing] = useState(NOTHING_MISSING)
  useEffect(() => {
    let isShown = true
    const files = records.flatMap(({ sha256, size }) => (sha256 === '' ? [] : [{ sha256, size }]))
    if (files.length === 0) setMissing(NOTHING_MISSING)
    else
      void invoke('attachment.missing', { files }).then((answer) => {
        if (isShown && answer.ok) setMissing(new Set(answer.value))
      })
    return () => {
      isShown = false
    }
  }, [records])
  return { records, missing }
}
