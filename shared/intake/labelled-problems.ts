import { ANSWER_MEANINGS, findInlineAnswer, type LabelMeaning, labelStarts, readLabel } from './labels.ts'
import { restOfLine, type SourceLine, sliceLine } from './lines.ts'
import { flattenItems, linesUnder, type OutlineItem } from './outline.ts'

/** One labelled part of a problem: 整改情况:…. Paragraphs of `text` are separated by line feeds. */
export interface LabelledPart {
  readonly meaning: LabelMeaning
  readonly words: string
  readonly text: string
  /** Parts with the same number stood on one line. */
  readonly lineNumber: number
  /** Where the text begins, for findings. */
  readonly line: SourceLine
}

/** 问题逐条式: a marked line that states a problem, and its labelled answer. */
export interface LabelledProblem {
  readonly item: OutlineItem
  readonly statement: string
  readonly details: string
  readonly parts: readonly LabelledPart[]
}

/** What all labelled problems of a text agree on. */
export interface LabelledReading {
  /** The year unfinished dates belong to. */
  readonly year: number | null
  /** 整改措施 means the whole account where no other label of the text does. */
  readonly measuresAreAccount: boolean
}

/** The items that are problems: those with an answer's label in their own lines. Empty when the text is not of this build. */
export const findLabelledProblems = (roots: readonly OutlineItem[]): ReadonlySet<OutlineItem> =>
  new Set(flattenItems(roots).filter(hasAnswer))

export const readLabelledProblem = (item: OutlineItem): LabelledProblem => {
  const [first, ...rest] = ownLines(item)
  const statement = first?.text ?? ''
  const details: string[] = []
  const parts: LabelledPart[] = []
  rest.forEach((line, lineNumber) => {
    const found = partsOfLine(line, lineNumber)
    if (found.length > 0) parts.push(...found)
    else if (parts.length === 0) details.push(line.text)
    else appendParagraph(parts, line)
  })
  return { item, statement, details: details.join('\n'), parts }
}

/** The lines of a problem, its own first; an answer that begins inside the problem's line becomes a line of its own. */
const ownLines = (item: OutlineItem): readonly SourceLine[] => {
  const at = findInlineAnswer(item.line.folded)
  const own = at === -1 ? [item.line] : [sliceLine(item.line, 0, at), restOfLine(item.line, at)]
  return [...own, ...linesUnder(item)]
}

const hasAnswer = (item: OutlineItem): boolean =>
  findInlineAnswer(item.line.folded) !== -1 ||
  item.body.some((line) => ANSWER_MEANINGS.includes(readLabel(line.folded)?.meaning as LabelMeaning))

/** Names in a responsibility are short; a long text behind such a label is a paragraph of its own. */
const LONGEST_NAMES = 400

const partsOfLine = (line: SourceLine, lineNumber: number): readonly LabelledPart[] => {
  if (!readLabel(line.folded)) return []
  const first = readLabel(line.folded)
  // Only lines of short parts hold several labels; a 整改情况 may well say “责任单位:” in passing.
  const starts = first && ANSWER_MEANINGS.includes(first.meaning) ? [0] : labelStarts(line.folded)
  return starts.flatMap((from, i) => {
    const piece = sliceLine(line, from, starts[i + 1] ?? line.text.length)
    const label = readLabel(piece.folded)
    if (!label) return []
    const rest = restOfLine(piece, label.length)
    const isShort = ANSWER_MEANINGS.includes(label.meaning) || rest.text.length <= LONGEST_NAMES
    return isShort
      ? [{ meaning: label.meaning, words: label.words, text: rest.text.replace(/[;；]$/, ''), lineNumber, line: rest }]
      : []
  })
}

const appendParagraph = (parts: LabelledPart[], line: SourceLine): void => {
  const last = parts.pop()
  if (last) parts.push({ ...last, text: last.text === '' ? line.text : `${last.text}\n${line.text}` })
}
