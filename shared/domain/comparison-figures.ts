import type { SnapshotComparison } from './compare-snapshots.ts'
import { counted, type Figure } from './figures/figure.ts'

/** What happened between two periods as figures, each with the problems it counts; those of `added` and the changed ones are in the later. */
export const comparisonFigures = (comparison: SnapshotComparison): readonly Figure[] => {
  const figure = (id: string, label: string, formula: string, ids: readonly string[]): Figure =>
    counted({ id: `change.${id}`, label, unit: '个', formula }, ids)
  const changed = (of: SnapshotComparison['finished']): readonly string[] => of.map(({ after }) => after.id)
  return [
    figure(
      'added',
      '新增问题',
      '后一期有、前一期没有的问题',
      comparison.added.map(({ id }) => id),
    ),
    figure(
      'gone',
      '不再单列问题',
      '前一期有、后一期没有的问题（合并到其他问题或已删除）',
      comparison.gone.map(({ problem }) => problem.id),
    ),
    figure(
      'finished',
      '新完成问题',
      '后一期状态为“已完成”“已销号”，前一期不是，或其间重新整改过的问题',
      changed(comparison.finished),
    ),
    figure('closed', '新销号问题', '后一期状态为“已销号”，前一期不是，或其间重新整改过的问题', changed(comparison.closed)),
    figure('reopened', '重新整改问题', '其间开始新一轮整改，或前一期已完成、后一期没有完成的问题', changed(comparison.reopened)),
    figure('newlyOverdue', '新增逾期问题', '后一期逾期、前一期没有逾期的问题', changed(comparison.newlyOverdue)),
    figure('extended', '新延期问题', '其间办理过延期的问题', changed(comparison.extended)),
    figure('statusChanged', '状态有变化问题', '前后两期的状态或“长期坚持”标记不同的问题', changed(comparison.statusChanged)),
  ]
}
