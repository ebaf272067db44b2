import type { IncomingDocument, IncomingMerge, IncomingTable } from './incoming.ts'
import type { TableField } from './table-rows.ts'
import { type FieldGuess, guessField, plainHeading, type Vocabulary } from './table-vocabulary.ts'

/** A column as the correction screen shows it. */
export interface ColumnReading {
  readonly index: number
  readonly heading: string
  readonly field: TableField | null
  readonly confidence: number
  /** Other fields it may be, the likeliest first. */
  readonly alternatives: readonly FieldGuess[]
}

/** How one table is understood; rows count from 0 and are inclusive. What a person corrects is this. */
export interface TableReading {
  /** Which table of the document. */
  readonly table: number
  readonly headerTop: number
  readonly headerBottom: number
  readonly columns: readonly ColumnReading[]
  readonly firstRow: number
  readonly lastRow: number
}

/** The head of a ledger stands below a title, a note and a line of dates; further down are data. */
const ROWS_LOOKED_AT = 30
const TALLEST_HEADER = 3

/** Headings that tell what a row is about: a table with none of them is no list of problems. */
const SUBJECTS: ReadonlySet<TableField> = new Set(['statement', 'subject', 'measure'])

/** Fields that several columns may fill together. */
const SHARED: ReadonlySet<TableField> = new Set([
  'unit',
  'leadUnit',
  'supportUnit',
  'leader',
  'person',
  'progress',
  'measure',
  'remarks',
  'result',
])

/** Below this a guess is shown as an alternative and not made. */
const LEAST_CONFIDENCE = 0.4

/** Finds the header of a ledger's table: 1 to 3 rows anywhere in the first 30, merged or not; null where the table is none. */
export const findTable = (table: IncomingTable, vocabulary: Vocabulary, index = 0): TableReading | null => {
  let found: { readonly score: number; readonly reading: TableReading } | null = null
  const owners = mergeOwners(table)
  for (let top = 0; top < Math.min(ROWS_LOOKED_AT, table.rows.length); top++)
    for (let bottom = top; bottom < Math.min(top + TALLEST_HEADER, table.rows.length); bottom++) {
      const columns = readColumns(table, owners, top, bottom, vocabulary)
      const score = scoreOf(columns, table, top, bottom)
      if (score > (found?.score ?? 0))
        found = {
          score,
          reading: {
            table: index,
            headerTop: top,
            headerBottom: bottom,
            columns,
            firstRow: bottom + 1,
            lastRow: table.rows.length - 1,
          },
        }
    }
  return found?.reading ?? null
}

/** Every table of a document that is a list of problems; `sheets` narrows it to some names. */
export const findTables = (
  document: IncomingDocument,
  vocabulary: Vocabulary,
  sheets: readonly string[] | null = null,
): readonly TableReading[] =>
  document.tables.flatMap((table, i) => {
    if (table.name.startsWith('_') || (sheets !== null && !sheets.includes(table.name))) return []
    return findTable(table, vocabulary, i) ?? []
  })

/** Is this a ledger as a table, and not a text with a table in it? A table of at least three known columns that names problems. */
export const looksLikeLedgerTable = (document: IncomingDocument, vocabulary: Vocabulary): boolean =>
  findTables(document, vocabulary).some(({ columns }) => new Set(columns.flatMap(({ field }) => field ?? [])).size >= 3)

/** The reading with a column a person has put right; the field is taken from any other column that cannot share it. */
export const withColumn = (reading: TableReading, index: number, field: TableField | null): TableReading => ({
  ...reading,
  columns: reading.columns.map((column) =>
    column.index === index
      ? { ...column, field, confidence: 1 }
      : column.field === field && field !== null && !SHARED.has(field)
        ? { ...column, field: null, confidence: 0 }
        : column,
  ),
})

