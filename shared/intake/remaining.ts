import { STATEMENT_SLOT, statementInSlot } from '../domain/heading-pattern.ts'
import type { Problem } from '../domain/records/record-kinds.ts'
import type { Status } from '../domain/status.ts'
import { readLabel } from './labels.ts'
import { restOfLine, type SourceLine } from './lines.ts'
import { linesUnder, type OutlineItem } from './outline.ts'

/** One entry of 需要进一步整改的事项: which problem it names, what is still to be done, until when. */
export interface RemainingEntry {
  readonly item: OutlineItem
  /** Entries may stand as plain paragraphs under their heading. */
  readonly isNumbered: boolean
  readonly status: Status
  /** The problem's name as the entry gives it; null when it gives none. */
  readonly name: string | null
  readonly pattern: string
  readonly text: string
  readonly deadlineWords: string | null
  /** The deadline stands inside `text`, not on a line of its own. */
  readonly deadlineInText: boolean
}

/** Entries of one status under their own heading, or the section itself when it has no such headings. */
export interface RemainingGroup {
  readonly heading: OutlineItem | null
  readonly status: Status
  /** Paragraphs between the heading and its entries. */
  readonly body: readonly SourceLine[]
  readonly entries: readonly RemainingEntry[]
}

/** Is this section about what is left to do? Its heading says so, and its entries name problems. */
export const isRemainingSection = (item: OutlineItem): boolean => LEFT_TO_DO.test(item.line.folded)

const LEFT_TO_DO =
  /(?:需要?|尚需|有待)(?:进一步|继续|持续)整改|(?:尚未|未)(?:全面|全部)?(?:完成整改|整改完成|整改到位|完成)的?(?:事项|问题)|继续整改(?:的)?(?:事项|问题)/

export const readRemainingSection = (section: OutlineItem): readonly RemainingGroup[] => {
  const hasGroups = section.children.some((child) => child.children.length > 0 || isGroupOfParagraphs(child))
  if (!hasGroups)
    return [
      { heading: null, status: 'inProgress', body: [], entries: section.children.map((item) => readEntry(item, 'inProgress')) },
    ]
  return section.children.map((heading) => {
    const status: Status = /基本完成/.test(heading.line.folded) ? 'basicallyDone' : 'inProgress'
    const plain = isGroupOfParagraphs(heading) ? heading.body.filter(isEntryLine).map((line) => asItem(line, heading)) : []
    return {
      heading,
      status,
      body: heading.body.filter((line) => !plain.some((item) => item.line === line)),
      entries: [
        ...plain.map((item) => readEntry(item, status, false)),
        ...heading.children.map((item) => readEntry(item, status)),
      ],
    }
  })
}

/** (一)基本完成的事项 with unnumbered 关于…的问题。 under it. */
const isGroupOfParagraphs = (item: OutlineItem): boolean => !item.line.text.includes('。') && item.body.some(isEntryLine)

const isEntryLine = (line: SourceLine): boolean => NAMED.test(line.folded) || NAMED_BARE.test(line.folded)

const asItem = (line: SourceLine, parent: OutlineItem): OutlineItem => ({
  mark: { style: 'arabic-dot', value: null, length: 0 },
  printedMark: '',
  line,
  whole: line,
  depth: parent.depth + 1,
  body: [],
  children: [],
})

/** The problem an entry means: the same words, or the most alike above a threshold; null when none is alike. */
export const matchProblem = (
  name: string,
  problems: readonly Problem[],
): { readonly problem: Problem; readonly exact: boolean } | null => {
  const wanted = bare(name)
  const exact = problems.find((problem) => bare(problem.statement) === wanted)
  if (exact) return { problem: exact, exact: true }
  const scored = problems.map((problem) => ({ problem, score: likeness(wanted, bare(problem.statement)) }))
  const best = scored.reduce<{ problem: Problem; score: number } | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  return best && best.score >= ALIKE ? { problem: best.problem, exact: false } : null
}

const ALIKE = 0.6
const NAMED = /^(关于)?“(.+?)”(的?问题)[。,:;]?/
/** The same without quotation marks. */
const NAMED_BARE = /^(关于)([^“”。]{4,80}?)(的问题)[。,:;]/
/** 完成时限:2024年6月底前 inside the entry's own text. */
const DEADLINE_IN_TEXT = /(?:完成时限|整改时限|完成时间)\s*:\s*([^。;,]{2,30})/

const readEntry = (item: OutlineItem, status: Status, isNumbered = true): RemainingEntry => {
  const lines = linesUnder(item)
  const deadline = lines
    .map((line) => ({ line, label: readLabel(line.folded) }))
    .find(({ label }) => label?.meaning === 'deadline')
  const named = nameOf(item)
  const more = lines.filter((line) => line !== deadline?.line).map((line) => line.text)
  const inText = DEADLINE_IN_TEXT.exec(item.line.folded)?.[1] ?? null
  return {
    item,
    isNumbered,
    status,
    name: named.name,
    pattern: named.pattern,
    text: [named.rest, ...more].filter((text) => text !== '').join('\n'),
    deadlineWords: deadline?.label ? restOfLine(deadline.line, deadline.label.length).text : inText,
    deadlineInText: !deadline && inText !== null,
  }
}

/** The problem an entry names: in quotation marks, or by its first sentence. */
const nameOf = (item: OutlineItem): { readonly name: string | null; readonly pattern: string; readonly rest: string } => {
  const quoted = NAMED.exec(item.line.folded)
  const bareName = quoted ? null : NAMED_BARE.exec(item.line.folded)
  if (quoted) {
    const pattern = `${quoted[1] ?? ''}“${STATEMENT_SLOT}”${quoted[3] ?? ''}`
    return { name: statementInSlot(pattern, quoted[2] ?? ''), pattern, rest: restOfLine(item.line, quoted[0].length).text }
  }
  if (bareName) {
    const [whole, lead = '', name = '', tail = ''] = bareName
    return { name, pattern: lead + STATEMENT_SLOT + tail, rest: restOfLine(item.line, whole.length).text }
  }
  const stop = item.line.text.indexOf('。')
  if (stop === -1) return { name: null, pattern: STATEMENT_SLOT, rest: item.line.text }
  return { name: item.line.text.slice(0, stop), pattern: STATEMENT_SLOT, rest: item.line.text.slice(stop + 1).trim() }
}

const bare = (text: string): string => text.replace(/[^\u3400-\u9fffA-Za-z0-9]/g, '')

/** Dice's coefficient over pairs of neighbouring characters: 1 for the same words, 0 for none in common. */
const likeness = (a: string, b: string): number => {
  const pairs = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
  const rest = pairs(b)
  const total = pairs(a).length + rest.length
  const common = pairs(a).filter((pair) => {
    const at = rest.indexOf(pair)
    if (at === -1) return false
    rest.splice(at, 1)
    return true
  }).length
  return total === 0 ? 0 : (2 * common) / total
}
