import type { OneProblemCommand } from './commands/ledger-command.ts'
import type { ProblemFile } from './ledger.ts'
import { fieldShape } from './records/field-shape.ts'

/** Words found at one place of one text of a problem. Offsets are UTF-16 units. */
export interface TextHit {
  readonly problemId: string
  readonly number: number
  readonly kind: 'problem' | 'measure' | 'progress'
  /** The record the text belongs to. */
  readonly id: string
  readonly field: string
  /** 反馈问题, 整改措施 … */
  readonly title: string
  readonly text: string
  readonly start: number
}

const FIELDS = {
  problem: ['statement', 'details', 'target', 'account', 'result'],
  measure: ['title', 'text', 'account', 'result'],
  progress: ['text'],
} as const

/** Every place where these words stand as they are (case and width too) in the texts of a problem, none overlapping the one before. */
export const findText = (file: ProblemFile, words: string): readonly TextHit[] => {
  if (words === '') return []
  const { problem, number } = file
  const texts = [
    ...FIELDS.problem.map((field) => ({ kind: 'problem' as const, id: problem.id, field, text: problem[field] })),
    ...file.measures.flatMap((measure) =>
      FIELDS.measure.map((field) => ({ kind: 'measure' as const, id: measure.id, field, text: measure[field] })),
    ),
    ...file.progress.map(({ id, text }) => ({ kind: 'progress' as const, id, field: 'text' as const, text })),
  ]
  return texts.flatMap(({ kind, id, field, text }) =>
    startsOf(text, words).map((start) => ({
      problemId: problem.id,
      number,
      kind,
      id,
      field,
      title: fieldShape(kind, field).title,
      text,
      start,
    })),
  )
}

/** What stands in place of the words at these hits: one act for each text, however many hits are in it. */
export const replacements = (hits: readonly TextHit[], words: string, replacement: string): readonly OneProblemCommand[] => {
  const texts = new Map<string, TextHit[]>()
  for (const hit of hits) {
    const key = hitPlace(hit)
    const same = texts.get(key)
    if (same) same.push(hit)
    else texts.set(key, [hit])
  }
  return [...texts.values()].flatMap((same): OneProblemCommand[] => {
    const [first] = same
    if (!first) return []
    const { problemId, id, field, kind } = first
    const value = replacedIn(
      first.text,
      same.map(({ start }) => start),
      words.length,
      replacement,
    )
    if (kind === 'progress') return [{ type: 'change-progress', problemId, progressId: id, text: value }]
    return [{ type: 'set-field', problemId, measureId: kind === 'measure' ? id : null, field, value }]
  })
}

/** The field of a hit, as conflicts name it: `measure:…/text`. */
export const hitPlace = ({ kind, id, field }: Pick<TextHit, 'kind' | 'id' | 'field'>): string => `${kind}:${id}/${field}`

const startsOf = (text: string, words: string): readonly number[] => {
  const starts: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) starts.push(at)
  return starts
}

const replacedIn = (text: string, starts: readonly number[], length: number, replacement: string): string => {
  const inOrder = [...starts].sort((a, b) => a - b)
  const ends = [0, ...inOrder.map((start) => start + length)]
  return [...inOrder.map((start, i) => text.slice(ends[i], start)), text.slice(ends.at(-1))].join(replacement)
}
