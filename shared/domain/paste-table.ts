import type { Refusal } from '../base/refusal.ts'
import type { CommandContext } from './commands/decision.ts'
import { emptyFile, type PastedProblem, type PasteProblems, withField } from './commands/paste-problems.ts'
import { editableFields } from './edit-field.ts'
import type { EditableField } from './editable-field.ts'
import { fitting } from './field-limits.ts'
import { LIST_COLUMNS, LIST_KEYS, type ListColumn, type ListDate, type ListKey, listRows } from './four-lists.ts'
import type { ProblemFile } from './ledger.ts'
import { editableCell, problemFieldOf } from './list-cells.ts'

/** Why a cell of a pasted table is not written: the field does not take the text, or no text is typed there at all. */
export type CellRefusal =
  | Refusal
  | { readonly type: 'cell-computed'; readonly column: string }
  | { readonly type: 'cell-continued' }
  | { readonly type: 'cell-outside' }
  | { readonly type: 'measure-row' }

export interface RefusedCell {
  /** The row of the table, counted from 1 with a header. */
  readonly row: number
  readonly column: string
  readonly text: string
  readonly why: CellRefusal
}

export interface PastePlan {
  /** Everything that can be written; null: nothing. */
  readonly command: PasteProblems | null
  /** Problems that are changed. */
  readonly changed: number
  readonly added: number
  readonly refused: readonly RefusedCell[]
  /** Titles of columns the program counts by itself and that were passed over. */
  readonly passedOver: readonly string[]
  readonly hasHeader: boolean
}

export interface PasteTable {
  readonly list: ListKey
  /** Keys of the columns as they stand on the screen. */
  readonly columns: readonly string[]
  readonly matrix: readonly (readonly string[])[]
  /** The problems from the one pasted at on, in the order of the list; empty: every row is a new problem. */
  readonly files: readonly ProblemFile[]
  /** Where the first text goes: the row within the first problem, and the column. */
  readonly anchor: { readonly row: number; readonly column: number }
  readonly at: ListDate
  /** Where new problems stand that tell no 类别. */
  readonly place: { readonly nodeId: string | null; readonly afterId: string | null }
  /** A text as a field of this kind can hold it. */
  readonly fit: (text: string, input: EditableField['input']) => string
}

/**
 * What a table pasted from Excel or WPS means, decided before anything is written: its cells go to the cells they cover, rows below the last
 * problem become new ones. A first row of column titles says itself which column is which.
 */
export const planPaste = (table: PasteTable, context: CommandContext): PastePlan => {
  const header = headerOf(table)
  const columns = header ?? table.columns.slice(table.anchor.column).map((key) => columnOf(table.list, key))
  const { rows, columns: known } = { rows: table.matrix.slice(header ? 1 : 0), columns }
  const refused: RefusedCell[] = []
  const passedOver = new Set<string>()
  const written = new Map<string, PasteProblems['changes'][number]>()
  const problems: PastedProblem[] = []
  const standing = standingRows(table, known)
  let path: readonly string[] = []
  for (const [i, texts] of rows.entries()) {
    const row = i + (header ? 2 : 1)
    const refuse = (c: number, text: string, why: CellRefusal) =>
      refused.push({ row, column: known[c]?.title ?? String(c + 1), text, why })
    const pass = (column: ListColumn) => passedOver.add(column.title)
    const target = standing[i]
    if (target) {
      for (const change of changesOf(texts, known, { table, target, context, refuse, pass }))
        written.set(`${change.problemId} ${change.measureId} ${change.field}`, change)
      continue
    }
    if (texts.every((text) => text.trim() === '')) continue
    const told = newRow(texts, known, { table, context, refuse, pass })
    const last = problems.at(-1)
    if (told === 'measure-row') refuse(0, texts[0] ?? '', { type: 'measure-row' })
    else if (told.statement === null && told.measures.length > 0 && last) {
      problems[problems.length - 1] = { ...last, measures: [...last.measures, ...told.measures] }
    } else {
      path = pathAfter(path, told)
      problems.push({ path: [...path], fields: [...told.fields], measures: [...told.measures], progress: told.progress })
    }
  }
  const changes = [...written.values()]
  const command: PasteProblems = { type: 'paste-problems', ...table.place, changes, problems }
  return {
    command: changes.length + problems.length === 0 ? null : command,
    changed: new Set(changes.map(({ problemId }) => problemId)).size,
    added: problems.length,
    refused,
    passedOver: [...passedOver],
    hasHeader: header !== null,
  }
}

interface TableColumn extends ListColumn {
  readonly list: ListKey
}

const columnOf = (list: ListKey, key: string): TableColumn | null => {
  const column = LIST_COLUMNS[list].find((candidate) => candidate.key === key)
  return column ? { ...column, list } : null
}

/** The columns a first row of titles names, of this list or of another; null for a row that is none. */
const headerOf = ({ list, matrix }: PasteTable): readonly (TableColumn | null)[] | null => {
  const [first = []] = matrix
  if (matrix.length < 2) return null
  const titles = [list, ...LIST_KEYS].flatMap((key) => LIST_COLUMNS[key].map((column) => ({ ...column, list: key })))
  const named = first.map((text) => titles.find(({ title }) => title === text.replace(/\s/g, '')) ?? null)
  const filled = first.filter((text) => text.trim() !== '').length
  const count = named.filter((column) => column !== null).length
  return count > 0 && (count >= 2 || count === filled) && count * 2 > filled ? named : null
}

interface StandingRow {
  readonly file: ProblemFile
  readonly measureId: string | null
  readonly cells: readonly (string | null)[]
}

