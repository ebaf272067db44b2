import { LIST_COLUMNS, LIST_KEYS, type ListKey } from '../../../shared/domain/four-lists.ts'
import type { GridColumn } from '../../ui/grid/grid-items.ts'

/** Widths in px at 1366 px, and each column's share of what a wider window has left. */
const WIDTHS: Readonly<Record<ListKey, readonly (readonly [width: number, grow: number])[]>> = {
  problems: [
    [52, 0],
    [96, 0.9],
    [110, 1],
    [300, 2.6],
    [280, 2.6],
    [84, 0],
    [84, 0],
    [140, 0],
  ],
  tasks: [
    [52, 0],
    [200, 1.8],
    [100, 0.8],
    [220, 2],
    [250, 2.6],
    [200, 2],
    [140, 0],
  ],
  times: [
    [60, 0],
    [340, 4],
    [112, 0],
    [128, 0],
    [128, 0],
    [84, 0],
    [84, 0],
    [112, 0],
    [112, 0],
  ],
  duties: [
    [60, 0],
    [300, 3],
    [90, 0.7],
    [130, 1.2],
    [150, 1.4],
    [120, 1],
    [110, 0.8],
    [120, 0.8],
  ],
}

/** What a list can be sorted by, in the columns' headings. */
const SORTED_BY: readonly string[] = [
  'number',
  'category',
  'status',
  'deadline',
  'daysLeft',
  'warning',
  'leader',
  'leadUnit',
  'unit',
  'completed',
]

const columnsOf = (list: ListKey): readonly GridColumn[] =>
  LIST_COLUMNS[list].map(({ key, title, holds }, i) => {
    const [width = 100, grow = 0] = WIDTHS[list][i] ?? []
    return { key, title, holds, width, grow, sortable: SORTED_BY.includes(key) }
  })

/** The columns of each list as the grid draws them, in the order of LIST_COLUMNS. */
export const LIST_GRID_COLUMNS = Object.fromEntries(LIST_KEYS.map((list) => [list, columnsOf(list)])) as unknown as Readonly<
  Record<ListKey, readonly GridColumn[]>
>

/** 序号 and the problem itself stay; in 问题清单 类别 and 方面 stand between the two. */
export const FROZEN: Readonly<Record<ListKey, number>> = { problems: 4, tasks: 2, times: 2, duties: 2 }

/** The height of one row nobody has measured yet. */
export const ROW_HEIGHTS: Readonly<Record<ListKey, number>> = { problems: 130, tasks: 120, times: 60, duties: 60 }
