import { useCallback, useMemo, useRef } from 'react'
import { LIST_COLUMNS, type ListDate, type ListKey, type ListRow, listRows } from '../../../shared/domain/four-lists.ts'
import type { ProblemFile } from '../../../shared/domain/ledger.ts'
import { type EditableCell, editableCell } from '../../../shared/domain/list-cells.ts'
import { useNearFiles } from '../../data/near-files.ts'
import { type PlacedProblem, problemFilesOf, useDeadlineAnchors, useTypingYear } from '../../data/queries.ts'
import { windowIds } from '../../platform/window-ports.ts'
import type { GridCell, GridColumn, GridRow, GridSource } from '../../ui/grid/grid-items.ts'

/** What stands in one list: its rows as the grid shows them, and the records behind them. */
export interface ListSource extends GridSource {
  readonly rowOf: (problemId: string, row: number) => ListRow | undefined
  readonly fileOf: (problemId: string) => ProblemFile | undefined
  readonly editableOf: (cell: GridCell) => EditableCell | null
}

interface ListSourceOf {
  readonly ledgerId: string
  readonly list: ListKey
  readonly at: ListDate
  readonly columns: readonly GridColumn[]
  readonly placeOf: (problemId: string) => PlacedProblem | undefined
  /** The problems whose 问题档案 is needed: those on the screen. */
  readonly near: readonly PlacedProblem[]
}

/** The rows of a list as far as they have been read; `read` reads others, for a copy that reaches beyond the screen. */
export const useListSource = ({ ledgerId, list, at, columns, placeOf, near }: ListSourceOf) => {
  const files = useNearFiles(near)
  const year = useTypingYear(ledgerId)
  const anchors = useDeadlineAnchors(ledgerId)
  const order = useMemo(
    () => columns.map(({ key }) => LIST_COLUMNS[list].findIndex((column) => column.key === key)),
    [columns, list],
  )
  // A 问题档案 that has not changed keeps its rows, so that they are not drawn again.
  const drawnRows = useRef(new WeakMap<ProblemFile, DrawnRows>())
  const emptyRows = useRef(new WeakMap<PlacedProblem, DrawnRows>())

  const sourceOf = useCallback(
    (known: ReadonlyMap<string, ProblemFile>): ListSource => {
      const view = { list, at, order }
      const rowsOf = (problemId: string): DrawnRows => {
        const file = known.get(problemId)
        if (file) return remembered(drawnRows.current, file, view, () => listRows(list, file, at))
        const place = placeOf(problemId)
        if (!place) return NO_ROWS
        return remembered(emptyRows.current, place, view, () => placeholderRows(list, place))
      }
      const editableOf = ({ key, row, column }: GridCell): EditableCell | null => {
        const file = known.get(key)
        const name = columns[column]?.key
        if (!file || name === undefined) return null
        return editableCell(list, name, file, rowsOf(key).rows[row]?.measureId ?? null, { ids: windowIds, year, anchors })
      }
      return {
        rowsOf: (key) => rowsOf(key).cells,
        fieldOf: (cell) => editableOf(cell)?.field ?? null,
        rowOf: (key, row) => (known.has(key) ? rowsOf(key).rows[row] : undefined),
        fileOf: (key) => known.get(key),
        editableOf,
      }
    },
    [list, at, order, placeOf, columns, year, anchors],
  )
  const source = useMemo(() => sourceOf(files), [sourceOf, files])
  const read = useCallback(
    async (keys: readonly string[]) => sourceOf(await problemFilesOf(keys.flatMap((key) => placeOf(key) ?? []))),
    [sourceOf, placeOf],
  )
  return { source, read, year }
}

interface DrawnRows {
  readonly rows: readonly ListRow[]
  readonly cells: readonly GridRow[]
  readonly view: View
}

interface View {
  readonly list: ListKey
  readonly at: ListDate
  readonly order: readonly number[]
}

const remembered = <T extends object>(
  memory: WeakMap<T, DrawnRows>,
  of: T,
  view: View,
  make: () => readonly ListRow[],
): DrawnRows => {
  const kept = memory.get(of)
  if (kept && kept.view.list === view.list && kept.view.at === view.at && kept.view.order === view.order) return kept
  const rows = make()
  const made = { rows, cells: rows.map(({ cells }) => view.order.map((i) => cells[i] ?? null)), view }
  memory.set(of, made)
  return made
}

/** Until a problem has been read: its number and statement, as high as its rows. */
const placeholderRows = (list: ListKey, { row, number }: PlacedProblem): readonly ListRow[] =>
  Array.from({ length: Math.max(1, row.lists[list].length) }, (_, r) => ({
    problemId: row.id,
    measureId: null,
    status: row.status,
    warning: 'none',
    cells: LIST_COLUMNS[list].map(({ key }) =>
      r > 0 ? null : key === 'number' ? String(number) : STATED.has(key) ? row.statement : '',
    ),
  }))

const STATED: ReadonlySet<string> = new Set(['statement', 'subject'])

const NO_ROWS: DrawnRows = { rows: [], cells: [['']], view: { list: 'problems', at: null as never, order: [] } }
