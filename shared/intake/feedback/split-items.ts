import type { SourceLine } from '../lines.ts'
import { firstSentenceEnd, isAspectName, isBlank, nameEnd, namesShortcoming, type Source } from './clauses.ts'
import { asksForWork, type FeedbackItem, headOf, sectionOf, tellsLeads } from './lines-of-feedback.ts'
import { afterEach, findCountedRun, findPauses, findToldRun, type PartRun } from './parts.ts'
import { splitDetails, splitProblemText } from './split-problem.ts'
import type { Emit, PieceRole, SplitKind } from './splits.ts'

/**
 * Splits a numbered item with everything under it. `level` is its depth in the outline; 0 is a heading over all problems. Where numbers
 * stand three deep, the third is the problem and what is counted in it 具体表现; where they are fewer, 一是…二是… are the problems.
 */
export const splitItem = (source: Source, item: FeedbackItem, level: number, emit: Emit): void => {
  const section = sectionOf(headOf(item))
  if (level > 0 && section !== 'problems') {
    emitSection(item, section, emit)
    return
  }
  const { paragraphs, apart } = bodyOf(item)
  for (const { line, role } of apart) emit(line.start, 'line', role, 0, 0.7)
  const unit = unitOf(item, level, paragraphs)
  if (level === 0) {
    splitWrapper(source, item, unit, emit)
    return
  }
  if (item.children.length === 0) {
    splitUnit(source, unit, emit)
    return
  }
  if (childrenAreDetails(source, item, unit)) {
    emit(unit.at, unit.kind, 'problem', level, 0.8)
    splitProblemText(source, unit.from, unit.to, level, emit)
    for (const line of [...paragraphs, ...item.children.flatMap(linesOf)]) {
      emit(line.start, 'numbered', 'detail', level, 0.8)
      splitDetails(source, line.start, line.end, level, emit)
    }
    return
  }
  emit(unit.at, unit.kind, 'heading', level, 0.95)
  const end = firstSentenceEnd(source, unit.from, unit.to)
  if (!isBlank(source, end, unit.to)) emit(end, 'lead', 'note', level, 0.7)
  for (const line of paragraphs) emit(line.start, 'line', 'note', level, 0.7)
  for (const child of item.children) splitItem(source, child, level + 1, emit)
}

/** A section that holds no problem: its heading and each line of it, told apart by role. */
export const emitSection = (item: FeedbackItem, role: PieceRole, emit: Emit): void => {
  for (const line of linesOf(item)) emit(line.start, 'line', tellsLeads(line.folded) ? 'leads' : role, 0, 0.8)
}

/** Unnumbered paragraphs that stand where problems stand. What the first of them is like decides what the others are. */
export const splitParagraphs = (source: Source, lines: readonly SourceLine[], level: number, emit: Emit): void => {
  let open: 'none' | 'named' | 'whole' = 'none'
  let isClosing = false
  for (const line of lines) {
    const role = roleApart(line.folded, isClosing)
    isClosing ||= role === 'advice'
    if (role) emit(line.start, 'line', role, 0, 0.7)
    else open = splitParagraph(source, line, level, open, emit)
  }
}

/** An item as its own line and the paragraphs under it; `from` is behind its mark. */
interface Unit {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly level: number
  readonly kind: SplitKind
  readonly isNumbered: boolean
  readonly paragraphs: readonly SourceLine[]
}

const unitOf = ({ line, mark }: FeedbackItem, level: number, paragraphs: readonly SourceLine[]): Unit => ({
  at: line.start,
  from: line.start + (mark?.length ?? 0),
  to: line.end,
  level,
  kind: mark === null ? 'line' : 'numbered',
  isNumbered: true,
  paragraphs,
})

const linesOf = (item: FeedbackItem): readonly SourceLine[] => [item.line, ...item.body, ...item.children.flatMap(linesOf)]

interface Body {
  readonly paragraphs: readonly SourceLine[]
  readonly apart: readonly { readonly line: SourceLine; readonly role: PieceRole }[]
}

/** The paragraphs of an item, without those that ask for work (and all behind them) or tell of leads. */
const bodyOf = ({ body }: FeedbackItem): Body => {
  const paragraphs: SourceLine[] = []
  const apart: Body['apart'][number][] = []
  for (const line of body) {
    const role = roleApart(
      line.folded,
      apart.some((other) => other.role === 'advice'),
    )
    if (role) apart.push({ line, role })
    else paragraphs.push(line)
  }
  return { paragraphs, apart }
}

const roleApart = (folded: string, isClosing: boolean): PieceRole | null => {
  if (tellsLeads(folded) && !namesShortcoming(folded.replace(/不(?:属于|涉及)/g, ''))) return 'leads'
  return isClosing || asksForWork(folded) ? 'advice' : null
}

