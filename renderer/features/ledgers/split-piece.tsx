import { Button } from 'antd'
import { type KeyboardEvent, memo } from 'react'
import { PIECE_ROLES, type Piece, type PieceRole, type Split } from '../../../shared/intake/feedback/splits.ts'
import { CORRECTION_WORDS as WORDS } from '../../messages/intake.ts'

/** What a person does to one piece; `at` is where it begins, places count in the whole text. */
export interface PieceActs {
  readonly splitAt: (piece: Piece, at: number) => void
  readonly joinUp: (piece: Piece) => void
  readonly setRole: (piece: Piece, role: PieceRole) => void
  readonly setLevel: (piece: Piece, level: number) => void
  readonly take: (at: number) => void
  readonly detailsApart: (piece: Piece) => void
  readonly problemsTogether: (piece: Piece) => void
  readonly goTo: (at: number) => void
}

interface SplitPieceProps {
  readonly piece: Piece
  readonly words: string
  /** Offered inside this piece and not taken. */
  readonly offered: readonly Split[]
  readonly isUnsure: boolean
  /** What can be done with it and what follows it. */
  readonly can: 'apart' | 'together' | null
  readonly acts: PieceActs
}

/** One piece of the text as it stands there, what it is, and where it may be parted further. */
export const SplitPiece = memo(({ piece, words, offered, isUnsure, can, acts }: SplitPieceProps) => {
  const start = words.trim().slice(0, 10)
  const hasLevel = piece.role === 'heading' || piece.role === 'problem'
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, altKey, shiftKey, ctrlKey, nativeEvent } = event
    const { selectionStart: caret, selectionEnd } = event.currentTarget
    if (nativeEvent.isComposing || ctrlKey) return
    const role = altKey && !shiftKey ? PIECE_ROLES[Number(key) - 1] : undefined
    if (role !== undefined) acts.setRole(piece, role)
    else if (altKey && shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft')) {
      if (hasLevel) acts.setLevel(piece, piece.level + (key === 'ArrowRight' ? 1 : -1))
    } else if (key === 'Enter' && !altKey) {
      if (words.slice(0, caret).trim() !== '' && words.slice(caret).trim() !== '') acts.splitAt(piece, piece.at + caret)
    } else if (key === 'Backspace' && caret === 0 && selectionEnd === 0) acts.joinUp(piece)
    else if (key === 'ArrowUp' && caret === 0) acts.goTo(piece.at - 1)
    else if (key === 'ArrowDown' && caret === words.length) acts.goTo(piece.to)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={`piece piece-${piece.role}`} data-at={piece.at}>
      <div className="piece-head">
        <select
          aria-label={WORDS.roleOf(start)}
          value={piece.role}
          onChange={(event) => acts.setRole(piece, event.target.value as PieceRole)}
        >
          {PIECE_ROLES.map((role) => (
            <option key={role} value={role}>
              {WORDS.roles[role]}
            </option>
          ))}
        </select>
        {hasLevel ? (
          <select
            aria-label={WORDS.levelOf(start)}
            value={Math.max(1, piece.level)}
            onChange={(event) => acts.setLevel(piece, Number(event.target.value))}
          >
            {[1, 2, 3, 4, 5, 6].map((level) => (
              <option key={level} value={level}>
                {WORDS.level(level)}
              </option>
            ))}
          </select>
        ) : null}
        {isUnsure ? <span className="piece-unsure">{WORDS.unsure}</span> : null}
        {piece.at > 0 ? (
          <Button size="small" type="link" onClick={() => acts.joinUp(piece)}>
            {WORDS.join}
          </Button>
        ) : null}
        {can === 'apart' ? (
          <Button size="small" type="link" onClick={() => acts.detailsApart(piece)}>
            {WORDS.detailsApart}
          </Button>
        ) : null}
        {can === 'together' ? (
          <Button size="small" type="link" onClick={() => acts.problemsTogether(piece)}>
            {WORDS.problemsTogether}
          </Button>
        ) : null}
      </div>
      {/* Typing changes nothing: the caret says where to part the text, and the text stays as it was read. */}
      <div className="piece-text" data-words={`${words}\u200b`}>
        <textarea
          rows={1}
          spellCheck={false}
          aria-label={WORDS.pieceOf(WORDS.roles[piece.role])}
          value={words}
          onChange={() => undefined}
          onBeforeInput={(event) => event.preventDefault()}
          onKeyDown={onKeyDown}
        />
      </div>
      {offered.length === 0 ? null : (
        <div className="piece-offers">
          {offered.map(({ at }) => (
            <Button key={at} size="small" onClick={() => acts.take(at)}>
              {WORDS.take(
                words
                  .slice(at - piece.at)
                  .trim()
                  .slice(0, 10),
              )}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
})
