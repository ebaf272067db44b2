import { CONTINUED, plainCell } from '../domain/cell-words.ts'
import { LIST_COLUMNS, type ListKey } from '../domain/four-lists.ts'
import { type HomeHead, type HomeRow, readHomeHead, readHomeRow } from '../domain/home-column.ts'
import type { IncomingDocument, IncomingTable } from './incoming.ts'
import type { TableField, TableMeasure, TablePlace, TableProblem, TableRows } from './table-rows.ts'
import { homeColumnOf } from './table-text.ts'

/** Fingerprints of the exported cells: `problemId/measureId/field`. */
export type TableBase = ReadonlyMap<string, string>

export const baseKey = (problemId: string, measureId: string | null, field: TableField): string =>
  `${problemId}/${measureId ?? ''}/${field}`

/** Our own export read back: its rows by their ids, what they said when they were exported, and the ledger they came from. */
export interface HomeTables {
  readonly rows: TableRows
  readonly base: TableBase
  /** One for each sheet: rows of several exports may have been copied together. */
  readonly heads: readonly HomeHead[]
}

/**
 * Reads the sheets that carry our hidden column, wherever their columns and rows have been moved to; null where there is none. One
 * problem is told once by each sheet that shows it. A row without ids is new: a measure of the problem above it, or a problem.
 */
export const readHomeTables = (document: IncomingDocument): HomeTables | null => {
  const read = document.tables.flatMap((table, i) => readTable(table, i) ?? [])
  if (read.length === 0) return null
  return {
    rows: {
      problems: read.flatMap(({ problems }) => problems),
      rejected: read.flatMap(({ rejected }) => rejected),
      findings: document.findings,
    },
    base: new Map(read.flatMap(({ prints }) => prints)),
    heads: read.map(({ head }) => head),
  }
}

/** Ids of another ledger name nothing here: its rows are then matched by number and words, as those of any table. */
export const homeRowsFor = (
  home: HomeTables,
  ledgerId: string,
): { readonly rows: TableRows; readonly base: TableBase; readonly isSameLedger: boolean } => {
  if (home.heads.every((head) => head.ledgerId === ledgerId)) return { rows: home.rows, base: home.base, isSameLedger: true }
  const problems = home.rows.problems.map((problem) => ({
    ...problem,
    hiddenId: null,
    measures: problem.measures.map((measure) => ({ ...measure, hiddenId: null })),
  }))
  return { rows: { ...home.rows, problems }, base: new Map(), isSameLedger: false }
}

type Cells = Readonly<Record<TableField, string>>

interface ReadRow {
  readonly at: TablePlace
  readonly home: HomeRow
  readonly cells: Cells
}

interface MutableProblem {
  readonly at: TablePlace
  readonly hiddenId: string | null
  readonly cells: Record<TableField, string>
  readonly measures: TableMeasure[]
}

const readTable = (table: IncomingTable, index: number) => {
  const place = homeColumnOf(table)
  const head = place && readHomeHead(table.rows[place.row]?.[place.column] ?? '')
  if (!place || !head) return null
  const { list } = head
  const keys = (table.rows[place.row] ?? []).map(
    (title) => LIST_COLUMNS[list].find((column) => column.title === title.replace(/\s/g, ''))?.key ?? null,
  )
  const rejected: TableRows['rejected'][number][] = []
  const problems = new Map<string, MutableProblem>()
  const rows = new Map<string, ReadRow[]>()
  const fresh: MutableProblem[] = []
  let above: string | null = null
  table.rows.slice(place.row + 1).forEach((texts, i) => {
    const at = { table: index, row: place.row + 1 + i, column: null }
    const cells: Record<string, string> = {}
    for (const [c, key] of keys.entries()) if (key !== null && !(key in cells)) cells[key] = (texts[c] ?? '').trim()
    const words = Object.values(cells).filter((text) => text !== '')
    const home = readHomeRow(texts[place.column] ?? '')
    const text = words.join(' ').slice(0, 200)
    if (home) {
      const key = `${home.problemId}/${home.measureId ?? ''}`
      const own = rows.get(key) ?? []
      const twin = own.find((row) => row.home.piece === home.piece)
      above = home.problemId
      if (!twin) {
        rows.set(key, [...own, { at, home, cells }])
        return
      }
      if (saysTheSame(list, twin.cells, cells)) {
        rejected.push({ at, reason: '同一行出现了两次', text })
        return
      }
    }
    if (words.length === 0) return
    if (/^(?:合计|总计|小计|共计)/.test(words[0] ?? '')) rejected.push({ at, reason: '合计行', text })
    else addNew(list, { at, cells, above, text }, { problems, fresh, rejected })
  })
  const prints: [string, string][] = []
  for (const own of rows.values()) addRows(list, own, problems, prints)
  for (const [id, extra] of problems) if (extra.hiddenId === null) problems.delete(id)
  return { head, rejected, prints, problems: [...problems.values(), ...fresh].map(withNumber) }
}

