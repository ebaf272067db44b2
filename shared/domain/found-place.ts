import type { ProblemFile } from './ledger.ts'
import { fieldShapes } from './records/field-shape.ts'
import { RECORD_WORDS } from './records/record-words.ts'

/** Where in a 问题档案 a word stands: the record and field as a person knows them, and the text around it. */
export interface FoundPlace {
  /** 整改措施 · 措施内容; the field alone where it is the problem's own. */
  readonly what: string
  readonly before: string
  readonly hit: string
  readonly after: string
}

/**
 * The first place where any of these words (in small letters) stands, looked for in the fields a search looks through (`searchTextOf`),
 * in the order a person reads a problem. Null where none stands: the problem was found by its spelling.
 */
export const foundPlace = (file: ProblemFile, words: readonly string[]): FoundPlace | null => {
  const { problem, measures, progress, responsibilities } = file
  const places: readonly (readonly [kind: keyof typeof RECORD_WORDS, field: string, text: string])[] = [
    ...(['statement', 'details', 'target', 'account', 'result', 'deadlineWords'] as const).map(
      (field) => ['problem', field, problem[field]] as const,
    ),
    ...measures.flatMap((measure) =>
      (['title', 'text', 'account', 'deadlineWords'] as const).map((field) => ['measure', field, measure[field]] as const),
    ),
    ...progress.map(({ text }) => ['progress', 'text', text] as const),
    ...responsibilities.map(({ name }) => ['responsibility', 'name', name] as const),
  ]
  for (const [kind, field, text] of places) {
    const at = firstOf(text.toLowerCase(), words)
    if (at === null) continue
    const title = fieldShapes(kind).find(({ name }) => name === field)?.title ?? field
    return { what: kind === 'problem' ? title : `${RECORD_WORDS[kind]} · ${title}`, ...around(text, at.from, at.length) }
  }
  return null
}

const firstOf = (text: string, words: readonly string[]): { readonly from: number; readonly length: number } | null => {
  const hits = words.map((word) => ({ from: text.indexOf(word), length: word.length })).filter(({ from }) => from >= 0)
  return hits.sort((a, b) => a.from - b.from)[0] ?? null
}

/** A line of text holds so much before and after the hit. */
const BEFORE = 16
const AFTER = 60

const around = (text: string, from: number, length: number) => {
  const start = Math.max(0, from - BEFORE)
  const end = Math.min(text.length, from + length + AFTER)
  const flat = (part: string) => part.replace(/\s+/g, ' ')
  return {
    before: `${start > 0 ? '…' : ''}${flat(text.slice(start, from))}`,
    hit: flat(text.slice(from, from + length)),
    after: `${flat(text.slice(from + length, end))}${end < text.length ? '…' : ''}`,
  }
}
