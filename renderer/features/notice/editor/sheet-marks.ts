import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Severity } from '../../../../shared/domain/finding.ts'
import type { WordSource } from '../../../../shared/notice/words.ts'
import type { MarkedWords } from '../../../data/notice-host.ts'
import { WORKBENCH_WORDS } from '../../../messages/notice.ts'
import { lineText, type Stretch, stretchesAt } from './found-words.ts'

/** Where a page of the printed notice begins. */
export interface PageStart {
  readonly page: number
  readonly pos: number
}

/** Words a finding of the check stands at. */
export interface CheckedWords {
  readonly stretches: readonly Stretch[]
  readonly severity: Severity
  readonly message: string
}

/** What is drawn on the words without being in them. */
export interface SheetMarks {
  readonly found: readonly (readonly Stretch[])[]
  /** Which of the found places the person is at; -1 for none. */
  readonly current: number
  /** Words that a finding speaks of. */
  readonly pointed: readonly Stretch[]
  /** Words the check found fault with. */
  readonly checked: readonly CheckedWords[]
  readonly marked: readonly MarkedWords[]
  readonly leftOut: ReadonlySet<string>
  readonly pages: readonly PageStart[]
}

export const NO_MARKS: SheetMarks = {
  found: [],
  current: -1,
  pointed: [],
  checked: [],
  marked: [],
  leftOut: new Set(),
  pages: [],
}

const marksKey = new PluginKey<DecorationSet>('sheet-marks')

/** `start` and `end` are where the lines of the editor stand in the whole sheet, in which the marks count. */
export const withMarks = (tr: Transaction, marks: SheetMarks, start: number, end: number): Transaction => {
  const isIn = ({ from, to }: Stretch): boolean => from >= start && to <= end
  const moved = (stretch: Stretch): Stretch => ({ ...stretch, from: stretch.from - start, to: stretch.to - start })
  return tr.setMeta(marksKey, {
    ...marks,
    found: marks.found.map((stretches) => stretches.filter(isIn).map(moved)),
    pointed: marks.pointed.filter(isIn).map(moved),
    checked: marks.checked.map((one) => ({ ...one, stretches: one.stretches.filter(isIn).map(moved) })),
    pages: marks.pages.filter(({ pos }) => pos >= start && pos < end).map(({ page, pos }) => ({ page, pos: pos - start })),
  } satisfies SheetMarks)
}

/** Marks move with the words they stand on until they are computed again. */
export const marksPlugin = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => {
        const marks = tr.getMeta(marksKey) as SheetMarks | undefined
        if (marks) return DecorationSet.create(tr.doc, [...decorations(tr.doc, marks)])
        return tr.docChanged ? set.map(tr.mapping, tr.doc) : set
      },
    },
    props: { decorations: (state) => marksKey.getState(state) ?? null },
  })

const decorations = (doc: Node, marks: SheetMarks): readonly Decoration[] => [
  ...marks.found.flatMap((stretches, i) => drawn(stretches, i === marks.current ? 'sheet-found sheet-found-now' : 'sheet-found')),
  ...marks.checked.flatMap(({ stretches, severity, message }) =>
    drawn(stretches, `sheet-check sheet-check-${severity}`, message),
  ),
  ...drawn(marks.pointed, 'sheet-pointed'),
  ...markedWords(doc, marks.marked),
  ...leftOutLines(doc, marks.leftOut),
  ...marks.pages.map(({ page, pos }) =>
    Decoration.widget(pos, () => pageStart(page), { key: `page-${page}`, side: -1, ignoreSelection: true }),
  ),
]

const drawn = (stretches: readonly Stretch[], name: string, title?: string): readonly Decoration[] =>
  stretches.map(({ from, to, isNode }) => {
    const attrs = { class: name, ...(title === undefined ? {} : { title }) }
    return isNode ? Decoration.node(from, to, attrs) : Decoration.inline(from, to, attrs)
  })

/** 拟不公开: the words where they stand in their field, or all words of a record. */
const markedWords = (doc: Node, marked: readonly MarkedWords[]): readonly Decoration[] => {
  if (marked.length === 0) return []
  const byOwner = new Map<string, MarkedWords[]>()
  for (const mark of marked) byOwner.set(mark.ownerId, [...(byOwner.get(mark.ownerId) ?? []), mark])
  const found: Decoration[] = []
  doc.forEach((line, linePos) => {
    line.forEach((part, offset) => {
      if (part.type.name !== 'field') return
      const { id, field } = part.attrs['source'] as WordSource
      for (const mark of byOwner.get(id ?? '') ?? []) {
        const title = WORKBENCH_WORDS.withheldTitle(mark.reason)
        const own = linePos + 1 + offset
        if (mark.field === null) found.push(Decoration.node(own, own + part.nodeSize, { class: 'sheet-withheld', title }))
        else if (mark.field === field) found.push(...inField(part, own, mark.text, title))
      }
    })
  })
  return found
}

const inField = (field: Node, pos: number, words: string, title: string): readonly Decoration[] => {
  // A field reads like a line that holds it alone.
  const read = lineText(field.type.schema.nodes['line']?.create({ kind: 'paragraph' }, field) ?? field, pos - 1)
  const wanted = words.trim()
  const at = wanted === '' ? -1 : read.text.indexOf(wanted)
  return at === -1 ? [] : drawn(stretchesAt(read, at, at + wanted.length), 'sheet-withheld', title)
}

const leftOutLines = (doc: Node, leftOut: ReadonlySet<string>): readonly Decoration[] => {
  const found: Decoration[] = []
  if (leftOut.size === 0) return found
  doc.forEach((line, pos) => {
    if (leftOut.has(String(line.attrs['problemId'])))
      found.push(Decoration.node(pos, pos + line.nodeSize, { class: 'sheet-left-out', title: WORKBENCH_WORDS.leftOut }))
  })
  return found
}

const pageStart = (page: number): HTMLElement => {
  const mark = document.createElement('span')
  mark.className = 'page-start'
  mark.contentEditable = 'false'
  mark.dataset['page'] = WORKBENCH_WORDS.page(page)
  return mark
}
