import { mostCommon } from '../base/list.ts'
import { foldWidth } from '../base/text.ts'
import { HOME_MARK } from '../domain/home-column.ts'
import { intakeFinding } from './draft.ts'
import type { ColumnReading, TableReading } from './find-table.ts'
import type { IncomingDocument, IncomingTable } from './incoming.ts'
import { joinTables, type ReadTable } from './join-tables.ts'
import { isBesideLedger } from './options-sheet.ts'
import { type LineCell, MEASURE_FIELDS, REJECT_REASONS, type RejectReason, tableLines } from './table-lines.ts'
import type { TableField, TableMeasure, TablePlace, TableProblem, TableRows } from './table-rows.ts'
import { FIELD_WORDS } from './table-vocabulary.ts'

/** Cells of a column that no field takes stand under this and its heading: nothing a table says is lost. */
export const OTHER_COLUMN = 'other:'

/** Below this a guess is worth a look of a person. */
const SURE = 0.6

/**
 * Reads the rows of the tables whose columns a person has confirmed: one problem on one or many rows, headings across the table, totals,
 * repeated headers; lists of one ledger on several sheets are joined by number and words.
 */
export const readRows = (document: IncomingDocument, readings: readonly TableReading[]): TableRows => {
  const read = readings.flatMap((reading) => {
    const table = document.tables[reading.table]
    return table ? [readTable(table, reading)] : []
  })
  const joined = joinTables(read)
  const rejected = [...read.flatMap((table) => table.rejected), ...joined.rejected]
  const unread = document.tables.filter(
    (table, i) => !table.name.startsWith('_') && !isBesideLedger(table) && !readings.some((reading) => reading.table === i),
  )
  const lost = rejected.filter(({ reason }) => reason === REJECT_REASONS.ownerless || reason === REJECT_REASONS.wordless)
  const reasons = [...new Set(lost.map(({ reason }) => reason))].join('、')
  return {
    problems: joined.problems,
    rejected,
    findings: [
      ...unread.map((table) => intakeFinding('intake.sheet-unread', { text: table.name })),
      ...readings.flatMap(columnFindings),
      ...joined.findings,
      ...(lost.length > 0 ? [intakeFinding('intake.rows-rejected', { count: lost.length, text: reasons })] : []),
    ],
  }
}

const columnFindings = ({ columns }: TableReading) =>
  columns.flatMap((column) => {
    if (column.heading === '' || column.heading.startsWith(HOME_MARK)) return []
    if (column.field === null) return [intakeFinding('intake.column-unknown', { text: column.heading })]
    const [next] = column.alternatives
    const isDoubtful = column.confidence < SURE || (next !== undefined && next.confidence > column.confidence - 0.05)
    const names = column.alternatives.map(({ field }) => FIELD_WORDS[field] ?? field)
    return isDoubtful && next
      ? [
          intakeFinding('intake.column-ambiguous', {
            text: column.heading,
            stated: FIELD_WORDS[column.field] ?? column.field,
            names,
          }),
        ]
      : []
  })

/** One row as cells by field. */
interface DataRow {
  readonly at: TablePlace
  readonly cells: ReadonlyMap<TableField, LineCell>
}

const readTable = (table: IncomingTable, reading: TableReading): ReadTable => {
  const rejected: TableRows['rejected'][number][] = []
  const groups: { readonly rows: DataRow[]; readonly category: string; readonly aspect: string }[] = []
  const keyed = reading.columns.map((column) => ({ index: column.index, key: keyOf(column) }))
  const has = (field: TableField): boolean => keyed.some(({ key }) => key === field)
  let category = ''
  let aspect = ''
  for (const line of tableLines(table, reading)) {
    const at = { table: reading.table, row: line.row, column: null }
    const reject = (reason: RejectReason, text: string): void => {
      rejected.push({ at, reason: REJECT_REASONS[reason], text })
    }
    if (line.kind === 'rejected') reject(line.reason, line.text)
    else if (line.kind === 'heading') {
      if (line.level === 'category') [category, aspect] = [line.text, '']
      else aspect = line.text
    } else {
      const row: DataRow = { at, cells: cellsByField(keyed, line.cells) }
      const text = line.cells
        .map((cell) => cell.text)
        .filter((words) => words !== '')
        .join(' ')
        .slice(0, 200)
      const current = groups.at(-1)
      const kind = rowKind(row, current?.rows ?? [], has)
      if (kind === 'new') groups.push({ rows: [row], category, aspect })
      else if (kind === 'more' && current) current.rows.push(row)
      else reject(kind === 'more' ? 'ownerless' : 'wordless', text)
    }
  }
  const problems = fillCategories(groups.map((group) => problemOf(group)))
  return { name: table.name, problems, rejected, hasStatements: has('statement') || has('subject') }
}

