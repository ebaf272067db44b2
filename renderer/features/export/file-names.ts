import { tableName } from '../../../shared/documents/tables/table-keys.ts'
import { EXPORT_WORDS } from '../../messages/export.ts'
import type { ExportKind, WantedTables } from '../../state/screen.ts'

/** What Windows does not allow in a file name becomes a line; no name ends with a dot or is longer than the system takes. */
export const safeFileName = (words: string): string =>
  words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is not allowed
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, LONGEST)

const LONGEST = 80

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
