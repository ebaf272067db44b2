import type { Node } from 'prosemirror-model'
import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import type { WordSource } from '../../../../shared/notice/words.ts'
import type { ShownSheet } from '../../../data/notice-host.ts'
import type { Stretch } from './found-words.ts'
import { startOfLine } from './line-window.ts'
import { runAt } from './run-edits.ts'
import { sheetSchema } from './schema.ts'
import { chipOf, fieldText, sheetDoc, wordNodes } from './sheet-doc.ts'
import type { SheetMarks } from './sheet-marks.ts'
import { SheetView } from './sheet-view.ts'
import 'prosemirror-view/style/prosemirror.css'
import './editor.css'

/** Where the caret stands, for what is shown beside the text. */
export interface CaretAt {
  readonly source: WordSource | null
  readonly problemId: string | null
  readonly blockId: string | null
  /** Index of the line. */
  readonly line: number
  /** Words the program composes were clicked on. */
  readonly isComposed: boolean
}

/** What the workbench does in the text; positions and lines count in the whole sheet. */
export interface NoticeEditorHandle {
  readonly doc: () => Node | null
  readonly focus: () => void
  /** Selects words and brings them into view. */
  readonly show: (stretch: Stretch) => void
  readonly showLine: (line: number) => void
  /** False: no place to write in. */
  readonly insertFigure: (figureId: string) => boolean
  /** Words of one field by a figure that follows the ledger. */
  readonly replaceWithFigure: (stretch: Stretch, figureId: string) => void
  /** Words of one field by others; empty takes them away. False: no place to write in. */
  readonly replaceWords: (stretch: Stretch, words: string) => boolean
  /** What is selected in one field, or the sentence the caret stands in; null between fields. */
  readonly chosenWords: () => { readonly source: WordSource; readonly words: string } | null
  /** Draws what stands on the words without being in them. */
  readonly mark: (marks: SheetMarks) => void
  /** An input method is at work: what stands in the text is not what will. */
  readonly isComposing: () => boolean
}

interface NoticeEditorProps {
  readonly ref: Ref<NoticeEditorHandle>
  readonly sheet: ShownSheet
  /** The element it is scrolled in. */
  readonly pane: RefObject<HTMLElement | null>
  /** Grows when what had to wait may be shown. */
  readonly turn: number
  /** False: what was typed waits to be saved, and the ledger's news wait for it. */
  readonly canApply: (sheet: ShownSheet) => boolean
  readonly onApplied: (doc: Node) => void
  readonly onTyped: (doc: Node, runs: ReadonlySet<string>) => void
  readonly onDoc: (doc: Node) => void
  readonly onCaret: (at: CaretAt) => void
  readonly onManyRuns: () => void
  readonly onLeave: () => void
  readonly onTakeBack: (which: 'undo' | 'redo') => void
}

/** The text of a notice, written in where it stands ([Note: The sheet]). */
export const NoticeEditor = ({ ref, sheet, turn, ...props }: NoticeEditorProps) => {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<SheetView | null>(null)
  const latest = useRef({ ...props, sheet })
  latest.current = { ...props, sheet }

  useEffect(() => {
    const pane = latest.current.pane.current
    if (place.current === null || pane === null) return undefined
    const whole = sheetDoc(latest.current.sheet)
    const made = new SheetView(place.current, pane, whole, {
      makeWords: (text) => wordNodes(text, latest.current.sheet.figures),
      onTyped: (doc, runs) => latest.current.onTyped(doc, runs),
      onDoc: (doc) => latest.current.onDoc(doc),
      onCaret: (doc, pos, composed) => latest.current.onCaret(caretAt(doc, pos, composed)),
      onManyRuns: () => latest.current.onManyRuns(),
      onLeave: () => latest.current.onLeave(),
      onTakeBack: (which) => latest.current.onTakeBack(which),
    })
    view.current = made
    latest.current.onApplied(whole)
    return () => {
      view.current = null
      made.destroy()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` tells when what had to wait may be shown
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const apply = (): void => {
      const shown = view.current
      if (shown === null || !latest.current.canApply(sheet)) return
      // Lines drawn anew under an input method would take its word away.
      if (shown.isComposing) {
        timer = setTimeout(apply, WHILE_COMPOSING_MS)
        return
      }
      const next = sheetDoc(sheet)
      latest.current.onApplied(next)
      if (!shown.doc.eq(next)) shown.apply(next)
    }
    apply()
    return () => clearTimeout(timer)
  }, [sheet, turn])

  useImperativeHandle(ref, () => handleOf(view, latest), [])
  return <div className="sheet" ref={place} />
}

const WHILE_COMPOSING_MS = 300

const caretAt = (doc: Node, pos: number, isComposed: boolean): CaretAt => {
  const at = doc.resolve(Math.min(pos, doc.content.size))
  const { problemId = null, blockId = null } = (at.depth > 0 ? at.node(1).attrs : {}) as Partial<CaretAt>
  const isField = !isComposed && at.parent.type.name === 'field'
  const source = isField ? (at.parent.attrs['source'] as WordSource) : null
  return { source, problemId, blockId, line: at.index(0), isComposed }
}

const handleOf = (
  view: { readonly current: SheetView | null },
  latest: { readonly current: { readonly sheet: ShownSheet } },
): NoticeEditorHandle => {
  const figure = (figureId: string): Node =>
    sheetSchema.nodes.chip.create(chipOf(figureId, null, latest.current.sheet.figures[figureId]))
  return {
    doc: () => view.current?.doc ?? null,
    focus: () => view.current?.focus(),
    show: ({ from, to }) => view.current?.show(from, to, 'center'),
    showLine: (line) => {
      const shown = view.current
      if (shown === null) return
      const inside = startOfLine(shown.doc, line) + 1
      shown.show(inside, inside, 'start')
    },
    insertFigure: (figureId) =>
      view.current?.edit((state) =>
        runAt(state.doc, state.selection.from) === null ? null : state.tr.replaceSelectionWith(figure(figureId), false),
      ) === true,
    replaceWithFigure: ({ from, to }, figureId) => {
      view.current?.show(from, to, 'center')
      view.current?.edit((state, offset) => state.tr.replaceWith(from - offset, to - offset, figure(figureId)))
    },
    replaceWords: ({ from, to }, words) => {
      view.current?.show(from, to, 'center')
      return (
        view.current?.edit((state, offset) => {
          if (runAt(state.doc, from - offset) === null) return null
          return words === ''
            ? state.tr.delete(from - offset, to - offset)
            : state.tr.insertText(words, from - offset, to - offset)
        }) === true
      )
    },
    chosenWords: () => (view.current === null ? null : chosenWords(view.current)),
    mark: (marks) => view.current?.mark(marks),
    isComposing: () => view.current?.isComposing === true,
  }
}

const chosenWords = ({ state: { selection } }: SheetView): ReturnType<NoticeEditorHandle['chosenWords']> => {
  const { $from, $to, empty } = selection
  if (!$from.sameParent($to) || $from.parent.type.name !== 'field') return null
  const field = $from.parent
  const source = field.attrs['source'] as WordSource
  if (!empty) return { source, words: fieldText(field.cut($from.parentOffset, $to.parentOffset)).trim() }
  const before = fieldText(field.cut(0, $from.parentOffset))
  const behind = fieldText(field.cut($from.parentOffset))
  const words = (/[^。！？；]*$/.exec(before)?.[0] ?? '') + (/^[^。！？；]*[。！？；]?/.exec(behind)?.[0] ?? '')
  return words.trim() === '' ? null : { source, words: words.trim() }
}