const keyOf = ({ field, heading, index }: ColumnReading): TableField | null =>
  heading.startsWith(HOME_MARK)
    ? null
    : (field ?? (heading === '' ? `${OTHER_COLUMN}第${index + 1}列` : `${OTHER_COLUMN}${heading}`))

const cellsByField = (
  keyed: readonly { readonly index: number; readonly key: TableField | null }[],
  cells: readonly LineCell[],
): ReadonlyMap<TableField, LineCell> => {
  const byField = new Map<TableField, LineCell>()
  for (const { index, key } of keyed) {
    const cell = cells[index]
    if (!cell || key === null || (cell.text === '' && byField.has(key))) continue
    const before = byField.get(key)
    byField.set(key, before && before.text !== '' ? { ...cell, text: `${before.text}\n${cell.text}` } : cell)
  }
  return byField
}

const textOf = (row: DataRow | undefined, field: TableField): string => row?.cells.get(field)?.text ?? ''
const subjectOf = (row: DataRow | undefined): string => textOf(row, 'statement') || textOf(row, 'subject')
const numberOf = (row: DataRow | undefined): string => plainNumber(textOf(row, 'number'))

/** 1、 1. （1） 第1项 as 1; 一(1) and 1-2 as they stand. */
export const plainNumber = (text: string): string =>
  foldWidth(text)
    .replace(/\s/g, '')
    .replace(/^第(.+)[项条个]$/, '$1')
    .replace(/^\(([^()]+)\)$/, '$1')
    .replace(/[、.。,:]+$/, '')
    .replace(/^(\d+)\.0$/, '$1')

const isOwn = (cell: LineCell | undefined): boolean => cell !== undefined && cell.text !== '' && !cell.isFromAbove

/** Does a row begin a problem, go on with the one above, or name none? */
const rowKind = (row: DataRow, current: readonly DataRow[], has: (field: TableField) => boolean): 'new' | 'more' | 'none' => {
  const [head] = current
  const number = numberOf(row)
  const statement = row.cells.get('statement') ?? row.cells.get('subject')
  const isPart = head !== undefined && isPartOf(number, numberOf(head))
  if (!has('statement') && !has('subject')) {
    if (isOwn(row.cells.get('number')) && number !== '' && number !== numberOf(head) && !isPart) return 'new'
    return has('number') ? 'more' : 'new'
  }
  if (isOwn(statement)) {
    if (isPart && !has('statement')) return 'more'
    // Copied down instead of merged: the same words under the same number are the same problem.
    const isSame = statement?.text === subjectOf(head) && (number === '' || number === numberOf(head) || numberOf(head) === '')
    return isSame && head !== undefined ? 'more' : 'new'
  }
  if (head === undefined) return has('number') && number !== '' ? 'none' : 'more'
  if (statement?.isFromAbove === true && statement.text !== '') return 'more'
  const tells = [...row.cells].some(([field, cell]) => isOwn(cell) && field !== 'number')
  return tells ? 'more' : 'none'
}

/** 3.1 and 3-1 are parts of 3. */
const isPartOf = (number: string, whole: string): boolean =>
  whole !== '' && number.startsWith(whole) && /^[.\-—－]\d+$/.test(number.slice(whole.length))

