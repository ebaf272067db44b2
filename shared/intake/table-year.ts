import { datePartsOf } from '../base/plain-date.ts'
import { parseDeadline } from '../domain/deadline.ts'
import type { TableReading } from './find-table.ts'
import type { IncomingDocument } from './incoming.ts'
import type { TableField, TableRows } from './table-rows.ts'

/** Fields that hold a day. */
const DAYS: readonly TableField[] = ['start', 'deadline', 'originalDeadline', 'measure.deadline', 'completed', 'closed']

/** A leap year: every day of the calendar has its place. */
const ANY_YEAR = 2024

/** Does a day lack nothing but its year: 9月底前? */
export const lacksYear = (words: string): boolean =>
  parseDeadline(words, null).on === null && parseDeadline(words, ANY_YEAR).on !== null

/** Years that what stands above the tables (title, 反馈日期) and the complete days in them tell, the earliest first. */
export const tableYears = (document: IncomingDocument, readings: readonly TableReading[], rows: TableRows): readonly number[] => {
  const above = readings.flatMap(({ table, headerTop }) => document.tables[table]?.rows.slice(0, headerTop).flat() ?? [])
  const titled = above.flatMap((text) => [...text.matchAll(/(?<!\d)(20\d\d)(?=年|[-./]\d)/g)].map(([, year]) => Number(year)))
  const told = daysOf(rows).flatMap((text) => {
    const { on } = parseDeadline(text, null)
    return on === null ? [] : [datePartsOf(on).year]
  })
  return [...new Set([...titled, ...told])].sort((a, b) => a - b)
}

/** The year unfinished days (9月底前) belong to: the one that everything tells; null where nothing does or they disagree. */
export const tableYear = (document: IncomingDocument, readings: readonly TableReading[], rows: TableRows): number | null => {
  const [year, another] = tableYears(document, readings, rows)
  return another === undefined ? (year ?? null) : null
}

/** Days without a year, as they stand. */
export const yearlessDays = (rows: TableRows): readonly string[] => daysOf(rows).filter(lacksYear)

const daysOf = ({ problems }: TableRows): readonly string[] => {
  const all = problems.flatMap((problem) => [problem.cells, ...problem.measures.map((measure) => measure.cells)])
  return [...new Set(all.flatMap((cells) => DAYS.flatMap((field) => cells[field] ?? [])))].filter((text) => text.length <= 200)
}