/** The rows on the screen from the anchor down; a row in which every covered cell continues the one above is passed over. */
const standingRows = (
  { list, files, anchor, at, matrix }: PasteTable,
  columns: readonly (TableColumn | null)[],
): readonly StandingRow[] => {
  const rows: StandingRow[] = []
  const width = Math.max(...matrix.map((texts) => texts.length))
  const covered = columns.slice(0, width).map((column) => LIST_COLUMNS[list].findIndex(({ key }) => key === column?.key))
  const isOwn = (cells: StandingRow['cells']): boolean => covered.some((c) => c < 0 || cells[c] !== null)
  for (const [i, file] of files.entries()) {
    const own = listRows(list, file, at)
      .slice(i === 0 ? anchor.row : 0)
      .filter(({ cells }) => isOwn(cells))
    rows.push(...own.map(({ measureId, cells }) => ({ file, measureId, cells })))
    if (rows.length >= matrix.length) break
  }
  return rows
}

interface RowReading {
  readonly table: PasteTable
  readonly context: CommandContext
  readonly refuse: (column: number, text: string, why: CellRefusal) => void
  readonly pass: (column: ListColumn) => void
}

const changesOf = (
  texts: readonly string[],
  columns: readonly (TableColumn | null)[],
  { table, target, context, refuse, pass }: RowReading & { readonly target: StandingRow },
): readonly PasteProblems['changes'][number][] => {
  const changes: PasteProblems['changes'][number][] = []
  for (const [c, text] of texts.entries()) {
    const column = columns[c]
    if (!column) {
      if (text.trim() !== '') refuse(c, text, { type: 'cell-outside' })
      continue
    }
    const { list, key } = column
    const shown = list === table.list ? target.cells[LIST_COLUMNS[list].findIndex((of) => of.key === key)] : undefined
    if (text === shown) continue
    const cell = shown === null ? null : editableCell(list, key, target.file, target.measureId, context)
    if (cell === null) {
      if (COUNTED.has(key)) pass(column)
      else if (text !== '') refuse(c, text, shown === null ? { type: 'cell-continued' } : { type: 'cell-computed', column: key })
      continue
    }
    const value = table.fit(text, cell.field.input)
    if (value === cell.field.shown) continue
    const set = cell.field.set(value)
    if (set.ok) changes.push({ problemId: target.file.problem.id, measureId: cell.measureId, field: cell.field.names[0], value })
    else refuse(c, text, set.error)
  }
  return changes
}

interface NewRow {
  readonly category: string | undefined
  readonly aspects: readonly string[]
  readonly statement: string | null
  readonly fields: PastedProblem['fields']
  readonly measures: readonly string[]
  readonly progress: string
}

const newRow = (
  texts: readonly string[],
  columns: readonly (TableColumn | null)[],
  { table, context, refuse, pass }: RowReading,
): NewRow | 'measure-row' => {
  const of = (...keys: readonly string[]) => texts.find((text, c) => keys.includes(columns[c]?.key ?? '') && text.trim() !== '')
  if (/^\d+\.\d+$/.test(of('number')?.trim() ?? '')) return 'measure-row'
  let file = emptyFile('new', { nodeId: null, order: 'a0' })
  const fields: { field: string; value: string }[] = []
  const measures: string[] = []
  let progress = ''
  // 原定时限 first: told before 现定时限 it stays the original of an extension.
  const inTurn = [...texts.entries()].sort(([a], [b]) => turnOf(columns[a]) - turnOf(columns[b]) || a - b)
  for (const [c, text] of inTurn) {
    const column = columns[c]
    if (text.trim() === '') continue
    if (!column) {
      refuse(c, text, { type: 'cell-outside' })
      continue
    }
    if (column.key === 'category' || column.key === 'aspect') continue
    if (column.key === 'measure' || column.key === 'progress') {
      const value = table.fit(text, 'lines').trimEnd()
      const unfit = fitting(column.key, 'text', [value])
      if (unfit && !unfit.ok) refuse(c, text, unfit.error)
      else if (column.key === 'measure') measures.push(value)
      else progress = value
      continue
    }
    const name = column.key === 'originalDeadline' ? 'deadline' : problemFieldOf(column.list, column.key)
    const field = editableFields(file, null, context).find(({ names }) => names[0] === name)
    if (!field) {
      if (COUNTED.has(column.key)) pass(column)
      else refuse(c, text, { type: 'cell-computed', column: column.key })
      continue
    }
    const value = table.fit(text, field.input)
    const set = withField(file, field.names[0], value, context)
    if (!set.ok) {
      refuse(c, text, set.error)
      continue
    }
    fields.push({ field: field.names[0], value })
    file = set.value
  }
  const aspects = (of('aspect') ?? '').split('\n').filter((heading) => heading.trim() !== '')
  return { category: of('category'), aspects, statement: of('statement', 'subject') ?? null, fields, measures, progress }
}

/** What is left empty stands as in the row above: Excel shows joined cells so. */
const pathAfter = (above: readonly string[], { category, aspects }: NewRow): readonly string[] =>
  category !== undefined ? [category, ...aspects] : aspects.length > 0 ? [...above.slice(0, 1), ...aspects] : above

const turnOf = (column: TableColumn | null | undefined): number => (column?.key === 'originalDeadline' ? 0 : 1)

/** Columns the program counts: a copied table has them, and nobody expects them to be written. */
const COUNTED: ReadonlySet<string> = new Set(['number', 'daysLeft', 'warning'])
