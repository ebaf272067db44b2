import { expose } from 'comlink'
import { z } from 'zod'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import { noticeDocument } from '../../shared/documents/build-document.ts'
import type { TemplateCheck } from '../../shared/documents/forms/template-check.ts'
import { type ChosenRows, fourListsWorkbook } from '../../shared/documents/four-lists-workbook.ts'
import { noticeHtml } from '../../shared/documents/pages/html-pages.ts'
import { TIMES_IN_WORD } from '../../shared/documents/pages/latin-measure.ts'
import { layOutPages } from '../../shared/documents/pages/lay-out-pages.ts'
import { type ProofReport, proofReportModel } from '../../shared/documents/proof-report.ts'
import { fontNames, noticeFontsOf } from '../../shared/documents/render/notice-fonts.ts'
import type { TableKey } from '../../shared/documents/tables/table-keys.ts'
import { tablesWorkbook } from '../../shared/documents/tables/tables-workbook.ts'
import { type PrintedPage, roughPageCount, workbookPage } from '../../shared/documents/workbook-page.ts'
import { inOrder } from '../../shared/domain/arrangement.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import { openLedger, usualDate } from '../../shared/domain/ledger.ts'
import type { Edition } from '../../shared/domain/records/notice-records.ts'
import type { LedgerRecords } from '../../shared/domain/records/record-kinds.ts'
import { COMMENT_AUTHOR } from '../../shared/messages/notice-paper.ts'
import { composeNotice } from '../../shared/notice/compose.ts'
import { editionFindings } from '../../shared/notice/edition-findings.ts'
import { findingPlaces } from '../../shared/notice/notice-comments.ts'
import { noticeFigures } from '../../shared/notice/notice-figures.ts'
import { noticeFindings } from '../../shared/notice/notice-findings.ts'
import { typedFigures } from '../../shared/notice/typed-figures.ts'
import { withDecisions } from '../../shared/proof/decisions.ts'
import { ledgerFactsOf } from '../../shared/proof/ledger/ledger-facts.ts'
import { proofOfNotice, proofPlaces, sayingsOf } from '../../shared/proof/notice-proof.ts'
import { type Proof, proofText } from '../../shared/proof/proof.ts'

import { paperBytes, paperPages, writeBatch } from './papers-job.ts'

z.config({ jitless: true })

/** Null: the ledger has no 通报 to write. */
export type WrittenNotice = {
  readonly bytes: Uint8Array
  readonly title: string | null
  readonly findings: readonly Finding[]
  /** Its fonts, each with the names it may be installed under. */
  readonly fonts: readonly (readonly string[])[]
} | null

/** The notice that is written, and in which edition; null: the first, in its own. */
export interface WantedNotice {
  readonly noticeId: string | null
  readonly edition: Edition | null
  /** The findings as comments of Word. */
  readonly comments: boolean
}

