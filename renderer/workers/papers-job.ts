import type { Refusal } from '../../shared/base/refusal.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { type BatchWanted, batchFiles } from '../../shared/documents/batch/batch-files.ts'
import { formDocument, issuerOf } from '../../shared/documents/forms/form-document.ts'
import type { FormKey } from '../../shared/documents/forms/form-keys.ts'
import type { PreviousPeriod } from '../../shared/documents/forms/work-report.ts'
import { noticeHtml } from '../../shared/documents/pages/html-pages.ts'
import { TIMES_IN_WORD } from '../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../shared/documents/pages/lay-out-pages.ts'
import type { BatchSetting } from '../../shared/documents/render/batch-file.ts'
import { noticeFontsOf } from '../../shared/documents/render/notice-fonts.ts'
import type { PrintedPage } from '../../shared/documents/workbook-page.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'

/** What papers are made with; the period a report compares with is named apart for 月报 and 半月报. */
export type PapersSetting = Omit<BatchSetting, 'previous'> & {
  readonly previous: Readonly<Record<'monthly' | 'halfMonthly', PreviousPeriod | null>>
}

/** Pages for paper; `turned` are the numbers of those that lie on their side. */
export interface PrintedPapers {
  readonly page: PrintedPage
  readonly turned: readonly number[]
}

/** One file of a batch, made. */
export interface MadePaper {
  readonly name: string
  readonly extension: 'xlsx' | 'docx'
  /** Null: what it was about is gone. */
  readonly bytes: Uint8Array | null
  /** How many files the batch has. */
  readonly of: number
}

const settingFor = (key: FormKey | null, { previous, ...setting }: PapersSetting): BatchSetting => ({
  ...setting,
  previous: key === 'monthly' || key === 'halfMonthly' ? previous[key] : null,
})

/** One paper as Word bytes; `no-such-place` when the notice or the problem is gone. */
export const paperBytes = async (
  records: LedgerRecords,
  key: FormKey,
  subjectId: string,
  setting: PapersSetting,
): Promise<Result<Uint8Array, Refusal>> => {
  const { renderBatchFile } = await import('../../shared/documents/render/batch-file.ts')
  const of = { type: 'form', key, subjectId } as const
  const bytes = await renderBatchFile(openLedger(records), { name: '', extension: 'docx', of }, settingFor(key, setting))
  return bytes === null ? err({ type: 'no-such-place' }) : ok(bytes)
}

/** The same paper on its pages. */
export const paperPages = (
  records: LedgerRecords,
  key: FormKey,
  subjectId: string,
  setting: PapersSetting,
): Result<PrintedPapers, Refusal> => {
  const ledger = openLedger(records)
  const paper = formDocument(ledger, key, subjectId, settingFor(key, { ...setting, issuer: issuerOf(ledger, setting.issuer) }))
  if (paper === null) return err({ type: 'no-such-place' })
  const pages = layOutPages(paper, TIMES_IN_WORD)
  return ok({
    page: { title: paper.title, ...noticeHtml(pages, noticeFontsOf(ledger.ledger)) },
    turned: pages.filter(({ direction }) => direction === 'landscape').map(({ number }) => number),
  })
}

/** Makes the files of a batch one by one and hands each over; it ends where `take` answers false. */
export const writeBatch = async (
  records: LedgerRecords,
  wanted: BatchWanted,
  setting: PapersSetting,
  take: (made: MadePaper) => Promise<boolean>,
): Promise<void> => {
  const ledger = openLedger(records)
  const files = batchFiles(ledger, wanted, setting.date)
  const { renderBatchFile } = await import('../../shared/documents/render/batch-file.ts')
  for (const file of files) {
    const key = file.of.type === 'form' ? file.of.key : null
    const bytes = await renderBatchFile(ledger, file, settingFor(key, setting))
    if (!(await take({ name: file.name, extension: file.extension, bytes, of: files.length }))) return
  }
}
