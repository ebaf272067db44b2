import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { LIST_COLUMNS, type ListKey } from '../../../shared/domain/four-lists.ts'
import { LISTS_WORDS } from '../../messages/lists.ts'
import { type Sort, useListView } from '../../state/list-view.ts'
import { GRID_ROW, gridHead } from '../../ui/grid-roles.ts'
import { LIST_TRACKS, SORT_COLUMNS } from './list-layout.ts'

/** The headings; those a list can be sorted by are buttons: up, down, and back to the order of the outline. */
export const ListHeader = ({ list }: { readonly list: ListKey }) => {
  const sort = useListView((state) => state.sort)
  const setSort = useListView((state) => state.setSort)
  return (
    <div className="list-head" {...GRID_ROW} style={{ gridTemplateColumns: LIST_TRACKS[list] }}>
      {LIST_COLUMNS[list].map(({ key, title }) => (
        <div key={key} {...gridHead(directionOf(sort, key))} className="head-cell">
          {SORT_COLUMNS.includes(key) ? (
            <button type="button" title={LISTS_WORDS.sortBy(title)} onClick={() => void setSort(nextSort(sort, key))}>
              {title}
              <span className="head-sort">
                {sort?.column === key ? sort.descending ? <CaretDownOutlined /> : <CaretUpOutlined /> : null}
              </span>
            </button>
          ) : (
            title
          )}
        </div>
      ))}
    </div>
  )
}

const directionOf = (sort: Sort | null, column: string): 'ascending' | 'descending' | null =>
  sort?.column !== column ? null : sort.descending ? 'descending' : 'ascending'

const nextSort = (sort: Sort | null, column: string): Sort | null =>
  sort?.column !== column
    ? { column, descending: column === 'number' }
    : sort.descending === (column === 'number')
      ? { column, descending: !sort.descending }
      : null
