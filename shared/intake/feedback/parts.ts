import { parseChineseNumeral } from '../../base/chinese-numerals.ts'
import { firstSentenceEnd, isBlank, namesShortcoming, type Source } from './clauses.ts'
import type { SplitKind } from './splits.ts'

/** Parts that stand beside each other in a stretch of text: where each begins, and where the words begin that announce them. */
export interface PartRun {
  readonly kind: SplitKind
  readonly starts: readonly number[]
  /** Where the announcing words begin (主要表现在：), the first part where there are none. */
  readonly from: number
  /** 主要问题是： — the parts are problems, not 具体表现. */
  readonly areProblems: boolean
  readonly confidence: number
}

/** The numbered or 一是…二是… run of a stretch that begins first; null for none. Counted from one, without a gap, at least two. */
export const findCountedRun = (source: Source, from: number, to: number): PartRun | null =>
  COUNTED.reduce<PartRun | null>((best, style) => {
    const run = countedRun(source, from, to, style)
    return run && (!best || run.from < best.from) ? run : best
  }, null)

/** The first 主要表现在：甲；乙；丙 or 有的…有的… of a stretch; null for none. */
export const findToldRun = (source: Source, from: number, to: number): PartRun | null => {
  const list = findList(source, from, to)
  const some = findSome(source, from, to)
  return list && (!some || list.from <= some.from) ? list : some
}

/** 甲、乙、丙等方面 in a stretch: one run for each such list. They are offered, for such a list is mostly one thing. */
export const findPauses = (source: Source, from: number, to: number): readonly PartRun[] =>
  [...source.folded.slice(from, to).matchAll(PAUSE_END)].flatMap((match) => {
    const end = from + match.index
    const start = clauseStart(source, Math.max(from, end - LONGEST_CLAUSE), end)
    const lead = PAUSE_LEAD.exec(source.folded.slice(start, end))?.[0].length ?? 0
    const starts = [start + lead]
    for (let i = start + lead; i < end; i++)
      if (source.folded.charAt(i) === '、' && source.enclosed[i] === 0 && !isBlank(source, i + 1, end)) starts.push(i + 1)
    const items = starts.map((at, i) => source.folded.slice(at, starts[i + 1] ?? end))
    const areProblems = items.every((item) => item.length >= 5 && namesShortcoming(item))
    if (starts.length < (areProblems ? 2 : 3)) return []
    return [{ kind: 'pause' as const, starts, from: starts[0] ?? start, areProblems, confidence: areProblems ? 0.5 : 0.3 }]
  })

interface CountedStyle {
  readonly kind: SplitKind
  readonly pattern: RegExp
  readonly before: ReadonlySet<string>
  readonly confidence: number
}

const STRONG = new Set(['。', ';', ':', '!', '?', '\n'])
const WEAK = new Set([...STRONG, ','])

const COUNTED: readonly CountedStyle[] = [
  { kind: 'ordinal', pattern: /([一二三四五六七八九十]{1,3})是/g, before: WEAK, confidence: 0.9 },
  { kind: 'ordinal', pattern: /第([一二三四五六七八九十]{1,3})[,、:]/g, before: STRONG, confidence: 0.85 },
  { kind: 'ordinal', pattern: /其([一二三四五六七八九十])[,、:]/g, before: STRONG, confidence: 0.85 },
  { kind: 'numbered', pattern: /(\d{1,2})\s?[.、]\s*(?=[^\d\s])/g, before: STRONG, confidence: 0.85 },
  { kind: 'numbered', pattern: /\(\s?(\d{1,2})\s?\)/g, before: STRONG, confidence: 0.85 },
  { kind: 'numbered', pattern: /\(\s?([一二三四五六七八九十]{1,3})\s?\)/g, before: STRONG, confidence: 0.85 },
  { kind: 'numbered', pattern: /(\d{1,2})\)/g, before: STRONG, confidence: 0.8 },
  { kind: 'numbered', pattern: /([①-⑳])/g, before: STRONG, confidence: 0.85 },
]

const countedRun = (source: Source, from: number, to: number, style: CountedStyle): PartRun | null => {
  const starts: number[] = []
  for (const match of source.folded.slice(from, to).matchAll(style.pattern)) {
    const at = from + match.index
    // A bracket is itself the mark: only what stands before it may enclose it.
    const isInside = source.enclosed[at] === 1 && source.enclosed[at - 1] === 1 && at > from
    if (isInside || !startsClause(source, from, at, style.before)) continue
    const count = countOf(match[1] ?? '')
    // Another run begins: the first is whole.
    if (count === 1 && starts.length > 1) break
    if (count === starts.length + 1) starts.push(at)
  }
  const [first] = starts
  if (first === undefined || starts.length < 2) return null
  return { kind: style.kind, starts, from: first, areProblems: true, confidence: style.confidence }
}

const countOf = (text: string): number | null => {
  const code = text.charCodeAt(0)
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1
  return /^\d/.test(text) ? Number(text) : parseChineseNumeral(text)
}

