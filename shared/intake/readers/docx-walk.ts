import type { Refusal } from '../../base/refusal.ts'
import { err, ok, type Result } from '../../base/result.ts'
import type { IncomingAside, IncomingMerge, IncomingTable } from '../incoming.ts'
import type { Numbering } from './docx-numbering.ts'
import type { WordStyles } from './docx-styles.ts'
import { MOST_TABLE_CELLS, MOST_TABLE_COLUMNS } from './limits.ts'
import { childOf, elementsOf, isOn, propertyOf, wordsOf, type XmlElement } from './xml-tree.ts'

/** One story of a Word file: its body, a footnote, a header. */
export interface Story {
  readonly text: string
  readonly tables: readonly IncomingTable[]
  readonly asides: readonly IncomingAside[]
  /** Where footnotes, endnotes and comments belong: `footnote:3` → offset in `text`. */
  readonly marks: ReadonlyMap<string, number>
  readonly counts: { readonly hidden: number; readonly foreign: number }
}

interface Field {
  instruction: string
  isResult: boolean
}

const TOO_MANY_CELLS: Refusal = { type: 'too-many', what: '单元格', within: '文件', limit: MOST_TABLE_CELLS }

export const walkStory = (root: XmlElement, styles: WordStyles, numbering: Numbering): Result<Story, Refusal> => {
  const tables: IncomingTable[] = []
  const asides: IncomingAside[] = []
  const marks = new Map<string, number>()
  const fields: Field[] = []
  let hidden = 0
  let foreign = 0
  let cells = 0
  let noteNumber = 0
  /** Lines go to the innermost open place: the story itself, a cell, a text box. */
  let lines: string[] = []
  let line = ''
  let offset = 0
  let isHiddenParagraph = false
  let depth = 0
  /** A paragraph whose end was deleted: its words begin the next one. */
  let carried = ''

  const at = (): number | null => (depth === 0 ? offset + line.length : null)
  const isUnseen = (): boolean => fields.some(({ instruction, isResult }) => !isResult || /^\s*TOC\b/i.test(instruction))
  const put = (words: string): void => {
    if (!isUnseen()) line += words
  }
  const endLine = (): void => {
    lines.push(line)
    if (depth === 0) offset += line.length + 1
    line = ''
  }

  /** Reads something apart from the running text and gives its lines. */
  const apart = (work: () => void): readonly string[] => {
    const kept = { lines, line, carried, open: fields.splice(0) }
    lines = []
    line = ''
    carried = ''
    depth += 1
    work()
    if (line !== '') lines.push(line)
    const own = lines
    depth -= 1
    lines = kept.lines
    line = kept.line
    carried = kept.carried
    fields.splice(0, fields.length, ...kept.open)
    return own
  }

  const blocks = (element: XmlElement): void => {
    for (const child of elementsOf(element)) block(child)
  }

  const block = (element: XmlElement): void => {
    if (element.name === 'w:p') paragraph(element)
    else if (element.name === 'w:tbl') table(element)
    else if (element.name === 'w:altChunk') foreign += 1
    else if (element.name === 'w:sdt') {
      const gallery = childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj')
      const content = childOf(element, 'w:sdtContent')
      if (content && propertyOf(gallery, 'w:docPartGallery') !== 'Table of Contents') blocks(content)
    } else if (element.name === 'mc:AlternateContent') {
      const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
      if (choice) blocks(choice)
    } else if (['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].includes(element.name)) blocks(element)
  }

  const paragraph = (element: XmlElement): void => {
    const properties = childOf(element, 'w:pPr')
    const styleId = propertyOf(properties, 'w:pStyle') ?? null
    const chain = styles.chain(styleId)
    const mark = childOf(properties, 'w:rPr')
    const isJoined = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
    const isContents = chain.some(({ name }) => /^toc \d$/i.test(name))
    isHiddenParagraph = chain.find((style) => style.isHidden !== undefined)?.isHidden ?? false
    const begun = carried
    carried = ''
    const startsUnseen = isUnseen()
    const kept = line
    line = begun
    // Only words tell whether a paragraph whose mark was deleted still has its number.
    const isEmptied = isJoined && !hasKeptWords(element)
    const number =
      begun !== '' || isEmptied || isContents || startsUnseen || isWhollyHidden(element, properties)
        ? ''
        : numbering.next(properties, styleId)
    line += number
    inline(element)
    if (isContents || (startsUnseen && line === begun)) {
      line = kept
      return
    }
    if (isJoined) {
      carried = line
      line = kept
      return
    }
    endLine()
  }

  const inline = (element: XmlElement): void => {
    for (const child of elementsOf(element)) piece(child)
  }

  const piece = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:r':
        run(element)
        return
      case 'w:del':
      case 'w:moveFrom':
        revision('deleted', element, deletedWords(element))
        return
      case 'w:ins':
      case 'w:moveTo': {
        const from = line.length
        const place = at()
        inline(element)
        revision('inserted', element, line.slice(from), place)
        return
      }
      case 'w:fldSimple':
        if (!/^\s*TOC\b/i.test(element.attributes.get('instr') ?? '')) inline(element)
        return
      case 'w:sdt': {
        const content = childOf(element, 'w:sdtContent')
        if (content) inline(content)
        return
      }
      case 'mc:AlternateContent': {
        const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
        if (choice) inline(choice)
        return
      }
      case 'w:commentReference':
      case 'w:commentRangeStart':
        remember('comment', element)
        return
      case 'm:t':
        put(wordsOf(element))
        return
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        return
      case 'w:ruby': {
        const base = childOf(element, 'w:rubyBase')
        if (base) inline(base)
        return
      }
      case 'w:txbxContent':
        textBox(element)
        return
      case 'w:altChunk':
        foreign += 1
        return
      default:
        if (!runPiece(element)) inline(element)
    }
  }

  const run = (element: XmlElement): void => {
    const properties = childOf(element, 'w:rPr')
    const style = styles.chain(propertyOf(properties, 'w:rStyle') ?? '\u0000').find(({ isHidden }) => isHidden !== undefined)
    const isHidden = childOf(properties, 'w:vanish') ? isOn(properties, 'w:vanish') : (style?.isHidden ?? isHiddenParagraph)
    if (!isHidden) {
      inline(element)
      return
    }
    if (elementsOf(element).some(({ name }) => name === 'w:t')) hidden += 1
    for (const child of elementsOf(element)) if (child.name === 'w:fldChar' || child.name === 'w:instrText') piece(child)
  }

  /** What stands inside a run; false for what only holds other things. */
  const runPiece = (element: XmlElement): boolean => {
    switch (element.name) {
      case 'w:t':
        put(wordsOf(element).replace(/[\n\r]+/g, ' '))
        return true
      case 'w:tab':
      case 'w:ptab':
        put('\t')
        return true
      case 'w:br':
        if ((element.attributes.get('type') ?? 'textWrapping') === 'textWrapping') put('\n')
        return true
      case 'w:cr':
        put('\n')
        return true
      case 'w:noBreakHyphen':
        put('-')
        return true
      case 'w:sym': {
        const code = Number.parseInt(element.attributes.get('char') ?? '', 16)
        // Symbol fonts map their signs to a private area that no other font shows.
        if (Number.isInteger(code) && code > 0x1f && code < 0xd800) put(String.fromCharCode(code))
        return true
      }
      case 'w:fldChar': {
        const type = element.attributes.get('fldCharType')
        const field = fields.at(-1)
        if (type === 'begin') fields.push({ instruction: '', isResult: false })
        else if (type === 'separate' && field) field.isResult = true
        else if (type === 'end') fields.pop()
        return true
      }
      case 'w:instrText': {
        const field = fields.at(-1)
        if (field) field.instruction += wordsOf(element)
        return true
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        remember(element.name === 'w:footnoteReference' ? 'footnote' : 'endnote', element)
        noteNumber += 1
        if (!element.attributes.has('customMarkFollows')) put(`[${noteNumber}]`)
        return true
      }
      default:
        return ['w:softHyphen', 'w:delText', 'w:delInstrText'].includes(element.name)
    }
  }

  const remember = (kind: string, element: XmlElement): void => {
    const key = `${kind}:${element.attributes.get('id') ?? ''}`
    const place = at()
    if (place !== null && !marks.has(key)) marks.set(key, place)
  }

  const revision = (kind: 'inserted' | 'deleted', element: XmlElement, words: string, place = at()): void => {
    if (words.trim() !== '') asides.push({ kind, text: words, author: element.attributes.get('author') ?? null, at: place })
  }

  const textBox = (element: XmlElement): void => {
    const place = at()
    const words = apart(() => blocks(element))
      .join('\n')
      .trim()
    if (words !== '') asides.push({ kind: 'textBox', text: words, author: null, at: place })
  }

  const table = (element: XmlElement): void => {
    const isNested = depth > 0
    const grid: string[][] = []
    const merges: IncomingMerge[] = []
    const open = new Map<number, IncomingMerge>()
    const rows = rowsOf(element)
    rows.forEach((row, top) => {
      const rowProperties = childOf(row, 'w:trPr')
      if (childOf(rowProperties, 'w:del')) return
      const words = Array.from({ length: span(propertyOf(rowProperties, 'w:gridBefore'), 0) }, () => '')
      const y = grid.length
      for (const cell of cellsOf(row)) {
        const properties = childOf(cell, 'w:tcPr')
        const width = span(propertyOf(properties, 'w:gridSpan'), 1)
        const left = words.length
        if (left + width > MOST_TABLE_COLUMNS) break
        const merge = childOf(properties, 'w:vMerge')
        const above = open.get(left)
        cells += width
        if (cells > MOST_TABLE_CELLS) return
        const own = apart(() => blocks(cell))
          .join('\n')
          .trim()
        const continues = merge !== undefined && merge.attributes.get('val') !== 'restart' && above !== undefined
        if (continues) open.set(left, { ...above, bottom: y })
        else {
          if (above) merges.push(above)
          open.delete(left)
          open.set(left, { top: y, bottom: y, left, right: left + width - 1 })
        }
        words.push(continues ? '' : own, ...Array.from({ length: width - 1 }, () => ''))
      }
      grid.push(words)
      if (top === rows.length - 1) merges.push(...open.values())
    })
    const columns = Math.max(0, ...grid.map((row) => row.length))
    for (const row of grid) while (row.length < columns) row.push('')
    if (columns === 0) return
    if (!isNested)
      tables.push({
        name: `表${tables.length + 1}`,
        rows: grid,
        merges: merges.filter(({ top, bottom, left, right }) => bottom > top || right > left),
        isHidden: false,
        hiddenRows: [],
        hiddenColumns: [],
      })
    for (const row of grid) {
      // One column is a frame around running text: its paragraphs stay lines.
      const shown = columns === 1 ? (row[0] ?? '').split('\n') : [row.map((words) => words.replace(/[\n\t]+/g, ' ')).join('\t')]
      for (const words of shown) {
        line = words
        endLine()
      }
    }
  }

  blocks(root)
  if (carried !== '') {
    line = carried
    endLine()
  }
  if (cells > MOST_TABLE_CELLS) return err(TOO_MANY_CELLS)
  return ok({ text: lines.join('\n'), tables, asides, marks, counts: { hidden, foreign } })
}

