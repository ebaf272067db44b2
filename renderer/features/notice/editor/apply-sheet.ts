import type { Node } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { FROM_LEDGER } from './guard.ts'
import { runAt } from './run-edits.ts'
import { eachField } from './sheet-doc.ts'

/**
 * Brings the editor to what the ledger says now: only lines that say something else are drawn again, and the caret stays at its place in its
 * field. Null where nothing has changed.
 */
export const applySheet = (state: EditorState, next: Node): Transaction | null => {
  if (state.doc.eq(next)) return null
  const before = runAt(state.doc, state.selection.head)
  const tr = state.tr.setMeta(FROM_LEDGER, true)
  if (state.doc.childCount === next.childCount) {
    // From the end, so that what stands before keeps its place.
    let end = state.doc.content.size
    for (let i = next.childCount - 1; i >= 0; i -= 1) {
      const [old, now] = [state.doc.child(i), next.child(i)]
      const start = end - old.nodeSize
      if (!old.eq(now)) tr.replaceWith(start, end, now)
      end = start
    }
  } else {
    const { start, endOld, lines } = changedLines(state.doc, next)
    tr.replaceWith(start, endOld, lines)
  }
  if (before !== null) {
    const { run, place } = before
    let paragraph = -1
    let found: number | null = null
    eachField(tr.doc, (field, pos) => {
      if (field.attrs['run'] !== run) return
      paragraph += 1
      if (paragraph === place.paragraph) found = pos + 1 + Math.min(place.offset, field.content.size)
    })
    if (found !== null && state.selection.empty) tr.setSelection(TextSelection.create(tr.doc, found))
  }
  return tr
}

/** The stretch of old lines that differs, and the lines that take its place. */
const changedLines = (
  old: Node,
  next: Node,
): { readonly start: number; readonly endOld: number; readonly lines: readonly Node[] } => {
  let [i, start] = [0, 0]
  while (i < old.childCount && i < next.childCount && old.child(i).eq(next.child(i))) {
    start += old.child(i).nodeSize
    i += 1
  }
  let [a, b, endOld] = [old.childCount - 1, next.childCount - 1, old.content.size]
  while (a >= i && b >= i && old.child(a).eq(next.child(b))) {
    endOld -= old.child(a).nodeSize
    a -= 1
    b -= 1
  }
  const lines: Node[] = []
  for (let k = i; k <= b; k += 1) lines.push(next.child(k))
  return { start, endOld, lines }
}
