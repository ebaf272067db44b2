import { TABLE_WORDS } from '../../messages/tables.ts'

/** Every table that is printed of a ledger, in the order a person chooses them. */
export const TABLE_KEYS = [
  'lists',
  'master',
  'byUnit',
  'byLeader',
  'statistics',
  'late',
  'withheld',
  'regulations',
  'accountability',
  'leads',
  'supervisions',
] as const
export type TableKey = (typeof TABLE_KEYS)[number]

export const tableName = (key: TableKey): string => (key === 'lists' ? '四张清单' : TABLE_WORDS[key])