const span = (value: string | undefined, otherwise: number): number => {
  const number = Number(value)
  return value !== undefined && Number.isInteger(number) && number >= 0 ? Math.min(number, MOST_TABLE_COLUMNS) : otherwise
}

/** Rows and cells may stand in content controls and insertions. */
const within = (element: XmlElement, wanted: string): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) =>
    child.name === wanted
      ? [child]
      : ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name)
        ? within(child, wanted)
        : [],
  )
const rowsOf = (table: XmlElement): readonly XmlElement[] => within(table, 'w:tr')
const cellsOf = (row: XmlElement): readonly XmlElement[] => within(row, 'w:tc')

const deletedWords = (element: XmlElement): string =>
  elementsOf(element)
    .map((child) => (child.name === 'w:delText' || child.name === 'w:t' ? wordsOf(child) : deletedWords(child)))
    .join('')

const hasKeptWords = (element: XmlElement): boolean =>
  elementsOf(element).some((child) =>
    child.name === 'w:t'
      ? wordsOf(child) !== ''
      : child.name !== 'w:del' && child.name !== 'w:moveFrom' && child.name !== 'w:pPr' && hasKeptWords(child),
  )

/** A paragraph whose mark and words are hidden takes no number. */
const isWhollyHidden = (element: XmlElement, properties: XmlElement | undefined): boolean =>
  isOn(childOf(properties, 'w:rPr'), 'w:vanish') &&
  elementsOf(element).every((child) => child.name !== 'w:r' || isOn(childOf(child, 'w:rPr'), 'w:vanish'))
