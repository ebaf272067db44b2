import type { PlainDate } from '../../base/plain-date.ts'
import type { WarningThresholds } from '../warning.ts'
import { counted, type Figure, isBy } from './figure.ts'
import type { ProblemStanding } from './standing.ts'
import { ALL_PARTS, type Counted, statusFigures } from './status-figures.ts'

/** Problems, items and measures: how many there are and how they stand. */
export const problemFigures = (problems: readonly ProblemStanding[], thresholds: WarningThresholds): readonly Figure[] => {
  const items: Counted = {
    prefix: 'items',
    noun: '整改事项',
    unit: '项',
    of: '',
    which: '',
    totalFormula: '每个问题下单独写明整改情况的措施各计一项，没有的问题计一项',
    thresholds,
  }
  const measures: Counted = { ...items, prefix: 'measures', noun: '整改措施', unit: '条', totalFormula: '台账中的整改措施' }
  const own: Counted = { ...items, prefix: 'problems', noun: '问题', unit: '个', totalFormula: '台账中的问题' }
  return [
    ...statusFigures(own, problems, ALL_PARTS),
    ...statusFigures(
      items,
      problems.flatMap((problem) => problem.items),
      ALL_PARTS,
    ),
    ...statusFigures(
      measures,
      problems.flatMap((problem) => problem.measures),
      ALL_PARTS,
    ),
  ]
}

/** 延期, of problems and their measures; none where nothing was extended. */
export const extensionFigures = (problems: readonly ProblemStanding[], cutoff: PlainDate): readonly Figure[] => {
  const extended = problems
    .map(({ id, file }) => ({ id, extensions: file.extensions.filter(({ approvedOn }) => isBy(approvedOn, cutoff)) }))
    .filter(({ extensions }) => extensions.length > 0)
  if (extended.length === 0) return []
  const until = '批准日期晚于统计日期的不计，未写批准日期的计入'
  return [
    counted(
      {
        id: 'extensions.problems',
        label: '延期问题数',
        unit: '个',
        formula: `问题本身或其整改措施延期过的问题，延期几次都计一个（${until}）`,
      },
      extended.map(({ id }) => id),
    ),
    counted(
      { id: 'extensions.times', label: '延期次数', unit: '次', formula: `问题和整改措施的延期记录，每条计一次（${until}）` },
      extended.flatMap(({ extensions }) => extensions.map(({ id }) => id)),
    ),
  ]
}

/** 销号 cycles up to the cut-off; none where nobody has applied. */
export const closureFigures = (problems: readonly ProblemStanding[], cutoff: PlainDate): readonly Figure[] => {
  const by = (on: PlainDate | null): boolean => on !== null && on <= cutoff
  const cycles = problems.flatMap(({ file }) => file.closures)
  const daysOf = (c: (typeof cycles)[number]) => [c.appliedOn, c.closedOn, c.returnedOn, c.reopenedOn]
  // What bears no date counts.
  const isApplied = (c: (typeof cycles)[number]): boolean => daysOf(c).some(by) || daysOf(c).every((on) => on === null)
  const applied = cycles.filter(isApplied)
  if (applied.length === 0) return []
  const cycle = (id: string, label: string, formula: string, of: typeof cycles): Figure =>
    counted(
      { id: `closures.${id}`, label, unit: '轮', formula },
      of.map((one) => one.id),
    )
  const reopened = problems.filter(({ file }) => file.closures.some(({ reopenedOn }) => by(reopenedOn)))
  return [
    cycle('applied', '申请销号轮次', '销号记录中，申请、销号、退回或重新整改日期不晚于统计日期的轮次，没有日期的也计', applied),
    cycle(
      'closed',
      '准予销号轮次',
      '销号记录中，销号日期不晚于统计日期的轮次，后来重新整改的也计',
      cycles.filter(({ closedOn }) => by(closedOn)),
    ),
    cycle(
      'returned',
      '退回轮次',
      '销号记录中，退回日期不晚于统计日期的轮次',
      cycles.filter(({ returnedOn }) => by(returnedOn)),
    ),
    cycle(
      'pending',
      '待审核轮次',
      '申请销号轮次中，截至统计日期未销号、未退回也未重新整改的',
      applied.filter(({ closedOn, returnedOn, reopenedOn }) => !by(closedOn) && !by(returnedOn) && !by(reopenedOn)),
    ),
    cycle(
      'reopened',
      '重新整改轮次',
      '销号记录中，重新整改日期不晚于统计日期的轮次',
      cycles.filter(({ reopenedOn }) => by(reopenedOn)),
    ),
    counted(
      {
        id: 'problems.reopened',
        label: '重新整改问题数',
        unit: '个',
        formula: '截至统计日期销号后重新整改过的问题，重新整改几次都计一个',
      },
      reopened.map(({ id }) => id),
    ),
  ]
}
