/**
 * The roles of a grid that is drawn in parts. Table elements would lay themselves out and cannot reach over what is not drawn; the keys are
 * held by one editor above the cells, so that none of these takes them by itself.
 */
/** `index` is its place among all rows, the headings being the first. */
export const gridRow = (index: number) => ({ role: 'row', tabIndex: -1, 'aria-rowindex': index }) as const
/** `column` is its place among all columns, counted from 1. */
export const gridCell = (
  column: number,
  is: { readonly rowHeader: boolean; readonly selected: boolean; readonly readOnly: boolean },
) =>
  ({
    role: is.rowHeader ? 'rowheader' : 'gridcell',
    tabIndex: -1,
    'aria-colindex': column,
    'aria-selected': is.selected,
    'aria-readonly': is.readOnly,
  }) as const
/** `sort` is null for a grid that is in no order of this column. */
export const gridHead = (column: number, sort: 'ascending' | 'descending' | null) =>
  ({ role: 'columnheader', tabIndex: -1, 'aria-colindex': column, 'aria-sort': sort ?? 'none' }) as const
export const GRID_ROWS = { role: 'rowgroup' } as const
/** The cell of a heading over a group, which reaches over every column. */
export const headingCell = (columns: number) =>
  ({ role: 'rowheader', tabIndex: -1, 'aria-colindex': 1, 'aria-colspan': columns }) as const
