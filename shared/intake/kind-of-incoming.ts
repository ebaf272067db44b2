import { looksLikeLedgerTable } from './find-table.ts'
import type { IncomingDocument } from './incoming.ts'
import { kindOfText, TEXT_KINDS, type TextKindReading } from './kind-of-text.ts'
import { TABLE_VOCABULARY, type Vocabulary } from './table-vocabulary.ts'

/** What came in is read as: the table of a ledger, or a text of one of two kinds. */
export const INCOMING_KINDS = ['table', ...TEXT_KINDS] as const
export type IncomingKind = (typeof INCOMING_KINDS)[number]

export type IncomingKindReading =
  | TextKindReading
  | { readonly kind: 'table'; readonly isDoubtful: false; readonly reasons: readonly string[] }

/** Formats that hold nothing but tables. */
const TABLES_ONLY: ReadonlySet<string> = new Set(['csv', 'xlsx', 'xls', 'et', 'ods'])

/** A workbook is read as a table; so is a text or a Word file in which the table of a ledger stands. */
export const kindOfIncoming = (
  document: Pick<IncomingDocument, 'format' | 'text' | 'tables' | 'asides' | 'findings'>,
  vocabulary: Vocabulary = TABLE_VOCABULARY,
): IncomingKindReading =>
  TABLES_ONLY.has(document.format) || looksLikeLedgerTable(document, vocabulary)
    ? { kind: 'table', isDoubtful: false, reasons: [] }
    : kindOfText(document.text)