/** For each cell under a merge, the cell that holds its words. */
export const mergeOwners = (table: IncomingTable): ReadonlyMap<number, IncomingMerge> => {
  const owners = new Map<number, IncomingMerge>()
  const width = table.rows[0]?.length ?? 0
  for (const merge of table.merges)
    for (let r = merge.top; r <= merge.bottom; r++)
      for (let c = merge.left; c <= merge.right; c++) owners.set(r * width + c, merge)
  return owners
}

/** A merge that reaches across this many columns is a title, not the name of a group. */
const isTitle = (merge: IncomingMerge, width: number): boolean => merge.right - merge.left + 1 >= Math.max(4, width * 0.7)

const readColumns = (
  table: IncomingTable,
  owners: ReadonlyMap<number, IncomingMerge>,
  top: number,
  bottom: number,
  vocabulary: Vocabulary,
): readonly ColumnReading[] => {
  const width = table.rows[0]?.length ?? 0
  const read = Array.from({ length: width }, (_, index) => {
    const parts: string[] = []
    for (let r = top; r <= bottom; r++) {
      const merge = owners.get(r * width + index)
      if (merge && isTitle(merge, width)) continue
      const text = (merge ? table.rows[Math.max(merge.top, top)]?.[merge.left] : table.rows[r]?.[index]) ?? ''
      if (text !== '' && parts.at(-1) !== text) parts.push(text)
    }
    const guesses = guessField(parts, vocabulary)
    return { index, heading: parts.join(' ').replace(/\s*\n\s*/g, ''), guesses: guesses ?? [] }
  })
  return assigned(read)
}

interface GuessedColumn {
  readonly index: number
  readonly heading: string
  readonly guesses: readonly FieldGuess[]
}

/** The surest guess first; a field that is taken goes to no second column, unless columns may share it. */
const assigned = (columns: readonly GuessedColumn[]): readonly ColumnReading[] => {
  const taken = new Set<TableField>()
  const fields = new Map<number, FieldGuess>()
  const wishes = columns
    .flatMap(({ index, guesses }) => guesses.map((guess) => ({ index, guess })))
    .filter(({ guess }) => guess.confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.guess.confidence - a.guess.confidence || a.index - b.index)
  for (const { index, guess } of wishes) {
    if (fields.has(index) || (taken.has(guess.field) && !SHARED.has(guess.field))) continue
    fields.set(index, guess)
    taken.add(guess.field)
  }
  return columns.map(({ index, heading, guesses }) => {
    const guess = fields.get(index) ?? null
    const alternatives = guesses.filter(({ field }) => field !== guess?.field)
    return { index, heading, field: guess?.field ?? null, confidence: guess?.confidence ?? 0, alternatives }
  })
}

/** 0: no header. Known headings count, unknown and long ones count against it; a row more must tell something more. */
const scoreOf = (columns: readonly ColumnReading[], table: IncomingTable, top: number, bottom: number): number => {
  const known = columns.filter(({ field }) => field !== null)
  const fields = new Set(known.map(({ field }) => field))
  if (fields.size < 2 || ![...fields].some((field) => field !== null && SUBJECTS.has(field))) return 0
  const sum = [...fields].reduce(
    (total, field) => total + Math.max(...known.filter((k) => k.field === field).map((k) => k.confidence)),
    0,
  )
  const unknown = columns.filter(({ field, heading }) => field === null && heading !== '')
  const long = columns.filter(({ heading }) => plainHeading(heading).length > 24).length
  const crossing = table.merges.filter(
    (merge) =>
      merge.bottom > merge.top &&
      ((merge.top < top && merge.bottom >= top) || (merge.top <= bottom && merge.bottom > bottom && merge.top >= top)),
  ).length
  const score = sum - unknown.length * 0.2 - long * 0.6 - crossing * 0.7 - (bottom - top) * 0.3 - top * 0.001
  return sum >= 1.5 && known.length * 2 >= unknown.length ? Math.max(0, score) : 0
}
