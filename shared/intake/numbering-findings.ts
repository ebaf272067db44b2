import { foldWidth } from '../base/text.ts'
import { type MarkStyle, printMark } from '../domain/numbering.ts'
import type { Draft } from './draft.ts'
import type { OutlineItem } from './outline.ts'
import type { Build } from './read-build.ts'

/** Reports outline numbers that are lost, doubled or missing, and lone ones. The ledger numbers by position and needs none of them. */
export const noteNumbering = (roots: readonly OutlineItem[], build: Build, draft: Draft): void => {
  const through = new Set(build.levels.filter((level) => level.continuous).map((level) => level.style))
  const last = new Map<MarkStyle, number>()
  const mended = new Map<string, { readonly item: OutlineItem; readonly due: string; count: number }>()
  const checkSiblings = (siblings: readonly OutlineItem[], parent: OutlineItem | null, isInProblems: boolean): void => {
    const runsThrough = (style: MarkStyle): boolean => isInProblems && through.has(style)
    siblings.forEach((item, i) => {
      const { style, value } = item.mark
      const previous = runsThrough(style) ? (last.get(style) ?? 0) : i === 0 ? 0 : numberAt(siblings, i - 1)
      checkItem(item, previous + 1, draft)
      const due = printMark(style, value ?? previous + 1)
      const [form, dueForm] = [formOf(item.printedMark), formOf(due)]
      const seen = mended.get(form)
      if (seen) seen.count++
      else if (value !== null && form !== dueForm) mended.set(form, { item, due, count: 1 })
      if (isInProblems) last.set(style, value ?? previous + 1)
      checkSiblings(build.childrenOf(item), item, isInProblems || item === build.section || build.problemRoots.includes(item))
    })
    const [only] = siblings
    if (parent && only && siblings.length === 1 && !runsThrough(only.mark.style)) {
      draft.note('intake.number-lone', parent.line, { text: shorten(parent.line.text) })
    }
  }
  checkSiblings(roots, null, false)
  for (const { item, due, count } of mended.values())
    draft.note('intake.mark-mended', item.whole, { stated: item.printedMark, expected: due, count })
}

/** Names what stands beside the problems and was not taken for one, and says when problems were a guess. */
export const noteProblemRow = (build: Build, draft: Draft): void => {
  for (const item of build.leftOut) {
    const beside = [...build.problems].filter((problem) => problem.depth === item.depth || build.problemRoots.includes(problem))
    const names = [
      ...new Set((beside.length > 0 ? beside : build.problemRoots).map((problem) => problem.printedMark.replace(/[、.]$/, ''))),
    ].slice(0, 2)
    draft.note('intake.heading-left-out', item.whole, { text: shorten(item.whole.text), names })
  }
  if (build.isGuess && build.problems.size > 0) draft.note('intake.problems-guessed', null, { count: build.problems.size })
}

/** What is left of a mark when its number is taken as one: 1、 → N、. Widths and spaces are no difference. */
const formOf = (mark: string): string =>
  foldWidth(mark)
    .replace(/\s/g, '')
    .replace(/\d+/, 'N')
    .replace(/[零一二三四五六七八九十百千]+/, 'C')

/** The number a sibling has, a lost one counted on from the one before. */
const numberAt = (siblings: readonly OutlineItem[], i: number): number =>
  siblings[i]?.mark.value ?? (i === 0 ? 1 : numberAt(siblings, i - 1) + 1)

const checkItem = (item: OutlineItem, expected: number, draft: Draft): void => {
  const { mark } = item
  const place = { start: item.whole.start, end: item.whole.start + mark.length }
  const due = printMark(mark.style, expected)
  if (mark.value === null) draft.note('intake.number-lost', place, { text: shorten(item.line.text), expected: due })
  else if (mark.value !== expected) draft.note('intake.number-out-of-order', place, { stated: item.printedMark, expected: due })
}

export const shorten = (text: string, length = 20): string => (text.length <= length ? text : `${text.slice(0, length)}…`)
