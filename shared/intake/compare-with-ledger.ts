import { likeness } from '../base/likeness.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { cellPrint, plainCell } from '../domain/cell-words.ts'
import { LIST_COLUMNS, LIST_KEYS, type ListRow, listRows } from '../domain/four-lists.ts'
import type { Ledger, ProblemFile } from '../domain/ledger.ts'
import { thresholdsOf } from '../domain/warning.ts'
import { type Candidate, problemMatcher } from './match-problems.ts'
import { baseKey, type TableBase } from './read-home-tables.ts'
import type { TableField, TableMeasure, TablePlace, TableProblem, TableRows } from './table-rows.ts'
import { FIELD_WORDS } from './table-vocabulary.ts'

/**
 * `table`: only the table changed since the export. `ledger`: only the ledger did. `both`: a conflict, or two sheets of the file say
 * different things. `differs`: nothing tells which of them is newer.
 */
export type CellVerdict = 'table' | 'ledger' | 'both' | 'differs'

export interface CellChange {
  /** Stable for one ledger and one file: what a person accepts. */
  readonly id: string
  readonly at: TablePlace
  readonly problemId: string
  readonly measureId: string | null
  readonly field: TableField
  readonly title: string
  readonly ledger: string
  readonly table: string
  /** What the cell said when it was exported, as far as one side still says it; null: neither, or not our export. */
  readonly exported: string | null
  readonly verdict: CellVerdict
  /** A changed 时限 is a 更正 or a 延期: only a person knows which. */
  readonly asks: 'deadline' | null
}

export interface NewMeasure {
  readonly id: string
  readonly at: TablePlace
  readonly problemId: string
  readonly text: string
  /** What its 进展情况 says; empty: nothing. */
  readonly progress: string
}

export interface NewProblem {
  readonly id: string
  readonly at: TablePlace
  readonly number: string | null
  readonly cells: Readonly<Record<TableField, string>>
  readonly measures: readonly TableMeasure[]
}

export interface ProblemDifference {
  readonly problemId: string
  readonly number: number
  readonly statement: string
  readonly by: 'id' | 'words'
  readonly certainty: number
  /** The number the table gives, where it is not the ledger's. */
  readonly numberClash: string | null
  readonly changes: readonly CellChange[]
  readonly newMeasures: readonly NewMeasure[]
}

export interface TableDifference {
  /** Problems about which the table says something else. */
  readonly changed: readonly ProblemDifference[]
  readonly unchanged: readonly string[]
  readonly newProblems: readonly NewProblem[]
  /** Rows that may mean several problems; nothing is guessed. */
  readonly ambiguous: readonly { readonly row: TableProblem; readonly candidates: readonly Candidate[] }[]
  /** Problems of the ledger the table does not have. They stay. */
  readonly notFound: readonly { readonly problemId: string; readonly number: number; readonly statement: string }[]
  readonly rejected: TableRows['rejected']
}

/** Columns that are counted, or not the table's to say. */
const PASSED_OVER: ReadonlySet<string> = new Set(['number', 'measureNumber', 'daysLeft', 'warning'])

