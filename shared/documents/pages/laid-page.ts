import type { PaperDocument } from '../paper-document.ts'

/** All lengths of a laid page are twips (1/20 pt). */
export interface LaidPage {
  /** Counts from 1 through the whole document. */
  readonly number: number
  readonly direction: PaperDocument['sections'][number]['direction']
  readonly paper: { readonly width: number; readonly height: number }
  /** The text block 版心 on the paper; on even pages mirrored, because they are printed on the back. */
  readonly block: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  readonly lines: readonly PlacedLine[]
  readonly rules: readonly LaidRule[]
}

/** A line where it stands: `left` and `top` count from the corner of the text block. */
export interface PlacedLine {
  readonly left: number
  readonly top: number
  readonly set: SetLine
  /** Index of the line of the NoticeModel it prints; null for all others. */
  readonly line: number | null
  /** The number at the end of an entry of the contents, behind its dots. */
  readonly pageNumber?: string
}

export type LineFont = 'body' | 'title' | 'heading-1' | 'heading-2' | 'heading-3' | 'issuer-mark'

/** One line of type, the same wherever it stands. It is shared between layouts, so nothing of the page is in it. */
export interface SetLine {
  /** Type size, and the height of the line. */
  readonly size: number
  readonly height: number
  /** Room for it, and the width of its characters with a stop that hangs over the end, without spaces there. */
  readonly width: number
  readonly natural: number
  /** By how much a stop hangs over the end of the line. */
  readonly hang: number
  /** Between characters, beside their own widths. */
  readonly spacing: number
  /** `justify` is said only of lines that are stretched: not of the last one of a paragraph. */
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly pieces: readonly LinePiece[]
}

/** Characters in one font, with where they come from: the offsets (UTF-16) count in the `text` or `heading` of the model's line. */
export interface LinePiece {
  readonly text: string
  readonly font: LineFont
  readonly of: 'text' | 'heading'
  readonly start: number
  readonly end: number
}

/** A straight line or a border, from its upper left corner. */
export interface LaidRule {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly colour: 'black' | 'red'
}

/** The page each line of the NoticeModel begins on; a line that is not printed is not in it. */
export const pagesOfLines = (pages: readonly LaidPage[]): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const { lines, number } of pages)
    for (const { line } of lines) if (line !== null && !found.has(line)) found.set(line, number)
  return found
}

/** The page a line of the NoticeModel begins on; null when it is not printed. For many lines `pagesOfLines` is quicker. */
export const pageOfLine = (pages: readonly LaidPage[], line: number): number | null =>
  pages.find(({ lines }) => lines.some((placed) => placed.line === line))?.number ?? null

/** The page a place in the model stands on; null when it is not printed. A place at the end of a line belongs to that line. */
export const pageOfPlace = (pages: readonly LaidPage[], line: number, of: LinePiece['of'], offset: number): number | null => {
  const holds = (placed: PlacedLine): boolean =>
    placed.line === line && placed.set.pieces.some((piece) => piece.of === of && piece.start <= offset && offset <= piece.end)
  return pages.find(({ lines }) => lines.some(holds))?.number ?? null
}

/** Where in the model a page begins: what an editor draws its breaks at. */
export interface PageStart {
  readonly page: number
  readonly line: number
  readonly of: LinePiece['of']
  readonly offset: number
}

/** Where each page begins with words of the notice's lines; pages of other things (contents, attachments) are left out. */
export const pageStarts = (pages: readonly LaidPage[]): readonly PageStart[] =>
  pages.flatMap(({ number, lines }) => {
    const first = lines.find(({ line }) => line !== null)
    if (first === undefined || first.line === null) return []
    const piece = first.set.pieces[0]
    return [{ page: number, line: first.line, of: piece?.of ?? 'text', offset: piece?.start ?? 0 }]
  })
