import { STATEMENT_SLOT, statementInSlot } from '../domain/heading-pattern.ts'
import { splitRunIn } from './blocks.ts'
import type { SourceLine } from './lines.ts'
import { flattenItems, linesUnder, type OutlineItem } from './outline.ts'

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
  readonly account: string
  readonly measures: readonly HeadedMeasure[]
}

/**
 * The items whose headings name problems (关于…问题的整改情况): all of the shallowest depth where such headings stand, from the
 * first to the last of them. Where no heading has that form, every section with numbered items that is not about the work as
 * a whole is taken for one.
 */
export const findHeadedProblems = (roots: readonly OutlineItem[]): ReadonlySet<OutlineItem> => {
  const all = flattenItems(roots)
  const named = all.filter((item) => matchHeading(item.line) !== null)
  const depth = Math.min(...named.map((item) => item.depth))
  const row =
    named.length > 0
      ? all.filter((item) => item.depth === depth)
      : roots.filter((item) => item.children.length > 0 && !isAboutTheWork(item))
  const first = row.findIndex((item) => named.includes(item))
  const count = row.filter((item) => named.includes(item)).length
  if (named.length === 0) return new Set(row)
  const until = row.length - [...row].reverse().findIndex((item) => named.includes(item))
  return new Set(count === 0 ? [] : row.slice(first, until))
}

export const readHeadedProblem = (item: OutlineItem): HeadedProblem => {
  const heading = matchHeading(item.line)
  return {
    item,
    statement: heading?.statement ?? item.line.text,
    pattern: heading?.pattern ?? STATEMENT_SLOT,
    account: item.body.map((line) => line.text).join('\n'),
    measures: item.children.map(readMeasure),
  }
}

const readMeasure = (item: OutlineItem): HeadedMeasure => {
  const { heading, text } = splitRunIn(item)
  const under = linesUnder(item).map((line) => line.text)
  // A lone sentence is all there is to say: it is the account, under no title.
  if (text === '' && under.length === 0) return { item, title: '', account: heading, isAlone: false }
  return { item, title: heading, account: [text, ...under].filter((t) => t !== '').join('\n'), isAlone: text === '' }
}

/** Sections about the work as a whole rather than about a problem. */
export const isAboutTheWork = (item: OutlineItem): boolean =>
  /下一步|今后|打算|组织|部署|推动情况|主要做法|总体|基本情况|工作开展|提高(?:政治)?站位|压实责任|巩固|线索|信访/.test(
    item.line.folded,
  )

const HEADING =
  /^(关于)?([“"'])?(.+?)([”"'])?((?:的)?问题(?:的)?(?:整改)(?:落实|进展|完成)?(?:工作)?情况|(?:的)?整改(?:落实|进展|完成)?情况)[。;]?$/

const matchHeading = (line: SourceLine): { readonly statement: string; readonly pattern: string } | null => {
  const match = HEADING.exec(line.folded)
  if (!match) return null
  const [, lead = '', open = '', , close = ''] = match
  const isQuoted = open === '“' && close === '”'
  if (!isQuoted && lead === '') return null
  const slotFrom = lead.length + open.length
  const slotTo = slotFrom + (match[3]?.length ?? 0)
  const suffix = line.text.slice(slotTo, line.text.length).replace(/[。;；]$/, '')
  const pattern = `${lead}${open}${STATEMENT_SLOT}${suffix}`
  return { statement: statementInSlot(pattern, line.text.slice(slotFrom, slotTo)), pattern }
}
