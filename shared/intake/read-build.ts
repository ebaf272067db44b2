import { findHeadedProblems } from './headed-problems.ts'
import { findLabelledProblems, type LabelledReading, readLabelledProblem } from './labelled-problems.ts'
import { type DocumentOutline, flattenItems, type OutlineItem } from './outline.ts'
import { isRemainingSection } from './remaining.ts'

/**
 * How a notice is built: `headed` 方面—事项式 (a heading names the problem, the text is the answer), `labelled` 问题逐条式 (the problem's
 * sentence, then 整改情况: or 整改措施及成效:).
 */
export interface Build {
  readonly kind: 'headed' | 'labelled'
  readonly problems: ReadonlySet<OutlineItem>
  readonly reading: LabelledReading
  /** The first-level items from the first to the last that hold problems. */
  readonly problemRoots: readonly OutlineItem[]
  /** One first-level heading over all problems (二、反馈问题的整改情况), which is no 类别 itself. */
  readonly section: OutlineItem | null
}

export const readBuild = (outline: DocumentOutline, year: number | null): Build => {
  const roots = outline.roots.filter((root) => !isRemainingSection(root))
  const labelled = findLabelledProblems(roots)
  const problems = labelled.size > 0 ? labelled : findHeadedProblems(roots)
  const holds = (root: OutlineItem): boolean => flattenItems([root]).some((item) => problems.has(item))
  const first = roots.findIndex(holds)
  const last = roots.length - 1 - [...roots].reverse().findIndex(holds)
  const problemRoots = first === -1 ? [] : roots.slice(first, last + 1)
  const [only] = problemRoots
  const isSection = problemRoots.length === 1 && only?.mark.style === 'cjk-dun' && !problems.has(only)
  const section = isSection && only && (roots.length > 1 || /整改|问题|情况/.test(only.line.folded)) ? only : null
  const meanings = new Set([...labelled].flatMap((item) => readLabelledProblem(item).parts.map((part) => part.meaning)))
  const measuresAreAccount =
    meanings.has('measures') && !['account', 'progress', 'result'].some((m) => meanings.has(m as 'account'))
  return {
    kind: labelled.size > 0 ? 'labelled' : 'headed',
    problems,
    problemRoots,
    section,
    reading: { year, measuresAreAccount },
  }
}
