import type { Node } from 'prosemirror-model'
import { useMemo, useState } from 'react'
import { useFind } from '../../state/find.ts'
import { findWords, type Stretch } from './editor/found-words.ts'

const NOTHING: readonly (readonly Stretch[])[] = []

/** 查找 in the text of a notice: Ctrl+F opens it, each step shows the next place. */
export const useFinding = (doc: Node | null, show: (stretch: Stretch) => void) => {
  const [words, setWords] = useState('')
  const [current, setCurrent] = useState(-1)
  const asked = useFind((state) => state.asked)
  // Open from the very render that was asked for it: what is typed right behind Ctrl+F belongs to the bar, not to the text.
  const [closedAt, setClosedAt] = useState(asked)
  const isOpen = asked !== closedAt
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
    close: () => setClosedAt(asked),
    setWords: (next: string) => {
      setWords(next)
      setCurrent(-1)
    },
    step,
  }
}
