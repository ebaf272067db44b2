import { STATEMENT_SLOT } from '../domain/heading-pattern.ts'
import { splitRunIn } from './blocks.ts'
import {
  headingOf,
  isAboutTheWork,
  isAspect,
  matchBareHeading,
  matchHeading,
  type ProblemHeading,
  tellsShortcoming,
} from './heading-form.ts'
import { type HeadingWithStatus, takeHeadingStatus } from './heading-status.ts'
import type { SourceLine } from './lines.ts'
import { flattenItems, linesUnder, type OutlineItem } from './outline.ts'
import { isRemainingSection } from './remaining.ts'

/** One (一) under a heading that names a problem: an Item. */
export interface HeadedMeasure {
  readonly item: OutlineItem
  readonly title: string
  readonly account: string
  /** The title stood alone on its line. */
  readonly isAlone: boolean
}

/** 方面—事项式: a heading that names a problem, the paragraphs under it, and its items. */
export interface HeadedProblem {
  readonly item: OutlineItem
  readonly statement: string
  readonly pattern: string
  readonly details: string
  readonly account: string
  readonly measures: readonly HeadedMeasure[]
  readonly status: HeadingWithStatus | null
}

/** The problems that headings name, and what stands beside them and was not taken for one. */
export interface HeadedRow {
  readonly problems: ReadonlySet<OutlineItem>
  readonly leftOut: readonly OutlineItem[]
  /** No heading has the form of a problem's; sections or their parts were taken for problems. */
  readonly isGuess: boolean
}

/**
 * The items whose headings name problems (关于…问题的整改情况): all of the shallowest depth where such headings stand, from the first to the
 * last of them, and their siblings around these that read like problems, whatever their form. A heading over an aspect (…方面) is none
 * where problems are named under it. Where no heading has such a form, sections with numbered items that are not about the work as a
 * whole are taken, or, where these are aspects, the items under them.
 */
export const findHeadedProblems = (roots: readonly OutlineItem[]): HeadedRow => {
  const all = flattenItems(roots)
  const named = all.filter(
    (item) => matchesHeading(item) && !(isAspect(item) && item.children.some((child) => matchesHeading(child))),
  )
  if (named.length === 0) return guessRow(roots)
  const depth = Math.min(...named.map((item) => item.depth))
  const row = all.filter((item) => item.depth === depth)
  const isNamed = new Set(named)
  const first = row.findIndex((item) => isNamed.has(item))
  const last = row.length - 1 - [...row].reverse().findIndex((item) => isNamed.has(item))
  const groups = siblingGroups(roots).filter(
    ({ parent, items }) =>
      items.some((item) => isNamed.has(item)) || (parent !== null && isAspect(parent) && !isAboutTheWork(parent)),
  )
  const beside = new Set(groups.flatMap(({ items }) => items))
  const outside = row.filter((item, i) => (i < first || i > last) && beside.has(item) && !isOtherSection(item))
  const alike = new Set(outside.filter(readsLikeProblem))
  return {
    problems: new Set(row.filter((item, i) => (i >= first && i <= last) || alike.has(item))),
    leftOut: outside.filter((item) => !alike.has(item)),
    isGuess: false,
  }
}

export const readHeadedProblem = (item: OutlineItem, year: number | null): HeadedProblem => {
  const status = takeHeadingStatus(item.line, year)
  const line = status?.line ?? item.line
  const heading = matchHeading(line) ?? (isAboutTheWork(item) ? null : matchBareHeading(line)) ?? plainHeading(line)
  const text = [heading.rest, ...item.body].filter((l) => l !== null).map((l) => l.text)
  // A shortcoming that nobody answers is told more closely by what stands behind it.
  const isTold = heading.rest !== null && heading.pattern === TOLD
  return {
    item,
    status,
    statement: heading.statement,
    pattern: status ? status.pattern.replace(STATEMENT_SLOT, () => heading.pattern) : heading.pattern,
    details: isTold ? text.join('\n') : '',
    account: isTold ? '' : text.join('\n'),
    measures: item.children.map(readMeasure),
  }
}

const TOLD = `${STATEMENT_SLOT}。`

/** A heading without the form: its first sentence where that tells a shortcoming and more follows, else the whole line. */
const plainHeading = (line: SourceLine): ProblemHeading => {
  const stop = line.text.indexOf('。')
  if (stop === -1 || stop === line.text.length - 1 || !tellsShortcoming(line.folded.slice(0, stop)))
    return { statement: line.text, pattern: STATEMENT_SLOT, rest: null }
  const rest = { ...line, text: line.text.slice(stop + 1).trim() }
  return { statement: line.text.slice(0, stop), pattern: TOLD, rest }
}

const guessRow = (roots: readonly OutlineItem[]): HeadedRow => {
  const row = roots.filter((item) => item.children.length > 0 && !isOtherSection(item))
  const aspects = row.filter(isAspect)
  const problems = aspects.length * 2 > row.length ? row.flatMap((item) => item.children) : row
  return { problems: new Set(problems), leftOut: [], isGuess: true }
}

const matchesHeading = (item: OutlineItem): boolean =>
  matchHeading(takeHeadingStatus(item.line, null)?.line ?? item.line) !== null

const isOtherSection = (item: OutlineItem): boolean => isAboutTheWork(item) || isRemainingSection(item)

const readsLikeProblem = (item: OutlineItem): boolean =>
  headingOf(item).length <= 60 && (matchBareHeading(item.line) !== null || tellsShortcoming(headingOf(item)))

interface SiblingGroup {
  readonly parent: OutlineItem | null
  readonly items: readonly OutlineItem[]
}

const siblingGroups = (roots: readonly OutlineItem[]): readonly SiblingGroup[] => [
  { parent: null, items: roots },
  ...flattenItems(roots).map((parent) => ({ parent, items: parent.children })),
]

const readMeasure = (item: OutlineItem): HeadedMeasure => {
  const { heading, text } = splitRunIn(item)
  const under = linesUnder(item).map((line) => line.text)
  // A lone sentence is all there is to say: it is the account, under no title.
  if (text === '' && under.length === 0) return { item, title: '', account: heading, isAlone: false }
  return { item, title: heading, account: [text, ...under].filter((t) => t !== '').join('\n'), isAlone: text === '' }
}
