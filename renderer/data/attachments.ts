import { useMemo, useRef, useState } from 'react'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { fileNameToShow } from '../../shared/domain/attached-files.ts'
import type { Author } from '../../shared/merge/engine.ts'
import { invoke } from '../platform/bridge.ts'
import { windowClock, windowIds } from '../platform/window-ports.ts'
import { type AttachmentOwner, attachmentsOf, useAttachmentRecords } from './attachment-queries.ts'
import { type LastAct, lastAct } from './last-act.ts'
import { readKeptFile, sendFile } from './send-file.ts'
import { ledgerStore } from './store-client.ts'

/** What became of a file that was to be added; null when it was cancelled. */
type Added = 'added' | 'added-known-content' | 'already-here' | null

/** A file on its way; `share` from 0 to 1. */
interface Upload {
  readonly key: string
  readonly name: string
  readonly share: number
}

/**
 * The files of one owner and what can be done with them, as `AttachmentList` in ui/files takes it. Every change is an act of the ledger
 * and can be undone; the content itself stays where it is. A file under way goes on when the screen changes.
 */
export const useAttachments = (ledgerId: string, { problemId, ownerId }: AttachmentOwner) => {
  const { records, missing } = useAttachmentRecords(ledgerId, { problemId, ownerId })
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const controllers = useRef(new Map<string, AbortController>())
  const acts = useMemo(() => actsOn(ledgerId, { problemId, ownerId }), [ledgerId, problemId, ownerId])

  const onAdd = async (name: string, file: Blob): Promise<Result<Added, Refusal>> => {
    const key = windowIds.id()
    const abort = new AbortController()
    controllers.current.set(key, abort)
    const show = (share: number): void => setUploads((now) => [...now.filter((u) => u.key !== key), { key, name, share }])
    show(0)
    try {
      return await acts.add(name, file, show, abort.signal)
    } finally {
      controllers.current.delete(key)
      setUploads((now) => now.filter((u) => u.key !== key))
    }
  }
  const onCancel = (key: string): void => controllers.current.get(key)?.abort()
  return { items: records, missing, uploads, today: windowClock.today(), onAdd, onCancel, ...acts.ofOne }
}

const actsOn = (ledgerId: string, owner: AttachmentOwner) => {
  const { problemId, ownerId } = owner
  const add = async (
    name: string,
    file: Blob,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Result<Added, Refusal>> => {
    const sent = await sendFile(name, file, onProgress, signal)
    if (sent === null) return ok(null)
    if (!sent.ok) return sent
    const { sha256, size, wasThere } = sent.value
    if ((await attachmentsOf(ledgerId, owner)).some((known) => known.sha256 === sha256)) return ok('already-here')
    const fields = { name: fileNameToShow(name), size: String(size), sha256, addedOn: windowClock.today() }
    const answer = await ledgerStore.run(ledgerId, {
      type: 'add-record',
      kind: 'attachment',
      problemId,
      fields: ownerId === null ? fields : { ...fields, ownerId },
    })
    if (!answer.ok) return answer
    return ok(wasThere ? 'added-known-content' : 'added')
  }
  const setField = (id: string, field: string, value: string) =>
    ledgerStore.run(ledgerId, { type: 'set-record-field', kind: 'attachment', problemId, id, field, value })
  return {
    add,
    ofOne: {
      onRename: (id: string, name: string) => setField(id, 'name', fileNameToShow(name)),
      onSetSecrecy: (id: string, secrecy: string) => setField(id, 'secrecy', secrecy),
      onRemove: async (id: string): Promise<Result<LastAct, Refusal>> => {
        const answer = await ledgerStore.run(ledgerId, { type: 'remove-record', kind: 'attachment', problemId, id })
        return answer.ok ? ok(lastAct(ledgerId)) : answer
      },
      onOpen: (sha256: string, name: string) => invoke('attachment.open', { sha256, name }),
      onSaveAs: (sha256: string, name: string) => invoke('attachment.saveAs', { sha256, name }),
      onRead: readKeptFile,
      /** Who added it and when, as the history knows; null where only the registers' own history would. */
      onAskWho: async (id: string): Promise<{ readonly author: Author | null; readonly at: number } | null> => {
        if (problemId === null) return null
        const history = await ledgerStore.history(ledgerId, problemId, 0)
        const entity = `attachment:${id}`
        const field = history.ok ? history.value.written.find((w) => w.entity === entity && w.title === '文件名') : undefined
        return field?.writers[0] ?? null
      },
    },
  }
}