const splitWrapper = (source: Source, item: FeedbackItem, unit: Unit, emit: Emit): void => {
  emit(unit.at, 'numbered', 'other', 0, 0.9)
  if (item.children.length === 0) {
    const end = firstSentenceEnd(source, unit.from, unit.to)
    const rest = isBlank(source, end, unit.to) ? [] : [stretchLine(source, end, unit.to)]
    splitParagraphs(source, [...rest, ...unit.paragraphs], 1, emit)
  }
  for (const child of item.children) splitItem(source, child, 1, emit)
}

/** 1. under 一、（一） with （1） below it, or numbered lines that all begin with 有的: what is counted tells the problem more closely. */
const childrenAreDetails = (source: Source, item: FeedbackItem, unit: Unit): boolean => {
  const name = source.folded.slice(unit.from, firstSentenceEnd(source, unit.from, unit.to))
  if (!namesShortcoming(name) || isAspectName(name)) return false
  return unit.level >= 3 || item.children.every((child) => /^(?:有的|有些|个别|少数|如|例如|比如)/.test(headOf(child)))
}

/** An item without numbered lines under it. */
const splitUnit = (source: Source, unit: Unit, emit: Emit): void => {
  const { at, from, to, level, kind, paragraphs } = unit
  const counted = findCountedRun(source, from, paragraphs.at(-1)?.end ?? to)
  const home = paragraphs.find((line) => counted !== null && line.start <= counted.from && counted.from < line.end)
  // A paragraph under the heading that has a name of its own above what it counts is an aspect by itself.
  const isOwn = counted && home && level <= 2 && namesShortcoming(source.folded.slice(home.start, counted.from))
  if (isOwn && counted.starts.every((start) => start < home.end)) {
    splitAspect(source, unit, to, emit)
    return
  }
  if (counted) {
    splitCounted(source, unit, counted, emit)
    return
  }
  const colon = source.folded.slice(from, Math.min(to, from + LONGEST_ASPECT)).indexOf(':')
  if (colon !== -1 && isAspectName(source.folded.slice(from, from + colon)) && !isBlank(source, from + colon + 1, to)) {
    splitAspect(source, unit, from + colon + 1, emit)
    return
  }
  const end = firstSentenceEnd(source, from, to)
  const name = source.folded.slice(from, end)
  const isAspect = isAspectName(name) || !namesShortcoming(name)
  const told = findToldRun(source, from, to)
  if (told?.areProblems && level <= 2 && !isBlank(source, from, told.from)) {
    emit(at, kind, 'heading', level, 0.8)
    emit(told.from, 'list', 'note', level, 0.7)
    splitParts(source, told, to, level + 1, emit)
    splitParagraphs(source, paragraphs, level + 1, emit)
    return
  }
  const runsOn = !isBlank(source, end, to)
  const areNamed = paragraphs.length > 1 && paragraphs.every((line) => nameEnd(source, line.start, line.end) !== null)
  if (runsOn ? isAspectName(name) : paragraphs.length > 0 && (isAspect || (level <= 2 && areNamed))) {
    splitAspect(source, unit, end, emit)
    return
  }
  emit(at, kind, 'problem', level, isAspect ? 0.6 : 0.9)
  splitProblemText(source, from, to, level, emit)
  splitDetailLines(source, paragraphs, level, emit)
}

const LONGEST_ASPECT = 60

/** 学习贯彻方面 with its problems in unnumbered text behind or below it. */
const splitAspect = (source: Source, { at, to, level, kind, paragraphs }: Unit, end: number, emit: Emit): void => {
  emit(at, kind, 'heading', level, 0.85)
  const rest = isBlank(source, end, to) ? [] : [stretchLine(source, end, to)]
  splitParagraphs(source, [...rest, ...paragraphs], level + 1, emit)
}

const splitDetailLines = (source: Source, lines: readonly SourceLine[], level: number, emit: Emit): void => {
  for (const line of lines) {
    emit(line.start, 'line', 'detail', level, 0.8)
    splitDetails(source, line.start, line.end, level, emit)
  }
}

/** An item with 一是…二是… in its line or below: a heading over problems, or a problem with its 具体表现. */
const splitCounted = (source: Source, unit: Unit, run: PartRun, emit: Emit): void => {
  const { at, from, to, level, kind, isNumbered, paragraphs } = unit
  const [first = from] = run.starts
  const leadTo = Math.min(first, to)
  const stop = firstSentenceEnd(source, from, leadTo)
  const announcedAt = stop === leadTo ? announced(source, from, leadTo) : stop
  const name = source.folded.slice(from, announcedAt)
  const namesProblem = namesShortcoming(name) && !isAspectName(name)
  const hasName = !isBlank(source, from, announcedAt) && (isNumbered || namesProblem)
  const leftOver = announcedAt < leadTo && !isBlank(source, announcedAt, leadTo) ? announcedAt : null
  const between = paragraphs.filter((line) => line.start < first && line.start > from)
  const end = lineEnd(source, run.starts.at(-1) ?? first, paragraphs.at(-1)?.end ?? to)
  const below = paragraphs.filter((line) => line.start >= end)
  const areProblems = level <= 2 || !namesProblem
  const partLevel = hasName && areProblems ? level + 1 : level
  const role = areProblems ? 'note' : 'detail'
  if (hasName) emit(at, kind, areProblems ? 'heading' : 'problem', level, kind === 'numbered' ? 0.9 : 0.7)
  else if (!isBlank(source, from, leadTo)) emit(at, kind, 'note', level, 0.7)
  if (hasName && leftOver !== null) emit(leftOver, 'lead', role, level, 0.7)
  for (const line of between)
    if (!isBlank(source, line.start, Math.min(line.end, first))) emit(line.start, 'line', role, level, 0.7)
  if (areProblems) {
    // Where the number stands right before 一是, it belongs to the first part.
    const starts = isBlank(source, from, first) && isNumbered ? [at, ...run.starts.slice(1)] : run.starts
    splitParts(source, { ...run, starts }, end, partLevel, emit)
    splitParagraphs(source, below, partLevel, emit)
  } else {
    for (const start of run.starts) emit(start, run.kind, 'detail', level, run.confidence)
    splitDetailLines(source, below, level, emit)
  }
}

