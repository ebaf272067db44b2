import { lastIndexWhere, mostCommon } from '../base/list.ts'
import { type LevelNumbering, type Mark, rankOf, readMark } from '../domain/numbering.ts'
import { restOfLine, type SourceLine } from './lines.ts'

/** One marked line with what stands under it. `depth` counts from 1 at the top of the document. */
export interface OutlineItem {
  readonly mark: Mark
  /** The mark as printed, for 原序号 and for marks inside an answer. */
  readonly printedMark: string
  /** The line after its mark. */
  readonly line: SourceLine
  readonly whole: SourceLine
  readonly depth: number
  /** Unmarked lines before the first child. */
  readonly body: readonly SourceLine[]
  readonly children: readonly OutlineItem[]
}

export interface DocumentOutline {
  /** The lines before the first mark. */
  readonly preamble: readonly SourceLine[]
  readonly roots: readonly OutlineItem[]
}

/** Puts lines under their marks by the order of styles that GB/T 9704-2012 7.3.3 gives: 一、 (一) 1. (1) 1) ①. */
export const readOutline = (lines: readonly SourceLine[]): DocumentOutline => {
  const preamble: SourceLine[] = []
  const roots: DraftItem[] = []
  const open: DraftItem[] = []
  for (const line of lines) {
    const mark = withLostStyle(readMark(line.folded), open)
    if (!mark) {
      const home = open.at(-1)?.body ?? preamble
      home.push(line)
      continue
    }
    while ((open.at(-1)?.rank ?? 0) >= rankOf(mark.style)) open.pop()
    const item: DraftItem = {
      mark,
      printedMark: line.text.slice(0, mark.length).trim(),
      line: restOfLine(line, mark.length),
      whole: line,
      rank: rankOf(mark.style),
      depth: open.length + 1,
      body: [],
      children: [],
    }
    const siblings = open.at(-1)?.children ?? roots
    siblings.push(item)
    open.push(item)
  }
  return { preamble, roots }
}

/**
 * Puts a list inside an answer back into it: items without an answer of their own that begin at 1 again behind one that has an answer
 * are steps of that answer, though they carry the marks of problems.
 */
export const foldInnerLists = (
  siblings: readonly OutlineItem[],
  hasAnswer: (item: OutlineItem) => boolean,
): readonly OutlineItem[] => {
  const folded: OutlineItem[] = []
  let next = 0
  for (const item of siblings) {
    const owner = folded.at(-1)
    const continues = next > 0 && item.mark.value === next && !hasAnswer(item)
    const begins = item.mark.value === 1 && !hasAnswer(item) && owner !== undefined && hasAnswer(owner)
    if (owner && (begins || continues)) {
      folded[folded.length - 1] = { ...owner, children: [...owner.children, item] }
      next = (item.mark.value ?? 0) + 1
      continue
    }
    next = 0
    folded.push({ ...item, children: foldInnerLists(item.children, hasAnswer) })
  }
  return folded
}

/** Every item below and including `items`, in document order. */
export const flattenItems = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
  items.flatMap((item) => [item, ...flattenItems(item.children)])

/** The lines of an item in document order with the marks inside it as printed: what an answer consists of. */
export const linesUnder = (item: OutlineItem): readonly SourceLine[] => [
  ...item.body,
  ...item.children.flatMap((child) => [child.whole, ...linesUnder(child)]),
]

/**
 * How the levels of an outline are numbered, from its top: the style most items of a depth have, continuous when numbers run on across
 * parents. `childrenOf` tells which items are part of the outline (what stands inside an answer is not).
 */
export const levelsOf = (
  top: readonly OutlineItem[],
  childrenOf: (item: OutlineItem) => readonly OutlineItem[],
): readonly LevelNumbering[] => {
  const levels: LevelNumbering[] = []
  let row = [top]
  while (row.some((siblings) => siblings.length > 0)) {
    const items = row.flat()
    levels.push({ style: mostCommon(items.map((item) => item.mark.style)) ?? 'cjk-dun', continuous: runsOn(row) })
    row = items.map(childrenOf)
  }
  return levels
}

interface DraftItem extends OutlineItem {
  readonly rank: number
  readonly body: SourceLine[]
  readonly children: DraftItem[]
}

/** A bare “)” continues the bracketed level that is open nearest to it. */
const withLostStyle = (mark: Mark | null, open: readonly DraftItem[]): Mark | null => {
  if (mark === null || mark.value !== null) return mark
  const near = open[lastIndexWhere(open, (item) => /paren/.test(item.mark.style))]
  return near ? { ...mark, style: near.mark.style } : null
}

/** Do numbers continue from one parent to the next? At least one must, and none may start again at 1. */
const runsOn = (row: readonly (readonly OutlineItem[])[]): boolean => {
  const groups = row.filter((siblings) => siblings.length > 0)
  const joints = groups.slice(1).map((siblings, i) => [groups[i]?.at(-1)?.mark.value ?? 0, siblings[0]?.mark.value ?? 1] as const)
  const continuing = joints.filter(([last, first]) => first === last + 1 && first > 1).length
  return continuing > 0 && continuing > joints.filter(([, first]) => first === 1).length
}
