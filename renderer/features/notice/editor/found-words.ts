import type { Node } from 'prosemirror-model'
import type { ChipAttrs, FixedPiece } from './schema.ts'

/** A stretch of the sheet: words of a text, or one node (a chip, composed words) as a whole. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly isNode: boolean
}

/** The words of one line as they are read, and where each character stands. */
export interface LineText {
  readonly text: string
  /** Of each character: the position of the document, and the size of the node it stands for where that is drawn as one. */
  readonly places: readonly { readonly pos: number; readonly node: number }[]
}

export const lineText = (line: Node, linePos: number): LineText => {
  const places: { pos: number; node: number }[] = []
  let text = ''
  const add = (words: string, place: (i: number) => { pos: number; node: number }): void => {
    for (let i = 0; i < words.length; i += 1) places.push(place(i))
    text += words
  }
  line.forEach((part, offset) => {
    const own = linePos + 1 + offset
    if (part.type.name === 'fixed') {
      const words = (part.attrs['pieces'] as readonly FixedPiece[]).map(({ text: words, chip }) => chip?.shown ?? words).join('')
      add(words, () => ({ pos: own, node: part.nodeSize }))
      return
    }
    part.forEach((child, at) => {
      const pos = own + 1 + at
      if (child.isText) add(child.text ?? '', (i) => ({ pos: pos + i, node: 0 }))
      else add((child.attrs as ChipAttrs).shown, () => ({ pos, node: child.nodeSize }))
    })
  })
  return { text, places }
}

/** Where words stand in a line, each time as stretches that can be drawn. */
export const stretchesAt = ({ places }: LineText, start: number, end: number): readonly Stretch[] => {
  const stretches: { from: number; to: number; isNode: boolean }[] = []
  for (let i = start; i < end; i += 1) {
    const place = places[i]
    if (!place) continue
    const last = stretches.at(-1)
    const isNode = place.node > 0
    const to = place.pos + (isNode ? place.node : 1)
    if (last && isNode && last.from === place.pos) continue
    if (last && !isNode && !last.isNode && last.to === place.pos) last.to = to
    else stretches.push({ from: place.pos, to, isNode })
  }
  return stretches
}

/** Every place these words stand at in the whole sheet. */
export const findWords = (doc: Node, words: string): readonly (readonly Stretch[])[] => {
  const wanted = words.trim()
  if (wanted === '') return []
  const found: (readonly Stretch[])[] = []
  doc.forEach((line, linePos) => {
    const read = lineText(line, linePos)
    for (let at = read.text.indexOf(wanted); at !== -1; at = read.text.indexOf(wanted, at + wanted.length))
      found.push(stretchesAt(read, at, at + wanted.length))
  })
  return found
}

/** Words at a place of a printed paragraph (UTF-16 offset). */
export interface WordsInContext {
  readonly paragraph: string
  readonly start: number
  readonly stated: string
}

/**
 * Where words of a printed paragraph stand in the sheet; empty where they are not found for certain. The printed paragraph may be mended,
 * so the words around tell which of several places is meant, more of them first.
 */
export const findInContext = (doc: Node, words: WordsInContext): readonly Stretch[] => findInLines(linesOf(doc), words)

/** Every line of a sheet as it is read. */
export const linesOf = (doc: Node): readonly LineText[] => {
  const lines: LineText[] = []
  doc.forEach((line, linePos) => void lines.push(lineText(line, linePos)))
  return lines
}

/** The same in lines that were read before. */
export const findInLines = (lines: readonly LineText[], { paragraph, start, stated }: WordsInContext): readonly Stretch[] => {
  if (stated === '') return []
  for (const [left, right] of CONTEXTS) {
    const before = paragraph.slice(Math.max(0, start - left), start)
    const words = before + stated + paragraph.slice(start + stated.length, start + stated.length + right)
    const places = lines.flatMap((read) => {
      const at = read.text.indexOf(words)
      return at === -1 ? [] : [{ read, at, isAlone: !read.text.includes(words, at + 1) }]
    })
    const [only, ...others] = places
    if (only?.isAlone !== true || others.length > 0) continue
    const from = only.at + before.length
    return stretchesAt(only.read, from, from + stated.length)
  }
  return []
}

/** How many characters before and behind. */
const CONTEXTS: readonly (readonly [before: number, behind: number])[] = [
  [24, 6],
  [24, 0],
  [12, 6],
  [12, 0],
  [6, 3],
  [3, 3],
  [0, 6],
  [3, 0],
  [0, 0],
]