/** What a table says that the ledger does not, and the other way round, as the lists show it on a day. Nothing is written. */
export const compareWithLedger = (
  ledger: Ledger,
  rows: TableRows,
  today: PlainDate,
  base: TableBase = new Map(),
): TableDifference => {
  const match = problemMatcher(ledger)
  const found = new Map<string, { readonly file: ProblemFile; by: 'id' | 'words'; certainty: number; rows: TableProblem[] }>()
  const newcomers = new Map<string, NewProblem>()
  const ambiguous: { row: TableProblem; candidates: readonly Candidate[] }[] = []
  for (const row of rows.problems) {
    const matched = match(row)
    if (matched.type === 'ambiguous') ambiguous.push({ row, candidates: matched.candidates })
    else if (matched.type === 'new') addNewcomer(newcomers, row)
    else {
      const { file, by, certainty } = matched
      const own = found.get(file.problem.id) ?? { file, by, certainty, rows: [] }
      const isTwice = by === 'words' && own.rows.some(({ at, hiddenId }) => at.table === row.at.table && hiddenId === null)
      if (isTwice) ambiguous.push({ row, candidates: [{ file, certainty }] })
      else own.rows.push(row)
      found.set(file.problem.id, own)
    }
  }
  const thresholds = thresholdsOf(ledger.ledger)
  const compared = [...found.values()].map(({ file, by, certainty, rows: own }): ProblemDifference => {
    const shown = shownCells(file, { today, thresholds })
    const told = own.flatMap((row) => problemChanges(row, file, shown, base))
    const number = own.find((row) => row.number !== null && row.number !== String(file.number))?.number ?? null
    return {
      problemId: file.problem.id,
      number: file.number,
      statement: file.problem.statement,
      by,
      certainty,
      numberClash: number,
      changes: settle(told),
      newMeasures: own.flatMap((row) => newMeasures(row, file)),
    }
  })
  const isSame = ({ changes, newMeasures: added }: ProblemDifference): boolean => changes.length + added.length === 0
  return {
    changed: compared.filter((difference) => !isSame(difference) || difference.numberClash !== null),
    unchanged: compared.filter((difference) => isSame(difference)).map(({ problemId }) => problemId),
    newProblems: [...newcomers.values()],
    ambiguous,
    notFound: ledger.problems
      .filter(({ problem }) => !found.has(problem.id))
      .map(({ problem, number }) => ({ problemId: problem.id, number, statement: problem.statement })),
    rejected: rows.rejected,
  }
}

/** A problem several sheets tell is one. */
const addNewcomer = (newcomers: Map<string, NewProblem>, { at, number, cells, measures }: TableProblem): void => {
  const key = plainCell('statement', cells['statement'] ?? cells['subject'] ?? '')
  const known = newcomers.get(key)
  newcomers.set(key, {
    id: known?.id ?? `new:${at.table}.${at.row}`,
    at: known?.at ?? at,
    number: known?.number ?? number,
    cells: { ...cells, ...known?.cells },
    measures: [...(known?.measures ?? []), ...measures],
  })
}

/** Cells of every list by `measureId/field`; null where a cell above reaches down. */
type Shown = ReadonlyMap<string, string>

const shownCells = (file: ProblemFile, at: Parameters<typeof listRows>[2]): Shown => {
  const shown = new Map<string, string>()
  for (const list of LIST_KEYS)
    for (const row of listRows(list, file, at))
      LIST_COLUMNS[list].forEach(({ key }, c) => {
        const owner = ownerOf(list, key, row)
        const cell = row.cells[c] ?? null
        const name = `${owner ?? ''}/${owner === null && key === 'subject' ? 'statement' : key}`
        if (cell !== null && !shown.has(name)) shown.set(name, cell)
      })
  const progress = listRows('tasks', file, at).flatMap(({ cells }) => cells[4] || [])
  if (!shown.has('/progress')) shown.set('/progress', progress.join('\n'))
  return shown
}

const ownerOf = (list: string, key: string, { measureId }: ListRow): string | null =>
  list === 'tasks' && key !== 'measure' && key !== 'progress' ? null : measureId

const problemChanges = (row: TableProblem, file: ProblemFile, shown: Shown, base: TableBase): readonly CellChange[] => {
  const ofProblem = cellChanges(row, null, file, shown, base)
  return [
    ...ofProblem,
    ...row.measures.flatMap((measure) => {
      const id = measureOf(measure, file)
      return id === null ? [] : cellChanges(measure, id, file, shown, base)
    }),
  ]
}

