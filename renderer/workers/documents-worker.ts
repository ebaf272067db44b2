import { expose } from 'comlink'
import { z } from 'zod'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import { type ChosenRows, fourListsWorkbook } from '../../shared/documents/four-lists-workbook.ts'
import { noticeHtml } from '../../shared/documents/pages/html-pages.ts'
import { TIMES_IN_WORD } from '../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../shared/documents/pages/lay-out-pages.ts'
import { noticeDocument } from '../../shared/documents/plain-document.ts'
import { noticeFontsOf } from '../../shared/documents/render/notice-fonts.ts'
import { DEFAULT_FONTS } from '../../shared/documents/render/notice-layout.ts'
import { type PrintedPage, roughPageCount, workbookPage } from '../../shared/documents/workbook-page.ts'
import { inOrder } from '../../shared/domain/arrangement.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import { openLedger } from '../../shared/domain/ledger.ts'
import type { Edition } from '../../shared/domain/records/notice-records.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { composeNotice } from '../../shared/notice/compose.ts'
import { editionFindings } from '../../shared/notice/edition-findings.ts'
import { noticeFindings } from '../../shared/notice/notice-findings.ts'

z.config({ jitless: true })

/** Null: the ledger has no 通报 to write. */
export type WrittenNotice = {
  readonly bytes: Uint8Array
  readonly title: string | null
  readonly findings: readonly Finding[]
} | null

export interface NoticeToPrint {
  readonly noticeId: string
  readonly edition: Edition
}

/** The pages of a notice for paper; `turned` are the numbers of those that lie on their side. */
export interface NoticePages {
  readonly page: PrintedPage
  readonly pages: number
  readonly turned: readonly number[]
  readonly on: PlainDate
}

/** Word and Excel are made here, away from the window's thread; terminating the worker cancels. */
const worker = {
  notice: async (records: LedgerRecords, today: PlainDate): Promise<WrittenNotice> => {
    const ledger = openLedger(records)
    const [notice] = inOrder(records.notice)
    if (!notice) return null
    const model = composeNotice(ledger, notice, { today })
    const { renderNoticeDocx } = await import('../../shared/documents/render/notice-docx.ts')
    const bytes = await renderNoticeDocx(model, { profile: 'word' })
    return { bytes, title: model.title, findings: [...noticeFindings(model), ...editionFindings(ledger, notice, model)] }
  },
  /** Null: the ledger has no such 通报. */
  noticePages: async (
    records: LedgerRecords,
    today: PlainDate,
    { noticeId, edition }: NoticeToPrint,
  ): Promise<NoticePages | null> => {
    const notice = records.notice.find(({ id }) => id === noticeId)
    if (!notice) return null
    const model = composeNotice(openLedger(records), notice, { today, edition })
    const pages = layOutPages(noticeDocument(model), TIMES_IN_WORD)
    const [settings] = records.ledger
    return {
      page: { title: model.title ?? '', ...noticeHtml(pages, settings ? noticeFontsOf(settings) : DEFAULT_FONTS) },
      pages: pages.length,
      turned: pages.filter(({ direction }) => direction === 'landscape').map(({ number }) => number),
      on: model.signedOn ?? model.cutoff,
    }
  },
  tables: async (records: LedgerRecords, date: PlainDate): Promise<Uint8Array> => {
    const { renderWorkbookXlsx } = await import('../../shared/documents/render/workbook-xlsx.ts')
    return renderWorkbookXlsx(fourListsWorkbook(openLedger(records), date), date)
  },
  /** Null: more than anybody prints; `pages` says how many it would be. */
  listsPage: async (
    records: LedgerRecords,
    date: PlainDate,
    chosen: ChosenRows,
    most: number,
  ): Promise<{ readonly page: PrintedPage | null; readonly pages: number }> => {
    const model = fourListsWorkbook(openLedger(records), date, chosen)
    const pages = roughPageCount(model)
    return { page: pages > most ? null : workbookPage(model), pages }
  },
}

export type DocumentsWorker = typeof worker

expose(worker)