const problemOf = (group: {
  readonly rows: readonly DataRow[]
  readonly category: string
  readonly aspect: string
}): TableProblem => {
  const { rows } = group
  const [head] = rows
  const fields = [...new Set(rows.flatMap((row) => [...row.cells.keys()]))]
  const cells: Record<TableField, string> = {}
  const isMeasured = rows.length > 1 && rows.filter(isMeasureRow).length > 0
  const perMeasure = new Set<TableField>()
  for (const field of fields) {
    if (
      field === 'number' ||
      field === 'measure' ||
      field === 'measureNumber' ||
      field === 'measure.deadline' ||
      field === 'subject'
    )
      continue
    // A cell that reaches down from the problem above tells of this one too.
    const distinct = [...new Set(rows.map((row) => textOf(row, field)).filter((text) => text !== ''))]
    if (distinct.length > 1 && isMeasured && MEASURE_FIELDS.has(field)) perMeasure.add(field)
    else if (distinct.length > 0) cells[field] = distinct.join('\n')
  }
  const subject = textOf(head, 'subject')
  if (cells['statement'] === undefined && subject !== '') cells['statement'] = subject
  if (cells['category'] === undefined && group.category !== '') cells['category'] = group.category
  if (cells['aspect'] === undefined && group.aspect !== '') cells['aspect'] = group.aspect
  const measures = rows.flatMap((row, i) => measureOf(row, i === 0, i > 0 || subject === '', perMeasure))
  const number = numberOf(head)
  return { at: placeOf(head), hiddenId: null, number: number === '' ? null : number, cells, measures }
}

const placeOf = (row: DataRow | undefined): TablePlace => row?.at ?? { table: 0, row: 0, column: null }

const isMeasureRow = (row: DataRow): boolean => isOwn(row.cells.get('measure')) || isOwn(row.cells.get('subject'))

const measureOf = (
  row: DataRow,
  isHead: boolean,
  mayBeSubject: boolean,
  fields: ReadonlySet<TableField>,
): readonly TableMeasure[] => {
  const measure = row.cells.get('measure')
  const isTold = isOwn(measure) || (isHead && (measure?.text ?? '') !== '')
  const isSubject = mayBeSubject && isOwn(row.cells.get('subject'))
  const words = isTold ? (measure?.text ?? '') : isSubject ? textOf(row, 'subject') : ''
  const cells: Record<TableField, string> = {}
  if (words !== '') cells['measure'] = words
  for (const field of fields) {
    const text = textOf(row, field)
    if (text !== '') cells[field] = text
  }
  const deadline = textOf(row, 'measure.deadline')
  if (deadline !== '') cells['deadline'] = deadline
  const number = textOf(row, 'measureNumber')
  if (number !== '') cells['measureNumber'] = number
  return Object.keys(cells).length > 0 ? [{ at: row.at, hiddenId: null, cells }] : []
}

/** Below a cell that says the category, blank ones mean the same; a column filled everywhere leaves nothing to fill. */
const fillCategories = (problems: readonly TableProblem[]): readonly TableProblem[] => {
  let above: { readonly category: string; readonly aspect: string } = { category: '', aspect: '' }
  return problems.map((problem) => {
    const category = problem.cells['category'] ?? above.category
    const aspect = problem.cells['aspect'] ?? (category === above.category ? above.aspect : '')
    above = { category, aspect }
    const filled = { ...(category === '' ? {} : { category }), ...(aspect === '' ? {} : { aspect }) }
    return { ...problem, cells: { ...problem.cells, ...filled } }
  })
}

/** The title above the header of the first table, for the ledger's own. */
export const tableTitle = (document: IncomingDocument, readings: readonly TableReading[]): string | null => {
  const titles = readings.flatMap((reading) => {
    const rows = document.tables[reading.table]?.rows.slice(0, reading.headerTop) ?? []
    const [lone] = rows.map((row) => row.filter((cell) => cell !== '')).filter((cells) => cells.length === 1)
    const [title] = lone ?? []
    return title === undefined || title.length < 4 || title.length > 100 || /^附件|^(?:填报|截至)/.test(title)
      ? []
      : [title.replace(/\s+/g, '')]
  })
  return mostCommon(titles)
}
