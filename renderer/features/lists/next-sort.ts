import type { Sort } from '../../state/list-view.ts'

/** What a click on a heading means: up, down, and back to the order of the outline, which 序号 has already. */
export const nextSort = (sort: Sort | null, column: string): Sort | null =>
  sort?.column !== column
    ? { column, descending: column === 'number' }
    : sort.descending === (column === 'number')
      ? { column, descending: !sort.descending }
      : null
