import type { Refusal } from '../../../shared/base/refusal.ts'
import type { OneProblemCommand } from '../../../shared/domain/commands/ledger-command.ts'
import type { GridCell, GridWrite } from '../../ui/grid/grid-items.ts'
import { fittingText } from '../../ui/grid/pasted-text.ts'
import type { ListSource } from './use-list-source.ts'

export interface CellWrites {
  /** One act for each cell that is to say something else than now. */
  readonly commands: readonly OneProblemCommand[]
  /** Cells that cannot hold the text, and why. */
  readonly refused: readonly { readonly cell: GridCell; readonly refusal: Refusal }[]
  /** Cells that are not typed in and would have to say something else. */
  readonly skipped: number
}

/** What is to be done for these texts to stand in these cells. */
export const cellWrites = (writes: readonly GridWrite[], source: ListSource): CellWrites => {
  const commands: OneProblemCommand[] = []
  const refused: { cell: GridCell; refusal: Refusal }[] = []
  let skipped = 0
  for (const { cell, text } of writes) {
    const editable = source.editableOf(cell)
    if (editable === null) {
      if (text !== (source.rowsOf(cell.key)[cell.row]?.[cell.column] ?? '')) skipped += 1
      continue
    }
    const { measureId, field } = editable
    const value = fittingText(text, field.input)
    if (value === field.shown) continue
    const read = field.set(value)
    if (read.ok) commands.push({ type: 'set-field', problemId: cell.key, measureId, field: field.names[0], value })
    else refused.push({ cell, refusal: read.error })
  }
  return { commands, refused, skipped }
}

/** What one act may hold. */
export const MOST_CELLS = 5_000