/** Is there nothing but blanks between a place and the end of the clause before it, or the beginning of the stretch? */
const startsClause = (source: Source, from: number, at: number, before: ReadonlySet<string>): boolean => {
  let i = at - 1
  while (i >= from && i > at - MOST_BLANKS && source.folded.charAt(i) !== '\n' && /\s/.test(source.folded.charAt(i))) i -= 1
  return i < from || before.has(source.folded.charAt(i))
}

const MOST_BLANKS = 20

/** 主要表现在：, 具体表现为：, 主要是：, 存在以下问题： with what follows them. */
const LIST =
  /(?:(?:主要|具体|突出|集中)(?:问题)?(?:表现|体现|反映)?(?:[是为在有]|于)?|表现[在为是]|体现[在为]|反映[在为]|(?:主要)?存在(?:着)?(?:以下|下列|如下)?(?:的)?(?:主要|突出|具体)?(?:问题|不足|短板)(?:[是有])?|(?:问题|不足)主要[是有在]|如)(?:以下(?:[几\d一二三四五六七八九十]个)?(?:方面|问题))?\s*:|[比例]如[,:]|(?:主要[是有]|(?:主要|具体|突出|集中)(?:表现|体现|反映)[在为])(?!:)/g

const findList = (source: Source, from: number, to: number): PartRun | null => {
  // What was looked through in vain is not looked through again: a text of nothing but such words is read in one pass.
  let plainSeen = from
  let allSeen = from
  for (const match of source.folded.slice(from, to).matchAll(LIST)) {
    const at = from + match.index
    const hasColon = match[0].endsWith(':')
    if (source.enclosed[at] === 1 || at < allSeen || (!hasColon && at < plainSeen)) continue
    const first = at + match[0].length
    const end = firstSentenceEnd(source, first, to)
    const lineEnd = hasColon ? lineEndOf(source, end, to) : end
    const starts = listStarts(source, first, end, lineEnd)
    if (starts.length < 2) {
      plainSeen = end
      if (hasColon) allSeen = lineEnd
      continue
    }
    const areProblems = /问题|不足|短板/.test(match[0]) && !/表现|体现|反映/.test(match[0])
    return { kind: 'list', starts, from: at, areProblems, confidence: hasColon ? 0.8 : 0.65 }
  }
  return null
}

/** Parts between semicolons up to the stop; where there are none, sentences to the end of the paragraph. */
const listStarts = (source: Source, first: number, end: number, lineEnd: number): readonly number[] => {
  const parts = [first, ...afterEach(source, first, end, ';')]
  return parts.length > 1 || lineEnd <= end ? parts : [first, ...afterEach(source, first, lineEnd, '。')]
}

const lineEndOf = (source: Source, from: number, to: number): number => {
  const at = source.folded.indexOf('\n', Math.max(0, from - 1))
  return at === -1 || at > to ? to : at
}

/** Where something stands behind each such mark that no bracket encloses. */
export const afterEach = (source: Source, from: number, to: number, mark: string): readonly number[] => {
  const starts: number[] = []
  for (let i = from; i < to - 1; i++)
    if (source.folded.charAt(i) === mark && source.enclosed[i] === 0 && !isBlank(source, i + 1, Math.min(to, i + MOST_BLANKS)))
      starts.push(i + 1)
  return starts
}

const SOME = /还有的?|有的|有些|个别|少数|部分|一些|多数|大部分/g

const findSome = (source: Source, from: number, to: number): PartRun | null => {
  const starts: number[] = []
  let others = 0
  for (const match of source.folded.slice(from, to).matchAll(SOME)) {
    const at = from + match.index
    // 有的 begins a part behind a comma too; 部分 and 个别 there mostly go on with the clause.
    const isOpen = /^还?有/.test(match[0])
    const before = isOpen ? WEAK : STRONG
    if (source.enclosed[at] === 1 || !startsClause(source, from, at, before)) continue
    starts.push(at)
    if (!isOpen) others += 1
  }
  const [first] = starts
  if (first === undefined || starts.length < 2) return null
  return { kind: 'some', starts, from: first, areProblems: false, confidence: others === starts.length ? 0.6 : 0.75 }
}

const PAUSE_END = /等(?:\d{1,2}个|[一二三四五六七八九十]个)?(?:方面|环节|领域|问题|现象|情形|情况|不足)/g
const PAUSE_LEAD = /^(?:[^、]{0,20}?(?:存在着?|还有|出现|发现)|在)/
const LONGEST_CLAUSE = 200
const CLAUSE_ENDS = new Set(['。', ';', ':', ',', '!', '?', '\n'])

const clauseStart = (source: Source, from: number, end: number): number => {
  for (let i = end - 1; i >= from; i--) if (CLAUSE_ENDS.has(source.folded.charAt(i)) && source.enclosed[i] === 0) return i + 1
  return from
}
