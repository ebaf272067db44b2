import { App } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { ok } from '../../../shared/base/result.ts'
import type { TextMatrix } from '../../../shared/base/tsv.ts'
import { ENTRY_WORDS } from '../../messages/entries.ts'
import type { DataGridHandle } from '../grid/data-grid.tsx'
import { DataGrid, useGridFocus } from '../grid/data-grid.tsx'
import type { DrawnCell, GridCell, GridRow, GridSource, GridWrite } from '../grid/grid-items.ts'
import type { GridLayout } from '../grid/grid-layout.ts'
import { fittingText } from '../grid/pasted-text.ts'
import type { ArrangedEntries, EntryColumn, EntryRow, EntryView, EntryWrite, NewEntry } from './entry-rows.ts'

export interface EntryGridProps {
  readonly label: string
  readonly layout: GridLayout
  /** Every column, whether shown or not. */
  readonly columns: readonly EntryColumn[]
  readonly entries: ArrangedEntries
  readonly sort: EntryView['sort']
  readonly onSort: (column: string) => void
  readonly onToggle: (headingKey: string) => void
  readonly onSelect: (keys: readonly string[]) => void
  /** Saves cells as one act, with new entries behind them where a paste goes on beyond the last. False: it was refused, which has been told. */
  readonly onWrite: (writes: readonly EntryWrite[], added: readonly NewEntry[]) => Promise<boolean>
  readonly onAdd: () => void
  readonly onRemove: (keys: readonly string[]) => void
  readonly onDuplicate: (keys: readonly string[]) => void
  /** Ctrl+Enter, a double click on the number. */
  readonly onOpen?: ((key: string) => void) | undefined
  readonly openWord?: string
  readonly draw?: (cell: DrawnCell) => ReactNode
  /** The first cell of this entry is opened for typing as soon as it is there. */
  readonly editKey: string | null
  readonly onEdited: () => void
}

/** The number of a row in the grid as it is shown; its cell stands for the whole row. */
export const NUMBER_COLUMN: EntryColumn = {
  key: 'number',
  title: ENTRY_WORDS.number,
  width: 48,
  holds: 'mark',
  input: null,
  choices: [],
}

