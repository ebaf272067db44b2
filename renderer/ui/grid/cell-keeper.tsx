import { Select } from 'antd'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { EditableField } from '../../../shared/domain/editable-field.ts'
import { GRID_WORDS } from '../../messages/grid.ts'
import { useDraft } from '../../state/use-draft.ts'
import { readingOf } from '../date-reading.ts'
import { NameChoices, namesFor, withName } from './cell-hints.tsx'
import { pastedText } from './pasted-text.ts'
import type { CellPlace } from './use-cell-place.ts'

/** Where it goes on after a cell has been saved by Enter or Tab. */
export type MoveAfter = 'down' | 'up' | 'next' | 'previous'

export interface KeeperHandle {
  readonly take: () => void
  /** Opens the cell for typing, with what stands in it. */
  readonly edit: () => void
}

export interface KeeperProps {
  readonly ref: Ref<KeeperHandle>
  /** Names the cell: another one ends what was typed in the last. */
  readonly cellId: string
  readonly place: CellPlace | null
  /** What stands in the cell. */
  readonly shown: string
  readonly label: string
  /** Null: this cell cannot be edited here. */
  readonly field: EditableField | null
  readonly year: number | null
  readonly names: readonly string[]
  /** False: it was refused, and the text stays. */
  readonly onCommit: (value: string) => Promise<boolean>
  /** Brings the cell into the window. */
  readonly onShow: () => void
  readonly onMove: (move: MoveAfter) => void
  readonly onRefuse: () => void
  /** A key while nothing is being typed. Unless its default is prevented, Enter, F2 and letters open the cell. */
  readonly onKey: (event: KeyboardEvent) => void
  /** Copying, cutting and pasting while nothing is being typed: it is of the cells, not of the editor's text. */
  readonly onClipboard: (event: ClipboardEvent) => void
}

/**
 * The one editor of a grid. It lies over the cell the keys act on and always has them: an input method begins to compose in it, and what is
 * typed first is not lost. Until then it is not to be seen and holds the cell's text, selected, so that copying copies it and typing
 * replaces it.
 */
