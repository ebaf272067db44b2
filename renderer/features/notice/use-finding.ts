import type { Node } from 'prosemirror-model'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useFind } from '../../state/find.ts'
import { findWords, type Stretch } from './editor/found-words.ts'

const NOTHING: readonly (readonly Stretch[])[] = []

/** 查找 in the text of a notice: Ctrl+F opens it, each step shows the next place. */
export const useFinding = (doc: Node | null, show: (stretch: Stretch) => void) => {
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [current, setCurrent] = useState(-1)
  const asked = useFind((state) => state.asked)
  const before = useRef(asked)
  useEffect(() => {
    if (asked !== before.current) setOpen(true)
    before.current = asked
  }, [asked])
  const found = useMemo(() => (isOpen && doc !== null ? findWords(doc, words) : NOTHING), [isOpen, doc, words])
  const step = (by: -1 | 1): void => {
    if (found.length === 0) return
    const next = current === -1 ? (by === 1 ? 0 : found.length - 1) : (current + by + found.length) % found.length
    setCurrent(next)
    const [first] = found[next] ?? []
    if (first) show(first)
  }
  return {
    isOpen,
    asked,
    words,
    found,
    current: current < found.length ? current : -1,
    open: () => useFind.getState().ask(),
    close: () => setOpen(false),
    setWords: (next: string) => {
      setWords(next)
      setCurrent(-1)
    },
    step,
  }
}
