import type { Ledger } from '../../domain/ledger.ts'
import type { BatchFile } from '../batch/batch-files.ts'
import { type FormSetting, formDocument, issuerOf } from '../forms/form-document.ts'
import { ledgerValues, problemValues } from '../forms/template-fields.ts'
import { fourListsWorkbook } from '../four-lists-workbook.ts'
import { bookSheet, booksOf } from '../tables/books.ts'
import { type TableChoices, tablesWorkbook } from '../tables/tables-workbook.ts'

/** What files are made with beside the ledger. */
export interface BatchSetting extends FormSetting {
  readonly tables: TableChoices
  /** The unit's own form; null where none is wanted. */
  readonly template: Uint8Array | null
}

/** The bytes of one file of a batch; null when what it is about is gone. The libraries are loaded when the first file needs them. */
export const renderBatchFile = async (ledger: Ledger, { of }: BatchFile, setting: BatchSetting): Promise<Uint8Array | null> => {
  const { date, template } = setting
  const issuer = issuerOf(ledger, setting.issuer)
  switch (of.type) {
    case 'table': {
      const { renderWorkbookXlsx } = await import('./workbook-xlsx.ts')
      return renderWorkbookXlsx(tablesWorkbook(ledger, date, [of.key], setting.tables), date)
    }
    case 'book': {
      const book = booksOf(ledger, of.by).find(({ name }) => name === of.name)
      if (!book) return null
      const { renderWorkbookXlsx } = await import('./workbook-xlsx.ts')
      const { secrecy = '', isProtected = false } = setting.tables
      const choices = { ...(secrecy === '' ? {} : { secrecy }), ...(isProtected ? { isProtected } : {}) }
      return renderWorkbookXlsx(
        { ...fourListsWorkbook(ledger, date), sheets: [bookSheet(ledger, of.by, book, date)], ...choices },
        date,
      )
    }
    case 'form': {
      const paper = formDocument(ledger, of.key, of.subjectId, { ...setting, issuer })
      if (!paper) return null
      const [{ renderPaperDocx }, { noticeFontsOf }] = await Promise.all([
        import('./notice-docx.ts'),
        import('./notice-fonts.ts'),
      ])
      return renderPaperDocx(paper, date, { profile: 'word', fonts: noticeFontsOf(ledger.ledger) })
    }
    case 'template': {
      if (template === null) return null
      const file = ledger.problems.find(({ problem }) => problem.id === of.subjectId)
      if (!file && of.subjectId !== ledger.ledger.id) return null
      const { fillTemplate } = await import('./own-template.ts')
      return fillTemplate(template, file ? problemValues(ledger, file, date, issuer) : ledgerValues(ledger, date, issuer))
    }
  }
}
