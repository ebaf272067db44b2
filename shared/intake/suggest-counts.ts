import type { PlainDate } from '../base/plain-date.ts'
import { figuresOf } from '../domain/figures/figures-of.ts'
import type { Ledger } from '../domain/ledger.ts'
import type { Draft } from './draft.ts'
import { type DocumentOutline, linesUnder } from './outline.ts'
import type { Build } from './read-build.ts'
import { isRemainingSection } from './remaining.ts'
import { findStatedCounts, type StatedCount } from './stated-counts.ts'

/** The end of time: a count over everything the ledger holds. */
const ALWAYS = '2199-12-31' as PlainDate

/**
 * Compares the counts a notice states of itself with what it shows, and returns them. What cannot be told from the text is not
 * compared.
 */
export const noteStatedCounts = (
  draft: Draft,
  ledger: Ledger,
  outline: DocumentOutline,
  build: Build,
): readonly StatedCount[] => {
  const sections = outline.roots.filter((root) => !build.problemRoots.includes(root) && !isRemainingSection(root))
  const lines = [...outline.preamble, ...sections.flatMap(linesUnder)]
  const shown = new Map(figuresOf(ledger, ALWAYS).map((figure) => [figure.id, Number(figure.value)]))
  const counts = findStatedCounts(lines)
  for (const count of counts) {
    const candidates = shownFor(count, shown)
    if (candidates.length === 0 || candidates.includes(count.stated)) continue
    draft.note('intake.count-differs', count, {
      text: count.words,
      stated: String(count.stated),
      expected: candidates.join('或'),
    })
  }
  return counts
}

/** The numbers a stated count may rightly be; none where the text does not show what was counted. */
const shownFor = (count: StatedCount, shown: ReadonlyMap<string, number>): readonly number[] => {
  const value = (id: string): number => shown.get(id) ?? 0
  const unstated = value('problems.unstated') > 0
  switch (count.of) {
    case 'problems':
      return [...new Set([value('problems.total'), value('items.total')])].filter((n) => n > 0)
    case 'measures':
      return value('measures.total') > 0 && value('items.total') === value('problems.total') ? [value('measures.total')] : []
    case 'done':
    case 'open':
    case 'basicallyDone':
    case 'sustained':
      return unstated ? [] : [value(`problems.${count.of}`)]
  }
}
