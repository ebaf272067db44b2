import { type DOMOutputSpec, type Node, Schema } from 'prosemirror-model'
import type { WordSource } from '../../../../shared/notice/words.ts'
import { WORKBENCH_WORDS } from '../../../messages/notice.ts'

/**
 * [Note: The sheet] A notice in the editor: lines, each of stretches a person writes in (`field`, bound to the field of a record) and
 * stretches the program composes (`fixed`). Both are drawn in one line. Nothing but the words inside a field, and the paragraphs of one
 * field, can be changed there; what is typed goes back to the record it was read from.
 */
export const sheetSchema = new Schema({
  nodes: {
    doc: { content: 'line+' },
    line: {
      content: 'part*',
      attrs: {
        kind: { default: 'paragraph' },
        level: { default: 0 },
        problemId: { default: null },
        measureId: { default: null },
        blockId: { default: null },
      },
      isolating: true,
      toDOM: (node): DOMOutputSpec => ['div', { class: lineClass(node) }, 0],
    },
    field: {
      group: 'part',
      content: '(text|chip)*',
      attrs: { run: {}, source: {}, of: { default: 'text' } },
      isolating: true,
      toDOM: (node): DOMOutputSpec => {
        const source = node.attrs['source'] as WordSource
        const name = source.isDraft ? 'sheet-field sheet-draft' : 'sheet-field'
        return ['span', { class: `${name} sheet-of-${node.attrs['of']}`, 'data-hint': WORKBENCH_WORDS.emptyField(source) }, 0]
      },
    },
    fixed: {
      group: 'part',
      atom: true,
      selectable: false,
      attrs: { pieces: {}, of: { default: 'text' } },
      toDOM: (node): DOMOutputSpec => {
        const pieces = node.attrs['pieces'] as readonly FixedPiece[]
        const shown = pieces.map((piece): DOMOutputSpec => (piece.chip === null ? ['span', piece.text] : chipDom(piece.chip)))
        return ['span', { class: `sheet-fixed sheet-of-${node.attrs['of']}`, contenteditable: 'false' }, ...shown]
      },
    },
    text: { group: 'inline' },
    chip: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { figureId: {}, digits: { default: null }, shown: {}, title: { default: '' } },
      toDOM: (node): DOMOutputSpec => chipDom(node.attrs as ChipAttrs),
    },
  },
})

/** A figure in a text. */
export interface ChipAttrs {
  readonly figureId: string
  readonly digits: number | null
  /** As it is printed. */
  readonly shown: string
  /** Its 口径, for the pointer. */
  readonly title: string
}

/** A stretch of composed words; `chip` for a figure in them. */
export interface FixedPiece {
  readonly text: string
  readonly chip: ChipAttrs | null
}

const chipDom = ({ shown, title }: ChipAttrs): DOMOutputSpec => [
  'span',
  { class: 'figure-chip', title, contenteditable: 'false' },
  shown,
]

const lineClass = ({ attrs }: Node): string => `sheet-line sheet-${attrs['kind']} sheet-level-${attrs['level']}`
