import { App } from 'antd'
import { type ClipboardEvent, useRef } from 'react'
import type { TextMatrix } from '../../../shared/base/tsv.ts'
import { GRID_WORDS } from '../../messages/grid.ts'
import { leave } from '../../state/typing.ts'
import { columnsOf, copiedCells, pastedMatrix } from './clipboard.ts'
import type { GridCell, GridColumn, GridRange, GridSource, GridWrite, WriteKind } from './grid-items.ts'
import { type GridShape, moved } from './grid-moves.ts'
import { cellsIn, isSingle, keysIn, rowsIn, type Selection, textsIn } from './grid-range.ts'

interface GridWritesOf {
  /** As the grid is told them. */
  readonly acts: {
    readonly read?: (keys: readonly string[]) => Promise<GridSource>
    readonly onWrite?: (writes: readonly GridWrite[], kind: WriteKind) => Promise<boolean>
    readonly onPaste?: (anchor: GridCell, matrix: TextMatrix) => void
  }
  readonly shape: GridShape
  readonly source: GridSource
  readonly columns: readonly GridColumn[]
  readonly range: GridRange | null
  /** The keys stand in the grid again, so that a copy event is heard there. */
  readonly takeKeys: () => void
  /** What has been filled is selected. */
  readonly onFilled: (selection: Selection) => void
}

/** What is done to all cells of the selection: copying, cutting, pasting, filling, clearing. */
export const useGridWrites = ({ acts, shape, source, columns, range, takeKeys, onFilled }: GridWritesOf) => {
  const { message } = App.useApp()
  /** What stands in a range, also where it is not drawn. */
  const readRange = async (asked: GridRange): Promise<{ readonly shape: GridShape; readonly source: GridSource }> => {
    const known = acts.read ? await acts.read(keysIn(shape, asked)) : source
    return { shape: { ...shape, rowsOf: known.rowsOf }, source: known }
  }
  const write = async (cells: readonly (GridWrite | null)[], kind: WriteKind) => {
    const writes = cells.flatMap((cell) => cell ?? [])
    const skipped = cells.length - writes.length
    if (writes.length === 0) return void message.info({ key: 'grid', content: GRID_WORDS.nothingToWrite })
    const accepted = (await acts.onWrite?.(writes, kind)) ?? false
    if (accepted && skipped > 0) void message.info({ key: 'grid', content: GRID_WORDS.skipped(skipped) })
  }
  const clear = async (kind: 'clear' | 'cut') => {
    if (range === null || !acts.onWrite || !(await leave())) return
    const known = await readRange(range)
    const cells = [...cellsIn(known.shape, range)]
    await write(
      cells.map((cell) => (known.source.fieldOf(cell) ? { cell, text: '' } : null)),
      kind,
    )
  }
  /** The first row of `over` goes down over the rest of `target`. */
  const fill = async (over: GridRange, target: GridRange) => {
    if (!acts.onWrite || !(await leave())) return
    const known = await readRange(target)
    const texts = new Map<number, string>()
    for (const cell of cellsIn(known.shape, { ...over, to: over.from })) {
      texts.set(cell.column, known.source.fieldOf(cell)?.shown ?? textOf(known.source, cell))
    }
    const cells = [...cellsIn(known.shape, target)].filter(
      ({ key, row }) => shape.indexOf(key) !== over.from.item || row !== over.from.row,
    )
    if (cells.length === 0) return
    await write(
      cells.map((cell) => {
        const text = texts.get(cell.column)
        return text !== undefined && known.source.fieldOf(cell) ? { cell, text } : null
      }),
      'fill',
    )
    onFilled({
      anchor: { key: shape.keys[target.from.item] ?? '', row: target.from.row, column: target.left },
      head: { key: shape.keys[target.to.item] ?? '', row: target.to.row, column: target.right },
    })
  }

  const pending = useRef<ReturnType<typeof copiedCells> | null>(null)
  const onClipboard = (event: ClipboardEvent) => {
    if (range === null) return
    event.preventDefault()
    if (event.type === 'paste') {
      const size = { rows: [...rowsIn(shape, range)].length, columns: range.right - range.left + 1 }
      const text = event.clipboardData.getData('text/plain')
      const start = { key: shape.keys[range.from.item] ?? '', row: range.from.row, column: range.left }
      if (text !== '') acts.onPaste?.(start, pastedMatrix(text, isSingle(shape, range) ? { rows: 1, columns: 1 } : size))
      return
    }
    if (pending.current === null && acts.read) {
      void copyRead(event.type === 'cut')
      return
    }
    const copied = pending.current ?? copiedCells(textsIn(shape, range), columnsOf(columns, range))
    event.clipboardData.setData('text/plain', copied.plain)
    event.clipboardData.setData('text/html', copied.html)
    if (event.type === 'cut') void clear('cut')
  }
  /** What is not drawn is read first; the clipboard is written in a copy event of its own. */
  const copyRead = async (isCut: boolean) => {
    if (range === null) return
    const known = await readRange(range)
    pending.current = copiedCells(textsIn(known.shape, range), columnsOf(columns, range))
    takeKeys()
    const isDone = document.execCommand('copy')
    pending.current = null
    if (!isDone) return void message.warning({ key: 'grid', content: GRID_WORDS.copyFailed })
    if (isCut) await clear('cut')
  }

  /** Ctrl+D: the first row of the range goes down; a range of one row takes the row above it. */
  const fillDown = () => {
    if (range === null) return
    const { from, to, left } = range
    const above = moved(shape, { key: shape.keys[from.item] ?? '', row: from.row, column: left }, 'up')
    const start = { item: shape.indexOf(above.key), row: above.row }
    const isOneRow = isSingle(shape, { ...range, right: left })
    const over = isOneRow ? { ...range, from: start, to } : range
    void fill(over, over)
  }
  return { onClipboard, clear, fill, fillDown }
}

const textOf = (source: GridSource, { key, row, column }: GridCell): string => source.rowsOf(key)[row]?.[column] ?? ''
