import type { z } from 'zod'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Ids } from '../../../shared/base/ports.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { findTables, type TableReading, withColumn } from '../../../shared/intake/find-table.ts'
import type { IncomingDocument } from '../../../shared/intake/incoming.ts'
import { readRows, tableTitle } from '../../../shared/intake/read-rows.ts'
import { suggestFromTable } from '../../../shared/intake/suggest-from-table.ts'
import type { Suggestion } from '../../../shared/intake/suggest-ledger.ts'
import type { TablePlace, TableRows } from '../../../shared/intake/table-rows.ts'
import { FIELD_WORDS, TABLE_VOCABULARY } from '../../../shared/intake/table-vocabulary.ts'
import { tableYear } from '../../../shared/intake/table-year.ts'
import type { intakeOutput } from '../contract.ts'

/** What a caller may force: one sheet by its name, and columns counted from 1 (`3=measure`, `4=none`). */
export interface TableChoices {
  readonly sheet: string | null
  readonly columns: readonly string[]
}

export interface TableIntake {
  readonly suggestion: Suggestion
  readonly tables: z.infer<typeof intakeOutput>['tables']
  readonly rejected: z.infer<typeof intakeOutput>['rejected']
}

/** The ledger tables of a document as a suggestion, with how each was read; `findings` of the reading go in front. */
export const intakeTables = (
  document: IncomingDocument,
  choices: TableChoices,
  given: { readonly ids: Ids; readonly today: PlainDate },
): Result<TableIntake, Refusal> => {
  const names = document.tables.map((table) => table.name)
  if (choices.sheet !== null && !names.includes(choices.sheet))
    return err({ type: 'value-not-understood', field: '--sheet', value: choices.sheet, expected: names.join('、') })
  const found = findTables(document, TABLE_VOCABULARY, choices.sheet === null ? null : [choices.sheet])
  const readings = withChoices(found, choices.columns)
  if (!readings.ok) return readings
  if (readings.value.length === 0) return err({ type: 'no-table', sheets: names.slice(0, 10) })
  const rows = readRows(document, readings.value)
  const title = tableTitle(document, readings.value)
  const suggestion = suggestFromTable(rows, {
    ...given,
    title,
    year: tableYear(document, readings.value, rows),
    splitsEnumerations: false,
  })
  if (!suggestion.ok) return suggestion
  const findings = [...document.findings, ...suggestion.value.findings]
  return ok({
    suggestion: { ...suggestion.value, findings },
    tables: readings.value.map((reading) => tableOutput(document, reading)),
    rejected: rows.rejected.map((row) => rejectedOutput(document, row)),
  })
}

const withChoices = (readings: readonly TableReading[], columns: readonly string[]): Result<readonly TableReading[], Refusal> => {
  let chosen = readings
  for (const text of columns) {
    const [, column, field] = /^(\d{1,4})=([A-Za-z.]+)$/.exec(text) ?? []
    if (column === undefined || field === undefined || (field !== 'none' && !Object.hasOwn(FIELD_WORDS, field)))
      return err({
        type: 'value-not-understood',
        field: '--column',
        value: text,
        expected: `列号=栏目，栏目为 ${Object.keys(FIELD_WORDS).join('、')} 或 none`,
      })
    chosen = chosen.map((reading) => withColumn(reading, Number(column) - 1, field === 'none' ? null : field))
  }
  return ok(chosen)
}

const placeOutput = (document: IncomingDocument, place: TablePlace) => ({
  sheet: document.tables[place.table]?.name ?? '',
  row: place.row + 1,
})

const tableOutput = (document: IncomingDocument, reading: TableReading): TableIntake['tables'][number] => ({
  sheet: document.tables[reading.table]?.name ?? '',
  headerTop: reading.headerTop + 1,
  headerBottom: reading.headerBottom + 1,
  firstRow: reading.firstRow + 1,
  lastRow: reading.lastRow + 1,
  columns: reading.columns.map(({ index, heading, field, confidence, alternatives }) => ({
    column: index + 1,
    heading,
    field,
    confidence,
    alternatives: alternatives.map((guess) => guess.field),
  })),
})

const rejectedOutput = (document: IncomingDocument, row: TableRows['rejected'][number]): TableIntake['rejected'][number] => ({
  ...placeOutput(document, row.at),
  reason: row.reason,
  text: row.text,
})
