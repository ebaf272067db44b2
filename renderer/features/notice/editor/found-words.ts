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
