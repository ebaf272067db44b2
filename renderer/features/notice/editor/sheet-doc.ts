import type { Node } from 'prosemirror-model'
import { printFigure, printToken, splitTokens } from '../../../../shared/domain/figure-tokens.ts'
import type { SheetLine } from '../../../../shared/notice/sheet.ts'
import type { Piece, WordSource } from '../../../../shared/notice/words.ts'
import type { ShownSheet, ShownToken } from '../../../data/notice-host.ts'
import { WORKBENCH_WORDS } from '../../../messages/notice.ts'
import { type ChipAttrs, type FixedPiece, sheetSchema } from './schema.ts'

type Figures = ShownSheet['figures']

/** The document the editor shows of a sheet. Paragraphs of one field carry the same `run`. */
export const sheetDoc = ({ lines, figures }: Pick<ShownSheet, 'lines' | 'figures'>): Node => {
  const runs = newRuns()
  const nodes = lines.map((line) => lineNode(line, figures, runs)).filter((line) => line.childCount > 0)
  return sheetSchema.nodes.doc.create(null, nodes.length > 0 ? nodes : [sheetSchema.nodes.line.create({ kind: 'paragraph' })])
}

/** Names every place a field stands at: a field that stands in two places is two runs. */
const newRuns = (): ((source: WordSource) => string) => {
  const names = new Map<WordSource, string>()
  const counts = new Map<string, number>()
  return (source) => {
    const standing = names.get(source)
    if (standing !== undefined) return standing
    // An entry is made with its first words: it has the name of its problem before and after.
    const { kind, id, problemId, field } = source
    const base = `${kind}/${kind === 'noticeEntry' ? problemId : id}/${field}`
    const n = counts.get(base) ?? 0
    counts.set(base, n + 1)
    const name = `${base}/${n}`
    names.set(source, name)
    return name
  }
}

const lineNode = (line: SheetLine, figures: Figures, runOf: (source: WordSource) => string): Node => {
  const { kind, level, problemId = null, measureId = null, blockId = null } = line
  const part = (of: 'heading' | 'text') => (piece: Piece) =>
    piece.source === null
      ? sheetSchema.nodes.fixed.create({ pieces: fixedPieces(piece.text, figures), of })
      : sheetSchema.nodes.field.create({ run: runOf(piece.source), source: piece.source, of }, wordNodes(piece.text, figures))
  const parts = [...line.heading.map(part('heading')), ...line.text.map(part('text'))]
  return sheetSchema.nodes.line.create({ kind, level, problemId, measureId, blockId }, parts)
}

/** Words as nodes of the editor, tokens as chips. */
export const wordNodes = (text: string, figures: Figures): readonly Node[] =>
  fixedPieces(text, figures).map(({ text: words, chip }) =>
    chip === null ? sheetSchema.text(words) : sheetSchema.nodes.chip.create(chip),
  )

const fixedPieces = (text: string, figures: Figures): readonly FixedPiece[] =>
  splitTokens(text).map((part) =>
    typeof part === 'string'
      ? { text: part, chip: null }
      : { text: '', chip: chipOf(part.figureId, part.digits, figures[part.figureId]) },
  )

export const chipOf = (figureId: string, digits: number | null, figure: ShownToken | undefined): ChipAttrs => {
  const value = figure?.value ?? null
  const shown = value === null ? '〔？〕' : printFigure(value, digits)
  return { figureId, digits, shown, title: WORKBENCH_WORDS.chip(figure ?? null, figureId) }
}

/** What a field holds as its record writes it: chips as tokens. */
export const fieldText = (field: Node): string => {
  const words: string[] = []
  field.forEach((child) => {
    const { figureId, digits } = child.attrs as ChipAttrs
    words.push(child.isText ? (child.text ?? '') : printToken({ figureId, digits }))
  })
  return words.join('')
}

/** The fields of a document with where they begin. */
export const eachField = (doc: Node, visit: (field: Node, pos: number, line: Node, linePos: number) => void): void => {
  doc.forEach((line, linePos) => {
    line.forEach((part, offset) => {
      if (part.type.name === 'field') visit(part, linePos + 1 + offset, line, linePos)
    })
  })
}

/** What stands in each run: its paragraphs joined by line feeds. */
export const runValues = (doc: Node): ReadonlyMap<string, { readonly value: string; readonly source: WordSource }> => {
  const values = new Map<string, { value: string; readonly source: WordSource }>()
  eachField(doc, (field) => {
    const run = String(field.attrs['run'])
    const standing = values.get(run)
    const text = fieldText(field)
    if (standing) standing.value += `\n${text}`
    else values.set(run, { value: text, source: field.attrs['source'] as WordSource })
  })
  return values
}