const splitParts = (source: Source, run: PartRun, end: number, level: number, emit: Emit): void => {
  run.starts.forEach((start, i) => {
    emit(start, run.kind, 'problem', level, run.confidence)
    const behindMark = start + (run.kind === 'ordinal' || run.kind === 'numbered' ? MARK_LENGTH : 0)
    splitProblemText(source, behindMark, run.starts[i + 1] ?? end, level, emit)
  })
}

/** Enough to be behind 一是, so that a part is not found to begin in itself. */
const MARK_LENGTH = 2

/** Where 主要存在以下问题： begins at the end of a lead, or the lead's end. */
const announced = (source: Source, from: number, to: number): number => {
  const tailFrom = Math.max(from, to - LONGEST_ASPECT)
  const tail = source.folded.slice(tailFrom, to)
  const match = ANNOUNCED.exec(tail)
  return match ? tailFrom + match.index + (match[0].startsWith(',') ? 1 : 0) : to
}

const ANNOUNCED =
  /(?:^|,)(?:(?:巡[视察]|检查)(?:组)?发现,?)?[^,。;:]{0,12}(?:主要|具体|突出|存在|表现|体现)[^,。;:]{0,14}[:,]\s*$/

const lineEnd = (source: Source, from: number, to: number): number => {
  const at = source.folded.indexOf('\n', from)
  return at === -1 || at > to ? to : at
}

const stretchLine = (source: Source, from: number, to: number): SourceLine => {
  const lead = /^\s*/.exec(source.text.slice(from, to))?.[0].length ?? 0
  const text = source.text.slice(from + lead, to)
  return { text, folded: source.folded.slice(from + lead, to), start: from + lead, end: to }
}

const splitParagraph = (
  source: Source,
  line: SourceLine,
  level: number,
  open: 'none' | 'named' | 'whole',
  emit: Emit,
): 'none' | 'named' | 'whole' => {
  const { start, end } = line
  const counted = findCountedRun(source, start, end)
  if (counted) {
    splitCounted(
      source,
      { at: start, from: start, to: end, level, kind: 'line', isNumbered: false, paragraphs: [] },
      counted,
      emit,
    )
    return 'named'
  }
  const told = findToldRun(source, start, end)
  const hasNoLead = told !== null && isBlank(source, start, told.from)
  if (told && (told.areProblems || (hasNoLead && open === 'none'))) {
    if (!hasNoLead || told.from !== told.starts[0]) emit(start, 'line', 'note', level, 0.6)
    splitParts(source, told.areProblems ? told : { ...told, confidence: 0.55 }, end, level, emit)
    return 'named'
  }
  if (nameEnd(source, start, end) !== null) {
    emit(start, 'line', 'problem', level, 0.7)
    splitProblemText(source, start, end, level, emit)
    return 'named'
  }
  if (open === 'named') {
    emit(start, 'line', 'detail', level, 0.7)
    splitDetails(source, start, end, level, emit)
    return open
  }
  const [pause] = told ? [] : findPauses(source, start, end)
  if (pause?.areProblems && isBlank(source, firstSentenceEnd(source, start, end), end)) {
    if (pause.from > start) emit(start, 'line', 'note', level, 0.6)
    splitParts(source, { ...pause, confidence: 0.55 }, end, level, emit)
    return 'whole'
  }
  const semicolons = afterEach(source, start, end, ';')
  if (semicolons.length > 0 && !told && areShortcomings(source, [start, ...semicolons], end)) {
    splitParts(
      source,
      { kind: 'list', starts: [start, ...semicolons], from: start, areProblems: true, confidence: 0.55 },
      end,
      level,
      emit,
    )
    return 'whole'
  }
  const tells = namesShortcoming(line.folded)
  emit(start, 'line', tells ? 'problem' : 'note', level, 0.6)
  if (tells) splitProblemText(source, start, end, level, emit)
  return tells ? 'whole' : open
}

const areShortcomings = (source: Source, starts: readonly number[], end: number): boolean =>
  starts.every((start, i) => namesShortcoming(source.folded.slice(start, starts[i + 1] ?? end)))
