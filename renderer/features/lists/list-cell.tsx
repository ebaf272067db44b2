import { Tag, Tooltip } from 'antd'
import type { ListRow } from '../../../shared/domain/four-lists.ts'
import type { Status } from '../../../shared/domain/status.ts'
import type { Warning } from '../../../shared/domain/warning.ts'
import { LISTS_WORDS } from '../../messages/lists.ts'
import { CellText } from '../../ui/grid/grid-block.tsx'
import './list-cells.css'

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

/** What a list shows in a cell beside plain text; undefined for plain text. */
export const listCell = (column: string, text: string, row: ListRow | undefined, hasConflicts: boolean) => {
  if (hasConflicts && column === 'number')
    return (
      <>
        <CellText text={text} />
        <Tooltip title={LISTS_WORDS.conflict}>
          <span className="conflict-mark">!</span>
        </Tooltip>
      </>
    )
  if (text === '' || row === undefined) return undefined
  if (column === 'status') return <Tag color={STATUS_COLOURS[row.status]}>{text}</Tag>
  if (column === 'warning') return <Tag color={WARNING_COLOURS[row.warning]}>{text}</Tag>
  if (column === 'daysLeft') return <span className={`days-${row.warning}`}>{text}</span>
  return undefined
}
