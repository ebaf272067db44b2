import { type PlainDate, printChineseDate } from '../../base/plain-date.ts'
import { directoryOf } from '../../domain/directory.ts'
import { standingsAt } from '../../domain/figures/standing.ts'
import type { Ledger, ProblemFile } from '../../domain/ledger.ts'
import type { ResponsibilityRole } from '../../domain/records/ledger-records.ts'
import { isDone } from '../../domain/status.ts'
import { TABLE_WORDS } from '../../messages/tables.ts'
import type { SheetModel } from '../workbook-model.ts'
import { masterRows } from './master-table.ts'
import { distinctNames, partySubtitle, tableSheet } from './plain-table.ts'
import { mark, words } from './table-columns.ts'

/** By whom a ledger is taken apart. */
export type BookBy = 'unit' | 'leader'

/** One part of a ledger: the problems of one unit or one leader. */
export interface Book {
  readonly name: string
  readonly files: readonly ProblemFile[]
}

const ROLES: Readonly<Record<BookBy, readonly ResponsibilityRole[]>> = { unit: ['leadUnit', 'unit'], leader: ['leader'] }

/** The problems of each unit (牵头 or 责任) or leader, in the order they first appear; what names nobody stands at the end. */
export const booksOf = (ledger: Ledger, by: BookBy): readonly Book[] => {
  const { unitOf, leaderOf } = directoryOf(ledger.records)
  const nameOf = by === 'unit' ? unitOf : leaderOf
  const books = new Map<string, { name: string; files: ProblemFile[] }>()
  const unnamed: ProblemFile[] = []
  for (const file of ledger.problems) {
    const duties = file.responsibilities.filter(({ role }) => ROLES[by].includes(role))
    const entries = new Map(
      duties.map(({ name, directoryId }) => nameOf(name, directoryId)).map((entry) => [entry.key, entry.name]),
    )
    if (entries.size === 0) unnamed.push(file)
    for (const [key, name] of entries) {
      const book = books.get(key) ?? { name, files: [] }
      books.set(key, book)
      book.files.push(file)
    }
  }
  const all = [...books.values()]
  return unnamed.length === 0 ? all : [...all, { name: TABLE_WORDS.unnamed, files: unnamed }]
}

/** One part as a sheet of its own. */
export const bookSheet = (ledger: Ledger, by: BookBy, book: Book, date: PlainDate): SheetModel => ({
  ...tableSheet(ledger, {
    name: TABLE_WORDS.master,
    subtitle: (by === 'unit' ? TABLE_WORDS.unitSubtitle : TABLE_WORDS.leaderSubtitle)(book.name, printChineseDate(date)),
    ...masterRows(ledger, book.files, date),
  }),
  name: distinctNames([book.name])[0] ?? book.name,
})

/** All parts as sheets of one workbook, with a first sheet that leads to each. */
export const bookSheets = (ledger: Ledger, by: BookBy, date: PlainDate): readonly SheetModel[] => {
  const books = booksOf(ledger, by)
  const title = by === 'unit' ? TABLE_WORDS.byUnit : TABLE_WORDS.byLeader
  const names = distinctNames([TABLE_WORDS.index, ...books.map(({ name }) => name)])
  const standings = new Map(standingsAt(ledger, date).map((standing) => [standing.id, standing]))
  const columns = [
    mark(TABLE_WORDS.indexColumns.number, 8),
    words(TABLE_WORDS.indexColumns.name, 50),
    mark(TABLE_WORDS.indexColumns.problems, 14),
    mark(TABLE_WORDS.indexColumns.open, 14),
    mark(TABLE_WORDS.indexColumns.late, 14),
  ]
  const index = tableSheet(ledger, {
    name: TABLE_WORDS.indexTitle(title),
    subtitle: partySubtitle(ledger, date),
    columns,
    groups: books.map(({ name, files }, i) => {
      const own = files.flatMap(({ problem }) => standings.get(problem.id) ?? [])
      const open = own.filter(({ status }) => !isDone(status)).length
      const late = own.filter(({ warning }) => warning === 'red').length
      return [[String(i + 1), name, String(own.length), String(open), String(late)]]
    }),
    numbers: new Set([0, 2, 3, 4]),
  })
  const links = books.flatMap((_, i) => {
    const sheet = names[i + 1]
    return sheet === undefined ? [] : [{ row: i, column: 1, sheet }]
  })
  const sheets = books.map((book, i) => ({ ...bookSheet(ledger, by, book, date), name: names[i + 1] ?? book.name }))
  return [{ ...index, name: names[0] ?? TABLE_WORDS.index, links }, ...sheets]
}
