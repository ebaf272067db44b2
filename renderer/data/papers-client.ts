import { proxy } from 'comlink'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/refusal.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { BatchWanted } from '../../shared/documents/batch/batch-files.ts'
import type { FormKey } from '../../shared/documents/forms/form-keys.ts'
import type { TemplateCheck } from '../../shared/documents/forms/template-check.ts'
import { type PreviousPeriod, previousRecord, type ReportSpan } from '../../shared/documents/forms/work-report.ts'
import type { TableChoices } from '../../shared/documents/tables/tables-workbook.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { openSnapshotFile } from '../../shared/exchange/snapshot-file.ts'
import { invoke } from '../platform/bridge.ts'
import type { DocumentsWorker } from '../workers/documents-worker.ts'
import type { MadePaper, PapersSetting, PrintedPapers } from '../workers/papers-job.ts'
import { documentsWorker, guarded, inWorker } from './jobs.ts'
import { ledgerRecords } from './queries.ts'

/** What a person chose that all papers of one go share. */
export interface PapersChoices {
  readonly date: PlainDate
  readonly issuer: string
  readonly tables: TableChoices
  readonly template: Uint8Array | null
}

/** One paper as Word bytes; null when cancelled. */
export const writePaper = async (
  ledgerId: string,
  key: FormKey,
  subjectId: string,
  choices: PapersChoices,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null, Refusal>> => {
  const records = await ledgerRecords(ledgerId)
  const setting = await settingOf(records, [key], choices)
  if (!setting.ok) return setting
  const made = await guarded(
    inWorker<DocumentsWorker, Result<Uint8Array, Refusal>>(documentsWorker, signal, (worker) =>
      worker.paper(records, key, subjectId, setting.value),
    ),
  )
  return made.ok && made.value !== null ? made.value : (made as Result<null, Refusal>)
}

/** One paper on its pages; null when cancelled. */
export const writePaperPages = async (
  ledgerId: string,
  key: FormKey,
  subjectId: string,
  choices: PapersChoices,
  signal: AbortSignal,
): Promise<Result<PrintedPapers | null, Refusal>> => {
  const records = await ledgerRecords(ledgerId)
  const setting = await settingOf(records, [key], choices)
  if (!setting.ok) return setting
  const made = await guarded(
    inWorker<DocumentsWorker, Result<PrintedPapers, Refusal>>(documentsWorker, signal, (worker) =>
      worker.paperPages(records, key, subjectId, setting.value),
    ),
  )
  return made.ok && made.value !== null ? made.value : (made as Result<null, Refusal>)
}

/** The files of a batch of one ledger, one by one; `take` answers false to end it. Null when cancelled. */
export const writePapers = async (
  ledgerId: string,
  wanted: BatchWanted,
  choices: PapersChoices,
  take: (made: MadePaper) => Promise<boolean>,
  signal: AbortSignal,
): Promise<Result<true | null, Refusal>> => {
  const records = await ledgerRecords(ledgerId)
  const setting = await settingOf(records, wanted.forms, choices)
  if (!setting.ok) return setting
  return guarded(
    inWorker<DocumentsWorker, true>(documentsWorker, signal, async (worker) => {
      await worker.batch(records, wanted, setting.value, proxy(take))
      return true
    }),
  )
}

/** What a form of one's own holds and what is wrong with it; null when cancelled. */
export const checkTemplateFile = (bytes: Uint8Array, signal: AbortSignal): Promise<Result<TemplateCheck | null, Refusal>> =>
  guarded(inWorker<DocumentsWorker, TemplateCheck>(documentsWorker, signal, (worker) => worker.template(bytes)))

const settingOf = async (
  records: LedgerRecords,
  forms: readonly FormKey[],
  choices: PapersChoices,
): Promise<Result<PapersSetting, Refusal>> => {
  const monthly = forms.includes('monthly') ? await previousOf(records, 'monthly', choices.date) : ok(null)
  if (!monthly.ok) return monthly
  const halfMonthly = forms.includes('halfMonthly') ? await previousOf(records, 'halfMonthly', choices.date) : ok(null)
  if (!halfMonthly.ok) return halfMonthly
  return ok({ ...choices, previous: { monthly: monthly.value, halfMonthly: halfMonthly.value } })
}

/** The frozen period a report compares with; one whose file is lost is refused, since its numbers could not be proved. */
const previousOf = async (
  records: LedgerRecords,
  span: ReportSpan,
  date: PlainDate,
): Promise<Result<PreviousPeriod | null, Refusal>> => {
  const record = previousRecord(records.snapshot, span, date)
  if (record === null) return ok(null)
  const found = await invoke('attachment.get', { sha256: record.sha256 })
  if (!found.ok) return found
  const opened = openSnapshotFile(found.value.bytes, record.sha256)
  return opened.ok ? ok({ title: record.title, snapshot: opened.value }) : opened
}
