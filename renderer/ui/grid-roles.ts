/**
 * The roles of a grid that is drawn in parts. Table elements would lay themselves out and cannot reach over what is not drawn; the keys are
 * held by one editor above the cells, so that none of these takes them by itself.
 */
export const GRID_ROW = { role: 'row', tabIndex: -1 } as const
export const GRID_CELL = { role: 'gridcell', tabIndex: -1 } as const
/** `sort` is null for the other columns. */
export const gridHead = (sort: 'ascending' | 'descending' | null) =>
  ({ role: 'columnheader', tabIndex: -1, 'aria-sort': sort ?? 'none' }) as const
export const GRID_ROWS = { role: 'rowgroup' } as const
