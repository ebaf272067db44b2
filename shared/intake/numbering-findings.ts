import { type LevelNumbering, printMark } from '../domain/numbering.ts'
import type { Draft } from './draft.ts'
import type { OutlineItem } from './outline.ts'

/** Reports outline numbers that are lost, doubled or missing, and lone ones. The ledger numbers by position and needs none of them. */
export const noteNumbering = (roots: readonly OutlineItem[], levels: readonly LevelNumbering[], draft: Draft): void => {
  const lastOfLevel = new Map<number, number>()
  const checkSiblings = (siblings: readonly OutlineItem[], parent: OutlineItem | null): void => {
    siblings.forEach((item, i) => {
      const level = levels[item.depth - 1]
      const previous = level?.continuous
        ? (lastOfLevel.get(item.depth) ?? 0)
        : (siblings[i - 1] && numberAt(siblings, i - 1)) || 0
      const expected = previous + 1
      checkItem(item, expected, draft)
      lastOfLevel.set(item.depth, item.mark.value ?? expected)
      checkSiblings(item.children, item)
    })
    const [only] = siblings
    const restarts = only !== undefined && !levels[only.depth - 1]?.continuous
    if (parent && only && siblings.length === 1 && restarts) {
      draft.note('intake.number-lone', parent.line, { text: shorten(parent.line.text) })
    }
  }
  checkSiblings(roots, null)
}

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
