import { App } from 'antd'
import { sentenceOf } from '../../../shared/messages/refusals.ts'
import { ledgerStore } from '../../data/store-client.ts'
import { GRID_WORDS } from '../../messages/grid.ts'
import { useTellAdvice } from '../../ui/advice-notice.tsx'
import type { GridCell, GridWrite } from '../../ui/grid/grid-items.ts'
import { useTellRefusal } from '../../ui/refusal-notice.tsx'
import type { ListSource } from './use-list-source.ts'
import { cellWrites, MOST_CELLS } from './write-cells.ts'

interface ListWritesOf {
  readonly ledgerId: string
  readonly source: ListSource
  readonly read: (keys: readonly string[]) => Promise<ListSource>
  /** Names a cell: 第 3 个问题，状态. */
  readonly nameOf: (cell: GridCell) => string
}

/** What is written into a list: one cell, or many as one act that is carried out whole or not at all. */
export const useListWrites = ({ ledgerId, source, read, nameOf }: ListWritesOf) => {
  const tellRefusal = useTellRefusal()
  const tellAdvice = useTellAdvice()
  const { message, notification } = App.useApp()

  const onCommit = async (cell: GridCell, value: string): Promise<boolean> => {
    const editable = source.editableOf(cell)
    if (!editable) return true
    const { measureId, field } = editable
    return run({ type: 'set-field', problemId: cell.key, measureId, field: field.names[0], value })
  }
  const run = async (command: Parameters<typeof ledgerStore.run>[1]): Promise<boolean> => {
    const accepted = await ledgerStore.run(ledgerId, command)
    if (!accepted.ok) tellRefusal(accepted.error)
    else tellAdvice(accepted.value.intent, accepted.value.advice)
    return accepted.ok
  }
  const writeAll = async (writes: readonly GridWrite[], known: ListSource): Promise<boolean> => {
    const { commands, refused, skipped } = cellWrites(writes, known)
    const tell = (content: string) => void message.info({ key: 'grid', content })
    if (refused.length > 0) {
      notification.error({
        key: 'cells-refused',
        title: GRID_WORDS.refusedTitle(refused.length),
        description: (
          <>
            {refused.slice(0, MOST_TOLD).map(({ cell, refusal }) => (
              <div key={`${cell.key}/${cell.row}/${cell.column}`}>
                {GRID_WORDS.refused(nameOf(cell), sentenceOf(refusal).title)}
              </div>
            ))}
            <div>{GRID_WORDS.refusedNothing}</div>
          </>
        ),
        placement: 'bottomRight',
        duration: 12,
      })
      return false
    }
    if (commands.length > MOST_CELLS) {
      tell(GRID_WORDS.tooMany(MOST_CELLS))
      return false
    }
    const accepted = commands.length === 0 || (await run({ type: 'batch', commands: [...commands] }))
    if (accepted && skipped > 0) tell(GRID_WORDS.skipped(skipped))
    return accepted
  }
  const onWrite = async (writes: readonly GridWrite[]): Promise<boolean> =>
    writeAll(writes, await read([...new Set(writes.map(({ cell }) => cell.key))]))

  return { onCommit, onWrite }
}

const MOST_TOLD = 6