const saysTheSame = (list: ListKey, a: Cells, b: Cells): boolean =>
  LIST_COLUMNS[list].every(({ key }) => plainCell(key, a[key] ?? '') === plainCell(key, b[key] ?? ''))

const addNew = (
  list: ListKey,
  { at, cells, above, text }: { at: TablePlace; cells: Cells; above: string | null; text: string },
  into: { problems: Map<string, MutableProblem>; fresh: MutableProblem[]; rejected: TableRows['rejected'][number][] },
): void => {
  const statement = cells['statement'] || cells['subject'] || ''
  const measure: TableMeasure[] = cells['measure'] ? [{ at, hiddenId: null, cells: measureCells(cells) }] : []
  if (statement !== '') {
    const { measure: _, subject: __, ...own } = cells
    into.fresh.push({ at, hiddenId: null, cells: { ...own, statement }, measures: measure })
  } else if (list === 'tasks' && measure.length > 0 && above !== null) {
    const owner = into.problems.get(above) ?? { at, hiddenId: above, cells: {}, measures: [] }
    owner.measures.push(...measure)
    into.problems.set(above, owner)
  } else into.rejected.push({ at, reason: '没有写问题', text })
}

const measureCells = (cells: Cells): Cells => ({ measure: cells['measure'] ?? '', progress: cells['progress'] ?? '' })

/** The rows of one problem or measure, in the order of their pieces. */
const addRows = (
  list: ListKey,
  rows: readonly ReadRow[],
  problems: Map<string, MutableProblem>,
  prints: [string, string][],
): void => {
  const inOrder = [...rows].sort((a, b) => a.home.piece - b.home.piece)
  const [first] = inOrder
  if (!first) return
  const { problemId, measureId } = first.home
  const problem = problems.get(problemId) ?? { at: first.at, hiddenId: problemId, cells: {}, measures: [] }
  problems.set(problemId, problem)
  const own: Record<TableField, string> = {}
  for (const { key } of LIST_COLUMNS[list]) {
    if (inOrder.every(({ cells }) => cells[key] === undefined)) continue
    const isOfMeasure = measureId !== null && (list !== 'tasks' || key === 'measure' || key === 'progress')
    const text = inOrder.map(({ home, cells }) => (home.piece > 0 ? going(cells[key] ?? '') : (cells[key] ?? ''))).join('')
    const field = !isOfMeasure && key === 'subject' ? 'statement' : key
    const print = first.home.prints.get(key)
    if (print !== undefined) prints.push([baseKey(problemId, isOfMeasure ? measureId : null, field), print])
    if (isOfMeasure) {
      // The words of a cell that was joined over several rows stand in the first of them.
      own[field] = text
    } else if (print !== undefined || !problem.cells[field]) problem.cells[field] = text || problem.cells[field] || ''
  }
  if (measureId !== null) problem.measures.push({ at: first.at, hiddenId: measureId, cells: own })
}

const going = (text: string): string => (text.startsWith(CONTINUED) ? text.slice(CONTINUED.length) : text)

const withNumber = (problem: MutableProblem): TableProblem => ({ ...problem, number: problem.cells['number'] || null })
