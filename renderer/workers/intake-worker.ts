import { expose } from 'comlink'
import { z } from 'zod'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { DeadlineReading } from '../../shared/domain/edit-problem.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { type AcceptedChanges, actsOfDifference, type DifferenceActs } from '../../shared/intake/acts-of-difference.ts'
import type { TableDifference } from '../../shared/intake/compare-with-ledger.ts'
import type { IntakeDeps } from '../../shared/intake/draft.ts'
import type { Split } from '../../shared/intake/feedback/splits.ts'
import { suggestFromFeedback } from '../../shared/intake/feedback/suggest-feedback.ts'
import { findTables, type TableReading } from '../../shared/intake/find-table.ts'
import type { IncomingDocument } from '../../shared/intake/incoming.ts'
import { type IncomingKind, type IncomingKindReading, kindOfIncoming } from '../../shared/intake/kind-of-incoming.ts'
import { readRows, tableTitle } from '../../shared/intake/read-rows.ts'
import { type OtherReaders, readIncoming, readPlain } from '../../shared/intake/readers/read-incoming.ts'
import { suggestFromTable } from '../../shared/intake/suggest-from-table.ts'
import { suggestLedger } from '../../shared/intake/suggest-ledger.ts'
import { compareDocument, type TableComparison } from '../../shared/intake/table-comparison.ts'
import type { TableRows } from '../../shared/intake/table-rows.ts'
import { type HeadingCorrection, TABLE_VOCABULARY, withCorrections } from '../../shared/intake/table-vocabulary.ts'
import { tableYear } from '../../shared/intake/table-year.ts'
import { windowIds } from '../platform/window-ports.ts'

z.config({ jitless: true })

/** What a person says about what came in; what is left out is left to the program. */
export interface IntakeChoices {
  readonly asKind: IncomingKind | null
  /** Where the pieces of a feedback begin. */
  readonly splits: readonly Split[] | null
  /** How the tables are understood: those to be read. */
  readonly readings: readonly TableReading[] | null
  readonly corrections: readonly HeadingCorrection[]
  readonly measuresFromAnswer: boolean
}

export interface SuggestedLedger {
  readonly records: LedgerRecords
  readonly findings: readonly Finding[]
  readonly kind: IncomingKindReading
  readonly splits: readonly Split[] | null
  readonly tables: SuggestedTables | null
}

export interface SuggestedTables {
  readonly readings: readonly TableReading[]
  readonly rejected: TableRows['rejected']
}

/** Reading is done here, away from the window's thread; terminating the worker cancels. */
const worker = {
  /** `old` reads the binary kinds, in a process of their own. */
  read: (bytes: Uint8Array, name: string, old: NonNullable<OtherReaders['old']>): Promise<Result<IncomingDocument, Refusal>> =>
    readIncoming(bytes, name, { old }),
  readPasted: (text: string): Result<IncomingDocument, Refusal> =>
    text.trim() === '' ? err({ type: 'file-empty' }) : readPlain(text),
  suggest: (document: IncomingDocument, choices: IntakeChoices, today: PlainDate): Result<SuggestedLedger, Refusal> => {
    const vocabulary = withCorrections(TABLE_VOCABULARY, choices.corrections)
    const own = kindOfIncoming(document, vocabulary)
    const kind: IncomingKindReading = choices.asKind === null || choices.asKind === own.kind ? own : asChosen(choices.asKind)
    const deps = { ids: windowIds, today }
    if (kind.kind === 'table') return suggestTables(document, choices.readings ?? findTables(document, vocabulary), kind, deps)
    if (kind.kind === 'feedback') {
      const read = suggestFromFeedback(document.text, deps, choices.splits)
      if (!read.ok) return read
      const { records, findings, reading } = read.value
      return ok({ records, findings: [...document.findings, ...findings], kind, splits: reading.splits, tables: null })
    }
    const read = suggestLedger(document.text, deps, { measuresFromAnswer: choices.measuresFromAnswer })
    if (!read.ok) return read
    const { records, findings } = read.value
    return ok({ records, findings: [...document.findings, ...findings], kind, splits: null, tables: null })
  },
  /** What a table says that the ledger does not. */
  compare: (document: IncomingDocument, records: LedgerRecords, today: PlainDate): Result<TableComparison, Refusal> =>
    compareDocument(openLedger(records), document, today),
  /** The accepted part of it as one act. */
  updateActs: (
    records: LedgerRecords,
    difference: TableDifference,
    accepted: AcceptedChanges,
    reading: DeadlineReading,
  ): DifferenceActs => actsOfDifference(openLedger(records), difference, accepted, { ...reading, ids: windowIds }),
}

const asChosen = (kind: IncomingKind): IncomingKindReading =>
  kind === 'table' ? { kind, isDoubtful: false, reasons: [] } : { kind, isDoubtful: false, reasons: [] }

const suggestTables = (
  document: IncomingDocument,
  readings: readonly TableReading[],
  kind: IncomingKindReading,
  deps: IntakeDeps,
): Result<SuggestedLedger, Refusal> => {
  if (readings.length === 0)
    return err({ type: 'no-table', sheets: document.tables.map(({ name }) => name).slice(0, SHEETS_NAMED) })
  const rows = readRows(document, readings)
  const title = tableTitle(document, readings)
  const read = suggestFromTable(rows, { ...deps, title, year: tableYear(document, readings, rows), splitsEnumerations: false })
  if (!read.ok) return read
  const { records, findings } = read.value
  const tables = { readings, rejected: rows.rejected }
  return ok({ records, findings: [...document.findings, ...findings], kind, splits: null, tables })
}

const SHEETS_NAMED = 10

export type IntakeWorker = typeof worker

expose(worker)
