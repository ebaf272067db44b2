import { Fragment, type Node } from 'prosemirror-model'
import { AllSelection, type Command, type EditorState, Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { printableText } from '../../../../shared/base/text.ts'
import { type RunAt, type RunPlace, replaceRun, runAt, spliced } from './run-edits.ts'

/** Words that a paste or a split puts in: nodes of each paragraph. */
export type MakeWords = (text: string) => readonly Node[]

interface KeyOptions {
  readonly makeWords: MakeWords
  /** All the words of the sheet, also of lines that are not in the editor. */
  readonly wholeText: () => string
  /** The selection reaches over words of several records: they are changed one after the other. */
  readonly onManyRuns: () => void
}

/** Typing, deleting, splitting and pasting inside one run; what reaches over several is told and not done. */
export const keysPlugin = (options: KeyOptions): Plugin =>
  new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.isComposing || view.composing) return false
        const command = commandOf(event, options)
        return command?.(view.state, view.dispatch, view) ?? false
      },
      handleTextInput: (view, from, to, text) => {
        const $from = view.state.doc.resolve(from)
        if ($from.parent.type.name === 'field' && $from.sameParent(view.state.doc.resolve(to))) return false
        return putIn(view, [Fragment.from([...options.makeWords(text)])], options)
      },
      handlePaste: (view, event) => {
        const text = event.clipboardData?.getData('text/plain') ?? ''
        const paragraphs = cleaned(text)
        if (paragraphs.length === 0) return true
        const at = runAt(view.state.doc, view.state.selection.from)
        const own = at?.source.isLine === true ? [paragraphs.join('')] : paragraphs
        return putIn(
          view,
          own.map((paragraph) => Fragment.from([...options.makeWords(paragraph)])),
          options,
        )
      },
      // Words are moved by cutting and pasting: a drop knows no field.
      handleDrop: () => true,
      handleDOMEvents: {
        dragstart: (_view, event) => {
          event.preventDefault()
          return true
        },
        compositionstart: (view) => {
          const { selection } = view.state
          if (selection.empty || selection.$from.sameParent(selection.$to)) return false
          if (runBetween(view.state) === null) {
            options.onManyRuns()
            view.dispatch(view.state.tr.setSelection(TextSelection.near(selection.$head)))
          } else putIn(view, [], options)
          return false
        },
      },
      clipboardTextSerializer: (slice, view) =>
        view.state.selection instanceof AllSelection ? options.wholeText() : readLines(slice.content).join('\n'),
    },
  })

const commandOf = (event: KeyboardEvent, options: KeyOptions): Command | null => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
  switch (event.key) {
    case 'Enter':
      return isPlain ? (state, _, view) => enter(state, view, options) : null
    case 'Backspace':
      return (state, _, view) => erase(state, view, -1, options)
    case 'Delete':
      return (state, _, view) => erase(state, view, 1, options)
    case 'ArrowLeft':
    case 'ArrowRight':
      return isPlain && !event.shiftKey ? step(event.key === 'ArrowLeft' ? -1 : 1) : null
    case 'Home':
    case 'End':
      return isPlain && !event.shiftKey ? lineEdge(event.key === 'Home' ? -1 : 1) : null
    case 'a':
      return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? selectMore : null
    default:
      return null
  }
}

/** The run a selection stands in; null where it reaches over several, or over composed words alone. */
const runBetween = (state: EditorState): { readonly at: RunAt; readonly from: RunPlace; readonly to: RunPlace } | null => {
  const { from, to } = state.selection
  const [a, b] = [runAt(state.doc, from), runAt(state.doc, to)]
  return a && b && a.run === b.run ? { at: a, from: a.place, to: b.place } : null
}

/** Puts paragraphs in the place of the selection; always takes the event. */
const putIn = (view: EditorView, contents: readonly Fragment[], { onManyRuns }: KeyOptions): boolean => {
  const between = runBetween(view.state)
  if (between === null) {
    onManyRuns()
    return true
  }
  const { at, from, to } = between
  if (from.paragraph === to.paragraph && contents.length <= 1) {
    const { $from, $to } = view.state.selection
    const [only] = contents
    const tr = only && only.size > 0 ? view.state.tr.replaceWith($from.pos, $to.pos, only) : view.state.tr.deleteSelection()
    view.dispatch(tr.scrollIntoView())
    return true
  }
  const { contents: all, caret } = spliced(at, from, to, contents)
  view.dispatch(replaceRun(view.state, at, all, caret))
  return true
}

const enter = (state: EditorState, view: EditorView | undefined, options: KeyOptions): boolean => {
  if (!view) return false
  const between = runBetween(state)
  if (between === null) {
    options.onManyRuns()
    return true
  }
  // A heading is one paragraph: the key goes on to what is written under it.
  if (between.at.source.isLine) return step(1, true)(state, view.dispatch, view) || true
  return putIn(view, [Fragment.empty, Fragment.empty], options)
}

