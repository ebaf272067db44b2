import type { Node } from 'prosemirror-model'
import { lineText } from './editor/found-words.ts'

/** A heading of the sheet, by its line. */
export interface Heading {
  readonly line: number
  readonly level: number
  readonly text: string
}

/** The headings of a sheet in reading order; of one that runs on, the heading part. */
export const headingsOf = (doc: Node): readonly Heading[] => {
  const headings: Heading[] = []
  doc.forEach((line, _pos, index) => {
    const { kind, level } = line.attrs as { readonly kind: string; readonly level: number }
    if (kind !== 'heading' && kind !== 'run-in') return
    const parts = line.content.content.filter((part) => part.attrs['of'] === 'heading')
    const { text } = lineText(line.type.create(line.attrs, parts), 0)
    headings.push({ line: index, level, text: text.slice(0, 80) })
  })
  return headings
}
