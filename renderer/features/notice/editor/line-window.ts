import type { Node } from 'prosemirror-model'
import type { FixedPiece } from './schema.ts'

/** Which lines of the whole sheet are in the editor: from the first, up to and without the last. */
export interface LineWindow {
  readonly from: number
  readonly to: number
}

/** Lines before and behind the first one that is seen; the window moves when what is seen comes nearer to its end than this. */
const BEFORE = 30
const BEHIND = 50
const NEAR = 12

/** The window around a line; it cuts no field of several paragraphs in two. */
export const windowAround = (doc: Node, line: number): LineWindow => {
  let from = Math.max(0, Math.min(line, doc.childCount) - BEFORE)
  let to = Math.min(doc.childCount, line + BEHIND)
  while (from > 0 && sharesRun(doc.child(from - 1), doc.child(from))) from -= 1
  while (to > 0 && to < doc.childCount && sharesRun(doc.child(to - 1), doc.child(to))) to += 1
  return { from, to }
}

/** Does what is seen come too near to an end of the window that is none of the sheet? */
export const isNearEnd = (doc: Node, { from, to }: LineWindow, firstSeen: number, lastSeen: number): boolean =>
  (from > 0 && firstSeen - from < NEAR) || (to < doc.childCount && to - 1 - lastSeen < NEAR)

const runsOf = (line: Node): readonly unknown[] =>
  line.content.content.filter((part) => part.type.name === 'field').map((part) => part.attrs['run'])

const sharesRun = (a: Node, b: Node): boolean => {
  const runs = runsOf(a)
  return runsOf(b).some((run) => runs.includes(run))
}

/** The lines of a window as a document of their own. */
export const cutWindow = (doc: Node, { from, to }: LineWindow): Node => doc.type.create(null, doc.content.content.slice(from, to))

/** Where a line begins in a document. */
export const startOfLine = (doc: Node, line: number): number => {
  let pos = 0
  for (let i = 0; i < line && i < doc.childCount; i += 1) pos += doc.child(i).nodeSize
  return pos
}

/** The whole with the lines of a window replaced by others. */
export const withWindow = (doc: Node, { from, to }: LineWindow, lines: Node): Node => {
  const all = doc.content.content
  return doc.type.create(null, [...all.slice(0, from), ...lines.content.content, ...all.slice(to)])
}

/** Where a window stands after the whole has become another: it keeps its lines where both have them. */
export const windowAfter = (before: Node, { from, to }: LineWindow, after: Node): LineWindow => {
  let same = 0
  while (same < before.childCount && same < after.childCount && before.child(same).eq(after.child(same))) same += 1
  const grown = after.childCount - before.childCount
  const moved = (line: number): number => Math.min(Math.max(line <= same ? line : line + grown, 0), after.childCount)
  return {
    from: Math.min(moved(from), Math.max(0, after.childCount - 1)),
    to: Math.max(moved(to), Math.min(after.childCount, 1)),
  }
}

/** Rows of type a line takes, as long as nobody has measured it. */
export const guessedRows = (line: Node): number => {
  let characters = 2
  line.forEach((part) => {
    if (part.type.name === 'field') characters += part.content.size
    else
      for (const { text, chip } of part.attrs['pieces'] as readonly FixedPiece[]) characters += chip?.shown.length ?? text.length
  })
  return Math.ceil(characters / CHARACTERS_A_ROW)
}

const CHARACTERS_A_ROW = 28
