import { firstSentenceEnd, isBlank, nameEnd, namesShortcoming, type Source } from './clauses.ts'
import { afterEach, findCountedRun, findPauses, findToldRun, type PartRun } from './parts.ts'
import type { Emit } from './splits.ts'

/**
 * Splits the words of one problem: the sentence that names it is the statement, what follows 具体表现. Where nothing names the whole, all of
 * it is the statement, and where it might be split is offered.
 */
export const splitProblemText = (source: Source, from: number, to: number, level: number, emit: Emit): void => {
  const end = nameEnd(source, from, to)
  const run = firstRun(source, from, to)
  // 学习不深入，主要表现在：甲；乙。 — the run begins before the first stop, and what stands before it names the problem.
  const named = run && run.from - from >= SHORTEST_NAME && namesShortcoming(source.folded.slice(from, run.from)) ? run.from : null
  const detailAt = end !== null && (named === null || end <= named) ? end : named
  if (detailAt !== null) {
    emit(
      detailAt,
      detailAt === end ? 'lead' : (run?.kind ?? 'lead'),
      'detail',
      level,
      detailAt === end ? 0.75 : (run?.confidence ?? 0.6),
    )
    splitDetails(source, detailAt, to, level, emit)
    return
  }
  if (run) for (const start of run.starts.slice(run.from === from ? 1 : 0)) emit(start, run.kind, 'problem', level, 0.4, false)
  else offerSentences(source, from, to, level, emit)
  offerPauses(source, from, to, level, emit)
}

/** Splits 具体表现 into its parts; lists in one sentence are only offered. */
export const splitDetails = (source: Source, from: number, to: number, level: number, emit: Emit): void => {
  const run = firstRun(source, from, to)
  // A list's first part stays with the words that announce it.
  if (run) {
    const announcedAt = run.from < (run.starts[0] ?? run.from) ? run.from : null
    const starts = announcedAt === null ? run.starts : [announcedAt, ...run.starts.slice(1)]
    for (const start of starts) if (!isBlank(source, from, start)) emit(start, run.kind, 'detail', level, run.confidence)
    run.starts.forEach((start, i) => {
      offerInner(source, start, run.starts[i + 1] ?? to, level, emit)
    })
  } else {
    const parts = afterEach(source, from, firstSentenceEnd(source, from, to), ';')
    for (const start of parts) emit(start, 'list', 'detail', level, parts.length > 1 ? 0.6 : 0.4, parts.length > 1)
  }
  offerPauses(source, from, to, level, emit)
}

const SHORTEST_NAME = 4

const firstRun = (source: Source, from: number, to: number): PartRun | null => {
  const counted = findCountedRun(source, from, to)
  const told = findToldRun(source, from, to)
  return counted && (!told || counted.from <= told.from) ? counted : told
}

const offerInner = (source: Source, from: number, to: number, level: number, emit: Emit): void => {
  const inner = findToldRun(source, from + 1, to)
  for (const start of inner?.starts ?? []) emit(start, inner?.kind ?? 'list', 'detail', level, 0.4, false)
}

const offerSentences = (source: Source, from: number, to: number, level: number, emit: Emit): void => {
  const end = firstSentenceEnd(source, from, to)
  if (end < to && !isBlank(source, end, to)) emit(end, 'lead', 'detail', level, 0.4, false)
  for (const start of afterEach(source, from, end, ';')) emit(start, 'list', 'problem', level, 0.4, false)
}

const offerPauses = (source: Source, from: number, to: number, level: number, emit: Emit): void => {
  for (const { starts, confidence, areProblems } of findPauses(source, from, to))
    for (const start of starts.slice(1)) emit(start, 'pause', areProblems ? 'problem' : 'detail', level, confidence, false)
}
