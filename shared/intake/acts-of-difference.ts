import { plainDateOf } from '../base/plain-date.ts'
import { foldWidth } from '../base/text.ts'
import { plainCell } from '../domain/cell-words.ts'
import type { OneProblemCommand } from '../domain/commands/ledger-command.ts'
import { emptyFile, type PastedProblem, withField } from '../domain/commands/paste-problems.ts'
import type { EditContext } from '../domain/edit-field.ts'
import { LIST_KEYS } from '../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import { editableCell, problemFieldOf } from '../domain/list-cells.ts'
import { readMark } from '../domain/numbering.ts'
import type { LeftOut } from '../messages/left-out.ts'
import type { CellChange, NewProblem, TableDifference } from './compare-with-ledger.ts'
import { splitDatedEntries } from './enumerations.ts'
import { FIELD_WORDS } from './table-vocabulary.ts'

/** What a changed 时限 is. A bare word: nothing more is known of it. */
export type DeadlineChoice =
  | 'correct'
  | 'extend'
  | { readonly as: 'correct' }
  | { readonly as: 'extend'; readonly reason: string | null; readonly approvedBy: string | null }

/** What a person accepted: ids of changes, new measures and new problems, and what each changed 时限 is. */
export interface AcceptedChanges {
  readonly ids: ReadonlySet<string>
  readonly deadlines: ReadonlyMap<string, DeadlineChoice>
}

export interface DifferenceActs {
  /** One act, one step of 撤销; null: nothing to write. */
  readonly command: {
    readonly type: 'batch'
    readonly commands: OneProblemCommand[]
    readonly problems?: PastedProblem[]
  } | null
  readonly leftOut: readonly { readonly id: string; readonly why: LeftOut }[]
}

/**
 * What is accepted as one act. 进展情况 is reported forward: words behind those the ledger has become new entries with the day they begin
 * with; a rewritten cell becomes one new entry that holds all of its words. No entry that stands is changed, and nothing the table lacks
 * is deleted. A status goes through its field with the usual advice, 销号 does not.
 */
export const actsOfDifference = (
  ledger: Ledger,
  difference: TableDifference,
  accepted: AcceptedChanges,
  context: EditContext,
): DifferenceActs => {
  const files = new Map<string, ProblemFile>(ledger.problems.map((file) => [file.problem.id, file]))
  const commands: OneProblemCommand[] = []
  const leftOut: { id: string; why: LeftOut }[] = []
  for (const { problemId, changes, newMeasures } of difference.changed) {
    const file = files.get(problemId)
    if (!file) continue
    for (const change of changes.filter(({ id }) => accepted.ids.has(id))) {
      const acts = actOf(change, file, accepted, context)
      if ('why' in acts) leftOut.push({ id: change.id, why: acts.why })
      else commands.push(...acts)
    }
    for (const { id, text, progress } of newMeasures)
      if (accepted.ids.has(id))
        commands.push({ type: 'add-measure', problemId, text, progress: [...entriesOf(progress, context.year)] })
  }
  const problems = difference.newProblems
    .filter(({ id }) => accepted.ids.has(id))
    .map((added) => newProblemOf(added, leftOut, context))
  if (commands.length + problems.length === 0) return { command: null, leftOut }
  return { command: { type: 'batch', commands, ...(problems.length > 0 ? { problems } : {}) }, leftOut }
}

type Told = readonly OneProblemCommand[] | { readonly why: LeftOut }

const actOf = (change: CellChange, file: ProblemFile, { deadlines }: AcceptedChanges, context: EditContext): Told => {
  const { problemId, measureId, field, table, title } = change
  if (field === 'progress') return progressActs(change, file, context)
  if (field === 'deadline' && change.asks !== null) {
    const choice = deadlines.get(change.id)
    if (choice === undefined) return { why: { type: 'deadline-undecided' } }
    const told = typeof choice === 'string' ? { as: choice, reason: null, approvedBy: null } : choice
    if (told.as === 'correct') return [{ type: 'correct-deadline', problemId, measureId, deadline: table }]
    const { reason, approvedBy } = told
    return [{ type: 'extend-deadline', problemId, measureId, deadline: table, reason, approvedBy, approvedOn: null }]
  }
  if (field === 'status' && /销号/.test(table)) return { why: { type: 'by-hand', title } }
  const column = field === 'statement' && measureId !== null ? 'subject' : field
  const cell = LIST_KEYS.map((list) => editableCell(list, column, file, measureId, context)).find(
    (found) => found !== null && found.measureId === measureId,
  )
  if (!cell) return { why: { type: 'by-hand', title } }
  const set = cell.field.set(table)
  if (!set.ok) return { why: { type: 'refused', refusal: set.error } }
  return [{ type: 'set-field', problemId, measureId, field: cell.field.names[0], value: table }]
}

