import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { BookBy } from '../../../shared/documents/tables/books.ts'
import { writeBooks } from '../../data/store-client.ts'
import { EXPORT_WORDS } from '../../messages/export.ts'
import { invoke } from '../../platform/bridge.ts'
import { useScreen } from '../../state/screen.ts'
import { safeFileName } from './file-names.ts'

/** What became of one file. */
export interface BookWritten {
  readonly name: string
  readonly path: string | null
  readonly state: 'written' | 'skipped'
}

export type BooksStage =
  | { readonly type: 'writing'; readonly written: readonly BookWritten[]; readonly of: number }
  | { readonly type: 'done'; readonly written: readonly BookWritten[]; readonly isWhole: boolean }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly written: readonly BookWritten[] }

/** What is done with a file of the same name; the answer may stand for all that follow. */
export interface Replacing {
  readonly replace: boolean
  readonly forAll: boolean
}

/** 分册 into a folder, a file for each unit or leader: nothing is replaced without asking, and it can be ended between two files. */
export const useBooks = (ledgerId: string, title: string, ask: (name: string) => Promise<Replacing>) => {
  const date = useScreen((state) => state.date)
  const [stage, setStage] = useState<BooksStage | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (by: BookBy) => {
    const chosen = await invoke('folder.choose', undefined)
    if (!chosen.ok) return setStage({ type: 'refused', refusal: chosen.error, written: [] })
    if (chosen.value === null) return
    const { folder } = chosen.value
    const abort = new AbortController()
    running.current = abort
    let written: readonly BookWritten[] = []
    let refusal: Refusal | null = null
    let standing: Replacing | null = null
    setStage({ type: 'writing', written, of: 0 })
    const answer = await writeBooks(
      ledgerId,
      by,
      date,
      async (name, bytes, of) => {
        if (abort.signal.aborted) return false
        const file = {
          folder,
          name: EXPORT_WORDS.bookName(safeFileName(title), safeFileName(name), date),
          extension: 'xlsx' as const,
          bytes,
        }
        let saved = await invoke('folder.write', { ...file, replace: standing?.replace === true })
        if (saved.ok && saved.value.path === null && standing === null) {
          const said = await ask(name)
          if (said.forAll) standing = said
          if (said.replace) saved = await invoke('folder.write', { ...file, replace: true })
        }
        if (!saved.ok) {
          refusal = saved.error
          return false
        }
        const { path } = saved.value
        written = [...written, { name, path, state: path === null ? 'skipped' : 'written' }]
        setStage({ type: 'writing', written, of })
        return !abort.signal.aborted
      },
      abort.signal,
    )
    const failed = refusal ?? (answer.ok ? null : answer.error)
    if (failed !== null) setStage({ type: 'refused', refusal: failed, written })
    else setStage({ type: 'done', written, isWhole: !abort.signal.aborted })
  }
  return { stage, run, cancel: () => running.current?.abort() }
}
