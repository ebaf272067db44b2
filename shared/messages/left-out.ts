import type { LeftOut } from '../intake/acts-of-difference.ts'
import { sentenceOf } from './refusals.ts'

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