/** Tables that are written: Excel, or one of them as CSV in an encoding. */
export interface WrittenTables {
  readonly keys: readonly TableKey[]
  readonly format: 'xlsx' | 'utf-8' | 'gb18030'
  readonly secrecy: string
  readonly isProtected: boolean
}

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
  notice: async (records: LedgerRecords, today: PlainDate, wanted: WantedNotice): Promise<WrittenNotice> => {
    const ledger = openLedger(records)
    const notices = inOrder(records.notice)
    const notice = notices.find(({ id }) => id === wanted.noticeId) ?? notices[0]
    if (!notice) return null
    const checked = proofOfNotice(ledger, notice, { today, ...(wanted.edition === null ? {} : { edition: wanted.edition }) })
    const { model } = checked
    const { renderNoticeDocx } = await import('../../shared/documents/render/notice-docx.ts')
    const [settings] = records.ledger
    const findings = [...noticeFindings(model), ...editionFindings(ledger, notice, model)]
    const places = wanted.comments
      ? [
          ...findingPlaces(model, findings, typedFigures(model, noticeFigures(ledger, model.cutoff))),
          ...proofPlaces(checked, sayingsOf(ledger, notice.id)),
        ]
      : []
    const fonts = noticeFontsOf(settings ?? null, model.look ?? null)
    const bytes = await renderNoticeDocx(model, {
      profile: 'word',
      fonts,
      comments: places.map((place) => ({ ...place, author: COMMENT_AUTHOR })),
    })
    return { bytes, title: model.title, findings, fonts: fontNames(fonts) }
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
      page: { title: model.title ?? '', ...noticeHtml(pages, noticeFontsOf(settings ?? null, model.look ?? null)) },
      pages: pages.length,
      turned: pages.filter(({ direction }) => direction === 'landscape').map(({ number }) => number),
      on: model.signedOn ?? model.cutoff,
    }
  },
  /** The 送审前体检报告 of a notice as Word bytes; null: the ledger has no such 通报. */
  noticeReport: async (
    records: LedgerRecords,
    today: PlainDate,
    { noticeId, edition }: Omit<WantedNotice, 'comments'>,
    by: string,
  ): Promise<WrittenNotice> => {
    const ledger = openLedger(records)
    const notices = inOrder(records.notice)
    const notice = notices.find(({ id }) => id === noticeId) ?? notices[0]
    if (!notice) return null
    const { model, text, proof } = proofOfNotice(ledger, notice, { today, ...(edition === null ? {} : { edition }) })
    const decided = withDecisions(proof.findings, text, sayingsOf(ledger, notice.id))
    const against = { title: ledger.ledger.title, cutoff: model.cutoff }
    const subject = (model.title ?? '').replace(/\n/g, '')
    return written(records, { subject, on: today, by, against, proof, decided })
  },
  /** Checks a text that is no notice of this program; `records` of a ledger to hold it against, or null. */
  proofText: (text: string, records: LedgerRecords | null, today: PlainDate): Proof => {
    if (records === null) return proofText(text)
    const ledger = openLedger(records)
    return proofText(text, { facts: ledgerFactsOf(ledger, usualDate(ledger, today)), known: null, own: null })
  },
  textReport: async (records: LedgerRecords | null, report: ProofReport): Promise<Uint8Array> =>
    (await written(records, report)).bytes,
  /** The 四张清单 where nothing else is wanted. */
  tables: async (records: LedgerRecords, date: PlainDate, wanted: WrittenTables | null): Promise<Uint8Array> => {
    const ledger = openLedger(records)
    const model = wanted === null ? fourListsWorkbook(ledger, date) : tablesWorkbook(ledger, date, wanted.keys, wanted)
    const [first] = model.sheets
    if (wanted !== null && wanted.format !== 'xlsx' && first) {
      const { tableCsv } = await import('../../shared/documents/render/table-csv.ts')
      return tableCsv(first, wanted.format)
    }
    const { renderWorkbookXlsx } = await import('../../shared/documents/render/workbook-xlsx.ts')
    return renderWorkbookXlsx(model, date)
  },
  paper: paperBytes,
  paperPages,
  batch: writeBatch,
  template: async (bytes: Uint8Array): Promise<TemplateCheck> => {
    const { readTemplate } = await import('../../shared/documents/render/own-template.ts')
    return readTemplate(bytes)
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

const written = async (records: LedgerRecords | null, report: ProofReport): Promise<NonNullable<WrittenNotice>> => {
  const model = proofReportModel(report)
  const { renderNoticeDocx } = await import('../../shared/documents/render/notice-docx.ts')
  const fonts = noticeFontsOf(records?.ledger[0] ?? null, null)
  const bytes = await renderNoticeDocx(model, { profile: 'word', fonts, comments: [] })
  return { bytes, title: report.subject, findings: [], fonts: fontNames(fonts) }
}

export type DocumentsWorker = typeof worker

expose(worker)
