import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { CODED_WORDS } from '../../../messages/notice-templates.ts'

interface RowsEditorProps<T> {
  readonly title: string
  readonly rows: readonly T[]
  /** What a new row begins as; null where no more are wanted. */
  readonly added: T | null
  readonly onRows: (rows: readonly T[]) => void
  readonly children: (row: T, set: (row: T) => void, place: number) => ReactNode
}

/** Rows in an order of their own: each can be changed, moved up and down, taken out; another can be added. */
export const RowsEditor = <T,>({ title, rows, added, onRows, children }: RowsEditorProps<T>) => {
  const swapped = (i: number, by: -1 | 1): readonly T[] => {
    const next = [...rows]
    const [a, b] = [next[i], next[i + by]]
    if (a !== undefined && b !== undefined) [next[i], next[i + by]] = [b, a]
    return next
  }
  return (
    <fieldset className="coded-rows">
      <legend>{title}</legend>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <div className="coded-row" key={i}>
          {children(row, (next) => onRows(rows.map((standing, k) => (k === i ? next : standing))), i)}
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={CODED_WORDS.up(i + 1)}
            disabled={i === 0}
            onClick={() => onRows(swapped(i, -1))}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={CODED_WORDS.down(i + 1)}
            disabled={i === rows.length - 1}
            onClick={() => onRows(swapped(i, 1))}
          />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={CODED_WORDS.remove(i + 1)}
            onClick={() => onRows(rows.filter((_, k) => k !== i))}
          />
        </div>
      ))}
      {added === null ? null : (
        <Button size="small" icon={<PlusOutlined />} onClick={() => onRows([...rows, added])}>
          {CODED_WORDS.add}
        </Button>
      )}
    </fieldset>
  )
}
