import { findTable } from './find-table.ts'
import type { IncomingTable } from './incoming.ts'
import { TABLE_VOCABULARY } from './table-vocabulary.ts'

/** The very hidden sheet our own export keeps the ids of its rows in. */
const HIDDEN_SHEET = '_zgtz'

/** A choice of a drop-down is a word or a name. */
const LONGEST_CHOICE = 30
const MOST_CHOICES = 300

const NAMED_SO = /选项|下拉|数据源|数据有效性|字典|枚举|码表|参数/

/**
 * Does a sheet stand beside the ledger and say nothing of it: our own ids, or the choices of drop-down lists – columns of short words
 * without gaps and repeats, hidden or named so?
 */
export const isBesideLedger = (table: IncomingTable): boolean =>
  table.name === HIDDEN_SHEET || ((table.isHidden || NAMED_SO.test(table.name)) && holdsChoices(table))

const holdsChoices = (table: IncomingTable): boolean => {
  const { rows } = table
  if (rows.length > MOST_CHOICES) return false
  const columns = (rows[0] ?? [])
    .map((_, c) => rows.map((row) => row[c] ?? ''))
    .filter((cells) => cells.some((cell) => cell !== ''))
  return columns.length > 0 && columns.every(isChoices) && findTable(table, TABLE_VOCABULARY) === null
}

const isChoices = (cells: readonly string[]): boolean => {
  const choices = cells.filter((cell) => cell !== '')
  return (
    choices.length >= 2 &&
    cells.slice(0, choices.length).every((cell) => cell !== '' && cell.length <= LONGEST_CHOICE && !/[\n。；]/.test(cell)) &&
    new Set(choices).size === choices.length
  )
}