const erase = (state: EditorState, view: EditorView | undefined, by: -1 | 1, options: KeyOptions): boolean => {
  if (!view) return false
  const { selection, doc } = state
  if (!selection.empty) {
    if (selection.$from.parent.type.name === 'field' && selection.$from.sameParent(selection.$to)) return false
    return putIn(view, [], options)
  }
  const at = runAt(doc, selection.from)
  if (!at) return true
  const { paragraph, offset } = at.place
  const size = selection.$from.parent.content.size
  if (by === -1 ? offset > 0 : offset < size) return false
  const other = at.paragraphs[paragraph + by]
  if (!other) return true
  const [from, to]: readonly [RunPlace, RunPlace] =
    by === -1
      ? [{ paragraph: paragraph - 1, offset: other.field.content.size }, at.place]
      : [at.place, { paragraph: paragraph + 1, offset: 0 }]
  const { contents, caret } = spliced(at, from, to, [])
  view.dispatch(replaceRun(state, at, contents, caret))
  return true
}

/** To the field beside this one, over composed words; `always` also from the middle of a field. */
const step =
  (by: -1 | 1, always = false): Command =>
  (state, dispatch) => {
    const { selection, doc } = state
    if (!always && !selection.empty) return false
    const { $head } = selection
    if ($head.parent.type.name !== 'field') return false
    const isAtEnd = by === -1 ? $head.parentOffset === 0 : $head.parentOffset === $head.parent.content.size
    if (!isAtEnd && !always) return false
    const edge = by === -1 ? $head.before() : $head.after()
    const found = fieldBeyond(doc, edge, by)
    if (found === null) return !always
    if (dispatch) dispatch(state.tr.setSelection(TextSelection.create(doc, found)).scrollIntoView())
    return true
  }

/** The nearest place to write before or behind a position; null at the end of the sheet. */
const fieldBeyond = (doc: Node, edge: number, by: -1 | 1): number | null => {
  const $edge = doc.resolve(edge)
  for (let i = $edge.index(0); i >= 0 && i < doc.childCount; i += by) {
    let start = 0
    for (let k = 0; k < i; k += 1) start += doc.child(k).nodeSize
    const places: number[] = []
    doc.child(i).forEach((part, offset) => {
      const own = start + 1 + offset
      if (part.type.name !== 'field') return
      if (by === 1 && own >= edge) places.push(own + 1)
      if (by === -1 && own + part.nodeSize <= edge) places.push(own + part.nodeSize - 1)
    })
    const found = by === 1 ? places[0] : places.at(-1)
    if (found !== undefined) return found
  }
  return null
}

/** To the edge of the row, but not out of the paragraph where that begins or ends with composed words. */
const lineEdge =
  (by: -1 | 1): Command =>
  (state, dispatch, view) => {
    const { $head } = state.selection
    const selection = view?.dom.ownerDocument.getSelection()
    if (!view || !selection || $head.parent.type.name !== 'field') return false
    selection.modify('move', by === -1 ? 'backward' : 'forward', 'lineboundary')
    const { anchorNode, anchorOffset } = selection
    const found = anchorNode === null ? null : state.doc.resolve(view.posAtDOM(anchorNode, anchorOffset, by))
    const isInside = found?.parent.type.name === 'field' && found.index(0) === $head.index(0)
    const pos = found && isInside ? found.pos : by === -1 ? $head.start() : $head.end()
    if (dispatch) dispatch(state.tr.setSelection(TextSelection.create(state.doc, pos)).scrollIntoView())
    return true
  }

/** First the words of this field, then everything: what is written nearby is what is meant. */
const selectMore: Command = (state, dispatch) => {
  const { selection, doc } = state
  const at = runAt(doc, selection.from)
  const [first, last] = [at?.paragraphs[0], at?.paragraphs.at(-1)]
  const [from, to] = [first ? first.pos + 1 : 0, last ? last.pos + last.field.nodeSize - 1 : 0]
  const isWhole = !first || (selection.from <= from && selection.to >= to)
  if (dispatch) dispatch(state.tr.setSelection(isWhole ? new AllSelection(doc) : TextSelection.create(doc, from, to)))
  return true
}

/** Paragraphs of pasted text without what no text may hold. */
const cleaned = (text: string): readonly string[] =>
  printableText(text.replace(/\r\n?/g, '\n'))
    .replace(/\t/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Lines as they are read, composed words and figures included. */
export const readLines = (content: Fragment): readonly string[] => {
  const lines: string[] = []
  let words = ''
  const read = (node: Node): void => {
    if (node.isText) words += node.text ?? ''
    else if (node.type.name === 'chip') words += String(node.attrs['shown'])
    else if (node.type.name === 'fixed')
      for (const { text, chip } of node.attrs['pieces'] as readonly { text: string; chip: { shown: string } | null }[])
        words += chip?.shown ?? text
    else if (node.type.name === 'line') {
      node.forEach(read)
      lines.push(words)
      words = ''
    } else node.forEach(read)
  }
  content.forEach(read)
  return words === '' ? lines : [...lines, words]
}
