import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/refusal.ts'
import type { BatchWanted } from '../../../shared/documents/batch/batch-files.ts'
import { type PapersChoices, writePapers } from '../../data/papers-client.ts'
import { invoke } from '../../platform/bridge.ts'

/** What became of one file. */
export interface WrittenPaper {
  readonly name: string
  readonly path: string | null
  readonly state: 'written' | 'skipped' | 'gone'
}

export type PapersStage =
  /** `of`: files of the ledger that is being written; 0 until they are known. */
  | { readonly type: 'writing'; readonly written: readonly WrittenPaper[]; readonly done: number; readonly of: number }
  | { readonly type: 'done'; readonly written: readonly WrittenPaper[]; readonly isWhole: boolean }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly written: readonly WrittenPaper[] }

/** What is done with a file of the same name; the answer may stand for all that follow. */
export interface Replacing {
  readonly replace: boolean
  readonly forAll: boolean
}

/** Papers of some ledgers into a folder, a file each: nothing is replaced without asking, and it can be ended between two files. */
export const usePapers = (ask: (name: string) => Promise<Replacing>) => {
  const [stage, setStage] = useState<PapersStage | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (ledgerIds: readonly string[], wanted: BatchWanted, choices: PapersChoices) => {
    const chosen = await invoke('folder.choose', undefined)
    if (!chosen.ok) return setStage({ type: 'refused', refusal: chosen.error, written: [] })
    if (chosen.value === null) return
    const { folder } = chosen.value
    const abort = new AbortController()
    running.current = abort
    let written: readonly WrittenPaper[] = []
    let standing: Replacing | null = null
    for (const ledgerId of ledgerIds) {
      let done = 0
      let refusal: Refusal | null = null
      setStage({ type: 'writing', written, done, of: 0 })
      const answer = await writePapers(
        ledgerId,
        wanted,
        choices,
        async ({ name, extension, bytes, of }) => {
          if (abort.signal.aborted) return false
          const shown = `${name}.${extension}`
          let path: string | null = null
          if (bytes !== null) {
            const file = { folder, name, extension, bytes }
            let saved = await invoke('folder.write', { ...file, replace: standing?.replace === true })
            if (saved.ok && saved.value.path === null && standing === null) {
              const said = await ask(shown)
              if (said.forAll) standing = said
              if (said.replace) saved = await invoke('folder.write', { ...file, replace: true })
            }
            if (!saved.ok) {
              refusal = saved.error
              return false
            }
            path = saved.value.path
          }
          done += 1
          written = [...written, { name: shown, path, state: bytes === null ? 'gone' : path === null ? 'skipped' : 'written' }]
          setStage({ type: 'writing', written, done, of })
          return !abort.signal.aborted
        },
        abort.signal,
      )
      const failed = refusal ?? (answer.ok ? null : answer.error)
      if (failed !== null) return setStage({ type: 'refused', refusal: failed, written })
      if (abort.signal.aborted) break
    }
    setStage({ type: 'done', written, isWhole: !abort.signal.aborted })
  }
  return { stage, run, cancel: () => running.current?.abort() }
}
