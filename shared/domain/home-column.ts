import { type PlainDate, parsePlainDate } from '../base/plain-date.ts'
import { LIST_KEYS, type ListKey } from './four-lists.ts'

/**
 * [Note: Tables come home] Our own Excel carries one hidden column at the right of each list, within the range that is filtered and sorted.
 * Its head names list, ledger and day; each row names its problem, its measure, and a fingerprint of every exported cell. It moves with
 * the row when rows are sorted, inserted or copied to another workbook, which a hidden sheet by row number does not; and the
 * fingerprints hold no words, so that a row someone deleted before sending the file is gone.
 */
export const HOME_MARK = '_zgtz/1'

export interface HomeHead {
  readonly list: ListKey
  readonly ledgerId: string
  readonly date: PlainDate
}

export interface HomeRow {
  readonly problemId: string
  readonly measureId: string | null
  /** A text too long for one row goes on in the next: 0, 1, 2 … */
  readonly piece: number
  /** Fingerprints of the cells by column, as they were exported; of the first piece only. */
  readonly prints: ReadonlyMap<string, string>
}

export const printHomeHead = ({ list, ledgerId, date }: HomeHead): string => `${HOME_MARK} ${list} ${ledgerId} ${date}`

export const readHomeHead = (text: string): HomeHead | null => {
  const [mark, list, ledgerId, day] = text.trim().split(' ')
  const known = LIST_KEYS.find((key) => key === list)
  const date = parsePlainDate(day ?? '')
  return mark === HOME_MARK && known && ledgerId && date.ok ? { list: known, ledgerId, date: date.value } : null
}

export const printHomeRow = ({ problemId, measureId, piece, prints }: HomeRow): string =>
  [`${problemId}/${measureId ?? ''}#${piece}`, ...[...prints].map(([key, print]) => `${key}=${print}`)].join(' ')

export const readHomeRow = (text: string): HomeRow | null => {
  const [ids = '', ...pairs] = text.trim().split(' ')
  const match = /^([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9_-]{0,64})#(\d{1,5})$/.exec(ids)
  if (!match) return null
  const prints = pairs.flatMap((pair): readonly [string, string][] => {
    const [key, print] = pair.split('=')
    return key && print ? [[key, print]] : []
  })
  return { problemId: match[1] ?? '', measureId: match[2] || null, piece: Number(match[3]), prints: new Map(prints) }
}
