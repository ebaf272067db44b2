import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { WORKBENCH_WORDS } from '../../../messages/notice.ts'
import { applySheet } from './apply-sheet.ts'
import { FROM_LEDGER, guardPlugin } from './guard.ts'
import { LineRoom } from './line-room.ts'
import { cutWindow, isNearEnd, type LineWindow, startOfLine, windowAfter, windowAround, withWindow } from './line-window.ts'
import { keysPlugin, type MakeWords, readLines } from './sheet-keys.ts'
import { marksPlugin, NO_MARKS, type SheetMarks, withMarks } from './sheet-marks.ts'

/** What a sheet tells; positions and lines count in the whole sheet. */
export interface SheetViewEvents {
  readonly makeWords: MakeWords
  readonly onTyped: (doc: Node, runs: ReadonlySet<string>) => void
  readonly onDoc: (doc: Node) => void
  /** The caret has moved, or composed words were clicked on (`composed`): where, in the whole sheet. */
  readonly onCaret: (doc: Node, pos: number, composed: boolean) => void
  readonly onManyRuns: () => void
  readonly onLeave: () => void
  readonly onTakeBack: (which: 'undo' | 'redo') => void
}

/** What the browser tells of the selection after a click comes within this time. */
const OF_ONE_CLICK_MS = 120

/**
 * [Note: Lines near the window] A browser takes the longer for a key the longer the text is that can be written in, so that only the lines
 * near the window stand in the editor; the others are kept as data, with room left for them above and below. Lines come and go as the sheet is
 * scrolled. A caret that goes out of the editor is kept, and comes back with the next key.
 */
export class SheetView {
  #whole: Node
  #window: LineWindow
  #marks: SheetMarks = NO_MARKS
  /** A position in the whole sheet whose line is not in the editor. */
  #away: number | null = null
  readonly #view: EditorView
  readonly #room: LineRoom
  #frame = 0
  #composedAt = Number.NEGATIVE_INFINITY

