import { Fragment, type Node } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { WordSource } from '../../../../shared/notice/words.ts'
import { BY_HAND } from './guard.ts'
import { sheetSchema } from './schema.ts'

/** One paragraph of a run: its field, and the line it stands in. */
interface RunParagraph {
  readonly field: Node
  readonly pos: number
  readonly line: Node
  readonly linePos: number
}

/** A place in a run: the paragraph, and how far into it. */
export interface RunPlace {
  readonly paragraph: number
  readonly offset: number
}

/** The run a position stands in, with its paragraphs; null between the fields. */
export interface RunAt {
  readonly run: string
  readonly source: WordSource
  readonly paragraphs: readonly RunParagraph[]
  readonly place: RunPlace
}

export const runAt = (doc: Node, pos: number): RunAt | null => {
  const at = doc.resolve(pos)
  if (at.parent.type.name !== 'field') return null
  const run = String(at.parent.attrs['run'])
  const paragraphs = paragraphsOfRun(doc, run, at.index(0))
  const start = at.start() - 1
  const paragraph = paragraphs.findIndex((own) => own.pos === start)
  const source = at.parent.attrs['source'] as WordSource
  return { run, source, paragraphs, place: { paragraph, offset: at.parentOffset } }
}

/** The lines of one run stand together: looked for up and down from one of them. */
const paragraphsOfRun = (doc: Node, run: string, index: number): readonly RunParagraph[] => {
  const inLine = (i: number): RunParagraph | null => {
    const line = doc.maybeChild(i)
    if (!line) return null
    let [linePos, found]: [number, RunParagraph | null] = [0, null]
    for (let k = 0; k < i; k += 1) linePos += doc.child(k).nodeSize
    line.forEach((part, offset) => {
      if (part.type.name === 'field' && part.attrs['run'] === run)
        found = { field: part, pos: linePos + 1 + offset, line, linePos }
    })
    return found
  }
  const paragraphs: RunParagraph[] = []
  for (let i = index, own = inLine(i); own !== null; i -= 1, own = inLine(i)) paragraphs.unshift(own)
  for (let i = index + 1, own = inLine(i); own !== null; i += 1, own = inLine(i)) paragraphs.push(own)
  return paragraphs
}

/**
 * Gives a run other paragraphs: the words before it stay in the first line, those behind it go to the last, and lines are added or taken
 * away between. The one way in which the number of lines changes by hand.
 */
export const replaceRun = (state: EditorState, at: RunAt, contents: readonly Fragment[], caret: RunPlace): Transaction => {
  const [first, last] = [at.paragraphs[0], at.paragraphs.at(-1)]
  if (!first || !last) return state.tr
  const before = partsOf(first, 'before')
  const behind = partsOf(last, 'behind')
  const fieldOf = (content: Fragment) => sheetSchema.nodes.field.create(first.field.attrs, content)
  const lines = contents.map((content, i) => {
    const [isFirst, isLast] = [i === 0, i === contents.length - 1]
    const attrs = isFirst ? first.line.attrs : { ...first.line.attrs, kind: 'paragraph', level: 0 }
    return sheetSchema.nodes.line.create(attrs, [...(isFirst ? before : []), fieldOf(content), ...(isLast ? behind : [])])
  })
  const [from, to] = [first.linePos, last.linePos + last.line.nodeSize]
  const tr = state.tr.replaceWith(from, to, lines).setMeta(BY_HAND, true)
  let pos = from
  for (let i = 0; i < caret.paragraph; i += 1) pos += lines[i]?.nodeSize ?? 0
  const inFirst = caret.paragraph === 0 ? before.reduce((size, part) => size + part.nodeSize, 0) : 0
  // Into the line, behind what stands before the field, into the field.
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1 + inFirst + 1 + caret.offset)).scrollIntoView()
}

const partsOf = ({ field, pos, line, linePos }: RunParagraph, which: 'before' | 'behind'): readonly Node[] => {
  const parts: Node[] = []
  line.forEach((part, offset) => {
    const own = linePos + 1 + offset
    if (part !== field && (which === 'before' ? own < pos : own > pos)) parts.push(part)
  })
  return parts
}

/** The contents of a run with what stands between two places taken out and other paragraphs put in; with the place behind them. */
export const spliced = (
  { paragraphs }: RunAt,
  from: RunPlace,
  to: RunPlace,
  inserted: readonly Fragment[],
): { readonly contents: readonly Fragment[]; readonly caret: RunPlace } => {
  const contents = paragraphs.map(({ field }) => field.content)
  const head = (contents[from.paragraph] ?? Fragment.empty).cut(0, from.offset)
  const tail = (contents[to.paragraph] ?? Fragment.empty).cut(to.offset)
  const own = inserted.length === 0 ? [Fragment.empty] : inserted
  const middle = own.map((content, i) => (i === 0 ? head.append(content) : content))
  const lastSize = middle.at(-1)?.size ?? 0
  const joined = middle.map((content, i) => (i === middle.length - 1 ? content.append(tail) : content))
  return {
    contents: [...contents.slice(0, from.paragraph), ...joined, ...contents.slice(to.paragraph + 1)],
    caret: { paragraph: from.paragraph + middle.length - 1, offset: lastSize },
  }
}
