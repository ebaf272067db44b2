import { nameOfFile, safeFileName, USUAL_PATTERN } from '../../../shared/documents/batch/file-names.ts'
import { tableName } from '../../../shared/documents/tables/table-keys.ts'
import { EXPORT_WORDS } from '../../messages/export.ts'
import type { ExportKind, WantedForm, WantedTables } from '../../state/screen.ts'

/** 青梧县巡视整改情况通报_2021-09-30.docx */
export const suggestedName = (kind: ExportKind, title: string, date: string, tables: WantedTables | null = null): string => {
  const safe = safeFileName(title) || EXPORT_WORDS.noticeWord
  if (kind === 'notice') return EXPORT_WORDS.noticeName(safe, date)
  if (kind === 'proof') return EXPORT_WORDS.proofName(safe, date)
  if (kind === 'tables' && tables !== null) {
    const [only, ...others] = tables.keys
    const name = only !== undefined && others.length === 0 ? tableName(only) : EXPORT_WORDS.severalTables
    return EXPORT_WORDS.chosenTablesName(safe, name, date, tables.format === 'xlsx' ? 'xlsx' : 'csv')
  }
  return kind === 'tables' ? EXPORT_WORDS.tablesName(safe, date) : EXPORT_WORDS.packageName(safe, date)
}

/** 青梧县巡察整改台账_销号审批表_03_…_2021-09-30.docx */
export const formFileName = (ledger: string, { kind, subject }: WantedForm, date: string): string =>
  `${nameOfFile(USUAL_PATTERN, { 台账: ledger, 文种: kind, 对象: subject, 日期: date })}.docx`