const cellChanges = (
  { at, cells }: { readonly at: TablePlace; readonly cells: Readonly<Record<TableField, string>> },
  measureId: string | null,
  file: ProblemFile,
  shown: Shown,
  base: TableBase,
): readonly CellChange[] =>
  Object.entries(cells).flatMap(([key, table]): readonly CellChange[] => {
    const field = measureId === null && key === 'subject' ? 'statement' : key.replace(/^(?:measure|problem)\./, '')
    const standing = shown.get(`${measureId ?? ''}/${field}`)
    if (PASSED_OVER.has(field) || (standing === undefined && (measureId !== null || !FIELD_WORDS[field]))) return []
    const problemId = file.problem.id
    // 类别 and 方面 are joined over several problems; an empty cell of theirs stands under the words above.
    if ((field === 'category' || field === 'aspect') && table.trim() === '') return []
    const ledger = standing ?? ''
    const print = base.get(baseKey(problemId, measureId, field))
    if (plainCell(field, table) === plainCell(field, ledger)) return []
    // A rewritten cell that was taken stands whole behind the entries it did not touch.
    if (field === 'progress' && table.trim() !== '' && plainCell(field, ledger).endsWith(plainCell(field, table))) return []
    const isTableOld = print === undefined ? table.trim() === '' : cellPrint(field, table) === print
    // An empty cell of a table that is not ours says nothing.
    if (print === undefined && isTableOld) return []
    const isLedgerOld = print !== undefined && cellPrint(field, ledger) === print
    const verdict = print === undefined ? 'differs' : isTableOld ? 'ledger' : isLedgerOld ? 'table' : 'both'
    return [
      {
        id: `${problemId}/${measureId ?? ''}/${field}@${at.table}`,
        at,
        problemId,
        measureId,
        field,
        title: FIELD_WORDS[field] ?? field,
        ledger,
        table,
        exported: print === undefined ? null : isTableOld ? table : isLedgerOld ? ledger : null,
        verdict,
        asks: field === 'deadline' && ledger !== '' && table !== '' ? 'deadline' : null,
      },
    ]
  })

/** One cell several sheets show: the sheets that changed it tell; where they disagree each is shown as a conflict. */
const settle = (changes: readonly CellChange[]): readonly CellChange[] => {
  const byCell = new Map<string, CellChange[]>()
  for (const change of changes) {
    const key = `${change.measureId ?? ''}/${change.field}`
    byCell.set(key, [...(byCell.get(key) ?? []), change])
  }
  return [...byCell.values()].flatMap((own) => {
    const told = own.filter(({ verdict }) => verdict !== 'ledger')
    const distinct = [...new Map((told.length > 0 ? told : own).map((one) => [plainCell(one.field, one.table), one])).values()]
    return distinct.length > 1 ? distinct.map((one) => ({ ...one, verdict: 'both' as const })) : distinct
  })
}

/** Measures as alike as this are one. */
const ALIKE_MEASURES = 0.6

const measureOf = ({ hiddenId, cells }: TableMeasure, file: ProblemFile): string | null => {
  if (hiddenId !== null) return file.measures.some(({ id }) => id === hiddenId) ? hiddenId : null
  const text = plainMeasure(cells['measure'] ?? '')
  if (text === '') return null
  const scored = file.measures
    .map((measure) => ({ id: measure.id, score: likeness(text, plainMeasure(`${measure.title}${measure.text}`)) }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  return best && best.score >= ALIKE_MEASURES ? best.id : null
}

/** 1. and （1） in front of a measure are the table's. */
const plainMeasure = (text: string): string => plainCell('measure', text).replace(/^(?:\(?\d{1,3}\)|\d{1,3}[.、])/, '')

const newMeasures = (row: TableProblem, file: ProblemFile): readonly NewMeasure[] => {
  const whole = plainMeasure(file.measures.map(({ title, text }) => `${title}${text}`).join(''))
  return row.measures.flatMap((measure) => {
    const text = measure.cells['measure']?.trim() ?? ''
    if (measure.hiddenId !== null || text === '' || measureOf(measure, file) !== null || plainMeasure(text) === whole) return []
    return [
      {
        id: `${file.problem.id}/measure@${measure.at.table}.${measure.at.row}`,
        at: measure.at,
        problemId: file.problem.id,
        text,
        progress: measure.cells['progress']?.trim() ?? '',
      },
    ]
  })
}
