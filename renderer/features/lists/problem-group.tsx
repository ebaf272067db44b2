import { Tag, Tooltip } from 'antd'
import { memo } from 'react'
import { LIST_COLUMNS, type ListDate, type ListKey, type ListRow, listRows } from '../../../shared/domain/four-lists.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import type { Status } from '../../../shared/domain/status.ts'
import type { Warning } from '../../../shared/domain/warning.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import { LISTS_WORDS } from '../../messages/lists.ts'
import type { Focus } from '../../state/list-view.ts'
import { GRID_CELL, GRID_ROW, GRID_ROWS } from '../../ui/grid-roles.ts'
import { spanOf } from './cell-span.ts'
import { LIST_TRACKS } from './list-layout.ts'

const STATUS_COLOURS: Readonly<Record<Status, string>> = {
  unstated: 'default',
  notStarted: 'default',
  inProgress: 'processing',
  basicallyDone: 'cyan',
  done: 'success',
  closed: 'purple',
}

const WARNING_COLOURS: Readonly<Record<Warning, string>> = {
  none: 'default',
  green: 'success',
  yellow: 'warning',
  red: 'error',
}

interface ProblemGroupProps {
  readonly place: PlacedProblem
  /** Undefined until it has been read. */
  readonly file: ProblemFile | undefined
  readonly list: ListKey
  readonly at: ListDate
  /** The column under the keys in this problem, or null. */
  readonly focus: Focus | null
  /** The problem above stands in the same 类别 and 方面, which need not be said again. */
  readonly joins: readonly boolean[]
}

/** One problem in one list: its rows as one grid, so that a cell can reach over several of them. */
export const ProblemGroup = memo(({ place, file, list, at, focus, joins }: ProblemGroupProps) => {
  const columns = LIST_COLUMNS[list]
  const rows = file === undefined ? null : listRows(list, file, at)
  const count = Math.max(1, rows?.length ?? place.row.lists[list].length)
  return (
    <div className="list-group" {...GRID_ROWS} style={{ gridTemplateColumns: LIST_TRACKS[list] }} data-problem={place.row.id}>
      {Array.from({ length: count }, (_, r) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div {...GRID_ROW} className="list-row" key={r}>
          {columns.map((column, c) => {
            const text = rows === null ? (r === 0 ? placeholder(column.key, place) : '') : (rows[r]?.cells[c] ?? null)
            if (text === null) return null
            const span = rows === null ? 1 : spanOf(rows, r, c)
            const isFocused = focus !== null && focus.column === c && focus.row === r
            const isJoined = joins[c] === true && r === 0
            return (
              <div
                {...GRID_CELL}
                key={column.key}
                className={`cell cell-${column.holds}${isFocused ? ' cell-focused' : ''}${isJoined ? ' cell-joined' : ''}`}
                style={{ gridColumn: c + 1, gridRow: `${r + 1} / span ${span}` }}
                data-cell={`${r}/${c}`}
                data-column={column.key}
              >
                <CellText
                  column={column.key}
                  text={text}
                  row={rows?.[r]}
                  span={span}
                  conflicts={c === 0 && r === 0 && place.row.conflicts > 0}
                />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
})

const placeholder = (column: string, { row, number }: PlacedProblem): string =>
  column === 'number' ? String(number) : column === 'statement' || column === 'subject' ? row.statement : ''

const CellText = ({
  column,
  text,
  row,
  span,
  conflicts,
}: {
  readonly column: string
  readonly text: string
  readonly row: ListRow | undefined
  readonly span: number
  readonly conflicts: boolean
}) => {
  if (text !== '' && row) {
    if (column === 'status') return <Tag color={STATUS_COLOURS[row.status]}>{text}</Tag>
    if (column === 'warning') return <Tag color={WARNING_COLOURS[row.warning]}>{text}</Tag>
    if (column === 'daysLeft') return <span className={`days-${row.warning}`}>{text}</span>
  }
  return (
    <div className="cell-text" style={{ WebkitLineClamp: LINES + (span - 1) * 4 }}>
      {text}
      {conflicts ? (
        <Tooltip title={LISTS_WORDS.conflict}>
          <span className="conflict-mark">!</span>
        </Tooltip>
      ) : null}
    </div>
  )
}

/** Lines of a cell shown in the list; the whole text stands in the editor and in the 问题档案. */
const LINES = 6
