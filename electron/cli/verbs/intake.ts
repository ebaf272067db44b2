import { join } from 'node:path'
import type { z } from 'zod'
import type { PlainDate } from '../../../shared/base/plain-date.ts'
import type { Refusal } from '../../../shared/base/refusal.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts'
import { usualDate } from '../../../shared/domain/ledger.ts'
import type { IntakeDeps } from '../../../shared/intake/draft.ts'
import { looksLikeLedgerTable } from '../../../shared/intake/find-table.ts'
import { readDelimited, separatorOf } from '../../../shared/intake/readers/read-delimited.ts'
import { readTextBytes } from '../../../shared/intake/readers/read-text.ts'
import { LARGEST_WORKBOOK_MEGABYTES, readWorkbook, workbookFormatOf } from '../../../shared/intake/readers/read-workbook.ts'
import { type Suggestion, suggestLedger } from '../../../shared/intake/suggest-ledger.ts'
import { TABLE_VOCABULARY } from '../../../shared/intake/table-vocabulary.ts'
import { automergeEngine } from '../../../shared/merge/automerge-engine.ts'
import { createDocuments } from '../../../shared/merge/ledger-documents.ts'
import { ensureFolder } from '../../files/atomic-write.ts'
import { readWholeFile } from '../../files/read-file.ts'
import { intakeOutput } from '../contract.ts'
import { writeLedgerFile } from '../ledger-file.ts'
import { stampOf } from '../stamp.ts'
import { authorOf, done, option, refused, type Verb } from '../verb.ts'
import { intakeTables, type TableChoices, type TableIntake } from './intake-table.ts'

/** The file an intake writes into its folder. */
export const LEDGER_FILE = 'ledger.zgtz'

export const intakeVerb: Verb = {
  name: 'intake',
  usage: "intake FILE --out DIR [--sheet NAME] [--column 3=measure] [--as 'clerk/unit/pc']",
  summary:
    'reads a published 通报 (text) or the table of a ledger (.xlsx .xls .et .ods .csv) into DIR/ledger.zgtz and prints what was found',
  positionals: 1,
  options: {
    out: { type: 'string' },
    as: { type: 'string' },
    sheet: { type: 'string' },
    column: { type: 'string', multiple: true },
  },
  required: ['out'],
  output: intakeOutput,
  run: async (given, ports) => {
    const [path = ''] = given.positionals
    const bytes = await readWholeFile(path, LARGEST_WORKBOOK_MEGABYTES)
    if (!bytes.ok) return refused(bytes.error)
    const today = ports.clock.today()
    const read = readFile(
      bytes.value,
      path,
      { sheet: option(given, 'sheet'), columns: given.options['column'] ?? [] },
      { ids: ports.ids, today },
    )
    if (!read.ok) return refused(read.error)
    const { suggestion, tables, rejected } = read.value

    const author = authorOf(option(given, 'as'))
    const stamp = stampOf(ports, author, read.value.intent, 'whole')
    const documents = createDocuments(automergeEngine(ports.ids), suggestion.records, stamp)
    const folder = await ensureFolder(option(given, 'out') ?? '')
    if (!folder.ok) return refused(folder.error)
    const written = await writeLedgerFile(join(folder.value, LEDGER_FILE), documents, suggestion.ledger, author, ports)
    if (!written.ok) return refused(written.error)
    return done(
      { ...summaryOf(suggestion, today), tables, rejected },
      [`台账已写入：${written.value}`],
      suggestion.findings.some((finding) => finding.severity === 'error'),
    )
  },
}

type ReadIntake = TableIntake & { readonly intent: string }

/** A workbook, a text that is a table, or the text of a notice: by content. */
const readFile = (bytes: Uint8Array, path: string, choices: TableChoices, given: IntakeDeps): Result<ReadIntake, Refusal> => {
  const format = workbookFormatOf(bytes, path)
  if (format !== null) {
    const document = readWorkbook(bytes, format)
    return document.ok ? tableIntake(intakeTables(document.value, choices, given)) : document
  }
  const read = readTextBytes(bytes)
  if (!read.ok) return read
  const { text } = read.value
  const isNamedSo = /\.(?:csv|tsv)$/i.test(path)
  if (isNamedSo || separatorOf(text) === '\t') {
    const document = readDelimited(text)
    if (document.ok && (isNamedSo || looksLikeLedgerTable(document.value, TABLE_VOCABULARY)))
      return tableIntake(intakeTables(document.value, choices, given))
  }
  const suggestion = suggestLedger(text, given)
  return suggestion.ok ? ok({ suggestion: suggestion.value, tables: [], rejected: [], intent: '从通报文本建立台账' }) : suggestion
}

const tableIntake = (read: Result<TableIntake, Refusal>): Result<ReadIntake, Refusal> =>
  read.ok ? ok({ ...read.value, intent: '从表格建立台账' }) : read

/** The counts of a suggestion; statuses are counted by problem. */
const summaryOf = (
  { ledger, records, findings }: Suggestion,
  today: PlainDate,
): Omit<z.infer<typeof intakeOutput>, 'tables' | 'rejected'> => {
  const figures = new Map(figuresOf(ledger, usualDate(ledger, today)).map((figure) => [figure.id, Number(figure.value)]))
  const count = (id: string): number => figures.get(id) ?? 0
  const [notice] = records.notice
  return {
    title: notice?.title ?? null,
    rectifyingParty: ledger.inspection.rectifyingParty,
    signedDate: notice?.signedOn ?? null,
    problems: count('problems.total'),
    items: count('items.total'),
    done: count('problems.done'),
    sustained: count('problems.sustained'),
    basicallyDone: count('problems.basicallyDone'),
    open: count('problems.open'),
    unstated: count('problems.unstated'),
    findings: [...findings],
  }
}
