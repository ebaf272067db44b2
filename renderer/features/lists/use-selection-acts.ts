import type { MenuProps } from 'antd'
import { useMemo } from 'react'
import type { OutlineNode } from '../../../shared/domain/records/record-kinds.ts'
import type { PlacedProblem } from '../../data/queries.ts'
import { LIST_ACTS_WORDS as WORDS } from '../../messages/list-acts.ts'
import { useListDialog } from '../../state/list-dialog.ts'
import { useListView } from '../../state/list-view.ts'
import { useScreen } from '../../state/screen.ts'
import { stepped } from './moved-problems.ts'
import { useListAct } from './use-list-act.ts'

/** Everything that is done to the problems selected in a list. */
export interface SelectionActs {
  readonly duplicate: (ids?: readonly string[]) => void
  readonly step: (way: 'up' | 'down', ids?: readonly string[]) => void
  readonly remove: (ids?: readonly string[]) => void
  readonly replace: () => void
  /** The menu of some problems, for the grid and the toolbar. */
  readonly menu: (ids: readonly string[]) => MenuProps['items']
}

/** The problems an act is done to: those selected, else the one the keys are on. */
export const actedOn = (): readonly string[] => {
  const { selected, focus, shown } = useListView.getState()
  const standing = new Set(shown)
  const ids = selected.length > 0 ? selected : focus ? [focus.problemId] : []
  return ids.filter((id) => standing.has(id))
}

interface Around {
  readonly ledgerId: string
  readonly nodes: readonly OutlineNode[]
  readonly placed: readonly PlacedProblem[]
  /** A new problem above or below the one the keys are on. */
  readonly onAdd: (where: 'above' | 'below') => void
}

export const useSelectionActs = ({ ledgerId, nodes, placed, onAdd }: Around): SelectionActs => {
  const { run, say } = useListAct(ledgerId)
  return useMemo(() => {
    const open = useListDialog.getState().open
    const withChosen = (ids: readonly string[], limit: number, act: (ids: readonly string[]) => unknown) => {
      if (ids.length === 0) say(WORDS.nothingChosen)
      else if (ids.length > limit) say(WORDS.tooMany(limit))
      else act(ids)
    }
    const duplicate = (chosen = actedOn()) =>
      withChosen(chosen, MOST_COPIED, (ids) => run({ type: 'duplicate-problems', ids: [...ids] }, WORDS.duplicated(ids.length)))
    const step = (way: 'up' | 'down', chosen = actedOn()) =>
      withChosen(chosen, MOST_AT_ONCE, (ids) => {
        const { sort, grouping } = useListView.getState()
        if (sort !== null || grouping !== null) return say(WORDS.notWhileSorted)
        const to = stepped(placed, nodes, ids, way)
        if (to === 'at-end') return say(WORDS.atEnd)
        if (to === 'not-together') return say(WORDS.notTogether)
        return void run({ type: 'move-problems', ...to, ids: [...to.ids] }, null)
      })
    const remove = (chosen = actedOn()) =>
      withChosen(chosen, MOST_AT_ONCE, (ids) =>
        run(
          { type: 'batch', commands: ids.map((problemId) => ({ type: 'remove-problem', problemId })) },
          WORDS.removed(ids.length),
        ),
      )
    const menu = (ids: readonly string[]): MenuProps['items'] => {
      const [only] = ids
      const item = (key: string, label: string, onClick: () => void, disabled = ids.length === 0, extra?: string) => ({
        key,
        label,
        onClick,
        disabled,
        ...(extra === undefined ? {} : { extra }),
      })
      const many = ids.length
      return [
        item('above', WORDS.insertAbove, () => onAdd('above')),
        item('below', WORDS.insertBelow, () => onAdd('below'), false, 'Insert'),
        item('duplicate', WORDS.duplicate(many), () => duplicate(ids), many === 0, 'Ctrl+Shift+D'),
        { type: 'divider' },
        item('up', WORDS.moveUp, () => step('up', ids), many === 0, 'Alt+Shift+↑'),
        item('down', WORDS.moveDown, () => step('down', ids), many === 0, 'Alt+Shift+↓'),
        item('move', WORDS.moveTo, () => withChosen(ids, MOST_AT_ONCE, () => open({ type: 'move', ids }))),
        { type: 'divider' },
        item('split', WORDS.split, () => only !== undefined && open({ type: 'split', problemId: only }), many !== 1),
        item('join', WORDS.join, () => withChosen(ids, MOST_JOINED, () => open({ type: 'join', ids })), many < 2),
        item('batch', WORDS.batch, () => withChosen(ids, MOST_AT_ONCE, () => open({ type: 'batch', ids }))),
        item('replace', WORDS.replace, () => open({ type: 'replace', ids }), false, 'Ctrl+H'),
        { type: 'divider' },
        item('file', WORDS.openFile, () => void useScreen.getState().openProblem(only ?? null), many !== 1, 'Ctrl+Enter'),
        { ...item('remove', WORDS.remove(many), () => remove(ids), many === 0, 'Ctrl+Delete'), danger: true },
      ]
    }
    return { duplicate, step, remove, menu, replace: () => open({ type: 'replace', ids: actedOn() }) }
  }, [run, say, placed, nodes, onAdd])
}

/** What one act may hold (`batch`, `set-status`; `duplicate-problems`; `join-problems` with the one kept). */
const MOST_AT_ONCE = 5_000
const MOST_COPIED = 500
const MOST_JOINED = 101
