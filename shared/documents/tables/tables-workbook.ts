import type { PlainDate } from '../../base/plain-date.ts'
import type { Ledger } from '../../domain/ledger.ts'
import { fourListsWorkbook } from '../four-lists-workbook.ts'
import type { SheetModel, WorkbookModel } from '../workbook-model.ts'
import { bookSheets } from './books.ts'
import { lateTable } from './late-table.ts'
import { masterTable } from './master-table.ts'
import { distinctNames } from './plain-table.ts'
import { accountabilityTable, registerTable, withheldSheet } from './register-tables.ts'
import { statisticsTables } from './statistics-table.ts'
import { TABLE_KEYS, type TableKey } from './table-keys.ts'

/** How the tables are written. */
export interface TableChoices {
  /** At the head of every page. */
  readonly secrecy?: string
  readonly isProtected?: boolean
}

/** Some tables of a ledger as one workbook, as of a date. */
export const tablesWorkbook = (
  ledger: Ledger,
  date: PlainDate,
  keys: readonly TableKey[],
  { secrecy = '', isProtected = false }: TableChoices = {},
): WorkbookModel => {
  const lists = fourListsWorkbook(ledger, date)
  const sheets = TABLE_KEYS.filter((key) => keys.includes(key)).flatMap((key) => sheetsOf(key, ledger, date, lists))
  const names = distinctNames(sheets.map(({ name }) => name))
  // What leads to a sheet follows its name; the names of one book are distinct before.
  const renamed = new Map(sheets.map(({ name }, i) => [name, names[i] ?? name]))
  return {
    ...lists,
    sheets: sheets.map((sheet, i) => ({
      ...sheet,
      name: names[i] ?? sheet.name,
      ...(sheet.links ? { links: sheet.links.map((link) => ({ ...link, sheet: renamed.get(link.sheet) ?? link.sheet })) } : {}),
    })),
    ...(secrecy === '' ? {} : { secrecy }),
    ...(isProtected ? { isProtected } : {}),
  }
}

const sheetsOf = (key: TableKey, ledger: Ledger, date: PlainDate, lists: WorkbookModel): readonly SheetModel[] => {
  switch (key) {
    case 'lists':
      return lists.sheets
    case 'master':
      return [masterTable(ledger, date)]
    case 'byUnit':
      return bookSheets(ledger, 'unit', date)
    case 'byLeader':
      return bookSheets(ledger, 'leader', date)
    case 'statistics':
      return statisticsTables(ledger, date)
    case 'late':
      return [lateTable(ledger, date)]
    case 'withheld':
      return [withheldSheet(ledger, date)]
    case 'accountability':
      return [accountabilityTable(ledger, date)]
    case 'regulations':
    case 'leads':
    case 'supervisions':
      return [registerTable(ledger, key, date)]
  }
}
