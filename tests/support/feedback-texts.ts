import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FeedbackEntry } from '../../shared/intake/feedback/splits.ts'
import { suggestFromText, type TextSuggestion } from '../../shared/intake/suggest-text.ts'
import { countingIds, day } from './ports.ts'
import { figureValues, rulesOf } from './suggested.ts'

/** A text beside the JSON of what must be read in it. */
export interface TextWithExpectation {
  readonly name: string
  readonly text: string
  readonly expected: unknown
}

const textsIn = (folder: string): readonly TextWithExpectation[] => {
  const path = fileURLToPath(new URL(`../fixtures/${folder}/`, import.meta.url))
  return readdirSync(path)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({
      name: file.slice(0, -'.txt'.length),
      text: readFileSync(path + file, 'utf8'),
      expected: JSON.parse(readFileSync(`${path}${file.slice(0, -'.txt'.length)}.json`, 'utf8')) as unknown,
    }))
}

/** Invented 反馈意见, one for each way of listing problems and some that mix them. */
export const feedbackTexts = (): readonly TextWithExpectation[] => textsIn('feedback')

/** Invented 通报 and 报告, one for each variant of the genre. */
export const noticeVariants = (): readonly TextWithExpectation[] => textsIn('variants')

export const suggestedText = (text: string, options: Parameters<typeof suggestFromText>[2] = {}): TextSuggestion => {
  const suggestion = suggestFromText(text, { ids: countingIds(), today: day('2026-11-22') }, options)
  if (!suggestion.ok) throw new Error(`refused: ${JSON.stringify(suggestion.error)}`)
  return suggestion.value
}

/** What is expected of a feedback: facts, the outline with its problems (`P`) and their 具体表现 (`·`), what stands apart, what is said. */
export const expectationOf = (read: TextSuggestion): unknown => {
  if (read.kind !== 'feedback') return { kind: read.kind }
  const { reading, outline, findings } = read.suggestion
  return {
    kind: read.kind,
    title: reading.title,
    facts: reading.facts,
    outline: outline.entries.flatMap((entry) => linesOf(entry, 0)),
    advice: outline.asides.filter(({ role }) => role === 'advice').map(({ text }) => text),
    leads: outline.asides.filter(({ role }) => role === 'leads').map(({ text }) => text),
    rules: rulesOf(findings),
  }
}

const linesOf = (entry: FeedbackEntry, depth: number): readonly string[] => {
  const indent = '  '.repeat(depth)
  const mark = entry.sourceNumber === null ? '' : `${entry.sourceNumber} `
  return entry.type === 'problem'
    ? [`${indent}P ${mark}${entry.statement}`, ...entry.details.map((detail) => `${indent}  · ${detail}`)]
    : [
        `${indent}${mark}${entry.heading}`,
        ...entry.notes.map((note) => `${indent}  “${note}”`),
        ...entry.children.flatMap((child) => linesOf(child, depth + 1)),
      ]
}

/** What is expected of a notice: its counts and the standing of each problem. */
export const countsOfText = (text: string): unknown => {
  const { kind, suggestion } = suggestedText(text)
  const { ledger } = suggestion
  const figures = figureValues(ledger)
  const [notice] = ledger.records.notice
  return {
    kind,
    title: notice?.title ?? null,
    rectifyingParty: ledger.inspection.rectifyingParty,
    signedDate: notice?.signedOn ?? null,
    ...Object.fromEntries(
      ['total', 'done', 'sustained', 'basicallyDone', 'open', 'unstated'].map((id) => [id, figures.get(`problems.${id}`)]),
    ),
    items: figures.get('items.total'),
    problems: ledger.problems.map(({ problem, measures }) =>
      [problem.statement, problem.status, problem.sustained, problem.account, measures.length].join(' | '),
    ),
    rules: rulesOf(suggestion.findings),
  }
}
