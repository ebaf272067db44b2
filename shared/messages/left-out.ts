import type { Refusal } from '../base/refusal.ts'
import { sentenceOf } from './refusals.ts'

/** Why an accepted change is not written. */
export type LeftOut =
  | { readonly type: 'deadline-undecided' }
  /** 销号, 类别, 方面, 原定时限 and what is counted are not a table's to say; `title` is the column. */
  | { readonly type: 'by-hand'; readonly title: string }
  /** 进展情况 says less than the ledger: what was reported is not taken back by a table. */
  | { readonly type: 'progress-shortened' }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/** Why something accepted from a table was not written, and what to do. */
export const leftOutText = (why: LeftOut): string => {
  switch (why.type) {
    case 'deadline-undecided':
      return '时限变了，还没有选定是更正还是延期，没有写入。'
    case 'by-hand':
      return `“${why.title}”不能按表格改写，请在台账中手工办理（销号走销号程序，类别、方面在提纲中调整，原定时限在延期记录中更正）。`
    case 'progress-shortened':
      return '表格中的进展情况比台账少，已报的进展不按表格删减；确需删除的，请在问题档案中删除。'
    case 'refused':
      return sentenceOf(why.refusal).title
  }
}
