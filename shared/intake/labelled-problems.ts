import { readMark } from '../domain/numbering.ts'
import { parseStatusPhrase } from '../domain/status-phrase.ts'
import { type HeadingWithStatus, takeHeadingStatus } from './heading-status.ts'
import { ANSWER_MEANINGS, findInlineAnswer, type Label, type LabelMeaning, labelStarts, readLabel } from './labels.ts'
import { restOfLine, type SourceLine, sliceLine } from './lines.ts'
import { flattenItems, linesUnder, type OutlineItem } from './outline.ts'

/** One labelled part of a problem: 整改情况:…. Paragraphs of `text` are separated by line feeds. */
export interface LabelledPart {
  readonly meaning: LabelMeaning
  readonly words: string
  /** The label stood on a line of its own. */
  readonly isAlone: boolean
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
  /** A status in brackets beside the statement. */
  readonly status: HeadingWithStatus | null
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
  new Set(flattenItems(roots).filter((item) => !isAnswerItself(item) && hasAnswer(item)))

/**
 * Takes a problem apart at its labels. A line without a label goes on where the last answer stopped, and so does a label that was there
 * before: a problem says each thing once, and nothing it says is left out.
 */
export const readLabelledProblem = (item: OutlineItem, year: number | null): LabelledProblem => {
  const [first, ...rest] = ownLines(item)
  const status = first ? takeHeadingStatus(first, year) : null
  const details: string[] = []
  const parts: LabelledPart[] = []
  rest.forEach((line, lineNumber) => {
    const found = partsOfLine(line, lineNumber)
    const isNew = found.length > 0 && found.every(({ meaning }) => !parts.some((part) => part.meaning === meaning))
    if (isNew) parts.push(...found)
    else if (!appendToAnswer(parts, line, lineNumber)) details.push(line.text)
  })
  const told = parts.map((part) =>
    isStatusOnly(part, year) && !parts.some(isStatus) ? { ...part, meaning: 'status' as const } : part,
  )
  return { item, statement: (status?.line ?? first)?.text ?? '', details: details.join('\n'), parts: told, status }
}

/** The lines of a problem, its own first; an answer that begins inside the problem's line becomes a line of its own. */
const ownLines = (item: OutlineItem): readonly SourceLine[] => {
  const at = findInlineAnswer(item.line.folded)
  const own = at === -1 ? [item.line] : [sliceLine(item.line, 0, at), restOfLine(item.line, at)]
  return [...own, ...linesUnder(item)]
}

const isStatus = (part: LabelledPart): boolean => part.meaning === 'status'

/** 整改结果:已完成。 — a result or progress that says nothing but the status. */
const isStatusOnly = (part: LabelledPart, year: number | null): boolean =>
  (part.meaning === 'result' || part.meaning === 'progress') && parseStatusPhrase(part.text, year) !== null

const isAnswer = (meaning: LabelMeaning): boolean => ANSWER_MEANINGS.includes(meaning)

/** Does an item state a problem and answer it in its own lines? */
export const hasAnswer = (item: OutlineItem): boolean => {
  if (findInlineAnswer(item.line.folded) !== -1) return true
  return item.body.some(beginsAnswer) || item.children.some(isAnswerItself)
}

/** 1.整改情况:… under a problem: a marked line that is a part of its answer. */
const isAnswerItself = (item: OutlineItem): boolean => beginsAnswer(item.line)

const beginsAnswer = (line: SourceLine): boolean => {
  const label = readLabel(line.folded)
  return label !== null && isAnswer(label.meaning)
}

/** Names in a responsibility are short; a long text behind such a label is a paragraph like any other. */
const LONGEST_NAMES = 400

const partsOfLine = (line: SourceLine, lineNumber: number): readonly LabelledPart[] => {
  const first = readLabel(line.folded) ?? readMarkedAnswer(line.folded)
  if (!first) return []
  // Only lines of short parts hold several labels; a 整改情况 may well say “责任单位:” in passing.
  const starts = isAnswer(first.meaning) ? [0, ...statusTail(line.folded)] : labelStarts(line.folded)
  const pieces = starts.map((from, i) => sliceLine(line, from, starts[i + 1] ?? line.text.length))
  const labels = pieces.map((piece, i) => (i === 0 ? first : readLabel(piece.folded)))
  if (labels.some((label, i) => label === null || isTooLong(label, pieces[i]))) return []
  return pieces.flatMap((piece, i) => {
    const label = labels[i]
    if (!label) return []
    const rest = restOfLine(piece, label.length)
    const text = i < pieces.length - 1 ? rest.text.replace(isAnswer(label.meaning) ? /[;；]$/ : /[;；。]$/, '') : rest.text
    const gap = /\s+$/.exec(line.text.slice(0, starts[i]))?.[0] ?? ''
    return [{ meaning: label.meaning, words: gap + label.words, isAlone: rest.text === '', text, lineNumber, line: rest }]
  })
}

/** Where 整改结果:已完成。 stands at the end of an answer. */
const statusTail = (folded: string): readonly number[] => {
  const match = /(?<=。)\s*[^。:]{2,6}:[^。]{2,40}。?$/.exec(folded)
  return match && readLabel(match[0].trimStart()) && parseStatusPhrase(match[0], null) ? [match.index] : []
}

/** 1.整改情况:… as a label whose words begin with the mark. */
const readMarkedAnswer = (folded: string): Label | null => {
  const mark = readMark(folded)
  const label = mark && readLabel(folded.slice(mark.length))
  if (!mark || !label || !isAnswer(label.meaning)) return null
  return { ...label, words: folded.slice(0, mark.length) + label.words, length: mark.length + label.length }
}

const isTooLong = (label: Label, piece: SourceLine | undefined): boolean =>
  !isAnswer(label.meaning) && (piece?.text.length ?? 0) > LONGEST_NAMES

/**
 * Adds a paragraph to the answer that came last; false where there is none yet. Behind a line of another kind (责任单位:…) it becomes a part
 * without a label, so that it stays where it stands.
 */
const appendToAnswer = (parts: LabelledPart[], line: SourceLine, lineNumber: number): boolean => {
  const paragraph = line.text
  const free = (['result', 'account'] as const).find((meaning) => !parts.some((part) => part.meaning === meaning))
  const last = parts.at(-1)
  if (last && free && !isAnswer(last.meaning) && parts.some((part) => isAnswer(part.meaning))) {
    parts.push({ meaning: free, words: '', isAlone: false, text: paragraph, lineNumber, line })
    return true
  }
  const at = parts.length - 1 - [...parts].reverse().findIndex((part) => isAnswer(part.meaning))
  const part = parts[at]
  if (!part || !isAnswer(part.meaning)) return false
  parts[at] = { ...part, text: part.text === '' ? paragraph : `${part.text}\n${paragraph}` }
  return true
}
