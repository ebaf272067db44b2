import type { Refusal } from '../../../shared/base/refusal.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { EditableField } from '../../../shared/domain/editable-field.ts'
import type { GridSort } from '../grid/grid-header.tsx'
import type { GridColumn, GridItem } from '../grid/grid-items.ts'

/** A column of entries. `input` null: it is worked out and not typed. */
export interface EntryColumn extends GridColumn {
  readonly input: EditableField['input'] | null
  readonly choices: readonly string[]
  /** May this be typed here? Without it everything may, until it is saved. */
  readonly check?: (text: string) => Result<unknown, Refusal>
}

/** One thing in one row: an entry of a register or a directory. */
export interface EntryRow {
  readonly key: string
  readonly cells: Readonly<Record<string, string>>
  /** A class of its own for the row's cells. */
  readonly tone?: string | undefined
}

/** What is shown of the entries, and how. */
export interface EntryView {
  readonly words: string
  readonly sort: GridSort | null
  /** The column whose values stand together, or null. */
  readonly groupBy: string | null
  /** Keys of groups that are closed. */
  readonly closed: ReadonlySet<string>
  /** Exactly these, or null. */
  readonly only: ReadonlySet<string> | null
}

export interface ArrangedEntries {
  /** In the order shown, those of closed groups with them. */
  readonly rows: readonly EntryRow[]
  readonly items: readonly GridItem[]
  /** The entries under each heading, by its key. */
  readonly groups: ReadonlyMap<string, readonly EntryRow[]>
}

/** The entries a view keeps, sorted and under their headings. `printGroup` names a heading. */
export const arrangedEntries = (
  rows: readonly EntryRow[],
  columns: readonly EntryColumn[],
  { words, sort, groupBy, closed, only }: EntryView,
  printGroup: (value: string, rows: readonly EntryRow[]) => string,
): ArrangedEntries => {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const kept = rows.filter((row) => (only === null || only.has(row.key)) && holds(row, wanted))
  const sorted = sort === null ? kept : [...kept].sort(comparing(columns, sort))
  if (groupBy === null) return { rows: sorted, items: sorted.map(itemOf), groups: new Map() }
  const groups = new Map<string, EntryRow[]>()
  for (const row of sorted) {
    const value = row.cells[groupBy] ?? ''
    const group = groups.get(value)
    if (group) group.push(row)
    else groups.set(value, [row])
  }
  const inTurn = [...groups].sort(([a], [b]) => comparingValues(columns, groupBy)(a, b))
  const items = inTurn.flatMap(([value, own]): readonly GridItem[] => {
    const key = headingKey(value)
    const isOpen = !closed.has(key)
    const heading = { type: 'heading', key, title: printGroup(value, own), count: own.length, isOpen } as const
    return [heading, ...(isOpen ? own.map(itemOf) : [])]
  })
  return {
    rows: inTurn.flatMap(([, own]) => own),
    items,
    groups: new Map(inTurn.map(([value, own]) => [headingKey(value), own])),
  }
}

const headingKey = (value: string): string => `heading/${value}`

const itemOf = ({ key }: EntryRow): GridItem => ({ type: 'rows', key, rows: 1 })

const holds = ({ cells }: EntryRow, words: readonly string[]): boolean => {
  if (words.length === 0) return true
  const text = Object.values(cells).join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}

const comparing = (columns: readonly EntryColumn[], { column, descending }: GridSort) => {
  const compare = comparingValues(columns, column)
  return (a: EntryRow, b: EntryRow): number => {
    const [x, y] = [a.cells[column] ?? '', b.cells[column] ?? '']
    // What is not told stands last whichever way the others are turned.
    if (x === '' || y === '') return Number(x === '') - Number(y === '')
    return descending ? compare(y, x) : compare(x, y)
  }
}

const comparingValues = (columns: readonly EntryColumn[], key: string) => {
  const column = columns.find((candidate) => candidate.key === key)
  const choices = new Map(column?.choices.map((choice, i) => [choice, i]))
  return (x: string, y: string): number => {
    if (x === '' || y === '') return Number(x === '') - Number(y === '')
    if (column?.holds === 'amount') return Number(x) - Number(y)
    const [i, k] = [choices.get(x), choices.get(y)]
    return i !== undefined && k !== undefined ? i - k : collator.compare(x, y)
  }
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** What is written into one cell. */
export interface EntryWrite {
  readonly key: string
  readonly column: string
  readonly text: string
}

/** New entries by column, as a paste or a form makes them. */
export type NewEntry = Readonly<Record<string, string>>

/**
 * A pasted table as new entries: by its own headings where its first row names columns, else from the first column on. Columns that are
 * worked out are passed over by name, and rows without a word are none.
 */
export const entriesOfTable = (
  matrix: readonly (readonly string[])[],
  columns: readonly EntryColumn[],
): { readonly entries: readonly NewEntry[]; readonly titles: readonly (EntryColumn | null)[]; readonly hasHeadings: boolean } => {
  const typed = columns.filter(({ input }) => input !== null)
  const first = (matrix[0] ?? []).map((cell) => cell.replace(/\s/g, ''))
  const named = first.map((title) => typed.find((column) => column.title === title) ?? null)
  const hasHeadings =
    named.filter((column) => column !== null).length >= Math.max(1, Math.ceil(first.filter((t) => t !== '').length / 2))
  const titles = hasHeadings ? named : Array.from({ length: width(matrix) }, (_, i) => typed[i] ?? null)
  const entries = matrix.slice(hasHeadings ? 1 : 0).flatMap((row): readonly NewEntry[] => {
    const told = titles.flatMap((column, i) =>
      column && (row[i] ?? '').trim() !== '' ? [[column.key, row[i] ?? ''] as const] : [],
    )
    return told.length === 0 ? [] : [Object.fromEntries(told)]
  })
  return { entries, titles, hasHeadings }
}

const width = (matrix: readonly (readonly string[])[]): number => matrix.reduce((most, row) => Math.max(most, row.length), 0)
