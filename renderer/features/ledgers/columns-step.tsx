import { Button } from 'antd'
import { useState } from 'react'
import { type TableReading, withColumn } from '../../../shared/intake/find-table.ts'
import type { IncomingDocument, IncomingTable } from '../../../shared/intake/incoming.ts'
import { FIELD_WORDS, type HeadingCorrection } from '../../../shared/intake/table-vocabulary.ts'
import { CORRECTION_WORDS as WORDS } from '../../messages/intake.ts'
import { WizardFrame } from './wizard-frame.tsx'
import './columns.css'

interface ColumnsStepProps {
  readonly document: IncomingDocument
  /** The tables that were recognised. */
  readonly readings: readonly TableReading[]
  /** How many problems and measures come of it as it stands. */
  readonly counts: { readonly problems: number; readonly measures: number }
  /** The tables to be read from now on, and what was just put right. */
  readonly onChange: (readings: readonly TableReading[], correction: HeadingCorrection | null) => void
  readonly onDone: () => void
}

/** What each column of each table means, put right by hand. */
export const ColumnsStep = ({ document, readings, counts, onChange, onDone }: ColumnsStepProps) => {
  const [all, setAll] = useState(readings)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const set = (next: readonly TableReading[], without: ReadonlySet<number>, correction: HeadingCorrection | null) => {
    setAll(next)
    setLeft(without)
    onChange(
      next.filter(({ table }) => !without.has(table)),
      correction,
    )
  }
  const unread = document.tables.filter((table, i) => !all.some((reading) => reading.table === i) && !table.isHidden)
  return (
    <WizardFrame
      title={WORDS.columnsTitle}
      step={1}
      extra={
        <>
          <span className="label" aria-live="polite">
            {WORDS.counts(counts.problems, counts.measures)}
          </span>
          <Button type="primary" onClick={onDone}>
            {WORDS.done}
          </Button>
        </>
      }
    >
      <p className="label">{WORDS.columnsDetail}</p>
      {all.map((reading) => {
        const table = document.tables[reading.table]
        return table === undefined ? null : (
          <TableColumns
            key={reading.table}
            table={table}
            reading={reading}
            isTaken={!left.has(reading.table)}
            isOnly={left.size + 1 >= all.length && !left.has(reading.table)}
            onTake={(isTaken) => {
              const without = new Set(left)
              if (isTaken) without.delete(reading.table)
              else without.add(reading.table)
              set(all, without, null)
            }}
            onColumn={(index, heading, field) =>
              set(
                all.map((one) => (one === reading ? withColumn(one, index, field) : one)),
                left,
                { heading, field },
              )
            }
          />
        )
      })}
      {unread.length === 0 ? null : <p className="label">{WORDS.noHeader(unread.map(({ name }) => name).join('、'))}</p>}
    </WizardFrame>
  )
}

interface TableColumnsProps {
  readonly table: IncomingTable
  readonly reading: TableReading
  readonly isTaken: boolean
  /** The last table that is read: it cannot be left out too. */
  readonly isOnly: boolean
  readonly onTake: (isTaken: boolean) => void
  readonly onColumn: (index: number, heading: string, field: string | null) => void
}

const TableColumns = ({ table, reading, isTaken, isOnly, onTake, onColumn }: TableColumnsProps) => {
  const { columns, firstRow, lastRow } = reading
  const shown = table.rows.slice(firstRow, Math.min(firstRow + ROWS_SHOWN, lastRow + 1))
  const more = lastRow + 1 - firstRow - shown.length
  return (
    <section className={isTaken ? 'columns-table' : 'columns-table columns-left'} aria-label={WORDS.sheet(table.name)}>
      <h2>
        <label>
          <input
            type="checkbox"
            aria-label={WORDS.takeSheet(table.name)}
            checked={isTaken}
            disabled={isOnly}
            onChange={(event) => onTake(event.target.checked)}
          />{' '}
          {WORDS.sheet(table.name)}
        </label>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="columns-scroll" tabIndex={0} aria-label={WORDS.sheet(table.name)}>
        <table>
          <thead>
            <tr>
              {columns.map(({ index, heading, field, confidence }) => (
                <th key={index} scope="col" className={field !== null && confidence < SURE ? 'column-unsure' : undefined}>
                  <div>{heading || WORDS.untitled(index + 1)}</div>
                  <select
                    aria-label={WORDS.column(heading || WORDS.untitled(index + 1))}
                    disabled={!isTaken}
                    value={field ?? ''}
                    onChange={(event) => onColumn(index, heading, event.target.value === '' ? null : event.target.value)}
                  >
                    <option value="">{WORDS.toNotes}</option>
                    {Object.entries(FIELD_WORDS).map(([key, title]) => (
                      <option key={key} value={key}>
                        {title}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows do not change here
              <tr key={r}>
                {columns.map(({ index }) => (
                  <td key={index}>{(row[index] ?? '').slice(0, WORDS_SHOWN)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 ? <p className="label">{WORDS.moreRows(more)}</p> : null}
    </section>
  )
}

const ROWS_SHOWN = 4
const WORDS_SHOWN = 60
/** Below this the heading is known only in part. */
const SURE = 0.7
