import type { Finding } from '../domain/finding.ts'
import { intakeFinding } from './draft.ts'
import { REJECT_REASONS } from './table-lines.ts'
import type { TableMeasure, TableProblem, TableRows } from './table-rows.ts'

/** One table read on its own. */
export interface ReadTable {
  readonly name: string
  readonly problems: readonly TableProblem[]
  readonly rejected: TableRows['rejected']
  /** Has it a column that tells the problem's words? A list without one goes by number only. */
  readonly hasStatements: boolean
}

/** This share of a table's problems must be known before it is another list of the same ledger, and not the sheet of another unit. */
const SAME_LEDGER = 0.5

/**
 * Puts tables of one document together: 问题清单, 任务清单, 时间清单 and 责任清单 tell of the same problems, sheets per unit follow one
 * another. A problem without words that no other table knows is rejected.
 */
export const joinTables = (
  tables: readonly ReadTable[],
): {
  readonly problems: readonly TableProblem[]
  readonly rejected: TableRows['rejected']
  readonly findings: readonly Finding[]
} => {
  // A list that tells the problems' words goes first: the others are joined to it.
  const inTurn = [...tables].sort((a, b) => Number(b.hasStatements) - Number(a.hasStatements))
  const findings: Finding[] = []
  const rejected: TableRows['rejected'][number][] = []
  let problems: readonly TableProblem[] = []
  for (const [i, table] of inTurn.entries()) {
    const matches = i === 0 ? new Map<TableProblem, TableProblem>() : matchesOf(table, problems)
    const isSame = matches.size > 0 && matches.size >= table.problems.length * SAME_LEDGER
    const parts = new Map(isSame ? [...matches].map(([part, whole]) => [whole, part]) : [])
    const rest = table.problems.filter((problem) => !isSame || !matches.has(problem))
    problems = [...problems.map((problem) => joined(problem, parts.get(problem) ?? null)), ...rest.filter(hasWords)]
    for (const problem of rest.filter((one) => !hasWords(one)))
      rejected.push({
        at: problem.at,
        reason: REJECT_REASONS.wordless,
        text: Object.values(problem.cells).join(' ').slice(0, 200),
      })
    if (isSame) findings.push(intakeFinding('intake.rows-joined', { text: table.name, count: matches.size }))
    const numbers = table.problems.flatMap(({ number }) => number ?? [])
    const again = [...new Set(numbers.filter((number, n) => numbers.indexOf(number) !== n))]
    if (again.length > 0 && numbers.length < 5_000)
      findings.push(intakeFinding('intake.numbers-repeated', { names: again.slice(0, 10) }))
  }
  return { problems, rejected, findings }
}

const hasWords = (problem: TableProblem): boolean => (problem.cells['statement'] ?? '') !== ''

const plain = (text: string | undefined): string => (text ?? '').replace(/[\s，。；：、,.;:“”"]/g, '')

/** By words where both tell them, else by number; each problem is matched once. */
const matchesOf = (table: ReadTable, problems: readonly TableProblem[]): Map<TableProblem, TableProblem> => {
  const byWords = new Map(problems.map((problem) => [plain(problem.cells['statement']), problem]))
  const byNumber = new Map(problems.flatMap((problem) => (problem.number === null ? [] : [[problem.number, problem] as const])))
  const taken = new Set<TableProblem>()
  const matches = new Map<TableProblem, TableProblem>()
  for (const problem of table.problems) {
    const words = plain(problem.cells['statement'])
    const numbered = problem.number === null ? undefined : byNumber.get(problem.number)
    const found = words === '' ? numbered : (byWords.get(words) ?? (numbered && isShort(words, numbered) ? numbered : undefined))
    if (!found || taken.has(found)) continue
    taken.add(found)
    matches.set(problem, found)
  }
  return matches
}

/** A list may shorten the statement of another. */
const isShort = (words: string, problem: TableProblem): boolean => {
  const other = plain(problem.cells['statement'])
  return other === '' || (words.length >= 4 && other.startsWith(words)) || (other.length >= 4 && words.startsWith(other))
}

const joined = (problem: TableProblem, part: TableProblem | null): TableProblem => {
  if (part === null) return problem
  const measures =
    problem.measures.length === 0
      ? part.measures
      : [
          ...problem.measures.map((measure, i) => joinedMeasure(measure, sameMeasure(measure, i, problem, part))),
          ...part.measures.filter((measure) => isNew(measure, problem, part)),
        ]
  return { ...problem, cells: joinedCells(problem.cells, part.cells), measures }
}

/** The first table's words stand; what the other says differently is kept beside them. */
const joinedCells = (cells: TableProblem['cells'], others: TableProblem['cells']): TableProblem['cells'] => {
  const all: Record<string, string> = { ...cells }
  for (const [field, text] of Object.entries(others)) {
    const stands = all[field]
    if (stands === undefined || stands === '') all[field] = text
    else if (plain(stands) !== plain(text) && field !== 'statement' && field !== 'category' && field !== 'aspect')
      all[`other:${field}（另表）`] = text
  }
  return all
}

const joinedMeasure = (measure: TableMeasure, other: TableMeasure | undefined): TableMeasure =>
  other ? { ...measure, cells: joinedCells(measure.cells, other.cells) } : measure

const wordsOf = (measure: TableMeasure | undefined): string => plain(measure?.cells['measure'])

const sameMeasure = (measure: TableMeasure, i: number, whole: TableProblem, part: TableProblem): TableMeasure | undefined =>
  part.measures.find((other) => wordsOf(other) !== '' && wordsOf(other) === wordsOf(measure)) ??
  (part.measures.length === whole.measures.length && wordsOf(part.measures[i]) === '' ? part.measures[i] : undefined)

const isNew = (measure: TableMeasure, whole: TableProblem, part: TableProblem): boolean =>
  wordsOf(measure) === ''
    ? part.measures.length !== whole.measures.length
    : !whole.measures.some((other) => wordsOf(other) === wordsOf(measure))
