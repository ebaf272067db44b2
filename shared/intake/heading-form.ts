import { STATEMENT_SLOT, statementInSlot } from '../domain/heading-pattern.ts'
import { restOfLine, type SourceLine, sliceLine } from './lines.ts'
import type { OutlineItem } from './outline.ts'

/** What a heading says of a problem: its statement, the words around it, and what runs on behind the heading on its line. */
export interface ProblemHeading {
  readonly statement: string
  readonly pattern: string
  readonly rest: SourceLine | null
}

/**
 * Reads a heading that names a problem: 关于…问题的整改情况, 针对“…”问题, “…”的整改, 关于…的问题。(with text running on). Null for
 * headings of another form.
 */
export const matchHeading = (line: SourceLine): ProblemHeading | null => matchForm(line, false) ?? matchRunIn(line)

/** The same for a heading among such headings, whose form may be barer: 生态环境保护不力的整改. */
export const matchBareHeading = (line: SourceLine): ProblemHeading | null => matchForm(line, true)

/** Does a heading tell of something wanting? */
export const tellsShortcoming = (folded: string): boolean => SHORTCOMING.test(folded)

/** The heading of an item: its line, or the first sentence of a line that runs on. */
export const headingOf = (item: OutlineItem): string => item.line.folded.split('。')[0] ?? ''

/** 贯彻落实…方面: a heading over problems, which names none itself. */
export const isAspect = (item: OutlineItem): boolean => ASPECT.test(headingOf(item))

/** Sections about the work as a whole rather than about a problem. */
export const isAboutTheWork = (item: OutlineItem): boolean =>
  ABOUT_THE_WORK.test(item.line.folded) && !tellsShortcoming(headingOf(item))

const ASPECT = /方面(?:的)?(?:存在)?(?:的)?(?:突出|主要)?(?:问题|整改|情况|$)/
const ABOUT_THE_WORK =
  /下一步|下步|今后|打算|(?<!党|基层|群团)组织(?!建设|生活|路线|力|生活|部|设置|覆盖|纪律|观念|薄弱)|部署|推动情况|主要做法|总体|基本情况|工作开展|提高(?:政治)?站位|压实责任|巩固|线索|信访|移交|问责处理/
const SHORTCOMING =
  /不(?!断|忘|懈|松|折|打折)|未(?!来)|薄弱|弱化|淡化|虚化|缺失|缺位|缺乏|差距|短板|问题突出|突出$|风险|滞后|乏力|流于|有待|违规|违反|违纪|浮于|禁而|频发|多发|时有发生|仍有发生|宽松软|走过场|形式主义/

const LEAD = /^(关于|针对)?/
const SUFFIX =
  /((?:的)?问题(?:的)?(?:整改(?:落实|进展|完成)?(?:工作)?(?:情况)?)?|(?:的)?整改(?:落实|进展|完成)?(?:工作)?(?:情况)?)[。;]?$/

const matchForm = (line: SourceLine, mayBeBare: boolean): ProblemHeading | null => {
  const lead = LEAD.exec(line.folded)?.[1] ?? ''
  const suffixAt = SUFFIX.exec(line.folded)?.index ?? -1
  if (suffixAt <= lead.length) return null
  const core = line.text.slice(lead.length, suffixAt)
  const suffix = line.text.slice(suffixAt).replace(/[。;；]$/, '')
  const quotes = quotesAround(core)
  if (core.includes('。')) return null
  if (lead === '' && !quotes && !mayBeBare && !isQuotedList(core)) return null
  const [open = '', close = ''] = quotes ?? []
  const pattern = `${lead}${open}${STATEMENT_SLOT}${close}${suffix}`
  const slot = core.slice(open.length, core.length - close.length)
  return { statement: statementInSlot(pattern, slot), pattern, rest: null }
}

/** A first sentence that names the problem, and text behind it. */
const matchRunIn = (line: SourceLine): ProblemHeading | null => {
  const stop = line.text.indexOf('。')
  if (stop === -1 || stop === line.text.length - 1 || stop > LONGEST) return null
  const sentence = sliceLine(line, 0, stop)
  const named = matchForm(sentence, /的问题$/.test(sentence.folded) && tellsShortcoming(sentence.folded))
  return named && { ...named, pattern: `${named.pattern}。`, rest: restOfLine(line, stop + 1) }
}

const LONGEST = 60

const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['"', '"'],
  ["'", "'"],
]

/** The one pair of quotation marks around a whole; null for none, and for several names in quotation marks beside each other. */
const quotesAround = (core: string): readonly [open: string, close: string] | null =>
  QUOTES.find(([open, close]) => core.length > 2 && core.startsWith(open) && closesAt(core, open, close) === core.length - 1) ??
  null

/** Where the quotation mark a text begins with is closed. */
const closesAt = (text: string, open: string, close: string): number => {
  if (open === close) return text.indexOf(close, 1)
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open) depth++
    if (text[i] === close && --depth === 0) return i
  }
  return -1
}

const isQuotedList = (core: string): boolean => /^“.+”$/.test(core) || /^".+"$/.test(core)