/** Entries of a register or a directory on the grid of the program: one thing in a row, all of it told. */
export const EntryGrid = (props: EntryGridProps) => {
  const { layout, columns, entries, editKey } = props
  const { message } = App.useApp()
  const { focus, onFocus } = useGridFocus()
  const grid = useRef<DataGridHandle>(null)
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const shown = useMemo(() => layout.columns.map(({ key }) => byKey.get(key) ?? NUMBER_COLUMN), [layout.columns, byKey])
  const places = useMemo(() => new Map(entries.rows.map((row, i) => [row.key, { row, number: i + 1 }])), [entries])
  const source = useMemo((): GridSource => {
    const drawn = new Map<string, readonly GridRow[]>()
    const rowsOf = (key: string): readonly GridRow[] => {
      const place = places.get(key)
      const standing = drawn.get(key)
      if (standing) return standing
      const cells = shown.map((column) =>
        column.key === 'number' ? String(place?.number ?? '') : (place?.row.cells[column.key] ?? ''),
      )
      drawn.set(key, [cells])
      return [cells]
    }
    return { rowsOf, fieldOf: ({ key, column }) => fieldOf(places.get(key)?.row, shown[column]) }
  }, [places, shown])

  useEffect(() => {
    if (editKey === null || !places.has(editKey)) return undefined
    grid.current?.reveal(editKey)
    const column = shown.findIndex(({ input }) => input !== null)
    const timer = setTimeout(() => {
      void onFocus({ key: editKey, row: 0, column }).then(() => {
        grid.current?.edit({ key: editKey, row: 0, column })
        props.onEdited()
      })
    }, 60)
    return () => clearTimeout(timer)
  }, [editKey, places, shown, onFocus, props.onEdited])

  const writesOf = (writes: readonly GridWrite[]): readonly EntryWrite[] =>
    writes.flatMap(({ cell, text }) => writeOf(places.get(cell.key)?.row, shown[cell.column], text))
  const onPaste = (anchor: GridCell, matrix: TextMatrix): void => {
    const first = entries.rows.findIndex(({ key }) => key === anchor.key)
    if (first < 0) return
    let skipped = 0
    const pasted = matrix.map((texts, i) => {
      const row = entries.rows[first + i]
      const told = texts.flatMap((text, c): readonly EntryWrite[] => {
        const column = shown[anchor.column + c]
        if (column && column.input === null && column.key !== 'number') skipped += 1
        return column?.input == null ? [] : writeOf(row, column, text)
      })
      return { row, told }
    })
    const writes = pasted.flatMap(({ row, told }) => (row ? told : []))
    const added = pasted.flatMap(({ row, told }): readonly NewEntry[] =>
      row || told.every(({ text }) => text.trim() === '')
        ? []
        : [Object.fromEntries(told.map(({ column, text }) => [column, text]))],
    )
    if (writes.length + added.length === 0) return
    void props.onWrite(writes, added).then((accepted) => {
      if (!accepted) return
      const words = [added.length > 0 ? ENTRY_WORDS.pastedNew(added.length) : '', skipped > 0 ? ENTRY_WORDS.skipped(skipped) : '']
      if (added.length + skipped > 0) void message.info({ key: 'grid', content: words.join('') })
    })
  }
  const { onOpen } = props
  return (
    <DataGrid
      ref={grid}
      label={props.label}
      columns={layout.columns}
      items={entries.items}
      source={source}
      rowHeight={31}
      focus={focus}
      onFocus={onFocus}
      onSelect={props.onSelect}
      onCommit={(cell, text) => props.onWrite(writeOf(places.get(cell.key)?.row, shown[cell.column], text), [])}
      onWrite={(writes) => props.onWrite(writesOf(writes), [])}
      onPaste={onPaste}
      onRefuse={() => void message.info({ key: 'read-only', content: ENTRY_WORDS.readOnly, duration: 3 })}
      {...(onOpen ? { onOpen } : {})}
      onInsert={props.onAdd}
      menu={(keys) => [
        ...(onOpen && keys.length === 1 ? [{ key: 'open', label: props.openWord, onClick: () => onOpen(keys[0] ?? '') }] : []),
        { key: 'add', label: ENTRY_WORDS.addHint, onClick: props.onAdd },
        { key: 'duplicate', label: ENTRY_WORDS.duplicateOf(keys.length), onClick: () => props.onDuplicate(keys) },
        { key: 'remove', danger: true, label: ENTRY_WORDS.removeOf(keys.length), onClick: () => props.onRemove(keys) },
      ]}
      labelOf={(cell, column) => ENTRY_WORDS.cellOf(column.title, places.get(cell.key)?.number ?? 0)}
      isEditable={({ key }) => (byKey.get(key)?.input ?? null) !== null}
      {...(props.draw ? { draw: props.draw } : {})}
      toneOf={({ key }) => places.get(key)?.row.tone}
      widths={layout.widths}
      onWidths={layout.onWidths}
      frozen={layout.frozen}
      rowHeader="number"
      sort={props.sort}
      onSort={props.onSort}
      onToggle={props.onToggle}
    />
  )
}

const fieldOf = (row: EntryRow | undefined, column: EntryColumn | undefined) => {
  if (!row || !column || column.input === null) return null
  const { key, title, input, choices, check } = column
  return {
    names: [key, title] as const,
    shown: row.cells[key] ?? '',
    input,
    choices,
    set: (text: string) => {
      const read = check?.(text)
      return read && !read.ok ? read : ok([])
    },
  }
}

/** A text as the column holds it; nothing where it stands there already. */
const writeOf = (row: EntryRow | undefined, column: EntryColumn | undefined, text: string): readonly EntryWrite[] => {
  if (!column || column.input === null) return []
  const fitting = fittingText(text, column.input)
  return row && (row.cells[column.key] ?? '') === fitting ? [] : [{ key: row?.key ?? '', column: column.key, text: fitting }]
}
