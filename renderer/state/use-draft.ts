import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { typing } from './typing.ts'

interface DraftOptions {
  /** Names the editor among all that may be typed in at once. */
  readonly id: string
  /** Which cell or field, as the person would name it. */
  readonly what: string
  /** False: it was refused, which has been told, and what was typed stays. */
  readonly save: (text: string) => Promise<boolean>
  /** Brings the editor before the person's eyes; without it the field inside `within` is given the keys. */
  readonly show?: () => void
  /** What stays of a text that went on while its beginning was saved; the whole of it when not told. */
  readonly rest?: (typed: string, saved: string) => string | null
}

export interface Draft {
  /** Null: nothing is being typed. */
  readonly draft: string | null
  readonly setDraft: (text: string | null) => void
  readonly isSaving: boolean
  /** What is typed at this moment, before React has drawn it. */
  readonly now: () => string | null
  /** Saves what is typed; true when nothing is. One save at a time: asked again meanwhile, it is the same one. */
  readonly commit: () => Promise<boolean>
  /** The element the field stands in. */
  readonly within: RefObject<HTMLDivElement | null>
}

/** What is being typed into one editor, known to `typing` from the first letter until it is saved or given up. */
export const useDraft = (options: DraftOptions): Draft => {
  const { id } = options
  const [draft, setShown] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const latest = useRef(options)
  latest.current = options
  const within = useRef<HTMLDivElement>(null)
  /** The same as `draft`, before React has drawn it. */
  const typed = useRef<string | null>(null)
  const running = useRef<{ readonly text: string; readonly done: Promise<boolean> } | null>(null)
  const commitLatest = useRef<() => Promise<boolean>>(() => Promise.resolve(true))

  const setDraft = useCallback(
    (text: string | null) => {
      typed.current = text
      setShown(text)
      if (text === null) return typing.end(id)
      const show = () => {
        if (latest.current.show) latest.current.show()
        else within.current?.querySelector<HTMLElement>('input, textarea')?.focus()
      }
      typing.set(id, { what: latest.current.what, text, commit: () => commitLatest.current(), show })
    },
    [id],
  )
  const attempt = async (text: string): Promise<boolean> => {
    const accepted = await latest.current.save(text)
    const now = typed.current
    if (accepted && now !== null) setDraft(now === text ? null : (latest.current.rest ?? whole)(now, text))
    return accepted
  }
  const commit = async (): Promise<boolean> => {
    const before = running.current
    if (before !== null) {
      const accepted = await before.done
      return typed.current === null || typed.current === before.text ? accepted : commit()
    }
    const text = typed.current
    if (text === null) return true
    const done = attempt(text)
    running.current = { text, done }
    setSaving(true)
    try {
      return await done
    } finally {
      running.current = null
      setSaving(false)
    }
  }
  commitLatest.current = commit
  useEffect(() => () => typing.end(id), [id])
  return { draft, setDraft, isSaving, now: () => typed.current, commit, within }
}

const whole = (typed: string): string => typed
