import type { LevelNumbering } from '../domain/numbering.ts'
import { findHeadedProblems } from './headed-problems.ts'
import { isAboutTheWork } from './heading-form.ts'
import { findLabelledProblems, type LabelledReading, readLabelledProblem } from './labelled-problems.ts'
import { type DocumentOutline, flattenItems, levelsOf, type OutlineItem } from './outline.ts'
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
  /** The top of the problems' outline: what stands under the section, or the roots themselves. */
  readonly top: readonly OutlineItem[]
  /** What of an item belongs to the outline: marks inside an answer are part of its text. */
  readonly childrenOf: (item: OutlineItem) => readonly OutlineItem[]
  readonly levels: readonly LevelNumbering[]
  /** What stands beside the problems and was taken for none. */
  readonly leftOut: readonly OutlineItem[]
  /** No heading has the form of a problem's: what was taken for problems is a guess. */
  readonly isGuess: boolean
}

export const readBuild = (outline: DocumentOutline, year: number | null): Build => {
  const roots = outline.roots.filter((root) => !isRemainingSection(root))
  const labelled = findLabelledProblems(roots)
  const named = findHeadedProblems(roots)
  // A label here and there does not make a text of named headings one of labels.
  const kind = labelled.size > 0 && (named.isGuess || labelled.size >= named.problems.size) ? 'labelled' : 'headed'
  const headed = kind === 'labelled' ? null : named
  const problems = headed?.problems ?? labelled
  const problemRoots = rootsOf(roots, problems)
  const section = sectionOver(problemRoots, roots, problems)
  const top = section ? section.children : problemRoots
  const items = new Set(kind === 'headed' ? [...problems].flatMap((problem) => problem.children) : [])
  const childrenOf = (item: OutlineItem): readonly OutlineItem[] =>
    items.has(item) || (kind === 'labelled' && problems.has(item)) ? [] : item.children
  const reading = { year, measuresAreAccount: measuresAreAccount(labelled) }
  const { leftOut, isGuess } = headed ?? { leftOut: section ? [] : besideRoots(roots, problemRoots), isGuess: false }
  return { kind, problems, problemRoots, section, top, childrenOf, levels: levelsOf(top, childrenOf), reading, leftOut, isGuess }
}

/** Categories without a labelled problem beside several that have some. */
const besideRoots = (roots: readonly OutlineItem[], problemRoots: readonly OutlineItem[]): readonly OutlineItem[] =>
  problemRoots.length < 2
    ? []
    : roots.filter((root) => !problemRoots.includes(root) && root.children.length > 0 && !isAboutTheWork(root))

const rootsOf = (roots: readonly OutlineItem[], problems: ReadonlySet<OutlineItem>): readonly OutlineItem[] => {
  const holds = (root: OutlineItem): boolean => flattenItems([root]).some((item) => problems.has(item))
  const first = roots.findIndex(holds)
  const last = roots.length - 1 - [...roots].reverse().findIndex(holds)
  return first === -1 ? [] : roots.slice(first, last + 1)
}

const sectionOver = (
  problemRoots: readonly OutlineItem[],
  roots: readonly OutlineItem[],
  problems: ReadonlySet<OutlineItem>,
): OutlineItem | null => {
  const [only, ...others] = problemRoots
  if (!only || others.length > 0 || only.mark.style !== 'cjk-dun' || problems.has(only)) return null
  return roots.length > 1 || /整改|问题|情况/.test(only.line.folded) ? only : null
}

/** 整改措施 means the whole account where no other label of the text does. */
const measuresAreAccount = (labelled: ReadonlySet<OutlineItem>): boolean => {
  const meanings = new Set([...labelled].flatMap((item) => readLabelledProblem(item, null).parts.map((part) => part.meaning)))
  return meanings.has('measures') && !(['account', 'progress', 'result'] as const).some((meaning) => meanings.has(meaning))
}
