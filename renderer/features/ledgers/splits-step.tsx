import { Button } from 'antd'
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  addSplit,
  changeSplit,
  detailsToProblems,
  problemsToDetails,
  removeSplit,
  takeSplit,
} from '../../../shared/intake/feedback/edit-splits.ts'
import { applySplits, type FeedbackEntry, type Piece, piecesOf, type Split } from '../../../shared/intake/feedback/splits.ts'
import { CORRECTION_WORDS as WORDS } from '../../messages/intake.ts'
import { type PieceActs, SplitPiece } from './split-piece.tsx'
import { useSplitHistory } from './use-split-history.ts'
import { WizardFrame } from './wizard-frame.tsx'
import './splits.css'

interface SplitsStepProps {
  readonly text: string
  readonly splits: readonly Split[]
  readonly onApply: (splits: readonly Split[]) => void
  readonly onBack: () => void
}

/** A feedback taken apart by hand: the text at the left, what it becomes at the right. */
export const SplitsStep = ({ text, splits: given, onApply, onBack }: SplitsStepProps) => {
  const { splits, change, undo, redo, canUndo, canRedo } = useSplitHistory(given)
  const pieces = useMemo(() => piecesOf(text, splits), [text, splits])
  const outline = useMemo(() => applySplits(text, splits), [text, splits])
  const unsure = useMemo(() => unsurePlaces(splits, pieces), [splits, pieces])
  const list = useRef<HTMLElement>(null)
  /** Where the caret goes when the pieces are drawn anew. */
  const [caret, setCaret] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (caret === null) return
    const piece = pieces.find(({ at, to }) => at <= caret && caret < to) ?? pieces.at(-1)
    const field = list.current?.querySelector<HTMLTextAreaElement>(`[data-at="${piece?.at}"] textarea`)
    setCaret(null)
    if (!field || !piece) return
    field.focus()
    field.setSelectionRange(caret - piece.at, caret - piece.at)
    field.closest('.piece')?.scrollIntoView({ block: 'nearest' })
  }, [caret, pieces])

  const withSplit = (piece: Piece): readonly Split[] =>
    splits.some(({ at }) => at === piece.at) ? splits : addSplit(text, splits, piece.at, piece.role)
  const acts: PieceActs = {
    splitAt: (piece, at) => {
      change(addSplit(text, splits, at, piece.role === 'heading' ? 'problem' : piece.role))
      setCaret(at)
    },
    joinUp: (piece) => {
      if (piece.at === 0) return
      change(removeSplit(splits, piece.at))
      setCaret(piece.at)
    },
    setRole: (piece, role) => {
      change(changeSplit(withSplit(piece), piece.at, { role, level: Math.max(1, piece.level) }))
      setCaret(piece.at)
    },
    setLevel: (piece, level) => {
      change(changeSplit(withSplit(piece), piece.at, { level: Math.min(Math.max(1, level), DEEPEST) }))
      setCaret(piece.at)
    },
    take: (at) => {
      change(takeSplit(splits, at))
      setCaret(at)
    },
    detailsApart: (piece) => {
      change(detailsToProblems(splits, piece.at))
      setCaret(piece.at)
    },
    problemsTogether: (piece) => {
      change(problemsToDetails(splits, piece.at))
      setCaret(piece.at)
    },
    goTo: (at) => {
      if (at >= 0 && at < text.length) setCaret(at)
    },
  }
  const latest = useRef(acts)
  latest.current = acts
  // One object for good: a piece that has not changed is not drawn again.
  const [standing] = useState<PieceActs>(
    () =>
      Object.fromEntries(
        (Object.keys(acts) as (keyof PieceActs)[]).map((name) => [
          name,
          (...given: never[]) => (latest.current[name] as (...given: never[]) => void)(...given),
        ]),
      ) as unknown as PieceActs,
  )
  const goToUnsure = () => {
    const active = document.activeElement?.closest<HTMLElement>('[data-at]')?.dataset['at']
    const from = active === undefined ? -1 : Number(active)
    const next = unsure.find((at) => at > from) ?? unsure[0]
    if (next !== undefined) setCaret(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) undo()
    else if (key === 'y' || (key === 'z' && event.shiftKey)) redo()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole step, beside its buttons
    <div className="splits-step" onKeyDown={onKeyDown}>
      <WizardFrame
        title={WORDS.splitsTitle}
        step={1}
        extra={
          <>
            <Button disabled={!canUndo} onClick={undo}>
              {WORDS.undo}
            </Button>
            <Button disabled={!canRedo} onClick={redo}>
              {WORDS.redo}
            </Button>
            <Button disabled={unsure.length === 0} onClick={goToUnsure}>
              {WORDS.nextUnsure(unsure.length)}
            </Button>
            <Button onClick={onBack}>{WORDS.back}</Button>
            <Button type="primary" onClick={() => onApply(splits)}>
              {WORDS.apply}
            </Button>
          </>
        }
      >
        <p className="label">{WORDS.splitsDetail}</p>
        <div className="splits">
          <section ref={list} className="splits-text" aria-label={WORDS.pieces}>
            {pieces.map((piece, i) => (
              <SplitPiece
                key={piece.at}
                piece={piece}
                words={text.slice(piece.at, piece.to).trimEnd()}
                offered={splits.filter(({ isTaken, at }) => !isTaken && at > piece.at && at < piece.to)}
                isUnsure={isUnsure(piece)}
                can={canOf(piece, pieces[i + 1])}
                acts={standing}
              />
            ))}
          </section>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
          <section className="splits-outline" tabIndex={0} aria-label={WORDS.outline(outline.problems.length)}>
            <h2>{WORDS.outline(outline.problems.length)}</h2>
            {outline.problems.length === 0 ? <p className="label">{WORDS.noProblems}</p> : null}
            <Entries entries={outline.entries} numbers={new Map(outline.problems.map(({ from }, i) => [from, i + 1]))} />
          </section>
        </div>
      </WizardFrame>
    </div>
  )
}

const Entries = ({
  entries,
  numbers,
}: {
  readonly entries: readonly FeedbackEntry[]
  readonly numbers: ReadonlyMap<number, number>
}) => (
  <ul>
    {entries.map((entry) =>
      entry.type === 'node' ? (
        <li key={entry.from} className="outline-heading">
          {entry.heading}
          <Entries entries={entry.children} numbers={numbers} />
        </li>
      ) : (
        <li key={entry.from} className="outline-problem">
          <b>{numbers.get(entry.from)}</b> {entry.statement}
          {entry.details.length === 0 ? null : (
            <ul>
              {entry.details.map((detail, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: details have no name of their own
                <li key={i} className="outline-detail">
                  {detail}
                </li>
              ))}
            </ul>
          )}
        </li>
      ),
    )}
  </ul>
)

const DEEPEST = 6
/** Below this a problem was told by words and not by a number. */
const UNSURE = 0.75
const isUnsure = ({ role, confidence }: Piece): boolean => role === 'problem' && confidence < UNSURE

const canOf = ({ role, level }: Piece, next: Piece | undefined): 'apart' | 'together' | null => {
  if (role === 'problem' && next?.role === 'detail') return 'apart'
  return role === 'heading' && next?.role === 'problem' && next.level > level ? 'together' : null
}

/** Where a person should look: unsure problems, and what is only offered. */
const unsurePlaces = (splits: readonly Split[], pieces: readonly Piece[]): readonly number[] =>
  [...pieces.filter(isUnsure).map(({ at }) => at), ...splits.filter(({ isTaken }) => !isTaken).map(({ at }) => at)].sort(
    (a, b) => a - b,
  )
