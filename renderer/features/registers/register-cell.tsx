import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { LATE_WORDS, type RegisterRow } from '../../../shared/domain/registers/register-rows.ts'
import { REGISTERS_WORDS } from '../../messages/registers.ts'
import type { DrawnCell } from '../../ui/grid/grid-items.ts'

/** A problem is a link to its 问题档案, a state has its colour; everything else is its text. */
export const registerCell = (
  { column, text }: DrawnCell,
  row: RegisterRow | undefined,
  openProblem: (problemId: string) => void,
): ReactNode => {
  if (column.key === 'state' && text !== '') return <Tag color={COLOURS[text] ?? 'default'}>{text}</Tag>
  const problemId = row?.problemId
  if ((column.key !== 'problemId' && column.key !== 'ownerId') || problemId == null) return undefined
  const [number = '', ...words] = text.split(' ')
  return (
    <div className="cell-text" style={{ WebkitLineClamp: 2 }}>
      <button
        type="button"
        tabIndex={-1}
        className="problem-link"
        title={REGISTERS_WORDS.openProblem}
        aria-label={REGISTERS_WORDS.ofProblem(Number(number))}
        onMouseDown={(event) => {
          event.preventDefault()
          event.stopPropagation()
        }}
        onDoubleClick={(event) => event.stopPropagation()}
        onClick={() => openProblem(problemId)}
      >
        {number}
      </button>
      {words.join(' ')}
    </div>
  )
}

const COLOURS: Readonly<Record<string, string>> = {
  [LATE_WORDS.lead]: 'error',
  [LATE_WORDS.notice]: 'error',
  已办结: 'success',
  已回复: 'success',
  在办: 'processing',
  未回复: 'warning',
}