export const CellKeeper = (props: KeeperProps) => {
  const { ref, cellId, place, shown, label, field, year, names, onCommit, onShow, onMove, onRefuse, onKey, onClipboard } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const save = async (value: string): Promise<boolean> => {
    if (field === null || value === field.shown) return true
    return onCommit(field.input === 'line' ? value.replaceAll('\n', '') : value)
  }
  const show = () => {
    onShow()
    area.current?.focus({ preventScroll: true })
  }
  const { draft, setDraft, isSaving, now, commit } = useDraft({ id: 'cell', what: label, save, show })
  const isText = field !== null && field.input !== 'choice'
  const isTyping = draft !== null && isText
  const suggestions = isTyping && field.input === 'names' ? namesFor(draft, names) : []
  const reading = isTyping ? readingOf(field, draft, year) : null

  const take = () => {
    area.current?.focus({ preventScroll: true })
    // The first letter may have been typed before the keys were taken: selected, it would be replaced by the second.
    if (draft === null) area.current?.select()
  }
  const close = () => {
    setDraft(null)
    setChoosing(false)
    setChosen(-1)
  }
  const edit = () => {
    if (field === null) {
      onRefuse()
      return
    }
    if (!isText) return setChoosing(true)
    // What is being typed there already is not put back.
    if (draft === null) setDraft(field.shown)
    requestAnimationFrame(() => {
      const element = area.current
      element?.setSelectionRange(element.value.length, element.value.length)
    })
  }
  useImperativeHandle(ref, () => ({ take, edit }))

  /** [Note: Typing ahead] What is typed while a cell is being saved belongs to the next one, and so does the Enter after it. */
  const ahead = useRef<{ readonly text: string; readonly move: MoveAfter | null } | null>(null)
  const nextMove = useRef<MoveAfter | null>(null)
  const commitAndMove = async (move: MoveAfter) => {
    const text = now()
    // Selected, it is replaced by what comes next.
    area.current?.select()
    const accepted = await commit()
    const typed = now()
    if (!accepted) {
      nextMove.current = null
      if (text !== null && typed !== text) setDraft(text + (typed ?? ''))
      return
    }
    ahead.current = typed === null ? null : { text: typed, move: nextMove.current }
    nextMove.current = null
    setDraft(null)
    onMove(move)
    // At the end of the list there is no next cell: it goes on here.
    requestAnimationFrame(goOn)
  }
  const goOn = () => {
    const { text, move } = ahead.current ?? { text: null, move: null }
    if (text === null) return
    ahead.current = null
    setDraft(text)
    if (move !== null) void commitLatest.current(move)
  }
  const commitLatest = useRef(commitAndMove)
  commitLatest.current = commitAndMove

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus has saved before it moved; another cell begins with what was typed ahead
  useEffect(() => {
    close()
    goOn()
  }, [cellId])
  useEffect(() => {
    if (draft === null) setChosen(-1)
  }, [draft])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or cell has another height, and is selected anew
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    if (isTyping) element.style.height = `${Math.min(Math.max(element.scrollHeight + 2, place?.height ?? 0), HIGHEST)}px`
    else if (document.activeElement === element) element.select()
  }, [draft, isTyping, shown, cellId, place])

  const onTypingKey = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing || draft === null) return
    const { key } = event
    if (isSaving) {
      if (key !== 'Enter' && key !== 'Tab') return
      event.preventDefault()
      nextMove.current = moveAfter(event)
      return
    }
    if (suggestions.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      setChosen((last) => (last + (key === 'ArrowDown' ? 1 : -1) + suggestions.length) % suggestions.length)
    } else if (key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (key === 'Enter' && (event.altKey || event.shiftKey) && field?.input === 'lines') {
      event.preventDefault()
      // Inserted as typing does it: the caret stands right for the very next key.
      document.execCommand('insertText', false, '\n')
    } else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault()
      const name = key === 'Enter' ? suggestions[chosen] : undefined
      if (name !== undefined) {
        setDraft(withName(draft, name))
        setChosen(-1)
        return
      }
      void commitAndMove(moveAfter(event))
    }
  }

  const onRestingKey = (event: KeyboardEvent) => {
    const { key } = event
    if (event.nativeEvent.isComposing) return
    onKey(event)
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'F2' || key === 'Enter' || (!isText && key.length === 1)) {
      event.preventDefault()
      edit()
    }
  }

  if (place === null) return null
  const least = isTyping ? Math.min(NARROWEST, place.width * 3) : isChoosing ? NARROWEST_CHOICE : 0
  const width = Math.max(place.width, least)
  const at = { top: place.top, left: Math.max(0, Math.min(place.left, place.reach - width)), width }
  return (
    <>
      {/* One frame, whatever is done in it: an input method loses its place when its field is put elsewhere in the page. */}
      <div className={isTyping ? 'keeper-frame keeper-frame-typing' : 'keeper-frame'} style={at}>
        <textarea
          ref={area}
          className={isTyping ? 'keeper keeper-typing' : 'keeper'}
          style={isTyping ? {} : { height: place.height }}
          aria-label={label}
          rows={1}
          spellCheck={false}
          value={draft ?? shown}
          readOnly={!isText}
          onChange={(event) => setDraft(event.target.value)}
          onCopy={(event) => {
            if (!isTyping) onClipboard(event)
          }}
          onCut={(event) => {
            if (!isTyping) onClipboard(event)
          }}
          onPaste={(event) => {
            if (!isTyping) return onClipboard(event)
            event.preventDefault()
            document.execCommand('insertText', false, pastedText(event.clipboardData.getData('text/plain'), field.input))
          }}
          onKeyDown={isTyping ? onTypingKey : onRestingKey}
          onBlur={() => {
            if (isTyping && !isSaving) void commit()
          }}
        />
        {isTyping ? (
          <div className="keeper-below">
            {reading === null && field.input !== 'lines' ? null : (
              <div className="keeper-reading">{reading ?? GRID_WORDS.editingKeys}</div>
            )}
            {suggestions.length === 0 ? null : (
              <NameChoices names={suggestions} chosen={chosen} onChoose={(name) => setDraft(withName(draft, name))} />
            )}
          </div>
        ) : null}
      </div>
      {isChoosing && field?.input === 'choice' ? (
        <Select
          className="keeper-choice"
          style={at}
          popupMatchSelectWidth={false}
          autoFocus
          defaultOpen
          showSearch={{ optionFilterProp: 'label' }}
          listHeight={320}
          value={field.shown}
          options={field.choices.map((value) => ({ value, label: value === '' ? GRID_WORDS.unset : value }))}
          onSelect={(value: string) => {
            void save(value).then((accepted) => {
              if (accepted) setChoosing(false)
              take()
            })
          }}
          onBlur={() => close()}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Tab') {
              event.preventDefault()
              close()
              take()
            }
          }}
        />
      ) : null}
    </>
  )
}

/** Where Enter and Tab go on. */
const moveAfter = ({ key, shiftKey }: KeyboardEvent): MoveAfter =>
  key === 'Enter' ? (shiftKey ? 'up' : 'down') : shiftKey ? 'previous' : 'next'

const HIGHEST = 320
const NARROWEST = 280
const NARROWEST_CHOICE = 150
