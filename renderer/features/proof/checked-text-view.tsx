import { type Ref, useImperativeHandle, useMemo, useRef } from 'react'
import type { DecidedFinding } from '../../../shared/proof/decisions.ts'
import { TEXT_CHECK_WORDS } from '../../messages/text-check.ts'

export interface CheckedTextHandle {
  /** Brings a place of the text (UTF-16 offset) into view and marks it. */
  readonly show: (start: number) => void
}

interface CheckedTextViewProps {
  readonly ref: Ref<CheckedTextHandle>
  readonly text: string
  readonly decided: readonly DecidedFinding[]
}

/** A text as it was read, with what the check found underlined. It is data: shown, never run and never written in. */
export const CheckedTextView = ({ ref, text, decided }: CheckedTextViewProps) => {
  const pane = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(text, decided), [text, decided])
  useImperativeHandle(
    ref,
    () => ({
      show: (start) => {
        const found = pane.current?.querySelector<HTMLElement>(`[data-start="${start}"]`) ?? paragraphAt(pane.current, start)
        if (!found) return
        for (const before of pane.current?.querySelectorAll('.text-check-now') ?? []) before.classList.remove('text-check-now')
        found.classList.add('text-check-now')
        found.scrollIntoView({ block: 'center' })
      },
    }),
    [],
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is scrolled by keys
    <div className="text-check-text" ref={pane} role="document" aria-label={TEXT_CHECK_WORDS.text} tabIndex={0}>
      {paragraphs.map(({ from, pieces }) => (
        <p key={from} data-from={from}>
          {pieces.map(({ start, words, finding }) =>
            finding === null ? (
              words
            ) : (
              <mark key={start} data-start={start} data-severity={finding.severity} title={finding.message}>
                {words}
              </mark>
            ),
          )}
        </p>
      ))}
    </div>
  )
}

/** The last paragraph that begins at or before a place. */
const paragraphAt = (pane: HTMLElement | null, start: number): HTMLElement | undefined =>
  [...(pane?.querySelectorAll<HTMLElement>('[data-from]') ?? [])].filter(({ dataset }) => Number(dataset['from']) <= start).at(-1)

interface ShownPiece {
  readonly start: number
  readonly words: string
  readonly finding: DecidedFinding['finding'] | null
}

/** Of findings that lie over each other the first is drawn; the list has them all. */
const paragraphsOf = (
  text: string,
  decided: readonly DecidedFinding[],
): readonly { readonly from: number; readonly pieces: readonly ShownPiece[] }[] => {
  const open = decided
    .filter(({ finding, decision }) => finding.end > finding.start && decision?.verdict !== 'dismissed')
    .map(({ finding }) => finding)
  const paragraphs: { from: number; pieces: ShownPiece[] }[] = []
  let [from, i] = [0, 0]
  for (const words of text.split('\n')) {
    const end = from + words.length
    const pieces: ShownPiece[] = []
    let at = from
    for (; i < open.length; i += 1) {
      const finding = open[i]
      if (!finding || finding.start >= end) break
      if (finding.start < at) continue
      if (finding.start > at) pieces.push({ start: at, words: text.slice(at, finding.start), finding: null })
      at = Math.min(finding.end, end)
      pieces.push({ start: finding.start, words: text.slice(finding.start, at), finding })
    }
    if (at < end) pieces.push({ start: at, words: text.slice(at, end), finding: null })
    paragraphs.push({ from, pieces })
    from = end + 1
  }
  return paragraphs
}