const progressActs = ({ problemId, measureId, ledger, table }: CellChange, file: ProblemFile, { year }: EditContext): Told => {
  const [known, told] = [plainCell('progress', ledger), plainCell('progress', table)]
  if (known.includes(told)) return { why: { type: 'progress-shortened' } }
  let end = 0
  const isForward = told.startsWith(known)
  while (isForward && plainCell('progress', table.slice(0, end)) !== known && end < table.length) end++
  const isOwn = measureId === null || file.progress.some(({ ownerId }) => ownerId === measureId) || file.measures.length > 1
  const owner = isOwn ? measureId : null
  const entries = isForward && end < table.length ? entriesOf(table.slice(end), year) : [{ on: null, text: table.trim() }]
  return entries.map((entry) => ({ type: 'add-progress', problemId, measureId: owner, ...entry }))
}

type Entry = NonNullable<Extract<OneProblemCommand, { readonly type: 'add-measure' }>['progress']>[number]

/** 2024年6月3日，… and, where the year is known, 6月3日：… begin an entry of that day. */
const entriesOf = (words: string, year: number | null): readonly Entry[] => {
  const text = words.trim()
  if (text === '') return []
  const dated = splitDatedEntries(text)
  if (dated) return dated.map(({ on, text: told }) => ({ on, text: told }))
  const [all = '', month, day] = /^(\d{1,2})月(\d{1,2})日\s*[,:]\s*/.exec(foldWidth(text)) ?? []
  const on = month === undefined || year === null ? null : plainDateOf({ year, month: Number(month), day: Number(day) })
  return [on?.ok ? { on: on.value, text: text.slice(all.length) } : { on: null, text }]
}

/** Columns of a new problem no field takes; 序号 and what is counted are told by nobody. */
const COUNTED: ReadonlySet<string> = new Set([
  'number',
  'measureNumber',
  'daysLeft',
  'warning',
  'category',
  'aspect',
  'progress',
  'measure',
])

const newProblemOf = (
  { id, cells, measures }: NewProblem,
  leftOut: { id: string; why: LeftOut }[],
  context: EditContext,
): PastedProblem => {
  const fields: { field: string; value: string }[] = []
  let file = emptyFile('new', { nodeId: null, order: 'a0' })
  const original = cells['originalDeadline'] ?? ''
  const told = Object.entries(cells).filter(
    ([key, value]) => !COUNTED.has(key) && key !== 'originalDeadline' && value.trim() !== '',
  )
  // 原定时限 first: told before 现定时限 it stays the original of an extension.
  for (const [key, value] of original.trim() === '' ? told : [['deadline', original] as const, ...told]) {
    const field = LIST_KEYS.map((list) => problemFieldOf(list, key)).find((name) => name !== undefined)
    const title = FIELD_WORDS[key] ?? key
    if (field === undefined || (field === 'status' && /销号/.test(value))) {
      leftOut.push({ id, why: { type: 'by-hand', title } })
      continue
    }
    const set = withField(file, field, value, context)
    if (!set.ok) leftOut.push({ id, why: { type: 'refused', refusal: set.error } })
    else {
      file = set.value
      fields.push({ field, value })
    }
  }
  return {
    path: [cells['category'] ?? '', ...(cells['aspect'] ?? '').split('\n')].map(headingOf).filter((heading) => heading !== ''),
    fields,
    measures: measures.flatMap(({ cells: own }) => {
      const text = own['measure']?.trim() ?? ''
      return text === '' ? [] : [{ text, progress: [...entriesOf(own['progress'] ?? '', context.year)] }]
    }),
    progress:
      measures.length > 0 && measures.some(({ cells: own }) => own['progress'])
        ? ''
        : [...entriesOf(cells['progress'] ?? '', context.year)],
  }
}

/** A heading without the number in front of it. */
const headingOf = (text: string): string => {
  const length = readMark(foldWidth(text.trim()))?.length ?? 0
  return length < text.trim().length ? text.trim().slice(length).trim() : text.trim()
}