  constructor(
    readonly place: HTMLElement,
    readonly pane: HTMLElement,
    whole: Node,
    readonly events: SheetViewEvents,
  ) {
    this.#whole = whole
    this.#window = windowAround(whole, 0)
    const middle = document.createElement('div')
    this.#room = new LineRoom(place, middle, () => this.#leaveRoom())
    this.#view = new EditorView(middle, {
      state: EditorState.create({ doc: cutWindow(whole, this.#window), plugins: this.#plugins() }),
      attributes: {
        'aria-label': WORKBENCH_WORDS.editor,
        role: 'textbox',
        'aria-multiline': 'true',
        spellcheck: 'false',
        tabindex: '0',
        lang: 'zh-CN',
      },
      scrollMargin: 60,
      scrollThreshold: 40,
      dispatchTransaction: (tr) => this.#dispatch(tr),
      handleClickOn: (_view, _pos, node, nodePos, event) => {
        if (node.type.name !== 'fixed' || event.button !== 0) return false
        this.#composedAt = performance.now()
        events.onCaret(this.#whole, nodePos + this.#offset(), true)
        return true
      },
      handleDOMEvents: {
        keydown: () => this.#bringCaretBack(),
        compositionstart: () => this.#bringCaretBack(),
        // Words that come without a key (handwriting, speech) would go where the browser has left its caret.
        beforeinput: (view, event) => {
          if (this.#away === null) return false
          this.#bringCaretBack()
          event.preventDefault()
          if (event.data !== null) view.dispatch(view.state.tr.insertText(event.data))
          return true
        },
        blur: () => {
          events.onLeave()
          return false
        },
      },
    })
    this.#leaveRoom()
    pane.addEventListener('scroll', this.#onScroll, { passive: true })
    events.onDoc(whole)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#room.destroy()
    this.pane.removeEventListener('scroll', this.#onScroll)
    this.#view.destroy()
    this.place.replaceChildren()
  }

  get doc(): Node {
    return this.#whole
  }

  get isComposing(): boolean {
    return this.#view.composing
  }

  focus(): void {
    this.#view.focus()
  }

  /** Shows what the ledger says now; the caret stays at its place in its field. */
  apply(next: Node): void {
    const window = windowAfter(this.#whole, this.#window, next)
    if (this.#away !== null) this.#away = Math.min(this.#away, next.content.size)
    this.#whole = next
    this.#window = window
    const tr = applySheet(this.#view.state, cutWindow(next, window))
    if (tr) this.#view.dispatch(tr)
    this.#leaveRoom()
    this.events.onDoc(next)
  }

  mark(marks: SheetMarks): void {
    this.#marks = marks
    this.#drawMarks()
  }

  /** Selects what can be written in, else goes beside it, and brings it before the eyes. */
  show(from: number, to: number, block: 'start' | 'center'): void {
    const line = this.#whole.resolve(Math.min(from, this.#whole.content.size)).index(0)
    if (line < this.#window.from || line >= this.#window.to) this.#moveTo(windowAround(this.#whole, line))
    this.#away = null
    const { state } = this.#view
    const [a, b] = [from, to].map((pos) => state.doc.resolve(Math.min(Math.max(pos - this.#offset(), 0), state.doc.content.size)))
    if (!a || !b) return
    const isWords = a.sameParent(b) && a.parent.type.name === 'field'
    const selection = isWords ? TextSelection.create(state.doc, a.pos, b.pos) : TextSelection.near(a)
    this.#view.dispatch(state.tr.setSelection(selection))
    this.#view.focus()
    const element = this.#view.nodeDOM(startOfLine(this.#view.state.doc, line - this.#window.from))
    if (element instanceof HTMLElement) element.scrollIntoView({ block })
  }

  /** Changes the text as if it were typed; `make` is given the state of the lines in the editor, and how far positions there are before those of the whole. */
  edit(make: (state: EditorState, offset: number) => Transaction | null): boolean {
    this.#bringCaretBack()
    const tr = make(this.#view.state, this.#offset())
    if (tr === null) return false
    this.#view.dispatch(tr.scrollIntoView())
    this.#view.focus()
    return true
  }

  get state(): EditorState {
    this.#bringCaretBack()
    return this.#view.state
  }

  #plugins(): Plugin[] {
    const takeBack = (which: 'undo' | 'redo') => () => {
      this.events.onTakeBack(which)
      return true
    }
    return [
      guardPlugin(),
      keymap({ 'Mod-z': takeBack('undo'), 'Mod-y': takeBack('redo'), 'Mod-Shift-z': takeBack('redo') }),
      keysPlugin({
        makeWords: (text) => this.events.makeWords(text),
        onManyRuns: () => this.events.onManyRuns(),
        wholeText: () => readLines(this.#whole.content).join('\n'),
      }),
      marksPlugin(),
    ]
  }

  #dispatch(tr: Transaction): void {
    const isOurs = tr.getMeta(FROM_LEDGER) === true
    this.#view.updateState(this.#view.state.apply(tr))
    const { doc, selection } = this.#view.state
    if (tr.docChanged && !isOurs) {
      this.#whole = withWindow(this.#whole, this.#window, doc)
      this.#window = { from: this.#window.from, to: this.#window.from + doc.childCount }
      this.events.onTyped(this.#whole, changedRuns(tr))
      this.events.onDoc(this.#whole)
    }
    if (isOurs) return
    if (!tr.docChanged) {
      // A line that was taken out leaves a selection the browser makes up, and so does a click on composed words.
      if (this.#away !== null && tr.getMeta('pointer') !== true) return
      if (performance.now() - this.#composedAt < OF_ONE_CLICK_MS) return
    }
    if (tr.selectionSet || tr.docChanged) {
      this.#away = null
      this.events.onCaret(this.#whole, selection.head + this.#offset(), false)
    }
  }

  /** How far positions in the editor are before those of the whole. */
  #offset(): number {
    return startOfLine(this.#whole, this.#window.from)
  }

  #bringCaretBack(): boolean {
    if (this.#away === null) return false
    this.show(this.#away, this.#away, 'center')
    return false
  }

  #moveTo(next: LineWindow): void {
    if (this.#view.composing) return
    const { from, to } = this.#window
    const head = this.#view.state.selection.head + this.#offset()
    const headLine = from + this.#view.state.selection.$head.index(0)
    const kept = this.#seen()
    const before = kept === null ? 0 : this.#topOf(kept.first)
    this.#room.remember(this.#view.state.doc, this.#elements())
    if (this.#away === null && this.#view.hasFocus() && (headLine < next.from || headLine >= next.to)) this.#away = head
    // First what goes above, then what changes below: lines that stay are not drawn again.
    const ours = (tr: Transaction): void => this.#view.dispatch(tr.setMeta(FROM_LEDGER, true))
    const cut = Math.min(Math.max(next.from - from, 0), to - from)
    const isApart = next.from >= to || next.to <= from
    if (isApart) {
      const { state } = this.#view
      ours(state.tr.replaceWith(0, state.doc.content.size, cutWindow(this.#whole, next).content))
    } else {
      if (cut > 0) ours(this.#view.state.tr.delete(0, startOfLine(this.#view.state.doc, cut)))
      if (to > next.to) {
        const { state } = this.#view
        ours(state.tr.delete(startOfLine(state.doc, next.to - Math.max(from, next.from)), state.doc.content.size))
      }
      if (next.from < from) ours(this.#view.state.tr.insert(0, cutWindow(this.#whole, { from: next.from, to: from }).content))
      if (next.to > to) {
        const { state } = this.#view
        ours(state.tr.insert(state.doc.content.size, cutWindow(this.#whole, { from: to, to: next.to }).content))
      }
    }
    this.#window = next
    this.#leaveRoom()
    this.#drawMarks()
    // What is seen stays where it is seen.
    if (kept !== null && kept.first >= next.from && kept.first < next.to) this.pane.scrollTop += this.#topOf(kept.first) - before
  }

  #drawMarks(): void {
    const offset = this.#offset()
    const end = offset + this.#view.state.doc.content.size
    this.#view.dispatch(withMarks(this.#view.state.tr.setMeta(FROM_LEDGER, true), this.#marks, offset, end))
  }

  readonly #onScroll = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#follow())
  }

  /** Brings the lines that are seen now into the editor. */
  #follow(): void {
    const seen = this.#seen()
    // While something is selected its lines stay.
    if (!this.#view.state.selection.empty && this.#view.hasFocus()) return
    if (seen === null)
      this.#moveTo(windowAround(this.#whole, this.#room.lineAt(this.pane.getBoundingClientRect().top, this.#whole)))
    else if (isNearEnd(this.#whole, this.#window, seen.first, seen.last)) this.#moveTo(windowAround(this.#whole, seen.first))
  }

  #elements(): HTMLCollection {
    return this.#view.dom.children
  }

  #topOf(line: number): number {
    return this.#elements()[line - this.#window.from]?.getBoundingClientRect().top ?? 0
  }

  /** The first and the last line that are seen; null when none of those in the editor is. */
  #seen(): { readonly first: number; readonly last: number } | null {
    const { top, bottom } = this.pane.getBoundingClientRect()
    const elements = this.#elements()
    let [first, last] = [-1, -1]
    for (let i = 0; i < elements.length; i += 1) {
      const box = elements[i]?.getBoundingClientRect()
      if (!box || box.bottom <= top) continue
      if (box.top >= bottom) break
      if (first === -1) first = i
      last = i
    }
    return first === -1 ? null : { first: first + this.#window.from, last: last + this.#window.from }
  }

  #leaveRoom(): void {
    this.#room.leave(this.#whole, this.#window)
  }
}

/** The runs a transaction has written in. */
const changedRuns = (tr: Transaction): ReadonlySet<string> => {
  const runs = new Set<string>()
  tr.mapping.maps.forEach((map, i) => {
    map.forEach((_from, _to, start, end) => {
      const rest = tr.mapping.slice(i + 1)
      const [from, to] = [rest.map(start, -1), rest.map(end, 1)]
      tr.doc.nodesBetween(Math.max(0, from - 1), Math.min(tr.doc.content.size, to + 1), (node) => {
        if (node.type.name === 'field') runs.add(String(node.attrs['run']))
        return node.type.name !== 'field'
      })
    })
  })
  return runs
}
