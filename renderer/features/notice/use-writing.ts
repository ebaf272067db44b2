import type { Node } from 'prosemirror-model'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ShownSheet } from '../../data/notice-host.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { WORKBENCH_WORDS } from '../../messages/notice.ts'
import { typing } from '../../state/typing.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import { runValues } from './editor/sheet-doc.ts'
import { writeBack } from './editor/write-back.ts'

interface WritingOptions {
  readonly ledgerId: string
  readonly noticeId: string
  readonly isComposing: () => boolean
  readonly show: () => void
}

/** A while after the last key what was typed is on the disk. */
const SETTLE_MS = 800

/**
 * Saves what is typed into a notice, field by field, each as an act of its own. What is typed is known to `typing` until then; what the
 * ledger says meanwhile waits (`canApply`), and `turn` tells when it may be shown.
 */
export const useWriting = (options: WritingOptions) => {
  const tellRefusal = useTellRefusal()
  const tellAdvice = useTellAdvice()
  const latest = useRef({ ...options, tellRefusal, tellAdvice })
  latest.current = { ...options, tellRefusal, tellAdvice }
  const [turn, setTurn] = useState(0)
  const state = useRef({
    doc: null as Node | null,
    /** What the ledger holds in each field, as far as the editor knows. */
    standing: new Map<string, string>(),
    dirty: new Set<string>(),
    /** Records that were made with their first words, by run, until a sheet names them. */
    made: new Map<string, string>(),
    /** The last change of ours: a sheet composed before it would take the text back. */
    sequence: 0,
    running: null as Promise<boolean> | null,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })
  const typingId = `notice/${options.noticeId}`

  const saveRound = useCallback(async (): Promise<boolean> => {
    const own = state.current
    const { ledgerId, noticeId } = latest.current
    while (own.dirty.size > 0 && own.doc !== null) {
      const values = runValues(own.doc)
      for (const run of [...own.dirty]) {
        const typed = values.get(run)
        own.dirty.delete(run)
        if (typed === undefined || typed.value === own.standing.get(run)) continue
        const source = { ...typed.source, id: typed.source.id ?? own.made.get(run) ?? null }
        const answer = await ledgerStore.run(ledgerId, writeBack(noticeId, source, typed.value))
        if (!answer.ok) {
          own.dirty.add(run)
          latest.current.tellRefusal(answer.error)
          return false
        }
        latest.current.tellAdvice(answer.value.intent, answer.value.advice)
        const [created] = answer.value.created
        if (source.id === null && created !== undefined) own.made.set(run, created)
        own.standing.set(run, typed.value)
        own.sequence = Math.max(own.sequence, answer.value.sequence ?? 0)
      }
    }
    typing.end(typingId)
    setTurn((before) => before + 1)
    return true
  }, [typingId])

  const commit = useCallback(async (): Promise<boolean> => {
    const own = state.current
    clearTimeout(own.timer)
    if (own.running !== null) await own.running
    if (own.dirty.size === 0) return true
    own.running = saveRound()
    try {
      return await own.running
    } finally {
      own.running = null
    }
  }, [saveRound])

  const commitLater = useCallback(() => {
    const own = state.current
    clearTimeout(own.timer)
    own.timer = setTimeout(() => {
      // Half a word of an input method is nothing to keep.
      if (latest.current.isComposing()) commitLater()
      else void commit()
    }, SETTLE_MS)
  }, [commit])

  useEffect(
    () => () => {
      clearTimeout(state.current.timer)
      typing.end(typingId)
    },
    [typingId],
  )

  return {
    turn,
    commit,
    onTyped: (doc: Node, runs: ReadonlySet<string>): void => {
      const own = state.current
      own.doc = doc
      for (const run of runs) own.dirty.add(run)
      if (own.dirty.size === 0) return
      typing.set(typingId, {
        what: WORKBENCH_WORDS.editor,
        // Read only when it would be lost: the whole text is not gone through at every key.
        get text() {
          return own.doc === null ? '' : typedText(own.doc, own.dirty)
        },
        commit,
        show: latest.current.show,
      })
      commitLater()
    },
    onApplied: (doc: Node): void => {
      state.current.standing = new Map([...runValues(doc)].map(([run, { value }]) => [run, value]))
    },
    canApply: ({ sequence }: ShownSheet): boolean => {
      const own = state.current
      return own.dirty.size === 0 && own.running === null && sequence >= own.sequence
    },
  }
}

/** What would be lost, for the page that tells of a fault. */
const typedText = (doc: Node, runs: ReadonlySet<string>): string => {
  const texts: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'field' && runs.has(String(node.attrs['run']))) texts.push(node.textContent)
    return node.type.name !== 'field'
  })
  return texts.join('\n')
}
